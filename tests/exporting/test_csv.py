import csv
from io import StringIO

import pytest

from geo.exporting.csv import cell, write
from geo.exporting.table import COLUMNS
from geo.types import Article


def written(*stories):
    out = StringIO(newline="")
    write(stories, out)
    return list(csv.DictReader(StringIO(out.getvalue(), newline="")))


def test_a_row_for_each_mention_under_one_header(parse):
    rows = written(parse(Article("Minsk, Paris", id="a")), parse(Article("Minsk", id="b")))
    assert [(row["id"], row["surface"], row["lat"]) for row in rows] == [
        ("a", "Minsk", "53.9"),
        ("a", "Paris", "33.66094"),
        ("b", "Minsk", "53.9"),
    ]
    assert tuple(rows[0]) == (*COLUMNS, "made_by")


def test_what_is_unknown_is_an_empty_cell(parse):
    (row,) = written(parse("Nowhere"))
    assert (row["place_id"], row["lat"]) == ("", "")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201", "\0=1"],
)
def test_text_that_a_spreadsheet_would_run_is_set_off_by_an_apostrophe(text):
    assert cell(text).startswith("'")


@pytest.mark.parametrize("value", ["Minsk", "a=b", "", "'quoted", -95.55, 0, None])
def test_harmless_text_and_numbers_stay_as_they_are(value):
    assert cell(value) == value


def test_a_hostile_sentence_reaches_the_file_as_text(parse):
    (row,) = written(parse('=HYPERLINK("http://evil","Minsk")'))
    assert row["excerpt"] == '\'=HYPERLINK("http://evil","Minsk")'


def test_controls_are_dropped_and_lone_surrogates_replaced():
    assert cell("Mi\0nsk\ud800") == "Minsk\ufffd"
