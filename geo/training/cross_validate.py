"""Cross-validated output: `python -m geo.training.cross_validate --models DIR0 DIR1 --weights F0 F1 --out DIR CORPUS.jsonl …`.

Each document is parsed with the tagger and the resolver's weights that were made without its fold; the documents of a fold
given as - are left out. The results, one file a corpus in the format of `--format jsonl`, are for any scorer. With
`--gold-spans` the corpus tells the mentions, and only what they are resolved to is the engine's.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from geo.exporting import jsonl
from geo.gazetteer import Gazetteer
from geo.location import Shapes
from geo.pipeline import Engine, parse
from geo.recognition import Tagger
from geo.resolution import Outlets, Weights
from geo.training.corpus import LEFT_OUT, NOT_A_NAME, fold
from geo.training.gold_spans import parse_given
from geo.types import Article, Story


def main() -> None:
    options = _options()
    gazetteer, shapes = Gazetteer(), Shapes()
    outlets = Outlets.load()
    engines = [
        None if model == LEFT_OUT else Engine(Tagger(model), gazetteer, Weights.load(weights), shapes, outlets)
        for model, weights in zip(options.models, options.weights, strict=True)
    ]
    options.out.mkdir(parents=True, exist_ok=True)
    for corpus in options.corpora:
        with (options.out / corpus.name).open("w", encoding="utf8") as out:
            jsonl.write(_stories(corpus, engines, gold_spans=options.gold_spans), out)


def _stories(corpus: Path, engines: list[Engine | None], *, gold_spans: bool) -> Iterator[Story]:
    with corpus.open(encoding="utf8") as lines:
        for record in map(json.loads, lines):
            engine = engines[fold(record["id"], len(engines))]
            if engine:
                article = article_of(record)
                yield parse_given(article, marked(record), engine) if gold_spans else parse(article, engine)


def article_of(record: dict) -> Article:
    """The article of a corpus's document."""
    return Article(record["text"], record["id"], record.get("title"), None, record.get("source"))


def marked(record: dict) -> list[tuple[int, int]]:
    """The (start, end) of everything that the annotators call a toponym."""
    return [(m["start"], m["end"]) for m in record["mentions"] if m.get("type") not in NOT_A_NAME]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--models", nargs="+", type=Path, required=True)
    parser.add_argument("--weights", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--gold-spans", action="store_true", help="resolve the corpus's own mentions: none is looked for"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
