import logging
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import InputError, NotText
from geo.reading import decoding
from geo.reading.decoding import decode, take


@pytest.mark.parametrize(
    "data",
    [
        "Köln – Київ".encode(),
        "Köln – Київ".encode("utf-8-sig"),
        "Köln – Київ".encode("utf-16"),
        b"\xfe\xff" + "Köln – Київ".encode("utf-16-be"),
        "Köln – Київ".encode("utf-32"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 le", "utf-16 be", "utf-32"],
)
def test_unicode_is_read_without_its_byte_order_mark(data):
    assert decode(data, "a.txt") == "Köln – Київ"


def test_line_endings_stay_so_that_offsets_fit_the_file():
    assert decode(b"a\r\nb\rc\n", "a.txt") == "a\r\nb\rc\n"


def test_old_western_text_is_read_as_windows_1252_with_a_warning(caplog):
    with caplog.at_level(logging.WARNING, logger="geo"):
        assert decode("Zürich – “Genève”".encode("cp1252"), "a.txt") == "Zürich – “Genève”"
    assert "a.txt: is not UTF-8" in caplog.text


def test_bytes_without_meaning_in_windows_1252_are_read_as_latin_1():
    assert decode(b"Gen\xe8ve \x81", "a.txt") == "Genève \x81"


def test_good_utf8_gives_no_warning(caplog):
    decode("Zürich".encode(), "a.txt")
    assert not caplog.records


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 plain so far", "a PDF"),
        (b"PK\x03\x04more", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"{\\rtf1 Minsk}", "a rich text document"),
        (b"Minsk\0Gomel", "a.txt: is not a text file$"),
        (b"\x01\x02\xff\xfe\x80", "not a text file, or .* save it as UTF-8"),
        (b"\xff\xfeM", "UTF-16-LE but byte 0 is not"),
        (b"\xef\xbb\xbf\xff", "UTF-8 but byte 0 is not"),
    ],
)
def test_what_is_no_text_is_refused_in_words(data, words):
    with pytest.raises(NotText, match=words):
        decode(data, "a.txt")


def test_a_lone_surrogate_in_utf16_survives():
    assert decode(b"\xff\xfe" + b"M\x00\x00\xd8", "a.txt") == "M\ud800"


def test_more_bytes_than_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(decoding, "MAX_BYTES", 10)
    assert take(BytesIO(b"x" * 10), "a.txt") == b"x" * 10
    with pytest.raises(InputError, match="larger than"):
        take(BytesIO(b"x" * 11), "a.txt")


@given(
    st.binary(max_size=200)
    | st.sampled_from(sorted(decoding.MAGIC))
    | st.text(max_size=50).map(lambda t: t.encode("utf-16", "surrogatepass"))
)
def test_any_bytes_are_text_or_refused(data):
    try:
        text = decode(data, "a.txt")
    except NotText as error:
        assert "\n" not in str(error)
    else:
        assert len(text) <= len(data)
