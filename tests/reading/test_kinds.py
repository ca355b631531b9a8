from io import BytesIO

import pytest

from geo.reading import READERS, text
from geo.reading.kinds import HEAD_BYTES, by_kind, peeked, reader_for, suffix
from tests.reading.documents import pdf, zipped

CONTENT_TYPES = "[Content_Types].xml"
WORD = zipped({CONTENT_TYPES: "<Types/>", "word/document.xml": "<w/>"})
EXCEL = zipped({CONTENT_TYPES: "<Types/>", "xl/workbook.xml": "<w/>"})
WRITER = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<o/>"})
CALC = zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<o/>"})


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"%PDF-1.7", ".pdf"),
        (b"{\\rtf1 Minsk}", ".rtf"),
        (b"\x1f\x8b\x08", ".gz"),
        (b"WARC/1.0\r\n", ".warc"),
        (b"<!DOCTYPE html><p>", ".html"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- a --><!-- b -->\n<HTML lang=en>", ".html"),
        (WORD, ".docx"),
        (EXCEL, ".xlsx"),
        (WRITER, ".odt"),
        (CALC, ".ods"),
        (zipped({"a.txt": "Minsk"}), ".zip"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.parametrize("name", ["story", "story.txt"])
def test_the_first_bytes_say_what_a_nameless_document_is(name, head, expected):
    assert suffix(name, head) == expected


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.docx", b"%PDF-1.7", ".pdf"),
        ("a.docx", EXCEL, ".xlsx"),
        ("a.odt", WORD, ".docx"),
        ("a.csv", b"<html><table>", ".html"),
        ("a.TGZ", b"\x1f\x8b\x08", ".tgz"),
        ("a.warc.gz", b"\x1f\x8b\x08", ".gz"),
        ("a.md", b"<html>", ".md"),
        ("a.txt", b"<p>is the mark of a paragraph", ".txt"),
        ("a.txt", b"We print %PDF-1.4 first", ".txt"),
        ("a.epub", zipped({"mimetype": "application/epub+zip"}), ".epub"),
        ("a.zip", zipped({"word/a.docx": WORD, "b.txt": "x"}), ".zip"),
    ],
)
def test_bytes_win_over_a_suffix_that_lies_and_the_suffix_decides_among_texts(name, head, expected):
    assert suffix(name, head) == expected


def test_a_document_stored_in_an_archive_does_not_make_the_archive_a_document():
    assert suffix("a.zip", b"PK\x03\x04" + bytes(26) + b"story.docx" + WORD) == ".zip"


def test_a_head_of_nothing_but_comments_is_judged_at_once():
    assert suffix("a.txt", b"<!--" * (HEAD_BYTES // 4)) == ".txt"
    assert suffix("a.txt", b"<!---->" * (HEAD_BYTES // 7)) == ".txt"


def test_what_no_reader_knows_is_read_as_text():
    assert reader_for("a.draft", b"Minsk", READERS) is text.read
    assert reader_for("a.txt", b"%PDF-", {}) is text.read


def test_a_pdf_called_text_goes_to_the_pdf_reader():
    assert reader_for("a.txt", pdf([["Minsk"]]), READERS) is READERS[".pdf"]


class Pipe(BytesIO):
    """A stream that cannot go back and gives a few bytes at a time."""

    def seekable(self):
        return False

    def seek(self, *args):
        raise OSError("is a pipe")


@pytest.mark.parametrize("kind", [BytesIO, Pipe])
@pytest.mark.parametrize("size", [0, 10, HEAD_BYTES, HEAD_BYTES + 10])
def test_a_stream_whose_head_was_seen_still_gives_every_byte(kind, size):
    data = bytes(range(256)) * (size // 256) + bytes(size % 256)
    head, stream = peeked(kind(data))
    assert head == data[:HEAD_BYTES]
    assert stream.read() == data


def test_a_stream_in_the_middle_goes_on_from_there():
    stream = BytesIO(b"skipped Minsk")
    stream.seek(8)
    head, again = peeked(stream)
    assert (head, again.read()) == (b"Minsk", b"Minsk")


def test_a_stream_that_breaks_at_once_is_told():
    class Broken(BytesIO):
        def read(self, size=-1):
            raise OSError(5, "Input/output error")

    failures = []
    assert list(by_kind(READERS)("a.txt", Broken(), failures.append)) == []
    assert str(failures[0]) == "a.txt: cannot be read (Input/output error)"
