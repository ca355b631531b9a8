from dataclasses import replace
from io import StringIO

import pytest

from geo.exporting.terminal import lines, write
from geo.types import Article, Focus, Mention, Story
from tests.stories import FOCUS, story


def test_a_line_tells_text_place_coordinates_confidence_and_reason(parse):
    title, header, line = lines(parse(Article("In Minsk.", id="a.txt", title="Talks")))
    assert title == "a.txt · Talks"
    assert header.split() == ["TEXT", "PLACE", "LAT", "LON", "SURE", "ROLE", "WHY"]
    assert line == "  Minsk  Minsk, Minsk City, BY  53.9000  27.5667   97%  literal  the only Minsk named here"


def test_a_government_is_told_from_a_location():
    told = lines(story("[Moscow|moscow*] flew to [Minsk|minsk]."))
    assert [line.split("97%  ")[1].split()[0] for line in told[2:]] == ["associative", "literal"]


def test_an_unlocated_mention_says_so_and_why(parse):
    assert lines(parse("Nowhere"))[2].split("  ")[1:3] == ["Nowhere", "not located"]


def test_a_story_without_places_says_so(parse):
    assert lines(parse("")) == ["(no name)", "  no places found"]


def test_documents_are_set_off_by_an_empty_line(parse):
    out = StringIO()
    write([parse(Article("", id="a")), parse(Article("", id="b"))], out)
    assert out.getvalue() == "a\n  no places found\n\nb\n  no places found\n"


@pytest.mark.parametrize("surface", ["M" * 100_000, "東" * 1000, "M" + "\u0301" * 100_000, "Minsk\n\x1b[2J" * 50])
def test_a_monstrous_surface_is_cut_and_keeps_its_line(surface):
    story = Story(Article(surface), (Mention(0, len(surface), surface),))
    line = lines(story)[2]
    assert len(line) < 400 and line.isprintable()


def test_wide_letters_keep_the_columns_aligned():
    text = "東京 Minsk"
    story = Story(Article(text), (Mention(0, 2, "東京"), Mention(3, 8, "Minsk")))
    wide, narrow = lines(story)[2:]
    assert wide.index("not located") + 2 == narrow.index("not located")


def test_a_line_under_the_title_says_what_the_document_is_about():
    told = replace(story("In [Gomel|gomel]."), focus=FOCUS)
    assert lines(told)[1] == "  about Gomel, Homyel Voblasc', Belarus · 88% · the headline names Gomel"


def test_a_document_about_nowhere_says_why_and_one_without_places_only_that():
    nowhere = Focus(reasons=("Peru and Chile are named in one breath",))
    told = replace(story("In [Gomel|gomel]."), focus=nowhere)
    assert lines(told)[1] == "  about no one place · Peru and Chile are named in one breath"
    assert lines(replace(story("Soup."), focus=nowhere))[1:] == ["  no places found"]


@pytest.mark.parametrize("name", ["\x1b[2J\nX", "X" * 10_000])
def test_a_monstrous_name_of_a_focus_keeps_its_line(name):
    place = replace(FOCUS.place.place, name=name)
    told = replace(story("In [Gomel|gomel]."), focus=replace(FOCUS, place=replace(FOCUS.place, place=place)))
    assert lines(told)[1].isprintable() and len(lines(told)[1]) < 400
