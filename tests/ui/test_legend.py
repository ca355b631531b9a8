"""Where everything comes from."""

import pytest
import streamlit as st

from geo.drawing.style import LEGEND
from geo.types import ROLES
from geo.ui.legend import ALWAYS, credits_of, legend_view, sources, table

GEONAMES = {"name": "a", "version": "1", "date": "2024", "licence": "CC BY 4.0", "attribution": "© GeoNames"}
ABOUT = {
    "gazetteer": {"sources": [GEONAMES, {"name": "b", "attribution": "© GeoNames"}]},
    "shapes": {"sources": [GEONAMES, {"name": "c", "attribution": None}]},
}


def test_a_source_used_twice_is_listed_once():
    assert [source["name"] for source in sources(ABOUT)] == ["a", "b", "c"]


def test_what_a_licence_asks_for_is_said_once():
    assert credits_of(ABOUT) == ["© GeoNames", *ALWAYS]


def test_without_an_engine_our_own_credits_stay():
    assert credits_of({}) == list(ALWAYS)


def test_a_source_without_a_date_has_an_empty_cell():
    assert list(table(sources(ABOUT))["Date"]) == ["2024", "", ""]


@pytest.mark.parametrize("roles", ROLES)
def test_the_marks_of_governments_are_faint_while_they_are_switched_off_and_no_other_is(roles, monkeypatch):
    written = []
    monkeypatch.setattr(st, "html", written.append)
    legend_view(roles)
    assert written[0].count("<li") == len(LEGEND)
    assert ('class=off><i class="lg lg-associative"' in written[0]) is (roles == "literal")
    assert ('class=off><i class="lg lg-associative-word"' in written[0]) is (roles == "literal")
    assert written[0].count("class=off") == 2 * (roles == "literal")
