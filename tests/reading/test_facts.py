import pytest

from geo.reading.facts import LONGEST, article

PAGE = "the page's metadata"


def test_what_a_document_says_is_kept_with_where_it_says_so():
    found = article(
        "Minsk", "a.html", {"title": ("Talks", PAGE), "date": ("27 Feb 2022", PAGE), "outlet": (None, PAGE)}
    )
    assert (found.id, found.source, found.title, found.date, found.outlet) == (
        "a.html",
        "a.html",
        "Talks",
        "2022-02-27",
        None,
    )
    assert found.told == {"title": PAGE, "date": PAGE}


def test_standard_input_is_no_source():
    assert article("Minsk", "-", {}).source is None


def test_a_title_over_several_lines_becomes_one():
    assert article("x", "a", {"title": ("Talks\r\n in\0Minsk ", PAGE)}).title == "Talks in Minsk"


@pytest.mark.parametrize("value", [None, "", " \n", 5, ["x"]])
def test_what_is_no_text_is_unknown_and_told_by_nobody(value):
    found = article("x", "a", {"author": (value, PAGE)})
    assert found.author is None and found.told == {}


def test_an_ambiguous_date_is_unknown():
    assert article("x", "a", {"date": ("03/04/2022", PAGE)}).told == {}


def test_a_text_in_the_place_of_a_title_is_cut():
    assert len(article("x", "a", {"title": ("x" * 10_000, PAGE)}).title) == LONGEST
