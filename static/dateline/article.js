/* An article as text nodes with one button per mention. Used by the page's component and by the self-contained file.
 *
 * Offsets are code points, as Python counts them; text reaches the page through text nodes only.
 * `new ArticleView(root, onPick)`, then `fill(data)`, where data is
 * {title, text, head, about, asides, mentions: [[number, start, end, bits, place], …] sorted by start and -end, notes: [what a mention means, …]};
 * `title` stands above the text; the first `head` code points of the text are its headline; place -1 is none.
 * `asides`: [[start, end, reason], …], stretches in text order that are not of the article, set in grey;
 * `about`: [[at, [[name, note, mention], …], sureness, reasons], …], lines on what an article is about, to stand before code point `at`.
 * Where `onSelect` is set, a reader can mark words that they select: it is given their first code point and the one behind the last.
 */
var ArticleView = (function () {
  "use strict";
  var ASSOCIATIVE = 1, UNSURE = 2, UNKNOWN = 8;    // the bits of geo/drawing/text.py
  var FADE = 42;                                   // pixels at the bottom in which the text fades, by article.css

  function asHeading(node) {
    node.setAttribute("role", "heading");
    node.setAttribute("aria-level", "2");
  }

  function View(root, onPick) {
    this.root = root;
    this.onPick = onPick;
    this.buttons = {};
    this.pieces = {};
    this.mentions = {};
    this.order = [];
    this.picked = null;
    var self = this;
    root.addEventListener("click", function (event) {
      var mark = event.target.closest("mark");
      if (mark) self.pick(Number(mark.dataset.mention));
    });
    root.addEventListener("keydown", function (event) { self.key(event); });
    this.selecting();
    ["mouseover", "mouseout"].forEach(function (kind) {
      root.addEventListener(kind, function (event) {
        var mark = event.target.closest("mark");
        if (mark && self.onHover) self.onHover(self.mentions[mark.dataset.mention][4], kind === "mouseover");
      });
    });
  }

  View.prototype.fill = function (data) {
    this.root.textContent = "";
    this.buttons = {}; this.pieces = {}; this.mentions = {}; this.order = []; this.picked = null;
    this.runs = [];   // [text node of the article, its first code point], in text order
    this.notes = data.notes || [];
    var abouts = (data.about || []).slice(), greys = (data.asides || []).slice(), self = this;
    if (abouts.length && abouts[0][0] === 0) this.root.append(this.about(abouts.shift()));
    var points = Array.from(data.text), open = [{node: this.root, end: points.length, mention: null}], at = 0;
    if (data.title) {
      var title = document.createElement("div");
      title.className = "headline";
      asHeading(title);
      title.textContent = data.title;
      this.root.append(title);
    }
    if (data.head) {
      var head = document.createElement("span");
      head.className = "headline";
      asHeading(head);
      this.root.append(head);
      open.push({node: head, end: data.head, mention: null});
    }

    function write(to) {
      if (to <= at) return;
      var top = open[open.length - 1], words = points.slice(at, to).join("");
      var node = top.mention ? self.piece(top.mention, words) : document.createTextNode(words);
      top.node.append(node);
      self.runs.push([node.firstChild || node, at]);
      at = to;
    }
    function closeUntil(position) {
      while (open.length > 1 && open[open.length - 1].end <= position) { write(open[open.length - 1].end); open.pop(); }
    }
    function aboutUntil(position) {
      while (abouts.length && abouts[0][0] <= position) {
        closeUntil(abouts[0][0]);
        write(abouts[0][0]);
        self.root.append(self.about(abouts.shift()));
      }
    }

    function greyUntil(position) {
      while (greys.length && greys[0][0] <= position) {
        var grey = greys.shift(), span = document.createElement("span");
        if (grey[1] <= at) continue;
        closeUntil(grey[0]);
        write(grey[0]);
        span.className = "aside";
        span.title = grey[2];
        open[open.length - 1].node.append(span);
        open.push({node: span, end: Math.min(grey[1], open[open.length - 1].end), mention: null});
      }
    }

    data.mentions.forEach(function (mention) {
      aboutUntil(mention[1]);
      greyUntil(mention[1]);
      closeUntil(mention[1]);
      write(mention[1]);
      var top = open[open.length - 1], phrase = document.createElement("span");
      phrase.className = "phrase" + (mention[3] & ASSOCIATIVE ? " assoc" : "") + (mention[3] & UNSURE ? " unsure" : "") +
        (mention[3] & UNKNOWN ? " unknown" : "");
      top.node.append(phrase);
      self.mentions[mention[0]] = mention;
      self.order.push(mention[0]);
      self.pieces[mention[0]] = phrase;
      open.push({node: phrase, end: Math.min(mention[2], top.end), mention: mention});
    });
    aboutUntil(points.length);
    greyUntil(points.length);
    closeUntil(points.length);
    write(points.length);
    this.order = this.order.filter(function (id) { return self.buttons[id]; });
    this.name(points);
    if (this.order.length) this.buttons[this.order[0]].tabIndex = 0;
  };

  /* "About: Gomel, Belarus · very likely", with a button for what is on the map and the reasons behind another. */
  View.prototype.about = function (row) {
    var line = document.createElement("div"), self = this;
    line.className = "about";
    line.setAttribute("role", "note");
    line.append("About: ");
    row[1].forEach(function (part, number) {
      var name = document.createElement(part[2] >= 0 ? "button" : "span");
      name.textContent = part[0];
      if (part[1]) name.title = part[1];
      if (part[2] >= 0) {
        name.type = "button";
        name.addEventListener("click", function () { self.pick(part[2]); });
      }
      line.append(number ? ", " : "", name);
    });
    if (row[2]) line.append(" · " + row[2]);
    if (row[3].length) line.append(" · ", this.why(row[3], line));
    return line;
  };

  View.prototype.why = function (reasons, line) {
    var why = document.createElement("button"), list = document.createElement("ul");
    why.type = "button";
    why.textContent = "why?";
    why.setAttribute("aria-expanded", "false");
    list.hidden = true;
    reasons.forEach(function (reason) {
      var item = document.createElement("li");
      item.textContent = reason;
      list.append(item);
    });
    why.addEventListener("click", function () {
      list.hidden = !list.hidden;
      why.setAttribute("aria-expanded", String(!list.hidden));
      line.append(list);
    });
    return why;
  };

  /* The first words of a mention that are not also a mention inside it become its button; the rest can be clicked. */
  View.prototype.piece = function (mention, words) {
    var mark = document.createElement("mark");
    mark.textContent = words;
    mark.dataset.mention = mention[0];
    if (!this.buttons[mention[0]]) {
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-pressed", "false");
      mark.tabIndex = -1;
      this.buttons[mention[0]] = mark;
    }
    return mark;
  };

  View.prototype.name = function (points) {
    this.order.forEach(function (id) {
      var mention = this.mentions[id], mark = this.buttons[id], note = this.notes[id];
      var words = points.slice(mention[1], mention[2]).join("");
      if (words !== mark.textContent) mark.setAttribute("aria-label", words);
      if (!note) return;
      mark.setAttribute("aria-description", note);
      this.pieces[id].title = note;
    }, this);
  };

  View.prototype.key = function (event) {
    if (event.key === "Escape" && this.picked !== null) { this.show(null, false); this.onPick(null, -1); return; }
    var mark = event.target.closest("mark");
    if (!mark) return;
    var id = Number(mark.dataset.mention);
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); event.stopPropagation(); this.pick(id); return; }
    var last = this.order.length - 1, at = this.order.indexOf(id);
    var to = {ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last}[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.stop(this.order[(to + last + 1) % (last + 1)]).focus();
  };

  /* ---- marking words ---- */

  View.prototype.selecting = function () {
    var self = this, button = this.marker = document.createElement("button");
    button.type = "button";
    button.className = "marker";
    var key = document.createElement("kbd");
    key.textContent = "M";
    key.setAttribute("aria-hidden", "true");
    button.append("Mark as a place", key);
    button.title = "Shortcut: the key M";
    button.setAttribute("aria-keyshortcuts", "m");
    button.addEventListener("mousedown", function (event) { event.preventDefault(); });   // the selection stays
    button.addEventListener("click", function (event) { event.stopPropagation(); self.markSelected(); });
    var host = this.root.ownerDocument, late = null;
    function changed() {
      if (!self.root.isConnected) { host.removeEventListener("selectionchange", changed); host.removeEventListener("keydown", pressed); return; }
      window.clearTimeout(late);
      late = window.setTimeout(function () { self.offer(); }, 120);   // once the selection has come to rest
    }
    function pressed(event) {
      var at = event.composedPath()[0];
      if (event.key.toLowerCase() !== "m" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || !self.onSelect || !self.selected()) return;
      event.preventDefault();
      event.stopPropagation();
      self.markSelected();
    }
    host.addEventListener("selectionchange", changed);
    host.addEventListener("keydown", pressed, true);
  };

  /* Show the button below the last of the selected words, or above the first where there is no room; take it away where none are selected. */
  View.prototype.offer = function () {
    var span = this.onSelect && this.selected();
    if (!span) { this.marker.remove(); return; }
    var boxes = span[2].getClientRects(), box = boxes[boxes.length - 1], frame = this.root.getBoundingClientRect();
    if (!box) return;
    if (!this.marker.isConnected) this.root.append(this.marker);
    var most = this.root.clientWidth - this.marker.offsetWidth - 4, high = this.marker.offsetHeight;
    var below = box.bottom + high + FADE < frame.bottom, top = below ? box.bottom + 6 : boxes[0].top - high - 6;
    this.marker.style.left = Math.max(0, Math.min(most, box.right - frame.left - this.marker.offsetWidth / 2)) + "px";
    this.marker.style.top = top - frame.top + this.root.scrollTop + "px";
  };

  View.prototype.markSelected = function () {
    var span = this.selected();
    this.marker.remove();
    if (!span) return;
    this.selection().removeAllRanges();
    this.onSelect(span[0], span[1]);
  };

  View.prototype.selection = function () {
    var within = this.root.getRootNode();
    return within.getSelection ? within.getSelection() : document.getSelection();   // of a shadow tree where there is such a thing
  };

  /* [first code point, the one behind the last, range] of the selected words of the article without white space around; or null. */
  View.prototype.selected = function () {
    var range = this.range();
    if (!range) return null;
    var first = null, end = null, words = "";
    this.runs.forEach(function (run) {
      var node = run[0];
      if (!range.intersectsNode(node)) return;
      var from = node === range.startContainer ? range.startOffset : 0;
      var to = node === range.endContainer ? range.endOffset : node.data.length;
      if (to <= from) return;
      if (first === null) first = run[1] + Array.from(node.data.slice(0, from)).length;
      end = run[1] + Array.from(node.data.slice(0, to)).length;
      words += node.data.slice(from, to);
    });
    if (first === null || !words.trim()) return null;
    first += Array.from(words.slice(0, words.length - words.trimStart().length)).length;
    end -= Array.from(words.slice(words.trimEnd().length)).length;
    return [first, end, range];
  };

  /* What is selected of the article, as far as this browser tells it of a shadow tree. */
  View.prototype.range = function () {
    var selection = this.selection(), within = this.root.getRootNode(), found = null;
    if (!selection) return null;
    if (selection.getComposedRanges && within !== document) {
      try { found = selection.getComposedRanges({shadowRoots: [within]})[0]; } catch (error) { found = null; }
    }
    found = found || (selection.rangeCount ? selection.getRangeAt(0) : null);
    if (!found || found.collapsed || !this.root.contains(found.startContainer) || !this.root.contains(found.endContainer)) return null;
    var range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    return range;
  };

  /* One Tab stop for the whole text. */
  View.prototype.stop = function (id) {
    this.order.forEach(function (other) { this.buttons[other].tabIndex = -1; }, this);
    this.buttons[id].tabIndex = 0;
    return this.buttons[id];
  };

  View.prototype.pick = function (id) {
    this.show(id, false);
    this.onPick(id, this.mentions[id][4]);
  };

  /* Mark a mention (null: none) as picked and the others of its place as related. */
  View.prototype.show = function (id, scroll) {
    var known = this.buttons[id] ? id : null, place = known === null ? -1 : this.mentions[known][4];
    this.picked = known;
    this.order.forEach(function (other) {
      this.pieces[other].classList.toggle("on", other === known);
      this.pieces[other].classList.toggle("same", other !== known && place >= 0 && this.mentions[other][4] === place);
      this.buttons[other].setAttribute("aria-pressed", other === known ? "true" : "false");
    }, this);
    if (known === null) return;
    this.stop(known);
    if (scroll) this.scrollTo(this.buttons[known]);
  };

  /* A place (null: none) was picked elsewhere: stay on its mention if one is picked, otherwise show the first. */
  View.prototype.showPlace = function (place) {
    var first = this.order.find(function (id) { return this.mentions[id][4] === place; }, this);
    var stay = this.picked !== null && this.mentions[this.picked][4] === place;
    this.show(stay ? this.picked : first === undefined ? null : first, true);
  };

  View.prototype.scrollTo = function (mark) {
    var frame = this.root.getBoundingClientRect(), box = mark.getBoundingClientRect(), margin = Math.min(60, frame.height / 4);
    if (box.top >= frame.top + margin && box.bottom <= frame.bottom - margin) return;
    this.root.scrollTop += box.top - frame.top - frame.height / 2.6;
  };

  return View;
})();
