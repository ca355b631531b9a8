import pytest

from geo.errors import InputError, NotFound
from geo.reading.feed_list import feed_list

OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="News">
<outline type="rss" xmlUrl="https://a.example/rss"/><outline type="rss" xmlUrl=" https://b.example/atom "/>
</outline><outline text="no feed"/></body></opml>"""


def written(tmp_path, text):
    (tmp_path / "feeds").write_text(text, "utf-8")
    return tmp_path / "feeds"


def test_a_line_is_a_feed_and_each_counts_once(tmp_path):
    lines = "# news\nhttps://a.example/rss\n\n  mine.rss  \r\nhttps://a.example/rss\n"
    assert feed_list(written(tmp_path, lines)) == ("https://a.example/rss", "mine.rss")


def test_opml_is_read_with_its_folders(tmp_path):
    assert feed_list(written(tmp_path, OPML)) == ("https://a.example/rss", "https://b.example/atom")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "<opml>",
        "<opml/>",
        '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><opml><outline xmlUrl="&b;"/></opml>',
        "<a>" * 5000,
    ],
)
def test_a_list_without_feeds_or_with_xml_that_is_none_is_told_in_one_line(tmp_path, text):
    with pytest.raises(InputError) as caught:
        feed_list(written(tmp_path, text))
    assert "write an address on each line" in str(caught.value) and "\n" not in str(caught.value)


def test_a_list_that_is_not_there_is_told(tmp_path):
    with pytest.raises(NotFound):
        feed_list(tmp_path / "gone")
