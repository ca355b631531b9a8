"""Which area a mention stands for, and which a phrase leaves to its context."""

import pytest

from geo.location import Shapes
from geo.location.parties import EARLIER, SAME_SENTENCE, Parties, Party
from geo.types import Mention
from tests.location.atlas import PLACES, SmallGazetteer, marked


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


def read(sentence: str, shapes: Shapes) -> tuple[Parties, str, tuple[Mention, ...]]:
    text, mentions = marked(sentence)
    return Parties(text, mentions, shapes, SmallGazetteer()), text, mentions


def names(parties: list[Party]) -> list[str]:
    return [party.place.name for party in parties]


@pytest.mark.parametrize(
    ("marks", "towns", "expected"),
    [
        ("[Ukraine]", False, ["Ukraine"]),
        ("[Texas]", False, ["Texas"]),
        ("[Kyiv]", False, ["Ukraine"]),
        ("[Gomel]", False, ["Gomel Region"]),
        ("[Tijuana]", False, []),
        ("[Gomel]", True, ["Gomel Region"]),
        ("[Georgia]", False, ["Georgia", "Georgia (US)"]),
        ("[?Freedonia]", True, []),
    ],
)
def test_a_mention_stands_for_an_area(marks, towns, expected, shapes):
    parties, _, (mention,) = read(marks, shapes)
    assert names(parties.named(mention, towns=towns)) == expected


@pytest.mark.parametrize(
    ("sentence", "subject", "owner", "trust"),
    [
        ("[Kyiv] met [Moscow] at its border", True, "Ukraine", SAME_SENTENCE),
        ("[Kyiv] met [Moscow] at the border", False, "Russia", SAME_SENTENCE),
        ("[Kyiv] wept. [Japan] saw the border", False, "Ukraine", EARLIER),
        ("Mr. [Poland] of [Ukraine] saw the border", False, "Ukraine", SAME_SENTENCE),
    ],
)
def test_the_owner_is_the_subject_or_the_nearest_neighbour(sentence, subject, owner, trust, shapes):
    parties, text, _ = read(sentence, shapes)
    found = parties.beside(Party(PLACES["Belarus"], 0.9), len(text) - len("its border"), subject=subject)
    assert found.place.name == owner
    assert found.confidence == pytest.approx(0.9 * trust)


def test_without_any_neighbour_in_the_article_there_is_no_other_side(shapes):
    parties, text, _ = read("[Japan] and [Texas] saw the border", shapes)
    assert parties.beside(Party(PLACES["Belarus"], 0.9), len(text)) is None


def test_a_neighbour_named_only_later_is_found_and_trusted_less(shapes):
    parties, _, _ = read("The border. [Kyiv] spoke. [Ukraine] waited. [Poland] too.", shapes)
    found = parties.beside(Party(PLACES["Belarus"], 0.9), 4)
    assert found.place.name == "Ukraine" and found.confidence < 0.9 * EARLIER


def test_the_third_side_shares_a_boundary_with_both(shapes):
    parties, text, _ = read("[Poland], then [Gomel], then [Japan] near the borders", shapes)
    both = [Party(PLACES["Russia"], 0.9), Party(PLACES["Ukraine"], 0.9)]
    assert parties.third(both, len(text)).place.name == "Belarus"
    assert parties.third([Party(PLACES["Mexico"], 0.9)], len(text)) is None
