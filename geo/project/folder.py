"""The folder of projects: each is a file with a name that nobody can guess, which is also what a link carries."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import secrets
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import ProjectError

if TYPE_CHECKING:
    from geo.project.store import Project

ENVIRONMENT = "DATELINE_PROJECTS"
"""The variable that names the folder."""

TOKEN_BYTES = 24
"""Randomness of a token: 192 bits."""

TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
"""`TOKEN_BYTES` as letters. Nothing of it can leave the folder."""

SUFFIX = ".dateline"
BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a file that is open."""

OWNER_ONLY = 0o700
"""Mode of the folder: other users of the machine may not look."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A project in the folder."""

    token: str
    size: int
    """Bytes."""
    changed: str
    """ISO 8601, UTC."""


class Projects:
    """All projects of a folder."""

    def __init__(self, folder: str | Path | None = None, *, clock: Callable[[], datetime] | None = None) -> None:
        """`folder`: None for the one that `DATELINE_PROJECTS` names, else the user's own. It is made when it is needed."""
        self.folder = Path(folder) if folder else default_folder()
        self._clock = clock or (lambda: datetime.now(UTC))

    def create(self, name: str = "") -> Project:
        """Make a project and open it. It appears in the folder only once it is whole."""

        path = self.path(_new_token())
        unready = path.with_suffix(".new")
        try:
            self.folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
            unready.touch(mode=0o600, exist_ok=False)
        except OSError as error:
            raise ProjectError(f"no project can be made in {self.folder}: {error.strerror}") from error
        try:
            self._opened(unready, "", fresh=True).close()
            unready.rename(path)
        except OSError as error:
            raise ProjectError(f"no project can be made in {self.folder}: {error.strerror}") from error
        finally:
            unready.unlink(missing_ok=True)
        project = self._opened(path, path.stem)
        if name:
            project.rename(name)
        return project

    def open(self, token: str) -> Project:
        """Open the project of a token. Raises `ProjectError` where there is none, or where the file is none."""
        from geo.project import sqlite

        path = self._known(token)
        sqlite.identify(path)
        return self._opened(path, token)

    def open_file(self, path: Path) -> Project:
        """Open a project by its file, such as a copy, wherever it lies. Raises `ProjectError` as `open` does."""
        from geo.project import sqlite

        sqlite.identify(path)
        return self._opened(path, "")

    def list(self) -> list[Listed]:
        """The projects of the folder, the one changed last first. They are not opened."""
        if not self.folder.is_dir():
            return []
        paths = [path for path in self.folder.glob(f"*{SUFFIX}") if TOKEN.fullmatch(path.stem)]
        found = [listed for listed in map(_listed, paths) if listed]
        return sorted(found, key=lambda listed: (listed.changed, listed.token), reverse=True)

    def delete(self, token: str) -> None:
        """Remove a project's file for good. Raises `ProjectError` where there is none, or where the file is no project."""
        from geo.project import sqlite

        path = self._known(token)
        sqlite.identify(path)
        try:
            for file in (path, *_beside(path)):
                file.unlink(missing_ok=True)
        except OSError as error:
            raise ProjectError(f"{path} cannot be deleted: {error.strerror}; close what has it open") from error

    def for_reading(self, reading: str) -> str:
        """The token of the project that `reading_token` gave this for. Raises `ProjectError` where there is none."""
        if TOKEN.fullmatch(reading):
            paths = self.folder.glob(f"*{SUFFIX}") if self.folder.is_dir() else ()
            found = next(
                (path.stem for path in paths if secrets.compare_digest(reading_token(path.stem), reading)), None
            )
            if found:
                return found
        raise ProjectError("there is no project to look at under this address; was it deleted?")

    def path(self, token: str) -> Path:
        """The file of a token. Raises `ProjectError` where it is no token: no path or name gets past this."""
        if not isinstance(token, str) or not TOKEN.fullmatch(token):
            raise ProjectError(f"{str(token)[:80]!r} is no token of a project: it has 32 letters, digits, - or _")
        return self.folder / f"{token}{SUFFIX}"

    def _known(self, token: str) -> Path:
        path = self.path(token)
        if not path.is_file():
            raise ProjectError(f"there is no project {token!r} in {self.folder}; was it deleted?")
        return path

    def _opened(self, path: Path, token: str, *, fresh: bool = False) -> Project:
        from geo.project import sqlite
        from geo.project.store import Project

        engine = sqlite.engine(path)
        try:
            if fresh:
                sqlite.create(engine)
            return Project(engine, token=token, clock=self._clock)
        except BaseException:
            engine.dispose()
            raise


def reading_token(token: str) -> str:
    """What lets somebody look at a project and change nothing: a SHA-256 of its token, which does not lead back to it."""
    digest = hashlib.sha256(b"dateline reading " + token.encode()).digest()
    return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()


def _new_token() -> str:
    """One that no command line takes for an option."""
    while (token := secrets.token_urlsafe(TOKEN_BYTES)).startswith("-"):
        pass
    return token


def default_folder() -> Path:
    """Where projects lie unless told otherwise: `DATELINE_PROJECTS`, else where the system keeps a user's data."""
    if named := os.environ.get(ENVIRONMENT):
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "dateline" / "projects"


def _beside(path: Path) -> Iterator[Path]:
    return (path.with_name(path.name + ending) for ending in BESIDE)


def _listed(path: Path) -> Listed | None:
    """Size and last change, of what lies beside the file too: an open project is written there first. None: it just went."""
    if _stat(path) is None:
        return None
    stats = [stat for stat in map(_stat, (path, *_beside(path))) if stat]
    changed = datetime.fromtimestamp(max(stat.st_mtime for stat in stats), UTC)
    return Listed(path.stem, sum(stat.st_size for stat in stats), changed.isoformat(timespec="seconds"))


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None
