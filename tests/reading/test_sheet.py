import logging
from io import BytesIO

import pytest

from geo.errors import InputError
from geo.reading import bounded
from geo.reading.columns import Columns
from geo.reading.failures import stop
from geo.reading.sheet import read
from tests.reading.made import ROWS, broken_xlsx, xlsx_file

TEXT = "Talks began in Minsk on Sunday."


def articles(data, on_error=stop, **words):
    return list(read("a.xlsx", BytesIO(data), on_error, **words))


def test_rows_are_read_with_what_their_columns_say():
    found = articles(xlsx_file())
    assert [(a.id, a.title, a.text) for a in found] == [row[:3] for row in ROWS]
    assert [(a.date, a.address) for a in found] == [("2022-02-27", ROWS[0][4]), ("2022-02-28", ROWS[1][4])]


def test_sheets_without_texts_are_skipped_with_a_warning(caplog):
    data = xlsx_file({"Notes": [["a", "b"], ["1", "2"]], "News": [["text"], [TEXT]], "Old": [["text"], [], [TEXT]]})
    with caplog.at_level(logging.WARNING, logger="geo"):
        found = articles(data)
    assert [(a.id, a.source) for a in found] == [("a.xlsx:News:2", "a.xlsx"), ("a.xlsx:Old:3", "a.xlsx")]
    assert "a.xlsx:Notes: has no column of text" in caplog.text


def test_columns_can_be_told():
    (article,) = articles(xlsx_file({"News": [["text", "lead"], ["x", TEXT]]}), columns=Columns(text="lead"))
    assert article.text == TEXT


def test_a_row_without_text_is_told_with_its_sheet():
    failures = []
    assert len(articles(xlsx_file({"News": [["id", "text"], ["1", TEXT], ["2", ""]]}), failures.append)) == 1
    assert [str(error) for error in failures] == ["a.xlsx:News, row 3: has no text in column “text”"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "cannot be read as an Excel workbook"),
        (b"PK\x03\x04junk", "cannot be read as an Excel workbook"),
        (xlsx_file()[:-100], "cannot be read as an Excel workbook"),
        (broken_xlsx(rows="<row><c>"), "cannot be read as an Excel workbook"),
        (xlsx_file({"News": []}), "holds no row"),
        (xlsx_file({"News": [["a", "b"], [1, 2]]}), "News: has no column of text; it has the columns “a”, “b”"),
    ],
)
def test_what_cannot_be_read_is_one_line(data, why):
    with pytest.raises(InputError, match=why) as caught:
        articles(data)
    assert "\n" not in str(caught.value)


def test_a_workbook_that_would_fill_the_memory_is_stopped(monkeypatch):
    monkeypatch.setattr(bounded, "MEMORY_MB", 300)
    bounded.close()
    with pytest.raises(InputError, match="cannot be read as an Excel workbook"):
        articles(broken_xlsx(rows="<row>" + "<c/>" * 2_000_000 + "</row>"))
    bounded.close()
