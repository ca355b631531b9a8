"""Places and marked sentences for the tests of this folder: real ids and points, no gazetteer file needed.

`marked("near the [Belarusian] border")` gives the text and its resolved mentions. `[?Foo]` stays unresolved.
"""

import re
from math import hypot

from geo.types import Candidate, Match, Mention, Place, Resolution

_COUNTRIES = """
AD 3041565 Andorra 42.55 1.58|AF 1149361 Afghanistan 33 66|AR 3865483 Argentina -34 -64|BY 630336 Belarus 53 28
CL 3895114 Chile -30 -71|CN 1814991 China 35 105|ES 2510769 Spain 40 -4|FR 3017382 France 46 2
GB 2635167 United_Kingdom 54.76 -2.7|GE 614540 Georgia 42 43.5|GM 2413451 Gambia 13.5 -15.5
IE 2963597 Ireland 53 -8|IL 294640 Israel 31.5 34.75|IN 1269750 India 22 79|IQ 99237 Iraq 33 44
IR 130758 Iran 32 53|JP 1861060 Japan 35.69 139.75|KP 1873107 North_Korea 40 127
KR 1835841 South_Korea 36.5 127.75|LB 272103 Lebanon 33.83 35.83|MX 3996063 Mexico 23 -102
PK 1168579 Pakistan 30 70|PL 798544 Poland 52 20|RU 2017370 Russia 60 100|SD 366755 Sudan 16 30
SN 2245662 Senegal 14.5 -14.25|SY 163843 Syria 35 38|TD 2434508 Chad 15 19|TR 298795 Turkey 39.06 34.91
UA 690791 Ukraine 49 32|US 6252001 United_States 39.76 -98.5|VE 3625428 Venezuela 8 -66
CO 3686110 Colombia 4 -73
"""
_DIVISIONS = """
US.TX 4736286 Texas 31.25 -99.25|US.FL 4155751 Florida 28.75 -82.5|US.GA 4197000 Georgia_(US) 32.75 -83.5
US.OK 4544379 Oklahoma 35.49 -98.2|US.WA 5815135 Washington 47.5 -120.5|US.OR 5744337 Oregon 44 -120.5
UA.07 706482 Kharkiv_Oblast 49.5 36.5|RU.09 578071 Belgorod_Oblast 50.75 37.5
MX.02 4017700 Baja_California 30 -115|TR.31 312394 Hatay 36.4 36.2|MX.06 4014336 Chihuahua 28.5 -106
US.CA 5332921 California 37.25 -119.75|CN.15 1810676 Gansu 38 102|CN.06 1280239 Qinghai 36 96
BY.02 628281 Gomel_Region 52.25 29.75|UA.24 689064 Volyn 51.17 25|RU.41 538560 Kursk_Oblast 51.67 36.08
GB.ENG 6269131 England 52.16 -0.7|GB.SCT 2638360 Scotland 56 -4|GB.WLS 2634895 Wales 52.5 -3.5
GB.NIR 2641364 Northern_Ireland 54.5 -6.5
"""
_TOWNS = """
UA.12 703448 Kyiv 50.4547 30.5238 P.PPLC|BY.04 625144 Minsk 53.9 27.5667 P.PPLC
GE.51 611717 Tbilisi 41.694 44.834 P.PPLC|RU.48 524901 Moscow 55.7522 37.6156 P.PPLC
BY.02 627907 Gomel 52.4345 30.9754 P.PPLA|UA.07 706483 Kharkiv 49.9808 36.2527 P.PPLA
RU.09 578072 Belgorod 50.61 36.58 P.PPLA|MX.02 3981609 Tijuana 32.5027 -117.0037 P.PPL
US.DC 4140963 Washington_DC 38.895 -77.036 P.PPLC|TR.31 323779 Antakya 36.2 36.16 P.PPLA
US.TX 5520993 El_Paso 31.7587 -106.4869 P.PPLA2|MX.06 4013708 Ciudad_Juárez 31.7202 -106.4608 P.PPLA2
"""


def _rows(table: str) -> list[list[str]]:
    return [row.split() for line in table.strip().splitlines() for row in line.split("|")]


