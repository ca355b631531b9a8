"""Going on where a run was cut off: what is written so far stays beside the result's name, and is not read again.

The unfinished file is `FILE.part`. It is only ever appended to, a whole line a document, so that whatever ends a run (a
signal, a power cut) leaves whole lines and at most one torn, which is cut off and made anew.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from geo.errors import OutputError
from geo.exporting.cleaning import one_line
from geo.types import Article


@contextmanager
def resumed(path: Path) -> Iterator[tuple[TextIO, Counter[str]]]:
    """The unfinished file, open at its end, and how often each id is in it. It takes its name when the block ends well.

    Where there is no unfinished file, an older finished one is gone on with.
    """
    part = path.with_name(path.name + ".part")
    try:
        if not part.exists() and path.exists():
            shutil.copyfile(path, part)
        done = kept(part)
        with open(part, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            yield out, done
        os.replace(part, path)
    except (OutputError, BrokenPipeError):
        raise
    except OSError as error:
        raise _unwritten(path, error) from error


@contextmanager
def appended(path: Path) -> Iterator[tuple[TextIO, Counter[str]]]:
    """A file that only grows, open at its end, and how often each id is in it."""
    try:
        done = kept(path)
        with open(path, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            yield out, done
    except (OutputError, BrokenPipeError):
        raise
    except OSError as error:
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{one_line(str(path))}: cannot be written ({error.strerror or error})")


def kept(part: Path) -> Counter[str]:
    """How often each id is in an unfinished file. A torn last line is cut off."""
    done: Counter[str] = Counter()
    if not part.exists():
        return done
    with open(part, "r+b") as file:
        for number, line, start in _lines(file):
            if not line.endswith(b"\n"):
                file.truncate(start)
                break
            done[_id(line, part, number)] += 1
    return done


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes, int]]:
    start = 0
    for number, line in enumerate(iter(file.readline, b""), start=1):
        yield number, line, start
        start += len(line)


def _id(line: bytes, part: Path, number: int) -> str:
    try:
        record = json.loads(line)
        if isinstance(record["id"], str) and isinstance(record["mentions"], list):
            return record["id"]
    except (ValueError, KeyError, TypeError, RecursionError):
        pass  # told below
    told = f"{one_line(str(part))}, line {number}: is no document that Dateline wrote"
    raise OutputError(f"{told}; move the file away, or give --out another name")


def rest(articles: Iterable[Article], done: Counter[str]) -> Iterator[Article]:
    """The articles that are not done, an id as often as it is not."""
    left = Counter(done)
    for article in articles:
        if left[article.id] > 0:
            left[article.id] -= 1
        else:
            yield article
