"""Train the recogniser: `python -m geo.training.train --base DIR --out FILE CORPUS.jsonl …`.

    --base DIR       the encoder's directory (model.safetensors, tokenizer.json)
    --out FILE       the trained weights (.safetensors)
    --epochs N       passes over the data
    --hold K/N       leave part K of N of every corpus out, by a hash of the document's id: what is measured afterwards
    --seed N

Small batches with AdamW, linear warm-up and decay. Runs on a CPU; where the CPU multiplies bfloat16 in hardware it does.
"""

import argparse
import itertools
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

from geo.gazetteer import Gazetteer
from geo.recognition.windows import read_tokenizer
from geo.training.corpus import fold, read
from geo.training.examples import IGNORED, Example, batches, examples, padded
from geo.training.model import Tagger

BATCH_PIECES = 1400
"""Padded word pieces in a step. Small batches were worth more than more text in the recipe's trials."""
RATE_ENCODER, RATE_NEW = 1e-4, 1e-3
"""Learning rates of the pretrained weights and of the new embeddings and heads."""
WARM_UP = 0.1
EPOCHS = 5
"""Passes over the data: those that the figures in the model's card were taken with, unless it says otherwise."""
ROLE_WEIGHT = 0.5
"""Weight of the role loss: few documents carry roles, and a mention's span matters more."""


def main() -> None:
    options = _options()
    model = train(options.corpora, options.base, epochs=options.epochs, seed=options.seed, hold=options.hold)
    save_file(model.state_dict(), options.out)


def train(
    corpora: Sequence[Path], base: Path, *, epochs: int, seed: int, hold: tuple[int, int] | None = None
) -> Tagger:
    """A tagger trained on every document of the corpora but those of part K of N, `hold`."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    tokenizer = read_tokenizer(str(base / "tokenizer.json"))
    ask = Gazetteer().bearer
    rows = [e for d in _documents(corpora, hold) for e in examples(d, tokenizer, ask)]
    print(f"{len(rows)} windows, {sum(len(r.window.ids) for r in rows)} word pieces", flush=True)
    model = Tagger()
    model.load_base(base / "model.safetensors")
    fit(model, rows, epochs, rng)
    return model


def fit(model: Tagger, rows: list[Example], epochs: int, rng: random.Random) -> None:
    """Train in place."""
    plan = [list(batches(rows, BATCH_PIECES, rng)) for _ in range(epochs)]
    steps = sum(map(len, plan))
    new = [p for part in (model.tag, model.role, model.cases, model.habits, model.known) for p in part.parameters()]
    known = {id(p) for p in new}
    encoder = [p for p in model.parameters() if id(p) not in known]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": RATE_ENCODER}, {"params": new, "lr": RATE_NEW}], weight_decay=0.01, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (WARM_UP * steps)) * (steps - s) / steps
    )
    began, total = time.monotonic(), 0.0
    model.train()
    for step, batch in enumerate(itertools.chain.from_iterable(plan), 1):
        loss = _loss(model, batch, rng)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        total += loss.item()
        if step % 100 == 0:
            print(f"step {step}/{steps} loss {total / 100:.4f} {time.monotonic() - began:.0f} s", flush=True)
            total = 0.0


def _loss(model: Tagger, batch: list[Example], rng: random.Random) -> torch.Tensor:
    *inputs, tags, roles = map(torch.from_numpy, padded(batch, rng))
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported()):
        tag_logits, role_logits = model(*inputs)
    loss = nn.functional.cross_entropy(tag_logits.float().flatten(0, 1), tags.flatten(), ignore_index=IGNORED)
    if (roles != IGNORED).any():
        loss = loss + ROLE_WEIGHT * nn.functional.cross_entropy(
            role_logits.float().flatten(0, 1), roles.flatten(), ignore_index=IGNORED
        )
    return loss


def _documents(paths: Sequence[Path], hold: tuple[int, int] | None):
    for path in paths:
        for document in read(path):
            if hold is None or fold(document.id, hold[1]) != hold[0]:
                yield document


def _part(words: str) -> tuple[int, int]:
    part, parts = words.split("/")
    return int(part), int(parts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--hold", type=_part)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
