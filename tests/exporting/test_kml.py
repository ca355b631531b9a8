from dataclasses import replace
from io import StringIO
from typing import get_args
from xml.etree import ElementTree

import pytest

from geo.exporting import Provenance, kml
from geo.types import Article, Location, Mention, Place, Resolution, Role, Story, When
from tests.stories import FOCUS, story

NS = {"k": "http://www.opengis.net/kml/2.2"}
LINE = [[27.0, 53.0], [28.0, 54.0]]
RING = [[0, 0], [1, 0], [1, 1], [0, 0]]
HOLE = [[0.2, 0.1], [0.6, 0.4], [0.6, 0.1], [0.2, 0.1]]


def written(*stories):
    out = StringIO()
    kml.write(stories, out)
    return ElementTree.fromstring(out.getvalue())


def located(geometry, text="X"):
    place = Place("x:1", "X", lat=1, lon=2)
    mention = Mention(0, len(text), text, resolution=Resolution(place, 1.0), location=Location(1, 2, geometry))
    return Story(Article(text), (mention,))


def test_a_folder_for_each_document_and_a_placemark_for_each_located_mention(parse):
    root = written(parse(Article("Minsk, Nowhere", id="a", title="Talks")), parse(Article("", id="b")))
    folders = root.findall("k:Document/k:Folder", NS)
    assert [folder.find("k:name", NS).text for folder in folders] == ["Talks", "b"]
    assert [len(folder.findall("k:Placemark", NS)) for folder in folders] == [1, 0]


def test_a_point_is_longitude_comma_latitude(parse):
    assert written(parse("Paris")).find(".//k:Point/k:coordinates", NS).text == "-95.55551,33.66094"


@pytest.mark.parametrize(
    ("geometry", "path", "count"),
    [
        ({"type": "LineString", "coordinates": LINE}, "k:LineString", 1),
        ({"type": "MultiLineString", "coordinates": [LINE, LINE]}, "k:MultiGeometry/k:LineString", 2),
        ({"type": "Polygon", "coordinates": [RING, HOLE]}, "k:Polygon/k:innerBoundaryIs", 1),
        ({"type": "MultiPolygon", "coordinates": [[RING], [RING]]}, "k:MultiGeometry/k:Polygon", 2),
        (
            {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}]},
            "k:MultiGeometry/k:Point",
            1,
        ),
    ],
)
def test_every_kind_of_geometry_has_its_kml(geometry, path, count):
    assert len(written(located(geometry)).findall(f".//k:Placemark/{path}", NS)) == count


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", "a & b", "Mi\0nsk\x1b", "\ud800", "]]>", "\ufffe"])
def test_hostile_text_gives_well_formed_xml_without_live_markup(text):
    description = written(located(None, text)).find(".//k:description", NS).text
    assert "<img" not in description


def test_a_folder_says_whose_borders_it_has(parse):
    folder = written(replace(parse(Article("In Minsk.")), view="de-facto")).find(".//k:Folder", NS)
    assert folder.findtext("k:description", namespaces=NS) == "Borders: de facto view"


def test_a_government_has_the_style_and_the_words_of_one():
    moscow, minsk = written(story("[Moscow|moscow*] flew to [Minsk|minsk].")).iterfind(".//k:Placemark", NS)
    assert [p.findtext("k:styleUrl", namespaces=NS) for p in (moscow, minsk)] == ["#associative", "#literal"]
    assert [p.findtext(".//k:Data[@name='role']/k:value", namespaces=NS) for p in (moscow, minsk)] == [
        "associative", "literal",
    ]  # fmt: skip
    assert ["government" in p.findtext("k:description", namespaces=NS) for p in (moscow, minsk)] == [True, False]


def test_every_role_has_its_style_and_an_area_meant_as_a_government_is_hollow():
    styles = {style.get("id"): style for style in written().iterfind(".//k:Style", NS)}
    assert set(styles) == set(get_args(Role))
    assert styles["associative"].findtext("k:PolyStyle/k:fill", namespaces=NS) == "0"
    assert styles["literal"].find("k:PolyStyle/k:fill", NS) is None


def test_a_folder_says_what_its_document_is_about_without_live_markup():
    evil = replace(FOCUS.place.place, name="<img src=x>")
    told = replace(story("[Minsk|minsk]"), focus=replace(FOCUS, place=replace(FOCUS.place, place=evil)))
    description = written(told).find(".//k:Folder", NS).findtext("k:description", namespaces=NS)
    assert description == "About: &lt;img src=x&gt;, Homyel Voblasc&#x27;, Belarus<br>Borders: United Nations view"


def test_a_placemark_spans_the_days_that_its_sentence_speaks_of(parse):
    told = parse("In Minsk.")
    assert written(told).find(".//k:TimeSpan", NS) is None
    when = When("2022-02-21", "2022-02-27", "this week", "days")
    dated = written(replace(told, mentions=(replace(told.mentions[0], when=when),)))
    assert [dated.findtext(f".//k:TimeSpan/k:{end}", None, NS) for end in ("begin", "end")] == [when.first, when.last]


def test_the_extended_data_hold_the_mention_and_its_article(parse):
    told = parse(Article("In Minsk.", id="a", title="Talks", date="2022-02-27", address="https://example.org"))
    verified = replace(told, mentions=(replace(told.mentions[0], state="verified"),))
    (placemark,) = written(verified).iterfind(".//k:Placemark", NS)
    data = {each.get("name"): each.findtext("k:value", namespaces=NS) for each in placemark.iterfind(".//k:Data", NS)}
    assert (data["start"], data["end"], data["confidence"], data["state"]) == ("3", "8", "0.97", "verified")
    assert (data["id"], data["date"], data["address"]) == ("a", "2022-02-27", "https://example.org")
    description = placemark.findtext("k:description", namespaces=NS)
    assert description.endswith("Verified by a person<br>Talks, 2022-02-27")


def test_the_document_says_what_made_it_without_live_markup():
    out = StringIO()
    kml.write([], out, Provenance("1.2", {}, ({"name": "own", "attribution": "<b>me</b>"},)))
    document = ElementTree.fromstring(out.getvalue()).find("k:Document", NS)
    assert document.findtext("k:description", namespaces=NS) == "Dateline 1.2<br>&lt;b&gt;me&lt;/b&gt;"
