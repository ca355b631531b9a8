from pathlib import Path

import pytest

from geo.errors import FetchError, InputError, NotText
from geo.reading import READERS, read
from geo.reading.address import article, articles, is_address, refusal
from geo.reading.failures import stop
from geo.types import Article
from geo.web.fetching import Fetched
from tests.reading.documents import pdf
from tests.web.servers import NAME, Site, answer, fetcher, redirection, serving

HERE = "https://news.example.org/a"
THERE = "https://www.example.org/story"
TEXT = "The ferry from Korsakov left the harbour at noon. " * 20


class Web:
    """Gives the same to every address, and notes which were asked."""

    def __init__(self, data=b"", kind="page", charset=None, error=None):
        self.given, self.error, self.asked = (data, kind, charset), error, []

    def fetch(self, address):
        self.asked.append(address)
        if self.error:
            raise self.error
        data, kind, charset = self.given
        return Fetched(address, THERE, data, kind, "", charset)


def page(data, *, name, address, charset):
    """Stands for the reader of pages."""
    text = data.decode(charset or "utf-8").split("</head>")[-1]
    if not text:
        raise NotText(f"{name}: holds no text")
    return Article(text, title="Ferry leaves", address="https://a.example.org/canonical", told={"title": "the page"})


@pytest.mark.parametrize("source", ["http://a", "https://a.org/b", "HTTPS://A", "ftp://a", "file:///etc/passwd"])
def test_schemes_that_people_paste_are_addresses(source):
    assert is_address(source)


def test_an_address_that_went_through_a_path_is_still_one():
    assert is_address(str(Path("https://example.org/a")))


@pytest.mark.parametrize("source", ["article.txt", "./http.txt", "C:/texts/a.txt", "https", "notes: http://a"])
def test_names_of_files_are_no_addresses(source):
    assert not is_address(source)


def test_the_refusal_keeps_line_breaks_out_of_its_line():
    assert "\n" not in str(refusal("https://example.org/\nevil"))


def test_without_a_fetcher_an_address_is_refused_with_what_to_do():
    with pytest.raises(
        InputError, match="only where the network is allowed; allow it, or save the page and name the file"
    ):
        list(read(HERE))


def test_a_page_is_an_article_called_as_it_was_asked_for_with_where_it_was_found():
    got = article(HERE, Web(TEXT.encode()), page=page)
    assert (got.id, got.source, got.address, got.text, got.title) == (HERE, HERE, THERE, TEXT, "Ferry leaves")
    assert got.told == {"title": "the page", "address": "where the address led"}


def test_the_page_is_read_in_the_encoding_that_the_server_says():
    assert article(HERE, Web("Гомель".encode("cp1251"), charset="windows-1251"), page=page).text == "Гомель"


def test_an_address_that_went_through_a_path_is_asked_for_as_it_was_meant():
    web = Web(TEXT.encode())
    article(str(Path(HERE)), web, page=page)
    assert web.asked == [HERE]


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        (None, "Гомель, Минск"),
        ("utf-8", "\ufeffГомель, Минск"),
        ("koi8-r", "Гомель, Минск"),
        ("windows-1251", "Гомель, Минск"),
    ],
)
def test_a_text_is_read_in_the_encoding_that_the_server_says(charset, data):
    got = article(HERE, Web(data.encode(charset or "utf-8"), "text", charset))
    assert (got.text, got.id, got.address) == ("Гомель, Минск", HERE, THERE)


@pytest.mark.parametrize("charset", ["shift_jis", "punycode", "idna", "base64", "no such", "utf-16"])
def test_an_encoding_that_is_wrong_or_none_is_left_aside(charset):
    assert article(HERE, Web("Zürich and Łódź".encode(), "text", charset)).text == "Zürich and Łódź"


@pytest.mark.parametrize("charset", [None, "utf-8", "windows-1252"])
def test_what_is_called_text_and_is_none_is_refused(charset):
    with pytest.raises(NotText, match="is not a text file"):
        article(HERE, Web(b"\0\1\2" * 50, "text", charset))


