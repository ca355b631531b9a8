"""Pairs of made-up agency stories: the same one as outlets print it, and others on the same event."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import files
from geo.duplicates import LEAST_SIZE, NEAR, SHORT, likeness, near_duplicates

STORY = """KARIBO, March 3 (Lantern) - A ferry with 140 people on board ran aground on a sandbank in the Lower Tamba on Sunday
evening and lay there until morning, the harbour office said. Nobody was hurt. The Princess of Karibo had left the northern
bank at six o'clock and lost her way when the lights of the channel went out, according to her master, who has steered her for
nineteen years. "I knew the bank was there, I only did not know that we were," he told reporters on the quay.

Passengers spent the night on deck under sacks that were meant for onions. At first light fishermen from three villages came
with their boats and took them ashore in groups of eight, old people and children first. Two goats and a sewing machine were
left behind and fetched at noon.

The lights of the channel were put up four years ago with money from a fund for inland shipping. The provincial government says
that they failed because their batteries had been stolen, and that new ones will be bolted down. A union of boatmen says that
nobody has looked after them since the day they were opened. The ferry is to sail again on Wednesday when the river is
expected to have risen by half a metre."""

PARAGRAPHS = STORY.split("\n\n")
WORDS = STORY.split(" ")

SAME = {
    "another headline": "Night on a sandbank: ferry stuck in Karibo\n\n" + STORY,
    "a byline and a footer": f"By Ida Roe\n\n{STORY}\n\nReporting by Ida Roe; Editing by Max Poe",
    "cut after the second paragraph": "\n\n".join(PARAGRAPHS[:2]),
    "without its second paragraph": "\n\n".join([PARAGRAPHS[0], PARAGRAPHS[2]]),
    "a correction": STORY.replace("140 people", "114 people").replace("Two goats", "Three goats")
    + "\n\n(This story corrects the number of people on board in the first paragraph.)",
    "lightly edited": " ".join("indeed" if number % 25 == 24 else word for number, word in enumerate(WORDS)),
    "other quotation marks, capitals and spaces": STORY.replace('"', "“").replace("KARIBO", "Karibo").replace("\n", "\r\n  "),
    "in another order": "\n\n".join(reversed(PARAGRAPHS)),
    "with a paragraph of the outlet's own": STORY + "\n\nOur correspondent saw the ferry on Monday. Her hull was whole, and "
    "on her rail hung shirts to dry. A boy sold tea to those who had come to look. The road to the quay was still under water, "
    "and the school beside it had been closed for the day.",
}  # fmt: skip

OTHER = {
    "another agency on the same event": """KARIBO (Courier) - More than a hundred passengers of a river ferry were brought to
safety on Monday after a night on a sandbank in the Lower Tamba. Fishermen took them off in small boats. The Princess of Karibo
had run aground on Sunday evening in the dark, the police said. The master blamed the lights of the channel, which had gone
out. "I knew the bank was there, I only did not know that we were," he told reporters on the quay. Boatmen have complained
about the lights for years. The province promised new batteries, and the ferry company said that it would pay everybody back
the price of the passage, about the cost of a loaf of bread.""",
    "a later story with the same background": """KARIBO, March 6 (Lantern) - The Princess of Karibo sailed again on
Wednesday, three days after she had run aground on a sandbank in the Lower Tamba. About two hundred people stood on the quay
and cheered when she cast off, and a band of the fire brigade played. Her master, who has steered her for nineteen years, wore
a new cap. Four policemen have been posted at the lights of the channel. The lights of the channel were put up four years ago
with money from a fund for inland shipping. A court will hear the boatmen in April, who want to look after them and be paid.""",
    "a reader's letter": """Your story of the ferry made me laugh and then it made me sad. I crossed the Tamba every week as a
child, and there were no lights at all, but there were men who knew the river by its smell. They were sent home when the new
master came with his charts. Charts do not move, sandbanks do. Give the old men their caps back and let them sit in the bow,
and nobody will have to sleep under onion sacks again.""",
    "the same form": """TOVARI, March 3 (Lantern) - A bus with 40 people on board ran off the road in the hills above Tovari on
