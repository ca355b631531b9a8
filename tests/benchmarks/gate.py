"""A tripwire: has any figure on the development corpora fallen by more than half a point since the table was written?

    python -m tests.benchmarks.gate DIR              # DIR holds the corpora, *.dev.jsonl; they are no part of the project
    python -m tests.benchmarks.gate DIR --write      # takes today's figures as the new table, after a change that was meant

The shipped models have LEARNT from these very documents. The figures here tell whether a change of the code or the data broke
something; they are not how good Dateline is, which is told, on documents that no model saw, in `data/models/README.md`.

Each document is parsed twice with what ships: as a text, and with the corpus's own mentions given, so that only resolving is
measured (an unresolved mention is wrong). Figures are those of `scoring.figures`; adjectives count where the corpus marks
them. Exit status 0: nothing fell; 1: something did, a corpus of the table is missing or is another file than the table was
made from; 2: wrong words. Takes 140 seconds of one core, shared among all there are.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.scoring import Record, Tally, figures, kept, marks_demonyms, name_of, read_gold, tally

TABLE = Path(__file__).with_name("gate.json")

NOTE = (
    "The shipped models have learnt from these very documents: these figures trip over what a change breaks and are not the "
    "accuracy, which data/models/README.md tells. Written by `python -m tests.benchmarks.gate DIR --write`."
)

MOST_FALL = 0.005
"""Half a point: more than what a library's last digits move, less than what a reader of maps would notice."""

LOWER_IS_BETTER = frozenset({"ece"})

WATCHED = {
    "text": ("exact_f1", "acc161", "acc_id", "e2e_f1", "role_accuracy", "role_f1", "ece"),
    "gold spans": ("acc161", "acc_id", "e2e_f1", "role_accuracy", "role_f1", "ece"),
}
"""The figures by way of reading: a text as it is, or its mentions given."""

ALL = "all"
"""The corpora together, as one."""

PROCESSES = 8
"""At most; each holds an engine of 300 MB."""

Figures = Mapping[str, Mapping[str, Mapping[str, float]]]
"""Shares of 1 by corpus, way of reading and name."""


class Change(NamedTuple):
    corpus: str
    way: str
    figure: str
    before: float
    now: float | None
    """None: the figure is no longer there."""

    @property
    def gain(self) -> float:
        """Points of 1 by which it is better; for what has gone, that it is all lost."""
        if self.now is None:
            return -1.0
        return (self.before - self.now) if self.figure in LOWER_IS_BETTER else (self.now - self.before)


def changes(before: Figures, now: Figures) -> list[Change]:
    """Every figure of the table with what it is now."""
    return [
        Change(corpus, way, figure, value, now.get(corpus, {}).get(way, {}).get(figure))
        for corpus, ways in before.items()
        for way, of_way in ways.items()
        for figure, value in of_way.items()
    ]


def fallen(changed: Sequence[Change]) -> list[Change]:
    """Those that are worse by more than half a point; rounding to four decimals is no fall."""
    return [change for change in changed if change.gain < -MOST_FALL - 1e-9]


def other_files(known: Mapping[str, str], found: Mapping[str, str]) -> Iterator[str]:
    """A line for each corpus of the table that is not there, or not the same: names and SHA-256 of the two sides."""
    for corpus, sha256 in known.items():
        if corpus not in found:
            yield f"{corpus}.dev.jsonl is missing: the table has figures of it"
        elif found[corpus] != sha256:
            yield f"{corpus}.dev.jsonl is another file than the table was made from (SHA-256 {found[corpus][:12]}…)"


