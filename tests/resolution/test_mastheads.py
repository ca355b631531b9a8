from functools import cache

import pytest

from geo.gazetteer import Gazetteer
from geo.resolution.mastheads import named, titled


@cache
def gazetteer():
    return Gazetteer()


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("chicagotribune", "Chicago, Illinois, US"),
        ("lasvegassun", "Las Vegas, Nevada, US"),
        ("elpasotimes", "El Paso, Texas, US"),
        ("starkvilledailynews", "Starkville, Mississippi, US"),
        ("sunderlandecho", "Sunderland, England, GB"),
        ("san-antonio-express-news", "San Antonio, Texas, US"),
        ("heraldscotland", "Scotland, GB"),
        ("indiatoday", "India"),
        ("irishtimes", "Ireland"),
        ("diariodecadiz", "Cadiz, Andalusia, ES"),
        ("ocala", "Ocala, Florida, US"),
        ("kval13eugene", "Eugene, Oregon, US"),
        ("münchennachrichten", "Munich, Bavaria, DE"),
    ],
)
def test_a_place_between_words_of_newspapers_is_found(label, place):
    assert place in [match.place.label for match in named(label, gazetteer())]


def test_every_place_of_the_name_is_told_each_once():
    labels = [match.place.label for match in named("austinheraldnews", gazetteer())]
    assert {"Austin, Texas, US", "Austin, Minnesota, US"} <= set(labels)
    ids = [match.place.id for match in named("austinheraldnews", gazetteer())]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "label",
    [
        "",
        "-",
        "dailynews",
        "thestar",
        "wired",
        "vox",
        "politico",
        "businessinsider",
        "a" * 63,
        "x" * 9999,
        "the-the-",
        "12",
    ],
)
def test_a_label_without_a_place_gives_none(label):
    assert named(label, gazetteer()) == ()


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Austin Daily Herald", "Austin, Texas, US"),
        ("Lake Charles American Press", "Lake Charles, Louisiana, US"),
        ("The Gazette (Montreal)", "Montreal, Quebec, CA"),
        ("Paris News, Paris, Texas", "Paris, Texas, US"),
        ("The Times - Trenton, New Jersey", "Trenton, New Jersey, US"),
        ("North Bay Nugget News", "North Bay, Ontario, CA"),
        ("Chicago", "Chicago, Illinois, US"),
    ],
)
def test_the_place_in_an_outlets_name_is_found(title, place):
    assert place in [match.place.label for match in titled(title, gazetteer())][:2]


@pytest.mark.parametrize(
    "title",
    [
        "",
        "The Daily Star",
        "Test",
        "Jane Washington",
        "a sentence of many words that speaks of Paris and is no name at all",
    ],
)
def test_other_words_are_no_name_of_a_place(title):
    assert titled(title, gazetteer()) == ()
