import pytest

from geo.errors import BadRecord
from geo.gazetteer.own.csv import delimiter, read
from tests.gazetteer.own.told import rows_of


def test_rows_carry_their_line_and_the_fields_they_have():
    rows, told = rows_of(read, "name,lat,lon,notes\nCamp Zulu,52.1,30.2,x\n\nMill,1\n")
    assert [(row.where, row.cells) for row in rows] == [
        ("line 2", {"name": "Camp Zulu", "lat": "52.1", "lon": "30.2"}),
        ("line 4", {"name": "Mill", "lat": "1"}),
    ]
    assert told == []


@pytest.mark.parametrize(
    ("header", "parted"), [("name;lat;lon", ";"), ('"a,b,c,d"\tname', "\t"), ("a|b,c|d", "|"), ("name", ",")]
)
def test_the_delimiter_is_what_the_header_has_most_of_outside_quotes(header, parted):
    assert delimiter(header) == parted


def test_a_spreadsheets_own_word_on_the_delimiter_is_taken_and_its_line_counted():
    rows, _ = rows_of(read, "sep=;\r\nname;lat;lon\r\nMill;1,5;2\r\n")
    assert [(row.where, row.cells["lat"]) for row in rows] == [("line 3", "1,5")]


def test_line_breaks_within_quotes_do_not_upset_the_count():
    rows, _ = rows_of(read, 'name,lat,lon\n"Old\nMill",1,2\nFord,3,4\n')
    assert [(row.where, row.cells["name"]) for row in rows] == [("line 2", "Old\nMill"), ("line 4", "Ford")]


def test_a_cell_of_a_megabyte_is_told_and_the_next_row_is_read():
    rows, told = rows_of(read, f"name,lat,lon\n{'x' * 2**20},1,2\nFord,3,4\n")
    assert [row.cells["name"] for row in rows] == ["Ford"]
    assert len(told) == 1 and told[0].startswith("mine, line 2: cannot be taken apart (field larger than")


def test_a_quote_that_is_never_closed_is_told_with_the_lines_it_swallowed():
    filler = "Ford,3,4\n" * 20_000
    rows, told = rows_of(read, f'name,lat,lon\nMill,1,2\n"Open,1,2\n{filler}')
    assert rows[0].cells["name"] == "Mill"
    assert "mine, lines 3 to" in told[0] and "a quote opened there and never closed" in told[0]


def test_a_quote_that_swallows_the_rest_is_told_by_the_line_that_opens_it():
    rows, told = rows_of(read, 'name,lat,lon\nMill,1,2\n"Open,1,2\nFord,3,4\nLast,5,6\n')
    assert [row.cells["name"] for row in rows] == ["Mill"]
    assert told == ["mine, line 3: a quote is opened and never closed"]


def test_a_quote_that_closes_at_the_end_of_the_file_is_closed():
    rows, told = rows_of(read, 'name,lat,lon\nMill,1,"2\n"')
    assert [row.cells["lon"] for row in rows] == ["2\n"] and told == []


def test_an_open_quote_in_the_header_is_told():
    with pytest.raises(BadRecord, match="^in the header a quote is opened and never closed$"):
        rows_of(read, 'name,lat,"lon\nMill,1,2\n')


def test_nuls_are_part_of_a_cell():
    rows, told = rows_of(read, "name,lat,lon\nMi\0ll,1,2\n")
    assert [row.cells["name"] for row in rows] == ["Mi\0ll"] and told == []


@pytest.mark.parametrize("text", ["", "\n", "Minsk,53.9,27.6\n", f"{'x' * 2**20}\n"])
def test_a_file_without_a_header_is_none(text):
    with pytest.raises(BadRecord):
        rows_of(read, text)
