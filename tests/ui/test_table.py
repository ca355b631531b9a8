"""Every mention as a row."""

from dataclasses import replace

import pytest

from geo.drawing import words
from geo.types import When
from geo.ui.table import COLUMNS, frame, title
from tests.stories import story


def test_every_mention_is_a_row_in_text_order():
    told = story()
    assert list(frame(told)["In the text"]) == [mention.surface for mention in told.mentions]


def test_an_unresolved_mention_is_a_row_without_a_place():
    row = frame(story("[Nowhere|?]")).iloc[0]
    assert row["Place"] == "not located" and row["Latitude"] is None


def test_a_story_without_mentions_is_a_table_without_rows():
    assert frame(story("nothing")).empty


@pytest.mark.parametrize("confidence", [0.004, 0.46, 0.5049, 0.994, 0.9999])
def test_confidence_is_the_whole_per_cent_of_the_card(confidence):
    told = story(f"[Kyiv|kyiv:{confidence}]")
    shown = COLUMNS["Sure"]["type_config"]["format"] % frame(told).iloc[0]["Sure"]
    assert shown == words.percent(told.mentions[0].confidence)


def test_latitude_and_longitude_have_the_same_decimals():
    assert {COLUMNS[name]["type_config"]["format"] for name in ("Latitude", "Longitude")} == {"%.4f"}


def test_the_table_s_title_counts_in_plain_english():
    assert title(1, 1) == "The one mention as a table"
    assert title(2, 2) == "All 2 mentions as a table"
    assert title(1, 2) == "1 of 2 mentions as a table"


def test_a_row_says_which_days_its_sentence_speaks_of():
    told = story("[Kyiv|kyiv] and [Minsk|minsk]")
    dated = replace(told.mentions[0], when=When("2022-02-27", "2022-02-27", "on Sunday", "day"))
    shown = frame(replace(told, mentions=(dated, told.mentions[1])))
    assert list(shown["Speaks of"]) == ["27 February 2022", ""]
