"""What the article view gets."""

from dataclasses import replace

from geo.drawing import text
from geo.drawing.style import ASSOCIATIVE, UNSURE
from geo.types import Boilerplate, Focus
from tests.stories import FOCUS, story


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


def test_what_is_not_of_the_article_is_told_with_its_reason():
    aside = replace(story("Also read: Rain\n\nText"), boilerplate=(Boilerplate(0, 15, "a link to another story"),))
    assert text.article(aside)["asides"] == [[0, 15, "Left out: a link to another story"]]
    assert text.article(story("Text"))["asides"] == []


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


def about(marked, focus=FOCUS):
    told = story(marked)
    return text.article(replace(told, focus=focus))["about"]


def test_the_line_on_the_focus_names_its_parts_with_the_first_mention_of_each():
    ((at, parts, sure, reasons),) = about("[Kyiv|kyiv*] spoke. In [Gomel|gomel] and [Gomel|gomel], [Belarus|belarus].")
    assert (at, sure, reasons) == (0, "very likely", list(FOCUS.reasons))
    assert parts == [
        ["Gomel", "Very likely, 88%", 1],
        ["Homyel Voblasc'", "Very likely, 91%", -1],
        ["Belarus", "Almost certain, 97%", 3],
    ]


def test_a_story_without_mentions_or_one_that_was_not_asked_about_has_no_such_line():
    assert about("Soup.", Focus(reasons=("no place is named",))) == about("In [Gomel|gomel].", None) == []


def test_a_focus_on_nowhere_says_so_and_how_sure_is_left_out():
    ((_, parts, sure, reasons),) = about("[Kyiv|kyiv] and [Minsk|minsk]", Focus(reasons=("in one breath",)))
    assert (parts, sure, reasons) == ([["no one place", "", -1]], "", ["in one breath"])


def test_a_lone_surrogate_in_the_name_of_a_focus_can_be_sent():
    evil = replace(FOCUS.place, place=replace(FOCUS.place.place, name="G\ud800"))
    assert about("[Gomel|gomel]", replace(FOCUS, place=evil))[0][1][0][0] == "G\ufffd"
