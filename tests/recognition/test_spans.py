import numpy as np
import pytest

from geo.recognition.spans import best_path, mentions, runs
from geo.recognition.tagger import BEGIN, INSIDE, OUTSIDE, Tagged
from geo.recognition.words import split

SURE = 0.98
REST = (1 - SURE) / 2


def tagged(text: str, tags: str, associative: tuple[int, ...] = ()) -> Tagged:
    """A text with one letter of "OBI" a word."""
    words = split(text)
    table = np.full((len(words), 3), REST)
    table[np.arange(len(words)), ["OBI".index(t) for t in tags]] = SURE
    role = np.array([0.9 if i in associative else 0.1 for i in range(len(words))])
    openings = np.zeros(len(words), dtype=bool)
    openings[:1] = True
    return Tagged(words, table, role, openings)


def surfaces(text: str, tags: str) -> list[str]:
    return [m.surface for m in mentions(text, tagged(text, tags))]


def test_a_run_of_tags_is_one_mention_and_a_new_begin_starts_another():
    assert surfaces("near Gomel Region Minsk", "OBIB") == ["Gomel Region", "Minsk"]


@pytest.mark.parametrize(
    ("text", "tags", "expected"),
    [
        ("Ukraine's army", "BIIO", ["Ukraine"]),
        ("Texas' towns", "BIO", ["Texas"]),
        ("the Bronx burned", "BIO", ["Bronx"]),
        ("The Hague ruled", "BIO", ["The Hague"]),
        ("Coeur d'Alene", "BIII", ["Coeur d'Alene"]),
        ("in Vermont.", "OBI", ["Vermont"]),
        ("in Calif.", "OBI", ["Calif."]),
        ("in W. Va.", "OBIII", ["W. Va."]),
    ],
)
def test_possessives_articles_in_lower_case_and_the_stop_of_a_sentence_are_trimmed(text, tags, expected):
    assert surfaces(text, tags) == expected


def test_a_mention_of_marks_alone_is_dropped():
    assert surfaces("- Gomel", "BO") == []


def test_role_comes_from_the_first_word():
    text = "Moscow said in Kyiv"
    found = mentions(text, tagged(text, "BOOB", associative=(0,)))
    assert [m.role for m in found] == ["associative", "literal"]


def test_inside_never_follows_outside():
    unsure = np.array([[0.5, 0.1, 0.4], [0.1, 0.1, 0.8], [0.1, 0.45, 0.45]])
    path = best_path(unsure, np.array([True, False, False]))
    assert path[0] != INSIDE
    assert all(not (b == INSIDE and a == OUTSIDE) for a, b in zip(path, path[1:], strict=False))


def test_no_mention_reaches_across_two_windows():
    sure = np.array([[REST, SURE, REST], [REST, REST, SURE]])
    assert list(best_path(sure, np.array([True, False]))) == [BEGIN, INSIDE]
    assert best_path(sure, np.array([True, True]))[1] != INSIDE


def test_runs_of_a_path():
    assert runs(np.array([OUTSIDE, BEGIN, INSIDE, BEGIN, OUTSIDE])) == [(1, 2), (3, 3)]


def test_an_empty_text_has_no_mentions():
    assert mentions("", tagged("", "")) == ()
