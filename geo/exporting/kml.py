"""KML 2.2, for Google Earth and its kin: a folder a document, a placemark a located mention."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any, TextIO
from xml.etree.ElementTree import Element, SubElement, tostring

from geo.excerpts import excerpt
from geo.exporting.cleaning import cited, without_controls
from geo.exporting.geometry import point, shape
from geo.exporting.jsonl import mention_record
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.focus import words
from geo.types import VIEW_NAMES, Mention, State, Story

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2">
<Document>
<Style id="literal">\
<LineStyle><color>ff8a5f0b</color><width>2</width></LineStyle><PolyStyle><color>338a5f0b</color></PolyStyle></Style>
<Style id="associative"><IconStyle><color>80ffffff</color><scale>0.8</scale></IconStyle>\
<LabelStyle><color>b3ffffff</color><scale>0.8</scale></LabelStyle>\
<LineStyle><color>998a5f0b</color><width>1</width></LineStyle><PolyStyle><fill>0</fill></PolyStyle></Style>
"""
"""The style of each role; a colour is alpha, blue, green, red. What is associative is pale, small, and no filled area."""

ASSOCIATIVE = "Here its government, people or team"
"""What the description of an associative mention says; as the app's card."""

STATES: dict[State, str] = {
    "unverified": "", "verified": "Verified by a person", "flagged": "Flagged: someone should look at it again",
}  # fmt: skip

TOLD = (
    "surface", "start", "end", "kind", "role", "place_id", "country_code", "feature", "radius_km", "confidence", "state",
    "review", "part",
)  # fmt: skip
"""Fields of a mention among the extended data; its sentence, reasons and days stand where viewers show them."""

FOOT = "</Document>\n</kml>\n"


def write(stories: Iterable[Story], out: TextIO, made_by: Provenance = NOTHING_KNOWN) -> None:
    """The document, a folder at a time."""
    out.write(HEAD)
    about = Element("description")
    about.text = "<br>".join(html.escape(without_controls(said)) for said in (made_by.line, *made_by.attributions))
    out.write(tostring(about, encoding="unicode") + "\n")
    for story in stories:
        out.write(tostring(_folder(story), encoding="unicode") + "\n")
    out.write(FOOT)


def _folder(story: Story) -> Element:
    folder = Element("Folder")
    _text(folder, "name", story.article.title or story.article.id)
    about = [f"About: {words.line(story.focus)}"] if story.focus else []
    told = [*about, f"Borders: {VIEW_NAMES[story.view]}"]
    _text(folder, "description", "<br>".join(html.escape(without_controls(part)) for part in told))
    for mention in story.mentions:
        if mention.location and mention.place:
            folder.append(_placemark(story, mention))
    return folder


def _placemark(story: Story, mention: Mention) -> Element:
    """The gazetteer's name is the title. Viewers show the description as HTML, so the sentence is escaped for that."""
    location = mention.location
    placemark = Element("Placemark")
    _text(placemark, "name", mention.place.name)
    reasons = "; ".join(mention.resolution.reasons)
    role = ASSOCIATIVE if mention.role == "associative" else ""
    state = STATES[mention.state]
    description = [excerpt(story, mention), mention.place.label, role, reasons, state, cited(story.article)]
    _text(placemark, "description", "<br>".join(html.escape(without_controls(part)) for part in description if part))
    if mention.when:
        span = SubElement(placemark, "TimeSpan")
        _text(span, "begin", mention.when.first)
        _text(span, "end", mention.when.last)
    _text(placemark, "styleUrl", f"#{mention.role}")
    data = SubElement(placemark, "ExtendedData")
    record = mention_record(mention, story.article, geometry=False)
    article = {name: getattr(story.article, name) for name in ("id", "title", "date", "outlet", "source", "address")}
    for key, value in {**{name: record[name] for name in TOLD}, **article}.items():
        if value is not None:
            _text(SubElement(data, "Data", name=key), "value", str(value))
    placemark.append(_geometry(shape(location) or point(lat=location.lat, lon=location.lon)))
    return placemark


def _geometry(geometry: dict[str, Any]) -> Element:
    kind = geometry["type"]
    if kind == "GeometryCollection":
        return _several(_geometry(part) for part in geometry["geometries"])
    if kind.startswith("Multi"):
        single = kind.removeprefix("Multi")
        return _several(_single(single, part) for part in geometry["coordinates"])
    return _single(kind, geometry["coordinates"])


def _several(parts: Iterable[Element]) -> Element:
    element = Element("MultiGeometry")
    element.extend(parts)
    return element


def _single(kind: str, coordinates: Any) -> Element:
    element = Element(kind)
    if kind == "Polygon":
        for index, ring in enumerate(coordinates):
            boundary = SubElement(element, "outerBoundaryIs" if index == 0 else "innerBoundaryIs")
            _positions(SubElement(boundary, "LinearRing"), ring)
    else:
        _positions(element, [coordinates] if kind == "Point" else coordinates)
    return element


def _positions(element: Element, positions: Iterable[Any]) -> None:
    """KML keeps GeoJSON's order: longitude, latitude."""
    _text(element, "coordinates", " ".join(f"{position[0]},{position[1]}" for position in positions))


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = without_controls(text)
