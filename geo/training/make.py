"""Make all that `data/models` ships: `python -m geo.training.make --base DIR --news CORPUS.jsonl … [--more SET.jsonl …]`.

    --base DIR     the encoder's directory (model.safetensors, tokenizer.json)
    --news FILE …  corpora with the places' coordinates; the recogniser and the resolver learn from them
    --more FILE …  sets with names only, for the recogniser
    --out DIR      default: data/models

A tagger is trained on everything and shipped. One more is trained without each half, to find mentions in documents that it
never saw: the resolver's weights are fitted on those. The same inputs on the same machine give the same files.
"""

import argparse
import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path

from geo import files
from geo.gazetteer import Gazetteer
from geo.training import fit_resolver
from geo.training.export import export
from geo.training.train import EPOCHS, train

FOLDS = 2
"""Parts of the documents, by a hash of their ids."""

SEED = 0


def main() -> None:
    options = _options()
    for path in (*options.news, *options.more):
        print(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}", flush=True)
    make(options.news, options.more, options.base, options.out, epochs=options.epochs)


def make(news: Sequence[Path], more: Sequence[Path], base: Path, out: Path, *, epochs: int = EPOCHS) -> None:
    """Train, export and fit; writes `toponyms/` and `resolver/weights.json` under `out`."""
    corpora = (*news, *more)
    export(train(corpora, base, epochs=epochs, seed=SEED), base, out / files.MODEL.name)
    with tempfile.TemporaryDirectory() as scratch:
        folds = [Path(scratch) / str(number) for number in range(FOLDS)]
        for number, directory in enumerate(folds):
            export(train(corpora, base, epochs=epochs, seed=SEED, hold=(number, FOLDS)), base, directory)
        weights = fit_resolver.fit_on(folds, news, Gazetteer())
    weights.save(out / files.RESOLVER.parent.name / files.RESOLVER.name)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", nargs="+", type=Path, required=True)
    parser.add_argument("--more", nargs="*", type=Path, default=[])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=files.MODEL.parent)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
