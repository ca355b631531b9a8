"""A picture drawn several times too large and then made small, which smooths every edge. Pixels are those of the result."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from PIL import Image, ImageColor, ImageDraw

FINE = 3
"""How many times too large a picture is drawn; the eye sees no step any more."""

MOST = 40_000_000
"""Pixels of the large picture, 120 MB: larger ones are drawn less fine."""

Dashes = Sequence[float]
"""Pixels of a dash and of the gap behind it."""


class Canvas:
    """Draws areas, lines and marks. Colours are as CSS writes them, opacities 0 to 1."""

    def __init__(self, width: int, height: int, colour: str) -> None:
        self.width, self.height = width, height
        self.fine = max(1, min(FINE, int((MOST / (width * height)) ** 0.5)))
        self._image = Image.new("RGB", (width * self.fine, height * self.fine), colour)

    def finished(self) -> Image.Image:
        """The picture in its own size."""
        return self._image.reduce(self.fine)

    def area(self, rings: Sequence[np.ndarray], colour: str, opacity: float = 1.0) -> None:
        """Fill the first ring but for the others, which are holes; arrays of n × 2 pixels."""
        box = self._box(rings[0], 0)
        if box is None:
            return
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        paper = ImageDraw.Draw(mask)
        for number, ring in enumerate(rings):
            if len(ring) > 2:
                paper.polygon(self._at(ring, box), fill=0 if number else round(255 * opacity))
        self._image.paste(ImageColor.getrgb(colour), box, mask)

    def line(
        self, corners: np.ndarray, colour: str, width: float, opacity: float = 1.0, dashes: Dashes | None = None
    ) -> None:
        """A line through corners, an array of n × 2 pixels."""
        box = self._box(corners, width)
        if box is None or len(corners) < 2:
            return
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        paper, thick = ImageDraw.Draw(mask), max(1, round(width * self.fine))
        for part in _dashed(self._inside(corners, width), dashes) if dashes else [corners]:
            points = self._at(part, box)
            paper.line(points, fill=round(255 * opacity), width=thick, joint="curve")
            if dashes and width > 1:
                self._rounded(paper, points, thick, round(255 * opacity))
        self._image.paste(ImageColor.getrgb(colour), box, mask)

    def dot(self, x: float, y: float, radius: float, fill: str, rim: str, width: float, dashed: bool = False) -> None:
        """A disc with a rim inside its edge."""
        paper = ImageDraw.Draw(self._image)
        outer = self._square(x, y, radius)
        paper.ellipse(outer, fill=fill if dashed else rim)
        if not dashed:
            paper.ellipse(self._square(x, y, radius - width), fill=fill)
            return
        for start in range(0, 360, 36):
            paper.arc(outer, start, start + 21, fill=rim, width=round(width * self.fine))

    def square(self, x: float, y: float, radius: float, fill: str, rim: str, width: float) -> None:
        """A rounded square with a rim inside its edge."""
        paper, corner = ImageDraw.Draw(self._image), 0.4 * radius * self.fine
        paper.rounded_rectangle(self._square(x, y, radius), corner, fill=rim)
        paper.rounded_rectangle(self._square(x, y, radius - width), max(corner - width * self.fine, 0), fill=fill)

    def _square(self, x: float, y: float, radius: float) -> list[float]:
        return [(x - radius) * self.fine, (y - radius) * self.fine, (x + radius) * self.fine, (y + radius) * self.fine]

    def _box(self, corners: np.ndarray, width: float) -> tuple[int, int, int, int] | None:
        """The part of the large picture that a shape touches. None: it is out of sight."""
        low = np.floor((corners.min(axis=0) - width) * self.fine).astype(int)
        high = np.ceil((corners.max(axis=0) + width) * self.fine).astype(int) + 1
        left, top = max(int(low[0]), 0), max(int(low[1]), 0)
        right, bottom = min(int(high[0]), self._image.width), min(int(high[1]), self._image.height)
        return (left, top, right, bottom) if left < right and top < bottom else None

    def _at(self, corners: np.ndarray, box: tuple[int, int, int, int]) -> list[float]:
        """Pixels of the mask over a part of the large picture."""
        return (corners * self.fine - np.array(box[:2])).ravel().tolist()

    def _inside(self, corners: np.ndarray, width: float) -> list[np.ndarray]:
        """The parts of a line that are in sight, so that nobody counts the dashes of the rest."""
        seen = shapely.clip_by_rect(
            shapely.linestrings(corners), -width, -width, self.width + width, self.height + width
        )
        return [shapely.get_coordinates(part) for part in shapely.get_parts(seen)]

    def _rounded(self, paper: ImageDraw.ImageDraw, points: list[float], thick: int, shade: int) -> None:
        for x, y in (points[:2], points[-2:]):
            paper.ellipse([x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2], fill=shade)


def _dashed(lines: Iterable[np.ndarray], dashes: Dashes) -> Iterable[np.ndarray]:
    """The dashes of lines, each as its corners."""
    dash, gap = dashes
    for corners in lines:
        at = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
        for start in np.arange(0.0, at[-1], dash + gap):
            end = min(start + dash, at[-1])
            between = corners[(at > start) & (at < end)]
            ends = [[np.interp(each, at, corners[:, 0]), np.interp(each, at, corners[:, 1])] for each in (start, end)]
            yield np.vstack([ends[:1], between, ends[1:]])
