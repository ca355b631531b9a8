import datetime
from io import BytesIO

import pyarrow as pa
import pytest

from geo.errors import InputError
from geo.reading import parquet
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


def test_a_column_that_unpacks_to_thousands_of_times_its_size_is_refused(monkeypatch):
    monkeypatch.setattr(parquet, "RATIO_FROM", 2**16)
    with pytest.raises(InputError, match="its column “text” unpacks to [\\d,]+ times its size"):
        articles(parquet_file({"text": ["a" * 2**24]}, compression="zstd"))


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
