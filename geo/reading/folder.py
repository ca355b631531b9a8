"""A folder: every file in it, and below it, that a reader knows by its suffix."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from geo.errors import InputError
from geo.reading.failures import OnError, Reader
from geo.reading.kinds import by_kind
from geo.reading.paths import read_file, shown, unreadable
from geo.types import Article

log = logging.getLogger(__name__)


def read(path: Path, readers: Mapping[str, Reader], on_error: OnError) -> Iterator[Article]:
    """The articles in the order of their paths. Hidden files are left out; other suffixes are told of and skipped."""
    files = _files(path, on_error)
    known = _known(files, readers)
    skipped = Counter(file.suffix or "no suffix" for file in files if file.suffix.lower() not in readers)
    if skipped:
        log.warning("%s: skipped %s", shown(path), ", ".join(f"{n} × {shown(s)}" for s, n in sorted(skipped.items())))
    if not known:
        on_error(InputError(f"{shown(path)}: holds no file that can be read ({', '.join(sorted(readers))})"))
    for file in known:
        yield from read_file(str(file), by_kind(readers), on_error)


def readable(path: Path, readers: Mapping[str, Reader]) -> list[Path]:
    """The files that `read` opens, with folders that cannot be listed left out."""
    return _known(_files(path, lambda error: None), readers)


def _known(files: list[Path], readers: Mapping[str, Reader]) -> list[Path]:
    return [file for file in files if file.suffix.lower() in readers]


def _files(path: Path, on_error: OnError) -> list[Path]:
    """Links to folders are not followed, so a circle of links ends."""
    found = []
    for folder, folders, names in os.walk(path, onerror=lambda error: on_error(unreadable(error.filename, error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in names if not name.startswith(".")]
    return sorted(found)
