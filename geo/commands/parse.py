"""`parse`: from inputs to a written result."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from geo.commands import engine as engines
from geo.commands import writing
from geo.commands.failures import Failures, failures
from geo.commands.resuming import rest, resumed
from geo.commands.telling import compared, counted, told_left_out, warned
from geo.errors import OutputError
from geo.exporting import FORMATS
from geo.exporting.cleaning import one_line
from geo.jobs import parse_in_processes
from geo.pipeline import Engine, explained
from geo.reading import Columns, read
from geo.reading.address import is_address
from geo.resolution.trace import trace
from geo.types import Article, Story

if TYPE_CHECKING:
    from geo.web import Fetcher

EXIT_SOME_FAILED = 1


def add(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="a file, a folder, an http or https address, - for standard input"
    )
    writing.add(parser, default="table")
    engines.add(parser)
    parser.add_argument(
        "--columns",
        metavar="FIELD=COLUMN,…",
        help="which columns of a table hold what: text, title, date, id, source, author, outlet, address, language",
    )
    parser.add_argument(
        "--boilerplate", action="store_true", help="show places also where only menus, captions or links name them"
    )
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="processes that read; 0: as many as cores")
    parser.add_argument(
        "--resume", action="store_true", help="with --format jsonl and --out: keep what is written, and read the rest"
    )
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write what could not be read there, as JSON lines")
    parser.add_argument(
        "--duplicates", action="store_true", help="say which documents tell much the same as an earlier one"
    )
    parser.add_argument("--offline", action="store_true", help="refuse web addresses")
    parser.add_argument(
        "--explain", action="store_true", help="tell on standard error what spoke for and against every candidate"
    )


def _jobs(word: str) -> int:
    number = int(word) if word.isascii() and word.isdecimal() and len(word) < 4 else -1
    if number < 0:
        raise argparse.ArgumentTypeError(f"{one_line(word)!r} is no number of processes; give 0, 1, 2 …")
    return number or os.cpu_count() or 1


def run(options: argparse.Namespace, load: Callable[..., Engine], parse_many: Callable[..., Iterator[Story]]) -> int:
    """Read, parse and write; the status says whether all was read."""
    _check(options)
    columns = Columns.parse(options.columns) if options.columns else None
    with failures(options.errors) as failed:
        web = fetcher() if not options.offline and any(map(is_address, options.inputs)) else None
        articles = chain.from_iterable(
            read(source, on_error=failed.of(source), web=web, columns=columns) for source in options.inputs
        )
        first = next(articles, None)
        if first is None and failed.count:
            return EXIT_SOME_FAILED  # there is nothing to write, and an older --out file is left alone
        with _out(options) as (out, done):
            every = rest(chain([first] if first else [], articles), done)
            engine = _engine(options, failed, load)
            stories = _shown(_stories(every, options, engine, parse_many), options)
            told = compared(warned(stories)) if options.duplicates else warned(stories)
            shown = counted(told, to_file=options.out is not None, done=done.total())
            writing.write(options, shown, out, engine.about())
        return EXIT_SOME_FAILED if failed.count else 0


def fetcher() -> Fetcher:
    """What reads the web; the libraries for it are loaded only where an address is named."""
    from geo.web import Fetcher

    return Fetcher()


def _check(options: argparse.Namespace) -> None:
    """Words that each are right and together are not: `OutputError`."""
    writing.check(options)
    if options.resume and (options.format != "jsonl" or not options.out):
        raise OutputError("--resume goes on with a file of documents: give --format jsonl and --out FILE too")
    if options.explain and options.jobs > 1:
        raise OutputError("--explain tells of one document after the other: leave --jobs out")
    if options.out and options.errors and options.out.resolve() == options.errors.resolve():
        raise OutputError(f"{one_line(str(options.out))}: is named for both --out and --errors; give two names")
    engines.spare(
        {"--out": options.out, "--errors": options.errors}, (*options.inputs, options.gazetteer, *options.places)
    )


@contextmanager
def _out(options: argparse.Namespace) -> Iterator[tuple[TextIO | BinaryIO, Counter[str]]]:
    """Where the result goes, and what of it is there already."""
    if options.resume:
        with resumed(options.out) as found:
            yield found
    else:
        with writing.opened(options) as out:
            yield out, Counter()


def _engine(options: argparse.Namespace, failed: Failures, load: Callable[..., Engine]) -> Engine:
    """Also for processes that load their own: what is wrong with the files is told once, and before they begin."""
    told = {"on_error": failed.of("--places")} if options.places else {}
    return load(**engines.chosen(options), **told)


def _stories(
    articles: Iterable[Article],
    options: argparse.Namespace,
    engine: Engine,
    parse_many: Callable[..., Iterator[Story]],
) -> Iterator[Story]:
    if options.jobs > 1:
        chosen = engines.chosen(options)
        named = {name: tuple(value) if name == "places" else value for name, value in chosen.items()}
        return parse_in_processes(articles, options.jobs, named)
    return _explained(articles, engine) if options.explain else parse_many(articles, engine=engine)


def _shown(stories: Iterable[Story], options: argparse.Namespace) -> Iterator[Story]:
    """The stories with what the options leave of their mentions."""
    for story in stories:
        if FORMATS[options.format].shows_places and not options.boilerplate:
            told_left_out(story)
            story = story.body
        yield story.literal if options.roles == "literal" else story


def _explained(articles: Iterable[Article], engine: Engine) -> Iterator[Story]:
    """The stories, each with the trace of its decisions on standard error."""
    for article in articles:
        story, decisions = explained(article, engine)
        for line in (f"{article.id}: why", *trace(decisions, engine.weights)):
            indent = " " * (len(line) - len(line.lstrip(" ")))
            print(indent + one_line(line), file=sys.stderr, flush=True)
        yield story
