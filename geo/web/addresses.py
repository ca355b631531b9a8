"""Web addresses: taken apart once, and only what was checked is used from then on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from geo.errors import FetchError
from geo.reading.paths import shown
from geo.web.hosts import host_of
from geo.web.networks import is_open

Permit = frozenset[tuple[str, int]]
"""IP addresses and ports that may be connected to although they are closed. For tests, which have servers of their own."""

PORTS = {"http": 80, "https": 443}
"""The schemes that are spoken, each on its own port alone: others are for services that no article is on."""

MAX_LENGTH = 8000
"""Characters of an address. Servers take some 8 kB in a request's first line."""

MAX_SHOWN = 200
"""Characters of an address in a message, which is one line."""

CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What no address holds. Browsers drop tabs and line breaks, and so read another address than a person does."""

AUTHORITY = re.compile(r"(?:\[([0-9a-fA-F:.]+)\]|([^\[\]:@%\\]+))(?::([0-9]{0,5}))?")
"""IPv6 address in brackets, or name; port. No user, no password, no escapes, no zone."""

KEPT = "/:@!$&'()*+,;=~-._%"
"""What stays as it is in a path, RFC 3986: what is escaped already is not escaped again."""


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address in its one spelling."""

    scheme: str
    host: str
    """A name in ASCII and small letters, or an IP address without brackets."""
    port: int
    target: str
    """Path and query, ASCII."""

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{name}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def is_ip(self) -> bool:
        return ":" in self.host or self.host.replace(".", "").isdigit()

    @property
    def text(self) -> str:
        return self.origin + self.target


def checked(address: str, permit: Permit = frozenset()) -> Address:
    """The address, if it may be asked as far as its words tell; `FetchError` with the reason if not. Nothing is looked up."""
    if len(address) > MAX_LENGTH:
        raise FetchError(f"has more than {MAX_LENGTH} characters")
    if CONTROLS.search(address):
        raise FetchError("has a line break or another control character in it")
    try:
        parts = urlsplit(address.strip(" "))
    except ValueError as error:
        raise FetchError("is no web address") from error
    if parts.scheme not in PORTS:
        raise FetchError("is no http or https address")
    host, port = _authority(parts.netloc, PORTS[parts.scheme])
    if port != PORTS[parts.scheme] and port not in {permitted for _, permitted in permit}:
        raise FetchError(f"names port {port}; only the web's own, 80 and 443, are asked")
    query = f"?{quote(parts.query, safe=KEPT + '?')}" if parts.query else ""
    made = Address(parts.scheme, host, port, quote(parts.path or "/", safe=KEPT) + query)
    if made.is_ip:
        demand_open(host, made, permit)
    return made


def demand_open(ip: str, address: Address, permit: Permit = frozenset()) -> None:
    """`FetchError` where an IP address of its host is neither one of the open internet nor permitted."""
    if is_open(ip) or (ip, address.port) in permit:
        return
    if address.is_ip:
        raise FetchError(f"{address.host} is no address of the open internet")
    raise FetchError(f"{address.host} is at {shown(ip[:MAX_SHOWN])}, which is no address of the open internet")


def followed(here: Address, location: str | None, permit: Permit = frozenset()) -> Address:
    """Where a redirection leads, checked as the first address was. https is never left for http."""
    location = _as_written(location or "")
    if not location or CONTROLS.search(location) or len(location) > MAX_LENGTH:
        raise FetchError("leads on to no address")
    try:
        there = checked(urljoin(here.text, location), permit)
    except (FetchError, ValueError) as error:
        why = f": {error}" if isinstance(error, FetchError) else ""
        raise FetchError(f"leads on to {named(location)}, which is not followed{why}") from error
    if (here.scheme, there.scheme) == ("https", "http"):
        raise FetchError(f"leads on from https to {named(location)}, which is not encrypted and not followed")
    return there


def named(address: str) -> str:
    """An address fit for a one-line message."""
    return shown(address if len(address) <= MAX_SHOWN else f"{address[:MAX_SHOWN]}…")


def _authority(text: str, default: int) -> tuple[str, int]:
    found = AUTHORITY.fullmatch(text)
    if not found:
        raise FetchError("names no host, or more than a host: user names, passwords and escapes are refused")
    bracketed, name, port = found.groups()
    return host_of(bracketed or name), int(port) if port else default


def _as_written(location: str) -> str:
    """Headers come as Latin-1; some servers send UTF-8 unescaped."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location
