"""The quality gate: our own cases through the whole pipeline (`cases.py` says how they are written).

A case that is not met yet stays in its file with `"status": "fail"`. The floor only rises: a case that passes must go on
passing, and a failing case that begins to pass fails here until its status is changed: `python -m tests.gold.mark`. To lower
a status takes a line in CHANGELOG.md.
"""

from collections import Counter

import pytest

from geo.gazetteer import key
from geo.pipeline import explained
from geo.resolution.trace import trace
from tests.gold.cases import FILES, fault, known, read

CASES, TRAPS, SENSES = map(read, FILES)
EVERY = CASES + TRAPS + SENSES
FLOOR = 954
"""Cases that pass, at least, of all files; raise it with them."""

LEAST_OF_A_SORT = 5
"""Cases. Fewer say nothing about a sort of trap."""

LEAST_OF_A_SENSE, LEAST_SMALL_PLACES = 20, 60
"""Cases of a sort of senses, and of the sort in which a well-known namesake would hide a place that the news seldom names."""


def as_params(cases):
    for case in cases:
        yield pytest.param(case, id=case["text"][:60], marks=known(case))


@pytest.mark.parametrize("case", list(as_params(EVERY)))
def test_case(case, engine):
    story, decisions = explained(case["text"], engine)
    wrong = fault(case, story)
    assert not wrong, "\n".join((wrong, *trace(decisions, engine.weights)))


def test_no_case_was_dropped_to_pass():
    assert sum(case["status"] == "pass" for case in EVERY) >= FLOOR


def test_every_sort_of_trap_has_enough_cases_to_be_counted():
    assert [sort for sort, cases in Counter(case["trap"] for case in TRAPS).items() if cases < LEAST_OF_A_SORT] == []


def test_every_sort_of_sense_has_enough_cases_to_be_counted():
    counted = Counter(case["sort"] for case in SENSES)
    assert [sort for sort, cases in counted.items() if cases < LEAST_OF_A_SENSE] == []
    assert counted["small place"] >= LEAST_SMALL_PLACES


def test_about_half_of_the_traps_must_be_left_alone():
    """A recogniser that marks everything, or nothing, cannot pass."""
    forbidding = sum(bool(case.get("absent")) for case in TRAPS)
    finding = sum(bool(case["expect"]) for case in TRAPS)
    assert forbidding >= 0.4 * len(TRAPS) and finding >= 0.5 * len(TRAPS)


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case["text"][:60])
def test_the_words_of_a_case_are_in_its_text(case):
    assert all(case["text"].count(wanted["surface"]) >= wanted.get("nth", 1) for wanted in case["expect"])
    assert all(word in case["text"] for word in (*case.get("absent", ()), *case.get("only", ())))
    assert case["status"] in ("pass", "fail")


@pytest.mark.parametrize("case", SENSES, ids=lambda case: case["text"][:60])
def test_the_places_of_a_case_have_the_names_that_it_gives_them(case, engine):
    """The whole of one of their names or a part of it: Santiago is short for Santiago de Cuba."""
    gazetteer = engine.gazetteer
    named = [(wanted["surface"], wanted.get("place_ids", [wanted.get("place_id")])) for wanted in case["expect"]]
    for words, ids in (*named, *case.get("only", {}).items()):
        answers = {match.place.id for match in gazetteer.look_up(words)}
        for place_id in filter(None, ids):
            names = gazetteer.names(place_id)
            assert place_id in answers or any(key(words) in key(name.name) for name in names), (words, place_id)
