"""Whose disputed land is in either view, and which lines are drawn dashed."""

import pytest

from geo import files
from geo.sources import natural_earth_claims as claims
from geo.sources.natural_earth import Unit
from geo.types import VIEWS

GUIDE = files.ROOT / "docs" / "world-view.md"


def unit(country: str | None, code: str = "AAA-1", iso: str = "AA-1") -> Unit:
    return Unit(code, iso, country, "Somewhere", "Somewhere", None, None)


@pytest.mark.parametrize(
    ("land", "un", "de_facto"),
    [
        (unit("UA", iso="UA-43"), ["UA"], ["RU"]),
        (unit("EH", "MAR-3457/EH"), ["EH"], ["MA"]),
        (unit("GE", "GEO-3015"), ["GE"], []),
        (unit("XK"), ["XK", "RS"], ["XK"]),
        (unit("TW"), ["TW", "CN"], ["TW"]),
        (unit(None, "KAS+00?"), [], ["IN"]),
        (unit("FR"), ["FR"], ["FR"]),
    ],
)
def test_a_division_stands_under_the_countries_of_the_view(land, un, de_facto):
    assert [list(claims.owners(land, view)) for view in VIEWS] == [un, de_facto]


@pytest.mark.parametrize(
    ("one", "other", "lon", "unsettled"),
    [
        (unit("RS"), unit("XK"), 21.0, True),
        (unit("XK"), unit("RS"), 21.0, True),
        (unit("IN", "IND-2431"), unit("PK"), 74.0, True),
        (unit("IN", "IND-2428"), unit("PK"), 72.0, False),  # Rajasthan
        (unit("EG"), unit("SD"), 35.0, True),
        (unit("EG"), unit("SD"), 28.0, False),
        (unit("FR"), unit("ES"), 1.0, False),
    ],
)
def test_a_line_is_dashed_where_the_united_nations_call_it_unsettled(one, other, lon, unsettled):
    assert claims.is_unsettled(one, other, lon) is unsettled


def test_a_code_that_the_source_lost_is_told():
    codes = [*claims.HOLDER_BY_CODE, *(side for line in claims.UNSETTLED for side in line[:2] if len(side) > 2)]
    units = [unit("AA", code) for code in codes] + [unit("AA", iso=iso) for iso in claims.HOLDER_BY_ISO]
    assert list(claims.misspelt(units)) == []
    assert list(claims.misspelt(units[1:])) == [f"{codes[0]} is no division"]


@pytest.mark.parametrize(
    "land",
    "Crimea|Western Sahara|Golan|East Jerusalem|Kosovo|Taiwan|Northern Cyprus|Abkhazia|South Ossetia|Transnistria|"
    "Somaliland|Siachen|Paracel".split("|"),
)
@pytest.mark.parametrize("view", VIEWS)
def test_the_words_of_both_views_name_all_land_that_they_differ_on(view, land):
    assert land in claims.WORDS[view]


@pytest.mark.parametrize(
    "land",
    "Crimea|Western Sahara|Golan|East Jerusalem|Kosovo|Taiwan|Northern Cyprus|Abkhazia|South Ossetia|Transnistria|"
    "Somaliland|Kashmir|Aksai Chin|Siachen|Hala'ib|Abyei|Ilemi|Kurils|Paracel|Spratly".split("|"),
)
def test_the_guide_says_what_is_shown_of_each_disputed_land(land):
    assert land in GUIDE.read_text("utf-8")
