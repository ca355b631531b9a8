from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from geo.exporting import xlsx
from geo.exporting.provenance import Provenance
from geo.exporting.table import COLUMNS
from geo.types import Article, When
from tests.stories import FOCUS, story

MADE_BY = Provenance("1.2", {"model": "c" * 64})


def written(*stories):
    out = BytesIO()
    xlsx.write(stories, out, MADE_BY)
    return out.getvalue()


def sheets(*stories):
    book = openpyxl.load_workbook(BytesIO(written(*stories)))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def records(rows):
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_the_sheets_hold_mentions_places_articles_and_what_made_them():
    told = replace(story("[Kyiv|kyiv], [Kiev|kyiv], [Lost|?]", title="Talks"), focus=FOCUS)
    found = sheets(told, story("[Kyiv|kyiv]", id="b"))
    assert list(found) == ["mentions", "places", "articles", "about"]
    assert tuple(found["mentions"][0]) == COLUMNS
    assert [row["surface"] for row in records(found["mentions"])] == ["Kyiv", "Kiev", "Lost", "Kyiv"]
    (kyiv,) = records(found["places"])
    assert (kyiv["name"], kyiv["lat"], kyiv["mentions"], kyiv["articles"]) == ("Kyiv", 50.4547, 3, 2)
    first, second = records(found["articles"])
    assert (first["id"], first["title"], first["mentions"], first["places"]) == ("talks", "Talks", 3, 1)
    assert (first["about"], second["about"]) == ("Gomel, Homyel Voblasc', Belarus", None)
    assert found["about"] == [["name", "value"], ["Dateline", "1.2"], ["model (SHA-256)", "c" * 64]]


def test_days_are_days_and_numbers_numbers():
    told = story("[Kyiv|kyiv]")
    when = When("2022-02-21", "2022-02-27", "this week", "days")
    (row,) = records(sheets(replace(told, mentions=(replace(told.mentions[0], when=when),)))["mentions"])
    assert (row["date"], row["when_from"]) == (datetime(2022, 2, 27), datetime(2022, 2, 21))
    assert (row["start"], row["lat"], row["boilerplate"], row["state"]) == (0, 50.4547, False, "unverified")


@pytest.mark.parametrize("day", ["1848-03-18", "no day", ""])
def test_what_excel_has_no_day_for_is_text(day):
    (row,) = records(sheets(story("[Kyiv|kyiv]", date=day))["articles"])
    assert row["date"] == (day or None)


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://evil")', "+1", "@SUM(A1)", "-1", " =1", "#N/A", "{=1}"])
def test_text_that_could_be_run_is_text_also_once_it_is_edited(parse, text):
    book = openpyxl.load_workbook(BytesIO(written(parse(Article("Minsk", id="a", title=text)))))
    cell = next(book["articles"].iter_rows(min_row=2))[1]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix or not text.lstrip().startswith(("=", "+", "@", "-", "#"))
    with ZipFile(BytesIO(written(parse(Article("Minsk", title=text))))) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_controls_are_dropped_and_what_excel_would_unescape_is_escaped(parse):
    (row,) = records(sheets(parse(Article("Minsk", title="a\0b\ud800 _x000D_")))["articles"])
    assert row["title"] == "ab\ufffd _x005F_x000D_"


def test_a_cell_is_no_longer_than_excel_takes(parse):
    (row,) = records(sheets(parse(Article("Minsk", title="a" * 40_000)))["articles"])
    assert len(row["title"]) == xlsx.LONGEST_CELL and row["title"].endswith("a…")


def test_a_full_sheet_goes_on_in_another(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    found = sheets(story("[Kyiv|kyiv], [Kiev|kyiv], [Lost|?]"))
    assert [row["surface"] for name in ("mentions", "mentions 2") for row in records(found[name])] == [
        "Kyiv",
        "Kiev",
        "Lost",
    ]


def test_nothing_in_the_file_says_when_it_was_made():
    with ZipFile(BytesIO(written(story()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2
