import pytest

from geo.boilerplate.lines import lines
from geo.boilerplate.lists import LEAST_APART, headline_lists, menus, repeated
from geo.boilerplate.phrases import HEADLINES, NAVIGATION, REPEATED, TAGS

PARAGRAPH = "The second well was dry by March and the pump was carried to the market. " * 10


def found(find, text):
    return [(span.reason, text[span.start : span.end]) for span in find(list(lines(text)))]


@pytest.mark.parametrize(
    "row",
    [
        "Home | News | Sport",
        "Politics • Business • Riga • Culture",
        "Home » World » Latvia",
        "Home > Europe",
        "News / Sport / Weather",
    ],
)
def test_a_row_of_sections_is_a_menu(row):
    assert found(menus, f"{row}\nRiga is cold.") == [(NAVIGATION, row)]


@pytest.mark.parametrize(
    "row",
    ["Kyiv | Lviv | Odesa", "Home", "Riga | 4 degrees | snow", "Sport: Riga | Oslo", "A > B", "|||", "Home is Riga"],
)
def test_a_row_of_towns_or_figures_is_none(row):
    assert found(menus, row) == []


def test_sections_below_each_other_are_a_menu_and_two_of_them_subheadings():
    assert found(menus, "Menu\nHome\nNews\nRiga is cold.") == [(NAVIGATION, "Menu\nHome\nNews")]
    assert found(menus, "Culture\nSport\nRiga is cold.") == []


def test_headlines_below_most_read_are_a_list_to_the_next_empty_line():
    text = "Riga is cold.\n\nMost read\nStorm over Oslo\nWhy is Tallinn dark?\n\nWhat the mayor says\n\nIt is cold, he said."
    assert found(headline_lists, text) == [(HEADLINES, "Most read\nStorm over Oslo\nWhy is Tallinn dark?")]


def test_headlines_below_a_mere_read_more_are_a_list_and_a_paragraph_is_none():
    text = "Riga is cold.\n\nREAD MORE\nStorm over Oslo\nWhy is Tallinn dark?\n\n“It is cold,” he said."
    assert found(headline_lists, text) == [(HEADLINES, "READ MORE\nStorm over Oslo\nWhy is Tallinn dark?")]
    assert found(headline_lists, "Riga is cold.\n\nRead more\n\nWhat the mayor says\n\nIt is cold, he said.") == []


def test_a_paragraph_behind_an_empty_line_leaves_the_list_whole():
    text = "Most read\nStorm closes Oslo\nIce closes Riga\n\nIt is cold."
    assert found(headline_lists, text) == [(HEADLINES, "Most read\nStorm closes Oslo\nIce closes Riga")]


def test_where_each_headline_stands_apart_the_last_before_a_paragraph_is_its_subheading():
    box = "Related stories\n\nStorm over Oslo\n\nTallinn is dark"
    assert found(headline_lists, box) == [(HEADLINES, box)]
    assert found(headline_lists, f"{box}\n\nWhat the mayor says\n\nIt is cold, he said.") == [(HEADLINES, box)]


def test_tags_may_stand_below_each_other_too():
    assert found(headline_lists, "It is cold.\n\nRelated topics\nRiga\nLatvia") == [
        (TAGS, "Related topics\nRiga\nLatvia")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Recommended\nRiga\nOslo\nBergen\n\nWe went.",
        "Most read\nIt is cold, he said.",
        "Most read",
        "Most read books\nRiga\nOslo",
        "Affected towns\nRiga\nOslo",
    ],
)
def test_without_headlines_below_it_a_title_is_no_list(text):
    assert found(headline_lists, text) == []


def test_what_stands_on_every_page_is_told_whatever_the_number_of_the_page():
    text = "\n".join(f"Rural Water Programme {page}\n{PARAGRAPH}" for page in (1, 2, 3))
    assert found(repeated, text) == [(REPEATED, f"Rural Water Programme {page}") for page in (1, 2, 3)]


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("Rural Water Programme", 2),
        ("Nevermore", 3),
        ("It is cold in Riga.", 3),
        ("Name: Riga Castle", 3),
        ("14:05", 3),
        ("What did he say?", 0),
    ],
)
def test_what_comes_twice_or_is_a_sentence_a_label_or_a_word_is_none(line, times):
    assert found(repeated, "\n".join(f"{line}\n{PARAGRAPH}" for _ in range(times))) == []


def test_a_refrain_comes_back_too_soon():
    assert len(PARAGRAPH) > LEAST_APART
    assert found(repeated, "And Lisbon waits\nThe ships go out\n" * 5) == []
