import logging
from io import BytesIO

import pytest

from geo.errors import InputError, NotText
from geo.reading import html
from geo.reading.failures import stop
from geo.reading.html import article, decoded, page, read

FIRST = "Talks were held in the Gomel Region on Sunday, close to the border with Ukraine, officials said on Monday."
SECOND = "The delegations had come from Minsk by road, and two of them left for Brest before the evening, they added."
HEAD = """
<title>Talks begin in Gomel - The Herald</title>
<meta property="og:title" content="Talks begin in Gomel"><meta property="og:site_name" content="The Herald">
<meta name="author" content="Ann Writer"><meta property="article:published_time" content="2022-02-27T10:00:00Z">
<link rel="canonical" href="https://herald.example.org/gomel">
"""
BODY = f"""
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Talks begin in Gomel</h1><p>{FIRST}</p><p>{SECOND}</p>
<ul><li>Mozyr, a town on the Pripyat</li><li>Pinsk</li></ul></article>
<footer>Copyright 1999 The Herald, New York</footer>
"""


def built(head=HEAD, body=BODY, language=' lang="en-GB"'):
    return f"<!DOCTYPE html><html{language}><head>{head}</head><body>{body}</body></html>".encode()


def test_the_article_is_read_without_what_stands_around_it_and_its_headline_is_the_title():
    found = article(built(), name="a.html")
    assert found.title == "Talks begin in Gomel"
    assert found.text == f"{FIRST}\n\n{SECOND}\n\n- Mozyr, a town on the Pripyat\n- Pinsk"


def test_what_the_page_says_of_itself_is_kept_with_where_it_stands():
    found = article(built(), name="a.html")
    assert (found.outlet, found.author, found.date) == ("The Herald", "Ann Writer", "2022-02-27")
    assert (found.address, found.language) == ("https://herald.example.org/gomel", "en")
    assert set(found.told) == {"title", "outlet", "author", "date", "address", "language"}
    assert set(found.told.values()) == {"the page's metadata"}


def test_a_headline_and_a_day_that_stand_nowhere_else_are_told_as_shown_or_from_the_address():
    found = article(built(head=""), name="a.html", address="https://herald.example.org/2022/02/27/gomel")
    assert (found.title, found.told["title"]) == ("Talks begin in Gomel", "what the page shows")
    assert (found.date, found.told["date"]) == ("2022-02-27", "the page's address")


@pytest.mark.parametrize("words", ["Copyright 1999", "In 03/04/2022", "phone 2020-11-12345", "since 12.11.2001"])
def test_a_number_in_running_text_is_no_date_of_publication(words):
    assert (
        article(built(head="", body=f"<article><p>{FIRST}</p><p>{SECOND} {words}.</p></article>"), name="a.html").date
        is None
    )


@pytest.mark.parametrize(
    ("canonical", "address", "expected"),
    [
        ("https://herald.example.org/gomel", None, "https://herald.example.org/gomel"),
        (
            "https://herald.example.org/gomel",
            "https://m.herald.example.org/gomel?from=x",
            "https://herald.example.org/gomel",
        ),
        ("https://herald.example.org/gomel", "https://other.example.com/a", "https://other.example.com/a"),
        ("javascript:alert(1)", None, None),
        ("https://a@b.example.org/", None, None),
        ("https://herald.example.org/" + "x" * 3000, None, None),
        ("", "https://other.example.com/a", "https://other.example.com/a"),
    ],
)
def test_the_pages_own_address_is_believed_on_its_own_host(canonical, address, expected):
    found = article(built(head=f'<link rel="canonical" href="{canonical}">'), name="a.html", address=address)
    assert found.address == expected
    assert ("address" in found.told) == (found.address != address)


ENCODED = "<html><head>%s</head><body><p>Zürich</p></body></html>"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (ENCODED.encode(), None),
        (ENCODED.encode("utf-8-sig"), "latin-1"),
        (ENCODED.encode("utf-16"), None),
        (ENCODED.encode("cp1252"), "iso-8859-1"),
        (ENCODED.replace("%s", "<meta charset=windows-1252>").encode("cp1252"), None),
        (
            ENCODED.replace("%s", '<meta http-equiv=Content-Type content="text/html; charset=mac-roman">').encode(
                "mac-roman"
            ),
            None,
        ),
        (("<?xml version='1.0' encoding='iso-8859-1'?>" + ENCODED).encode("cp1252"), None),
        (ENCODED.replace("%s", "<meta charset=utf-16>").encode(), None),
        (ENCODED.replace("%s", "<meta charset=no-such>").encode("cp1252"), "neither"),
        (ENCODED.encode("cp1252"), "utf-8"),
        (ENCODED.replace("Z", "\0Z\0").encode(), None),
    ],
    ids=[
        "utf-8",
        "mark",
        "utf-16",
        "server",
        "meta",
        "http-equiv",
        "xml",
        "meta lies",
        "unknown",
        "server lies",
        "nul",
    ],
)
def test_a_page_is_decoded_as_its_mark_its_server_or_itself_says(data, charset):
    assert "<p>Zürich</p>" in decoded(data, "a.html", charset)


