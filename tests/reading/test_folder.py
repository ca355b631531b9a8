import logging
import os

import pytest

from geo.errors import InputError
from geo.reading import READERS
from geo.reading.failures import stop
from geo.reading.folder import read


def put(folder, **files):
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def ids(folder, on_error=stop):
    return [os.path.relpath(article.id, folder) for article in read(folder, READERS, on_error)]


def test_files_come_sorted_and_from_below(tmp_path):
    put(tmp_path, b_dot_txt=b"x", a__c_dot_txt=b"x", A_dot_md=b"x")
    assert ids(tmp_path) == ["A.md", "a/c.txt", "b.txt"]


def test_jsonl_files_give_their_documents_in_between(tmp_path):
    put(tmp_path, a_dot_jsonl=b'{"id": "1", "text": "x"}\n{"id": "2", "text": "x"}', b_dot_txt=b"x")
    assert [article.id for article in read(tmp_path, READERS, stop)] == ["1", "2", str(tmp_path / "b.txt")]


def test_hidden_files_and_folders_are_left_out(tmp_path):
    put(tmp_path, _dot_hidden_dot_txt=b"x", _dot_git__a_dot_txt=b"x", a_dot_txt=b"x")
    assert ids(tmp_path) == ["a.txt"]


def test_other_suffixes_are_counted_in_one_warning(tmp_path, caplog):
    put(tmp_path, a_dot_txt=b"x", b_dot_png=b"x", c_dot_png=b"x", Makefile=b"x")
    with caplog.at_level(logging.WARNING, logger="geo"):
        assert ids(tmp_path) == ["a.txt"]
    assert "skipped 2 × .png, 1 × no suffix" in caplog.text


@pytest.mark.parametrize("files", [{}, {"a_dot_png": b"x"}, {"_dot_a_dot_txt": b"x"}])
def test_a_folder_without_texts_is_an_error_that_says_what_would_be_read(tmp_path, files):
    put(tmp_path, **files)
    with pytest.raises(InputError, match=r"holds no file that can be read \(.*\.txt\b"):
        ids(tmp_path)


def test_a_bad_file_does_not_stop_the_rest(tmp_path):
    put(tmp_path, a_dot_txt=b"\0", b_dot_txt=b"x")
    failures = []
    assert ids(tmp_path, failures.append) == ["b.txt"]
    assert len(failures) == 1


def test_a_link_that_leads_nowhere_is_told(tmp_path):
    put(tmp_path, b_dot_txt=b"x")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    failures = []
    assert ids(tmp_path, failures.append) == ["b.txt"]
    assert "a.txt: there is no such file" in str(failures[0])


def test_a_circle_of_links_ends(tmp_path):
    put(tmp_path, a_dot_txt=b"x")
    (tmp_path / "again").symlink_to(tmp_path)
    assert ids(tmp_path) == ["a.txt"]