def measure(corpora: Sequence[Path]) -> Figures:
    """The watched figures of each corpus and of all together."""
    workers = min(PROCESSES, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    found: dict[str, dict[str, dict[str, float]]] = {}
    total = dict.fromkeys(WATCHED, Tally())
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        for corpus in corpora:
            with corpus.open(encoding="utf8") as lines:
                read = list(pool.map(_read, filter(str.strip, lines), chunksize=8))
            gold, demonyms = read_gold(corpus), marks_demonyms(corpus)
            tallies = {
                "text": tally(gold, {one["id"]: kept(one["text"], demonyms=demonyms) for one in read}),
                "gold spans": tally(gold, {one["id"]: one["gold spans"] for one in read}),
            }
            found[name_of(corpus)] = {way: _watched(way, tallies[way]) for way in WATCHED}
            total = {way: total[way] + tallies[way] for way in WATCHED}
    return {**found, ALL: {way: _watched(way, total[way]) for way in WATCHED}}


def _watched(way: str, found: Tally) -> dict[str, float]:
    known = figures(found)
    return {figure: round(known[figure], 4) for figure in WATCHED[way] if figure in known}


@lru_cache(maxsize=1)
def _engine():
    """The engine of a process of the pool."""
    import geo

    return geo.load(threads=1)


def _read(line: str) -> dict[str, Any]:
    """What a process of the pool makes of one document, both ways."""
    from geo.pipeline import parse
    from geo.training.cross_validate import article_of, marked
    from geo.training.gold_spans import parse_given

    record = json.loads(line)
    article = article_of(record)
    told = {"text": parse(article, _engine()), "gold spans": parse_given(article, marked(record), _engine())}
    return {"id": article.id, **{way: [_told(mention) for mention in story.mentions] for way, story in told.items()}}


def _told(mention) -> Record:
    """What scoring asks of a mention, as `--format jsonl` would write it."""
    place, location = mention.place, mention.location
    return {
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "role": mention.role,
        "place_id": place.id if place else None,
        "lat": location.lat if location else None,
        "lon": location.lon if location else None,
        "confidence": mention.confidence,
    }


def report(before: Figures, now: Figures) -> None:
    """Every figure in points of 100, with its change where it is a tenth of a point and more."""
    for way, names in WATCHED.items():
        print(f"\n{way:14}" + "".join(f"{name:>21}" for name in names))
        for corpus, ways in now.items():
            print(f"{corpus:14}" + "".join(_cell(before, ways[way], corpus, way, name) for name in names))


def _cell(before: Figures, ways: Mapping[str, float], corpus: str, way: str, figure: str) -> str:
    if figure not in ways:
        return f"{'':21}"
    was, now = before.get(corpus, {}).get(way, {}).get(figure), ways[figure]
    moved = was is not None and abs(now - was) >= 0.001
    return f"{100 * now:13.2f}" + (f" {100 * (now - was):+6.2f} " if moved and was is not None else " " * 8)


def main() -> int:
    options = _options()
    corpora = sorted(options.folder.glob("*.dev.jsonl"))
    table = json.loads(TABLE.read_text(encoding="utf8")) if TABLE.exists() else {"corpora": {}, "figures": {}}
    hashes = {name_of(corpus): hashlib.sha256(corpus.read_bytes()).hexdigest() for corpus in corpora}
    if not corpora:
        print(f"{options.folder} holds no *.dev.jsonl", file=sys.stderr)
        return 1
    others = [] if options.write else list(other_files(table["corpora"], hashes))
    if others:
        print("\n".join(others), file=sys.stderr)
        return 1
    now = measure(corpora)
    report(table["figures"], now)
    if options.write:
        TABLE.write_text(
            json.dumps({"note": NOTE, "corpora": hashes, "figures": now}, indent=1) + "\n", encoding="utf8"
        )
        return 0
    return verdict(fallen(changes(table["figures"], now)))


def verdict(fell: Sequence[Change]) -> int:
    """The exit status, and the table of what fell."""
    if not fell:
        print(f"\nnothing fell by more than {100 * MOST_FALL} points")
        return 0
    print(f"\nfell by more than {100 * MOST_FALL} points:")
    for corpus, way, figure, before, now in fell:
        print(
            f"    {corpus:14}{way:12}{figure:14}{100 * before:8.2f} → "
            + ("gone" if now is None else f"{100 * now:.2f}")
        )
    return 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the corpora lie, *.dev.jsonl")
    parser.add_argument("--write", action="store_true", help="take today's figures as the new table")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
