"""Mark the gold cases by what the shipped model does: `python -m tests.gold.mark [--allow-lower]`

Rewrites `status` in every file of cases, after a new model for instance, and prints how many cases of each sort pass. A case
that passed goes on being marked so when it no longer does, and the run ends with exit status 1, unless lowering is allowed;
that takes a line in CHANGELOG.md too.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable

import geo
from tests.gold import boilerplate, dates, expressions, focus
from tests.gold.cases import FILES, Case, fault, read, write

Judge = Callable[[Case], str | None]
"""What is wrong with a case. None: nothing."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.gold.mark", description="mark the gold cases anew")
    parser.add_argument("--allow-lower", action="store_true", help="mark as failing what passed and no longer does")
    allow_lower = parser.parse_args().allow_lower
    engine = geo.load(threads=1)
    judge, told = shipped(engine), lambda case: geo.parse(case["text"], engine)
    every, lost = [], []
    for path in FILES:
        cases = read(path)
        lost += mark(cases, judge, allow_lower=allow_lower)
        write(path, cases)
        every += cases
    abouts = read(focus.FILE)
    lost += mark(abouts, lambda case: focus.judged(case, engine), allow_lower=allow_lower)
    write(focus.FILE, abouts)
    phrases = read(expressions.FILE)
    lost += mark(phrases, lambda case: expressions.fault(case, told(case)), allow_lower=allow_lower)
    write(expressions.FILE, phrases)
    pages = read(boilerplate.FILE)
    lost += mark(pages, boilerplate.fault, allow_lower=allow_lower)
    write(boilerplate.FILE, pages)
    times = read(dates.FILE)
    lost += mark(times, dates.fault, allow_lower=allow_lower)
    write(dates.FILE, times)
    print(report(every))
    for name, cases in (("focus", abouts), ("expressions", phrases), ("boilerplate", pages), ("dates", times)):
        passed = sum(case["status"] == "pass" for case in cases)
        print(f"{passed:4} of {len(cases):4}  {name}: FLOOR in test_{name}.py")
    for message in lost:
        print(f"no longer passes: {message}", file=sys.stderr)
    return 1 if lost and not allow_lower else 0


def shipped(engine: geo.Engine) -> Judge:
    """Judge by the engine as it ships."""
    return lambda case: fault(case, geo.parse(case["text"], engine))


def mark(cases: list[Case], judge: Judge, *, allow_lower: bool) -> list[str]:
    """Set each case's status; the faults of those that passed and no longer do."""
    lost = []
    for case in cases:
        wrong = judge(case)
        if wrong and case["status"] == "pass":
            lost.append(wrong)
        if not wrong or allow_lower:
            case["status"] = "fail" if wrong else "pass"
    return lost


def report(cases: list[Case]) -> str:
    """Cases that pass, of all, a line a sort; those through the whole pipeline have no sort."""
    total, passed = Counter(map(_sort, cases)), Counter(_sort(case) for case in cases if case["status"] == "pass")
    lines = [f"{passed[sort]:4} of {total[sort]:4}  {sort}" for sort in total]
    return "\n".join(
        (*lines, f"{passed.total():4} of {total.total():4}  FLOOR in test_gold.py can be {passed.total()}")
    )


def _sort(case: Case) -> str:
    return case.get("sort") or case.get("trap", "whole pipeline")


if __name__ == "__main__":
    sys.exit(main())
