"""Whatever the text, a parse ends with mentions whose offsets fit, in order, and with coordinates on the globe.

Each case runs with the shipped model and with a stand-in that takes every capitalised word for a name, which drives the
gazetteer, the resolver and the shapes harder than any model would.
"""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo import Article, Story, parse, parse_many
from geo.exporting import FORMATS, jsonl, write
from tests.fake_tagger import CapitalTagger

NAMES = (
    "Minsk",
    "Paris",
    "Kyiv",
    "Springfield",
    "Lake Victoria",
    "Georgia",
    "Gomel Region",
    "São Paulo",
    "Ukrainian",
    "U.S.",
)
NAME = st.sampled_from(NAMES)
GLUE = st.sampled_from(
    [" ", ", ", ". ", "\n\n", " border with ", "’s ", "-", " north of ", " and ", "\r\n", "\0", "\ud800", "«"]
)
TEXTS = st.text(max_size=200) | st.lists(NAME | GLUE | st.text(max_size=5), max_size=30).map("".join)
QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

HOSTILE = {
    "empty": "",
    "white space": " \n\t\u00a0\u2003",
    "NULs": "\0Minsk\0 in\0 Belarus\0",
    "lone surrogates": "\ud800Minsk\udfff, \udc80Belarus",
    "beyond the basic plane": "🜁🜂 Minsk 🇧🇾 Gomel 👩‍👩‍👧",
    "combining marks": "M" + "\u0301" * 500 + "insk and Kyi\u0308v",
    "right to left": "\u202eksniM\u202c كييف Minsk",
    "no space at all": "Minsk" * 2_000,
    "one endless word": "M" + "i" * 50_000,
    "only marks": "...,,,;;;---" * 100,
    "only capitals": "MINSK PARIS KYIV TEXAS " * 100,
    "line ends of all kinds": "Minsk\r\nGomel\rKyiv\u2028Paris\u0085Rome\x0cOslo",
    "templates and markup": "{{7*7}} <script>Minsk</script> ${Kyiv} {# Gomel #} %s %(x)s",
    "numbers": "90.0, 180.0 and 999.9, -999.9 near Minsk 1e309",
    "borders in borders": "the border between the border with Belarus and its border with Ukraine and Poland’s border",
}


SMALL = {"png": {"width": 320, "height": 200}}
"""Options of a format; a picture of its usual size takes longer to draw than all that is tried here."""


@pytest.fixture(scope="module", params=["shipped model", "every capitalised word"])
def tried(request, engine):
    return engine if request.param == "shipped model" else replace(engine, tagger=CapitalTagger())


def check(story: Story) -> None:
    text = story.article.text
    spans = [(mention.start, -mention.end) for mention in story.mentions]
    assert spans == sorted(spans)
    for mention in story.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        assert 0 <= mention.confidence <= 1
        if mention.location:
            assert -90 <= mention.location.lat <= 90 and -180 <= mention.location.lon <= 180


@given(text=TEXTS)
@QUICK
def test_offsets_fit_whatever_the_text(tried, text):
    check(parse(text, tried))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_gives_a_sound_story_in_every_format(tried, text):
    story = parse(Article(text, id=text[:50], title=text[:50]), tried)
    check(story)
    for name in FORMATS:
        write(name, [story], BytesIO(), **SMALL.get(name, {}))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\u00a0"])
def test_a_text_without_words_has_no_mentions(tried, text):
    assert parse(text, tried).mentions == ()


FIVE_THOUSAND = ", ".join(NAMES[i % 5] for i in range(5_000))


def test_five_thousand_names_in_a_row_give_a_sound_story(tried):
    check(parse(FIVE_THOUSAND, tried))


def test_of_five_thousand_recognised_names_none_is_lost(engine):
    story = parse(FIVE_THOUSAND, replace(engine, tagger=CapitalTagger()))
    assert [mention.surface for mention in story.mentions] == FIVE_THOUSAND.split(", ")


def test_a_megabyte_of_text_is_parsed(engine):
    """With the stand-in only: the model reads a megabyte too, but it takes its time."""
    text = "Talks in Minsk went on while the rain fell on the river and the fields. " * 14_600
    story = parse(text, replace(engine, tagger=CapitalTagger()))
    check(story)
    assert len(text) > 1_000_000 and len(story.mentions) >= 14_600


def test_the_same_text_gives_the_same_bytes_alone_and_among_others(tried):
    texts = ["Talks in Minsk, Belarus.", "", "Paris, Texas, is not in France. " * 40, "Talks in Minsk, Belarus."]
    together = [line(story) for story in parse_many([Article(text) for text in texts], tried)]
    assert together == [line(parse(text, tried)) for text in texts]
    assert json.loads(together[0]) == json.loads(together[3])


def line(story: Story) -> str:
    out = StringIO()
    jsonl.write([story], out)
    return out.getvalue()
