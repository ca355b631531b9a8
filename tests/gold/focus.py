"""Gold cases of the focus: articles of our own, and what a careful reader would say that each is about.

`python -m tests.gold.focus` prints how often the focus is right, by level and part, how sure it was of what it showed, and the
same for the place that is named most often. One case a line of `focus.jsonl`:

- `part`: `learn`, from which the numbers in `geo/focus/weights.py` were learnt, or `held`, from which nothing was;
- `genre`, `title` (a headline apart from the text, or null) and `text`;
- `country` (ISO 3166-1 alpha-2), `adm1` (GeoNames code) and `place_id`, each null where the article is about no one such place;
- `status`: `pass` where all three are right, or `fail`.

The focus is where the story plays, or what it says something about; a match is played where the stadium is, talks are about
the place only where they are held there. Two countries alike, or several, are none. A place within 25 km of the one wanted is
right: a town and its district.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import geo
from geo.focus.evidence import is_country, is_division
from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.training.fit_focus import is_same
from geo.types import Article, Focus, Story
from tests.gold.cases import read

FILE = Path(__file__).parent / "focus.jsonl"

LEVELS = ("country", "adm1", "place")

Answer = tuple[str | None, str | None, str | None]
"""Country code, division code, id of the place."""


def article(case: dict[str, Any]) -> Article:
    return Article(case["text"], title=case["title"])


def answer(focus: Focus | None) -> Answer:
    focus = focus or Focus()
    return (
        focus.country.place.country_code if focus.country else None,
        focus.adm1.place.adm1_code if focus.adm1 else None,
        focus.place.place.id if focus.place else None,
    )


def most_named(story: Story) -> Answer:
    """The answer of somebody who counts: the place that is named most often, and what it lies in."""
    often = Counter(mention.place.id for mention in story.mentions if mention.place)
    if not often:
        return None, None, None
    most = max(often, key=lambda id: often[id])  # of equally frequent ones the first
    place = next(mention.place for mention in story.mentions if mention.place and mention.place.id == most)
    return place.country_code, place.adm1_code, None if is_country(place) or is_division(place) else most


def right(case: dict[str, Any], said: Answer, gazetteer: Gazetteer | Layered) -> tuple[bool, bool, bool]:
    """Whether country, division and place are right."""
    return said[0] == case["country"], said[1] == case["adm1"], is_same(said[2], case["place_id"], gazetteer)


def fault(case: dict[str, Any], story: Story, gazetteer: Gazetteer | Layered) -> str | None:
    """What is wrong with the focus. None: nothing."""
    said = answer(story.focus)
    wrong = [level for level, good in zip(LEVELS, right(case, said, gazetteer), strict=True) if not good]
    wanted = (case["country"], case["adm1"], case["place_id"])
    return f"{', '.join(wrong)} of {case['text'][:60]!r}: {said}, not {wanted}; {story.focus}" if wrong else None


def judged(case: dict[str, Any], engine: geo.Engine) -> str | None:
    """What is wrong with what an engine makes of a case."""
    return fault(case, geo.parse(article(case), engine), engine.gazetteer)


def misleads(case: dict[str, Any], story: Story, gazetteer: Gazetteer | Layered) -> bool:
    """Whether what is named most is not what the article is about."""
    return not (case["country"] or case["place_id"]) or not all(right(case, most_named(story), gazetteer))


def report(cases: Sequence[dict[str, Any]], stories: Sequence[Story], gazetteer: Gazetteer | Layered) -> str:
    """A line a level: cases right, those of the most named place, and of what was shown the mean confidence and accuracy."""
    lines = []
    for number, level in enumerate(LEVELS):
        ours = [right(c, answer(s.focus), gazetteer)[number] for c, s in zip(cases, stories, strict=True)]
        counting = [right(c, most_named(s), gazetteer)[number] for c, s in zip(cases, stories, strict=True)]
        parts = [getattr(story.focus, level) for story in stories]
        shown = [(part.confidence, good) for part, good in zip(parts, ours, strict=True) if part]
        sure, true = (_mean(column) for column in zip(*shown, strict=True)) if shown else (0.0, 0.0)
        lines.append(
            f"{level:8} right {_mean(ours):.3f}   most named {_mean(counting):.3f}   "
            f"shown {len(shown):3}: confidence {sure:.3f}, right {true:.3f}"
        )
    return "\n".join(lines)


def _mean(values: Iterable[float]) -> float:
    values = list(values)
    return sum(values) / len(values)


def main() -> None:
    engine, cases = geo.load(threads=1), read(FILE)
    stories = [geo.parse(article(case), engine) for case in cases]
    parts = {"learn": lambda c, s: c["part"] == "learn", "held": lambda c, s: c["part"] == "held"}
    parts["held, most named misleads"] = lambda c, s: c["part"] == "held" and misleads(c, s, engine.gazetteer)
    for name, chosen in parts.items():
        some = [(case, story) for case, story in zip(cases, stories, strict=True) if chosen(case, story)]
        print(f"{name}: {len(some)} articles")
        print(report(*zip(*some, strict=True), engine.gazetteer))


if __name__ == "__main__":
    main()
