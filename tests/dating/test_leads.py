import pytest

from geo.dating.leads import Lead, Point, lead


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It fell in ", Lead(8, "in", False)),
        ("It fell in the ", Lead(8, "in", True)),
        ("Since at least ", Lead(0, "since", False)),
        ("ahead of ", Lead(0, "ahead of", False)),
        ("from early in ", Lead(0, "from", False)),
        ("in the year ", Lead(0, "in", False)),
        ("The year ", Lead(0, "the year", False)),
        ("for the ", Lead(0, "for", True)),
        ("the ", Lead(0, "", True)),
        ("Berlin ", Lead(7, "", False)),
        ("in\n", Lead(0, "in", False)),
        ("", Lead(0, "", False)),
    ],
)
def test_the_words_before_a_point_lead_it(text, wanted):
    assert lead(text + "2014", 0, Point(len(text), len(text) + 4, "year", {})) == wanted


def test_words_of_the_sentence_before_lead_nothing():
    assert lead("in 2014", 3, Point(3, 7, "year", {})) == Lead(3, "", False)
