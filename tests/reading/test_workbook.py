from datetime import datetime

import pytest

from geo.errors import InputError
from geo.reading import workbook
from geo.reading.workbook import sheets
from tests.reading.made import broken_xlsx, xlsx_file


def test_sheets_give_their_filled_rows_as_text_with_their_numbers():
    data = xlsx_file({"News": [["text", "date", "n"], [], ["Minsk", datetime(2022, 2, 27), 3.0]], "Empty": []})
    assert sheets(data, name="a.xlsx") == [("News", [(1, ["text", "date", "n"]), (3, ["Minsk", "2022-02-27", "3"])])]


def test_times_and_fractions_keep_what_they_say():
    ((_, rows),) = sheets(xlsx_file({"N": [[datetime(2022, 2, 27, 9, 30), 2.5, True, 0]]}), name="a.xlsx")
    assert rows == [(1, ["2022-02-27 09:30:00", "2.5", "True", "0"])]


def test_hidden_sheets_are_left_out():
    data = xlsx_file({"News": [["text"]], "Lists": [["hidden"]]}, hidden=("Lists",))
    assert [title for title, _ in sheets(data, name="a.xlsx")] == ["News"]


def test_a_sheet_that_says_it_has_a_billion_rows_has_those_it_has(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 1000)
    row = '<row r="{}"><c t="inlineStr"><is><t>Minsk</t></is></c></row>'
    data = broken_xlsx(rows=row.format(1) + row.format(5) + row.format(10**9))
    assert sheets(data, name="a.xlsx") == [("News", [(1, ["Minsk"]), (5, ["Minsk"])])]


def test_cells_far_to_the_right_are_left_out():
    assert sheets(broken_xlsx(rows='<row r="1"><c r="XFD1"><v>1</v></c></row>'), name="a.xlsx") == []


def test_a_text_that_is_stored_once_and_said_often_ends_at_the_limit(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_TEXT", 1000)
    data = broken_xlsx(strings="<si><t>" + "a" * 300 + "</t></si>", rows='<row><c t="s"><v>0</v></c></row>' * 4)
    with pytest.raises(InputError, match="holds more than 0 MB of text"):
        sheets(data, name="a.xlsx")


def test_an_entity_bomb_is_refused_before_it_grows():
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    data = broken_xlsx(rows="", strings="<si><t>&j;</t></si>", declared=f"<!DOCTYPE sst [{entities}]>")
    with pytest.raises(Exception, match="EntitiesForbidden|could not read strings"):
        sheets(data, name="a.xlsx")
