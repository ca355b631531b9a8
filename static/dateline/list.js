/* A list of articles: text nodes only. `new ListView(root, onOpen)`, then `fill(rows)`; see geo/ui/listing.py. */
var ListView = (function () {
  "use strict";

  /* `onOpen` is given the number of a row. */
  function View(root, onOpen) {
    this.root = root;
    var self = this;
    root.addEventListener("click", function (event) {
      var row = event.target.closest("button");
      if (row) onOpen(Number(row.dataset.row));
    });
    root.addEventListener("keydown", function (event) { self.key(event); });
  }

  /* `rows`: [headline, what else is known, mentions]. One Tab stop; arrows step. */
  View.prototype.fill = function (rows) {
    this.root.textContent = "";
    rows.forEach(function (row, number) {
      var item = document.createElement("li"), button = document.createElement("button"), line = document.createElement("span");
      button.type = "button";
      button.dataset.row = number;
      button.tabIndex = number ? -1 : 0;
      line.className = "facts";
      line.textContent = row[1];
      button.append(row[0], line);
      item.append(button);
      this.root.append(item);
    }, this);
    this.root.scrollTop = 0;
  };

  View.prototype.key = function (event) {
    var rows = [...this.root.querySelectorAll("button")], at = rows.indexOf(event.target.closest("button")), last = rows.length - 1;
    var to = {ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last}[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    rows[at].tabIndex = -1;
    rows[to].tabIndex = 0;
    rows[to].focus();
  };

  return View;
})();
