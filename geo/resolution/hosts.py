"""Where an article comes from, taken apart: the host of a web address, and what its last label says of a country.

Nothing is asked of a network, and nothing is taken on trust: a source may be an address, a file's path, an outlet's name
or anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_SOURCE = 2048
"""Code points that are looked at; no host begins later."""

LONGEST_HOST = 253
"""Characters, of a label `LONGEST_LABEL`: RFC 1035, section 2.3.4."""

LONGEST_LABEL = 63

_ADDRESS = re.compile(r"\s*(?:(?P<scheme>[a-z][a-z0-9+.-]{1,9}):)?//(?P<host>[^/\\?#\s]*)", re.IGNORECASE)
_BARE = re.compile(r"\s*(?P<host>[\w-]+(?:\.[\w-]+)+)\.?(?::\d{1,5})?(?:[/?#]\S*)?\s*", re.IGNORECASE)
_PATH = re.compile(r"[/\\]|^[A-Za-z]:|^[~.]|\.\w{1,6}$")
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_WEB = ("http", "https", "ftp", "feed", "")

_SECOND_LEVEL = frozenset(
    "com co org net gov edu ac or ne go gob gouv gub govt ltd plc nom info web nic mil sch gen id firm ind me in".split()
)
"""Labels under a country's own that say what sort of owner it is: `co` of `co.uk`, `com` of `com.au`."""

_OWNERS = frozenset("com gov edu gob net org mil".split())
"""Of these, what makes even a fashionable country's label its own: `eltiempo.com.co` is Colombian, `angel.co` is not."""

_FASHIONABLE = frozenset(
    "ac ag ai as bz cc cf co cx dj eu fm ga gd gg gq gs im io la lc ly me ml ms nf nu pn pw sh so st su tc tk to tv vc vg "
    "ws".split()
)
"""Two letters that outlets of the whole world take for what they look like, or for being free; they say nothing."""

_CODES = {"uk": "GB"}
"""Country labels that are not the country's ISO 3166-1 code."""

_NAMES = {
    "amsterdam": "Amsterdam",
    "bayern": "Bavaria",
    "berlin": "Berlin",
    "boston": "Boston",
    "brussels": "Brussels",
    "bzh": "Brittany",
    "capetown": "Cape Town",
    "cat": "Catalonia",
    "corsica": "Corsica",
    "cymru": "Wales",
    "durban": "Durban",
    "eus": "Basque Country",
    "gal": "Galicia",
    "hamburg": "Hamburg",
    "irish": "Ireland",
    "istanbul": "Istanbul",
    "joburg": "Johannesburg",
    "koeln": "Cologne",
    "london": "London",
    "melbourne": "Melbourne",
    "miami": "Miami",
    "moscow": "Moscow",
    "nagoya": "Nagoya",
    "nrw": "North Rhine-Westphalia",
    "nyc": "New York City",
    "osaka": "Osaka",
    "paris": "Paris",
    "quebec": "Quebec",
    "rio": "Rio de Janeiro",
    "saarland": "Saarland",
    "scot": "Scotland",
    "stockholm": "Stockholm",
    "swiss": "Switzerland",
    "sydney": "Sydney",
    "taipei": "Taipei",
    "tatar": "Tatarstan",
    "tirol": "Tyrol",
    "tokyo": "Tokyo",
    "vegas": "Las Vegas",
    "vlaanderen": "Flanders",
    "wales": "Wales",
    "wien": "Vienna",
    "yokohama": "Yokohama",
    "zuerich": "Zurich",
}
"""Last labels that are a place by themselves."""

_GENERIC = frozenset(
    "com org net info biz news press media today online site live world app blog report review guide radio asia africa lat "
    "email digital network agency community city town tech space website page zone life int edu gov mil "
    "name pro coop travel mobi arpa global international social watch video show sport football directory".split()
)
"""Last labels of three letters and more by which an address is known where nothing else says that it is one."""

