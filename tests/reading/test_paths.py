import pytest

from geo.errors import InputError, NotFound
from geo.reading import text
from geo.reading.failures import stop
from geo.reading.paths import read_file, shown, unreadable


def test_the_reader_gets_the_file_and_its_name(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Minsk", encoding="utf-8")
    assert [(article.id, article.text) for article in read_file(str(path), text.read, stop)] == [(str(path), "Minsk")]


def test_a_missing_file_is_told_with_its_own_error(tmp_path):
    failures = []
    assert list(read_file(str(tmp_path / "a.txt"), text.read, failures.append)) == []
    assert [type(error) for error in failures] == [NotFound]


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        list(read_file(str(tmp_path), text.read, stop))


def test_the_systems_words_are_passed_on():
    assert (
        str(unreadable("a.txt", PermissionError(13, "Permission denied")))
        == "a.txt: cannot be read (Permission denied)"
    )


def test_shown_names_hold_no_character_that_breaks_a_line_or_a_terminal():
    assert shown("a\nb\x1b[31m\ud800é") == r"a\nb\x1b[31m\ud800é"
