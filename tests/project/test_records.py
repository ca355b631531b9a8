from dataclasses import replace

import pytest

from geo.project.applying import Judged
from geo.project.codec import Encoder
from geo.project.records import (
    Record,
    article_columns,
    article_row,
    batches,
    doubt,
    edited,
    judged_columns,
    mention_rows,
    placed_row,
    story_row,
    text_row,
    words_row,
)
from geo.types import Article, Language, Location, Mention, Resolution, Story, When
from tests.project.made import KYIV, told

RECORD = Record.of(told("Rain in [Kyiv|kyiv:0.9]. More.", "a", outlet="Post"))


def test_a_record_knows_its_id_its_hash_and_its_places():
    assert (RECORD.id, len(RECORD.hash), RECORD.places) == ("a", 64, [KYIV])


def test_stories_come_some_at_a_time_and_those_before_an_error_first():
    def broken():
        yield from [RECORD.story] * 3
        raise ValueError("no more")

    coming = batches(broken(), 2)
    assert [len(next(coming)), len(next(coming))] == [2, 1]
    with pytest.raises(ValueError, match="no more"):
        next(coming)
    assert list(batches([], 2)) == []


def test_a_row_of_the_list_has_what_is_shown():
    row = article_row(RECORD, "2024-05-01")
    assert (row["id"], row["title"], row["outlet"], row["length"]) == ("a", "A", "Post", 19)


def test_the_language_is_the_sources_else_that_of_most_words():
    said = Story(Article("x", language="fr"), (), languages=(Language("de", "German"),))
    assert article_columns(said.article, said)["language"] == "fr"
    unsaid = replace(said, article=Article("x"))
    assert article_columns(unsaid.article, unsaid)["language"] == "de"
    assert article_columns(Article("x"), Story(Article("x"), ()))["language"] is None


def test_a_mention_knows_its_sentence_and_its_days():
    mention = replace(RECORD.story.mentions[0], when=When("2024-01-01", "2024-01-07", "this week", "days"))
    row = placed_row(mention, 0, 5, RECORD.story.article.text)
    assert (row["excerpt_start"], row["excerpt_stop"], row["first"], row["last"]) == (0, 13, "2024-01-01", "2024-01-07")
    assert row["surface_key"] == "kyiv"


def test_rows_of_mentions_have_all_columns():
    (row,) = mention_rows(RECORD, 5, Encoder(), {KYIV.id: 9})
    assert (row["place"], row["article"], row["confidence"], row["state"]) == (9, 5, 0.9, "unverified")


def test_a_mention_that_means_nothing_has_no_place_and_no_point():
    columns = judged_columns(Judged(Mention(0, 1, "x")), Encoder(), {})
    assert (columns["place"], columns["lat"], columns["shape"], columns["confidence"]) == (None, None, None, 0.0)


def test_a_geometry_is_referred_to():
    line = {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}
    encoder = Encoder()
    columns = judged_columns(Judged(Mention(0, 1, "x", location=Location(0, 0, line))), encoder, {})
    assert columns["shape"] in encoder.geometries


@pytest.mark.parametrize(
    ("resolution", "unsure"),
    [(None, 1.0), (Resolution(KYIV, 0.75), 0.25), (Resolution(None, 0.75), 0.25), (Resolution(None, 0.0), 1.0)],
)
def test_doubt_is_how_unsure_the_engine_is(resolution, unsure):
    assert doubt(Mention(0, 1, "x", resolution=resolution)) == unsure


def test_an_edited_article_says_so_and_is_else_the_same():
    article = Article("x", outlet="Post", told={"outlet": "the page"})
    assert edited(article, {}, "set") is article
    found = edited(article, {"outlet": "Herald"}, "set by Ann")
    assert found == replace(article, outlet="Herald", told={"outlet": "set by Ann"})


def test_texts_are_kept_apart_from_what_is_said_of_them():
    assert b"Rain" not in story_row(RECORD, 5, Encoder())["said_article"].encode()
    assert text_row(RECORD, 5)["article"] == words_row(RECORD, 5)["key"] == 5
    assert words_row(RECORD, 5)["body"] == RECORD.story.article.text
