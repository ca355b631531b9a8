import logging
from io import BytesIO

import pytest

from geo.errors import InputError
from geo.reading import feed as feeds
from geo.reading.failures import stop
from geo.reading.feed import feed, parsed, read
from tests.reading.made import atom_file, rss_file

RSS = '<rss version="2.0"><channel><title>The Daily Example</title><link>https://news.example/</link>{}</channel></rss>'


def articles(data, on_error=stop):
    return list(read("a.rss", BytesIO(data if isinstance(data, bytes) else data.encode()), on_error))


def entry(words):
    """The only entry of a feed, read in this process."""
    made = parsed(RSS.format(f"<item>{words}</item>").encode(), name="a.rss")
    return made["entries"][0]


def test_an_entry_in_full_is_an_article_in_paragraphs():
    article = articles(rss_file())[0]
    assert article.text == "Talks began in Minsk.\n\nThey end in Gomel."
    assert (article.id, article.title, article.date) == ("tag:news.example,a1", "Talks & tea", "2022-02-27")
    assert (article.author, article.outlet, article.language) == ("A. Writer", "The Daily Example", "en")
    assert article.address == article.source == "https://news.example/a1"
    assert (article.told["text"], article.told["date"]) == ("the feed's text", "the feed's day of publication")


def test_an_entry_with_a_summary_only_says_so():
    article = articles(rss_file())[1]
    assert (article.text, article.id) == ("The border near Gomel opened.", "https://news.example/a2")
    assert article.told["text"] == "the feed's summary"


def test_atom_is_read_with_the_day_of_publication_before_that_of_a_change():
    (article,) = articles(atom_file())
    assert (article.id, article.text, article.date) == ("urn:a1", "Talks began in Minsk.", "2022-02-27")


def test_the_day_of_a_change_is_told_as_such():
    (article,) = articles(atom_file().replace(b"<published>2022-02-27T23:30:00Z</published>", b""))
    assert (article.date, article.told["date"]) == ("2022-02-28", "the feed's day of the last change")


def test_an_entry_with_a_headline_only_is_that_headline():
    (article,) = articles(RSS.format("<item><title>Talks begin in Minsk</title></item>"))
    assert (article.text, article.title, article.told["text"]) == ("Talks begin in Minsk", None, "the feed's headline")


def test_an_entry_that_says_nothing_is_told_and_the_others_are_read():
    failures = []
    assert len(articles(RSS.format("<item></item><item><title>Talks</title></item>"), failures.append)) == 1
    assert [str(error) for error in failures] == ["a.rss, entry 1: has neither text nor title"]


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("<title>&lt;b&gt;Talks&lt;/b&gt; &amp;amp; tea</title><description>x</description>", "title", "Talks & tea"),
        ("<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>", "text", "One.\n\nTwo."),
        ("<description>&lt;script&gt;x()&lt;/script&gt;One.</description>", "text", "One."),
        ("<link>javascript:alert(1)</link><title>Talks</title>", "address", None),
        ("<link>file:///etc/passwd</link><title>Talks</title>", "address", None),
        ("<pubDate>soon</pubDate><title>Talks</title>", "date", None),
        ("<title>Talks</title>", "id", "Talks"),
        ("<link>https://news.example/1</link>", "id", "https://news.example/1"),
    ],
)
def test_what_an_entry_says_becomes_plain_words(words, field, value):
    assert entry(words)[field] == value


def test_entries_can_be_asked_for_without_a_file():
    found = feed(rss_file(), "https://news.example/feed")
    assert [(e.id, e.date, e.address) for e in found.entries] == [
        ("tag:news.example,a1", "2022-02-27", "https://news.example/a1"),
        ("https://news.example/a2", None, "https://news.example/a2"),
    ]
    assert (found.title, found.language) == ("The Daily Example", "en")


def test_links_are_relative_to_where_the_feed_was_found():
    data = b'<rss version="2.0"><channel><item><link>/a1</link></item></channel></rss>'
    assert feed(data, "a", address="https://news.example/feed").entries[0].address == "https://news.example/a1"


@pytest.mark.parametrize("data", [b"", b"junk", b"<html><p>x</p></html>", b'<?xml version="1.0"?><a/>', b"\0" * 99])
def test_what_is_no_feed_is_refused(data):
    with pytest.raises(InputError, match="is neither an RSS nor an Atom feed"):
        articles(data)


def test_a_feed_without_entries_is_no_error(caplog):
    with caplog.at_level(logging.WARNING, logger="geo"):
        assert articles(RSS.format("")) == []
    assert "the feed has no entry" in caplog.text


def test_a_feed_that_breaks_off_gives_what_there_is_with_a_warning(caplog):
    with caplog.at_level(logging.WARNING, logger="geo"):
        assert articles(rss_file()[:-60])[0].id == "tag:news.example,a1"
    assert "not well-formed" in caplog.text


def test_a_feed_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(feeds, "MAX_BYTES", 100)
    with pytest.raises(InputError, match="larger than"):
        articles(rss_file())
    with pytest.raises(InputError, match="that is no feed"):
        feed(rss_file(), "a.rss")


def test_more_entries_than_are_read_are_left_out_with_a_warning(monkeypatch, caplog):
    monkeypatch.setattr(feeds, "MOST_ENTRIES", 1)
    assert len(parsed(rss_file(), name="a.rss")["entries"]) == 1
    assert "only the first 1 entries of 2" in caplog.text


def test_an_entity_bomb_does_not_grow():
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    bomb = f"<!DOCTYPE rss [{entities}]>" + RSS.format("<item><title>&j;</title></item>")
    assert len(str(parsed(bomb.encode(), name="a.rss"))) < 10_000
