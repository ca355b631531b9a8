from functools import cache

import pytest

from geo.gazetteer import Gazetteer
from geo.recognition.edges import with_edges
from geo.types import Mention


@cache
def gazetteer():
    return Gazetteer()


def edged(marked):
    """The surfaces that are left of `[marked]` mentions."""
    text, mentions = "", []
    for number, part in enumerate(marked.replace("]", "[").split("[")):
        if number % 2:
            mentions.append(Mention(len(text), len(text) + len(part), part))
        text += part
    found = with_edges(text, mentions, gazetteer())
    assert all(text[mention.start : mention.end] == mention.surface for mention in found)
    return [mention.surface for mention in found]


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("Sen. Ann Lee, [D-Pleasanton], said", ["Pleasanton"]),
        ("the [Canada-][U.S.] border", ["Canada", "U.S."]),
        ("in Chowchilla, [Calif]. A bus", ["Calif."]),
        ("the [U.S]. Army", ["U.S."]),
        ("the [D.R.C]. in June", ["D.R.C."]),
        ("[Platte Co]. was first", ["Platte Co."]),
        ("across the [U.S..] It was", ["U.S."]),
        ("in the [DRC.] There have", ["DRC"]),
        ("in [Paris]. It rained", ["Paris"]),
        ("in [Harrisburg, Pa.] yesterday", ["Harrisburg, Pa."]),
    ],
)
def test_a_name_begins_and_ends_with_its_own_signs(marked, left):
    assert edged(marked) == left


@pytest.mark.parametrize(
    "marked",
    [
        "the driver, [Bryon S]. Baker, 27,",
        "at [H. L]. Snyder Funeral Home",
        "Robert Ford, [D-]",
        "look at [cleveland].com for more",
        "ends at 7 a.m. [CT] today",
        "comes to [us], too",
    ],
)
def test_initials_addresses_and_times_are_no_places(marked):
    assert edged(marked) == []


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Sen. Byron Dorgan, D-N.D., asked", ["N.D."]),
        ("Ann Lee (R-Texas) and Bo Li, I-Vt., voted", ["Texas", "Vt."]),
        ("Gwen Moe, D-New York, and Al Po, R-Pleasanton.", ["New York", "Pleasanton"]),
        ("In June, D-Day was remembered", []),
        ("along Interstate, I-85 access road", []),
        ("a member, D-Qwertyville, spoke", []),
    ],
)
def test_the_seat_of_a_member_of_parliament_is_a_place(text, seats):
    assert edged(text) == seats


def test_a_seat_that_was_found_is_not_found_twice():
    assert edged("Ann Lee, D-[Texas], said") == ["Texas"]
