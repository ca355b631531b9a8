"""Waters, rivers and towns for the tests of lines: real ids, points and boxes, beside those of `atlas`."""

from dataclasses import replace

from geo.types import Match, Mention, Place, Resolution
from tests.location import atlas

_SEAS = (
    ("black-sea", "Black Sea", "H.SEA", 43.4, 34.3, (27.3062, 40.9088, 41.7795, 46.8896)),
    ("mediterranean-sea", "Mediterranean", "H.SEA", 35.5, 18.0, (-6.0319, 30.2662, 36.2093, 45.7946)),
    ("caspian-sea", "Caspian", "H.SEA", 41.9, 50.7, (46.68, 36.58, 54.766, 47.115)),
    ("bering-sea", "Bering Sea", "H.SEA", 58.0, -178.0, (161.8907, 51.1, -156.8417, 66.542)),
    ("atlantic-ocean", "Atlantic", "H.OCN", 10.0, -30.0, None),
    ("pacific-ocean", "Pacific", "H.OCN", 0.0, -160.0, None),
    ("indian-ocean", "Indian Ocean", "H.OCN", -15.0, 78.0, None),
    ("lake-victoria", "Lake Victoria", "H.LK", -1.0, 33.0, (31.61, -3.014, 34.851, 0.492)),
    ("dnieper", "Dnieper", "H.STM", 48.0, 35.0, None),
    ("cyprus-buffer-zone", "Cyprus buffer zone", "L.ZNB", 35.1, 33.3, None),
    ("durand-line", "Durand Line", "L.BDRY", 34.0, 71.0, None),
)
_TOWNS = (
    ("geonames:698740", "Odesa", 46.477, 30.733, "UA", "P.PPLA"),
    ("geonames:692194", "Sumy", 50.921, 34.803, "UA", "P.PPLA"),
    ("geonames:706448", "Kherson", 46.656, 32.618, "UA", "P.PPLA"),
    ("geonames:710735", "Chernihiv", 51.506, 31.285, "UA", "P.PPLA"),
    ("geonames:709930", "Dnipro", 48.467, 35.04, "UA", "P.PPLA"),
    ("geonames:3173435", "Milan", 45.464, 9.19, "IT", "P.PPLA"),
    ("geonames:1123906", "Spin Boldak", 31.005, 66.4, "AF", "P.PPL"),
    ("dateline:zaporizhzhia-nuclear-power-plant", "Zaporizhzhia Nuclear Power Plant", 47.51, 34.59, "UA", "S.PSN"),
    ("geonames:687700", "Zaporizhzhia", 47.83, 35.14, "UA", "P.PPLA"),
)
_COUNTRIES = "LY Libya|YE Yemen|MA Morocco|GH Ghana|SS South_Sudan|KZ Kazakhstan|IT Italy|FJ Fiji|NP Nepal|CY Cyprus"
DNIEPER = {
    "type": "LineString",
    "coordinates": [[35.04, 48.47], [35.1, 47.85], [34.4, 47.5], [33.4, 46.8], [32.6, 46.62], [32.3, 46.5]],
}
BUFFER = {
    "type": "Polygon",
    "coordinates": [[[33.0, 35.05], [33.6, 35.05], [33.6, 35.15], [33.0, 35.15], [33.0, 35.05]]],
}
PLACES = {
    **{
        name: Place(f"dateline:{slug}", name, lat, lon, None, feature, bbox=box)
        for slug, name, feature, lat, lon, box in _SEAS
    },
    **{name: Place(id, name, lat, lon, country, feature) for id, name, lat, lon, country, feature in _TOWNS},
    **{
        name.replace("_", " "): replace(atlas.country(code), id=f"country:{code}", name=name.replace("_", " "))
        for code, name in (row.split() for row in _COUNTRIES.split("|"))
    },
}
PLACES["Dnieper"] = replace(PLACES["Dnieper"], geometry="places:dateline:dnieper")
_ALSO = {"Libyan": "Libya", "Italian": "Italy"}


class Waters(atlas.SmallGazetteer):
    """The atlas's gazetteer with these."""

    def look_up(self, name: str) -> tuple[Match, ...]:
        found = next((place for known, place in PLACES.items() if known.lower() == name.lower()), None)
        return (Match(found, name, "official"),) if found else super().look_up(name)

    def get(self, place_id: str) -> Place | None:
        return next((place for place in PLACES.values() if place.id == place_id), None) or super().get(place_id)

    def country(self, code: str) -> Place | None:
        own = (place for place in PLACES.values() if place.feature == "A.PCLI" and place.country_code == code)
        return next(own, None) or super().country(code)

    def outline(self, place_id: str) -> dict | None:
        return {"dateline:dnieper": DNIEPER, "dateline:cyprus-buffer-zone": BUFFER}.get(place_id)


def marked(sentence: str) -> tuple[str, list[Mention]]:
    """As `atlas.marked`, these places resolved too: "[Libya]'s coast"; "[?Foo]" stays unresolved."""
    bare = sentence
    for name in (*PLACES, *_ALSO):
        bare = bare.replace(f"[{name}]", f"[?{name}]")
    text, mentions = atlas.marked(bare)
    told = {mention.surface for mention in atlas.marked(sentence.replace("[?", "<").replace("[", "[?"))[1]}
    return text, [_resolved(mention) if mention.surface in told else mention for mention in mentions]


def _resolved(mention: Mention) -> Mention:
    place = PLACES.get(_ALSO.get(mention.surface, mention.surface))
    if place is None or mention.place is not None:
        return mention
    kind = "demonym" if mention.surface in _ALSO else "name"
    return replace(mention, kind=kind, resolution=Resolution(place, 0.9, ("by hand",), ()))
