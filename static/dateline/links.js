/* Links with buttons that copy them: text nodes only. `new LinksView(root)`, then `fill(rows)`; see geo/ui/share_view.py. */
var LinksView = (function () {
  "use strict";

  function make(tag, className, text) {
    var node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function View(root) { this.root = root; }

  /* `rows`: [heading, meaning, query, is a frame]. */
  View.prototype.fill = function (rows) {
    this.root.textContent = "";
    rows.forEach(function (row) { this.root.append(this.row(row[0], row[1], row[2], row[3])); }, this);
  };

  View.prototype.row = function (heading, meaning, query, frame) {
    var box = make("section"), line = make("div", "line"), field = make("input"), button = make("button", "", "Copy");
    var address = window.location.origin + window.location.pathname + "?" + query;
    field.type = "text";
    field.readOnly = true;
    field.value = frame ? '<iframe src="' + address.replace(/&/g, "&amp;") + '" width="100%" height="700" title="Map"></iframe>' : address;
    field.setAttribute("aria-label", heading);
    field.addEventListener("focus", function () { field.select(); });
    button.type = "button";
    button.setAttribute("aria-label", "Copy: " + heading);
    button.addEventListener("click", function () { copy(field, button); });
    line.append(field, button);
    box.append(make("h3", "", heading), make("p", "", meaning), line);
    return box;
  };

  /* A page without https has no clipboard: then the line is selected, to be copied by hand. */
  function copy(field, button) {
    field.select();
    var done = function () { button.textContent = "Copied"; setTimeout(function () { button.textContent = "Copy"; }, 2000); };
    if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(done, function () { field.focus(); });
    else if (document.execCommand && document.execCommand("copy")) done();
  }

  return View;
})();
