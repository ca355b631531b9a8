"""Letters on a picture: fonts of the machine, and names set so that none covers another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii
from PIL import ImageDraw, ImageFont

FONTS = {
    False: ("SourceSans3-Regular.ttf", "NotoSans-Regular.ttf", "LiberationSans-Regular.ttf", "DejaVuSans.ttf", "Arial.ttf",
            "arial.ttf", "Helvetica.ttc"),
    True: ("SourceSans3-Semibold.ttf", "NotoSans-Bold.ttf", "LiberationSans-Bold.ttf", "DejaVuSans-Bold.ttf",
           "Arial Bold.ttf", "arialbd.ttf", "Helvetica.ttc"),
}  # fmt: skip
"""Free fonts, then what Windows and macOS have, by whether they are bold; the first that has the letters is taken. Pillow looks
for them where the system keeps its fonts. Where there is none, its own has the letters of ASCII."""

NO_LETTER = "\uffff"
"""A font draws this as it draws every letter that it does not have."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


def fitting(text: str, size: float, *, bold: bool = False) -> tuple[str, ImageFont.FreeTypeFont]:
    """The text and a font that has its letters; of a text that no font has, what it sounds like in ASCII."""
    for font in fonts(round(size), bold):
        if has_letters(font, text):
            return text, font
    return anyascii(text), fonts(round(size), bold)[0]


@lru_cache(maxsize=64)
def fonts(size: int, bold: bool) -> tuple[ImageFont.FreeTypeFont, ...]:
    """The fonts that there are, at least one."""
    found = []
    for name in FONTS[bold]:
        try:
            found.append(ImageFont.truetype(name, size))
        except OSError:
            continue
    return (*found, ImageFont.load_default(size))


def has_letters(font: ImageFont.FreeTypeFont, text: str) -> bool:
    """Whether a font has every letter of a text."""
    return all(_has(font, letter) for letter in set(text) if not letter.isspace())


@lru_cache(maxsize=4096)
def _has(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    return bytes(font.getmask(letter)) != bytes(font.getmask(NO_LETTER))


def shortened(text: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    """The text, or as much of it as fits the width, with an ellipsis."""
    if font.getlength(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if font.getlength(text[:middle].rstrip() + "…") <= width else (low, middle - 1)
    return text[:low].rstrip() + "…"


class Placing:
    """Finds room for names beside their marks."""

    def __init__(self, width: int, height: int, taken: Sequence[Box]) -> None:
        self._frame = (0.0, 0.0, float(width), float(height))
        self._taken = list(taken)

    def place(self, x: float, y: float, radius: float, width: float, height: float, gap: float) -> Box | None:
        """Room for a text of that size beside a mark, which is taken then. None: there is none."""
        for box in _beside(x, y, radius + gap, width, height):
            if self._is_free(box):
                self._taken.append(box)
                return box
        return None

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = self._frame
        inside = box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom
        return inside and not any(_overlap(box, other) for other in self._taken)


def _beside(x: float, y: float, away: float, width: float, height: float) -> Iterator[Box]:
    """To the right, to the left, below, above, and at the corners, in the order in which maps prefer them."""
    slant = 0.7 * away
    for left, top in (
        (x + away, y - height / 2), (x - away - width, y - height / 2), (x - width / 2, y + away),
        (x - width / 2, y - away - height), (x + slant, y + slant), (x + slant, y - slant - height),
        (x - slant - width, y + slant), (x - slant - width, y - slant - height),
    ):  # fmt: skip
        yield left, top, left + width, top + height


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def write(
    paper: ImageDraw.ImageDraw, at: tuple[float, float], text: str, font: ImageFont.FreeTypeFont, ink: str, halo: str,
    width: int,
) -> None:  # fmt: skip
    """A text whose middle line begins at a point, with a halo that keeps it readable on a map."""
    paper.text(at, text, font=font, fill=ink, anchor="lm", stroke_width=width, stroke_fill=halo)
