import pytest
import streamlit as st

from geo.ui import assets


@pytest.mark.parametrize(("base", "address"), [("", "/app/static"), ("news/map", "/news/map/app/static")])
def test_the_maps_files_are_named_below_the_servers_base_path(base, address, monkeypatch):
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": base}.get)
    assert assets.map_assets().address == address


def test_a_components_style_has_the_pages_colours():
    assert "var(--st-text-color)" in assets.style("article")


def test_a_components_script_ends_with_the_lines_that_mount_it():
    assert assets.script("card", "export default mount").endswith("export default mount")
