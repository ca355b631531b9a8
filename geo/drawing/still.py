"""A map as a picture, drawn here and now: no browser, no network. What it shows is what the page's map shows.

The only letters on it are names of places, the tallies, the title that the caller gives and the line of attribution.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from geo import files
from geo.drawing import frame, lettering, view
from geo.drawing.canvas import Canvas
from geo.drawing.frame import Frame
from geo.drawing.lettering import Placing
from geo.drawing.marks import Mark, Marks
from geo.drawing.offline import BASEMAP
from geo.drawing.offline import text as shipped
from geo.drawing.style import APPROXIMATE, AREA, ASSOCIATIVE, COUNTRY, COURSE, LINE, POINT, REGION, UNSURE, ZONE
from geo.types import View

LAKES = files.DATA / "lakes.geojson"

USUAL = 1600 * 900
"""Pixels of a picture whose lines and letters have their usual size; of others they grow with the square root."""

MARGIN = 60
"""Pixels around the places that the picture is about."""

NEAR_BORDERS, NEAR_DIVISIONS = 5.0, 5.5
"""Zooms from which exact borders and lines between divisions are drawn, as on the page's map."""

MANY = 120
"""Marks above which all of them are smaller and have no number."""

LABELS = 40
"""Names at most on a picture of the usual size: more are a list, not a map."""

DETAIL = 1500
"""Steps across a shape's width that are kept: about a pixel each where it fills the picture."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Of a theme; those of static/dateline/map.js and map.css."""

    water: str
    land: str
    coast: str
    division: str
    disputed: str
    area: str
    line: str
    paper: str
    ink: str
    quiet: str


