"""The learnt weights of the evidence."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from geo import files
from geo.errors import DataError
from geo.resolution.evidence import FEATURES, NONE_FEATURES


@dataclass(frozen=True)
class Weights:
    """One number a feature: how much the log-odds of a candidate rise when the feature rises by 1."""

    candidate: np.ndarray
    """By `evidence.FEATURES`."""
    none: np.ndarray
    """By `evidence.NONE_FEATURES`."""
    sha256: str = ""

    @classmethod
    def load(cls, path: Path = files.RESOLVER) -> Weights:
        """Read the shipped weights; `DataError` when the file is missing or of other features."""
        content = files.shipped(path).read_bytes()
        try:
            table = json.loads(content)
            return cls(
                np.array([table["candidate"][f] for f in FEATURES]),
                np.array([table["none"][f] for f in NONE_FEATURES]),
                hashlib.sha256(content).hexdigest(),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise DataError(f"{path} does not hold the resolver's weights; restore it from the repository") from error
