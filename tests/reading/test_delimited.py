import csv
import logging
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import InputError
from geo.reading import delimited
from geo.reading.columns import Columns
from geo.reading.delimited import read
from geo.reading.failures import stop
from tests.reading.made import ROWS, csv_file


def articles(data, on_error=stop, **words):
    return list(read("a.csv", BytesIO(data if isinstance(data, bytes) else data.encode()), on_error, **words))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_rows_are_read_whatever_parts_them(delimiter):
    found = articles(csv_file(delimiter=delimiter))
    assert [(a.id, a.title, a.text) for a in found] == [row[:3] for row in ROWS]
    assert [a.date for a in found] == ["2022-02-27", "2022-02-28"]
    assert [a.parts[0].label for a in found] == ["row 2", "row 3"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_rows_are_read_in_other_encodings(encoding):
    text = "id;text\n1;Переговоры начались в Минске в воскресенье, сообщили в министерстве.\n"
    assert articles(text.encode(encoding))[0].text.startswith("Переговоры начались в Минске")


def test_the_line_of_spreadsheets_that_tells_the_delimiter_is_no_row():
    (article,) = articles("sep=;\r\ntitle;text\r\nTalks;Minsk, Gomel\r\n")
    assert (article.text, article.id) == ("Minsk, Gomel", "a.csv:2")


def test_quotes_and_line_breaks_in_a_cell_are_kept():
    assert articles('id,text\n1,"He said ""no"".\r\nThen\nleft."\n')[0].text == 'He said "no".\r\nThen\nleft.'


def test_delimiters_that_nobody_quoted_stay_in_the_last_column(caplog):
    with caplog.at_level(logging.WARNING, logger="geo"):
        found = articles("id,text\n1,Minsk, Gomel, Brest\n2,Kyiv\n3,Lviv,,\n")
    assert [a.text for a in found] == ["Minsk, Gomel, Brest", "Kyiv", "Lviv"]
    assert "1 rows have more cells" in caplog.text


def test_columns_can_be_told():
    (article,) = articles("lead,text\nTalks,Minsk\n", columns=Columns(text="lead", title="text"))
    assert (article.text, article.title) == ("Talks", "Minsk")


def test_a_quote_that_is_never_closed_is_told_and_the_rows_before_it_are_read():
    failures = []
    assert [a.text for a in articles('id,text\n1,Minsk\n2,"Kyiv\n3,Lviv\n', failures.append)] == ["Minsk"]
    assert [str(error) for error in failures] == [
        "a.csv, row 3: a quote is opened and never closed; the rest is not read"
    ]


def test_a_row_that_is_too_long_is_told_and_rows_after_it_are_read(monkeypatch):
    monkeypatch.setattr(delimited, "LONGEST_ROW", 50)
    failures = []
    found = articles("id,text\n1,Minsk\n2," + "x" * 60 + "\n3,Kyiv\n", failures.append)
    assert [a.text for a in found] == ["Minsk", "Kyiv"]
    assert "row 3: cannot be taken apart (it is longer than" in str(failures[0])


def test_an_article_longer_than_the_limit_of_csv_is_read_and_the_limit_stays():
    before = csv.field_size_limit()
    assert len(articles("id,text\n1," + "x" * (before + 1))[0].text) == before + 1
    assert csv.field_size_limit() == before


def test_rows_come_as_they_are_read():
    class Endless(BytesIO):
        def read(self, size=-1):
            return (b"id,text\n" + b"1,Minsk\n" * 4096)[:size]

        def readinto(self, buffer):
            raise AssertionError("not asked")

    assert next(read("a.csv", Endless(), stop)).text == "Minsk"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "holds no row"),
        (b"\r\n\r\n", "holds no row"),
        (b"a,b\n1,2\n", "has no column of text; it has the columns “a”, “b”"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\0" * 100, "is not a text file"),
        (b'"', "a quote is opened and never closed"),
    ],
)
def test_what_is_no_table_of_texts_is_refused_in_words(data, why):
    with pytest.raises(InputError, match=why):
        articles(data)


@given(st.binary(max_size=200) | st.text(alphabet='a,;\t|"\r\n\0 é1', max_size=80).map(str.encode))
def test_any_bytes_give_articles_and_told_failures_and_nothing_else(data):
    failures = []
    found = articles(data, failures.append)
    assert all(article.text.strip() for article in found)
    assert all(isinstance(error, InputError) and "\n" not in str(error) for error in failures)
    assert found or failures
