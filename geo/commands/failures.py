"""What could not be read: told at once, counted for the exit status, and kept in a file where one is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from geo.commands.telling import tell
from geo.errors import InputError, OutputError
from geo.exporting.cleaning import one_line
from geo.exporting.jsonl import dumps
from geo.reading.failures import OnError


class Failures:
    """The failures of one run."""

    def __init__(self, out: TextIO | None = None) -> None:
        self.count = 0
        self._out = out

    def of(self, source: object) -> OnError:
        """What is told of the failures of an input, for `geo.read`."""

        def failed(error: InputError) -> None:
            self.count += 1
            tell(error)
            if self._out:
                record = {"input": str(source), "error": " ".join(str(error).split()), "kind": type(error).__name__}
                self._out.write(dumps(record) + "\n")
                self._out.flush()

        return failed


@contextmanager
def failures(path: Path | None) -> Iterator[Failures]:
    """The failures of a run, written to that file, a JSON line each, as they come. The file is empty where there are none."""
    with ExitStack() as stack:
        out = stack.enter_context(_opened(path)) if path else None
        yield Failures(out)


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise OutputError(f"{one_line(str(path))}: cannot be written ({error.strerror or error})") from error
