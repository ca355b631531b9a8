import io
import logging

import pytest

from geo.errors import InputError
from geo.reading import warc
from geo.reading.failures import stop
from geo.reading.warc import read
from tests.reading.made import html_page, warc_file

PAGE = html_page()
RECORD = (
    "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://news.example/1\r\nWARC-Date: 2022-03-01T12:00:00Z\r\n"
)


def articles(data, on_error=stop):
    return list(read("a.warc", io.BytesIO(data), on_error))


def record(body, kind="response", more=""):
    head = RECORD.format(kind=kind) + more + f"Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def response(status="200 OK", kind="text/html; charset=utf-8", page=PAGE, more=""):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n"
    return record(head.encode() + page, more="Content-Type: application/http; msgtype=response\r\n")


def test_a_page_is_an_article_with_the_address_and_the_day_that_were_archived():
    (article,) = articles(warc_file())
    assert article.text.startswith("Talks between the two delegations began in Minsk")
    assert (article.id, article.title) == ("a.warc:2", "Talks begin")
    assert article.address == article.source == "https://news.example/a1"
    assert (article.date, article.told["date"]) == ("2022-03-01", "the day it was archived")


def test_the_day_that_the_page_tells_wins():
    page = PAGE.replace(b"</head>", b'<meta property="article:published_time" content="2022-02-27T10:00:00Z"></head>')
    (article,) = articles(response(page=page))
    assert article.date == "2022-02-27" and article.told["date"] != "the day it was archived"


def test_what_is_no_page_is_counted_in_one_warning(caplog):
    data = response("404 Not Found") + response(kind="image/png") + record(b"x", "resource") + response()
    with caplog.at_level(logging.WARNING, logger="geo"):
        assert [article.id for article in articles(data)] == ["a.warc:4"]
    assert "a.warc: skipped 1 × status 404, 1 × image/png, 1 × resource" in caplog.text


def test_text_records_of_crawls_are_read():
    data = record(b"Talks began in Minsk.", "conversion", "Content-Type: text/plain\r\n")
    (article,) = articles(data)
    assert (article.text, article.address) == ("Talks began in Minsk.", "https://news.example/1")


def test_a_page_that_cannot_be_read_is_told_and_the_next_is_read():
    failures = []
    found = articles(response(page=b"<html></html>") + response(), failures.append)
    assert [article.id for article in found] == ["a.warc:2"]
    assert str(failures[0]).startswith("a.warc:1: ")


def test_a_page_that_is_too_large_is_told_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(warc.html, "MAX_BYTES", 2000)
    failures = []
    found = articles(response(page=PAGE * 9) + response(), failures.append)
    assert [article.id for article in found] == ["a.warc:2"]
    assert "which is no article" in str(failures[0])


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "a.warc: is empty"),
        (b"junk", "a.warc, record 1: is damaged"),
        (response() + b"\r\njunk", "a.warc, record 2: is damaged"),
        (response()[:-200], "a.warc, record 1: is cut off; the rest is not read"),
        (b"WARC/1.0\r\n" + b"a" * 2**21, "a.warc, record 1: has headers of more than 1 MB"),
    ],
)
def test_what_is_damaged_is_told_on_one_line(data, why, capsys):
    failures = []
    articles(data, failures.append)
    assert all("\n" not in str(error) for error in failures)
    assert capsys.readouterr().err == ""
    assert str(failures[-1]).startswith(why)


def test_a_disk_that_fails_is_told():
    class Broken(io.BytesIO):
        def read1(self, size=-1):
            raise OSError("the disk is gone")

    with pytest.raises(InputError, match="record 1: the disk is gone"):
        list(read("a.warc", Broken(), stop))
