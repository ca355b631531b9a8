"""What the article view gets."""

from dataclasses import replace

from geo.drawing import text
from geo.drawing.style import ASSOCIATIVE, UNSURE
from tests.stories import story


def test_rows_are_numbers_that_cut_the_mentions_out_of_the_text():
    told = story()
    shown = text.article(told)
    assert [shown["text"][start:end] for _, start, end, _, _ in shown["mentions"]] == [m.surface for m in told.mentions]


def test_mentions_of_one_place_share_its_number_and_an_unresolved_one_has_none():
    shown = text.rows(story("[Kyiv|kyiv], [Nowhere|?], [Kiev|kyiv]"))
    assert [row[4] for row in shown] == [0, -1, 0]


def test_bits_tell_literal_associative_unsure_and_unknown_apart():
    shown = text.rows(story("[a|gomel] [b|moscow*] [c|paris-tx:0.5] [d|?]"))
    assert [row[3] for row in shown] == [0, ASSOCIATIVE, UNSURE, text.UNKNOWN]


def test_a_border_comes_before_the_country_inside_it():
    shown = text.rows(story("the [border with [Belarus|belarus]|border]"))
    assert [row[1:3] for row in shown] == [[4, 23], [16, 23]]


def test_a_headline_that_begins_the_text_is_not_shown_twice():
    shown = text.article(story("A headline\n\nThe text", title="A headline"))
    assert (shown["title"], shown["head"]) == ("", len("A headline"))


def test_a_headline_apart_from_the_text_stands_above_it():
    shown = text.article(story("The text", title="A headline"))
    assert (shown["title"], shown["head"]) == ("A headline", 0)


def test_an_emoji_counts_as_one_code_point():
    assert text.rows(story("😀 [Gomel|gomel]"))[0][1:3] == [2, 7]


def test_a_lone_surrogate_is_replaced_without_moving_an_offset():
    told = story("[Gomel|gomel]")
    shown = text.article(replace(told, article=replace(told.article, text="Gomel \ud800")))
    assert shown["text"] == "Gomel \ufffd"