_PLATFORMS = frozenset(
    "blogspot.com wordpress.com substack.com medium.com tumblr.com typepad.com livejournal.com weebly.com wixsite.com "
    "github.io ghost.io facebook.com twitter.com x.com youtube.com instagram.com t.me telegram.me reddit.com "
    "google.com yahoo.com msn.com bing.com archive.org archive.is feedburner.com bit.ly".split()
)
"""Hosts of everybody: what stands before them is a name, they are none."""

_SUFFIXES_OF_FILES = frozenset(
    "txt text md markdown rst htm html xhtml json jsonl ndjson csv tsv xml pdf doc docx rtf odt eml gz zip bz2 xz ps tex "
    "log epub mhtml php asp aspx py sh rs pl".split()
)
"""What ends a file's name, even where it is also a country's label: `notes.md` was not written in Moldova."""


@dataclass(frozen=True, slots=True)
class Host:
    """The host of a web address, in small letters and without `www`."""

    name: str
    """The whole of it, `news.bbc.co.uk`."""
    labels: tuple[str, ...]
    """What its owner chose, the nearest to the suffix first: `("bbc", "news")`. Empty: a host of everybody's."""
    country_code: str | None = None
    """ISO 3166-1 alpha-2 of the country whose label ends it. None: that label says nothing."""
    place: str | None = None
    """Name of the town or region whose label ends it. None: it is none's."""

    @property
    def domains(self) -> tuple[str, ...]:
        """It and what it is a part of, the longest first: `news.bbc.co.uk`, `bbc.co.uk`, `co.uk`."""
        parts = self.name.split(".")
        return tuple(".".join(parts[first:]) for first in range(len(parts) - 1))


def host_of(source: str) -> Host | None:
    """The host that a source names. None: it is no address but a path, a name or anything else."""
    source = source[:LONGEST_SOURCE]
    if address := _ADDRESS.match(source):
        web = (address["scheme"] or "").lower() in _WEB
        return _host(address["host"].rpartition("@")[2].partition(":")[0]) if web else None
    bare = _BARE.fullmatch(source)
    if bare and _is_host(bare["host"].lower(), alone=bare["host"] == source.strip()):
        return _host(bare["host"])
    return None


def is_path(source: str) -> bool:
    """Whether a source that is no address looks like a file's path: whoever named the folders says nothing of an outlet."""
    return bool(_PATH.search(source[:LONGEST_SOURCE].strip()))


def _is_host(name: str, *, alone: bool) -> bool:
    """Whether words with full stops and no scheme are a host rather than a file or folder."""
    last = name.rpartition(".")[2]
    if name.startswith("www."):
        return True
    if alone and last in _SUFFIXES_OF_FILES:
        return False
    return (len(last) == 2 and last.isascii() and last.isalpha()) or last in _GENERIC or last in _NAMES


def _host(written: str) -> Host | None:
    name = re.sub(r"^www\d?\.", "", written.lower().rstrip("."))
    parts = name.split(".")
    if len(parts) < 2 or len(name) > LONGEST_HOST or not all(_is_label(part) for part in parts) or parts[-1].isdigit():
        return None
    suffix = 2 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL else 1
    if ".".join(parts[-2:]) in _PLATFORMS:
        suffix = 2
    labels = tuple(reversed([_in_letters(part) for part in parts[:-suffix]]))
    return Host(name, labels, _country(parts[-1], parts[-2] if suffix == 2 else ""), _NAMES.get(parts[-1]))


def _is_label(part: str) -> bool:
    return len(part) <= LONGEST_LABEL and bool(_LABEL.fullmatch(part))


def _in_letters(label: str) -> str:
    """ "xn--mnchen-3ya" is "münchen" to its readers; what cannot be decoded stays as it is."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label


def _country(last: str, owner: str) -> str | None:
    if len(last) != 2 or not (last.isascii() and last.isalpha()):
        return None
    if last in _FASHIONABLE and owner not in _OWNERS:
        return None
    return _CODES.get(last, last.upper())
