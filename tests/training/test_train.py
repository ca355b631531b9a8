import random

import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install -r requirements-train.txt")

from geo import files  # noqa: E402
from geo.recognition.windows import read_tokenizer  # noqa: E402
from geo.training.corpus import Document, Span  # noqa: E402
from geo.training.examples import examples  # noqa: E402
from geo.training.model import Tagger  # noqa: E402
from geo.training.train import fit  # noqa: E402


def test_training_moves_the_heads():
    torch.manual_seed(0)
    tokenizer = read_tokenizer(str(files.MODEL / "tokenizer.json"))
    rows = (
        examples(Document("a", "Rain in Paris today", (Span(8, 13, 0),), (1, 1, 1)), tokenizer, lambda name: None) * 4
    )
    model = Tagger()
    before = [p.clone() for p in model.tag.parameters()]
    fit(model, rows, 3, random.Random(0))
    assert not all(torch.equal(a, b) for a, b in zip(before, model.tag.parameters(), strict=True))
