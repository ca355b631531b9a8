"""Where a map gets its scripts, styles and basemap: from the page's own server, or from inside itself. Never from elsewhere.

folium's classes name the addresses of public servers; a map of ours names only these.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from geo import files
from geo.drawing.safe import to_script

SCRIPTS = ("leaflet/leaflet.js", "dateline/map.js")
STYLES = ("leaflet/leaflet.css", "dateline/map.css")
BASEMAP = ("basemap/countries.json", "basemap/borders.json", "basemap/divisions.json", "basemap/disputed.json")
"""Land, the lines that are drawn over it from nearer zooms on, and the dashed ones of disputed borders."""

NEIGHBOURHOOD = 8.0
"""Degrees around a story's places within which a self-contained map has exact borders."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The source of everything a map needs besides its data."""

    address: str | None = None
    """Address under which the folder `static/` is served, without a slash at its end. None: everything is put inside."""

    def links(self, names: Sequence[str]) -> list[tuple[str, str]]:
        """(name, address) pairs as folium's `default_js` wants them; empty where everything is inside."""
        if self.address is None:
            return []
        return [(name, self.link(name)) for name in names]

    def link(self, name: str) -> str:
        """The address of a file, with its digest, so that a browser never keeps an old version."""
        return f"{self.address}/{name}?v={digest(name)}"

    def scripts(self) -> str:
        """Everything inside: the scripts one after the other. Empty where they are linked."""
        return "" if self.address else "\n".join(f"<script>{text(name)}</script>" for name in SCRIPTS)

    def styles(self) -> str:
        """Everything inside: the styles one after the other. Empty where they are linked."""
        return "" if self.address else "\n".join(f"<style>{text(name)}</style>" for name in STYLES)

    def basemap(self, bounds: Sequence[Sequence[float]]) -> str:
        """A script's list of the basemap's addresses, or of itself as GeoJSON with the lines around `bounds` only."""
        if self.address:
            return to_script([self.link(name) for name in BASEMAP])
        lines = (to_script(_around(_parsed(name), bounds)) for name in BASEMAP[1:3])
        return f"[{','.join((_land(), *lines, _disputed()))}]"


INLINE = Assets()
"""Everything inside: for a file that opens from disk without a network, and for notebooks."""


def served(base_path: str = "") -> Assets:
    """The files as Streamlit serves them, below `server.baseUrlPath`."""
    prefix = base_path.strip("/")
    return Assets(f"/{prefix}/app/static" if prefix else "/app/static")


@lru_cache(maxsize=1)
def _land() -> str:
    return to_script(_parsed(BASEMAP[0]))


@lru_cache(maxsize=1)
def _disputed() -> str:
    return to_script(_parsed(BASEMAP[3]))  # 20 kB for the whole world


@lru_cache(maxsize=len(BASEMAP))
def _parsed(name: str) -> dict[str, Any]:
    return json.loads(text(name))


def _around(collection: dict[str, Any], bounds: Sequence[Sequence[float]]) -> dict[str, Any]:
    (south, west), (north, east) = bounds
    place = (west - NEIGHBOURHOOD, south - NEIGHBOURHOOD, east + NEIGHBOURHOOD, north + NEIGHBOURHOOD)
    lines = [line for feature in collection["features"] for line in feature["geometry"]["coordinates"]]
    near = [line for line in lines if _touches(line, place)]
    return {"type": "Feature", "properties": {}, "geometry": {"type": "MultiLineString", "coordinates": near}}


def _touches(line: Sequence[Sequence[float]], place: tuple[float, float, float, float]) -> bool:
    west, south, east, north = place
    longitudes, latitudes = zip(*line, strict=True)
    return min(longitudes) <= east and max(longitudes) >= west and min(latitudes) <= north and max(latitudes) >= south


@lru_cache(maxsize=16)
def text(name: str) -> str:
    """The content of a shipped file of `static/`."""
    return files.shipped(files.VENDOR / name).read_text("utf-8")


@lru_cache(maxsize=16)
def digest(name: str) -> str:
    """The first eight digits of a file's SHA-256: enough to tell two versions apart."""
    return hashlib.sha256(text(name).encode()).hexdigest()[:8]
