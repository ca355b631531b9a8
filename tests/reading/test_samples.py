"""The shipped articles are what the app opens with, so their promises are tested like code."""

import re

import pytest

from geo import files
from geo.errors import DataError
from geo.reading import read, sample_articles

SAMPLES = sample_articles()


def test_there_are_at_least_five_and_the_talks_of_2022_come_first():
    assert len(SAMPLES) >= 5
    assert (SAMPLES[0].id, SAMPLES[0].date) == ("2022-02-27-gomel-talks", "2022-02-27")


@pytest.mark.parametrize("article", SAMPLES, ids=lambda article: article.id)
def test_a_sample_has_a_headline_a_day_and_250_to_600_words(article):
    assert article.text.startswith(f"{article.title}\n\n")
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", article.date)
    assert 250 <= len(article.text.split()) <= 600


@pytest.mark.parametrize(
    "words",
    [
        "Gomel",
        "Gomel Region",
        "Chernobyl exclusion zone",
        "its border with Belarus",
        "Kyiv",
        "Kiev",
        "Minsk",
        "Moscow",
        "Kharkiv",
        "Donetsk and Lugansk",
        "MINSK, Feb 27 —",
        "date 2022-02-27",
        "Also Read - ",
    ],
)
def test_the_first_sample_shows_what_dateline_is_for(words):
    assert words in SAMPLES[0].text


def test_the_samples_have_the_same_text_when_their_folder_is_read():
    assert [article.text for article in read(files.ARTICLES)] == [article.text for article in SAMPLES]


def test_a_missing_folder_says_how_to_get_it_back(tmp_path):
    with pytest.raises(DataError, match="git checkout"):
        sample_articles(tmp_path / "articles")