def _countries() -> dict[str, Place]:
    rows = ((code, number, name.replace("_", " "), lat, lon) for code, number, name, lat, lon in _rows(_COUNTRIES))
    return {
        name: Place(f"geonames:{number}", name, float(lat), float(lon), code, "A.PCLI")
        for code, number, name, lat, lon in rows
    }


def _divisions() -> dict[str, Place]:
    rows = ((code, number, name.replace("_", " "), lat, lon) for code, number, name, lat, lon in _rows(_DIVISIONS))
    return {
        name: Place(
            f"geonames:{number}", name, float(lat), float(lon), code[:2], "A.ADM1", adm1_code=code, adm1_name=name
        )
        for code, number, name, lat, lon in rows
    }


def _towns() -> dict[str, Place]:
    rows = ((code, number, name.replace("_", " "), *rest) for code, number, name, *rest in _rows(_TOWNS))
    return {
        name: Place(
            f"geonames:{number}",
            name,
            float(lat),
            float(lon),
            code[:2],
            feature,
            adm1_code=code,
        )
        for code, number, name, lat, lon, feature in rows
    }


PLACES = _countries() | _divisions() | _towns()
BY_CODE = {place.country_code: place for place in _countries().values()}
DEMONYMS = {
    "Afghan": "Afghanistan", "Belarusian": "Belarus", "Polish": "Poland", "Ukrainian": "Ukraine", "Mexican": "Mexico",
    "Russian": "Russia", "Chinese": "China", "Syrian": "Syria", "Turkish": "Turkey",
}  # fmt: skip
ALSO = {"U.S.": "United States", "US": "United States", "North": "Northern Ireland"}
SECOND_READINGS = {"Washington DC": "Washington", "Georgia": "Georgia (US)"}


class SmallGazetteer:
    """The part of `Gazetteer` that locating asks."""

    def look_up(self, name: str) -> tuple[Match, ...]:
        place = PLACES.get(name)
        return (Match(place, name, "official"),) if place else ()

    def get(self, place_id: str) -> Place | None:
        return next((place for place in PLACES.values() if place.id == place_id), None)

    def near(self, *, lat: float, lon: float, limit: int = 1, feature_class: str | None = None):
        towns = (place for place in PLACES.values() if place.feature_class == feature_class)
        return sorted(((hypot(place.lat - lat, place.lon - lon), place) for place in towns), key=lambda pair: pair[0])[
            :limit
        ]

    def country(self, code: str) -> Place | None:
        return BY_CODE.get(code)

    def members(self, place_id: str) -> tuple[Place, ...]:
        return ()

    def people(self, code: str) -> tuple[tuple[float, float, int], ...]:
        return ()

    def outline(self, place_id: str) -> dict | None:
        return None


def country(code: str) -> Place:
    """Any country by its code, with no point of its own; enough to ask for outlines."""
    return BY_CODE.get(code) or Place(f"country:{code}", code, 0.0, 0.0, code, "A.PCLI")


def marked(sentence: str) -> tuple[str, tuple[Mention, ...]]:
    """The sentence without its brackets, and a resolved mention for each bracketed stretch."""
    text, mentions = "", []
    for piece in re.split(r"(\[[^\[\]]*\])", sentence):
        if piece.startswith("["):
            surface = piece[1:-1].removeprefix("?")
            mentions.append(_mention(len(text), surface, resolved=not piece.startswith("[?")))
            text += surface
        else:
            text += piece
    return text, tuple(mentions)


def _mention(start: int, surface: str, resolved: bool) -> Mention:
    name = DEMONYMS.get(surface) or ALSO.get(surface, surface.rstrip("-").removesuffix(" state"))
    kind = "demonym" if surface in DEMONYMS else "name"
    place = PLACES[name] if resolved else None
    others = (Candidate(PLACES[SECOND_READINGS[name]], 0.3),) if name in SECOND_READINGS else ()
    resolution = Resolution(place, 0.9 if place else 0.5, ("by hand",), others)
    return Mention(start, start + len(surface), surface, kind=kind, resolution=resolution)
