import pytest

from geo.errors import BadRecord
from geo.gazetteer.own.linked_places import read
from tests.gazetteer.own.told import rows_of

HEADER = "id\ttitle\ttitle_source\tstart\tvariants\tccodes\ttypes\tfclasses\tlon\tlat\tgeowkt"


def test_a_linked_place_has_its_title_variants_codes_types_and_position():
    row = "b7\tBabruysk\tAn Atlas\t1387\tBobruisk;Бабруйск\tBY\tcity\tP\t29.23\t53.15\t"
    rows, told = rows_of(read, f"{HEADER}\n{row}\n")
    assert rows[0].where == "line 2" and told == []
    assert rows[0].cells == {
        "name": "Babruysk", "lat": "53.15", "lon": "29.23", "id": "b7", "names": "Bobruisk;Бабруйск", "country": "BY",
        "feature": "city", "feature_class": "P", "wkt": "",
    }  # fmt: skip


def test_a_stray_quote_swallows_no_line():
    rows, _ = rows_of(read, 'title\tlat\tlon\n"Mill\t1\t2\nThe "Ford"\t3\t4\n"The ""Inn"""\t5\t6\n')
    assert [row.cells["name"] for row in rows] == ['"Mill', 'The "Ford"', 'The "Inn"']


def test_short_rows_lack_fields_and_blank_ones_are_counted():
    rows, _ = rows_of(read, "title\tlat\tlon\r\n\r\nMill\r\n")
    assert [(row.where, row.cells) for row in rows] == [("line 3", {"name": "Mill"})]


def test_a_cell_may_be_as_long_as_a_coastline():
    rows, _ = rows_of(read, f"title\tgeowkt\nMill\t{'9' * 500_000}\n")
    assert len(rows[0].cells["wkt"]) == 500_000


def test_a_table_without_a_title_is_none():
    with pytest.raises(BadRecord, match="no column for the name"):
        rows_of(read, "id\tlat\tlon\n1\t2\t3\n")