LIGHT = Colours(
    "#d3dfe6", "#f6f3ec", "#b3ad9f", "#d3ccbd", "#8f887a", "#0b5f8a", "#7b2d6f", "#ffffff", "#1d2429", "#58626a"
)
DARK = Colours(
    "#1a2026", "#2b323a", "#626d79", "#414b56", "#8692a0", "#6cc0ea", "#e29ad6", "#14191e", "#eceae4", "#9aa5b0"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What all steps of drawing need."""

    canvas: Canvas
    frame: Frame
    colours: Colours
    unit: float
    """How many times the usual size lines and letters have."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark on the picture."""

    mark: Mark
    x: float
    y: float
    radius: float


def picture(
    marks: Marks,
    *,
    borders: View,
    title: str = "",
    credit: str = "",
    dark: bool = False,
    width: int = 1600,
    height: int = 900,
) -> Image.Image:
    """The map of the marks in pixels of `width` by `height`, which 200 to 4000 each may have.

    `title` stands above the map, in one line, `credit` in its corner. Raises `ValueError` for another size.
    """
    if not (200 <= width <= 4000 and 200 <= height <= 4000):
        raise ValueError(f"{width} by {height} pixels are no size of a picture: give 200 to 4000 each")
    colours, unit = DARK if dark else LIGHT, (width * height / USUAL) ** 0.5
    head = round(58 * unit) if title else 0
    place = frame.around(view.bounds(marks), width, height - head, margin=MARGIN * unit, closest=view.CLOSEST)
    sheet = Sheet(Canvas(width, height - head, colours.water), place, colours, unit)
    _ground(sheet, borders)
    _shapes(sheet, marks)
    spots = _spots(sheet, marks)
    for spot in spots:
        _mark(sheet, spot)
    drawn = sheet.canvas.finished()
    hidden = len(marks) - len(spots)
    beyond = f"{hidden} more {'place lies' if hidden == 1 else 'places lie'} beyond this map · " if hidden else ""
    _letters(sheet, drawn, spots, beyond + credit)
    return _headed(drawn, title, head, sheet) if title else drawn


def _headed(drawn: Image.Image, title: str, head: int, sheet: Sheet) -> Image.Image:
    """The map below its title."""
    colours, unit = sheet.colours, sheet.unit
    whole = Image.new("RGB", (drawn.width, drawn.height + head), colours.paper)
    whole.paste(drawn, (0, head))
    text, font = lettering.fitting(title, 26 * unit, bold=True)
    text = lettering.shortened(text, font, drawn.width - 48 * unit)
    ImageDraw.Draw(whole).text((24 * unit, head / 2), text, font=font, fill=colours.ink, anchor="lm")
    return whole


# The ground


def _ground(sheet: Sheet, borders: View) -> None:
    """Land, lakes and borders."""
    colours, unit, near = sheet.colours, sheet.unit, sheet.frame.zoom >= NEAR_BORDERS
    land = [rings for _, rings in _basemap(0)]
    for rings in land:
        for seen in _seen(sheet.frame, rings):
            sheet.canvas.area(seen, colours.land)
    for rings in land:
        for seen in _seen(sheet.frame, rings):
            for ring in seen:
                sheet.canvas.line(ring, colours.land if near else colours.coast, 0.8 * unit)
    for rings in _lakes():
        for seen in _seen(sheet.frame, rings):
            sheet.canvas.area(seen, colours.water)
            sheet.canvas.line(seen[0], colours.coast, 0.6 * unit)
    if sheet.frame.zoom >= NEAR_DIVISIONS:
        _lines(sheet, 2, colours.division, 0.8, dashes=(4, 3))
    if near:
        _lines(sheet, 1, colours.coast, 1.1)
    _disputed(sheet, borders)


def _lines(sheet: Sheet, number: int, colour: str, width: float, dashes: tuple[float, float] | None = None) -> None:
    for _, parts in _basemap(number):
        for part in parts:
            for (seen,) in _seen(sheet.frame, [part]):
                scaled = [step * sheet.unit for step in dashes] if dashes else None
                sheet.canvas.line(seen, colour, width * sheet.unit, dashes=scaled)


def _disputed(sheet: Sheet, borders: View) -> None:
    """Dashed where they are a border of that view; land wipes out the countries' own outlines below, as on the page's map."""
    views = [feature["properties"]["view"] for feature in _parsed(3)["features"]]
    for number, parts in _basemap(3):
        shown = views[number] in ("both", borders)
        for part in parts:
            for (seen,) in _seen(sheet.frame, [part]):
                if shown or views[number] == "un":
                    sheet.canvas.line(seen, sheet.colours.land, 2.6 * sheet.unit)
                if shown:
                    dashes = (5 * sheet.unit, 4 * sheet.unit)
                    sheet.canvas.line(seen, sheet.colours.disputed, 1.3 * sheet.unit, dashes=dashes)


def _parsed(number: int) -> dict[str, Any]:
    return json.loads(shipped(BASEMAP[number]))


@lru_cache(maxsize=4)
def _basemap(number: int) -> tuple[tuple[int, list[np.ndarray]], ...]:
    """Of a file of the basemap, each polygon's rings or each feature's lines, with the number of its feature.

    The widest polygons come first: what lies in a hole of another is drawn after it.
    """
    found = []
    for at, feature in enumerate(_parsed(number)["features"]):
        kind, parts = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        if kind == "MultiLineString":
            found.append((at, [np.array(part) for part in parts]))
        else:
            found += [
                (at, [np.array(ring) for ring in part]) for part in (parts if kind == "MultiPolygon" else [parts])
            ]
    if number == 0:
        found.sort(key=lambda item: -float(np.ptp(item[1][0], axis=0).prod()))
    return tuple(found)


@lru_cache(maxsize=1)
def _lakes() -> tuple[list[np.ndarray], ...]:
    features = json.loads(files.shipped(LAKES).read_text("utf-8"))["features"]
    polygons = []
    for feature in features:
        parts = feature["geometry"]["coordinates"]
        polygons += [parts] if feature["geometry"]["type"] == "Polygon" else parts
    return tuple([np.array(ring) for ring in rings] for rings in polygons)


def _seen(place: Frame, rings: Sequence[np.ndarray]) -> Iterator[list[np.ndarray]]:
    """Rings or lines in pixels, once for each time that they are in sight: near the date line the world goes on."""
    for turn in place.turns(float(rings[0][:, 0].min()), float(rings[0][:, 0].max())):
        yield [place.pixels(ring + np.array([turn, 0.0])) for ring in rings]


# What the articles name


def _shapes(sheet: Sheet, marks: Marks) -> None:
    """Areas and lines, the large ones first."""
    shaped = [mark for mark in marks if mark.kind != POINT and mark.outline]
    for mark in sorted(shaped, key=lambda mark: -mark.outline.extent):
        lines = mark.kind in (LINE, COURSE)
        for part in json.loads(mark.outline.script(DETAIL)):
            rings = [np.array(part)] if lines else [np.array(ring) for ring in part]
            if len(rings[0]):
                for seen in _seen(sheet.frame, rings):
                    _shape(sheet, mark, seen)


def _shape(sheet: Sheet, mark: Mark, rings: list[np.ndarray]) -> None:
    """As `shapeStyle` of static/dateline/map.js."""
    colours, unit, canvas = sheet.colours, sheet.unit, sheet.canvas
    colour = colours.line if mark.kind == LINE else colours.area
    fill, width, opacity, dashes = _style(mark)
    if fill:
        canvas.area(rings, colour, fill)
    if width:
        for ring in rings:
            canvas.line(ring, colour, width * unit, opacity, [step * unit for step in dashes] if dashes else None)


def _style(mark: Mark) -> tuple[float, float, float, tuple[float, float] | None]:
    """Opacity of the area; width, opacity and dashes of its outline or of the line."""
    unsure = bool(mark.bits & UNSURE)
    if mark.bits & ASSOCIATIVE:
        hidden = mark.kind in (COUNTRY, REGION)
        return (0, 0, 0, None) if hidden else (0, 1.6, 0.6, (1, 5))
    if mark.kind in (LINE, COURSE):
        return 0, 4 if mark.kind == LINE else 3, 0.85, (6, 7) if unsure else None
    if mark.bits & APPROXIMATE and mark.kind in (AREA, ZONE, REGION):
        return 0.08, 9, 0.16, (14, 16) if unsure else None
    if mark.kind == REGION:
        return 0.03, 1, 0.4, None
    if mark.kind == COUNTRY:
        return 0.07, 0, 0, None
    return 0.12, 1.6, 0.75, (5, 6) if unsure else None


def _spots(sheet: Sheet, marks: Marks) -> list[Spot]:
    """The marks that are in sight, those named most last, so that they lie on top."""
    found = []
    few = len(marks) <= MANY
    for mark in marks:
        for turn in sheet.frame.turns(mark.lon, mark.lon)[:1]:
            ((x, y),) = sheet.frame.pixels(np.array([[mark.lon + turn, mark.lat]]))
            size = 13 if mark.tally == 1 else 18 + min(16, 3.2 * (mark.tally - 1) ** 0.5)
            radius = (size / 2 if few else 3.5 + min(7, 0.8 * mark.tally**0.5)) * sheet.unit
            if -radius < y < sheet.frame.height + radius:
                found.append(Spot(mark, x, y, radius))
    return sorted(found, key=lambda spot: (spot.mark.tally, spot.mark.name))


def _mark(sheet: Sheet, spot: Spot) -> None:
    """A disc or, of an area or line, a rounded square; hollow where it is associative, pale and dashed where unsure."""
    colours, unit, mark = sheet.colours, sheet.unit, spot.mark
    colour = colours.line if mark.kind == LINE else colours.area
    draw = sheet.canvas.dot if mark.kind == POINT else sheet.canvas.square
    if mark.bits & UNSURE:
        pale = colours.paper if mark.bits & ASSOCIATIVE else _mixed(colour, colours.paper, 0.3)
        draw(spot.x, spot.y, spot.radius + 1.5 * unit, colours.paper, colours.paper, 0)
        if mark.kind == POINT:
            sheet.canvas.dot(spot.x, spot.y, spot.radius, pale, colour, 1.5 * unit, dashed=True)
        else:
            draw(spot.x, spot.y, spot.radius, pale, colour, 1.2 * unit)
    elif mark.bits & ASSOCIATIVE:
        draw(spot.x, spot.y, spot.radius, colours.paper, colour, 2 * unit)
    else:
        draw(spot.x, spot.y, spot.radius + unit, colours.paper, colour, unit)
        draw(spot.x, spot.y, spot.radius - 2 * unit, colour, colour, 0)


def _mixed(one: str, other: str, share: float) -> str:
    """A colour between two, `share` of it the first."""
    pairs = zip((one[1:3], one[3:5], one[5:7]), (other[1:3], other[3:5], other[5:7]), strict=True)
    return "#" + "".join(f"{round(share * int(a, 16) + (1 - share) * int(b, 16)):02x}" for a, b in pairs)


# Letters


def _letters(sheet: Sheet, drawn: Image.Image, spots: Sequence[Spot], credit: str) -> None:
    """Tallies, names and the line of attribution, in the picture's own pixels."""
    paper, unit = ImageDraw.Draw(drawn), sheet.unit
    if len(spots) <= MANY:
        _tallies(sheet, paper, spots)
    taken = [(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in spots]
    if credit:
        taken.append(_credit(sheet, drawn, credit))
    room = Placing(drawn.width, drawn.height, taken)
    left = round(LABELS * max(unit, 0.5))
    for spot in sorted(spots, key=lambda spot: (bool(spot.mark.bits & ASSOCIATIVE), -spot.mark.tally)):
        if not left:
            break
        left -= _name(sheet, paper, spot, room)


def _name(sheet: Sheet, paper: ImageDraw.ImageDraw, spot: Spot, room: Placing) -> bool:
    """Set the name of a place where there is room. Whether there was."""
    unit, quiet = sheet.unit, bool(spot.mark.bits & ASSOCIATIVE)
    text, font = lettering.fitting(spot.mark.name, 14 * unit, bold=not quiet and spot.mark.tally > 1)
    text = lettering.shortened(text, font, 220 * unit)
    box = room.place(spot.x, spot.y, spot.radius, font.getlength(text) + 4 * unit, 18 * unit, 3 * unit)
    if box is None:
        return False
    at = box[0] + 2 * unit, (box[1] + box[3]) / 2
    ink = sheet.colours.quiet if quiet else sheet.colours.ink
    lettering.write(paper, at, text, font, ink, sheet.colours.land, max(1, round(2 * unit)))
    return True


def _tallies(sheet: Sheet, paper: ImageDraw.ImageDraw, spots: Sequence[Spot]) -> None:
    """How often a place is named, on its mark, unless another lies on it."""
    for number, spot in enumerate(spots):
        above = spots[number + 1 :]
        if spot.mark.tally == 1 or any(abs(s.x - spot.x) < s.radius and abs(s.y - spot.y) < s.radius for s in above):
            continue
        told = str(spot.mark.tally) if spot.mark.tally < 10_000 else f"{spot.mark.tally // 1000}k"
        size = min(12.0, 2 * spot.radius / sheet.unit * 0.86 / max(0.6 * len(told), 1)) * sheet.unit
        _, font = lettering.fitting(told, size, bold=True)
        unsure, hollow = spot.mark.bits & UNSURE, spot.mark.bits & ASSOCIATIVE
        colours = sheet.colours
        ink = colours.ink if unsure and not hollow else colours.area if hollow else colours.paper
        paper.text((spot.x, spot.y), told, font=font, fill=ink, anchor="mm")


def _credit(sheet: Sheet, drawn: Image.Image, credit: str) -> lettering.Box:
    """The line of attribution, in the lower right corner on a pale ground. Where it stands."""
    unit = sheet.unit
    text, font = lettering.fitting(credit, 11 * unit)
    text = lettering.shortened(text, font, drawn.width - 16 * unit)
    width, height = font.getlength(text) + 12 * unit, 20 * unit
    box = (drawn.width - width, drawn.height - height, float(drawn.width), float(drawn.height))
    corner = tuple(round(edge) for edge in box)
    ground = Image.new("RGB", (corner[2] - corner[0], corner[3] - corner[1]), sheet.colours.paper)
    drawn.paste(Image.blend(drawn.crop(corner), ground, 0.85), corner[:2])
    at = (box[0] + 6 * unit, (box[1] + box[3]) / 2)
    ImageDraw.Draw(drawn).text(at, text, font=font, fill=sheet.colours.quiet, anchor="lm")
    return box
