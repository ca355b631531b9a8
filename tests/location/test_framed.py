"""Names that only the words around them tell, and words that look like such names and tell nothing."""

import pytest

import geo
from geo.gazetteer import Gazetteer
from geo.location.framed import with_framed
from geo.types import Mention, Resolution

GAZETTEER = Gazetteer()

FRAMED = [
    ("Pilgrims climbed to the source of the Ganges in May.", "Ganges", "H.STM"),
    ("Fog hid the place where the Vistula flows into the Baltic.", "Vistula", "H.STM"),
    ("Fog hid the place where the Vistula flows into the Baltic.", "Baltic", "H.SEA"),
    ("Ukrainian soldiers hold the eastern bank of the Oskil.", "Oskil", "H.STM"),
    ("Lotus flowers draw crowds to the Volga delta in August.", "Volga", "H.STM"),
    ("Barges wait on the lower Danube.", "Danube", "H.STM"),
]

NOTHING = [
    "The source of the Times said so.",
    "He walked along the Avenue with the mayor.",
    "She crossed to the side of the Chairman.",
    "A patient was moved to the lower Ward.",
    "The company flows into the Future.",
    "The Smiths coast to victory.",
]


@pytest.mark.parametrize(("text", "name", "feature"), FRAMED)
def test_water_is_told_by_the_words_around_it(text, name, feature):
    found = {mention.surface: mention for mention in with_framed(text, [], GAZETTEER)}
    assert found[name].place.feature == feature
    assert text[found[name].start : found[name].end] == name


@pytest.mark.parametrize("text", NOTHING)
def test_other_words_in_such_places_are_no_names(text):
    assert with_framed(text, [], GAZETTEER) == []


def test_people_before_a_border_are_those_of_a_country():
    (found,) = with_framed("Turkey wants a buffer zone along the Syrian border.", [], GAZETTEER)
    assert (found.surface, found.kind, found.place.country_code) == ("Syrian", "demonym", "SY")


def test_people_before_border_guards_are_no_border():
    assert with_framed("They met the Syrian border guards.", [], GAZETTEER) == []


def test_province_named_after_a_river_is_the_river_beside_its_bank():
    text = "Hippos left the banks of the Limpopo."
    province = next(match.place for match in GAZETTEER.look_up("Limpopo") if match.place.feature == "A.ADM1")
    start = text.index("Limpopo")
    mention = Mention(start, start + 7, "Limpopo", resolution=Resolution(province, 0.9, ()))
    (found,) = with_framed(text, [mention], GAZETTEER)
    assert found.place.feature == "H.STM"
    assert "must be the river" in found.resolution.reasons[0]


def test_country_named_after_a_river_stays_a_country():
    text = "They live on the south side of the Congo."
    country = GAZETTEER.country("CD")
    mention = Mention(text.index("Congo"), text.index("Congo") + 5, "Congo", resolution=Resolution(country, 0.9, ()))
    assert with_framed(text, [mention], GAZETTEER) == [mention]


def test_mention_overlapping_a_frame_is_kept_and_nothing_is_added():
    text = "Lotus flowers draw crowds to the Volga delta."
    mention = Mention(text.index("Volga"), text.index(" delta") + 6, "Volga delta")
    assert with_framed(text, [mention], GAZETTEER) == [mention]


def test_zone_known_by_its_sort_is_found_beside_its_country():
    text = "North Korea blew up two roads near the demilitarized zone."
    mention = Mention(0, 11, "North Korea", resolution=Resolution(GAZETTEER.country("KP"), 0.9, ()))
    *_, found = with_framed(text, [mention], GAZETTEER)
    assert (found.surface, found.place.name) == ("demilitarized zone", "Korean Demilitarized Zone")


def test_zone_known_by_its_sort_is_nothing_elsewhere():
    text = "Sudan's army left the demilitarized zone."
    mention = Mention(0, 5, "Sudan", resolution=Resolution(GAZETTEER.country("SD"), 0.9, ()))
    assert with_framed(text, [mention], GAZETTEER) == [mention]


def test_name_of_a_zone_is_not_cut_before_that_word():
    text = "He crossed the Korean demilitarised zone."
    found = with_framed(text, [Mention(15, 35, text[15:35])], GAZETTEER)
    assert [mention.surface for mention in found] == ["Korean demilitarised zone"]


def test_names_are_added_once_when_a_story_is_located_anew():
    story = geo.parse("Pilgrims climbed to the source of the Ganges in May.")
    again = with_framed(story.article.text, [m for m in story.mentions if m.kind == "name"], GAZETTEER)
    assert [mention.surface for mention in again] == ["Ganges"]
