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

SCRIPTS = ("leaflet/leaflet.js", "dateline/map.js")
STYLES = ("leaflet/leaflet.css", "dateline/map.css")
BASEMAP = "basemap/countries.json"


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

    def basemap(self) -> Any:
        """The basemap's address, or the basemap itself as parsed GeoJSON."""
        return self.link(BASEMAP) if self.address else json.loads(text(BASEMAP))


INLINE = Assets()
"""Everything inside: for a file that opens from disk without a network, and for notebooks."""


def served(base_path: str = "") -> Assets:
    """The files as Streamlit serves them, below `server.baseUrlPath`."""
    prefix = base_path.strip("/")
    return Assets(f"/{prefix}/app/static" if prefix else "/app/static")


@lru_cache(maxsize=16)
def text(name: str) -> str:
    """The content of a shipped file of `static/`."""
    return files.shipped(files.VENDOR / name).read_text("utf-8")


@lru_cache(maxsize=16)
def digest(name: str) -> str:
    """The first eight digits of a file's SHA-256: enough to tell two versions apart."""
    return hashlib.sha256(text(name).encode()).hexdigest()[:8]
