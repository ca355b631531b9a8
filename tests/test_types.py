from dataclasses import FrozenInstanceError, replace

import pytest

from geo.types import Article, Candidate, Location, Mention, Part, Place, Resolution, Story
from tests.fakes import MINSK, PARIS, fake_parse
from tests.stories import story as told


@pytest.mark.parametrize(
    ("place", "label"),
    [
        (PARIS, "Paris, Texas, US"),
        (Place("x", "Texas", lat=31, lon=-99, country_code="US", feature="A.ADM1", adm1_name="Texas"), "Texas, US"),
        (Place("x", "Belarus", lat=53, lon=28, country_code="BY", feature="A.PCLI"), "Belarus"),
        (Place("x", "Black Sea", lat=43, lon=34, feature="H.SEA"), "Black Sea"),
    ],
)
def test_a_label_tells_a_place_from_its_namesakes(place, label):
    assert place.label == label


def test_the_feature_class_is_the_letter_and_unknown_without_a_feature():
    assert MINSK.feature_class == "P"
    assert Place("x", "X", lat=0, lon=0).feature_class is None


def test_a_place_covers_what_its_box_holds_across_the_antimeridian_too():
    fiji = Place("x", "Fiji", lat=-18, lon=178, bbox=(176.9, -20.7, -178.2, -12.5))
    assert fiji.covers(lat=-18, lon=178) and fiji.covers(lat=-18, lon=-179)
    assert not fiji.covers(lat=-18, lon=0) and not fiji.covers(lat=10, lon=178)
    assert not MINSK.covers(lat=MINSK.lat, lon=MINSK.lon), "a town without a box"


def test_a_mention_that_was_not_looked_up_has_no_place_and_no_confidence():
    mention = Mention(0, 5, "Minsk")
    assert (mention.place, mention.confidence) == (None, 0.0)


def test_the_confidence_in_an_unresolved_mention_is_not_that_in_a_place():
    assert Mention(0, 5, "Minsk", resolution=Resolution(None, 0.9)).confidence == 0.0


def test_a_story_lists_each_located_place_once_with_its_mentions():
    story = fake_parse("Minsk, Paris, Nowhere, Minsk.")
    assert [(found.place, found.mentions) for found in story.places] == [(MINSK, (0, 3)), (PARIS, (1,))]


def test_a_resolved_mention_without_a_location_is_not_among_the_places():
    mention = Mention(0, 5, "Minsk", resolution=Resolution(MINSK, 0.9))
    assert Story(Article("Minsk"), (mention,)).places == ()


def test_the_literal_story_has_no_associative_mention_and_no_place_that_only_they_name():
    story = told("[Moscow|moscow*] and [Kyiv|kyiv*] spoke in [Minsk|minsk], not in [Kyiv|kyiv].")
    assert [mention.surface for mention in story.literal.mentions] == ["Minsk", "Kyiv"]
    assert [found.place.name for found in story.literal.places] == ["Minsk", "Kyiv"]
    assert [found.mentions for found in story.literal.places] == [(0,), (1,)]
    assert (story.literal.article, story.literal.view) == (story.article, story.view)


def test_a_border_stays_whole_without_the_country_inside_it_that_is_a_government():
    story = told("the [border with [Belarus|belarus*]|border]")
    assert story.literal.mentions == (story.mentions[0],)
    assert story.literal.mentions[0].surface == "border with Belarus"
    assert story.literal.places[0].location.geometry["type"] == "LineString"


def test_a_location_inside_an_associative_mention_stays():
    story = told("the [[Kyiv|kyiv] government|ukraine*]")
    assert [mention.surface for mention in story.literal.mentions] == ["Kyiv"]


def test_the_literal_story_of_governments_alone_is_empty_and_of_locations_alone_the_story_itself():
    assert told("[Moscow|moscow*] said").literal.mentions == ()
    literal = told("In [Minsk|minsk]")
    assert literal.literal is literal
    assert told().literal is not told() and told().literal.literal == told().literal


def test_the_body_of_a_story_is_what_is_not_boilerplate_and_the_story_itself_where_all_is():
    story = told("In [Minsk|minsk]. Also read: [Kyiv|kyiv]")
    assert story.body is story
    aside = replace(story, mentions=(story.mentions[0], replace(story.mentions[1], boilerplate=True)))
    assert [mention.surface for mention in aside.body.mentions] == ["Minsk"]
    assert [place.place.name for place in aside.body.places] == ["Minsk"]


def test_an_article_knows_the_page_of_an_offset():
    article = Article("one two", parts=(Part(0, 3, "page 1"), Part(4, 7, "page 2")))
    labels = [part and part.label for part in map(article.part, (0, 2, 3, 4, 6, 7))]
    assert labels == ["page 1", "page 1", None, "page 2", "page 2", None]
    assert Article("one").part(0) is None


def test_the_literal_story_is_made_once_so_that_what_is_known_of_it_is_found_again():
    story = told()
    assert story.literal is story.literal


@pytest.mark.parametrize(
    "noun",
    [Article("x"), MINSK, Candidate(MINSK, 0.5), Resolution(None, 0.5), Location(0, 0), Mention(0, 1, "x")],
    ids=lambda noun: type(noun).__name__,
)
def test_a_noun_cannot_be_changed_but_copied_with_a_change(noun):
    field = next(iter(noun.__dataclass_fields__))
    with pytest.raises((FrozenInstanceError, AttributeError)):
        setattr(noun, field, "changed")
    assert replace(noun) == noun


@pytest.mark.parametrize(
    ("geometry", "told"),
    [
        (None, "geometry=None"),
        ({"type": "Point", "coordinates": [30.5, 50.4]}, "geometry=<Point lat 50.40 to 50.40, lon 30.50 to 30.50>"),
        (
            {"type": "Polygon", "coordinates": [[[30, 50], [31, 50], [31, 51.25], [30, 50]]]},
            "geometry=<Polygon lat 50.00 to 51.25, lon 30.00 to 31.00>",
        ),
        (
            {"type": "GeometryCollection", "geometries": [{"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}]},
            "geometry=<GeometryCollection lat 2.00 to 4.00, lon 1.00 to 3.00>",
        ),
        ({"type": "Polygon", "coordinates": []}, "geometry=<Polygon>"),
    ],
)
def test_a_location_is_written_with_the_box_of_its_geometry(geometry, told):
    assert repr(Location(50.5, 30.5, geometry, 12.0)) == f"Location(lat=50.5, lon=30.5, {told}, radius_km=12.0)"
