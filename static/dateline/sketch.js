/* A map to put one point, line or area on: a click sets the point, Leaflet.draw's tools draw the rest.
 *
 * `datelineSketch(map, drawn, colour, place, around, closest, landmarks, tell)`: `drawn` is the group that the tools edit; `place`, [latitude,
 * longitude] or null, is ringed and stays in the middle until the reader moves the map; so does the box `around`, [[south, west],
 * [north, east]] or null, at zoom level `closest` at most; `landmarks`, [[latitude, longitude, name], …], are
 * shown and take no clicks, a name where it covers none before it; `tell` is given the GeoJSON geometry, longitude first, of the one thing
 * that is on the map, or null.
 */
(function () {
  "use strict";
  var AFTER_MS = 300;   // a click that ends a drawing reaches the map itself only after the tool has let go

  window.datelineSketch = function (map, drawn, colour, place, around, closest, landmarks, tell) {
    var busy = 0, touched = false, frame = window.frameElement;
    if (frame) frame.setAttribute("aria-label", "Map to put the place on");

    function told() {
      var layer = drawn.getLayers()[0];
      tell(layer ? onOneGlobe(layer.toGeoJSON().geometry) : null);
    }
    function only(layer) { drawn.clearLayers(); drawn.addLayer(layer); told(); }
    function begin() { busy += 1; }
    function end() { window.setTimeout(function () { busy = Math.max(0, busy - 1); }, AFTER_MS); }

    function open() {
      if (place) map.setView(place, map.getZoom(), {animate: false});
      else if (around) map.fitBounds(around, {maxZoom: closest, animate: false});
    }
    if (place) L.circleMarker(place, {radius: 6, color: colour, weight: 2, dashArray: "3 3", fill: false, interactive: false}).addTo(map);
    var names = landmarks.map(function (each) { return landmark(map, each[0], each[1], each[2]); });
    open();
    map.on("moveend resize", function () { keepApart(names); });
    keepApart(names);
    map.on("resize", function () { if (!touched) open(); });   // the frame finds its size late
    ["pointerdown", "wheel", "keydown"].forEach(function (kind) {
      map.getContainer().addEventListener(kind, function () { touched = true; }, {passive: true});
    });
    map.on("draw:drawstart draw:editstart draw:deletestart", begin);
    map.on("draw:drawstop draw:editstop draw:deletestop", end);
    map.on("draw:created", function (event) { only(event.layer); });
    map.on("draw:edited draw:deleted", told);
    map.on("click", function (event) {
      if (busy) return;
      only(L.circleMarker(event.latlng, {radius: 8, color: colour, fillOpacity: .8}));
    });
  };

  /* A point with its name, which is text and nothing else. */
  function landmark(map, lat, lon, name) {
    var mark = document.createElement("div"), words = document.createElement("span");
    words.textContent = name;
    mark.appendChild(words);
    var icon = L.divIcon({className: "dl-landmark", html: mark, iconSize: [0, 0]});
    L.marker([lat, lon], {icon: icon, interactive: false, keyboard: false}).addTo(map);
    return words;
  }

  function keepApart(names) {
    var shown = [];
    names.forEach(function (name) {
      var box = name.getBoundingClientRect();
      var covers = shown.some(function (other) {
        return box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top;
      });
      name.style.visibility = covers ? "hidden" : "";
      if (!covers) shown.push(box);
    });
  }

  /* What was drawn on a copy of the world beside the first one is moved there. */
  function onOneGlobe(geometry) {
    var lons = [];
    each(geometry.coordinates, function (corner) { lons.push(corner[0]); });
    var turn = Math.round((Math.min.apply(null, lons) + Math.max.apply(null, lons)) / 720) * 360;
    each(geometry.coordinates, function (corner) { corner[0] -= turn; });
    return geometry;
  }

  function each(coordinates, visit) {
    if (typeof coordinates[0] === "number") visit(coordinates);
    else coordinates.forEach(function (inner) { each(inner, visit); });
  }
})();
