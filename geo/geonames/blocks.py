"""Files of millions of lines in blocks of whole lines, and lines in cells. No line is trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

BLOCK = 4 * 1024 * 1024
"""Bytes read at a time: about 35,000 places. A line that is longer is cut, and its pieces are lines that fail."""

EXAMPLES = 5
"""Lines that failed and are shown."""

SHOWN = 100
"""Characters shown of such a line."""


class BadLine(ValueError):
    """A line that is no row of its file."""


@dataclass
class Failures:
    """How many lines of a file failed, and the first of them."""

    count: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, reason: object, line: str) -> None:
        """One more."""
        self.count += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(f"{reason}: {line[:SHOWN]!r}")

    def merge(self, other: Failures) -> None:
        """Those of another block, which comes later in the file."""
        self.count += other.count
        self.examples = [*self.examples, *other.examples][:EXAMPLES]


def blocks(stream: IO[bytes], start: int = 0, size: int = BLOCK) -> Iterator[tuple[int, bytes]]:
    """Whole lines from an offset on, and the offset behind them. Never more than two blocks are held."""
    stream.seek(start)
    rest, end = b"", start
    while read := stream.read(size):
        held = rest + read
        cut = held.rfind(b"\n") + 1
        if not cut and len(held) <= size:
            rest = held
            continue
        block, rest = held[: cut or None], held[cut:] if cut else b""
        end += len(block)
        yield end, block
    if rest:
        yield end + len(rest), rest


def lines(block: bytes, failures: Failures) -> Iterator[str]:
    """The lines of a block that are text; blank ones and comments are passed over."""
    for line in _decoded(block, failures):
        line = line.removesuffix("\r")
        if "\0" in line:
            failures.add("holds a NUL", line)
        elif line and line[0] != "#":
            yield line


def _decoded(block: bytes, failures: Failures) -> Iterator[str]:
    try:
        yield from block.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        for raw in block.split(b"\n"):
            try:
                yield raw.decode("utf-8")
            except UnicodeDecodeError:
                failures.add("is not UTF-8", raw.decode("utf-8", "replace"))


def cells(line: str, count: int) -> list[str]:
    """The tab-separated cells; `BadLine` when there are more or fewer."""
    found = line.split("\t")
    if len(found) != count:
        raise BadLine(f"has {len(found)} columns, not {count}")
    return found


def number(text: str) -> int:
    """A GeoNames number: it has to fit into 32 bits, as they all do."""
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and 0 < int(text) < 2**31):
        raise BadLine("has a number that is none")
    return int(text)
