import gzip
import io

import pytest

from geo.errors import InputError
from geo.reading import READERS, packed
from geo.reading.failures import stop
from tests.reading.made import jsonl_file, warc_file, zip_file

TEXT = b"Talks began in Minsk."


def articles(name, data, on_error=stop):
    return list(READERS[".gz"](name, io.BytesIO(data), on_error))


@pytest.mark.parametrize(
    ("name", "data", "ids"),
    [
        ("a.txt.gz", TEXT, ["a.txt.gz"]),
        ("a.gz", TEXT, ["a.gz"]),
        ("a", TEXT, ["a"]),
        ("A.JSONL.GZ", jsonl_file(), ["a1", "a2"]),
        ("a.warc.gz", warc_file(), ["a.warc.gz:2"]),
        ("a.zip.gz", zip_file({"b.txt": TEXT}), ["a.zip.gz/b.txt"]),
        ("a.gz", gzip.compress(TEXT), ["a.gz"]),
    ],
)
def test_what_is_packed_is_read_by_its_own_suffix_or_first_bytes(name, data, ids):
    assert [article.id for article in articles(name, gzip.compress(data))] == ids


def test_a_web_archive_with_a_member_a_record_is_read():
    assert [article.id for article in articles("a.warc.gz", warc_file(packed=True))] == ["a.warc.gz:2"]


def test_records_and_lines_before_damage_are_read():
    whole = warc_file(packed=True)
    for name, data, kept in (
        ("a.warc.gz", whole + whole[:-60], "a.warc.gz:2"),
        ("a.jsonl.gz", gzip.compress(b'{"id": "1", "text": "Gomel"}\n') + gzip.compress(b'{"id": "2"}')[:-9], "1"),
    ):
        failures = []
        found = articles(name, data, failures.append)
        assert [article.id for article in found] == [kept]
        assert failures and all("damaged in the archive" in str(failure) for failure in failures)


@pytest.mark.parametrize(
    "data", [gzip.compress(TEXT * 99)[:-9], b"\x1f\x8bjunk", gzip.compress(TEXT)[:-4] + b"\0\0\0\0"]
)
def test_what_is_damaged_is_one_line(data):
    with pytest.raises(InputError, match=r"a.txt.gz: cannot be read \(.+\)$"):
        articles("a.txt.gz", data)


def test_a_bomb_is_stopped(monkeypatch):
    monkeypatch.setattr(packed, "RATIO_FROM", 1000)
    with pytest.raises(InputError, match="unpacks to more than 250 times its size"):
        articles("a.txt.gz", gzip.compress(b"a" * 2**20))


def test_archives_in_archives_in_archives_end():
    data = TEXT
    for _ in range(9):
        data = gzip.compress(data)
    with pytest.raises(InputError, match="lies in more than 2 other archives"):
        articles("a.gz", data)
