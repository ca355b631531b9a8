"""The course of a river out of the pieces that it is drawn in, with arms of its delta and lakes between them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

MOST = 32
"""Pieces looked at, the longest: rivers of the gazetteer have fifteen at most, and every way through them is tried."""


def ways(line: shapely.Geometry, *, apart: float) -> list[shapely.LineString]:
    """The longest way along the pieces of a line from each of its loose ends; pieces join within `apart` degrees."""
    pieces = sorted(shapely.get_parts(shapely.line_merge(line)), key=lambda piece: -piece.length)[:MOST]
    ends = shapely.points([xy for piece in pieces for xy in (piece.coords[0], piece.coords[-1])])
    joined = shapely.dwithin(ends[:, None], ends[None, :], apart)
    nodes = joined.argmax(axis=1)
    loose = [end for end in range(len(ends)) if joined[end].sum() == 1]
    return [_longest(end, nodes, pieces) for end in loose]


def _longest(start: int, nodes: np.ndarray, pieces: Sequence[shapely.LineString]) -> shapely.LineString:
    """The longest way from an end, by depth first; an end is twice the number of its piece, and one more for the last point."""
    best: tuple[float, list[int]] = (0.0, [])
    open_ways = [(0.0, [start])]
    while open_ways:
        length, way = open_ways.pop()
        piece = way[-1] // 2
        length += pieces[piece].length
        best = max(best, (length, way))
        far = way[-1] ^ 1
        walked = {end // 2 for end in way}
        near = [end for end in np.flatnonzero(nodes == nodes[far]).tolist() if end // 2 not in walked]
        open_ways += [(length, [*way, end]) for end in near]
    turned = [pieces[end // 2] if end % 2 == 0 else shapely.reverse(pieces[end // 2]) for end in best[1]]
    return shapely.LineString(np.concatenate([shapely.get_coordinates(piece) for piece in turned]))