def test_a_page_in_cyrillic_that_declares_nothing_comes_out_right():
    text = "Переговоры прошли в воскресенье в Гомельской области, недалеко от границы с Украиной."
    assert text in decoded(f"<html><body><p>{text}</p></body></html>".encode("cp1251"), "a.html")


def test_a_page_cut_in_the_middle_of_a_letter_is_still_in_its_encoding():
    data = built(body=f"<p>{FIRST * 20} Zürich ü".replace("Gomel", "Гомель")).removesuffix(b"</body></html>")[:-1]
    assert "Гомель" in decoded(data, "a.html", "utf-8")


@pytest.mark.parametrize("odd", [b"\xff\xfe\1\2", b"\x81" * 5])
def test_odd_bytes_do_not_cost_the_page(odd):
    assert "Gomel" in decoded(built().replace(b"<p>", b"<p>" + odd), "a.html")


def test_where_no_article_is_found_all_visible_text_is_read_and_that_is_told(caplog):
    with caplog.at_level(logging.WARNING, logger="geo"):
        found = article(b"<div>" * 1000 + f"<p>{FIRST}</p>".encode(), name="a.html")
    assert found.text == FIRST
    assert "no article was found on the page" in caplog.text


def test_a_page_of_more_tags_than_are_looked_through_is_read_as_it_shows(monkeypatch):
    monkeypatch.setattr(html, "MAX_TAGS", 5)
    assert article(built(), name="a.html").text.startswith("Home World\n\nTalks begin in Gomel\n\n")


def test_what_was_saved_of_a_page_that_is_not_free_is_read_and_that_is_told(caplog):
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
    with caplog.at_level(logging.WARNING, logger="geo"):
        found = article(built(head=HEAD + script, body=BODY.replace(SECOND, SECOND * 5)), name="a.html")
    assert found.text.startswith(FIRST)
    assert "a.html: only the beginning is free" in caplog.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "holds no text"),
        (b"<html><script>x</script></html>", "holds no text"),
        (b"<p>Please enable JavaScript to go on</p>", "shows its text only where scripts run"),
        (b"<title>Access denied</title><p>Sorry.</p>", "a check for robots in place of the article"),
        (b"%PDF-1.4", "is a PDF"),
    ],
)
def test_a_page_without_an_article_is_refused_in_a_line(data, words):
    with pytest.raises(NotText, match=words) as caught:
        article(data, name="a.html")
    assert "\n" not in str(caught.value)


TRICKS = {
    "deep": "<div>" * 100_000 + FIRST,
    "deep and open": "<p><b><i>" * 15_000 + FIRST,
    "one tag": f"<{'a' * 100_000}><p>{FIRST}",
    "no end of a tag": f"<p>{FIRST}<a " + "x=1 " * 10_000,
    "angles": "<" * 100_000 + FIRST,
    "entities": f"<!DOCTYPE html [<!ENTITY a 'x'>]><p>&a;&a;&#0;&#xD800;&#x110000;&#99999999999; {FIRST}",
    "json": '<script type="application/ld+json">' + "[" * 50_000 + f"</script><p>{FIRST}",
    "odd json": '<script type="application/ld+json">{"author": [{}, 5, null], "@graph": {}}</script>' + f"<p>{FIRST}",
    "odd meta": f'<meta property="og:title"><meta content="x"><meta name="author" content=";;;"><html lang=""><p>{FIRST}',
    "odd canonical": f'<link rel=canonical href="http://[::1"><link rel=canonical href="//"><p>{FIRST}',
}


@pytest.mark.parametrize("source", TRICKS.values(), ids=TRICKS)
def test_tricks_of_hostile_pages_do_not_cost_the_text(source):
    assert "Gomel" in article(source.encode(), name="a.html").text


def test_a_fetched_page_is_read_in_a_helper_and_its_address_is_nobodys_word():
    found = page(
        built(head=""), name="https://herald.example.org/g", address="https://herald.example.org/g", charset="utf-8"
    )
    assert found.address == "https://herald.example.org/g"
    assert "address" not in found.told


def test_a_page_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(html, "MAX_BYTES", 2**20)
    with pytest.raises(InputError, match="larger than 1 MB"):
        page(bytes(2**20 + 1), name="a")


def test_the_reader_works_in_a_helper():
    (found,) = read("a.html", BytesIO(built()), stop)
    assert found == article(built(), name="a.html")
