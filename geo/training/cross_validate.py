"""Cross-validated output: `python -m geo.training.cross_validate --models DIR0 DIR1 --weights F0 F1 --out DIR CORPUS.jsonl …`.

Each document is parsed with the tagger and the resolver's weights that were made without its fold; the documents of a fold
given as - are left out. The results, one file a corpus in the format of `--format jsonl`, are for any scorer.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from geo.exporting import jsonl
from geo.gazetteer import Gazetteer
from geo.location import Shapes
from geo.pipeline import Engine, parse
from geo.recognition import Tagger
from geo.resolution import Weights
from geo.training.corpus import LEFT_OUT, fold
from geo.types import Article, Story


def main() -> None:
    options = _options()
    gazetteer, shapes = Gazetteer(), Shapes()
    engines = [
        None if model == LEFT_OUT else Engine(Tagger(model), gazetteer, Weights.load(weights), shapes)
        for model, weights in zip(options.models, options.weights, strict=True)
    ]
    options.out.mkdir(parents=True, exist_ok=True)
    for corpus in options.corpora:
        with (options.out / corpus.name).open("w", encoding="utf8") as out:
            jsonl.write(_stories(corpus, engines), out)


def _stories(corpus: Path, engines: list[Engine | None]) -> Iterator[Story]:
    with corpus.open(encoding="utf8") as lines:
        for article in _articles(lines):
            engine = engines[fold(article.id, len(engines))]
            if engine:
                yield parse(article, engine)


def _articles(lines: Iterable[str]) -> Iterator[Article]:
    for record in map(json.loads, lines):
        yield Article(record["text"], record["id"], record.get("title"), None, record.get("source"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--models", nargs="+", type=Path, required=True)
    parser.add_argument("--weights", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
