"""Where everything comes from."""

import pytest
import streamlit as st

from geo.ui.legend import ALWAYS, credits_of, legend_view, sources, table
from tests.stories import story

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


@pytest.mark.parametrize(("told", "named"), [("[Kyiv|kyiv*]", True), ("[Kyiv|kyiv]", False), ("nothing", False)])
def test_the_mark_of_governments_is_explained_where_some_are_shown(told, named, monkeypatch):
    written = []
    monkeypatch.setattr(st, "html", written.append)
    legend_view(story(told))
    assert ("lg-associative" in written[0]) is named
    assert "lg-place" in written[0]
