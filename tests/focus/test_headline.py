"""The places of a headline that stands apart from the text."""

import pytest

from geo.focus.headline import CONTEXT, LONGEST_HEADLINE, headline_mentions
from geo.resolution import Weights
from geo.resolution.outlet import Home
from geo.types import Article, Mention
from tests.fake_tagger import CapitalTagger
from tests.gazetteers import PARIS, PARIS_TEXAS, small
from tests.marked import marked


@pytest.fixture(scope="module")
def weights():
    return Weights.load()


def found(title, sentence, weights):
    text, mentions = marked(sentence)
    return headline_mentions(Article(text, title=title), mentions, CapitalTagger(), small(), weights)


def test_a_name_of_the_headline_is_resolved_among_those_of_the_text(weights):
    assert [m.place for m in found("Rain in Paris", "It rained in [Texas] and [Dallas].", weights)] == [
        None,
        PARIS_TEXAS,
    ]
    assert found("rain in Paris", "It rained in [France] and [Lyon].", weights)[0].place == PARIS


def test_offsets_are_into_the_title(weights):
    title = "more rain in Paris"
    (mention,) = found(title, "It rained in [Texas].", weights)
    assert title[mention.start : mention.end] == mention.surface == "Paris"


@pytest.mark.parametrize("title", [None, "", "  ", "no name at all"])
def test_a_headline_without_names_has_no_mentions(title, weights):
    assert found(title, "It rained in [Texas].", weights) == ()


def test_a_headline_that_is_part_of_the_text_is_not_read_twice(weights):
    assert found("Paris", "[Paris]\n\nIt rained in [Texas].", weights) == ()


def test_only_the_beginning_of_an_endless_headline_and_of_its_text_is_read(weights):
    assert found("x " * LONGEST_HEADLINE + "Paris", "It rained.", weights) == ()
    far = "x " * CONTEXT + "[Texas] [Dallas]"
    assert found("rain in Paris", far, weights) == found("rain in Paris", "x " * CONTEXT, weights)


def test_a_border_and_coordinates_of_the_text_are_no_names(weights):
    text = "the border of Texas at 1.234, 5.678"
    mentions = (Mention(0, 19, text[:19], kind="border"), Mention(23, 35, text[23:], kind="coordinates"))
    article = Article(text, title="rain in Paris")
    alone = headline_mentions(article, (), CapitalTagger(), small(), weights)
    assert headline_mentions(article, mentions, CapitalTagger(), small(), weights) == alone


def test_where_the_outlet_s_readers_live_is_kept_in_mind(weights):
    texas = Home({"US": 1.0}, {"US.TX": 1.0}, ((33.66, -95.56, 1.0),), "local", "table", "an outlet of Paris, Texas")
    article = Article("It is open.", title="the fair in Paris")

    def place(home):
        return headline_mentions(article, (), CapitalTagger(), small(), weights, home)[0].place

    assert place(texas) == PARIS_TEXAS != place(None)
