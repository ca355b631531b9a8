import json
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from geo.errors import InputError
from geo.reading import columnar
from geo.reading.columnar import columns, rows
from tests.reading.made import parquet_file

TEXT = "Talks began in Minsk on Sunday."


def opened(table, **words):
    return columns(parquet_file(table, **words), name="a.parquet")


def everything():
    pieces = [rows(b"", name="a.parquet")]
    while pieces[-1]["more"]:
        pieces.append(rows(b"", name="a.parquet"))
    return pieces


def test_plain_values_come_as_text_which_json_can_say():
    table = {"text": [TEXT, None], "day": [date(2022, 2, 27), None], "n": [7, 8], "share": [Decimal("0.50"), None]}
    assert opened(table) == ["text", "day", "n", "share"]
    (piece,) = json.loads(json.dumps(everything()))
    assert piece == {"rows": [[TEXT, "2022-02-27", "7", "0.50"], ["", "", "8", ""]], "more": False, "error": None}


def test_lists_records_and_bytes_are_no_columns():
    assert opened({"text": [TEXT], "tags": [["a"]], "raw": [b"b"], "who": [{"name": "Ann"}]}) == ["text"]


def test_columns_beyond_the_limit_are_left_out(monkeypatch):
    monkeypatch.setattr(columnar, "MOST_COLUMNS", 1)
    assert opened({"text": [TEXT], "title": ["Talks"]}) == ["text"]


def test_rows_come_in_pieces_and_in_their_order(monkeypatch):
    monkeypatch.setattr(columnar, "PIECE", 100)
    opened({"n": range(5)})
    pieces = everything()
    assert [len(piece["rows"]) for piece in pieces] == [2, 2, 1]
    assert [cells for piece in pieces for cells in piece["rows"]] == [[str(n)] for n in range(5)]


def test_long_rows_are_unpacked_a_few_at_once(monkeypatch):
    monkeypatch.setattr(columnar, "BATCH_BYTES", 2**21)
    file, _ = columnar._opened("a.parquet", pa.BufferReader(parquet_file({"text": [f"{n}" * 2**19 for n in range(8)]})))
    assert columnar._batch(file.metadata.row_group(0)) == 3


def test_a_file_on_disk_is_read_by_its_path(tmp_path):
    path = tmp_path / "a.parquet"
    path.write_bytes(parquet_file({"text": [TEXT]}))
    assert columns(b"", name="a.parquet", path=str(path)) == ["text"]
    assert everything()[0]["rows"] == [[TEXT]]


def test_a_text_that_is_too_long_is_cut_where_it_can_be_told_to_be(monkeypatch):
    monkeypatch.setattr(columnar, "LONGEST_CELL", 10)
    opened({"text": ["Gomel " * 10, "Гомель " * 10]})
    assert everything()[0]["rows"] == [["Gomel Gomel"], ["Гомель Гоме"]]


def test_a_column_that_unpacks_to_thousands_of_times_its_size_is_refused(monkeypatch):
    monkeypatch.setattr(columnar, "RATIO_FROM", 2**16)
    with pytest.raises(InputError, match="its column “text” unpacks to [\\d,]+ times its size"):
        opened({"text": ["a" * 2**24]}, compression="zstd")


def test_rows_before_the_damage_are_read_and_the_damage_is_told():
    good = parquet_file({"text": [f"{n} {TEXT}" for n in range(200)]}, row_group_size=100, compression="none")
    at = good.rindex(b"150 Talks")
    columns(good[:at] + b"\xff" * 9 + good[at + 9 :], name="a.parquet")
    (piece,) = everything()
    assert [len(piece["rows"]), piece["more"]] == [100, False]
    assert piece["error"].startswith("a.parquet: is a damaged or incomplete Parquet file (")


def test_what_a_file_needs_in_memory_is_told_as_memory():
    assert type(columnar._damaged("a.parquet", pa.ArrowMemoryError("malloc of size 99 failed"))) is MemoryError
