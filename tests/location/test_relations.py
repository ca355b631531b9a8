"""Places told through others: own sentences, the phrase that must be found, and the place it means."""

from dataclasses import replace

import pytest
from shapely.geometry import Point, shape

from geo.location import Shapes
from geo.location.relations import relation_mentions
from geo.types import Location, Mention, Place, Resolution
from tests.location.atlas import SmallGazetteer, marked

KYIV, GOMEL, UKRAINE = "geonames:703448", "geonames:627907", "geonames:690791"

FOUND = [
    ("Shells fell 30 km (19 miles) north of [Kyiv].", "30 km (19 miles) north of Kyiv", "30 km north of Kyiv", (50.72, 30.52)),
    ("It lies about 12 miles outside [Kyiv].", "about 12 miles outside Kyiv", "12 miles from Kyiv", None),
    ("Near [Gomel] trains stood still.", "Near Gomel", "Near Gomel", (52.43, 30.98)),
    ("Trains stood still just south of [Gomel].", "just south of Gomel", "Just south of Gomel", (52.37, 30.97)),
    ("Forests between [Kyiv] and [Gomel] burn.", "between Kyiv and Gomel", "Between Kyiv and Gomel", (51.4, 30.7)),
    ("Snow closed the road from [Kyiv] to [Gomel].", "road from Kyiv to Gomel", "Way between Kyiv and Gomel", None),
    ("Fires burn on the outskirts of [Kyiv].", "outskirts of Kyiv", "Outskirts of Kyiv", None),
    ("He lives in a suburb of [Kyiv].", "suburb of Kyiv", "Suburb of Kyiv", None),
    ("It rains in [Kyiv]'s southern suburbs.", "Kyiv's southern suburbs", "Southern suburbs of Kyiv", None),
    ("It rains in northern [Gomel Region] province.", "northern Gomel Region province", "Northern Gomel Region", None),
    ("A shop in downtown [Kyiv] shut.", "downtown Kyiv", "Centre of Kyiv", (50.453, 30.524)),
    ("It rains in eastern [Ukraine].", "eastern Ukraine", "Eastern Ukraine", (48.6, 37.5)),
    ("It rains in the far west of [Ukraine].", "far west of Ukraine", "Far western Ukraine", (49.2, 24.0)),
    ("Tanks stand 20 km inside [Ukraine].", "20 km inside Ukraine", "20 km inside Ukraine", None),
    ("It rains in mainland [Japan].", "mainland Japan", "Mainland Japan", (36.2, 138.0)),
    ("It rains in central [Ukraine].", "central Ukraine", "Central Ukraine", (49.2, 31.4)),
    ("It rains in [Ukraine]'s south.", "Ukraine's south", "Southern Ukraine", (47.0, 33.0)),
    ("It rains in [Ukraine]'s coal-rich east.", "Ukraine's coal-rich east", "Eastern Ukraine", (48.6, 37.5)),
    ("It rains in the hilly centre of [Ukraine].", "hilly centre of Ukraine", "Centre of Ukraine", (49.2, 31.4)),
    ("It rains in southern and central [Ukraine].", "southern and central Ukraine", "Southern and central Ukraine", None),
    ("Fog lies south-west of [Ukraine].", "south-west of Ukraine", "South-west of Ukraine", None),
    ("It lies within 10 km of the centre of [Kyiv].", "within 10 km of the centre of Kyiv", "Within 10 km of Kyiv", None),
    ("It rains in the southern half of [Ukraine].", "southern half of Ukraine", "Southern half of Ukraine", (47.5, 34.0)),
]  # fmt: skip


@pytest.fixture(scope="module")
def shapes():
    return Shapes()


def read(sentence, shapes):
    text, mentions = marked(sentence)
    return relation_mentions(text, mentions, shapes, SmallGazetteer())


@pytest.mark.parametrize(("sentence", "surface", "name", "near"), FOUND)
def test_an_expression_becomes_a_located_mention(sentence, surface, name, near, shapes):
    (found,) = read(sentence, shapes)
    assert (found.surface, found.kind, found.role, found.place.name) == (surface, "relation", "literal", name)
    assert found.place.id.startswith("dateline:relation:") and found.resolution.reasons
    area = shape(found.location.geometry)
    assert area.is_valid and found.location.radius_km > 0
    assert area.buffer(1e-5).contains(Point(found.location.lon, found.location.lat))
    if near:
        assert area.contains(Point(near[1], near[0]))


