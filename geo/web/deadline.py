"""One deadline for everything that reading an address takes: a server that drips is given up as one that is silent."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Clock = Callable[[], float]
"""Seconds since some moment, never going back: `time.monotonic`."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Deadline:
    clock: Clock
    end: float
    """When it is over, by that clock."""

    def left(self) -> float:
        """Seconds left, more than 0; `TimeoutError` when there are none."""
        left = self.end - self.clock()
        if left <= 0:
            raise TimeoutError
        return left


def within(deadline: Deadline, work: Callable[[], T]) -> T:
    """What the work returns or raises, or `TimeoutError`. For system calls that know no time-out: looking a name up.

    The work goes on in a thread that keeps no program from ending.
    """
    done: queue.SimpleQueue[tuple[T | None, Exception | None]] = queue.SimpleQueue()

    def run() -> None:
        try:
            done.put((work(), None))
        except Exception as error:
            done.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        result, error = done.get(timeout=deadline.left())
    except queue.Empty:
        raise TimeoutError from None
    if error:
        raise error
    return result  # type: ignore[return-value]
