from dataclasses import replace

from geo.exporting.table import COLUMNS, rows, to_frame
from geo.types import Article, Part, When


def test_a_frame_has_a_row_for_each_mention_in_text_order(parse):
    frame = to_frame(parse(Article("Paris, then Minsk, then Nowhere.", id="a")))
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["surface"]) == ["Paris", "Minsk", "Nowhere"]
    assert list(frame["lat"].round(2))[:2] == [33.66, 53.9]
    assert frame["lat"].isna().tolist() == [False, False, True]


def test_a_story_without_mentions_gives_the_columns_and_no_row(parse):
    frame = to_frame(parse(""))
    assert (list(frame.columns), len(frame)) == (list(COLUMNS), 0)


def test_a_story_offers_its_frame_itself(parse):
    story = parse("In Minsk.")
    assert story.to_frame().equals(to_frame(story))


def test_a_row_joins_the_reasons_and_adds_the_sentence(parse):
    (row,) = rows(parse("He left. In Minsk it rained."))
    assert row["reasons"] == "the only Minsk named here; a second reason"
    assert row["excerpt"] == "In Minsk it rained."


def test_a_row_has_the_days_the_page_and_the_boilerplate_in_cells(parse):
    story = parse(Article("Minsk on Sunday", parts=(Part(0, 15, "page 3"),)))
    when = When("2022-02-21", "2022-02-27", "this week", "days")
    (row,) = rows(replace(story, mentions=(replace(story.mentions[0], when=when, boilerplate=True),)))
    told = [row[column] for column in ("when_from", "when_to", "when", "part", "boilerplate")]
    assert told == ["2022-02-21", "2022-02-27", "this week", "page 3", True]
