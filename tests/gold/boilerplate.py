"""Gold cases of boilerplate: paragraphs of our own as people paste them, and what of each is not of the article.

`python -m tests.gold.boilerplate` prints how much of it is found and how much of the article is lost, by part. One case a line
of `boilerplate.jsonl`:

- `part`: `learn`, beside which the rules were written, or `held`, written when they were done;
- `text`, and `boilerplate`: the stretches of it that are not of the article, in text order; empty in a plain text;
- `status`: `pass` where exactly these are found, however they are cut into spans, or `fail`.

Space at the ends of a stretch does not count, a letter more or less does.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from geo.boilerplate import boilerplate
from tests.gold.cases import read

FILE = Path(__file__).parent / "boilerplate.jsonl"

Case = dict[str, Any]


class Counts(NamedTuple):
    """Code points other than space."""

    wanted: int
    found: int
    """Of those wanted."""
    lost: int
    """Found and not wanted: of the article."""
    article: int


def fault(case: Case) -> str | None:
    """What is wrong with what is found in a case. None: nothing."""
    text, wanted, found = case["text"], _wanted(case), _found(case["text"])
    missed = "".join(text[at] if at in wanted - found else " " for at in range(len(text))).split()
    lost = "".join(text[at] if at in found - wanted else " " for at in range(len(text))).split()
    told = [f"missed {' '.join(missed)!r}" if missed else "", f"took {' '.join(lost)!r}" if lost else ""]
    return f"of {text[:50]!r}: {'; '.join(filter(None, told))}" if missed or lost else None


def counts(cases: Sequence[Case]) -> Counts:
    """What is found and lost in these cases."""
    wanted, found, lost, every = 0, 0, 0, 0
    for case in cases:
        right, said = _wanted(case), _found(case["text"])
        wanted, found, lost = wanted + len(right), found + len(right & said), lost + len(said - right)
        every += sum(not letter.isspace() for letter in case["text"])
    return Counts(wanted, found, lost, every - wanted)


def _wanted(case: Case) -> set[int]:
    """Where the text has what is wanted, by code point."""
    points, at = set(), 0
    for stretch in case["boilerplate"]:
        at = case["text"].index(stretch, at)
        points |= _points(case["text"], at, at + len(stretch))
        at += len(stretch)
    return points


def _found(text: str) -> set[int]:
    return {point for span in boilerplate(text) for point in _points(text, span.start, span.end)}


def _points(text: str, start: int, end: int) -> set[int]:
    return {at for at in range(start, end) if not text[at].isspace()}


def report(cases: Sequence[Case]) -> str:
    """One line: cases right, what share of the boilerplate is found, and of the article lost."""
    right, told = sum(fault(case) is None for case in cases), counts(cases)
    return (
        f"{right:3} of {len(cases):3} right, {told.found / max(1, told.wanted):6.1%} of the boilerplate found, "
        f"{told.lost / max(1, told.article):5.1%} of the article lost"
    )


def main() -> None:
    cases = read(FILE)
    for part in ("learn", "held"):
        some = [case for case in cases if case["part"] == part]
        plain = [case for case in some if not case["boilerplate"]]
        print(
            f"{part}: {report(some)}; of the {len(plain)} plain texts {sum(fault(c) is None for c in plain)} are right"
        )
        print("\n".join(f"  {wrong}" for case in some if (wrong := fault(case))))


if __name__ == "__main__":
    main()
