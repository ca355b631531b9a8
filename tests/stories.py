"""Stories made by hand, so that drawing and the page can be tested without the engine.

`story()` reads marked-up text: `[Gomel|gomel]` is a literal mention of the place `gomel`, `[Moscow|moscow*]` an
associative one, `[Springfield|?]` an unresolved one; a number after a colon is the confidence. Marks may nest.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from geo.types import Article, Candidate, Focus, Location, Mention, Place, Resolution, Story


def circle(lat: float, lon: float, radius_km: float, steps: int = 48) -> dict[str, Any]:
    """A rough circle as a GeoJSON polygon; exact enough for drawing."""
    dy, dx = radius_km / 111.2, radius_km / (111.2 * math.cos(math.radians(lat)))
    turns = [2 * math.pi * step / steps for step in range(steps)]
    ring = [[lon + dx * math.cos(turn), lat + dy * math.sin(turn)] for turn in turns]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def box(west: float, south: float, east: float, north: float) -> dict[str, Any]:
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def place(id: str, name: str, lat: float, lon: float, country: str | None, feature: str, **more: Any) -> Place:
    return Place(id=id, name=name, lat=lat, lon=lon, country_code=country, feature=feature, **more)


PLACES: dict[str, Place] = {
    "gomel": place("geonames:627907", "Homyel", 52.4345, 30.9754, "BY", "P.PPLA", population=480951),
    "gomel-region": place("geonames:628281", "Homyel Voblasc'", 52.25, 29.75, "BY", "A.ADM1"),
    "zone": place("dateline:chernobyl-exclusion-zone", "Chernobyl Exclusion Zone", 51.389, 30.099, "UA", "L.ZNX"),
    "border": place("border:BY-UA", "Belarus–Ukraine border", 51.57, 28.5, None, "L.BDRY"),
    "belarus": place("geonames:630336", "Belarus", 53.0, 28.0, "BY", "A.PCLI", population=9485386),
    "ukraine": place("geonames:690791", "Ukraine", 49.0, 32.0, "UA", "A.PCLI", population=44622516),
    "russia": place("geonames:2017370", "Russia", 60.0, 100.0, "RU", "A.PCLI", population=144478050),
    "kyiv": place("geonames:703448", "Kyiv", 50.4547, 30.5238, "UA", "P.PPLC", population=2797553),
    "moscow": place("geonames:524901", "Moscow", 55.7522, 37.6156, "RU", "P.PPLC", population=10381222),
    "minsk": place("geonames:625144", "Minsk", 53.9, 27.5667, "BY", "P.PPLC", population=1742124),
    "kharkiv": place("geonames:706483", "Kharkiv", 49.9808, 36.2527, "UA", "P.PPLA", population=1430885),
    "paris-tx": place("geonames:4717560", "Paris", 33.6609, -95.5555, "US", "P.PPLA2", adm1_name="Texas"),
    "suva": place("geonames:2198148", "Suva", -18.1416, 178.4415, "FJ", "P.PPLC", population=77366),
    "honolulu": place("geonames:5856195", "Honolulu", 21.3069, -157.8583, "US", "P.PPLA", adm1_name="Hawaii"),
    "paris": place("geonames:2988507", "Paris", 48.8534, 2.3488, "FR", "P.PPLC", population=2138551),
}

_BELARUS = [
    [23.5, 51.6], [25.0, 51.9], [27.3, 51.5], [29.2, 51.4], [30.6, 51.3], [31.8, 52.1], [31.3, 53.1],
    [32.7, 53.4], [30.8, 54.8], [28.2, 56.1], [26.6, 55.6], [25.6, 54.2], [23.6, 53.9], [23.5, 51.6],
]  # fmt: skip
SHAPES: dict[str, dict[str, Any]] = {
    "gomel-region": {"type": "Polygon", "coordinates": [[
        [27.3, 51.5], [29.2, 51.4], [30.6, 51.3], [31.8, 52.1], [31.3, 53.1], [29.3, 53.2], [28.0, 52.6], [27.3, 51.5]
    ]]},
    "zone": circle(51.389, 30.099, 30),
    "border": {"type": "LineString", "coordinates": _BELARUS[:5]},
    "belarus": {"type": "Polygon", "coordinates": [_BELARUS]},
    "ukraine": box(22.2, 45.3, 40.2, 52.3),
    "russia": box(28.0, 45.0, 179.9, 77.0),
}  # fmt: skip
RADII_KM = {"zone": 30.0}
KINDS = {"zone": "zone", "border": "border"}

TALKS = """\
[GOMEL|gomel] — Delegations from [Ukraine|ukraine*] and [Russia|russia*] are expected to sit down on Sunday in the \
[Gomel Region|gomel-region] of [Belarus|belarus], the first talks since the fighting began.

