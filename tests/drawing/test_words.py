"""Words for codes and numbers."""

from dataclasses import replace
from typing import get_args

import pytest

from geo.drawing import words
from geo.drawing.style import SURE
from geo.types import Name, Precision, Review, When
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


def test_no_two_places_are_told_alike():
    city = replace(PLACES["kyiv"], id="one", feature="P.PPLA2", adm1_name="Ohio")
    county = replace(city, id="two", adm2_name="Cook County")
    district = replace(city, id="three", feature="A.ADM2", adm2_name="Kyiv")
    farther = replace(district, id="four", lat=1.0)
    twin = replace(farther, id="five")
    assert words.told_apart([city, county, district, farther, twin]) == [
        "Kyiv, Ohio, UA",
        "Kyiv, Cook County, Ohio, UA",
        "Kyiv, Ohio, UA (District (second level))",
        "Kyiv, Ohio, UA (1.0000° N, 30.5238° E)",
        "Kyiv, Ohio, UA (five)",
    ]
    assert words.told_apart([county], besides=city) == ["Kyiv, Cook County, Ohio, UA"]
    assert words.told_apart([]) == []


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


@pytest.mark.parametrize(
    ("first", "last", "precision", "said"),
    [
        ("2022-02-27", "2022-02-27", "day", "27 February 2022"),
        ("2022-02-21", "2022-02-27", "days", "21–27 February 2022"),
        ("2022-02-28", "2022-03-06", "days", "28 February 2022 – 6 March 2022"),
        ("2021-12-27", "2022-01-02", "days", "27 December 2021 – 2 January 2022"),
        ("2021-02-01", "2022-02-28", "days", "1 February 2021 – 28 February 2022"),
        ("2022-02-01", "2022-02-28", "month", "February 2022"),
        ("2022-02-01", "2022-03-31", "month", "February 2022 – March 2022"),
        ("2021-02-01", "2022-02-28", "month", "February 2021 – February 2022"),
        ("2021-12-01", "2022-02-28", "season", "December 2021 – February 2022"),
        ("2022-01-01", "2022-12-31", "year", "2022"),
        ("2014-01-01", "2016-12-31", "years", "2014–2016"),
        ("0001-01-01", "9999-12-31", "years", "1–9999"),
    ],
)
def test_days_are_said_as_exactly_as_they_are_known(first, last, precision, said):
    assert words.days(When(first, last, "then", precision)) == said


def test_days_of_every_precision_can_be_said():
    said = {words.days(When("2022-02-01", "2022-03-31", "then", precision)) for precision in get_args(Precision)}
    assert all("2022" in words for words in said)


def test_other_names_are_the_usual_and_the_former_ones_without_what_is_said_already():
    names = [Name("Kyiv", "official"), Name("Kiev", "former"), Name("Kiew", "alternate"), Name("Kyivans", "demonym")]
    assert words.other_names(names, "Kyiv, UA") == "Formerly Kiev"
    assert words.other_names([*names, Name("Kyyiv", "english")], "Kyiv, UA") == "Also Kyyiv · Formerly Kiev"
    assert words.other_names(names[:1], "Kyiv, UA") == ""


@pytest.mark.parametrize(
    ("told", "expected"),
    [("2022-02-27", "27 February 2022"), ("2024-99-99", "2024-99-99"), ("in spring", "in spring"), (None, "")],
)
def test_a_day_is_called_as_people_write_it(told, expected):
    assert words.day(told) == expected


@pytest.mark.parametrize(
    ("number", "first", "last", "expected"),
    [
        (1, "2022-02-27", "2022-02-27", "1 article, 27 February 2022"),
        (1200, "2024-03-01", "2024-03-07", "1,200 articles, 1–7 March 2024"),
        (2, None, None, "2 articles"),
        (2, "2024-99-99", "?", "2 articles, 2024-99-99 – ?"),
    ],
)
def test_several_articles_are_called_by_their_number_and_days(number, first, last, expected):
    assert words.articles(number, first, last) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2022-02-27", "2022-02-27", "27 February 2022"),
        ("2022-02-21", "2022-02-27", "21–27 February 2022"),
        ("2022-02-01", "2022-02-28", "February 2022"),
        ("2014-01-01", "2014-12-31", "2014"),
        ("2014-01-01", "2016-12-31", "2014–2016"),
        ("2014-03-01", "2014-05-31", "March 2014 – May 2014"),
    ],
)
def test_days_of_which_only_the_ends_are_known_are_called_by_month_and_year_where_whole(first, last, expected):
    assert words.span(first, last) == expected
