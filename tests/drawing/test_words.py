"""Words for codes and numbers."""

from dataclasses import replace
from typing import get_args

import pytest

from geo.drawing import words
from geo.drawing.style import SURE
from geo.types import Review
from tests.stories import PLACES, story


@pytest.mark.parametrize(
    ("probability", "said"),
    [
        (1.0, "Almost certain"),
        (0.95, "Almost certain"),
        (0.9, "Very likely"),
        (0.7, "Likely"),
        (0.69, "Unsure"),
        (0.2, "A guess"),
        (0.0, "A guess"),
    ],
)
def test_a_probability_is_said_in_words(probability, said):
    assert words.sureness(probability) == said


def test_the_word_unsure_begins_where_marks_become_dashed():
    assert (words.sureness(SURE), words.sureness(SURE - 0.001)) == ("Likely", "Unsure")


@pytest.mark.parametrize(("probability", "shown"), [(0.999, "99%"), (1.0, "100%"), (0.464, "46%"), (0.0, "0%")])
def test_per_cent_never_round_up_to_certainty(probability, shown):
    assert words.percent(probability) == shown


@pytest.mark.parametrize(
    ("code", "said"), [("P.PPLC", "Capital"), ("H.RSV", "Water"), ("P.PPL", "Town or village"), (None, "Place"), ("?", "Place")]
)  # fmt: skip
def test_a_feature_code_is_said_in_words(code, said):
    assert words.feature(replace(PLACES["kyiv"], feature=code)) == said


@pytest.mark.parametrize(
    ("lat", "lon", "shown"),
    [(51.5, -0.12, "51.5000° N, 0.1200° W"), (-33.9, 18.4, "33.9000° S, 18.4000° E")],
)
def test_coordinates_name_their_hemispheres(lat, lon, shown):
    assert words.coordinates(lat=lat, lon=lon) == shown


def test_a_certainty_is_said_in_words_and_numbers():
    assert words.certainty(0.74) == "Likely, 74%"


def test_a_note_names_the_place_and_how_sure_it_is():
    assert words.note(story("[Paris|paris-tx:0.46]").mentions[0]) == "Paris, Texas, US · A guess, 46%"


def test_a_note_says_when_a_name_stands_for_a_government():
    assert "government" in words.note(story("[Kyiv|kyiv*]").mentions[0])


def test_a_note_says_when_a_name_is_not_on_the_map():
    assert "Not on the map" in words.note(story("[Nowhere|?]").mentions[0])


def test_a_decision_that_may_be_wrong_asks_to_be_checked():
    sure = story("[Kyiv|kyiv]").mentions[0]
    assert words.review(sure) is None
    for review in get_args(Review):
        doubted = replace(sure, resolution=replace(sure.resolution, review=review))
        assert words.review(doubted).startswith("Worth checking")
