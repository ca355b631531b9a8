"""Fetches GeoNames' files when asked: https only, resumable, checked. No other command of `python -m geo` uses a network.

A file is written beside its name with `.part` behind and takes its name when it is whole: as long as the server said, and as a
zip archive with every checksum right. A part that was cut off is continued if the server still has the same file.
"""

from __future__ import annotations

import http.client
import os
import shutil
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from geo.errors import DataError, OutputError
from geo.geonames.inputs import ADDRESS, FILES, ZIPPED
from geo.geonames.progress import Progress
from geo.version import VERSION

WANTED = tuple(f"{Path(name).stem}.zip" if name in ZIPPED else name for name in FILES)
"""What is fetched: the large files packed."""

TIMEOUT_S = 30
"""Seconds without a byte from the server."""

CHUNK = 1 << 20
"""Bytes read at a time."""

SPARE = 100_000_000
"""Bytes of disk that are left free."""

Open = Callable[[urllib.request.Request], AbstractContextManager[Any]]
"""Sends a request: the seam for tests, which have a server of their own."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the server has under a name."""

    name: str
    size: int
    stamp: str
    """`Last-Modified` as the server writes it; empty: it does not say."""


def download(
    folder: Path,
    *,
    address: str = ADDRESS,
    names: Sequence[str] = WANTED,
    open: Open | None = None,
    progress: Progress | None = None,
) -> None:
    """Put the files into the folder. What is there whole is kept; `DataError` says in a line what went wrong."""
    if urlsplit(address).scheme != "https":
        raise DataError(f"{address} is no https address")
    source = _Source(address, open or _https, progress or Progress())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        offers = [source.offer(name) for name in names]
        wanted = [offer for offer in offers if not _is_there(folder / offer.name, offer)]
        _demand_room(folder, wanted)
        for offer in wanted:
            source.fetch(offer, folder / offer.name)
    except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
        raise DataError(
            f"{urlsplit(address).netloc} cannot be reached ({_reason(error)}): is there a network? "
            "What has come is kept, the same command goes on"
        ) from error
    except OSError as error:
        if isinstance(error, OutputError):
            raise
        raise OutputError(f"{folder}: cannot be written ({error.strerror or error})") from error


@dataclass(frozen=True, slots=True)
class _Source:
    address: str
    open: Open
    progress: Progress

    def offer(self, name: str) -> Offer:
        """Size and date of a file, without fetching it."""
        with self.open(self._request(name, method="HEAD")) as answer:
            size = answer.headers.get("Content-Length") or ""
            if not size.isdigit():
                raise DataError(f"{self.address}{name}: the server does not say how long it is; try again later")
            return Offer(name, int(size), answer.headers.get("Last-Modified") or "")

    def fetch(self, offer: Offer, path: Path) -> None:
        """The whole file, or what is missing of it."""
        part, stamp = _beside(path, ".part"), _beside(path, ".stamp")
        start = part.stat().st_size if part.exists() and _stamp_is(stamp, offer) else 0
        if start > offer.size or not start:
            start = 0
            part.unlink(missing_ok=True)
        stamp.write_text(offer.stamp, encoding="utf-8")
        if start < offer.size:
            self._receive(offer, part, start)
        _check(part, offer)
        part.replace(path)
        _date(path, offer)
        stamp.unlink()

    def _receive(self, offer: Offer, part: Path, start: int) -> None:
        headers = {"Range": f"bytes={start}-", "If-Range": offer.stamp} if start else {}
        with self.open(self._request(offer.name, **headers)) as answer:
            if start and answer.status != http.client.PARTIAL_CONTENT:
                start = 0  # the server sends all of it: it knows no ranges, or has a newer file
            with part.open("ab" if start else "wb") as out, self.progress.bar(offer.name, offer.size, start) as bar:
                while chunk := answer.read(CHUNK):
                    out.write(chunk)
                    bar.update(len(chunk))

    def _request(self, name: str, method: str = "GET", **headers: str) -> urllib.request.Request:
        agent = {"User-Agent": f"Dateline/{VERSION}", "Accept-Encoding": "identity"}
        return urllib.request.Request(urljoin(self.address, name), headers={**agent, **headers}, method=method)


class _NoDowngrade(urllib.request.HTTPRedirectHandler):
    """Follows redirections, but never away from https."""

    def redirect_request(self, request, answer, code, message, headers, address):
        if urlsplit(address).scheme != "https":
            raise urllib.error.URLError(f"redirected to {address}, which is no https address")
        return super().redirect_request(request, answer, code, message, headers, address)


def _https(request: urllib.request.Request) -> AbstractContextManager[Any]:
    return urllib.request.build_opener(_NoDowngrade).open(request, timeout=TIMEOUT_S)


def _is_there(path: Path, offer: Offer) -> bool:
    """A whole file of that size lies there already."""
    return path.is_file() and path.stat().st_size == offer.size


def _stamp_is(stamp: Path, offer: Offer) -> bool:
    return bool(offer.stamp) and stamp.exists() and stamp.read_text(encoding="utf-8") == offer.stamp


def _demand_room(folder: Path, wanted: Sequence[Offer]) -> None:
    missing = sum(offer.size - _size(_beside(folder / offer.name, ".part")) for offer in wanted)
    free = shutil.disk_usage(folder).free
    if missing + SPARE > free:
        raise OutputError(f"{folder}: {missing / 1e9:.1f} GB are to be fetched, {free / 1e9:.1f} GB of disk are free")


def _check(part: Path, offer: Offer) -> None:
    """A part of the wrong length is kept to be continued, one with wrong bytes is not."""
    size = _size(part)
    if size != offer.size:
        raise DataError(f"{offer.name}: {size} of {offer.size} bytes came; the same command goes on")
    if not offer.name.endswith(".zip"):
        return
    try:
        with zipfile.ZipFile(part) as archive:
            broken = archive.testzip()
    except zipfile.BadZipFile as error:
        broken = str(error)
    if broken:
        part.unlink()
        raise DataError(f"{offer.name}: came damaged ({broken}) and was removed; try again")


def _date(path: Path, offer: Offer) -> None:
    """The file gets the server's date: it is the date of the data."""
    if offer.stamp:
        try:
            changed = parsedate_to_datetime(offer.stamp).timestamp()
        except ValueError:
            return
        os.utime(path, (changed, changed))


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _reason(error: Exception) -> str:
    return " ".join(str(getattr(error, "reason", None) or error or type(error).__name__).split())
