"""How far a long job is: a bar for somebody who watches a terminal, a line for each stage for a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from tqdm import tqdm


class Progress:
    """Tells on a stream, standard error unless another is given."""

    def __init__(self, out: TextIO | None = None):
        self._out = out or sys.stderr

    def say(self, text: str) -> None:
        """One line."""
        print(f"geo: {' '.join(text.split())}", file=self._out, flush=True)

    @contextmanager
    def bar(self, what: str, total: int, done: int = 0) -> Iterator[tqdm]:
        """A bar of bytes for one stage; `update(bytes)` moves it on."""
        watched = self._out.isatty()
        if not watched:
            self.say(f"{what}, {total / 1e6:,.0f} MB" + (f", from {done / 1e6:,.0f} MB on" if done else ""))
        shape = {"unit": "B", "unit_scale": True, "unit_divisor": 1000, "mininterval": 0.5}
        with tqdm(desc=what, total=total, initial=done, file=self._out, disable=not watched, **shape) as bar:
            yield bar
