import pytest

from geo.dating.tense import ahead, cues

AHEAD = [
    "They will meet on Sunday.",
    "They will not meet again until the vote on Sunday.",
    "Voters go to the polls on Sunday.",
    "The pass will stay shut on Sunday.",
    "They agreed to meet on Sunday.",
    "The game is scheduled for noon on Sunday.",
    "The rally, to be held on Sunday, is banned.",
    "They’ll be there on Sunday.",
    "The envoy is to land on Sunday.",
    "On Sunday the two will meet.",
    "The vote was put off until Sunday.",
    "They postponed the vote to Sunday.",
    "Shops closed ahead of Sunday's vote.",
    "A court extended his detention until Sunday.",
    "The vote was moved to Sunday.",
]
BACK = [
    "They met on Sunday.",
    "He said on Sunday that they would meet.",
    "He will not speak of those who fled on Sunday.",
    "Talks that were held on Sunday will go on.",
    "Rain, which had fallen on Sunday, may return.",
    "They would have met on Sunday had it not rained.",
    "He will resign after Sunday's defeat.",
    "He was suspended on Sunday.",
    "The go-ahead was given on Sunday.",
    "They slept in the open on Sunday.",
    "Thousands fled; after the visit on Sunday it rained.",
]
OPEN = ["Sunday.", "The gates are closed on Sunday.", "Rain on Sunday."]


def direction(text: str) -> bool | None:
    start = text.index("Sunday")
    return ahead(text, start, start + len("Sunday"), cues(text, 0, len(text)), (0, len(text)))


@pytest.mark.parametrize("text", AHEAD)
def test_the_verb_looks_ahead(text):
    assert direction(text) is True


@pytest.mark.parametrize("text", BACK)
def test_the_verb_looks_back(text):
    assert direction(text) is False


@pytest.mark.parametrize("text", OPEN)
def test_nothing_says_where_it_looks(text):
    assert direction(text) is None


def test_a_verb_of_the_same_clause_goes_before_a_nearer_one_of_another():
    text = "On Sunday, which they call holy, they will vote"
    end = text.index(",")
    assert ahead(text, 0, 9, cues(text, 0, len(text)), (0, end)) is not None
    text = "It fell, on Sunday it will rise"
    assert ahead(text, 9, 18, cues(text, 0, len(text)), (7, len(text))) is True
