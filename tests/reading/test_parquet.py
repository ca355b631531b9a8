import datetime
import subprocess
import sys
from io import BytesIO

import pyarrow as pa
import pytest

from geo.errors import InputError
from geo.files import ROOT
from geo.reading import bounded, decoding, parquet
from geo.reading.columns import Columns
from geo.reading.failures import stop
from geo.reading.parquet import read
from tests.reading.made import ROWS, parquet_file

TEXT = "Talks began in Minsk on Sunday."


def articles(data, on_error=stop, **words):
    return list(read("a.parquet", BytesIO(data), on_error, **words))


def test_rows_are_read_with_what_their_columns_say():
    found = articles(parquet_file())
    assert [(a.id, a.title, a.text) for a in found] == [row[:3] for row in ROWS]
    assert [a.parts[0].label for a in found] == ["row 1", "row 2"]


def test_days_numbers_and_texts_that_are_stored_once_are_read():
    day = datetime.date(2022, 2, 27)
    columns = {"text": pa.array([TEXT, TEXT]).dictionary_encode(), "id": [7, 8], "published": [day, None]}
    assert [(a.id, a.text, a.date) for a in articles(parquet_file(columns))] == [
        ("7", TEXT, "2022-02-27"),
        ("8", TEXT, None),
    ]


def test_lists_and_bytes_are_left_out():
    (article,) = articles(parquet_file({"text": [TEXT], "title": [["a"]], "author": [b"b"]}))
    assert (article.title, article.author) == (None, None)


def test_columns_can_be_told():
    (article,) = articles(parquet_file({"text": ["x"], "lead": [TEXT]}), columns=Columns(text="lead"))
    assert article.text == TEXT


def test_a_stream_that_cannot_go_back_is_read_too():
    class Pipe(BytesIO):
        def seekable(self):
            return False

    assert len(list(read("a.parquet", Pipe(parquet_file()), stop))) == 2


def test_a_large_table_comes_in_pieces():
    texts = [f"{number} {TEXT * 100}" for number in range(1000)]
    assert [article.text for article in articles(parquet_file({"text": texts}))] == texts


def test_a_file_on_disk_may_be_larger_than_what_is_read_into_memory(tmp_path, monkeypatch):
    data = parquet_file()
    monkeypatch.setattr(decoding, "MAX_BYTES", len(data) - 1)
    path = tmp_path / "a.parquet"
    path.write_bytes(data)
    with path.open("rb") as stream:
        assert len(list(read("a.parquet", stream, stop))) == 2
    with pytest.raises(InputError, match="a.parquet: larger than"):
        articles(data)


def test_what_has_the_name_of_the_file_by_now_is_not_read_for_it(tmp_path):
    path = tmp_path / "a.parquet"
    path.write_bytes(parquet_file())
    with path.open("rb") as stream:
        path.rename(tmp_path / "old.parquet")
        path.write_bytes(parquet_file({"text": [TEXT]}))
        assert len(list(read("a.parquet", stream, stop))) == 2


def test_two_files_are_read_side_by_side():
    files = [read(name, BytesIO(parquet_file()), stop) for name in ("a.parquet", "b.parquet")]
    assert [[a.id for a in pair] for pair in zip(*files, strict=True)] == [["a1", "a1"], ["a2", "a2"]]


def test_damage_that_ends_the_process_is_one_line_and_the_next_file_is_read():
    """A column of optional values whose declaration says that they are not: pyarrow calls `terminate` (seen in 26.0.1)."""
    good = parquet_file({"text": [TEXT]})
    optional, required = b"\x25\x02\x18\x04text", b"\x25\x00\x18\x04text"
    assert good.count(optional) == 1
    with pytest.raises(InputError, match="a.parquet: cannot be read as a Parquet file|damaged") as caught:
        articles(good.replace(optional, required))
    assert "\n" not in str(caught.value)
    assert len(articles(good)) == 1


def test_a_helper_that_still_has_a_file_open_serves_no_other(monkeypatch):
    monkeypatch.setattr(parquet, "MOST_ROWS", 1)
    bounded.close()
    assert len(articles(parquet_file(), [].append)) == 1
    assert bounded._IDLE == []


def test_the_process_that_asks_never_loads_the_library():
    code = (
        "import io, sys; from geo.reading import parquet;"
        " list(parquet.read('a.parquet', io.BytesIO(b'PAR1'), print)); print('pyarrow' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "False"


def test_a_text_that_is_stored_once_and_shared_by_many_rows_ends_at_the_limit(monkeypatch):
    monkeypatch.setattr(parquet, "MOST_UNPACKED", 10 * len(TEXT))
    failures = []
    shared = pa.DictionaryArray.from_arrays(pa.array([0] * 1000, pa.int32()), pa.array([TEXT]))
    assert len(articles(parquet_file({"text": shared}), failures.append)) == 10
    assert [str(error) for error in failures] == ["a.parquet: only 10 rows are read; split it"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "damaged or incomplete Parquet file"),
        (b"PAR1", "damaged or incomplete Parquet file"),
        (parquet_file()[:-30], "damaged or incomplete Parquet file"),
        (parquet_file()[:60] + b"\xff" * 20 + parquet_file()[80:], "damaged or incomplete Parquet file"),
        (parquet_file({"a": [1]}), "has no column of text; it has the column “a”"),
        (parquet_file({"a": [[1]]}), "has no column of plain values"),
        (parquet_file({"text": pa.array([], pa.string())}), "holds no row"),
    ],
)
def test_what_cannot_be_read_is_one_line(data, why):
    with pytest.raises(InputError, match=why) as caught:
        articles(data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("at", range(4, len(parquet_file()), 37))
def test_a_byte_that_fell_over_gives_articles_or_told_failures(at):
    data = bytearray(parquet_file())
    data[at] ^= 0xFF
    failures = []
    found = articles(bytes(data), failures.append)
    assert found or failures
