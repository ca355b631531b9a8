"""Which place words mean. The dialog as a whole is tested in the browser."""

from dataclasses import replace

import pytest

from geo.errors import InputError
from geo.project import Choose, Land, Missed, Pin
from geo.types import Candidate, Location, Mention, Resolution
from geo.ui import choosing, desk, session
from tests.stories import PAYLOADS, PLACES, box, story
from tests.ui.test_facts import MARKUP

KYIV_CITY = Land("UA", "UA.12", "Kyiv City")
"""Of the hand-made engine."""


def test_a_chosen_place_comes_with_where_it_lies(hand_made):
    kyiv = PLACES["kyiv"]
    assert choosing.choose(kyiv) == Choose(kyiv, Location(kyiv.lat, kyiv.lon))


def test_a_pin_on_overlooked_words_is_a_place_that_was_missed():
    act = choosing.as_missed(Pin(50.45, 30.52, "A well"))
    assert isinstance(act, Missed) and act.place.name == "A well" and act.location == Location(50.45, 30.52)


def test_a_pin_off_the_globe_is_refused_before_it_is_a_place():
    with pytest.raises(InputError, match="swapped"):
        choosing.as_missed(Pin(150, 30, "A well"))


def test_a_place_is_told_from_its_namesakes():
    assert choosing.facts(PLACES["kyiv"]) == "Capital · 2,797,553 people · 50.4547° N, 30.5238° E"
    assert "people" not in choosing.facts(PLACES["zone"])


def test_a_place_on_offer_is_a_line_of_markdown_with_how_likely_it_was_thought_to_be():
    kyiv = PLACES["kyiv"]
    assert choosing._lines([(kyiv, 0.5), (replace(kyiv, name="*K*"), None)]) == ["Kyiv\\, UA · 50%", "\\*K\\*\\, UA"]


def test_a_quoted_sentence_has_its_words_in_bold():
    text = "It rained. The road to Kyiv, they said, was closed. It was dark."
    start = text.index("Kyiv")
    assert choosing.quoted(text, start, start + 4) == "The road to **Kyiv**\\, they said\\, was closed\\."


def test_a_long_sentence_is_cut_on_both_sides():
    text = "word " * 100 + "Kyiv" + " word" * 100
    quoted = choosing.quoted(text, 500, 504)
    assert quoted.startswith("… ") and quoted.endswith(" …") and "word **Kyiv** word" in quoted
    assert len(quoted) < 2 * choosing.AROUND + 20


@pytest.mark.parametrize("payload", [*PAYLOADS, *MARKUP])
def test_a_hostile_sentence_is_quoted_as_it_is(payload):
    text = f"{payload} Kyiv {payload}"
    quoted = choosing.quoted(text, text.index("Kyiv"), text.index("Kyiv") + 4)
    for sign in "<[`$":
        assert quoted.count(sign) == quoted.count(f"\\{sign}")


def test_a_mention_s_words_come_with_what_they_may_mean_besides():
    others = (Candidate(PLACES["minsk"], 0.2),)
    mention = Mention(3, 7, "Kyiv", resolution=Resolution(PLACES["kyiv"], 0.8, (), others))
    assert choosing.words_of("a.txt", mention) == choosing.Words("a.txt", 3, 7, others, at=(50.4547, 30.5238))
    assert choosing.words_of("a.txt", Mention(3, 7, "Kyiv")).others == ()


def test_words_that_somebody_decided_on_are_offered_others_without_probabilities(hand_made):
    others = (Candidate(PLACES["minsk"], 0.2),)
    mention = Mention(3, 7, "Kyiv", resolution=Resolution(PLACES["kyiv"], 0.8, (), others), state="verified")
    assert choosing.words_of("a.txt", mention).decided


def test_the_dialog_begins_with_the_reach_that_was_chosen_before():
    assert choosing.words_of("a.txt", Mention(3, 7, "Kyiv"), "everywhere").scope == "everywhere"
    assert choosing.words_of("a.txt", Mention(3, 7, "Kyiv")).scope == "mention"


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("From [Kyiv|kyiv] to [Minsk|minsk] and [Oz|?].", [[50.4547, 27.5667], [53.9, 30.5238]]),
        ("A road to [Oz|?].", None),
    ],
)
def test_the_small_map_knows_where_the_article_plays(reader, hand_made, text, box):
    desk.project().add([story(text, id="a.txt")])
    session.choose_own(session.project(), "a.txt")
    assert choosing.region("a.txt") == box