def test_a_pdf_is_read_by_its_reader():
    got = article(HERE, Web(pdf([["Floods in Gomel", "reached the border."]]), "pdf"))
    assert "Floods in Gomel" in got.text and (got.id, got.source, got.address) == (HERE, HERE, THERE)


def test_a_pdf_that_is_damaged_is_told_by_the_name_of_its_address():
    with pytest.raises(InputError, match=f"^{HERE}: is a damaged PDF"):
        article(HERE, Web(b"%PDF-1.7 nothing", "pdf"))


def test_a_feed_has_several_articles_and_its_reader_gives_them():
    def entries(name, stream, on_error):
        yield from (Article(line, id=line) for line in stream.read().decode().split())

    web = Web(b"one two", "feed")
    assert [got.id for got in articles(HERE, web, {".rss": entries}, stop)] == ["one", "two"]
    with pytest.raises(FetchError, match="is a feed of several articles; name one of them"):
        article(HERE, web)
    with pytest.raises(FetchError, match="is a feed of several articles; name one of them"):
        list(articles(HERE, web, {}, stop))


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<head><script>{"isAccessibleForFree": false}</script></head>The ferry left.', "behind a paywall"),
        ('<head><script>{"isAccessibleForFree": false}</script></head>', "behind a paywall"),
        ("<head></head>Please enable JavaScript to run this app.", "only where scripts run"),
        ("<head><noscript>You need to enable JavaScript.</noscript></head>", "only where scripts run"),
        ("<head><title>Just a moment...</title></head>Checking", "a check for robots"),
        ("<head></head>", "holds no text"),
        ("<head></head> \n", "holds no text"),
    ],
)
def test_what_stands_in_place_of_an_article_is_told_and_not_read_as_one(markup, reason):
    with pytest.raises(InputError, match=f"^{HERE}: .*{reason}"):
        article(HERE, Web(markup.encode()), page=page)


def whole(title, *paragraphs, head=""):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body><main><article><h1>{title}</h1>{body}"


def test_a_real_page_from_a_server_becomes_its_article_without_its_menu():
    markup = (
        whole("Ferry leaves Korsakov", TEXT, "Forty passengers sailed to Wakkanai.")
        + "</article></main><nav>Menu</nav>"
    )
    with serving(Site({"/a": answer(markup.encode())})) as site:
        got = article(site.address("/a"), fetcher(site))
    assert (got.title, got.id, got.address) == ("Ferry leaves Korsakov", site.address("/a"), site.address("/a"))
    assert "Wakkanai" in got.text and "Menu" not in got.text


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (whole("Ferry", "The ferry left.", head='<script>{"isAccessibleForFree": false}</script>'), "behind a paywall"),
        (
            "<html><body><div id=app></div><noscript>Please enable JavaScript.</noscript></body></html>",
            "where scripts run",
        ),
        ("<html><body><script>start()</script></body></html>", "holds no text"),
        (whole("Cookies", "We use cookies. Accept all cookies or refuse some cookies."), "consent to cookies"),
        ("<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>", "for robots"),
    ],
)
def test_a_real_page_with_something_in_place_of_its_article_is_told_in_one_line(markup, reason):
    with serving(Site({"/a": answer(markup.encode())})) as site, pytest.raises(InputError, match=reason) as told:
        article(site.address("/a"), fetcher(site))
    assert str(told.value).isprintable()


def test_what_cannot_be_fetched_is_told_once_and_reading_goes_on():
    failures = []
    web = Web(error=FetchError("https://a.example.org/: there is no such page"))
    assert list(read(HERE, web=web, on_error=failures.append)) == []
    assert [str(failure) for failure in failures] == ["https://a.example.org/: there is no such page"]


def test_from_a_server_to_an_article():
    with serving(
        Site({"/a": redirection("/b"), "/b": answer(TEXT.encode(), type="text/plain; charset=utf-8")})
    ) as site:
        (got,) = read(site.address("/a"), web=fetcher(site))
        assert (got.text, got.id, got.address) == (TEXT, site.address("/a"), site.address("/b"))
        with pytest.raises(FetchError, match=rf"^http://{NAME}:\d+/none: there is no such page \(404\)"):
            list(articles(site.address("/none"), fetcher(site), READERS, stop))
