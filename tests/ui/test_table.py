"""Every mention as a row."""

from geo.ui.table import frame
from tests.stories import story


def test_every_mention_is_a_row_in_text_order():
    told = story()
    assert list(frame(told)["In the text"]) == [mention.surface for mention in told.mentions]


def test_an_unresolved_mention_is_a_row_without_a_place():
    row = frame(story("[Nowhere|?]")).iloc[0]
    assert row["Place"] == "not located" and row["Latitude"] is None


def test_a_story_without_mentions_is_a_table_without_rows():
    assert frame(story("nothing")).empty
