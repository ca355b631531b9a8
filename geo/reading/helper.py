"""The process that reads hostile documents: started by `geo.reading.bounded`, never imported by it.

It answers one request after another until its input ends: a line of JSON that says what to call, the bytes of the
document, and back comes a line of JSON. Nothing but plain data travels either way.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import sys
import time
from dataclasses import asdict, is_dataclass
from typing import Any, BinaryIO

from geo.errors import InputError

MB = 2**20

REFUSED = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.send",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.spawn",
)
"""How the audit events (docs.python.org/3/library/audit_events.html) begin of what no reader of documents does: to speak to a
network or to start programs."""


def serve(memory_mb: int, seconds: int) -> None:
    """Answer on what standard output is now, with the given bounds. What libraries print is thrown away."""
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    _bound_memory(memory_mb)
    sys.addaudithook(_refuse)
    warnings = Warnings()
    logging.getLogger("geo").addHandler(warnings)
    while request := sys.stdin.buffer.readline():
        _bound_seconds(seconds)
        answer = answered(json.loads(request), sys.stdin.buffer)
        answers.write(json.dumps({**answer, "warnings": warnings.taken()}).encode() + b"\n")
        answers.flush()


def answered(request: dict[str, Any], stream: BinaryIO) -> dict[str, Any]:
    """What the function named in the request makes of the bytes, an article or plain data, or why there is none."""
    try:
        data = stream.read(request["bytes"])
        module, _, function = request["function"].partition(":")
        made = getattr(importlib.import_module(module), function)(data, **request["words"])
        return {"made": asdict(made) if is_dataclass(made) else made}
    except InputError as error:
        return {"error": type(error).__name__, "message": str(error)}
    except Exception as error:  # whatever a library raises on a damaged document ends here, by the name of its class
        return {"broke": type(error).__name__}


class Warnings(logging.Handler):
    """Keeps what the readers warn of, for the process that asked to tell."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message as it would be written."""
        self.kept.append(record.getMessage())

    def taken(self) -> list[str]:
        """What was kept since the last call."""
        kept, self.kept = self.kept, []
        return kept


def _refuse(event: str, arguments: object) -> None:
    if event.startswith(REFUSED):
        raise PermissionError(f"a reader may not do this: {event}")


def _bound_memory(megabytes: int) -> None:
    """Address space, where the system can bound it: Linux. macOS refuses and Windows has no such call.

    A library that damage makes crash leaves no image of the memory on the disk.
    """
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MB, megabytes * MB))
    except (ImportError, OSError, ValueError):
        pass


def _bound_seconds(seconds: int) -> None:
    """Processor time of this request, for the case that nobody is left to stop it."""
    try:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds + 1, most))
    except (ImportError, OSError, ValueError):
        pass
