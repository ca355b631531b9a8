"""`read`: which reader takes what, and what happens to inputs that cannot be read."""

from io import BytesIO
from pathlib import Path

import pytest

from geo.errors import InputError, NotFound
from geo.reading import read, reads


def test_a_text_file_is_one_article_called_by_its_path(tmp_path):
    path = tmp_path / "minsk.txt"
    path.write_text("Talks in Minsk.", encoding="utf-8")
    (article,) = read(str(path))
    assert (article.id, article.text, article.source) == (str(path), "Talks in Minsk.", str(path))


def test_a_path_object_reads_like_its_string(tmp_path):
    path = tmp_path / "minsk.txt"
    path.write_text("Minsk", encoding="utf-8")
    assert list(read(path)) == list(read(str(path)))


def test_a_dash_reads_standard_input():
    (article,) = read("-", stdin=BytesIO("Gomel — Homyel".encode()))
    assert (article.id, article.text, article.source) == ("-", "Gomel — Homyel", None)


def test_a_jsonl_suffix_in_capitals_is_still_jsonl(tmp_path):
    path = tmp_path / "DOCS.JSONL"
    path.write_text('{"id": "a", "text": "Minsk"}\n', encoding="utf-8")
    assert [article.id for article in read(path)] == ["a"]


def test_a_named_file_with_a_strange_suffix_is_read_as_text(tmp_path):
    path = tmp_path / "notes.draft"
    path.write_text("Minsk", encoding="utf-8")
    assert [article.text for article in read(path)] == ["Minsk"]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t "])
def test_a_text_without_words_is_an_article_all_the_same(tmp_path, text):
    path = tmp_path / "empty.txt"
    path.write_bytes(text.encode())
    assert [article.text for article in read(path)] == [text]


def test_a_missing_file_raises_an_error_that_names_it():
    with pytest.raises(NotFound, match="nowhere.txt: there is no such file"):
        list(read("nowhere.txt"))


def test_the_error_of_a_missing_file_is_also_the_builtin_one():
    with pytest.raises(FileNotFoundError):
        list(read("nowhere.txt"))


@pytest.mark.parametrize("name", ["", "a\nb", "x" * 5000, "nul\0byte"])
def test_a_name_that_no_file_can_have_is_an_input_error_on_one_line(name):
    with pytest.raises(InputError) as caught:
        list(read(name))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("address", ["https://example.org/a", "HTTP://example.org", "ftp://example.org/a.txt"])
def test_an_address_is_refused_in_words(address):
    with pytest.raises(InputError, match="web addresses are read only where the network is allowed"):
        list(read(address))


def test_with_on_error_reading_goes_on_and_every_failure_is_told_once(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"PK\x03\x04")
    (tmp_path / "b.txt").write_text("Minsk", encoding="utf-8")
    failures = []
    articles = list(read(tmp_path, on_error=failures.append))
    assert [article.text for article in articles] == ["Minsk"]
    assert [type(error) for error in failures] == [InputError]


def test_an_on_error_that_raises_ends_the_reading_and_is_not_called_again(tmp_path):
    (tmp_path / "a.jsonl").write_text('no\n{"text": "Minsk"}\n', encoding="utf-8")
    calls = []

    def raising(error):
        calls.append(error)
        raise error

    with pytest.raises(InputError):
        list(read(tmp_path, on_error=raising))
    assert len(calls) == 1


def test_a_folder_reads_the_files_that_it_would_open_and_no_others(tmp_path):
    for name in ("a.txt", "b.png", ".c.txt"):
        (tmp_path / name).write_text("Minsk")
    assert [reads(tmp_path, tmp_path / name) for name in ("a.txt", "b.png", ".c.txt", "d.txt")] == [1, 0, 0, 0]


def test_a_device_that_is_read_and_written_is_no_file_that_is_lost():
    assert not reads("/dev/null", Path("/dev/null"))


def test_a_source_that_is_not_there_reads_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("Minsk")
    assert not reads("gone.txt", tmp_path / "a.txt") and not reads("a\0b", tmp_path / "a.txt")
