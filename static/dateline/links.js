/* Links with buttons that copy them: text nodes only. `new LinksView(root, map)`, then `fill(rows)`; see geo/ui/share_view.py. */
var LinksView = (function () {
  "use strict";

  function make(tag, className, text) {
    var node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  /* `map()`: Leaflet's map on the page, or null; a link opens where it looks. */
  function View(root, map) { this.root = root; this.map = map; }

  View.prototype.spot = function () {
    var map = this.map(), at = map && map.getCenter().wrap();
    return at ? "&at=" + [at.lat.toFixed(3), at.lng.toFixed(3), +map.getZoom().toFixed(1)].join(",") : "";
  };

  /* `rows`: [heading, meaning, query, is a frame]. */
  View.prototype.fill = function (rows) {
    var spot = this.spot();
    this.root.textContent = "";
    rows.forEach(function (row) { this.root.append(this.row(row[0], row[1], row[2] + spot, row[3])); }, this);
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
