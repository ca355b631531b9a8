"""robots.txt, RFC 9309: what a host asks programs not to read is not read.

It is parsed by the standard library's parser: the first rule that fits counts, and rules with `*` or `$` inside fit only as
written.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.robotparser import RobotFileParser

from geo.errors import FetchError
from geo.web.addresses import Address
from geo.web.answers import SAVE
from geo.web.deadline import Clock

NAME = "Dateline"
"""What we are called in a robots.txt."""

PATH = "/robots.txt"

MAX_BYTES = 500 * 1024
"""Bytes of a robots.txt that are read, the least that RFC 9309 asks for. The rest is left aside."""

MAX_KEPT = 64
"""Files remembered, the least lately asked forgotten first: 32 MB at the very most."""

TTL_S = 3600.0
"""Seconds that a file is remembered. RFC 9309 allows a day."""

Read = Callable[[Address], tuple[int, bytes]]
"""Fetches a robots.txt, redirections followed: its status and what came."""


@dataclass(frozen=True, slots=True, eq=False)
class Robots:
    clock: Clock
    _kept: OrderedDict[str, tuple[float, bytes]] = field(default_factory=OrderedDict, init=False)
    """By origin: when it was read, and the file."""
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def demand(self, address: Address, read: Read) -> None:
        """`FetchError` where the host's robots.txt forbids the address, or cannot be had for a fault of the server."""
        rules = self._known(address.origin)
        if rules is None:
            rules = _rules(address, *read(Address(address.scheme, address.host, address.port, PATH)))
            self._keep(address.origin, rules)
        if not _allows(rules, address):
            raise FetchError(f"{address.host} asks programs not to read it (robots.txt); {SAVE}")

    def _known(self, origin: str) -> bytes | None:
        with self._lock:
            read, rules = self._kept.get(origin, (0.0, None))
            if rules is None or self.clock() - read >= TTL_S:
                return None
            self._kept.move_to_end(origin)
            return rules

    def _keep(self, origin: str, rules: bytes) -> None:
        with self._lock:
            self._kept[origin] = (self.clock(), rules)
            self._kept.move_to_end(origin)
            while len(self._kept) > MAX_KEPT:
                self._kept.popitem(last=False)


def _rules(address: Address, status: int, data: bytes) -> bytes:
    """No file is no rules. A server that fails may have forbidden everything."""
    if status >= 500:
        raise FetchError(f"the robots.txt of {address.host} cannot be read ({status}); try again later, or {SAVE}")
    return data if status < 300 else b""


def _allows(rules: bytes, address: Address) -> bool:
    parser = RobotFileParser()
    try:
        parser.parse(rules.decode("utf-8-sig", "replace").splitlines())
        return parser.can_fetch(NAME, address.text)
    except ValueError as error:  # the parser trips over a bad address or number in a rule
        raise FetchError(f"the robots.txt of {address.host} makes no sense; {SAVE}") from error
