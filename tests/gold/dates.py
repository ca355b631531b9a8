"""Gold dates: sentences of our own, and the days that a careful reader would give to each place that they name.

`python -m tests.gold.dates` prints how many cases are met, by part and sort. One case a line of `dates.jsonl`:

- `part`: `learn`, which the grammar was written with, or `held`, written when it was done and before it was tried on them;
- `sort`: what tells the time; `choice` where a sentence has several, `trap` and `invalid` where it has none;
- `date`: the day of publication, or null;
- `text`, its places in square brackets;
- `when`: for each of them the first day, the last and the words, or null. Other small words may lead the words (`LEADING`);
- `status`: `pass` or `fail`.

The days follow the rules of `docs/dates.md`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from geo.dating import dated
from geo.types import Article, When
from tests.gold.cases import read
from tests.marked import marked

FILE = Path(__file__).with_name("dates.jsonl")

LEADING = re.compile(r"(?:(?:on|in|at|the|of|during|over|for|late|early|to|a)\s+)*", re.IGNORECASE)
"""Small words that change nothing about when something was."""

Case = dict[str, Any]


def fault(case: Case) -> str | None:
    """The first place whose days are wrong. None: the case is met."""
    text, mentions = marked(case["text"])
    found = dated(Article(text, date=case["date"]), mentions)
    for mention, wanted in zip(found, case["when"], strict=True):
        said = _said(mention.when)
        if said != (tuple(wanted[:2]) + (_core(wanted[2]),) if wanted else None):
            return f"{mention.surface} in {case['text']!r} of {case['date']}: {said}, not {wanted}"
    return None


def _said(when: When | None) -> tuple[str, str, str] | None:
    return (when.first, when.last, _core(when.text)) if when else None


def _core(words: str) -> str:
    return words[LEADING.match(words).end() :]


def report(cases: Sequence[Case], faults: Sequence[str | None]) -> str:
    """Cases met, of all, a line a sort."""
    total = Counter(case["sort"] for case in cases)
    met = Counter(case["sort"] for case, wrong in zip(cases, faults, strict=True) if not wrong)
    return "\n".join(f"{met[sort]:4} of {total[sort]:4}  {sort}" for sort in total)


def main() -> None:
    cases = read(FILE)
    for part in ("learn", "held"):
        some = [case for case in cases if case["part"] == part]
        faults = [fault(case) for case in some]
        print(f"{part}: {faults.count(None)} of {len(some)}", report(some, faults), sep="\n")
        print(*filter(None, faults), sep="\n")


if __name__ == "__main__":
    main()
