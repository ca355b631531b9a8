"""Reads TopoJSON: lines that areas share are stored once, as arcs, and areas as walks along them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np


def arcs(topology: Mapping[str, Any]) -> Iterator[np.ndarray]:
    """Longitude and latitude along each arc, which is stored as steps from point to point on a grid."""
    scale, origin = (np.array(topology["transform"][name]) for name in ("scale", "translate"))
    for arc in topology["arcs"]:
        yield np.cumsum(np.array(arc), axis=0) * scale + origin


def polygons(shape: Mapping[str, Any]) -> Sequence[Sequence[Sequence[int]]]:
    """The rings of each polygon of a shape, shell first; a ring is a list of arcs, i forwards, ~i backwards."""
    if not shape.get("arcs"):
        return []
    return shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]


def ring(steps: Sequence[int], arcs: Sequence[np.ndarray]) -> np.ndarray:
    """The corners of a ring, the first again at the end."""
    walked = [arcs[step] if step >= 0 else arcs[~step][::-1] for step in steps]
    return np.concatenate([walked[0][:1], *(points[1:] for points in walked)])
