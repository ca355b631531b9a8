import pytest

from geo.reading.visible import visible_text


def test_blocks_are_paragraphs_and_words_within_a_line_stay_in_it():
    assert (
        visible_text("<h1>Talks</h1><div>In <b>Go</b>mel,\n  <i>Belarus</i><br>today")
        == "Talks\n\nIn Gomel, Belarus\n\ntoday"
    )


@pytest.mark.parametrize("tag", ["script", "style", "template", "noscript", "title", "select"])
def test_what_is_not_shown_is_left_out(tag):
    assert visible_text(f"<p>Minsk</p><{tag}>Gomel <p>Brest</p></{tag}><p>Pinsk</p>") == "Minsk\n\nPinsk"


def test_entities_are_characters():
    assert visible_text("<p>K&ouml;ln &amp; Br&#x17C;&nbsp;&lt;p&gt;</p>") == "Köln & Brż <p>"


@pytest.mark.parametrize(
    "source", ["", "<", "<!--", "<p", "<![CDATA[", "&#x110000000;<p>", "<script>Minsk", "<!DOCTYPE"]
)
def test_a_broken_page_raises_nothing(source):
    assert isinstance(visible_text(source), str)


def test_depth_does_not_matter():
    assert visible_text("<div>" * 100_000 + "Minsk") == "Minsk"


def test_a_nul_is_no_paragraph():
    assert visible_text("<p>Min\0sk</p>") == "Minsk"
