"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from geo.errors import DatelineError, OutputError
from geo.exporting.cleaning import one_line

TEXT = {"encoding": "utf-8", "errors": "backslashreplace", "newline": "\n"}
"""How text is written wherever it goes; what UTF-8 cannot carry is escaped."""


@contextmanager
def atomic(path: Path, *, binary: bool = False) -> Iterator[TextIO | BinaryIO]:
    """A UTF-8 text file, or one of bytes, that takes its name when the block ends well; until then an older one stays.

    A device or a pipe (`/dev/stdout`) cannot be replaced and is written straight away.
    """
    target = Path(os.path.realpath(path))
    replaceable = os.path.isfile(target) or not os.path.exists(target)
    part = target.with_name(f".{target.name}.{os.getpid()}.part") if replaceable else target
    try:
        with open(part, "wb") if binary else open(part, "w", **TEXT) as out:
            yield out
        if part != target:
            _replace(part, target)
    except (DatelineError, BrokenPipeError):
        raise
    except OSError as error:
        raise OutputError(f"{one_line(str(path))}: cannot be written ({error.strerror or error})") from error
    finally:
        if part != target:
            with suppress(OSError):
                part.unlink()


def _replace(part: Path, target: Path) -> None:
    """The new file keeps the permissions of the one it replaces."""
    if target.exists():
        os.chmod(part, target.stat().st_mode & 0o7777)
    os.replace(part, target)
