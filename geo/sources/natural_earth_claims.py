"""Disputed land: whose it is in either view, and which lines are nobody's settled border.

Natural Earth draws who holds the land: that is the de facto view. `natural_earth_view` moves divisions and cuts some of
them for the view of the United Nations, under which every division then stands; this file leads back.
`docs/world-view.md` says for each area what is shown and on which document it rests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from geo.sources.natural_earth import Unit
from geo.types import View

WORDS: Mapping[View, str] = {
    "un": (
        "The view of the United Nations, as its resolutions and maps give it: Crimea and Sevastopol are Ukraine; Western "
        "Sahara up to 27°40′ N stands on its own; the Golan Heights are Syria and East Jerusalem is Palestine; Abkhazia and "
        "South Ossetia are Georgia, Transnistria is Moldova, Northern Cyprus is Cyprus, Somaliland is Somalia. Kosovo "
        "(Security Council resolution 1244) and Taiwan have outlines of their own inside those of Serbia and China. In "
        "Kashmir, Aksai Chin, the Hala'ib triangle and Abyei the line of control is dashed; the southern Kurils are drawn "
        "with Russia. Siachen, the Paracel and the Spratly Islands are drawn under no country. None of this is a judgement "
        "on any claim."
    ),
    "de-facto": (
        "Who administers the land, as Natural Earth draws it: Crimea and Sevastopol with Russia; Western Sahara west of the "
        "berm with Morocco; the Golan Heights and East Jerusalem with Israel; the Paracel Islands with China, Siachen with "
        "India. Northern Cyprus, Somaliland, Abkhazia, South Ossetia and Transnistria belong to no listed country and have "
        "outlines of their own; Kosovo and Taiwan stand on their own. Lines of the war in Ukraine since 2022 are not drawn. "
        "None of this is a judgement on any claim."
    ),
}
"""What the app and `about` say of each view."""

WITHIN = {"XK": "RS", "TW": "CN"}
"""View of the United Nations: lands with a country code of their own that lie inside a member state as well."""

HOLDER_BY_CODE = {
    "MAR-3469": "MA",  # Oued el Dahab
    "MAR-3457/EH": "MA",
    "MAR-3456/EH": "MA",
    "ISR-3058/PS": "IL",  # East Jerusalem
    "ISR-3056/SY": "IL",  # Golan Heights
    "PFA+00?": "CN",  # Paracel Islands
    "KAS+00?": "IN",  # Siachen Glacier
    "CYN+00?": None,  # Northern Cyprus
    "SOL+00?": None,  # Somaliland
    "GEO-3015": None,  # Abkhazia
    "GEO-3035/GE": None,  # South Ossetia: what four divisions hold of it
    "GEO-3030/GE": None,
    "GEO-3039/GE": None,
    "GEO-3034/GE": None,
    "MDA-1652": None,  # Transnistria: the left bank's districts, and Bender
    "MDA-1645": None,
    "MDA-1628": None,
    "MDA-1638": None,
    "MDA-1637": None,
    "MDA-1650": None,
}
"""De facto view: who holds what the United Nations see as another's, by Natural Earth's code. None: no listed country."""

HOLDER_BY_ISO = {"UA-40": "RU", "UA-43": "RU"}
"""The same by ISO 3166-2 code: Sevastopol and Crimea."""


class Line(NamedTuple):
    """Lines between two sides that the United Nations' maps draw dashed or dotted, or call provisional."""

    one: str
    """Country code, or the beginning of a division's code (`IND-2431`)."""
    other: str
    west: float = -180.0
    """Degrees of longitude that the line lies between."""
    east: float = 180.0


UNSETTLED = (
    Line("RS", "XK"),  # resolution 1244
    Line("IL", "PS"),  # armistice lines of 1949
    Line("IL", "SY"),
    Line("IL", "LB"),  # the Blue Line of 2000
    Line("KP", "KR"),  # demarcation line of 1953
    Line("EH", "MA"),
    Line("SD", "SS"),  # "final boundary … has not yet been determined"
    Line("ET", "SO"),  # provisional administrative line
    Line("KE", "SS"),  # Ilemi triangle
    Line("EG", "SD", 33.1, 37.5),  # Hala'ib triangle and Bir Tawil
    Line("IND-2431", "PK"),  # line of control in Jammu and Kashmir
    Line("IND-20012", "PK"),
    Line("IND-20012", "CN"),  # line of actual control, Aksai Chin
    Line("PAK-1111", "CN"),
    Line("KAS", "PK"),  # Siachen
    Line("KAS", "CN"),
    Line("KAS", "IN"),
    Line("IND-3299", "CN"),  # Arunachal Pradesh
)


def owner(unit: Unit, view: View) -> str | None:
    """The country code that a division stands under. None: no listed country."""
    if view == "un":
        return unit.country
    return HOLDER_BY_CODE.get(unit.code, HOLDER_BY_ISO.get(unit.iso, unit.country))


def owners(unit: Unit, view: View) -> Iterator[str]:
    """All country codes whose outline holds a division: two inside Kosovo and Taiwan in the view of the United Nations."""
    code = owner(unit, view)
    if code:
        yield code
    if view == "un" and code in WITHIN:
        yield WITHIN[code]


def is_unsettled(one: Unit, other: Unit, lon: float) -> bool:
    """Does a line between two divisions at a longitude belong to `UNSETTLED`?"""
    return any(
        line.west <= lon <= line.east
        and (_is(one, line.one) and _is(other, line.other) or _is(one, line.other) and _is(other, line.one))
        for line in UNSETTLED
    )


def _is(unit: Unit, side: str) -> bool:
    return unit.country == side if len(side) == 2 else unit.code.startswith(side)


def misspelt(units: Sequence[Unit]) -> Iterator[str]:
    """Codes of these tables that no division has: the source changed."""
    codes, isos = {unit.code for unit in units}, {unit.iso for unit in units}
    yield from (f"{code} is no division" for code in HOLDER_BY_CODE if code not in codes)
    yield from (f"{iso} is no division" for iso in HOLDER_BY_ISO if iso not in isos)
    sides = {side for line in UNSETTLED for side in line[:2] if len(side) > 2}
    yield from (f"{side} is no division" for side in sorted(sides) if not any(code.startswith(side) for code in codes))
