"""One request at a time to a host, with a pause before the next, however many threads ask."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from geo.errors import FetchError
from geo.web.deadline import Clock, Deadline

MAX_HOSTS = 1024
"""Hosts remembered. Those whose second is over are forgotten first."""


@dataclass(frozen=True, slots=True, eq=False)
class Pace:
    clock: Clock
    sleep: Callable[[float], None]
    seconds: float
    """Between two requests to a host."""
    _free: dict[str, float] = field(default_factory=dict, init=False)
    """From when on a host may be asked, earliest asked first."""
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def wait(self, host: str, deadline: Deadline) -> None:
        """Sleep until it is this request's turn; `FetchError` at once where that is beyond the deadline."""
        with self._lock:
            now = self.clock()
            turn = max(now, self._free.pop(host, now))
            if turn - now >= deadline.left():
                self._free[host] = turn
                raise FetchError(f"{host} is asked too often at once; try again in {turn - now:.0f} seconds")
            self._free[host] = turn + self.seconds
            self._forget(now)
        if turn > now:
            self.sleep(turn - now)

    def _forget(self, now: float) -> None:
        if len(self._free) <= MAX_HOSTS:
            return
        for host in [host for host, free in self._free.items() if free <= now]:
            del self._free[host]
        while len(self._free) > MAX_HOSTS:
            del self._free[next(iter(self._free))]
