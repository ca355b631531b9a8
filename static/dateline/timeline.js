/* Mentions over time with a window on them: text nodes only. `new TimelineView(root, onChoose)`, then `fill(data)`; see
   geo/ui/timeline.py. `onChoose` is given the first and the last day of the window, or null: all days. */
var TimelineView = (function () {
  "use strict";

  var STEP_MS = 1200;    // between two steps while it plays
  var KEYS_MS = 400;     // after the last key before the page is asked
  var STEPS = 60;        // most steps of a play, so that it takes about a minute
  var ROOM_PX = 10;      // between two signs below the bars
  var PLAY = "M1 0 L12 6 L1 12 Z", PAUSE = "M1 0 H4.5 V12 H1 Z M7.5 0 H11 V12 H7.5 Z";

  function make(tag, className, text) {
    var node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function same(one, other) { return JSON.stringify(one || null) === JSON.stringify(other || null); }

  function count(number) { return number.toLocaleString("en") + (number === 1 ? " mention" : " mentions"); }

  function day(written) {
    return new Date(written).toLocaleDateString("en-GB", {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
  }

  function View(root, onChoose) {
    var self = this;
    this.root = root;
    this.onChoose = onChoose;
    this.build();
    if (window.ResizeObserver) new ResizeObserver(function () { self.place(); }).observe(this.plot);
  }

  View.prototype.build = function () {
    var self = this, top = make("div", "top"), body = make("div", "body");
    this.playing = false;
    this.button = make("button", "play");
    this.button.type = "button";
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 12 12");
    svg.setAttribute("aria-hidden", "true");
    this.sign = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.append(this.sign);
    this.button.append(svg);
    this.button.addEventListener("click", function () { if (self.playing) self.stop(); else self.play(); });
    this.words = make("div", "words");
    this.words.setAttribute("role", "status");
    this.clear = make("button", "clear", "All days");
    this.clear.type = "button";
    this.clear.title = "Ask for no days in particular";
    this.clear.addEventListener("click", function () { self.stop(); self.set(null); self.button.focus(); });
    top.append(this.button, this.words, this.clear);
    this.plot = make("div", "plot");
    this.bars = make("div", "bars");
    this.bars.setAttribute("role", "img");
    this.frame = make("div", "window");
    this.plot.append(this.bars, this.frame);
    this.handles = [this.handle(0, "From"), this.handle(1, "Until")];
    this.scale = make("div", "scale");
    this.scale.setAttribute("aria-hidden", "true");
    this.axis = make("div", "axis");
    this.axis.setAttribute("aria-hidden", "true");
    body.append(this.plot, this.scale, this.axis);
    this.root.append(top, body);
    this.plot.addEventListener("pointerdown", function (event) { self.press(event); });
    this.plot.addEventListener("pointermove", function (event) { self.move(event); });
    this.plot.addEventListener("pointerup", function (event) { self.release(event); });
    this.plot.addEventListener("pointercancel", function () { self.held = null; self.draw(); });
    this.plot.addEventListener("pointerleave", function () { self.point(null); });
    this.root.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { if (self.playing) self.stop(); else if (self.window) self.set(null); }
    });
    this.show();
  };

  View.prototype.handle = function (side, label) {
    var node = make("div", "handle"), self = this;
    node.tabIndex = 0;
    node.dataset.side = side;
    node.setAttribute("role", "slider");
    node.setAttribute("aria-label", label);
    node.title = label + ": drag, or step with the arrow keys";
    node.addEventListener("keydown", function (event) { self.key(event, side); });
    this.plot.append(node);
    return node;
  };

  View.prototype.fill = function (data) {
    var fresh = !this.data || this.data.version !== data.version;
    this.data = data;
    if (fresh) {
      this.stop();
      this.asked = undefined;
      this.held = null;
      this.redraw();
    }
    if (this.asked !== undefined && !same(this.asked, data.window)) return;   // the answer to an earlier question
    this.asked = undefined;
    if (this.held || this.waiting) return;   // the reader is still choosing
    this.window = data.window;
    this.draw();
    if (this.playing) this.wait();
  };

  /* The bars themselves. */
  View.prototype.redraw = function () {
    var bars = this.data.bars, most = Math.max.apply(null, bars.map(function (bar) { return bar[1]; })), self = this;
    this.bars.textContent = "";
    bars.forEach(function (bar) {
      var node = make("span");
      node.style.height = bar[1] ? "max(2px, " + (100 * bar[1] / most).toFixed(2) + "%)" : "0";
      self.bars.append(node);
    });
    var highest = bars.find(function (bar) { return bar[1] === most; });
    this.bars.setAttribute("aria-label", "Mentions by " + this.data.unit + " from " + bars[0][0] + " to " +
      bars[bars.length - 1][0] + "; most of them, " + most.toLocaleString("en") + ": " + highest[0]);
    this.scale.textContent = "";
    this.scale.append(make("span", "", most.toLocaleString("en")), make("span", "", "0"));
    this.place();
  };

  /* The signs for which there is room. */
  View.prototype.place = function () {
    if (!this.data) return;
    var width = this.plot.clientWidth, n = this.data.bars.length, until = -ROOM_PX, self = this;
    this.axis.textContent = "";
    this.data.ticks.forEach(function (tick) {
      var left = width * tick[0] / n, node = make("span", "", tick[1]);
      node.style.left = left + "px";
      self.axis.append(node);
      if (left < until + ROOM_PX || left + node.offsetWidth > width) node.remove();
      else until = left + node.offsetWidth;
    });
  };

  /* The window, and what is told of it. */
  View.prototype.draw = function () {
    var n = this.data.bars.length, on = this.window || [0, n - 1], self = this;
    var left = 100 * on[0] / n, right = 100 * (on[1] + 1) / n;
    this.frame.style.left = left + "%";
    this.frame.style.width = right - left + "%";
    this.frame.classList.toggle("whole", !this.window);
    this.plot.classList.toggle("held", !!this.held);
    this.bars.classList.toggle("cut", !!this.window);
    [].forEach.call(this.bars.children, function (node, number) {
      node.classList.toggle("in", number >= on[0] && number <= on[1]);
    });
    [left, right].forEach(function (at, side) {
      var node = self.handles[side], low = side ? on[0] : 0, high = side ? n - 1 : on[1];
      node.style.left = at + "%";
      node.setAttribute("aria-valuemin", low);
      node.setAttribute("aria-valuemax", high);
      node.setAttribute("aria-valuenow", on[side]);
      node.setAttribute("aria-valuetext", self.data.bars[on[side]][0]);
    });
    this.clear.hidden = !this.window && !this.data.asked;
    this.tell();
  };

  View.prototype.tell = function () {
    var bars = this.data.bars, on = this.window, beyond = this.data.beyond, said = [];
    this.words.textContent = "";
    if (on) {
      var sum = on[0] === on[1] ? count(bars[on[0]][1]) : on[1] - on[0] + 1 + " " + this.data.unit + "s";
      var answered = same(on, this.data.window) && this.data.asked;
      this.words.append(make("b", "", answered || (on[0] === on[1] ? bars[on[0]][0] : day(bars[on[0]][2]) + " – " + day(bars[on[1]][3]))));
      this.words.append(" · " + sum);
      return;
    }
    if (this.data.asked) { this.words.append(make("b", "", this.data.asked), " · beyond the bars"); return; }
    said.push("Mentions by " + this.data.unit + "; drag over the bars to choose");
    if (beyond[0]) said.push(beyond[0].toLocaleString("en") + " earlier");
    if (beyond[1]) said.push(beyond[1].toLocaleString("en") + " later");
    this.words.append(said.join(" · "));
  };

  /* What stands above a bar while somebody points at it; what is told of the window otherwise. */
  View.prototype.point = function (number) {
    if (number === this.pointed || !this.data) return;
    if (this.pointed !== null && this.pointed !== undefined && this.bars.children[this.pointed]) {
      this.bars.children[this.pointed].classList.remove("at");
    }
    this.pointed = number;
    this.words.setAttribute("role", number === null ? "status" : "presentation");
    if (number === null) { this.tell(); return; }
    var bar = this.data.bars[number];
    this.bars.children[number].classList.add("at");
    this.words.textContent = "";
    this.words.append(make("b", "", bar[0]), " · " + count(bar[1]));
  };

  /* Choosing: a drag makes a window, one inside the window moves it, one on a handle moves that side; a click is one bar. */
  View.prototype.at = function (event) {
    var box = this.plot.getBoundingClientRect(), n = this.data.bars.length;
    return Math.min(Math.max(Math.floor((event.clientX - box.left) / box.width * n), 0), n - 1);
  };

  View.prototype.press = function (event) {
    if (event.button || !this.data) return;
    var at = this.at(event), on = this.window, side = event.target.dataset.side;
    this.stop();
    this.plot.setPointerCapture(event.pointerId);
    var way = side !== undefined ? "side" : on && at >= on[0] && at <= on[1] ? "whole" : "new";
    this.held = {way: way, side: Number(side), from: at, x: event.clientX, before: on, moved: false};
    if (side !== undefined) event.target.focus(); else event.preventDefault();
  };

  View.prototype.move = function (event) {
    if (!this.data) return;
    var at = this.at(event), held = this.held, n = this.data.bars.length;
    if (!held) { this.point(event.pointerType === "mouse" ? at : null); return; }
    if (Math.abs(event.clientX - held.x) > 3) held.moved = true;
    if (!held.moved) return;
    this.point(null);
    if (held.way === "new") this.window = [Math.min(held.from, at), Math.max(held.from, at)];
    if (held.way === "side") {
      var on = (held.before || [0, n - 1]).slice();
      on[held.side] = held.side ? Math.max(at, on[0]) : Math.min(at, on[1]);
      this.window = on;
    }
    if (held.way === "whole") {
      var by = Math.min(Math.max(at - held.from, -held.before[0]), n - 1 - held.before[1]);
      this.window = [held.before[0] + by, held.before[1] + by];
    }
    this.draw();
  };

  View.prototype.release = function (event) {
    var held = this.held, at = this.data && this.at(event);
    this.held = null;
    if (!held) return;
    if (held.moved) this.set(this.window);
    else if (held.way !== "side") this.set(same(held.before, [at, at]) ? null : [at, at]);
    else this.draw();
  };

  View.prototype.key = function (event, side) {
    var n = this.data.bars.length, on = (this.window || [0, n - 1]).slice(), far = Math.max(1, Math.round(n / 10)), self = this;
    var by = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -far, PageUp: far, Home: -n, End: n}[event.key];
    if (!by) return;
    event.preventDefault();
    this.stop();
    on[side] = side ? Math.min(Math.max(on[1] + by, on[0]), n - 1) : Math.max(Math.min(on[0] + by, on[1]), 0);
    this.window = this.fit(on);
    this.draw();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(function () { self.waiting = 0; self.set(self.window); }, KEYS_MS);
  };

  /* A window over all bars asks nothing, unless there is more beyond them. */
  View.prototype.fit = function (on) {
    var all = on && on[0] === 0 && on[1] === this.data.bars.length - 1 && !this.data.beyond[0] && !this.data.beyond[1];
    return all ? null : on;
  };

  View.prototype.set = function (on) {
    var bars = this.data.bars;
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.window = this.fit(on);
    this.asked = this.window;
    this.draw();
    this.onChoose(this.window && [bars[this.window[0]][2], bars[this.window[1]][3]]);
  };

  /* Playing: a step, the page's answer, the rest of the time, the next step. */
  View.prototype.play = function () {
    var n = this.data.bars.length;
    this.stride = Math.ceil(n / STEPS);
    this.playing = true;
    this.show();
    var on = this.window, begin = !on || on[1] >= n - 1;
    if (begin) this.step([0, on ? on[1] - on[0] : this.stride - 1]);
    else this.wait();
  };

  View.prototype.wait = function () {
    var self = this, on = this.window, n = this.data.bars.length;
    clearTimeout(this.timer);
    if (!on || on[1] >= n - 1) { this.stop(); return; }
    var by = Math.min(this.stride, n - 1 - on[1]);
    this.timer = setTimeout(function () { self.step([on[0] + by, on[1] + by]); }, Math.max(0, STEP_MS - (Date.now() - (this.stepped || 0))));
  };

  View.prototype.step = function (on) {
    this.stepped = Date.now();
    this.set(on);
    if (!this.window) this.stop();   // it is over all bars: there is nowhere to go
  };

  View.prototype.stop = function () {
    clearTimeout(this.timer);
    this.playing = false;
    this.show();
  };

  View.prototype.show = function () {
    var words = this.playing ? "Stop" : "Play: step through the days";
    this.sign.setAttribute("d", this.playing ? PAUSE : PLAY);
    this.button.title = words;
    this.button.setAttribute("aria-label", words);
  };

  return View;
})();
