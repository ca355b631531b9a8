import pytest

from geo.errors import BadRecord, InputError
from geo.reading import table
from geo.reading.columns import Columns
from geo.reading.failures import stop
from geo.reading.table import articles, language_code, unique, with_columns
from geo.types import Part

TEXT = "Talks began in Minsk on Sunday."
HEADER = ["id", "title", "text", "date", "url", "author", "outlet", "lang"]
ROW = ["a1", "Talks\nbegin", f" {TEXT}", "27 Feb 2022", "https://news.example/a1", "A. Writer", "The Daily", "en-GB"]


def read(*rows, columns=None, on_error=stop, **words):
    return list(articles("a.csv", enumerate(rows, start=1), columns, on_error, **words))


def test_every_column_becomes_its_field_and_says_so():
    (article,) = read(HEADER, ROW)
    assert (article.id, article.title, article.text, article.date) == ("a1", "Talks begin", f" {TEXT}", "2022-02-27")
    assert (article.address, article.source) == ("https://news.example/a1", "https://news.example/a1")
    assert (article.author, article.outlet, article.language) == ("A. Writer", "The Daily", "en")
    assert article.told["date"] == "column “date”" and article.told["text"] == "column “text”"
    assert article.parts == (Part(0, len(article.text), "row 2"),)


def test_a_row_without_id_is_called_by_file_and_row():
    (article,) = read(["text"], [TEXT])
    assert (article.id, article.source) == ("a.csv:2", "a.csv")


def test_blank_rows_are_skipped_and_counted():
    assert [a.id for a in read(["text"], ["  "], [TEXT], [], [TEXT])] == ["a.csv:3", "a.csv:5"]


def test_a_title_above_the_header_does_no_harm():
    assert [a.text for a in read(["News of 2022"], [""], ["id", "text", "date"], ["1", TEXT, ""])] == [TEXT]


def test_a_table_without_header_is_read_from_its_first_row():
    found = read(["1", "https://news.example/1", TEXT], ["2", "https://news.example/2", TEXT])
    assert [a.address for a in found] == ["https://news.example/1", "https://news.example/2"]
    assert found[0].told["text"] == "column “column 3”"


def test_rows_without_a_text_are_told_and_the_others_read():
    failures = []
    assert len(read(["id", "text"], ["1", ""], ["2", TEXT], ["3"], on_error=failures.append)) == 1
    assert [str(error) for error in failures] == [
        "a.csv, row 2: has no text in column “text”",
        "a.csv, row 4: has no text in column “text”",
    ]
    assert all(isinstance(error, BadRecord) for error in failures)


def test_a_text_that_is_too_long_is_told(monkeypatch):
    monkeypatch.setattr(table, "LONGEST_CELL", 20)
    with pytest.raises(BadRecord, match="row 2: its text is longer than"):
        read(["text"], [TEXT])


def test_after_many_bad_rows_only_their_number_is_told():
    failures = []
    read(["id", "text"], *[["1", ""]] * 150, ["2", TEXT], on_error=failures.append)
    assert len(failures) == 101
    assert str(failures[-1]) == "a.csv: 50 more rows cannot be read"


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], "holds no row$"),
        ([["", " "]], "holds no row$"),
        ([["id", "text"]], "holds no row below its header"),
        ([["a", "b"], ["1", "2"]], "has no column of text; it has the columns “a”, “b”"),
    ],
)
def test_a_table_with_nothing_to_read_says_so(rows, why):
    with pytest.raises(InputError, match=f"a.csv: {why}"):
        read(*rows)


def test_rows_up_to_where_the_file_breaks_are_read():
    def broken():
        yield 1, ["text"]
        yield 2, [TEXT]
        raise InputError("a.csv: is damaged")

    failures = []
    assert len(list(articles("a.csv", broken(), None, failures.append))) == 1
    assert [str(error) for error in failures] == ["a.csv: is damaged"]


def test_a_header_that_is_no_row_is_taken_as_it_is():
    (article,) = read([TEXT, "x"], header=["text", "id"], source="a.xlsx")
    assert (article.id, article.text, article.source) == ("x", TEXT, "a.xlsx")


def test_columns_are_told_through_a_reader():
    def reader(name, stream, on_error, *, columns=None):
        return articles(name, enumerate([["text", "lead"], [TEXT, "Talks"]], start=1), columns, on_error)

    assert [a.text for a in with_columns(reader, Columns(text="lead"))("a.csv", None, stop)] == ["Talks"]


def test_every_column_gets_a_name_of_its_own():
    assert unique(["text", " a \n b ", "", "text"]) == ["text", "a b", "column 3", "text (2)"]


@pytest.mark.parametrize(
    ("cell", "code"), [("en", "en"), ("EN-GB", "en"), ("pt_BR", "pt"), ("ceb", "ceb"), ("English", None), ("", None)]
)
def test_a_language_is_told_by_its_code(cell, code):
    assert language_code(cell) == code


def test_what_is_no_web_address_is_no_address():
    (article,) = read(["text", "url", "url2"], [TEXT, "javascript:alert(1)", ""], columns=Columns(address="url"))
    assert article.address is None


def test_what_follows_very_many_blank_rows_is_not_read(monkeypatch):
    monkeypatch.setattr(table, "MOST_BLANK", 5)
    failures = []
    assert len(read(["text"], *[[""]] * 5, [TEXT], *[[""]] * 6, [TEXT], on_error=failures.append)) == 1
    assert [str(error) for error in failures] == ["a.csv: more than 5 rows are blank; the rest is not read"]


def test_rows_between_very_many_blank_ones_earn_only_so_many_more(monkeypatch):
    monkeypatch.setattr(table, "MOST_BLANK", 5)
    monkeypatch.setattr(table, "BLANK_A_ROW", 2)
    failures = []
    assert len(read(["text"], *[*[[""]] * 3, [TEXT]] * 9, on_error=failures.append)) == 3
    assert len(failures) == 1
