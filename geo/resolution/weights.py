"""The learnt weights of the evidence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from geo import files
from geo.errors import DataError
from geo.resolution.evidence import FEATURES, NONE_FEATURES


@dataclass(frozen=True)
class Net:
    """One hidden layer: what features mean together, which no sum of them can say."""

    inner: np.ndarray
    """(features, units)"""
    bias: np.ndarray
    """(units,)"""
    outer: np.ndarray
    """(units,)"""

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        return np.maximum(rows @ self.inner + self.bias, 0.0) @ self.outer


@dataclass(frozen=True)
class Weights:
    """How much each feature speaks for a candidate, in log-odds: a number a feature, and nets for what they mean together."""

    candidate: np.ndarray
    """By `evidence.FEATURES`."""
    none: np.ndarray
    """By `evidence.NONE_FEATURES`."""
    candidate_net: Net | None = None
    none_net: Net | None = None
    sha256: str = ""

    def scores(self, rows: np.ndarray) -> np.ndarray:
        """(candidates,) of (candidates, features) evidence."""
        return rows @ self.candidate + (self.candidate_net(rows) if self.candidate_net else 0.0)

    def against(self, rows: np.ndarray) -> np.ndarray:
        """(names,) the score of "none of these", of (names, none features) evidence."""
        return rows @ self.none + (self.none_net(rows) if self.none_net else 0.0)

    @classmethod
    def load(cls, path: Path = files.RESOLVER) -> Weights:
        """Read the shipped weights; `DataError` when the file is missing or of other features."""
        content = files.shipped(path).read_bytes()
        try:
            table = json.loads(content)
            return cls(
                np.array([table["candidate"][f] for f in FEATURES]),
                np.array([table["none"][f] for f in NONE_FEATURES]),
                _net(table.get("candidate_net"), FEATURES),
                _net(table.get("none_net"), NONE_FEATURES),
                hashlib.sha256(content).hexdigest(),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DataError(f"{path} does not hold the resolver's weights; restore it from the repository") from error

    def save(self, path: Path) -> None:
        """Write them as `load` reads them."""
        table: dict[str, Any] = {
            "candidate": _row(self.candidate, FEATURES),
            "none": _row(self.none, NONE_FEATURES),
        }
        for key, net, features in (
            ("candidate_net", self.candidate_net, FEATURES),
            ("none_net", self.none_net, NONE_FEATURES),
        ):
            if net:
                table[key] = {
                    "inner": {f: _rounded(row) for f, row in zip(features, net.inner, strict=True)},
                    "bias": _rounded(net.bias),
                    "outer": _rounded(net.outer),
                }
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(table, indent=1) + "\n", encoding="utf8")


def _net(table: Mapping[str, Any] | None, features: Sequence[str]) -> Net | None:
    if table is None:
        return None
    return Net(np.array([table["inner"][f] for f in features]), np.array(table["bias"]), np.array(table["outer"]))


def _row(numbers: np.ndarray, features: Sequence[str]) -> dict[str, float]:
    return dict(zip(features, _rounded(numbers), strict=True))


def _rounded(numbers: np.ndarray) -> list[float]:
    return [round(float(number), 4) for number in numbers]
