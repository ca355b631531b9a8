"""A ZIP archive: every file in it that a reader knows, as of a folder."""

from __future__ import annotations

import io
import logging
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import quote

from geo.errors import InputError
from geo.reading.failures import OnError, Reader
from geo.reading.kinds import by_kind
from geo.reading.packed import DAMAGED, Budget, Member, zip_file
from geo.reading.paths import shown
from geo.types import Article

log = logging.getLogger(__name__)

MOST_MEMBERS = 100_000
"""Files in an archive that are read; a year of a news site has fewer."""

ENCRYPTED = 0x1
"""The bit of an entry's flags that says so (APPNOTE.TXT 4.4.4)."""

UTF8 = 0x800
"""The bit that says that the name is in UTF-8; without it it should be in code page 437, and often is not."""

UNIX_MODE = 16
"""Bits by which the file mode is shifted in an entry's external attributes."""


def unpack(
    name: str, stream: BinaryIO, on_error: OnError, readers: Mapping[str, Reader], budget: Budget
) -> Iterator[Article]:
    """The articles in the order of the names. Hidden files are left out, what no reader knows is skipped, both as in a
    folder; links are never followed. Ids begin with `archive.zip/inner/name`."""
    try:
        archive = zip_file(name, stream)
    except InputError as error:
        on_error(error)
        return
    with archive:
        members = _members(name, archive, readers, on_error)
        for path, member in members:
            yield from _read(f"{name}/{path}", archive, member, on_error, readers, budget)
            if budget.left < 0:
                on_error(InputError(f"{shown(name)}: the rest of the archive is not read"))
                return


def _members(
    name: str, archive: zipfile.ZipFile, readers: Mapping[str, Reader], on_error: OnError
) -> list[tuple[str, zipfile.ZipInfo]]:
    """The files to read, by their names, each with the name that it is shown by; told of what is left out."""
    files = [(own_name(entry), entry) for entry in archive.infolist()]
    files = sorted(
        ((path, entry) for path, entry in files if not path.endswith("/") and not _is_hidden(path)), key=_path
    )
    known = [(path, entry) for path, entry in files if _suffix(path) in readers]
    if skipped := Counter(_suffix(path) or "no suffix" for path, _ in files if _suffix(path) not in readers):
        listed = ", ".join(f"{n} × {shown(suffix)}" for suffix, n in skipped.most_common(MOST_LISTED))
        log.warning("%s: skipped %s", shown(name), listed)
    if not known:
        on_error(InputError(f"{shown(name)}: holds no file that can be read ({', '.join(sorted(readers))})"))
    if len(known) > MOST_MEMBERS:
        on_error(InputError(f"{shown(name)}: holds {len(known):,} files; only {MOST_MEMBERS:,} of them are read"))
    return list(_numbered(known[:MOST_MEMBERS]))


MOST_LISTED = 20
"""Suffixes that are named in a warning."""


def _path(member: tuple[str, zipfile.ZipInfo]) -> str:
    return member[0]


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _is_hidden(path: str) -> bool:
    """Hidden, or what macOS puts beside each file."""
    segments = path.split("/")
    return "__MACOSX" in segments or any(segment.startswith(".") and segment.strip(".") for segment in segments)


def _numbered(members: list[tuple[str, zipfile.ZipInfo]]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """With “(2)” behind the second of a name: an archive may hold one many times."""
    seen: Counter[str] = Counter()
    for path, entry in members:
        seen[path] += 1
        yield safe_name(path) + (f" ({seen[path]})" if seen[path] > 1 else ""), entry


def own_name(entry: zipfile.ZipInfo) -> str:
    """Its name as it was written, also where the bit for UTF-8 was forgotten and up to no NUL."""
    if entry.flag_bits & UTF8:
        return entry.orig_filename
    try:
        return entry.orig_filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.orig_filename


def safe_name(path: str) -> str:
    """The name for an id. It leads nowhere else should somebody take it for a path, and does nothing to a terminal: what
    would is percent-encoded."""
    segments = ["%2E" * len(segment) if segment in (".", "..") else segment for segment in path.split("/")]
    if len(segments) > 1 and not segments[0]:
        segments[:2] = [f"%2F{segments[1]}"]
    return "".join(c if c.isprintable() and c != "\\" else quote(c, errors="surrogatepass") for c in "/".join(segments))


def _read(
    name: str,
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    on_error: OnError,
    readers: Mapping[str, Reader],
    budget: Budget,
) -> Iterator[Article]:
    """The articles of one file."""
    try:
        stream = _opened(archive, entry, budget)
    except OSError as error:
        on_error(InputError(f"{shown(name)}: cannot be read ({error})"))
        return
    with stream:
        yield from by_kind(readers)(name, stream, on_error)


def _opened(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> BinaryIO:
    """The file as a stream. OSError: it is a link, encrypted, or packed in a way that is not known."""
    if stat.S_ISLNK(entry.external_attr >> UNIX_MODE):
        raise OSError("it is a link, and these are not followed")
    if entry.flag_bits & ENCRYPTED:
        raise OSError("it is encrypted; unpack it yourself")
    try:
        return io.BufferedReader(Member(archive.open(entry), entry.compress_size, budget))
    except NotImplementedError as error:
        raise OSError("it is packed in a way that is not known; unpack it yourself") from error
    except DAMAGED as error:
        raise OSError("it is damaged in the archive") from error
