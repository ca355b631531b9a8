"""Fetches one address: checked, asked politely, bounded in time and size, and told in one line where it fails."""

from __future__ import annotations

import http.client
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from urllib3.exceptions import DecodeError, HTTPError, IncompleteRead, ProtocolError, ReadTimeoutError
from urllib3.exceptions import SSLError as TlsError
from urllib3.response import BaseHTTPResponse

from geo.errors import FetchError
from geo.web import robots
from geo.web.addresses import Address, Permit, checked, followed, named
from geo.web.answers import GOOD, REDIRECTS, SAVE, Kind, demand_plain, demand_readable, kind, media_type, refusal
from geo.web.connection import Allowance, Connect, Resolve, TooMuch, asked, connect, open_addresses, resolve
from geo.web.deadline import Clock, Deadline
from geo.web.pace import Pace
from geo.web.robots import Robots

MAX_REDIRECTS = 5
"""As RFC 9309 has it for robots.txt. Articles are one or two away."""

OVERHEAD = 1_000_000
"""Bytes on the wire beside a body of the largest size: headers and lengths of chunks."""

CHUNK = 64 * 1024
"""Bytes read at a time, decompressed."""


@dataclass(frozen=True, slots=True)
class Limits:
    seconds: float = 20.0
    """For all of it: looking up, waiting for a turn, robots.txt, redirections, the body."""
    body: int = 10_000_000
    """Bytes of an answer, decompressed. Pages of news have a tenth of a megabyte to two."""
    pause: float = 1.0
    """Seconds from one request to a host to the next: what a person who follows links does not exceed."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave."""

    asked: str
    """The address as it was named."""
    address: str
    """Where it led, in one spelling."""
    data: bytes
    """What came, decompressed."""
    kind: Kind
    """What it is, by its type and its first bytes."""
    content_type: str
    """The type that the server says, in small letters and without parameters. Empty: it says none."""
    charset: str | None
    """The encoding that the server says, as it is written; it may be no encoding at all. None: it says none."""


@dataclass(frozen=True, eq=False)
class Fetcher:
    """Reads web addresses. It remembers robots.txt files and when it asked a host last, so make one and keep it.

    Threads may share it. Whatever speaks to the world comes in as a function, so that tests need none of it.
    """

    limits: Limits = Limits()
    permit: Permit = frozenset()
    """Closed IP addresses and ports that may be connected to all the same. For tests alone."""
    resolve: Resolve = resolve
    connect: Connect = connect
    clock: Clock = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    trust: ssl.SSLContext | None = None
    """Which certificates are good. None: those that the system trusts."""
    _pace: Pace = field(init=False, repr=False)
    _robots: Robots = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_pace", Pace(self.clock, self.sleep, self.limits.pause))
        object.__setattr__(self, "_robots", Robots(self.clock))

    def fetch(self, address: str) -> Fetched:
        """What lies at an http or https address. `FetchError` says in a line why there is nothing to read."""
        with self._told(address):
            deadline = Deadline(self.clock, self.clock() + self.limits.seconds)
            start = checked(address, self.permit)
            with self._arrived(start, deadline, lambda hop: self._demand_allowed(hop, deadline)) as (there, answer):
                return self._fetched(address, there, answer)

    def _demand_allowed(self, address: Address, deadline: Deadline) -> None:
        self._robots.demand(address, lambda rules: self._robots_file(rules, deadline))

    def _robots_file(self, address: Address, deadline: Deadline) -> tuple[int, bytes]:
        with self._arrived(address, deadline, lambda hop: None) as (_, answer):
            return answer.status, _body(answer, robots.MAX_BYTES) if answer.status in GOOD else b""

    @contextmanager
    def _arrived(
        self, here: Address, deadline: Deadline, demand: Callable[[Address], None]
    ) -> Iterator[tuple[Address, BaseHTTPResponse]]:
        """Where redirections end. Each step meets the demand, is looked up, checked and waits for its turn as the first one."""
        for _ in range(MAX_REDIRECTS + 1):
            demand(here)
            ips = open_addresses(here, self.resolve, self.permit, deadline)
            self._pace.wait(here.host, deadline)
            allowance = Allowance(deadline, self.limits.body + OVERHEAD)
            with asked(here, ips, self.connect, allowance, self.trust) as answer:
                if answer.status not in REDIRECTS:
                    yield here, answer
                    return
                here = followed(here, answer.headers.get("Location"), self.permit)
        raise FetchError(f"leads on more than {MAX_REDIRECTS} times; {SAVE}")

    def _fetched(self, address: str, there: Address, answer: BaseHTTPResponse) -> Fetched:
        reason = refusal(answer.status, answer.headers.get("Retry-After"))
        if reason:
            raise FetchError(reason)
        said, charset = media_type(answer.headers.get("Content-Type"))
        demand_readable(said)
        data = _body(answer, self.limits.body + 1)
        if len(data) > self.limits.body:
            raise FetchError(f"is larger than {self.limits.body / 1e6:.0f} MB; {SAVE}")
        return Fetched(address, there.text, data, kind(said, data), said, charset)

    @contextmanager
    def _told(self, address: str) -> Iterator[None]:
        """Every failure in our words. None of them quotes what the server sent."""
        try:
            yield
        except FetchError as error:
            raise FetchError(f"{named(address)}: {error}") from error
        except (OSError, HTTPError, http.client.HTTPException, ValueError) as error:
            raise FetchError(f"{named(address)}: {self._reason(error)}") from error

    def _reason(self, error: Exception) -> str:
        if isinstance(error, TooMuch) or isinstance(error.__cause__, TooMuch):
            return f"its server sends more than a page; {SAVE}"
        if isinstance(error, (TimeoutError, ReadTimeoutError)):
            return f"took longer than {self.limits.seconds:g} seconds; try again later, or {SAVE}"
        if isinstance(error, ssl.SSLCertVerificationError):
            return f"its certificate cannot be trusted ({error.verify_message}); check the address"
        if isinstance(error, (ssl.SSLError, TlsError)):
            return f"its server does not speak TLS as it should; {SAVE}"
        if isinstance(error, DecodeError):
            return f"comes damaged: its compression cannot be undone; {SAVE}"
        if isinstance(error, (IncompleteRead, ProtocolError, OSError)):
            return "the connection was cut off before all had come; try again later"
        return f"its server does not speak HTTP as it should; {SAVE}"


def _body(answer: BaseHTTPResponse, most: int) -> bytes:
    """The body, decompressed, up to so many bytes."""
    demand_plain(answer.headers.get("Content-Encoding"))
    taken = bytearray()
    while len(taken) < most and (chunk := answer.read(min(CHUNK, most - len(taken)))):
        taken += chunk
    return bytes(taken)
