/* One mention to look at, with a key for every answer: text nodes only. `new ReviewView(root, onPress)`, then `fill(data)`; see geo/ui/review.py.
 *
 * `onPress(what, number)`. Keys work wherever the page's focus is but in boxes, buttons and dialogs; `leave()` stops them.
 */
var ReviewView = (function () {
  "use strict";
  var WAIT_MS = 4000;   // after which an answer that led to nothing may be given again
  var KEYS = {Enter: "right", n: "none", r: "role", f: "flag", s: "skip", ArrowRight: "skip", ArrowLeft: "back", u: "undo", a: "wide", p: "place"};
  var MEANINGS = {
    right: "This is the place", none: "The words name no place here", place: "Choose it by name, on a map, by coordinates or as GeoJSON",
    role: "What the place is named for", flag: "Somebody should look at it again",
    back: "The mention before", skip: "The next one; this one is not answered", undo: "Take the last answer back"
  };
  var BOXES = "input, textarea, select, [contenteditable='true'], [role=combobox], [role=slider], [role=tab], [role=radio], [role=grid]";
  var BUTTONS = "button, a[href], summary, [role=button], [role=link]";

  function make(tag, className, text) {
    var node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function View(root, onPress) {
    var self = this;
    this.root = root;
    this.onPress = onPress;
    this.key = null;
    this.turn = null;
    this.since = 0;
    this.pressed = function (event) { self.listen(event); };
  }

  View.prototype.enter = function () { window.addEventListener("keydown", this.pressed, true); };   // before the page's own shortcuts

  View.prototype.leave = function () { window.removeEventListener("keydown", this.pressed, true); };

  View.prototype.listen = function (event) {
    if (!this.root.isConnected) { this.leave(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || document.querySelector("[role=dialog]")) return;
    var at = event.composedPath()[0], within = at.closest ? at : document.body;
    if (within.closest(BOXES)) return;
    var key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (within.closest(BUTTONS) && (key === "Enter" || key === " " || !this.root.contains(within) && key.indexOf("Arrow") === 0)) return;
    var number = /^[1-9]$/.test(key) ? Number(key) : 0, what = number ? "choose" : KEYS[key];
    if (!what) return;
    event.preventDefault();
    event.stopPropagation();
    this.press(what, number);
  };

  View.prototype.press = function (what, number) {
    if (what === "flag" && this.data.flagged) what = "unflag";
    if (this.data.can[what] === false || what === "choose" && number > this.data.others.length) return;
    if (what === "wide" && this.data.same < 2) return;
    if (this.since && Date.now() - this.since < WAIT_MS) return;
    if (what !== "place") {      // that one opens a dialog, and changes nothing yet
      this.since = Date.now();
      this.root.classList.add("busy");
    }
    this.onPress(what, number || 0);
  };

  View.prototype.fill = function (data) {
    var held = this.root.getRootNode().activeElement, act = held && this.root.contains(held) && held.dataset.act;
    var first = this.turn === null;
    this.data = data;
    this.since = 0;
    this.enter();
    this.root.classList.remove("busy");
    this.key = data.key;
    this.root.textContent = "";
    this.root.append(this.progress(data), this.mention(data), this.place(data), this.answers(data));
    if (this.turn !== data.turn) this.root.scrollTop = 0;
    this.turn = data.turn;
    var again = act && this.root.querySelector('[data-act="' + act + '"]:not(:disabled)');
    if (again) again.focus({preventScroll: true});
    else if (first || act) this.root.focus({preventScroll: true});
  };

  View.prototype.progress = function (data) {
    var box = make("div", "progress"), bar = make("progress"), looked = data.progress[0], all = data.progress[1];
    bar.max = Math.max(1, all);
    bar.value = looked;
    bar.setAttribute("aria-label", "Progress");
    box.append(bar, make("span", "", looked.toLocaleString("en") + " of " + all.toLocaleString("en") + " looked at"));
    if (data.last) box.append(make("span", "last", data.last));
    if (data.told) { var told = make("p", "told", data.told); told.setAttribute("role", "alert"); box.append(told); }
    return box;
  };

  View.prototype.mention = function (data) {
    var box = make("div", "mention"), words = make("blockquote");
    box.append(make("h2", "title", data.title));
    if (data.published) box.append(make("div", "sub", data.published));
    words.append(data.excerpt[0], make("strong", "", data.excerpt[1]), data.excerpt[2]);
    box.append(words);
    if (data.excerpt[3]) box.append(make("div", "sub", data.excerpt[3]));
    box.setAttribute("aria-live", "polite");
    return box;
  };

  View.prototype.place = function (data) {
    var box = make("div", "place"), top = make("div", "top"), name = make("div"), sure = make("div", "sure"), reasons = make("ul"), self = this;
    name.append(make("h2", "", data.name), make("div", "sub", data.about));
    sure.append(make("b", "", data.percent), make("div", "sub", data.sure));
    top.append(name, sure);
    box.append(top);
    if (data.sign) box.append(make("div", "sign", data.sign));
    data.reasons.forEach(function (reason) { reasons.append(make("li", "", reason)); });
    box.append(reasons);
    if (data.others.length) {
      var list = make("ol", "others");
      box.append(make("h3", "", data.heading));
      data.others.forEach(function (other, number) {
        var item = make("li"), button = self.button("choose", String(number + 1), other[0], number + 1);
        button.title = other[2];
        button.append(make("span", "percent", other[1]));
        item.append(button);
        list.append(item);
      });
      box.append(list);
    }
    return box;
  };

  View.prototype.answers = function (data) {
    var box = make("div", "answers"), more = make("div", "answers quiet");
    box.append(this.button("right", "Enter", "Right"), this.button("place", "P", "Another place …"), this.button("none", "N", "Not a place"),
      this.button("role", "R", data.role), this.button("flag", "F", data.flagged ? "Take the flag off" : "Flag"));
    more.append(this.button("back", "←", "Back"), this.button("skip", "→ S", "Skip"), this.button("undo", "U", "Undo"));
    if (data.same > 1) {
      var wide = this.button("wide", "A", "All " + data.same.toLocaleString("en") + " of these words");
      wide.setAttribute("aria-pressed", String(data.wide));
      wide.title = "Answer for the same words in all articles, also in those that are added later";
      more.append(wide);
    }
    var all = make("div");
    all.append(box, more);
    if (data.wide) all.append(make("p", "reach", "The answer goes for all " + data.same.toLocaleString("en") + " mentions of these words."));
    return all;
  };

  View.prototype.button = function (what, key, label, number) {
    var button = make("button", what), self = this;
    button.type = "button";
    button.dataset.act = what + (number || "");
    button.disabled = this.data.can[what] === false;
    var sign = make("kbd", "", key);
    sign.setAttribute("aria-hidden", "true");
    button.setAttribute("aria-keyshortcuts", what === "skip" ? "ArrowRight S" : {"←": "ArrowLeft"}[key] || key);
    button.append(sign, make("span", "label", label));
    if (MEANINGS[what]) button.title = MEANINGS[what];
    button.addEventListener("click", function (event) {
      if (event.detail) self.root.focus({preventScroll: true});   // by the mouse: Enter then means the answer, not this button again
      self.press(what, number || 0);
    });
    return button;
  };

  return View;
})();
