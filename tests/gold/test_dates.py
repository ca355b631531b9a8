"""The quality gate of dates: our own sentences (`dates.py` says how they are written). The floor only rises."""

from datetime import date

import pytest

from tests.gold.cases import known, read
from tests.gold.dates import FILE, fault, report
from tests.marked import marked

CASES = read(FILE)
FLOOR = 283
"""Cases that are met, at least; raise it with them."""

LEAST_CASES, LEAST_HELD, LEAST_WITHOUT = 280, 120, 60
"""All of them, those the grammar was not written with, and those whose places have no time at all."""

SORTS = {
    "weekday", "day", "month", "year", "years", "season", "holiday", "relative", "week", "range", "since", "event", "choice",
    "dateline", "nobase", "invalid", "trap",
}  # fmt: skip


def as_params(cases):
    for case in cases:
        yield pytest.param(case, id=f"{case['sort']}: {case['text'][:50]}", marks=known(case))


@pytest.mark.parametrize("case", list(as_params(CASES)))
def test_case(case):
    wrong = fault(case)
    assert not wrong, wrong


def test_no_case_was_dropped_to_pass():
    assert sum(case["status"] == "pass" for case in CASES) >= FLOOR


def test_there_are_enough_cases_of_every_sort_and_enough_without_a_time():
    assert {case["sort"] for case in CASES} == SORTS and {case["part"] for case in CASES} == {"learn", "held"}
    assert len(CASES) >= LEAST_CASES and sum(case["part"] == "held" for case in CASES) >= LEAST_HELD
    assert sum(not any(case["when"]) for case in CASES) >= LEAST_WITHOUT
    assert len({(case["text"], case["date"]) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_case_tells_each_of_its_places_days_in_order_and_words_of_its_text(case):
    text, mentions = marked(case["text"])
    assert len(case["when"]) == len(mentions) > 0
    for first, last, words in filter(None, case["when"]):
        assert date.fromisoformat(first) <= date.fromisoformat(last)
        assert words in text
    assert case["status"] in ("pass", "fail")


def a_case(wanted):
    return {"sort": "weekday", "date": "2022-02-27", "text": "On Sunday [Gomel] was quiet.", "when": [wanted]}


def test_other_small_words_before_are_as_good():
    assert fault(a_case(["2022-02-27", "2022-02-27", "Sunday"])) is None


@pytest.mark.parametrize(
    "wanted",
    [
        None,
        ["2022-02-20", "2022-02-20", "Sunday"],
        ["2022-02-27", "2022-02-28", "Sunday"],
        ["2022-02-27"] * 2 + ["Gomel"],
    ],
)
def test_a_fault_names_the_place_and_what_was_said(wanted):
    assert fault(a_case(wanted)).startswith("Gomel in ") and "('2022-02-27', '2022-02-27', 'Sunday')" in fault(
        a_case(wanted)
    )


def test_the_report_counts_a_line_a_sort():
    cases = [{"sort": "day"}, {"sort": "trap"}, {"sort": "day"}]
    assert [line.split() for line in report(cases, [None, None, "x"]).splitlines()] == [
        "1 of 2 day".split(),
        "1 of 1 trap".split(),
    ]
