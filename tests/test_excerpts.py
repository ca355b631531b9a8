"""Each case names a mention in angle brackets and the sentence that a reader expects to see for it."""

import pytest

from geo.excerpts import MAX_CHARS, REACH, excerpt, sentence, sentences
from geo.types import Article, Mention, Story


def shown(marked: str) -> str:
    """The excerpt of the mention that is marked as ⟨Minsk⟩."""
    start, end = marked.index("⟨"), marked.index("⟩") - 1
    text = marked.replace("⟨", "").replace("⟩", "")
    mention = Mention(start, end, text[start:end])
    return excerpt(Story(Article(text), (mention,)), mention)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("He left. He flew to ⟨Minsk⟩. She stayed.", "He flew to Minsk."),
        ("⟨Minsk⟩ is calm! Gomel is not.", "Minsk is calm!"),
        ("Is it ⟨Minsk⟩? Yes.", "Is it Minsk?"),
        ("“It is ⟨Minsk⟩.” She nodded.", "“It is Minsk.”"),
        ('She nodded. "⟨Minsk⟩ it is," he said.', '"Minsk it is," he said.'),
        ("Rain fell.\n\nIn ⟨Minsk⟩ it snowed\n\nThe end.", "In Minsk it snowed"),
        ("A line\nbroken in ⟨Minsk⟩\nby hand. More.", "A line broken in Minsk by hand."),
        ("Flood hits a valley\nBy Jane Doe\nIt rained in ⟨Minsk⟩ on Monday.", "It rained in Minsk on Monday."),
        ("Flood hits ⟨Minsk⟩\nBy Jane Doe\nIt rained all of Monday.", "Flood hits Minsk"),
        (
            "Rain fell on the whole of\nBelarus, and most of all in\n⟨Minsk⟩. More is to come.",
            "Rain fell on the whole of Belarus, and most of all in Minsk.",
        ),
        ("Windows\r\n\r\nwrites ⟨Minsk⟩ so.\r\n\r\nEnd.", "writes Minsk so."),
        ("Talks in ⟨Minsk⟩.Also Read - More News", "Talks in Minsk."),
        ("He waits… ⟨Minsk⟩ waits too.", "Minsk waits too."),
        ("⟨Minsk⟩", "Minsk"),
    ],
)
def test_the_excerpt_is_the_sentence_around_the_mention(marked, expected):
    assert shown(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Gov. Greg Abbott flew to ⟨Paris⟩.",
        "On Feb. 27 talks began near ⟨Gomel⟩.",
        "The U.S. Geological Survey looked at ⟨Ighil⟩.",
        "He lived in St. Louis and in ⟨Paris⟩.",
        "John F. Kennedy spoke in ⟨Berlin⟩.",
        "It measured 6.8 near ⟨Ighil⟩ at 11 p.m. local time.",
        "In ⟨Austin⟩, Tex. Gov. Abbott spoke.",
        "No. 5 in ⟨Minsk⟩ is closed.",
        "Fans of ⟨Leeds⟩ vs. Everton met.",
    ],
)
def test_a_full_stop_of_an_abbreviation_does_not_end_the_sentence(marked):
    assert shown(marked) == marked.replace("⟨", "").replace("⟩", "")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("He lives in the U.S. The ⟨Minsk⟩ talks go on.", "The Minsk talks go on."),
        ("They met in ⟨Dallas⟩, Tex. It rained.", "They met in Dallas, Tex."),
        ("In ⟨Washington, D.C.⟩ The talks failed.", "In Washington, D.C."),
        ("He said no. The ⟨Minsk⟩ talks failed.", "The Minsk talks failed."),
    ],
)
def test_an_abbreviation_before_a_word_that_opens_sentences_ends_one(marked, expected):
    assert shown(marked) == expected


def test_a_long_sentence_is_cut_at_words_around_the_mention():
    result = shown("word " * 200 + "⟨Minsk⟩" + " word" * 200)
    assert result.startswith("…word ") and result.endswith(" word…")
    assert "Minsk" in result and len(result) <= MAX_CHARS + 2


def test_a_long_text_without_spaces_still_shows_the_mention():
    result = shown("x" * 5000 + "⟨Minsk⟩" + "x" * 5000)
    assert "Minsk" in result and len(result) <= MAX_CHARS + 2


def test_a_mention_longer_than_the_limit_is_shown_whole():
    assert "M" * 1000 in shown(f"In ⟨{'M' * 1000}⟩ it rained.")


def test_the_bounds_are_offsets_into_the_text():
    text = "One.  Two in Minsk.  Three."
    start = text.index("Minsk")
    first, last = sentence(text, start, start + 5)
    assert text[first:last] == "Two in Minsk."


def test_a_boundary_inside_the_mention_does_not_split_it():
    text = "In St. The Minsk we met."
    first, last = sentence(text, 3, 16)
    assert first <= 3 and last >= 16


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", []),
        ("One.", ["One."]),
        ("He met Dr. Roe. She left.\n\nAt dawn it rained", ["He met Dr. Roe.", "She left.", "At dawn it rained"]),
    ],
)
def test_a_text_is_cut_into_sentences_that_touch(text, wanted):
    cut = [text[first:resume] for first, resume in sentences(text)]
    assert [part.strip() for part in cut if part.strip()] == wanted
    assert "".join(cut) == text


def test_what_never_ends_is_cut_all_the_same():
    text = "a " * 5 * REACH
    assert [first for first, _ in sentences(text)] == list(range(0, len(text), 2 * REACH))
