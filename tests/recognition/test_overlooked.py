import pytest

from geo.gazetteer import key
from geo.recognition.overlooked import with_overlooked
from geo.types import Match, Place
from tests.marked import marked

KNOWN = {
    "Addis Ababa": Place("geonames:344979", "Addis Ababa", 9.02, 38.75, "ET", "P.PPLC", 3_041_002),
    "New York": Place("geonames:5128638", "New York", 43.0, -75.5, "US", "A.ADM1", 19_274_244),
    "Chernobyl exclusion zone": Place(
        "dateline:z", "Chernobyl exclusion zone", 51.4, 30.1, "UA", "L.ZNX", source="dateline"
    ),
    "Little Hamlet": Place("geonames:1", "Little Hamlet", 1.0, 1.0, "GB", "P.PPL", 120),
    "Reading": Place("geonames:2639577", "Reading", 51.46, -0.97, "GB", "P.PPLA2", 244_070),
    "Orange": Place("geonames:4716805", "Orange", 30.1, -93.7, "US", "P.PPLA2", 19_138, adm1_code="US.TX"),
    "May": Place("geonames:4708854", "May", 32.0, -98.9, "US", "P.PPL", 270, adm1_code="US.TX"),
    "Orange Lake": Place("geonames:2", "Orange Lake", 30.2, -93.8, "US", "H.LK", adm1_code="US.TX"),
    "Texas": Place("geonames:4736286", "Texas", 31.3, -99.3, "US", "A.ADM1", adm1_code="US.TX"),
    "Depot": Place("own:depot", "Depot", 31.0, -99.0),
    "Ohio": Place("geonames:5165418", "Ohio", 40.3, -83.0, "US", "A.ADM1", adm1_code="US.OH"),
    "U.S.": Place("geonames:6252001", "United States", 39.8, -98.5, "US", "A.PCLI"),
    "Houston": Place("geonames:4699066", "Houston", 29.8, -95.4, "US", "P.PPLA2", 2_300_000, adm1_code="US.TX"),
}


SHORT = {
    "DRC": Place("geonames:203312", "Democratic Republic of the Congo", -2.9, 23.7, "CD", "A.PCLI"),
    "K.S.A.": Place("geonames:102358", "Saudi Arabia", 25.0, 45.0, "SA", "A.PCLI"),
    "PNG": Place("geonames:2088628", "Papua New Guinea", -6.5, 147.0, "PG", "A.PCLI"),
    "NYC": Place("geonames:5128581", "New York City", 40.7, -74.0, "US", "P.PPL"),
}


class Knows:
    def look_up(self, name):
        found = [Match(p, n, "official") for n, p in KNOWN.items() if key(n) == key(name)]
        return (*found, *(Match(p, n, "abbreviation") for n, p in SHORT.items() if key(n) == key(name)))


@pytest.mark.parametrize(
    ("sentence", "added"),
    [
        ("Floods hit Addis Ababa.", ["Addis Ababa"]),
        ("Ash fell on the Chernobyl exclusion zone.", ["Chernobyl exclusion zone"]),
        ("She writes for the New York Times.", []),
        ("Little Hamlet burned.", []),
        ("Reading is fun.", []),
        ("nothing in small letters: addis ababa", []),
        ("[Addis Ababa] is calm.", []),
        ("Rain in New York [Times] Square", []),
        ("", []),
    ],
)
def test_only_whole_names_of_several_words_are_added(sentence, added):
    text, mentions = marked(sentence)
    found = with_overlooked(text, mentions, Knows())
    assert [m.surface for m in found if m not in mentions] == added
    assert all(text[m.start : m.end] == m.surface for m in found)


def test_mentions_stay_in_text_order():
    text, mentions = marked("From Addis Ababa to [Goma] and Addis Ababa")
    assert [m.surface for m in with_overlooked(text, mentions, Knows())] == ["Addis Ababa", "Goma", "Addis Ababa"]


@pytest.mark.parametrize(
    ("sentence", "added"),
    [
        ("Fire in Orange, [Texas].", ["Orange"]),
        ("Orange, [Texas], burned.", ["Orange"]),
        ("Near Orange, [Texas]: a fire", ["Orange"]),
        ("Orange, [U.S.]", ["Orange"]),
        ("Orange, [Texas] – a fire", ["Orange"]),
        ("Orange, [Ohio], burned.", []),
        ("Orange, [Houston], burned.", []),
        ("Orange, [Texas] Republican, spoke.", []),
        ("Orange [Texas].", []),
        ("Depot, [Texas].", []),
        ("Orange, [Depot].", []),
        ("Bob Orange, [Texas].", []),
        ("Orange Lake, [Texas].", []),
        ("Last May, [Texas].", []),
        ("In May, [Texas].", []),
        ("In, [Texas].", []),
        ("an orange, [Texas].", []),
    ],
)
def test_a_town_before_the_state_it_lies_in_is_added(sentence, added):
    text, mentions = marked(sentence)
    found = with_overlooked(text, mentions, Knows())
    assert [m.surface for m in found if m not in mentions] == added
    assert all(text[m.start : m.end] == m.surface for m in found)


@pytest.mark.parametrize(
    ("sentence", "added"),
    [
        ("[Rwanda] and the DRC signed.", ["DRC"]),
        ("Refugees from the D.R.C. fled.", ["D.R.C."]),
        ("KSA and [Iran] talked.", ["KSA"]),
        ("PNG's leader spoke; floods in PNG went on.", ["PNG", "PNG"]),
        ("Democratic Republic of the Congo (DRC)", ["DRC"]),
        ("a picture in PNG format", []),
        ("with PNG Air", []),
        ("PNG is a format.", []),
        ("He drew a PNG.", []),
        ("FLOODS IN DRC KILL 40", []),
        ("the DRC-1 mission", []),
        ("at www.png.pg, in .PNG", []),
        ("the drc and the NYC and the XYZ", []),
        ("The [DRC] and the rest", []),
    ],
)
def test_capitals_that_a_country_goes_by_are_added_where_words_around_them_are_those_around_a_country(sentence, added):
    text, mentions = marked(sentence)
    found = with_overlooked(text, mentions, Knows())
    assert [m.surface for m in found if m not in mentions] == added
    assert all(text[m.start : m.end] == m.surface for m in found)
