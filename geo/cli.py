"""The command line: `python -m geo`, whose commands are in `geo.commands`.

Only the result goes to standard output; a user's mistake is one line on standard error. Exit status 0: everything was
read; 1: some inputs failed, or the reader of the output hung up; 2: it cannot be done in these words (an unknown option,
a gazetteer that is none, a file that cannot be written or that is an input).
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NoReturn

from geo import pipeline
from geo.commands import about, export, feeds, gazetteer, parse
from geo.commands.parse import EXIT_SOME_FAILED
from geo.commands.telling import tell
from geo.errors import DatelineError
from geo.pipeline import Engine
from geo.types import Story

EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""


def main(
    arguments: Sequence[str] | None = None,
    *,
    load: Callable[..., Engine] = pipeline.load,
    parse_many: Callable[..., Iterator[Story]] = pipeline.parse_many,
) -> int:
    """Run one command and return its exit status. The engine comes in as two functions, so a test can bring its own."""
    _set_up_streams()
    options = _parser().parse_args(arguments)
    run = {
        "parse": lambda: parse.run(options, load, parse_many),
        "export": lambda: export.run(options, load),
        "feeds": lambda: feeds.run(options, load, parse_many),
        "about": lambda: about.run(options, load),
        "gazetteer": lambda: gazetteer.run(options),
    }
    try:
        return run[options.command]()
    except DatelineError as error:
        return _fail(error, EXIT_USAGE)
    except KeyboardInterrupt:
        return _fail("interrupted", EXIT_INTERRUPTED)
    except OSError as error:
        return _hung_up(error)


class Parser(argparse.ArgumentParser):
    """An argument parser that tells a mistake in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_USAGE, f"geo: {message} (see {self.prog} --help)\n")


def _parser() -> Parser:
    parser = Parser(prog="python -m geo", description="Every place in a text, with where it is and why.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="parse|export|feeds|about|gazetteer")
    parse.add(commands.add_parser("parse", help="find and locate the places of texts"))
    export.add(commands.add_parser("export", help="write what a project holds, with what people decided"))
    feeds.add(commands.add_parser("feeds", help="follow feeds, and parse what is new"))
    about.add(commands.add_parser("about", help="print the version, the data and the model, with dates and hashes"))
    gazetteer.add(commands.add_parser("gazetteer", help="make a gazetteer of all places that GeoNames has"))
    return parser


class _OneLine(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        tell(f"{record.levelname.lower()}: {record.getMessage()}")


def _set_up_streams() -> None:
    """UTF-8 whatever the locale; what UTF-8 cannot carry is escaped; the engine's warnings go to standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    logging.getLogger("geo").handlers = [_OneLine()]


def _fail(message: object, status: int) -> int:
    tell(message)
    return status


def _hung_up(error: OSError) -> int:
    """Standard output does not take any more. Python would complain once more on exit, so it goes nowhere from here."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return EXIT_SOME_FAILED  # `| head` has seen enough: no message
    return _fail(f"the result cannot be written ({error.strerror or error})", EXIT_USAGE)
