"""What can lie below the marks, and what of it is chosen."""

import sqlite3
from contextlib import closing

import pytest
import streamlit as st

from geo.drawing.tiles import OPENSTREETMAP
from geo.ui import ground, session

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def settings(monkeypatch):
    """No settings but those of the test, and no package of tiles."""
    for name in ("DATELINE_OFFLINE", "DATELINE_TILES", "DATELINE_TILES_CREDIT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(ground, "packaged", lambda: None)
    ground._unpacked.clear()
    yield
    ground._unpacked.clear()


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of one tile; gives the folder that it is unpacked into."""
    with closing(sqlite3.connect(tmp_path / "basemap.db")) as database, database:
        database.execute("CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data)")
        database.execute("INSERT INTO tiles VALUES (0, 0, 0, ?)", (PNG,))
    monkeypatch.setattr(ground, "packaged", lambda: tmp_path / "basemap.db")
    monkeypatch.setattr(ground, "FOLDER", tmp_path / "tiles")
    return tmp_path / "tiles"


def test_the_built_in_map_is_shown_until_the_reader_chooses_another(reader):
    assert ground.offered() == ["built-in", "tiles"]
    assert ground.chosen() is None


def test_a_reader_chooses_openstreetmap_and_goes_back(reader):
    session.choose_ground("tiles")
    assert ground.chosen().address == OPENSTREETMAP
    assert st.query_params["ground"] == "tiles"
    session.choose_ground("built-in")
    assert ground.chosen() is None and "ground" not in st.query_params


def test_the_choice_tells_whom_the_browser_asks(monkeypatch):
    assert r"tile\.openstreetmap\.org" in ground.meaning(ground.offered())
    monkeypatch.setenv("DATELINE_TILES", "https://tiles.example.org/{z}/{x}/{y}.png?key=a1b2")
    assert r"tiles\.example\.org" in ground.meaning(ground.offered()) and "a1b2" not in ground.meaning(ground.offered())
    monkeypatch.setenv("DATELINE_TILES", "/tiles/{z}/{x}/{y}.png")
    assert "this page’s own server" in ground.meaning(ground.offered())


@pytest.mark.parametrize(
    "setting", [("DATELINE_OFFLINE", "1"), ("DATELINE_TILES", "https://tiles.example.org/"), ("DATELINE_TILES", "{z}")]
)
def test_without_a_network_or_with_an_address_that_is_none_an_address_that_asks_for_tiles_shows_the_built_in_map(
    reader, monkeypatch, setting
):
    monkeypatch.setenv(*setting)
    session.choose_ground("tiles")
    assert ground.offered() == ["built-in"]
    assert ground.chosen() is None


def test_tiles_of_the_package_are_offered_without_a_network_and_served_below_the_base_path(
    reader, package, monkeypatch
):
    monkeypatch.setenv("DATELINE_OFFLINE", "1")
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "news"}.get)
    assert ground.offered() == ["built-in", "tiles-offline"]
    session.choose_ground("tiles-offline")
    tiles = ground.chosen()
    (unpacked,) = package.iterdir()
    assert tiles.address == f"/news/app/static/tiles/{unpacked.name}/{{z}}/{{x}}/{{y}}.png"
    assert (unpacked / "0" / "0" / "0.png").read_bytes() == PNG
    assert (tiles.finest, tiles.closest) == (6, 8) and "OpenStreetMap" in tiles.credit


def test_tiles_of_a_package_are_not_unpacked_before_somebody_chooses_them(reader, package):
    assert ground.offered() == ["built-in", "tiles", "tiles-offline"]
    assert ground.chosen() is None and not package.exists()


def test_an_address_that_asks_for_a_package_that_is_not_there_shows_the_built_in_map(reader):
    session.choose_ground("tiles-offline")
    assert ground.chosen() is None


def test_the_page_offers_the_choice_and_keeps_it_in_the_address(page):
    test = page()
    (choice,) = [each for each in test.get("button_group") if each.label == "Map"]
    assert choice.options == ["Built-in", "Street map"] and choice.value == "built-in"
    choice.set_value("tiles").run()
    assert not test.exception
    assert test.query_params["ground"] in ("tiles", ["tiles"])


def test_the_page_opens_with_the_ground_of_its_address(page):
    test = page(ground="tiles")
    (choice,) = [each for each in test.get("button_group") if each.label == "Map"]
    assert not test.exception and choice.value == "tiles"


def test_there_is_no_choice_where_there_is_only_the_built_in_map(page, monkeypatch):
    monkeypatch.setenv("DATELINE_OFFLINE", "1")
    test = page(ground="tiles")
    assert not test.exception and not test.warning
    assert not [each for each in test.get("button_group") if each.label == "Map"]


def test_a_setting_that_is_no_address_of_tiles_is_one_warning_and_the_page_is_there(page, monkeypatch):
    monkeypatch.setenv("DATELINE_TILES", "https://tiles.example.org/{z}.png")
    test = page()
    (warning,) = test.warning
    assert "The street map is not offered" in warning.value and r"DATELINE\_TILES" in warning.value
    assert not test.exception and "22 mentions" in test.expander[0].label


def test_a_package_that_cannot_be_unpacked_is_one_warning_and_the_built_in_map_is_there(page, package, monkeypatch):
    package.write_text("a file where the folder should be")
    test = page(ground="tiles-offline")
    (warning,) = test.warning
    assert "cannot be unpacked" in warning.value and not test.exception
