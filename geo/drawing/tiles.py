"""A street map of raster tiles in place of the built-in basemap: where its pictures are, and whom to credit for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlsplit

from geo.errors import InputError

ADDRESS_SETTING = "DATELINE_TILES"
"""Environment variable: the address of a tile with {z}, {x} and {y} in it; docs/tiles.md."""

CREDIT_SETTING = "DATELINE_TILES_CREDIT"
"""Environment variable: whom that map asks to name; docs/tiles.md."""

OPENSTREETMAP = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"

CREDIT = "© [OpenStreetMap](https://www.openstreetmap.org/copyright) contributors"
"""As https://osmfoundation.org/wiki/Licence/Attribution_Guidelines asks, its link included."""

CLOSEST = 18
"""Zoom level of houses, up to which nearly all street maps have tiles; OpenStreetMap's own goes one further."""

LONGEST = 2000
"""Characters of an address or a credit."""

_NEEDED = ("{z}", "{x}", "{y}")
_KNOWN = re.compile(r"\{[zxysr]\}")
"""What Leaflet fills in: zoom, column, row, one of three hosts, and `@2x` on fine screens."""
_SAFE = re.compile(r"[!-~]+")
"""ASCII that is seen, without blanks."""
_LINK = re.compile(r"\[([^\[\]]+)\]\((https?://[^\s()]+)\)")


@dataclass(frozen=True, slots=True)
class Tiles:
    """A street map."""

    address: str
    """Of a tile, with {z}, {x} and {y} in it."""
    credit: str
    """HTML for the map's corner."""
    finest: int
    """Zoom level beyond which there are no tiles, and larger pictures of these are shown."""
    closest: int
    """Zoom level beyond which nothing of it is shown."""

    def told(self) -> dict[str, Any]:
        """As static/dateline/map.js wants it."""
        return {"address": self.address, "credit": self.credit, "finest": self.finest, "closest": self.closest}


def from_environment(environment: Mapping[str, str]) -> Tiles:
    """The street map that the settings name, OpenStreetMap's where they name none; `InputError` where its address is none."""
    address = environment.get(ADDRESS_SETTING, "").strip() or OPENSTREETMAP
    wrong = fault(address)
    if wrong:
        raise InputError(f"{ADDRESS_SETTING}: {wrong}, as in {OPENSTREETMAP}")
    credit = environment.get(CREDIT_SETTING, "").strip() or CREDIT
    return Tiles(address, credit_html(credit[:LONGEST]), CLOSEST, CLOSEST)


def is_own(address: str) -> bool:
    """Whether tiles come from the server that serves the page, and from no stranger."""
    return address.startswith("/")


def host(address: str) -> str:
    """The name of the server that tiles come from, to be told; hosts that share the load are named once."""
    return urlsplit(address.replace("{s}.", "").replace("{s}", "")).netloc


def fault(address: str) -> str | None:
    """Why an address is none of tiles; None: it is one, of https, of http, or a path on the page's own server."""
    if len(address) > LONGEST or not _SAFE.fullmatch(address):
        return f"an address has no blanks, letters of ASCII only, and at most {LONGEST} characters"
    if not all(part in address for part in _NEEDED):
        return "an address of tiles has {z}, {x} and {y} in it"
    if re.search(r"[{}\\\"'<>`]", _KNOWN.sub("", address)):
        return "besides {z}, {x} and {y} only {s} and {r} are known"
    if is_own(address) and not address.startswith("//"):
        return None
    try:
        parts = urlsplit(_KNOWN.sub("0", address))
        host = parts.hostname if parts.scheme in ("https", "http") and parts.port != 0 else None
    except ValueError:
        host = None
    if not host:
        return "an address begins with https://, http:// or a single /"
    return "a name and a password in it would be told to every reader" if "@" in parts.netloc else None


def credit_html(credit: str) -> str:
    """A credit with links written `[words](https://…)` as HTML in which nothing else means anything."""
    parts, end = [], 0
    for link in _LINK.finditer(credit):
        words, address = (escape(part) for part in link.groups())
        parts += [escape(credit[end : link.start()])]
        parts += [f'<a href="{address}" target="_blank" rel="noopener">{words}</a>']
        end = link.end()
    return "".join((*parts, escape(credit[end:])))
