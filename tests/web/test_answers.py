import pytest

from geo.errors import FetchError
from geo.web.answers import TYPES, UNSAID, demand_plain, demand_readable, kind, media_type, refusal


@pytest.mark.parametrize("status", [200, 203])
def test_a_good_status_is_no_refusal(status):
    assert refusal(status, None) is None


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (204, "does not give the page"),
        (300, "does not give the page"),
        (400, "does not give the page"),
        (401, "asks for a login"),
        (402, "asks for payment"),
        (403, "refused to programs"),
        (404, "no such page"),
        (410, "taken away"),
        (418, "does not give the page"),
        (429, "asked too often"),
        (451, "withheld for legal reasons"),
        (500, "has a fault"),
        (503, "has a fault"),
        (599, "has a fault"),
    ],
)
def test_every_other_status_says_what_to_do(status, words):
    reason = refusal(status, None)
    assert words in reason and str(status) in reason and (";" in reason)


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_says_how_long_to_wait_is_quoted(status):
    assert refusal(status, "120").endswith("try again in 120 seconds")


@pytest.mark.parametrize("hostile", ["9" * 9, "-5", "1\n2", "Mon, 02 Feb 2026 02:40:00 GMT", "<script>", "1e3"])
def test_a_wait_that_is_no_small_number_is_not_repeated(hostile):
    assert refusal(429, hostile) == "its server has been asked too often (429); try again later"


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("text/html", ("text/html", None)),
        ("Text/HTML ; Charset=UTF-8", ("text/html", "UTF-8")),
        ("text/plain; format=flowed; charset='koi8-r'", ("text/plain", "koi8-r")),
        ('text/html; charset="windows-1251"; x=y', ("text/html", "windows-1251")),
        ("text/html; charset=", ("text/html", None)),
        ("text/html; charset=" + "a" * 500, ("text/html", "a" * 40)),
        ("", ("", None)),
        (None, ("", None)),
    ],
)
def test_type_and_encoding_are_read_from_the_header(header, told):
    assert media_type(header) == told


@pytest.mark.parametrize("said", [*TYPES, *UNSAID])
def test_types_that_may_hold_an_article_are_taken(said):
    demand_readable(said)


@pytest.mark.parametrize(
    "said", ["image/png", "application/json", "video/mp4", "text/css", "application/zip", "a", "text/html2"]
)
def test_other_types_are_refused(said):
    with pytest.raises(FetchError, match="is neither a page nor a text"):
        demand_readable(said)


@pytest.mark.parametrize("compression", ["br", "zstd", "gzip, gzip", "gzip,deflate", "compress", "gzip\x00"])
def test_compressions_that_were_not_asked_for_are_refused(compression):
    with pytest.raises(FetchError, match="compression"):
        demand_plain(compression)


@pytest.mark.parametrize("compression", [None, "", "identity", " GZIP ", "x-gzip", "deflate"])
def test_compressions_that_were_asked_for_are_taken(compression):
    demand_plain(compression)


@pytest.mark.parametrize(
    ("said", "data", "told"),
    [
        ("text/html", b"<p>Words", "page"),
        ("text/html", b"<?xml version='1.0'?>\n<!-- a feed -->\n<rss version='2.0'>", "feed"),
        ("text/plain", b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        ("text/plain", b"<html><body>shown as it is", "text"),
        ("text/html", b"%PDF-1.7", "pdf"),
        ("application/pdf", b"%PDF-1.7", "pdf"),
        ("text/xml", b"\xef\xbb\xbf<?xml version='1.0'?><rdf:RDF>", "feed"),
        ("application/xml", b"<!DOCTYPE html><html>", "page"),
        ("", b"\n <!doctype html>\n<HTML lang=en>", "page"),
        ("application/octet-stream", b"%PDF-1.4", "pdf"),
        ("application/rss+xml", b"<other>", "feed"),
    ],
)
def test_what_came_is_told_by_type_and_first_bytes(said, data, told):
    assert kind(said, data) == told


@pytest.mark.parametrize("data", [b"", b"words", b"\x89PNG", b"<svg>", b"<!" * 5000, b"<?x?>" * 3000, b" " * 9000])
def test_bytes_of_no_known_kind_without_a_type_are_refused(data):
    with pytest.raises(FetchError, match="does not say what it is"):
        kind("", data)


def test_a_pdf_that_is_none_is_refused():
    with pytest.raises(FetchError, match="says that it is a PDF and is none"):
        kind("application/pdf", b"<html>Log in")
