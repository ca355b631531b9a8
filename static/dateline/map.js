/* The map's own layer on top of Leaflet: basemap, shapes, markers, selection.
 *
 * Everything that arrives here is numbers and names of places; names reach the page through textContent only.
 * `datelineMap(map)` gives the one controller of a map; `window.dateline` is the same object, for the page around an iframe.
 */
(function () {
  "use strict";

  var LITERAL = 0, ASSOCIATIVE = 1, UNSURE = 2, APPROXIMATE = 4;   // the bits of geo/drawing/style.py
  var POINT = 0, AREA = 1, COUNTRY = 2, ZONE = 3, LINE = 4, REGION = 5, COURSE = 6;   // the kinds of geo/drawing/style.py
  var MANY = 120;              // marks; of more, those that would lie on a weightier one step behind it until the reader zooms in
  var APART = 1.2;             // room that two marks need, in their widths; with less, one steps behind the other
  var CELL = 40;               // pixels: a little more than the largest mark
  var CLOSE_ENOUGH = 6;        // zoom: a picked point is shown at least this near
  var NEAR = [0, 5, 5.5, 0];   // zoom from which countries, their exact borders, lines between divisions, disputed borders are drawn
  var BORDERS = 1, DIVISIONS = 2, DISPUTED = 3;   // their places among the basemap's sources
  var FINEST = 9;              // zoom up to which our borders lie over a street map: nearer, they are seen to be right to a kilometre only
  var CARD = 200;              // pixels of the card that are to be in sight: the place, and the first sentence
  var BELOW = 56;              // pixels of the bar below a narrow screen that leads to the text
  var PATIENCE = 15000;        // milliseconds without a single tile until a street map counts as not to be had
  var NARROW = 480;            // pixels of a map on which the button's words would lie on the marks
  var WORLD = [[-60, -180], [80, 180]];   // degrees: all land where somebody lives
  var AROUND = L.point(72, 72);   // pixels that stay free of what is shown, both sides together
  var WORLDWIDE = 3;           // zoom from which a story plays all over the world: then it opens on all of its places if one step shows them
  var ENOUGH = 3;              // tiles that failed, and none that came, until it does

  var PALETTE = {
    light: {land: "#f6f3ec", coast: "#b3ad9f", disputed: "#8f887a", division: "#d3ccbd", over: "#39434c", area: "#0b5f8a", line: "#7b2d6f", pick: "#c4420a"},
    dark: {land: "#2b323a", coast: "#626d79", disputed: "#8692a0", division: "#414b56", over: "#c6ced6", area: "#6cc0ea", line: "#e29ad6", pick: "#ff9a62"}
  };

  function element(tag, className, text) {
    var node = document.createElement(tag);
    node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function corners() {
    var space = "http://www.w3.org/2000/svg", svg = document.createElementNS(space, "svg"), path = document.createElementNS(space, "path");
    svg.setAttribute("viewBox", "0 0 14 14");
    path.setAttribute("d", "M1 5V1h4M9 1h4v4M13 9v4H9M5 13H1V9");
    svg.append(path);
    return svg;
  }

  /* Steps of keys, buttons and wheel are taken at once. */
  function still(map) {
    var pan = map.panBy;
    map.panBy = function (by, options) { return pan.call(map, by, L.extend({}, options, {animate: false})); };
    map.options.inertia = false;
    map._zoomAnimated = false;   // Leaflet has no option for it once the map is there
  }

  function isLine(kind) { return kind === LINE || kind === COURSE; }

  function isWide(kind) { return kind === COUNTRY || kind === REGION; }

  function latLngs(coordinates, depth) { return L.GeoJSON.coordsToLatLngs(coordinates, depth); }

  function Controller(map) {
    this.map = map;
    this.theme = "light";
    this.places = {};      // id → {id, at, count, bits, kind, label, marker, icon, layers, box}
    this.order = [];       // ids of the places that have a mark, in text order
    this.known = [];        // ids of all places, in that order
    this.crowd = false;    // are there so many that some step behind others?
    this.picked = null;
    this.fresh = true;     // is the story that is being told not on the map yet?
    this.version = null;
    this.listeners = [];
    this.layers = null;    // the basemap's
    this.papers = {};      // what they are drawn on, by pane
    this.view = "un";      // whose borders are shown
    this.says = null;      // what the map's corner says of that
    this.saying = null;    // and what of it stands there now
    this.street = null;    // the street map that is asked for: {source, layer, failed, ever, waiting}
    this.paved = false;    // is it in sight?
    this.stay = false;     // is the story that is being told the last one, seen in another way?
    this.anew = false;     // was something else asked for, so that it has other places?
    this.seek = null;      // where to look if another filter leaves most of what it keeps out of view, or in a corner of it
    this.wide = false;     // was the map put by its button to where all places are in view?
    this.names = [];       // the basemap's country labels
    this.touched = false;  // has the reader moved the map?
    this.fit = null;
    this.orders = -1;      // the last order to move that was carried out
    this.begun = false;    // was the map put where an address says?
    this.placed = false;   // was it just now, so that the first order moves nothing?
    this.ahead = [];       // where the page went by itself before the order for it came
    this.prepare();
  }

  Controller.prototype.prepare = function () {
    var map = this.map, self = this;
    // tiles lie at 200, between land and borders
    [["dl-base", 150], ["dl-borders", 230], ["dl-names", 250], ["dl-areas", 350], ["dl-lines", 420]].forEach(function (pane) {
      map.createPane(pane[0]).style.zIndex = pane[1];
    });
    if (this.calm()) still(map);
    map.getPane("dl-names").style.pointerEvents = map.getPane("dl-borders").style.pointerEvents = "none";
    this.builtIn = {closest: map.getMaxZoom(), farthest: map.getMinZoom(), snap: map.options.zoomSnap};
    this.reachOut();
    map.getContainer().classList.add("dl-map");
    var frame = window.frameElement;
    if (frame) frame.setAttribute("aria-label", "Map of the places");   // the frame's own title is a package's name
    map.attributionControl.setPrefix('<a href="https://leafletjs.com" target="_blank" rel="noopener">Leaflet</a>');
    ["wheel", "pointerdown", "keydown"].forEach(function (kind) {
      map.getContainer().addEventListener(kind, function () { self.touched = true; }, {passive: true});
    });
    map.getContainer().addEventListener("keydown", function (event) { if (event.key === "Escape") self.report(null); });
    map.on("moveend zoomend resize viewreset", function () { self.arrange(); });
    map.on("zoomend", function () { self.ground(); });
    this.followTheme();
    map.on("movestart", function () { self.wide = false; });
    if (window.ResizeObserver) new ResizeObserver(function () { self.resized(); }).observe(map.getContainer());
    document.querySelectorAll('link[rel="stylesheet"]').forEach(function (link) {
      link.addEventListener("load", function () { self.resized(); });
    });
  };

  Controller.prototype.resized = function () {
    this.map.invalidateSize({animate: false});   // what was in the middle stays there
    this.reachOut();
    if (this.fit && !this.touched && this.picked === null) this.map.fitBounds(this.fit[0], this.fit[1]);
    this.arrange();
  };

  Controller.prototype.calm = function () {
    return window.matchMedia && window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  };

  Controller.prototype.colours = function () { return PALETTE[this.theme]; };

  /* ---- theme ---- */

  Controller.prototype.setTheme = function (name) {
    if (name === "auto") name = window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    this.theme = PALETTE[name] ? name : "light";
    this.map.getContainer().classList.toggle("dl-dark", this.theme === "dark");
    this.ground();
    Object.keys(this.places).forEach(function (id) { this.paint(this.places[id]); }, this);
    return this;
  };

  /* The theme of the page around the map's frame, as soon as it changes: the page's own word for it comes with the next action. */
  Controller.prototype.followTheme = function () {
    try {
      var self = this, app = window.frameElement && window.parent.document.querySelector(".stApp");
      if (!app) return;
      new MutationObserver(function () {
        var name = getComputedStyle(app).colorScheme;
        if (PALETTE[name] && name !== self.theme) self.setTheme(name);
      }).observe(app, {attributes: true, attributeFilter: ["class", "style"]});
    } catch (error) { /* a page of another origin holds the map */ }
  };

  /* ---- basemap ---- */

  /* `sources`: countries, borders, divisions, disputed borders, each an address or GeoJSON; what a zoom does not show is not fetched. */
  Controller.prototype.basemap = function (sources, attribution) {
    this.map.attributionControl.addAttribution(attribution);
    this.layers = sources.map(function (source) { return {source: source, drawn: null, asked: false}; });
    this.ground();
    return this;
  };

  Controller.prototype.groundStyle = function (number) {
    var c = this.colours(), near = this.map.getZoom() >= NEAR[1] && this.layers[1].drawn;
    if (number === DISPUTED) return this.disputedStyle(c);
    if (number === BORDERS) return {color: this.paved ? c.over : c.coast, weight: 1.1, opacity: this.paved ? 0.55 : 1, fill: false};
    if (number === DIVISIONS) return {color: c.division, weight: 0.8, fill: false, dashArray: "4 3"};
    // Near by, the exact borders are drawn over the countries, whose own coarser outlines step back.
    return {fillColor: c.land, fillOpacity: 1, color: near ? c.land : c.coast, weight: 0.8};
  };

  /* A dashed line for a border of the shown view. Below it land wipes out the countries' own whole outline: under the
   * dashes, and where that outline is a border of the United Nations' view alone. */
  Controller.prototype.disputedStyle = function (colours) {
    var view = this.view, paved = this.paved;      // a street map's own lines cannot be wiped out
    function has(feature) { return feature.properties.view === "both" || feature.properties.view === view; }
    return {
      wipe: function (feature) {
        var hides = !paved && (has(feature) || feature.properties.view === "un");
        return {color: colours.land, weight: 2.6, lineCap: "butt", opacity: hides ? 1 : 0};
      },
      dashes: function (feature) {
        return {color: paved ? colours.over : colours.disputed, weight: paved ? 1.7 : 1.3, lineCap: "butt", dashArray: "5 4", opacity: has(feature) ? 1 : 0};
      }
    };
  };

  /* Whose borders are shown, `un` or `de-facto`, and the line that says so. */
  Controller.prototype.borders = function (view, says) {
    this.view = view; this.says = says;
    this.ground();
    this.arrange();
    return this;
  };

  Controller.prototype.sayBorders = function () {
    var credit = this.map.attributionControl, near = this.map.getZoom() > FINEST;
    var says = !this.says ? null : !this.paved ? this.says : near ? "Borders: the street map’s own" : this.says + " over the street map’s own";
    if (says === this.saying) return;
    if (this.saying) credit.removeAttribution(this.saying);
    if (says) credit.addAttribution(says);
    this.saying = says;
  };

  /* Show what belongs to the zoom, in the colours of the theme. */
  Controller.prototype.ground = function () {
    var zoom = this.map.getZoom();
    if (zoom === undefined) return;
    this.pave();
    this.sayBorders();
    (this.layers || []).forEach(function (layer, number) {
      var wanted = zoom >= NEAR[number] && !(this.paved && (number === DIVISIONS || number !== 0 && zoom > FINEST));
      if (wanted && !layer.asked) this.fetch(layer, number);
      if (!layer.drawn) return;
      this.style(layer, number);
      if (!wanted) layer.drawn.remove();
      else if (!this.map.hasLayer(layer.drawn)) layer.drawn.addTo(this.map);
    }, this);
  };

  Controller.prototype.style = function (layer, number) {
    var style = this.groundStyle(number);
    if (number !== DISPUTED) { layer.drawn.setStyle(style); return; }
    layer.wipe.setStyle(style.wipe);
    layer.dashes.setStyle(style.dashes);
  };

  Controller.prototype.fetch = function (layer, number) {
    var self = this, container = this.map.getContainer();
    layer.asked = true;
    if (typeof layer.source !== "string") return this.drawGround(layer, number, layer.source);
    fetch(layer.source).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(function (found) { self.drawGround(layer, number, found); }).catch(function () {
      if (number === 0) container.dataset.basemap = "failed";
    });
  };

  Controller.prototype.drawGround = function (layer, number, found) {
    var pane = number === 0 ? "dl-base" : "dl-borders";
    this.papers[pane] = this.papers[pane] || L.canvas({pane: pane, padding: 0.5});
    var paper = {interactive: false, pane: pane, renderer: this.papers[pane]};
    if (number === DISPUTED) {
      layer.wipe = L.geoJSON(found, paper);
      layer.dashes = L.geoJSON(found, paper);
      layer.drawn = L.featureGroup([layer.wipe, layer.dashes]);
    } else {
      layer.drawn = L.geoJSON(found, paper);
    }
    if (number === 0) {
      this.nameCountries(found);
      this.map.getContainer().dataset.basemap = "drawn";
    }
    this.ground();
    // disputed borders lie above the others, whichever came first
    this.layers.slice(1).forEach(function (lines) { if (lines.drawn && this.map.hasLayer(lines.drawn)) lines.drawn.bringToFront(); }, this);
    this.arrange();
  };

  function ringMiddle(ring) {      // centroid and area of a ring, in degrees
    var area = 0, x = 0, y = 0;
    for (var i = 0; i < ring.length - 1; i++) {
      var cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
      area += cross; x += (ring[i][0] + ring[i + 1][0]) * cross; y += (ring[i][1] + ring[i + 1][1]) * cross;
    }
    return area ? {area: Math.abs(area / 2), lon: x / (3 * area), lat: y / (3 * area)} : {area: 0, lon: ring[0][0], lat: ring[0][1]};
  }

  Controller.prototype.nameCountries = function (countries) {
    (countries.features || []).forEach(function (feature) {
      var name = feature.properties && feature.properties.name, shape = feature.geometry;
      if (!name || !shape) return;
      var parts = shape.type === "Polygon" ? [shape.coordinates] : shape.type === "MultiPolygon" ? shape.coordinates : [];
      var best = {area: 0};
      parts.forEach(function (part) {
        var middle = ringMiddle(part[0]);
        if (middle.area > best.area) best = middle;
      });
      if (best.area) this.names.push({text: name, at: L.latLng(best.lat, best.lon), area: best.area, view: feature.properties.view, node: null});
    }, this);
    this.names.sort(function (a, b) { return b.area - a.area; });
  };

  /* ---- a street map ---- */

  /* The ground: a street map `{address, credit, finest, closest}`, or null for the built-in map alone. The built-in map stays below,
   * and is seen where tiles are missing or on their way. The same ground again changes nothing, also where it did not load. */
  Controller.prototype.tiles = function (source) {
    if (JSON.stringify(source) === JSON.stringify(this.street && this.street.source)) return this;
    this.unpave();
    this.street = source && {source: source, layer: null, failed: {}, ever: false, waiting: 0};
    this.notice(null);
    if (source) this.lay(this.street);
    this.ground();
    return this;
  };

  /* No referrer but the page's origin: its address may open a project. */
  Controller.prototype.lay = function (street) {
    var self = this, source = street.source, layer = street.layer = L.tileLayer(source.address, {
      attribution: source.credit, maxNativeZoom: source.finest, maxZoom: source.closest, updateWhenZooming: false,
      referrerPolicy: "strict-origin-when-cross-origin"
    });
    function tell(kind, done) {
      layer.on(kind, function (event) {
        if (street.layer !== layer) return;      // it is being taken away
        done(event.coords && event.coords.x + ":" + event.coords.y + ":" + event.coords.z);
        self.weigh(street, kind === "load");
      });
    }
    tell("tileload", function () { street.ever = true; clearTimeout(street.waiting); });
    tell("tileerror", function (tile) { street.failed[tile] = true; });
    tell("tileunload", function (tile) { delete street.failed[tile]; });
    tell("load", function () {});
    street.waiting = setTimeout(function () { self.giveUp(street); }, PATIENCE);
    this.reach(Math.max(this.builtIn.closest, source.closest), 1);      // tiles are sharp at whole zooms only
    layer.addTo(this.map);
  };

  /* What came and what failed; `all`: everything that the view needs has done either. */
  Controller.prototype.weigh = function (street, all) {
    var failed = Object.keys(street.failed).length;
    if (!street.ever && failed && (all || failed >= ENOUGH)) { this.giveUp(street); return; }
    if (street.ever) this.notice(failed ? "Part of the street map did not load. The built-in map is shown there." : null);
    if (this.paved !== this.inSight()) this.ground();
  };

  /* Nothing of the street map came: back to the built-in map, with a word. */
  Controller.prototype.giveUp = function (street) {
    var self = this;
    this.unpave();
    this.notice("The street map did not load. The built-in map is shown.", function () { self.lay(street); self.ground(); });
  };

  /* Take the tiles away; the map stays where it is, as far as the built-in one reaches. */
  Controller.prototype.unpave = function () {
    var street = this.street, layer = street && street.layer;
    if (!layer) return;
    clearTimeout(street.waiting);
    street.layer = null; street.failed = {}; street.ever = false;
    layer.remove();
    this.reach(this.builtIn.closest, this.builtIn.snap);
    this.ground();
  };

  Controller.prototype.reach = function (closest, snap) {
    this.map.options.zoomSnap = snap;
    if (this.map.getZoom() > closest) this.map.setZoom(closest, {animate: false});
    this.map.setMaxZoom(closest);
    this.reachOut();
  };

  /* On a small map one gets as far out as it takes to see the whole world at once. */
  Controller.prototype.reachOut = function () {
    var map = this.map, size = map.getSize();
    if (!size.x || !size.y) return;
    map.options.minZoom = 0;      // else Leaflet finds no zoom below it
    map.setMinZoom(Math.min(this.builtIn.farthest, map.getBoundsZoom(WORLD)));
  };

  Controller.prototype.inSight = function () {
    var street = this.street;
    return Boolean(street && street.layer && street.ever && this.map.getZoom() <= street.source.closest);
  };

  /* What is drawn over a street map that is in sight is drawn otherwise than over land. */
  Controller.prototype.pave = function () {
    var street = this.street, paved = this.inSight();
    this.map.getContainer().dataset.street = !street ? "none" : !street.layer ? "failed" : paved ? "drawn" : "waiting";
    if (paved === this.paved) return;
    this.paved = paved;
    Object.keys(this.places).forEach(function (id) { this.paint(this.places[id]); }, this);
    this.arrange();
  };

  /* A line on the map, which the reader may close; `again`: what a button in it does. Null: none. */
  Controller.prototype.notice = function (words, again) {
    var self = this, before = this.told;
    if (before && before.words === words) return;
    if (before) before.node.remove();
    this.told = null;
    if (!words) return;
    var node = element("div", "dl-notice"), close = element("button", "dl-close", "×");
    node.setAttribute("role", "status");
    node.append(element("span", "", words));
    if (again) {
      var button = element("button", "", "Try again");
      button.type = "button";
      button.addEventListener("click", function () { self.notice(null); again(); });
      node.append(button);
    }
    close.type = "button";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", function () { node.remove(); });
    node.append(close);
    L.DomEvent.disableClickPropagation(node);
    this.map.getContainer().append(node);
    this.told = {words: words, node: node};
  };

  /* ---- one story after the other on the same map ---- */

  /* The story with this version comes next. If the map shows it already, `show`, `shapes` and `points` do nothing; if only
   * what stands behind the version's colon is new, it is the same text seen in another way, and the reader is left where they are;
   * but where what stands behind a second colon is new too, something else was asked for, and most of it is to be in view
   * and large enough to be told apart.
   * `follows`: is what is to be shown told after this? Otherwise the map should show it already, and asks for it if it does not. */
  Controller.prototype.turn = function (version, follows) {
    this.fresh = version !== this.version && follows;
    if (version !== this.version && !follows) this.listeners.forEach(function (listener) { listener("missing"); });
    if (!this.fresh) return this;
    var before = (this.version || "").split(":"), now = version.split(":");
    this.stay = this.version !== null && before[0] === now[0];
    this.anew = this.stay && before[2] !== now[2];
    this.version = version;
    Object.keys(this.places).forEach(function (id) {
      var place = this.places[id];
      [place.marker].concat(place.layers || []).forEach(function (layer) { if (layer) layer.remove(); });
    }, this);
    if (this.all) this.all.remove();
    this.places = {}; this.order = this.known = []; this.stop = undefined; this.picked = null; this.touched = this.stay && this.touched;
    return this;
  };

  /* ---- the story's shapes ---- */

  Controller.prototype.shapes = function (rows) {
    if (!this.fresh) return this;
    rows.forEach(function (row) {
      var place = this.place(row[0]);
      place.kind = row[1]; place.bits = row[2];
      place.layers = isLine(row[1]) ? this.line(place, latLngs(row[3], 1)) : this.area(place, latLngs(row[3], 2));
      place.layers.forEach(function (layer) {
        layer.on("click", function (event) { L.DomEvent.stop(event); this.report(place.id); }, this);
        layer.on("mouseover", function () { this.hover(place, true); }, this);
        layer.on("mouseout", function () { this.hover(place, false); }, this);
      }, this);
      this.paint(place);
    }, this);
    return this;
  };

  Controller.prototype.area = function (place, rings) {
    return [L.polygon(rings, {pane: "dl-areas", className: "dl-shape", bubblingMouseEvents: false})];
  };

  Controller.prototype.line = function (place, lines) {
    var thin = L.polyline(lines, {pane: "dl-lines", className: "dl-shape", bubblingMouseEvents: false});
    var wide = L.polyline(lines, {pane: "dl-lines", className: "dl-shape dl-grip", weight: 18, opacity: 0, bubblingMouseEvents: false});
    return [thin, wide];
  };

  Controller.prototype.shapeStyle = function (place) {
    var c = this.colours(), on = this.picked === place.id, colour = on ? c.pick : place.kind === LINE ? c.line : c.area;
    if (place.bits & ASSOCIATIVE) {      // a government or team is no area: a fine dotted outline, hollow as its mark is
      return {
        color: colour, weight: on ? 2 : 1.4, opacity: on ? 0.95 : 0.6, dashArray: "1 5", lineCap: "round",
        fill: !isLine(place.kind), fillColor: colour, fillOpacity: 0     // what is filled with nothing can still be clicked
      };
    }
    if (isLine(place.kind)) {
      var width = place.kind === LINE ? 4 : 3;     // a river is no border
      return {color: colour, weight: on ? width + 1 : width, opacity: on ? 1 : 0.85, dashArray: place.bits & UNSURE ? "6 7" : null, lineCap: "round"};
    }
    if (place.bits & APPROXIMATE && place.kind !== COUNTRY) {      // nobody drew its edge: faint, with a broad rim for an outline
      return {
        color: colour, fillColor: colour, weight: on ? 11 : 9, opacity: on ? 0.32 : 0.16, fillOpacity: on ? 0.18 : 0.08,
        lineJoin: "round", dashArray: place.bits & UNSURE ? "14 16" : null
      };
    }
    if (place.kind === REGION) {      // a part of the world: a breath of colour, so that what lies in it stays in sight
      return {color: colour, fillColor: colour, weight: on ? 1.6 : 1, opacity: on ? 0.9 : 0.4, fillOpacity: on ? 0.1 : 0.03, dashArray: null};
    }
    var faint = place.kind === COUNTRY && !on;
    return {
      color: colour, fillColor: colour,
      stroke: !faint || this.paved,      // the basemap's border is its outline until it is picked; a street map's may be another
      weight: on ? 2.5 : faint ? 1 : 1.6,
      opacity: on ? 0.95 : faint ? 0.45 : 0.75,
      fillOpacity: on ? 0.2 : faint ? 0.05 : 0.1,
      dashArray: place.bits & UNSURE ? "5 6" : null
    };
  };

  Controller.prototype.paint = function (place) {
    if (place.layers) {
      var hidden = isWide(place.kind) && (place.bits & ASSOCIATIVE) && this.picked !== place.id;
      place.layers[0].setStyle(this.shapeStyle(place));
      place.layers.forEach(function (layer) {
        if (hidden) layer.remove(); else if (!this.map.hasLayer(layer)) layer.addTo(this.map);
      }, this);
    }
    if (place.icon) {
      var on = this.picked === place.id;
      place.icon.classList.toggle("dl-on", on);
      place.icon.setAttribute("aria-pressed", on ? "true" : "false");
      // small marks lie on large ones, exact ones on areas, locations on governments
      place.marker.setZIndexOffset(on ? 9000 : (place.bits & ASSOCIATIVE ? 0 : 3000) + (isWide(place.kind) ? 0 : 2000) - 10 * place.size);
    }
  };

  Controller.prototype.hover = function (place, on) {
    if (place.icon) place.icon.classList.toggle("dl-hover", on);
    if (place.layers && !isLine(place.kind) && this.picked !== place.id) {
      place.layers[0].setStyle({fillOpacity: on ? this.shapeStyle(place).fillOpacity + 0.08 : this.shapeStyle(place).fillOpacity});
    }
  };

  /* ---- the story's points ---- */

  Controller.prototype.place = function (id) {
    if (!this.places[id]) { this.places[id] = {id: id, kind: POINT, bits: LITERAL}; this.order.push(id); }
    return this.places[id];
  };

  Controller.prototype.points = function (rows, labels) {
    if (!this.fresh) return this;
    this.crowd = rows.length > MANY;
    rows.forEach(function (row, index) {
      var place = this.place(row[0]);
      place.at = L.latLng(row[1], row[2]); place.count = row[3]; place.bits = row[4]; place.kind = row[5];
      place.label = labels[index] || "";
      if (!this.crowd) this.marker(place);
      this.paint(place);
    }, this);
    this.order = this.known = rows.map(function (row) { return row[0]; });
    this.firstStop(this.order[0]);
    if (this.seek && (2 * this.outside() > rows.length || this.isSmall(this.seek.whole))) {
      this.fit = this.seek.fit; this.touched = false;
      this.map.fitBounds(this.fit[0], this.fit[1]);
    }
    this.arrange();
    return this;
  };

  /* Whether `bounds` take less than a quarter of the view's width and height: two steps nearer they would still fit. */
  Controller.prototype.isSmall = function (bounds) {
    return Math.min(this.map.getBoundsZoom(bounds, false, AROUND), this.seek.fit[1].maxZoom) >= this.map.getZoom() + 2;
  };

  /* How many places have neither their mark nor a part of their shape in view. */
  Controller.prototype.outside = function () {
    var map = this.map, view = map.getBounds();
    return this.known.filter(function (id) {
      var place = this.places[id], shape = place.layers && map.hasLayer(place.layers[0]) ? place.layers[0].getBounds() : null;
      return !view.contains(place.at) && !(shape && view.intersects(shape));
    }, this).length;
  };

  /* The button that shows all places says how many are not in view. */
  Controller.prototype.sayOutside = function () {
    var number = this.outside(), says = number ? number + (number === 1 ? " place" : " places") + " outside this view" : "";
    if (!this.all) return;
    var link = this.all.getContainer().firstChild, title = "Show all places" + (says ? ": " + says : "");
    var words = number && this.map.getSize().x < NARROW ? number + " outside" : says;
    if (link.title === title && link.lastChild.textContent === words) return;      // nothing is laid out anew for the same words
    link.lastChild.textContent = words;
    link.classList.toggle("dl-beyond", number > 0);
    link.title = title;
    link.setAttribute("aria-label", link.title);
  };

  /* ---- a crowd of marks ---- */

  /* Of the marks in view, the weightiest first: one that would lie on another steps behind it, and that one says how many did. */
  Controller.prototype.thin = function () {
    var map = this.map, view = map.getBounds().pad(0.25), zoom = map.getZoom(), grid = {}, kept = {}, self = this;
    function near(xy, size) {
      var x = Math.floor(xy.x / CELL), y = Math.floor(xy.y / CELL);
      for (var i = x - 1; i <= x + 1; i++) for (var j = y - 1; j <= y + 1; j++) {
        var others = grid[i + ":" + j] || [];
        for (var k = 0; k < others.length; k++) {
          var other = others[k], apart = APART * (size + other.size) / 2;
          if (Math.hypot(xy.x - other.spot.x, xy.y - other.spot.y) < apart) return other;
        }
      }
      return null;
    }
    this.known.forEach(function (id) { self.places[id].behind = []; });
    var ids = this.picked === null ? this.known : [this.picked].concat(this.known.filter(function (id) { return id !== self.picked; }));
    ids.forEach(function (id) {
      var place = this.places[id], before = null;
      if (!view.contains(place.at)) { this.unmark(place); return; }
      place.size = sizeOf(place);
      place.spot = map.project(place.at, zoom);
      before = near(place.spot, place.size);
      if (before) { before.behind.push(place); this.unmark(place); return; }
      var cell = Math.floor(place.spot.x / CELL) + ":" + Math.floor(place.spot.y / CELL);
      (grid[cell] = grid[cell] || []).push(place);
      kept[id] = true;
    }, this);
    this.order = this.known.filter(function (id) { return kept[id]; });
    this.order.forEach(function (id) {
      var place = this.places[id];
      if (!place.marker) { this.marker(place); this.paint(place); }
      this.more(place);
    }, this);
    if (!kept[this.stop]) this.firstStop(this.order[0]);
  };

  Controller.prototype.unmark = function (place) {
    if (!place.marker) return;
    place.marker.remove();
    place.marker = place.icon = place.tag = place.badge = undefined;
  };

  /* How many marks stand behind one; a click on the number goes where they lie apart. */
  Controller.prototype.more = function (place) {
    var self = this, number = place.behind.length, title = number + (number === 1 ? " more place here: zoom in" : " more places here: zoom in");
    if (place.badge ? place.badge.title === title : !number) return;
    if (place.badge) place.badge.remove();
    place.icon.classList.toggle("dl-host", number > 0);
    place.badge = number ? element("span", "dl-more", "+" + number) : undefined;
    if (!number) return;
    place.badge.title = title;
    L.DomEvent.on(place.badge, "click", function (event) {
      L.DomEvent.stop(event);
      var bounds = L.latLngBounds([place.at]);
      place.behind.forEach(function (other) { bounds.extend(other.at); });
      self.touched = true;
      var nearer = self.map.getZoom() + 1.5, most = self.map.getMaxZoom();
      self.map.flyTo(bounds.getCenter(), Math.min(most, Math.max(nearer, self.map.getBoundsZoom(bounds, false, L.point(80, 80)))), {
        animate: !self.calm(), duration: 0.45
      });
    });
    place.tag.append(place.badge);
  };

  function markerClass(place) {
    return "dl-marker" + (place.bits & ASSOCIATIVE ? " dl-assoc" : "") + (place.bits & UNSURE ? " dl-unsure" : "") +
      (place.kind === LINE ? " dl-line" : place.kind === POINT || place.kind === COURSE ? "" : " dl-area");
  }

  function sizeOf(place) {
    var most = isWide(place.kind) ? 4 : 13;     // a country's mark stands for no exact point and stays small
    return place.count > 1 ? 18 + Math.min(most, 3.2 * Math.sqrt(place.count - 1)) : 13;
  }

  Controller.prototype.marker = function (place) {
    var self = this, body = element("div", "dl-body"), dot = element("span", "dl-dot", place.count > 1 ? String(place.count) : "");
    var size = sizeOf(place);
    dot.style.width = dot.style.height = size + "px";
    place.size = size;
    place.tag = element("span", "dl-label", place.label);
    place.tag.style.left = size / 2 + 4 + "px";
    body.append(dot, place.tag);
    place.marker = L.marker(place.at, {icon: L.divIcon({className: markerClass(place), html: body, iconSize: [0, 0]}), bubblingMouseEvents: false});
    place.marker.addTo(this.map);
    place.icon = place.marker.getElement();
    place.icon.tabIndex = -1;
    place.icon.dataset.place = place.id;
    place.icon.setAttribute("aria-label", place.label + (place.count > 1 ? ", named " + place.count + " times" : ", named once"));
    place.marker.on("click", function (event) { L.DomEvent.stop(event); self.report(place.id); });
    place.marker.on("mouseover", function () { self.hover(place, true); }).on("mouseout", function () { self.hover(place, false); });
    place.icon.addEventListener("keydown", function (event) { self.key(place, event); });
    place.icon.addEventListener("focus", function () { self.hover(place, true); });
    place.icon.addEventListener("blur", function () { self.hover(place, false); });
  };

  /* One Tab stop for all markers; arrows step in the order of the text. */
  Controller.prototype.firstStop = function (id) {
    if (this.stop !== undefined && this.places[this.stop] && this.places[this.stop].icon) this.places[this.stop].icon.tabIndex = -1;
    this.stop = id;
    if (this.places[id] && this.places[id].icon) this.places[id].icon.tabIndex = 0;
  };

  Controller.prototype.key = function (place, event) {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); event.stopPropagation(); this.report(place.id); return; }
    var step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (!step) return;
    event.preventDefault(); event.stopPropagation();
    var next = this.order[(this.order.indexOf(place.id) + step + this.order.length) % this.order.length];
    this.firstStop(next);
    if (!this.map.getBounds().contains(this.places[next].at)) this.map.panTo(this.places[next].at, {animate: false});
    this.places[next].icon.focus({preventScroll: true});
  };

  /* ---- labels: the weightiest first; one that would cover another moves to the other side or stays away ---- */

  /* Whether a box lies on one of the others; the mark of the place itself does not count. */
  function overlaps(box, boxes, own) {
    return boxes.some(function (other) {
      return (own === undefined || other[4] !== own) && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1];
    });
  }

  Controller.prototype.arrange = function () {
    var self = this;
    if (this.arranging) return;
    this.arranging = requestAnimationFrame(function () { self.arranging = 0; self.arrangeNow(); });
  };

  Controller.prototype.arrangeNow = function () {
    if (this.crowd) this.thin();
    var map = this.map, boxes = [], picked = this.picked, size = map.getSize();
    this.from = map.containerPointToLayerPoint([0, 0]);
    this.to = map.containerPointToLayerPoint([size.x, size.y]);
    var marked = this.order.map(function (id) { return this.places[id]; }, this).filter(function (p) { return p.icon; });
    marked.forEach(function (p) {
      p.xy = map.latLngToLayerPoint(p.at);
      boxes.push([p.xy.x - p.size / 2, p.xy.y - p.size / 2, p.xy.x + p.size / 2, p.xy.y + p.size / 2, p.id]);
    });
    this.sayOutside();
    if (this.all) boxes.push(this.boxOf(this.all.getContainer()));
    function weight(p) { return (p.id === picked ? 1e6 : 0) + (p.bits & ASSOCIATIVE ? 0 : 1000) + p.count; }
    marked.sort(function (a, b) { return weight(b) - weight(a); });
    marked.forEach(function (p) { p.wide = p.tag.offsetWidth; p.high = p.tag.offsetHeight; });   // all read before any is moved
    marked.forEach(function (p) { this.placeLabel(p, boxes); }, this);
    this.arrangeNames(boxes);
  };

  /* Where a control lies, in the pixels of the labels. */
  Controller.prototype.boxOf = function (node) {
    var own = node.getBoundingClientRect(), all = this.map.getContainer().getBoundingClientRect();
    var x = this.from.x + own.left - all.left, y = this.from.y + own.top - all.top;
    return [x, y, x + own.width, y + own.height];
  };

  Controller.prototype.placeLabel = function (place, boxes) {
    var width = place.wide, half = place.high / 2, gap = place.size / 2 + 4;
    var right = [place.xy.x + gap, place.xy.y - half, place.xy.x + gap + width, place.xy.y + half];
    var left = [place.xy.x - gap - width, place.xy.y - half, place.xy.x - gap, place.xy.y + half];
    var inside = place.xy.x >= this.from.x && place.xy.x <= this.to.x, rightFits = right[2] <= this.to.x, leftFits = left[0] >= this.from.x;
    var box = !inside ? null : rightFits && !overlaps(right, boxes, place.id) ? right : leftFits && !overlaps(left, boxes, place.id) ? left :
      place.id === this.picked ? (rightFits ? right : left) : null;
    place.tag.style.left = box === left ? -gap - width + "px" : gap + "px";
    place.icon.classList.toggle("dl-quiet", !box);
    if (box) boxes.push(box);
  };

  Controller.prototype.arrangeNames = function (boxes) {
    var map = this.map, zoom = map.getZoom(), view = map.getBounds().pad(0.3), own = {}, paved = this.paved, borders = this.view;
    var scale = Math.pow(2, zoom) * 256 / 360;    // pixels a degree of longitude
    this.order.forEach(function (id) { own[this.places[id].label] = true; }, this);
    this.names.forEach(function (name) {
      var room = Math.sqrt(name.area) * scale, wanted = name.text.length * 7.8;    // pixels of a capital with its spacing
      var show = !paved && (!name.view || name.view === borders) && room > 0.7 * wanted && !own[name.text] && view.contains(name.at);      // a street map has its own
      if (show) {
        var xy = map.latLngToLayerPoint(name.at), box = [xy.x - wanted / 2, xy.y - 8, xy.x + wanted / 2, xy.y + 8];
        show = !overlaps(box, boxes);
        if (show) boxes.push(box);
      }
      if (show && !name.node) {
        name.node = L.marker(name.at, {
          pane: "dl-names", interactive: false, keyboard: false,
          icon: L.divIcon({className: "dl-name", html: element("span", "", name.text), iconSize: [0, 0]})
        });
      }
      if (name.node) { if (show) name.node.addTo(map); else name.node.remove(); }
    });
  };

  /* ---- selection ---- */

  Controller.prototype.onPick = function (listener) { this.listeners.push(listener); return this; };

  /* The reader's pointer is on a mention of the place in the text. */
  Controller.prototype.glance = function (id, on) { if (this.places[id]) this.hover(this.places[id], on); };

  /* The reader picked a place (null: none) on the map: the map stays where it is, everybody else is told. */
  Controller.prototype.report = function (id) {
    this.select(id, false);
    if (this.picked !== null) this.bringCardIntoView();
    this.listeners.forEach(function (listener) { listener(id); });
  };

  /* A click must be seen to do something: where the card below the map is out of sight, the page goes on as far as the map stays in sight. */
  Controller.prototype.bringCardIntoView = function () {
    try {
      var page = window.parent, card = page.document.querySelector(".st-key-pane_card"), bar = page.document.querySelector(".st-key-panes");
      var above = bar.getBoundingClientRect().height, below = above ? BELOW : 0;      // both bars are on a narrow screen only
      var hidden = card.getBoundingClientRect().top + CARD + below - page.innerHeight;
      var room = window.frameElement.getBoundingClientRect().top - above - 16;
      var step = Math.min(hidden, room), main = page.document.querySelector('[data-testid="stMain"]');
      if (step > 0) main.scrollBy({top: step, behavior: this.calm() ? "auto" : "smooth"});
    } catch (error) { /* another page holds the map, or the card stands beside it */ }
  };

  /* Pick a place (null: none) for the map; `move` brings it into view. */
  Controller.prototype.select = function (id, move) {
    var before = this.places[this.picked], now = this.places[id];
    if (!move && !this.fresh && this.picked === (now ? id : null)) return this;
    this.picked = now ? id : null;
    if (before) this.paint(before);
    if (now) {
      this.paint(now);
      this.firstStop(id);
      if (move) this.goTo(now);
    }
    this.arrange();
    return this;
  };

  /* Go to a place (null: none) at once; the page's order to do so follows, and by then the reader may have panned on. */
  Controller.prototype.lead = function (id) {
    this.ahead.push(id);
    return this.select(id, true);
  };

  /* The page's order after a rerun; `order` counts the moves asked for, so that a repeated order moves nothing. */
  Controller.prototype.follow = function (id, order, theme) {
    if (theme && theme !== this.theme) this.setTheme(theme);
    if (order <= this.orders) return this.select(this.ahead.length && !this.fresh ? this.picked : id, false);
    this.orders = order;
    var led = this.ahead.indexOf(id), placed = this.placed;
    this.ahead = led < 0 ? [] : this.ahead.slice(led + 1);
    this.placed = false;
    return led >= 0 && this.ahead.length ? this : this.select(id, led < 0 && !placed);
  };

  /* Where somebody looked who shared the address: the map begins there, whatever is picked. */
  Controller.prototype.begin = function (lat, lon, zoom) {
    if (this.begun) return this;
    this.begun = this.placed = this.touched = true;
    this.map.setView([lat, lon], zoom, {animate: false});
    return this;
  };

  Controller.prototype.goTo = function (place) {
    var animate = !this.calm(), map = this.map;
    this.touched = true;
    this.bringIntoView(animate);
    if (place.layers) {
      var bounds = place.layers[0].getBounds();
      if (!isWide(place.kind) || bounds.getEast() - bounds.getWest() < 60) {   // degrees: wider than that only a world view shows it all
        map.flyToBounds(bounds, {padding: [30, 30], maxZoom: 9, animate: animate, duration: 0.45});
        return;
      }
    }
    var zoom = isWide(place.kind) ? Math.min(Math.max(map.getZoom(), 3), 4) : Math.max(map.getZoom(), CLOSE_ENOUGH);
    map.flyTo(place.at, zoom, {animate: animate, duration: 0.45});
  };

  /* The page goes to the map where the reader asked for a place from far below it, as from a table. */
  Controller.prototype.bringIntoView = function (animate) {
    try {
      var frame = window.frameElement, box = frame.getBoundingClientRect(), high = window.parent.innerHeight;
      var seen = Math.min(box.bottom, high) - Math.max(box.top, 0);
      var shown = getComputedStyle(frame).visibility !== "hidden";      // a narrow screen may show the text in its place
      if (shown && box.height && seen < box.height / 3) frame.scrollIntoView({block: "center", behavior: animate ? "smooth" : "auto"});
    } catch (error) { /* a page of another origin holds the map: it stays where it is */ }
  };

  /* Open on `bounds`; a button shows `whole`, and then `bounds` again. */
  Controller.prototype.show = function (bounds, whole, maxZoom) {
    if (!this.fresh) return this;
    if (this.isWorldwide(bounds, whole)) bounds = whole;
    var fit = [bounds, {padding: AROUND.divideBy(2), maxZoom: maxZoom, animate: false}];
    this.seek = this.anew ? {fit: fit, whole: whole} : null;      // what is kept is told behind this
    if (!this.stay) {
      this.fit = fit;
      this.map.fitBounds(fit[0], fit[1]);
    }
    this.button(bounds, whole, fit[1]);
    return this;
  };

  /* Whether a story plays all over the world, and a step out shows all of it. */
  Controller.prototype.isWorldwide = function (bounds, whole) {
    var zoom = this.map.getBoundsZoom(bounds, false, AROUND);
    return zoom <= WORLDWIDE && zoom - this.map.getBoundsZoom(whole, false, AROUND) <= 1;
  };

  Controller.prototype.button = function (bounds, whole, options) {
    var self = this, control = L.control({position: "topleft"});
    control.onAdd = function () {
      var bar = element("div", "leaflet-bar dl-all"), link = element("a", "", "");
      link.href = "#";
      link.setAttribute("role", "button");
      link.append(corners(), element("span", ""));
      bar.append(link);
      L.DomEvent.disableClickPropagation(bar);
      L.DomEvent.on(link, "click", function (event) {
        L.DomEvent.stop(event);
        var wide = !self.wide;
        self.touched = true;
        self.map.flyToBounds(wide ? whole : bounds, L.extend({}, options, {animate: !self.calm(), duration: 0.45}));
        self.wide = wide;      // every other movement takes it back
      });
      return bar;
    };
    this.all = control.addTo(this.map);
  };

  window.datelineMap = function (map) {
    if (!map.dateline) map.dateline = new Controller(map);
    window.dateline = map.dateline;
    return map.dateline;
  };
})();
