"""`feeds`: follow a list of feeds, and parse only what is new."""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from geo.commands import engine as engines
from geo.commands.failures import Failures, failures
from geo.commands.parse import EXIT_SOME_FAILED, fetcher
from geo.commands.resuming import appended
from geo.commands.telling import counted, tell, warned
from geo.errors import InputError
from geo.exporting import Provenance, jsonl
from geo.pipeline import Engine
from geo.reading import address, feed
from geo.reading.decoding import take
from geo.reading.failures import OnError
from geo.reading.feed_list import feed_list
from geo.reading.paths import opened
from geo.types import Article, Story

if TYPE_CHECKING:
    from geo.web import Fetcher

ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
"""How an id begins that is one for the whole world: `https:`, `tag:`, `urn:`. Others are told apart by their feed."""


def add(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("list", type=Path, metavar="LIST", help="a file with a feed's address a line, or OPML")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="JSON lines; what is new is added at its end"
    )
    parser.add_argument("--every", type=_minutes, metavar="MINUTES", help="go on asking until interrupted")
    parser.add_argument(
        "--summaries", action="store_true", help="read only what the feeds hold, and fetch no page of theirs"
    )
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write what could not be read there, as JSON lines")
    engines.add(parser)


def _minutes(word: str) -> float:
    try:
        number = float(word)
    except ValueError:
        number = 0.0
    if not 1 <= number < 10_000:
        raise argparse.ArgumentTypeError("give a number of minutes, 1 or more")
    return number


def run(
    options: argparse.Namespace,
    load: Callable[..., Engine],
    parse_many: Callable[..., Iterator[Story]],
    sleep: Callable[[float], None] = time.sleep,
) -> int:
    """One round over the feeds, or one after the other; the status says whether all of the last could be read."""
    engines.spare(
        {"--out": options.out, "--errors": options.errors}, (options.list, options.gazetteer, *options.places)
    )
    sources = feed_list(options.list)
    with failures(options.errors) as failed:
        told = {"on_error": failed.of("--places")} if options.places else {}
        engine, web = load(**engines.chosen(options), **told), fetcher()
        made_by = Provenance.of(engine.about())
        while True:
            before = failed.count
            with appended(options.out) as (out, done):
                articles = _read(sources, set(done), options, failed, web)
                written = _written(parse_many(articles, engine=engine), out, options, made_by)
            tell(f"{written} new in {len(sources)} feeds")
            if not options.every:
                return EXIT_SOME_FAILED if failed.count > before else 0
            sleep(60 * options.every)


def _read(
    sources: tuple[str, ...], known: set[str], options: argparse.Namespace, failed: Failures, web: Fetcher
) -> Iterator[Article]:
    """What is new in the feeds; its ids are added to those that are known."""
    for source in sources:
        for article in new(source, known, web, failed.of(source), pages=not options.summaries):
            known.add(article.id)
            yield article


def _written(stories: Iterator[Story], out: TextIO, options: argparse.Namespace, made_by: Provenance) -> int:
    """Write the stories; how many that was."""
    number = 0

    def shown() -> Iterator[Story]:
        nonlocal number
        for story in stories:
            number += 1
            yield story.literal if options.roles == "literal" else story

    jsonl.write(counted(warned(shown()), to_file=True), out, made_by)
    return number


def new(source: str, known: Container[str], web: Fetcher, on_error: OnError, *, pages: bool) -> Iterator[Article]:
    """The entries of a feed whose ids are not known, in its order.

    `pages`: of an entry that the feed has no full text of, the page that it leads to is read; where that cannot be had, which
    is told, what the feed has of it.
    """
    try:
        found = _feed(source, web)
    except InputError as error:
        on_error(error)
        return
    for number, entry in enumerate(found.entries, start=1):
        article = feed.article(entry, found, source, number)
        id = article.id if ABSOLUTE.match(article.id) else f"{source}#{article.id}"
        if entry.text and id not in known:
            whole = pages and entry.text_is != feed.IN_FULL and entry.address
            yield replace(_page(article, web, on_error) if whole else article, id=id)


def _feed(source: str, web: Fetcher) -> feed.Feed:
    if address.is_address(source):
        fetched = web.fetch(source)
        return feed.feed(fetched.data, source, address=fetched.address)
    with opened(source) as stream:
        return feed.feed(take(stream, source, feed.MAX_BYTES), source)


def _page(entry: Article, web: Fetcher, on_error: OnError) -> Article:
    """The page that an entry leads to, with what only the feed knows of it."""
    try:
        page = address.article(str(entry.address), web)
    except InputError as error:
        on_error(error)
        return entry
    missing = {
        field: getattr(entry, field)
        for field in ("title", "date", "outlet", "author", "language")
        if getattr(page, field) is None and getattr(entry, field) is not None
    }
    told = {**page.told, **{field: entry.told[field] for field in missing if field in entry.told}}
    return replace(page, **missing, told=told)