NOTHING = [
    "The bridge between [Ukraine] and [Poland] is shut.",
    "Storks nest in [Belarus]'s southeastern [Gomel Region] province.",
    "The [Ukraine] Panhandle is dry.",
    "Talks between [Kyiv] and [Minsk] failed.",
    "The gap between [Kyiv] and [Gomel] closed.",
    "[Ukraine] is close to [Russia].",
    "He sat outside [Russia].",
    "That was between [Poland] and [Ukraine].",
    "Near [Ukrainian] troops it was calm.",
    "They stood north of [Ukraine].",
    "[Poland] is close to [Kyiv] in this.",
    "It is quiet in South [Ukraine].",
    "Tanks stand 20 km inside [Kyiv].",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_place_is_left_alone(sentence, shapes):
    assert read(sentence, shapes) == []


def test_a_name_that_is_a_place_itself_is_not_cut(shapes):
    assert read("It is quiet in North [?Korea] and in Northern [?Ireland].", shapes) != []
    text = "It is quiet in north Korea."
    korea = Place("x:1", "Korea", 37, 127, "KR", "A.PCLI")
    mention = Mention(21, 26, "Korea", resolution=Resolution(korea, 0.9))

    class Known(SmallGazetteer):
        def look_up(self, name):
            matches = super().look_up("North Korea") if name == "north Korea" else ()
            return tuple(match._replace(grade="normalised") for match in matches)

    assert relation_mentions(text, [mention], shapes, Known()) == []


def test_an_anchor_that_is_not_resolved_leaves_the_expression_without_a_place(shapes):
    (found,) = read("Vans were found 30 km north of [?Velmoria].", shapes)
    assert found.surface == "30 km north of Velmoria" and found.location is None and found.place is None
    assert "“Velmoria” is not resolved" in found.resolution.reasons[0]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("[Ukraine] is at war. Fighting goes on in the east of the country.", "Eastern Ukraine"),
        ("[Kharkiv] is dark, as is the country's east.", "Eastern Ukraine"),
        ("[Belarusian] troops stand in the south of the country.", "Southern Belarus"),
        ("In [Texas] it rained. The north of the state is dry.", "Northern Texas"),
        ("[Gomel] is calm. A depot 20 km south of the city burns.", "20 km south of Gomel"),
    ],
)
def test_a_noun_stands_for_what_was_named_before(sentence, name, shapes):
    (found,) = read(sentence, shapes)
    assert found.place.name == name
    assert "the nearest named before" in found.resolution.reasons[-1] and found.confidence < 0.9


def test_a_noun_that_nothing_explains_stays_without_a_place(shapes):
    (found,) = read("In the east of the country it rained, they say in [Kyiv].", shapes)
    assert found.place is None and found.resolution.reasons == ("nothing before says which country is meant",)


def test_two_wordings_are_one_place(shapes):
    one, other = read("It rains in eastern [Ukraine] and in the east of [Ukraine].", shapes)
    assert one.place == other.place and one.location == other.location


def test_a_distance_from_a_border_lies_on_both_sides_of_it(shapes):
    text = "A depot 20 km from the border burns."
    line = {"type": "LineString", "coordinates": [[30.0, 52.0], [31.0, 52.0]]}
    place = Place("border:BY-UA", "Belarus–Ukraine border", 52.0, 30.5, feature="L.BDRY")
    border = Mention(
        19, 29, "the border", "border", resolution=Resolution(place, 0.8), location=Location(52.0, 30.5, line)
    )
    (found,) = relation_mentions(text, [border], shapes, SmallGazetteer())
    area = shape(found.location.geometry)
    assert [area.contains(Point(30.5, lat)) for lat in (52.18, 51.82, 52.0)] == [True, True, False]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("It fell 30 km north of [Kyiv].", "UA"),
        ("It fell 80 km east of [Gomel].", "RU"),
        ("It fell 46 km south of [Gomel].", None),
        ("Forests between [Kyiv] and [Gomel] burn.", None),
        ("It rains in eastern [Ukraine].", "UA"),
    ],
)
def test_the_country_is_the_one_that_the_place_lies_in_and_none_on_both_sides_of_a_border(sentence, code, shapes):
    (found,) = read(sentence, shapes)
    assert found.place.country_code == code


def test_a_distance_on_one_side_of_a_border_lies_in_that_country_and_on_the_sea_in_none(shapes):
    line = {"type": "LineString", "coordinates": [[30.0, 51.45], [30.5, 51.35]]}
    place = Place("border:BY-UA", "Belarus–Ukraine border", 51.4, 30.25, feature="L.BDRY")
    for side, code in (("south", "UA"), ("north", "BY")):
        text = f"A depot 60 km {side} of the border burns."
        start = text.index("the border")
        border = Mention(
            start,
            start + 10,
            "the border",
            "border",
            resolution=Resolution(place, 0.8),
            location=Location(51.4, 30.25, line),
        )
        (found,) = relation_mentions(text, [border], shapes, SmallGazetteer())
        assert found.place.country_code == code
    at_sea = Mention(
        17, 24, "44N 34E", "coordinates", resolution=Resolution(Place("at:sea", "44N 34E", 43.3, 34.0), 1.0),
        location=Location(43.3, 34.0),
    )  # fmt: skip
    (found,) = relation_mentions("It sank 9 km off 44N 34E.", [at_sea], shapes, SmallGazetteer())
    assert found.place.country_code is None


def test_the_confidence_is_that_of_the_anchors(shapes):
    near, between = read("Near [Gomel] and in villages between [Kyiv] and [Gomel] it rained.", shapes)
    assert (near.confidence, between.confidence) == pytest.approx((0.9, 0.81))


@pytest.mark.parametrize(("east", "read_as_city"), [(-73.9, True), (-71.0, False)])
def test_a_capital_district_is_a_city_beside_between(east, read_as_city, shapes):
    text, (one, other) = marked("Farms between [Gomel] and [Kharkiv] flood.")
    district = replace(one.place, feature="A.ADM1", bbox=(-74.5, 3.7, east, 4.8))
    one = replace(one, resolution=replace(one.resolution, place=district))
    assert bool(relation_mentions(text, [one, other], shapes, SmallGazetteer())) == read_as_city