Sunday evening and lay there until morning, the police said. Nobody was hurt. The bus had left the market at six o'clock and
lost its way in fog, according to its driver. Passengers spent the night in a barn. At first light farmers came with tractors
and pulled it out. The road was mended four years ago, and a union of drivers says that it has not been looked after.""",
}

ROUND_UP = "The day in the province\n\n" + "\n\n".join([STORY, OTHER["the same form"], OTHER["a reader's letter"]])


@pytest.mark.parametrize("sort", SAME)
def test_the_same_story_as_others_print_it_is_near(sort):
    assert likeness(STORY, SAME[sort]) == likeness(SAME[sort], STORY) >= NEAR
    assert near_duplicates([("a", STORY), ("b", SAME[sort])]) == [("a", "b")]


@pytest.mark.parametrize("sort", OTHER)
def test_another_story_on_the_event_is_far_from_near(sort):
    assert likeness(STORY, OTHER[sort]) <= NEAR / 2
    assert near_duplicates([("a", STORY), ("b", OTHER[sort])]) == []


def test_groups_are_told_in_the_order_seen_and_what_is_alone_is_in_none():
    letter = OTHER["a reader's letter"]
    texts = [("1", letter), ("2", STORY), ("3", OTHER["the same form"]), ("4", SAME["a correction"]), ("5", letter)]
    assert near_duplicates(texts) == [("1", "5"), ("2", "4")]


def test_the_texts_may_be_told_one_at_a_time_and_none_may_be_there():
    assert near_duplicates(iter([("a", STORY), ("b", STORY)])) == [("a", "b")]
    assert near_duplicates([]) == near_duplicates([("a", STORY)]) == []


def test_a_round_up_does_not_chain_the_stories_of_a_day():
    found = near_duplicates([("ferry", STORY), ("all", ROUND_UP), ("bus", OTHER["the same form"])])
    assert found == [("ferry", "all")]


def test_a_paragraph_is_no_copy_of_a_long_report():
    report = "\n\n".join([*OTHER.values(), *PARAGRAPHS])
    assert likeness(PARAGRAPHS[1], report) == 1.0 and len(PARAGRAPHS[1].split()) < LEAST_SIZE * len(report.split())
    assert near_duplicates([("a", report), ("b", PARAGRAPHS[1])]) == []


def test_short_texts_are_the_same_or_not():
    """A list of such lines is not one story, however alike they are."""
    line = "The ferry to Karibo sails at six o'clock on Monday and at seven on Tuesday."
    assert len(line.split()) < SHORT
    assert near_duplicates([("a", line), ("b", line.upper()), ("c", line.replace("six", "five"))]) == [("a", "b")]
    assert likeness(line, line) == 1.0 and likeness(line, line.replace("six", "five")) == likeness(line, STORY) == 0.0


def test_texts_without_words_are_alike():
    assert near_duplicates([("a", ""), ("b", "—"), ("c", STORY)]) == [("a", "b")]


@settings(max_examples=30)
@given(
    st.lists(
        st.sampled_from(["", "a", "Tamba " * 40, STORY, PARAGRAPHS[0], "\ud800 " * 40, "海" * 50, "x" * 500]),
        max_size=12,
    )
)
def test_every_id_is_in_one_group_at_most_and_groups_do_not_change(texts):
    told = [(str(number), text) for number, text in enumerate(texts)]
    groups = near_duplicates(told)
    ids = [id for group in groups for id in group]
    assert len(ids) == len(set(ids)) and all(len(group) > 1 for group in groups)
    assert near_duplicates(told) == groups


def test_long_texts_and_many_copies_take_no_time_worth_telling():
    texts = ["Tamba " * 200_000, "".join(f"w{number} " for number in range(100_000)), *[STORY] * 200]
    assert [len(group) for group in near_duplicates((str(number), text) for number, text in enumerate(texts))] == [200]


def test_the_library_is_loaded_only_when_texts_are_compared():
    code = "import sys, geo.duplicates; print({'datasketch', 'scipy', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=files.ROOT, capture_output=True, text=True, check=True)
    assert "datasketch" not in done.stdout and "scipy" not in done.stdout
