"""One request over a connection to the very IP address that was checked.

The name is looked up once. What it gives is checked, every address of it, and the socket is opened to one of these by its
number; name and certificate are still those of the host. So a name that answers differently the second time gains nothing.
Proxies, cookies and credentials of the environment are not used.
"""

from __future__ import annotations

import logging
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from typing import Any

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import BaseHTTPResponse

from geo.errors import FetchError
from geo.version import VERSION
from geo.web.addresses import Address, Permit, demand_open
from geo.web.deadline import Deadline, within

AGENT = f"Dateline/{VERSION} (reads single pages that a person names)"
"""Who asks. Dateline has no page of its own that could be named here."""

HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.9, application/rss+xml;q=0.8, "
    "application/atom+xml;q=0.8, application/xml;q=0.7, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
"""All that is sent besides the host's name. Compressions are those that urllib3 undoes with the standard library."""

CONNECT_S = 5.0
"""Seconds that one IP address has to take a connection, so that a dead one leaves time for the next."""

MAX_TRIED = 4
"""IP addresses of a host that are tried."""

Resolve = Callable[[str, int], Sequence[str]]
"""(host, port) → its IP addresses, best first; `OSError` when there are none."""

Connect = Callable[[str, int, Deadline], socket.socket]
"""(IP address, port, deadline) → an open socket that knows allowances, as `connect` makes it; `OSError` when it is refused."""


def resolve(host: str, port: int) -> Sequence[str]:
    """What the system's resolver says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class TooMuch(OSError):
    """A server sent more than an answer may take. An error of the connection, which libraries hand on."""


@dataclass(slots=True)
class Allowance:
    """What an answer may take, however the server words it: time, and bytes on the wire."""

    deadline: Deadline
    bytes: int

    def take(self, number: int) -> None:
        """`TooMuch` when more has come than may. The library that reads HTTP has no bound of its own for a chunk of length -1,
        trailers, interim answers, or a compressed body that unpacks to nothing."""
        self.bytes -= number
        if self.bytes < 0:
            raise TooMuch


class _Bounded:
    """A socket that reads within an allowance. A time-out alone starts anew with every byte that drips in."""

    allowance: Allowance | None = None

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        if not self.allowance:
            return super().recv_into(*arguments, **options)  # type: ignore[misc]
        self.settimeout(self.allowance.deadline.left())  # type: ignore[attr-defined]
        got = super().recv_into(*arguments, **options)  # type: ignore[misc]
        self.allowance.take(got)
        return got


class _Socket(_Bounded, socket.socket):
    pass


class _TlsSocket(_Bounded, ssl.SSLSocket):
    pass


def connect(ip: str, port: int, deadline: Deadline) -> socket.socket:
    """A socket to an IP address. A name is a `ValueError`: nothing is looked up here."""
    made = _Socket(socket.AF_INET6 if ip_address(ip).version == 6 else socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.settimeout(min(CONNECT_S, deadline.left()))
        made.connect((ip, port))
        made.settimeout(deadline.left())
    except BaseException:
        made.close()
        raise
    return made


@cache
def trust() -> ssl.SSLContext:
    """Certificates that the system trusts, or Mozilla's where Python knows no store of the system's."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not (context.get_ca_certs() or paths.cafile or paths.capath):
        context.load_verify_locations(certifi.where())
    return context


def open_addresses(address: Address, ask: Resolve, permit: Permit, deadline: Deadline) -> tuple[str, ...]:
    """The host's IP addresses, looked up once. One that is not open refuses the host: a good neighbour is no excuse."""
    try:
        found = (address.host,) if address.is_ip else tuple(within(deadline, lambda: ask(address.host, address.port)))
    except TimeoutError:
        raise
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{address.host} cannot be found: check the address, or is there no network?") from error
    if not found:
        raise FetchError(f"{address.host} cannot be found: it has no IP address")
    for ip in found:
        demand_open(ip, address, permit)
    return found[:MAX_TRIED]


@contextmanager
def asked(
    address: Address, ips: Sequence[str], open_socket: Connect, allowance: Allowance, context: ssl.SSLContext | None
) -> Iterator[BaseHTTPResponse]:
    """The answer to a GET request, its body not read yet. Redirections are answers like others."""

    def reach() -> socket.socket:
        return _first(address, ips, open_socket, allowance.deadline)

    kind = {"http": _Plain, "https": _Tls}[address.scheme]
    options = {"ssl_context": _timed(context or trust())} if kind is _Tls else {}
    connection = kind(address.host, address.port, timeout=allowance.deadline.left(), **options)
    connection.reach, connection.allowance = reach, allowance
    try:
        connection.request("GET", address.target, headers=HEADERS, preload_content=False, decode_content=True)
        with closing(connection.getresponse()) as answer:
            yield answer
    finally:
        connection.close()


def _first(address: Address, ips: Sequence[str], open_socket: Connect, deadline: Deadline) -> socket.socket:
    last: OSError | None = None
    for ip in ips:
        try:
            return open_socket(ip, address.port, deadline)
        except OSError as error:
            last = error
            deadline.left()
    why = "it does not answer" if isinstance(last, TimeoutError) else last and last.strerror
    raise FetchError(f"{address.host} cannot be reached ({why or 'no connection'}); try again later") from last


def _timed(context: ssl.SSLContext) -> ssl.SSLContext:
    context.sslsocket_class = _TlsSocket
    return context


class _Plain(HTTPConnection):
    """Connects by a function, which knows the IP address, and not by the name. `host` stays the name, for the Host header."""

    reach: Callable[[], socket.socket]
    allowance: Allowance

    def _new_conn(self) -> socket.socket:
        return self.reach()

    def connect(self) -> None:
        super().connect()
        self.sock.allowance = self.allowance


class _Tls(HTTPSConnection):
    """The same with TLS: `host` is also the name that is asked for (SNI) and that the certificate must bear."""

    reach: Callable[[], socket.socket]
    allowance: Allowance

    def _new_conn(self) -> socket.socket:
        return self.reach()

    def connect(self) -> None:
        super().connect()
        self.sock.allowance = self.allowance


def _is_not_about_headers(record: logging.LogRecord) -> bool:
    """urllib3 warns of bad headers with a traceback that quotes the server. What it still made of them is used."""
    return not str(record.msg).startswith("Failed to parse headers")


logging.getLogger("urllib3.connection").addFilter(_is_not_about_headers)
