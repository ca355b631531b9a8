from datetime import date

import pytest

from geo.exporting.cleaning import as_day, cited, one_line, without_controls
from geo.types import Article


def test_controls_go_but_tabs_and_line_breaks_stay():
    assert without_controls("a\0b\x1bc\td\r\ne\x7f\uffff") == "abc\td\r\ne"


@pytest.mark.parametrize("clean", [without_controls, one_line])
def test_a_lone_surrogate_becomes_the_replacement_character(clean):
    assert clean("Minsk\udc80") == "Minsk\ufffd"


@pytest.mark.parametrize(
    "text", ["\x1b[31mMinsk", "Mi\nnsk", "\u202eMinsk", "\x9b2JMinsk", "\rMinsk", "\u2066Minsk", "\ufeffMinsk"]
)
def test_one_line_leaves_nothing_that_moves_a_cursor_or_turns_the_writing(text):
    assert all(character.isprintable() for character in one_line(text))


@pytest.mark.parametrize(
    ("text", "day"), [("2022-02-27", date(2022, 2, 27)), ("2022-02-31", None), ("soon", None), (None, None)]
)
def test_a_day_is_a_day_or_none(text, day):
    assert as_day(text) == day


def test_an_article_is_cited_by_what_is_known_of_it():
    assert cited(Article("x", "a", "Talks\n", "2022-02-27", outlet="The Paper")) == "Talks, The Paper, 2022-02-27"
    assert (cited(Article("x", "a")), cited(Article("x"))) == ("a", "")
