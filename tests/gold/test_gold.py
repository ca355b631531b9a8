"""The quality gate: our own cases through the whole pipeline (`cases.py` says how they are written).

A case that is not met yet stays in its file with `"status": "fail"`. The floor only rises: a case that passes must go on
passing, and a failing case that begins to pass fails here until its status is changed: `python -m tests.gold.mark`. To lower
a status takes a line in CHANGELOG.md.
"""

from collections import Counter

import pytest

import geo
from tests.gold.cases import FILES, fault, read

CASES, TRAPS = map(read, FILES)
FLOOR = 476
"""Cases that pass, at least, of both files; raise it with them."""

LEAST_OF_A_SORT = 5
"""Cases. Fewer say nothing about a sort of trap."""


@pytest.fixture(scope="module")
def engine():
    return geo.load(threads=1)


def as_params(cases):
    known_failure = pytest.mark.xfail(strict=True, reason="a known failure; if it passes now, change its status")
    for case in cases:
        yield pytest.param(case, id=case["text"][:60], marks=[known_failure] if case["status"] == "fail" else [])


@pytest.mark.parametrize("case", list(as_params(CASES + TRAPS)))
def test_case(case, engine):
    wrong = fault(case, geo.parse(case["text"], engine))
    assert not wrong, wrong


def test_no_case_was_dropped_to_pass():
    assert sum(case["status"] == "pass" for case in CASES + TRAPS) >= FLOOR


def test_every_sort_of_trap_has_enough_cases_to_be_counted():
    assert [sort for sort, cases in Counter(case["trap"] for case in TRAPS).items() if cases < LEAST_OF_A_SORT] == []


def test_about_half_of_the_traps_must_be_left_alone():
    """A recogniser that marks everything, or nothing, cannot pass."""
    forbidding = sum(bool(case.get("absent")) for case in TRAPS)
    finding = sum(bool(case["expect"]) for case in TRAPS)
    assert forbidding >= 0.4 * len(TRAPS) and finding >= 0.5 * len(TRAPS)


@pytest.mark.parametrize("case", CASES + TRAPS, ids=lambda case: case["text"][:60])
def test_the_words_of_a_case_are_in_its_text(case):
    assert all(wanted["surface"] in case["text"] for wanted in case["expect"])
    assert all(word in case["text"] for word in case.get("absent", ()))
    assert case["status"] in ("pass", "fail")
