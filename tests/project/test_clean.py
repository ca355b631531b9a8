import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import InputError, ProjectError
from geo.project import clean
from geo.project.clean import MAX_COLUMN, MAX_ID, article_id, column, digest, packed, surface_key, text_hash, unpacked


@given(st.text() | st.sampled_from(["\ud800", "\0", "🜁" * 999]))
def test_a_packed_text_comes_back_to_the_letter(text):
    assert unpacked(packed(text)) == text


@given(st.text() | st.just("\ud800\udfff\0\x1b"))
def test_a_column_holds_what_any_database_takes(text):
    kept = column(text)
    assert "\0" not in kept and len(kept) <= MAX_COLUMN and isinstance(kept.encode(), bytes)


def test_an_unknown_column_stays_unknown():
    assert column(None) is None


@pytest.mark.parametrize("id", ["a", "data/articles/x.txt", "x" * MAX_ID, "Ünïcode ✓"])
def test_an_id_is_kept_as_it_is(id):
    assert article_id(id, "text") == id


@pytest.mark.parametrize("id", ["", "x" * (MAX_ID + 1), "a\0b", "\ud800", "a\nb\x07"])
def test_an_id_that_will_not_do_is_made_of_the_text(id):
    assert article_id(id, "text").startswith("text:")
    assert article_id(id, "text") == article_id(id, "text") != article_id(id, "other text")


def test_the_same_text_has_the_same_hash():
    assert text_hash("a\ud800") == text_hash("a\ud800") != text_hash("a")


@pytest.mark.parametrize("other", ["KYIV", "kyiv", " Kyiv\n", "Ｋｙｉｖ"])
def test_case_width_and_space_do_not_part_surfaces(other):
    assert surface_key(other) == surface_key("Kyiv")


def test_accents_part_surfaces():
    assert surface_key("Sao Paulo") != surface_key("São Paulo")


def test_a_digest_has_twenty_letters():
    assert len(digest("")) == len(digest("x" * 10_000)) == 20


@pytest.mark.parametrize("data", [b"", b"x", packed("Kyiv")[:-3], zlib.compress(b"\xff"), packed("Kyiv" * 100)])
def test_damaged_bytes_and_those_that_unpack_to_too_much_are_a_project_error(data, monkeypatch):
    monkeypatch.setattr(clean, "MAX_TEXT_BYTES", 100)
    with pytest.raises(ProjectError, match="damaged"):
        unpacked(data)


def test_a_text_that_is_too_long_is_told_when_it_comes(monkeypatch):
    monkeypatch.setattr(clean, "MAX_TEXT_BYTES", 100)
    assert unpacked(packed("x" * 100)) == "x" * 100
    with pytest.raises(InputError, match="101 bytes"):
        packed("x" * 101)