def test_the_small_map_shows_the_article_s_places_but_countries_the_most_often_named_first(reader, hand_made):
    text = "From [Kyiv|kyiv] to [Minsk|minsk], [Minsk|minsk] and [Oz|?] in [Belarus|belarus]."
    desk.project().add([story(text, id="a.txt")])
    session.choose_own(session.project(), "a.txt")
    assert [mark.name for mark in choosing.landmarks("a.txt")] == ["Minsk", "Kyiv"]


# The dialog's ways.


def app():
    import streamlit as st

    from geo.types import Candidate
    from geo.ui import choosing
    from tests.stories import PLACES

    asked = choosing.Words("a.txt", 0, 5, (Candidate(PLACES["minsk"], 0.25),))
    way = st.query_params["way"]
    act = choosing._told(choosing.WAYS[way], asked, st.query_params.get("surface", "Paris"))
    st.text(repr(act))


@pytest.fixture
def way(hand_made):
    """`way(name) -> AppTest` of one of the dialog's ways."""
    from streamlit.testing.v1 import AppTest

    def run(name, **more):
        test = AppTest.from_function(app)
        test.query_params.update({"way": name, **more})
        return test.run()

    return run


def test_the_alternatives_are_offered_with_their_probabilities_and_none_is_chosen(way):
    test = way("By name")
    assert test.radio[0].options == ["Minsk\\, BY · 25%"] and test.text[-1].value == "None"
    test.radio[0].set_value(0).run()
    assert "Choose(place=Place(id='geonames:625144'" in test.text[-1].value


def test_a_search_offers_places_of_the_gazetteer_in_place_of_them(way):
    test = way("By name")
    test.text_input[0].set_value("kha").run()
    assert test.radio[0].options == ["Kharkiv\\, UA"]
    test.text_input[0].set_value("nowhere").run()
    assert len(test.radio) == 0 and test.text[0].value.startswith("No place of that name")


def test_coordinates_that_are_none_are_told(way):
    test = way("Coordinates")
    test.text_input[0].set_value("here").run()
    assert "'here' are no coordinates" in test.text[0].value and test.text[-1].value == "None"
    test.text_input[0].set_value("50.45, 30.52").run()
    assert test.text[0].value == "Read as 50.4500° N, 30.5200° E: beside 50.45, 30.52."
    assert test.text[-1].value == repr(Pin(50.45, 30.52, "Paris", KYIV_CITY))
    test.text_input[0].set_value("0, -30").run()
    assert test.text[-1].value == repr(Pin(0.0, -30.0, "Paris"))


def test_what_of_coordinates_was_not_read_is_told_and_what_is_off_the_globe_refused(way):
    test = way("Coordinates")
    test.text_input[0].set_value("a well, 33°52′08″S 151°12′33″W").run()
    assert test.text[0].value.startswith("Read as 33.8689° S, 151.2092° W: ")
    assert test.text[1].value == "Not read: “a well”."
    test.text_input[0].set_value("150, 30").run()
    assert "swapped" in test.text[0].value and test.text[-1].value == "None"


def test_pasted_geojson_is_a_drawing_with_the_words_as_its_name(way):
    test = way("GeoJSON")
    test.text_area[0].set_value(str(box(30, 50, 31, 51)).replace("'", '"')).run()
    assert test.text[-1].value.startswith("Draw(geometry={'type': 'Polygon'") and "name='Paris'" in test.text[-1].value
    assert test.text[-1].value.endswith(f"land={KYIV_CITY})")


@pytest.mark.parametrize("payload", [*PAYLOADS, *MARKUP])
@pytest.mark.parametrize("name", ["By name", "Coordinates"])
def test_hostile_words_are_taken_as_they_are(way, name, payload):
    test = way(name, surface=payload)
    test.text_input[0].set_value(payload).run()
    assert not test.exception and test.text[-1].value == "None"