[Kyiv|kyiv*] said it would send a team to the [border with [Belarus|belarus]|border] “without preconditions”. The \
meeting place lies close to the [Chernobyl exclusion zone|zone], a two-hour drive from [Gomel|gomel], and was picked \
because both sides could reach it by road.

The delegation of [Moscow|moscow*] landed in [Gomel|gomel] in the morning. Its hosts in [Minsk|minsk*] promised that \
aircraft and missiles in [Belarus|belarus] would stay on the ground while the visitors travelled. In [Kiev|kyiv], where \
sirens sounded through the night, people had little hope: “We have heard promises before,” said a woman who was \
queueing for bread near the station.

Fighting went on elsewhere. Residents of [Kharkiv|kharkiv] spoke of street battles before noon, and the governor said \
that the city was again under [Ukrainian|ukraine*] control. A hospital in [Kyiv|kyiv] asked for blood donors.

Relatives abroad followed the news as well. In [Paris|paris-tx:0.46], Texas or not, a choir sang for peace; the mayor of \
[Novaya Dubrava|?] sent a lorry with blankets. “[Moscow|moscow*] should come to the table in earnest,” a diplomat said, \
“and so should [Kyiv|kyiv*].” A second round could follow on the Polish side, he added, perhaps within days.
"""


FOCUS = Focus(
    country=Candidate(PLACES["belarus"], 0.97),
    adm1=Candidate(PLACES["gomel-region"], 0.91),
    place=Candidate(replace(PLACES["gomel"], name="Gomel"), 0.88),
    reasons=("the headline names Gomel", "Kyiv is named 4 times, but as a government, people or team"),
)
"""What the talks are about."""


PAYLOADS = [
    "{{7*7}}",
    "{# a comment",
    "{% for x in y %}",
    "${alert(1)}",
    "\\`+alert(1)+`",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "a\u2028b\u2029c",
    "'\"&#39;<!--",
    "_7f3a_map_div",
    "{{'map_div'}}",
]
"""What a hostile article or gazetteer may hold: templates, template strings, markup, line ends of JavaScript."""


def story(
    marked: str = TALKS,
    *,
    id: str = "talks",
    title: str | None = "Two delegations on the road to Gomel",
    date: str | None = "2022-02-27",
    renamed: dict[str, str] | None = None,
) -> Story:
    """The story that marked-up text describes; `renamed` gives places other names."""
    places = {key: replace(place, name=(renamed or {}).get(key, place.name)) for key, place in PLACES.items()}
    text, mentions, opened = "", [], []
    position = 0
    while position < len(marked):
        character = marked[position]
        if character == "[":
            opened.append(len(text))
        elif character == "|" and opened:
            end = marked.index("]", position)
            start = opened.pop()
            mentions.append(_mention(start, len(text), text[start:], marked[position + 1 : end], places))
            position = end
        else:
            text += character
        position += 1
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return Story(Article(text=text, id=id, title=title, date=date), tuple(mentions))


def _mention(start: int, end: int, surface: str, spec: str, places: dict[str, Place]) -> Mention:
    name, _, sure = spec.partition(":")
    key = name.rstrip("*")
    role = "associative" if name.endswith("*") else "literal"
    if key == "?":
        unknown = Resolution(None, 0.8, ("no place of that name is known",))
        return Mention(start, end, surface, role=role, resolution=unknown)
    confidence = float(sure or 0.97)
    others = (Candidate(PLACES["paris"], 0.41),) if key == "paris-tx" else ()
    reasons = ("the best known place of that name", "other places of the story lie near by")
    found = places[key]
    return Mention(
        start, end, surface, kind=KINDS.get(key, "name"), role=role,
        resolution=Resolution(found, confidence, reasons, others),
        location=Location(lat=found.lat, lon=found.lon, geometry=SHAPES.get(key), radius_km=RADII_KM.get(key)),
    )  # fmt: skip
