/* The card of the picked mention: text nodes only. `new CardView(root, onPick)`, then `fill(data)`; see geo/drawing/cards.py. */
var CardView = (function () {
  "use strict";

  function make(tag, className, text) {
    var node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  /* `onPick` is given a mention, or null for the way back to the overview. */
  function View(root, onPick) {
    this.root = root;
    this.onPick = onPick;
    root.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && root.querySelector(".close")) onPick(null);
    });
  }

  /* Those of `all` mentions that are called as this one is: where a name leads to no place, nothing else can be counted. */
  View.namesakes = function (mention, all, excerpts) {
    var name = excerpts[mention][1].toLowerCase();
    return all.filter(function (other) { return excerpts[other][1].toLowerCase() === name; });
  };

  View.prototype.fill = function (data) {
    var focused = this.root.getRootNode().activeElement, keep = focused && focused.dataset ? focused.dataset.step : null;
    var inside = this.root.contains(focused);
    this.root.textContent = "";
    if (data.empty) { this.empty(data.empty, data.most_named, inside); return; }
    this.root.append(this.top(data));
    var cols = make("div", "cols"), left = make("div"), right = make("div");
    left.append(this.excerpts(data));
    right.append(this.why(data));
    if (data.alternatives.length) right.append(this.others(data.others, data.alternatives));
    cols.append(left, right);
    this.root.append(cols);
    this.reveal();
    var button = keep && this.root.querySelector('[data-step="' + keep + '"]:not(:disabled)');
    if (button) button.focus({preventScroll: true});
  };

  View.prototype.empty = function (lines, places, focus) {
    var box = make("div", "empty"), list = make("ul", "most"), self = this;
    lines.forEach(function (line) { box.append(make("p", "", line)); });
    places.forEach(function (place) {
      var item = make("li"), button = make("button", "", place[1]);
      button.type = "button";
      if (place[2] > 1) button.append(make("span", "", String(place[2])));
      button.addEventListener("click", function () { self.onPick(place[0]); });
      item.append(button);
      list.append(item);
    });
    box.append(list);
    this.root.append(box);
    var first = focus && list.querySelector("button");
    if (first) first.focus({preventScroll: true});
  };

  View.prototype.top = function (data) {
    var top = make("div", "top"), name = make("div"), sure = make("div", "sure"), sub = make("div", "sub", data.about);
    name.append(make("h2", "", data.name), sub);
    if (data.link) {
      var link = make("a", "", "GeoNames");
      link.href = "https://www.geonames.org/" + Number(data.link);
      link.target = "_blank"; link.rel = "noopener noreferrer";
      sub.append(" · ", link);
    }
    if (data.at) sub.append(" ", this.copy(data.at));
    if (data.names) name.append(make("div", "sub names", data.names));
    sure.append(make("b", "", data.percent), make("div", "sub", data.sure));
    top.append(name, sure, this.close());
    return top;
  };

  /* A button that puts the coordinates on the clipboard. */
  View.prototype.copy = function (words) {
    var button = make("button", "copy", "copy");
    button.type = "button";
    button.title = "Copy the coordinates " + words;
    button.setAttribute("aria-label", button.title);
    button.addEventListener("click", function () {
      if (!navigator.clipboard) return;
      navigator.clipboard.writeText(words).then(function () { button.textContent = "copied"; }, function () { button.textContent = words; });
    });
    return button;
  };

  View.prototype.close = function () {
    var button = make("button", "close", "×"), self = this;
    button.type = "button";
    button.title = "Back to the overview";
    button.setAttribute("aria-label", button.title);
    button.addEventListener("click", function () { self.onPick(null); });
    return button;
  };

  View.prototype.why = function (data) {
    var box = make("div", "why"), list = make("ul");
    box.append(make("h3", "", data.question));
    data.reasons.forEach(function (reason) { list.append(make("li", "", reason)); });
    box.append(list);
    return box;
  };

  View.prototype.others = function (heading, alternatives) {
    var box = make("div", "others"), list = make("ul");
    box.append(make("h3", "", heading));
    alternatives.forEach(function (other) {
      var item = make("li");
      item.append(make("span", "", other[0]), make("span", "", other[1]));
      list.append(item);
    });
    box.append(list);
    return box;
  };

  View.prototype.excerpts = function (data) {
    var box = make("div"), nav = make("div", "nav"), list = make("ol", "excerpts"), self = this;
    var often = data.count > 1 ? " " + data.count + " times" : " once", which = data.count > 1 && data.position !== null;
    nav.append(make("h3", "", data.counted + often + (which ? "; this is number " + (data.position + 1) : "")));
    if (data.count > 1) {
      nav.append(this.step("previous", "‹", "Previous mention", data.previous), this.step("next", "›", "Next mention", data.next));
    }
    data.excerpts.forEach(function (excerpt) {      // [id, before, the name, after, days and page, its article where that is another]
      var item = make("li"), button = make("button");
      if (excerpt[5]) list.append(make("li", "source", excerpt[5]));
      button.type = "button";
      if (excerpt[0] === data.current) button.setAttribute("aria-current", "true");
      button.append(excerpt[1], make("strong", "", excerpt[2]), excerpt[3]);
      if (excerpt[4]) button.append(make("span", "when", excerpt[4]));
      button.addEventListener("click", function () { self.onPick(excerpt[0]); });
      item.append(button);
      list.append(item);
    });
    box.append(nav, list);
    return box;
  };

  View.prototype.step = function (name, sign, words, to) {
    var button = make("button", "", sign), self = this;
    button.type = "button";
    button.dataset.step = name;
    button.title = words;
    button.setAttribute("aria-label", words);
    button.disabled = to === null;
    button.addEventListener("click", function () { self.onPick(to); });
    return button;
  };

  View.prototype.reveal = function () {
    var list = this.root.querySelector(".excerpts"), on = list && list.querySelector('[aria-current="true"]');
    if (on && list.scrollHeight > list.clientHeight) {
      var above = on.parentNode.previousElementSibling, source = above && above.className === "source" ? above : null;
      list.scrollTop = (source || on).offsetTop - list.offsetTop - (source ? 0 : 20);
    }
    if (!list) return;
    function fade() { list.classList.toggle("more", list.scrollTop + list.clientHeight < list.scrollHeight - 2); }   // pixels lost to rounding
    list.addEventListener("scroll", fade, {passive: true});
    new ResizeObserver(fade).observe(list);      // tells its size at once, when the browser has laid it out anyway
  };

  return View;
})();
