import pytest

from geo.dating.clauses import Span, around, clauses, nearest


def spans(text: str, *words: str) -> list[Span]:
    return [Span(text.index(word), text.index(word) + len(word)) for word in words]


def pieces(text: str, *words: str) -> list[str]:
    return [text[start:end].strip(" ,;") for start, end in clauses(text, 0, len(text), spans(text, *words))]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("He ran, she sat", (), ["He ran", "she sat"]),
        ("On Sunday, they met", ("On Sunday",), ["On Sunday, they met"]),
        ("It fell; in 1994, he won", ("in 1994",), ["It fell", "in 1994, he won"]),
        ("On March 4, 2022, they met", ("On March 4, 2022",), ["On March 4, 2022, they met"]),
        ("between 3 and 5 May it rained", ("between 3 and 5 May",), ["between 3 and 5 May it rained"]),
        ("1,000 fled and died", (), ["1,000 fled", "and died"]),
        ("", (), [""]),
    ],
)
def test_a_sentence_is_cut_between_clauses_and_not_within_a_date(text, words, wanted):
    assert pieces(text, *words) == wanted


def test_the_clause_around_a_position_is_the_one_that_holds_it():
    both = [Span(0, 5), Span(5, 9)]
    assert [around(position, both) for position in (0, 4, 5, 8)] == [both[0], both[0], both[1], both[1]]


def chosen(text: str, place: str, *words: str) -> str:
    told = spans(text, *words)
    (where,) = spans(text, place)
    return words[nearest(*where, told, clauses(text, 0, len(text), told))]


def test_the_nearest_in_the_clause_is_chosen():
    text = "Kyiv was hit on Monday and Lviv on Tuesday"
    assert chosen(text, "Kyiv", "on Monday", "on Tuesday") == "on Monday"
    assert chosen(text, "Lviv", "on Monday", "on Tuesday") == "on Tuesday"


def test_without_one_in_its_clause_a_place_has_the_sentences_first():
    text = "On Saturday, crowds met in Berlin, Prague and Madrid, and on Sunday they left"
    assert chosen(text, "Prague", "On Saturday", "on Sunday") == "On Saturday"
