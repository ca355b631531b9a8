"""Which host names may be looked up: full names of the open internet, and IP addresses in their one usual spelling."""

from __future__ import annotations

import re
from ipaddress import ip_address

import idna

from geo.errors import FetchError
from geo.reading.paths import shown

MAX_NAME = 253
"""Characters of a name, RFC 1035."""

LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.ASCII)
"""One part of a name, RFC 1035, and the underscore that some hosts have."""

LAST_LABEL = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)
"""A top-level domain begins with a letter. Without it `127.1`, `0x7f.1` and `017700000001` would go to the system, which takes
them for IP addresses."""

CLOSED_NAMES = frozenset(
    "alt arpa corp example home internal intranet invalid lan local localdomain localhost onion private svc test".split()
    + ["metadata.goog", "metadata.tencentyun.com"]
)
"""Names that, like all below them, mean this machine, its network, a cloud's inner service or nothing: RFC 6761, RFC 6762,
RFC 8375, RFC 9476, ICANN's `internal`, what routers and Kubernetes use, and metadata services under public names."""


def host_of(name: str) -> str:
    """The host in ASCII and small letters, or an IP address; `FetchError` with the reason where it may not be asked."""
    if ":" in name:
        return _ip(name)
    ascii = _ascii(name).lower().removesuffix(".")
    if re.fullmatch(r"[0-9.]+", ascii):
        return _ip(ascii)
    labels = ascii.split(".")
    if len(ascii) > MAX_NAME or not all(LABEL.fullmatch(label) for label in labels):
        raise FetchError(f"{shown(name[:MAX_NAME])} is no name of a host")
    if _is_closed(labels) or not LAST_LABEL.fullmatch(labels[-1]):
        raise FetchError(f"{shown(name)} is no host of the open internet")
    return ascii


def _ascii(name: str) -> str:
    """Letters of all scripts as the web writes them, UTS 46; so full-width digits and dots are seen for what they are."""
    if name.isascii():
        return name
    try:
        return idna.encode(name[: MAX_NAME + 1], uts46=True).decode()
    except UnicodeError as error:
        raise FetchError(f"{shown(name[:MAX_NAME])} is no name of a host") from error


def _ip(text: str) -> str:
    try:
        ip = ip_address(text)
    except ValueError as error:
        raise FetchError(f"{shown(text[:MAX_NAME])} is no IP address in its usual spelling") from error
    return str(ip)


def _is_closed(labels: list[str]) -> bool:
    ends = {".".join(labels[n:]) for n in range(len(labels))}
    return len(labels) < 2 or not CLOSED_NAMES.isdisjoint(ends)
