"""Reading in another process, with an end to its time and its memory.

Libraries that take documents apart can be made to loop, to fill the memory or to crash by a document of a few kilobytes
(measured: 40 KB of HTML keep trafilatura busy for 11 s, 400 KB for 20 minutes). So they run in a helper that can be
stopped: it starts in about 0.2 s, serves document after document, and what it sends back is JSON.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Lock, Timer
from typing import Any, BinaryIO

from geo import errors
from geo.errors import InputError
from geo.reading.decoding import MAX_BYTES, take
from geo.reading.failures import OnError, Reader
from geo.reading.paths import shown
from geo.types import Article, Part

log = logging.getLogger(__name__)

SECONDS = 30
"""Longest that one document may take. A PDF of 1,000 pages takes about 4 s, a page of the web 0.1 s."""

MEMORY_MB = 1024
"""Most address space of a helper, in MB. A PDF of 60 MB needs about 300."""

ANSWER_MB = 512
"""Longest answer that is taken, in MB. JSON may need six bytes for a byte of text."""

HELPERS = 4
"""Most helpers at work at once; further documents wait for their turn."""

IDLE = 2
"""Most helpers that are kept for the next document, each 30 to 50 MB with its libraries."""

USES = 200
"""Documents after which a helper is replaced: what its libraries leak is bounded too."""

START = """
import sys, types
geo = types.ModuleType("geo")
geo.__path__ = [sys.argv[1]]
sys.modules["geo"] = geo
from geo.reading.helper import serve
serve(int(sys.argv[2]), int(sys.argv[3]))
"""
"""Starts a helper without what `import geo` loads: it needs the readers, not the engine."""


def reader(function: str, what: str, limit: int = MAX_BYTES) -> Reader:
    """A reader of one article a file, by `function`, "module:name", which `call` describes."""

    def read(name: str, stream: BinaryIO, on_error: OnError) -> Iterator[Article]:
        try:
            article = call(function, take(stream, name, limit), name=name, what=what)
        except InputError as error:
            on_error(error)
        else:
            yield article

    return read


def call(function: str, data: bytes, *, name: str, what: str, **words: Any) -> Article:
    """What `function(data, name=name, **words)` makes of the document, run in a helper.

    `what` says in messages what the document should be: "a PDF". InputError: the function's own, or that it took too long,
    too much memory, or broke.
    """
    return _article(plain(function, data, name=name, what=what, **words))


def plain(function: str, data: bytes, *, name: str, what: str, **words: Any) -> Any:
    """As `call`, of a function that gives plain data: what JSON can say."""
    with _AT_WORK:
        answer = _asked(_request(function, data, name=name, **words), data)
    return _made(answer, name, what)


class Talk:
    """Several calls about one document to one helper, which may leave the document open between them.

    It waits for its turn at each call and not between them, so who reads many documents side by side never waits for itself.
    """

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        self.what = what
        self.helper: Helper | None = None

    def __enter__(self) -> Talk:
        return self

    def __exit__(self, *_: object) -> None:
        """Ends the helper, which may have the document open, unless all was `over`."""
        if self.helper:
            _dropped(self.helper)

    def ask(self, function: str, data: bytes = b"", **words: Any) -> Any:
        """As `plain`. A function that refuses the document leaves nothing open."""
        with _AT_WORK:
            try:
                self.helper = self.helper or _free() or Helper()
                answer = self.helper.asked(_request(function, data, name=self.name, **words), data)
            except OSError as error:
                answer = _none_started(error)
        if "error" in answer:
            self.over()
        return _made(answer, self.name, self.what)

    def over(self) -> None:
        """Nothing is open any more: the helper may take other documents."""
        if self.helper:
            _keep(self.helper)
            self.helper = None


def _request(function: str, data: bytes, **words: Any) -> bytes:
    return json.dumps({"function": function, "words": words, "bytes": len(data)}).encode() + b"\n"


def _made(answer: dict[str, Any], name: str, what: str) -> Any:
    for warning in answer.get("warnings", ()):
        log.warning("%s", warning)
    if "made" in answer:
        return answer["made"]
    raise _error(answer, name, what)


def _asked(request: bytes, data: bytes) -> dict[str, Any]:
    try:
        helper = _free() or Helper()
    except OSError as error:
        return _none_started(error)
    answer = helper.asked(request, data)
    if "broke" in answer:
        helper.stop()  # its memory may be full
    _keep(helper)
    return answer


def _none_started(error: OSError) -> dict[str, Any]:
    return {"broke": error.strerror or "no other process can be started"}


def _error(answer: dict[str, Any], name: str, what: str) -> InputError:
    if "error" in answer:
        return getattr(errors, answer["error"])(answer["message"])
    if answer.get("late"):
        return InputError(f"{shown(name)}: took longer than {SECONDS} s to read as {what}; save its text as UTF-8")
    why = answer.get("broke") or f"its reader broke, or needs more than {MEMORY_MB} MB of memory"
    if why == MemoryError.__name__:
        why = f"it needs more than {MEMORY_MB} MB of memory"
    return InputError(f"{shown(name)}: cannot be read as {what} ({why}); it is damaged, or save its text as UTF-8")


def _article(fields: dict[str, Any]) -> Article:
    return Article(**{**fields, "parts": tuple(Part(**part) for part in fields["parts"])})


class Helper:
    """One running helper. Only the thread that took it speaks to it."""

    def __init__(self) -> None:
        folder = str(Path(__file__).resolve().parent.parent)
        command = [sys.executable or "python3", "-P", "-c", START, folder, str(MEMORY_MB), str(SECONDS)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        self.owner = os.getpid()
        self.uses = 0

    def asked(self, request: bytes, data: bytes) -> dict[str, Any]:
        """Its answer; where none comes, whether it was late. It is dead then."""
        self.uses += 1
        end = time.monotonic() + SECONDS
        clock = Timer(SECONDS, self.process.kill)
        clock.daemon = True
        clock.start()
        try:
            self.process.stdin.write(request + data)
            self.process.stdin.flush()
            return json.loads(self.process.stdout.readline(ANSWER_MB * 2**20))
        except (OSError, ValueError):
            self.stop()
            return {"late": time.monotonic() >= end}
        except BaseException:  # an interrupted reading leaves half an answer behind
            self.stop()
            raise
        finally:
            clock.cancel()

    @property
    def good(self) -> bool:
        """Whether it can take another document. After a fork it is the parent's."""
        return self.owner == os.getpid() and self.uses < USES and self.process.poll() is None

    def stop(self) -> None:
        """End it and free its pipes."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                pipe.close()


_AT_WORK = BoundedSemaphore(HELPERS)
_IDLE: list[Helper] = []
_GUARD = Lock()


def _free() -> Helper | None:
    with _GUARD:
        while _IDLE:
            helper = _IDLE.pop()
            if helper.good:
                return helper
            _dropped(helper)
    return None


def _keep(helper: Helper) -> None:
    with _GUARD:
        if helper.good and len(_IDLE) < IDLE:
            _IDLE.append(helper)
            return
    _dropped(helper)


def _dropped(helper: Helper) -> None:
    """A helper of the process that this one was forked from is left to that."""
    if helper.owner == os.getpid():
        helper.stop()


def close() -> None:
    """End the helpers that wait for work. The next document starts a new one."""
    with _GUARD:
        waiting, _IDLE[:] = list(_IDLE), []
    for helper in waiting:
        _dropped(helper)


atexit.register(close)
