import logging
from io import BytesIO

import pytest

from geo.errors import InputError, NotText
from geo.reading import decoded_lines
from geo.reading.decoded_lines import lines
from geo.reading.failures import stop


class Broken(BytesIO):
    """A disk that fails at the second reading."""

    def read(self, size=-1):
        if self.tell():
            raise OSError("the disk is gone")
        return super().read(min(size, 4))


@pytest.fixture
def short(monkeypatch):
    """Files of more than 20 bytes are long, lines of more than 30 too long."""
    monkeypatch.setattr(decoded_lines, "WHOLE", 20)
    monkeypatch.setattr(decoded_lines, "LONGEST_LINE", 30)


def read(data, on_error=stop):
    return list(lines("a.csv", BytesIO(data), on_error))


def test_lines_keep_their_ends_and_other_separators_end_none():
    assert read("a\r\nb\rc\u2028d\x0be\nf".encode()) == ["a\r\n", "b\r", "c\u2028d\x0be\n", "f"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_long_file_is_read_as_a_short_one(encoding, short):
    text = "Köln\n" * 3 + "Київ\n" * 9 + "Minsk"
    assert "".join(read(text.encode(encoding))) == text


def test_a_long_file_in_an_old_encoding_is_judged_by_its_head(short, caplog):
    text = "Genève, Zürich\n" * 5
    with caplog.at_level(logging.WARNING, logger="geo"):
        assert "".join(read(text.encode("cp1252"))) == text


def test_a_line_in_another_encoding_far_down_is_read_with_one_warning(short, caplog):
    with caplog.at_level(logging.WARNING, logger="geo"):
        found = read("Köln\n".encode() * 5 + "Köln\n".encode("latin-1") * 2)
    assert found == ["Köln\n"] * 7
    assert len(caplog.messages) == 1 and "some lines are not in utf-8" in caplog.text


def test_a_line_that_is_too_long_is_told_and_left_out(short):
    failures = []
    assert read(b"a\n" * 10 + b"x" * 100 + b"\nb\n", failures.append) == ["a\n"] * 10 + ["b\n"]
    assert [str(error) for error in failures] == ["a.csv, line 11: is longer than 0 MB and left out"]


def test_a_few_nuls_are_left_out_with_a_warning(caplog):
    with caplog.at_level(logging.WARNING, logger="geo"):
        assert read(b"Min\0sk") == ["Minsk"]
    assert "holds NUL bytes (1)" in caplog.text


@pytest.mark.parametrize("data", [b"\0" * 10, b"%PDF-1.7", b"\xff\xfeM", b"\x01\x02\xff\x80" * 10])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(NotText):
        read(data)


@pytest.mark.parametrize("data", [b"\0" * 50, b"\xff\xfe" + b"M\0" * 20 + b"x"])
def test_what_is_no_text_is_refused_in_a_long_file_too(data, short):
    with pytest.raises(NotText):
        read(data)


def test_a_disk_that_fails_is_an_input_error():
    with pytest.raises(InputError, match="cannot be read .the disk is gone"):
        list(lines("a.csv", Broken(b"Minsk and more"), stop))
