"""How fast a full project answers: `python -m tests.benchmarks.project [articles] [mentions]`.

10,000 articles with 50,000 mentions of 2,000 places, unless told otherwise. Each figure is the best of a few runs, and beside
it how many times that is of the barest thing that gives the same: a table of sqlite3 with nothing but the mentions, grouped
by place; or one row fetched from it; or the same stories as lines of JSON.
"""

from __future__ import annotations

import io
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from geo.exporting import jsonl
from geo.project import Choose, Decision, Filter, Projects
from geo.types import Article, Candidate, Location, Mention, Place, Resolution, Story

RUNS = 5
PLACES = 2000
COUNTRIES = [a + b for a in "ABCDEFGHIJ" for b in "ABCDE"]
WORDS = (
    "the talks in which ministers said on Sunday that water and power would come back to towns along the river".split()
)
CORNERS = 400
"""Of each tenth place, which has an outline."""


def main(articles: int = 10_000, mentions: int = 50_000) -> None:
    """Print a line for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        projects = Projects(Path(folder))
        project = projects.create()
        stories = list(made(articles, mentions))
        added = once(lambda: project.add(stories))
        report("add all", added, once(lambda: jsonl.write(stories, io.StringIO())), "the stories as JSON lines")
        bare = bare_table(stories)
        grouped = best(lambda: bare.execute("SELECT place, count(*) FROM m GROUP BY place").fetchall())
        one = best(lambda: bare.execute("SELECT * FROM m LIMIT 100").fetchall())
        print(f"{'size':<34} {projects.list()[0].size / 1e6:8.1f} MB")
        for what, asked in filters().items():
            report(f"tallies, {what}", best(lambda asked=asked: project.tallies(asked)), grouped, "a bare grouping")
        report("counts", best(project.counts), grouped, "a bare grouping")
        report("mentions, 100 of them", best(project.mentions), one, "100 bare rows")
        report("mentions by name, 100", best(lambda: project.mentions(order="place")), one, "100 bare rows")
        report("review, 50", best(project.review), one, "100 bare rows")
        report("emptied by", best(lambda: project.emptied_by(EMPTY)), grouped, "a bare grouping")
        report("excerpts of one place", best(lambda: project.excerpts("made:1")), one, "100 bare rows")
        report("a story", best(lambda: project.story("a7")), one, "100 bare rows")
        everywhere = Decision("a0", *span(stories[0]), Choose(PLACE[3]), "everywhere")
        report("touches", best(lambda: project.touches(everywhere)), one, "100 bare rows")
        print(f"  {project.touches(everywhere)} mentions are touched")
        report("decide everywhere", once(lambda: project.decide(everywhere)), grouped, "a bare grouping")
        report("undo it", once(project.undo), grouped, "a bare grouping")
        token = project.token
        project.close()
        report("open and list 100", best(lambda: opened(projects, token)), one, "100 bare rows")


def opened(projects: Projects, token: str) -> None:
    with projects.open(token) as project:
        project.articles(limit=100)


def made(articles: int, mentions: int) -> Iterator[Story]:
    """Stories with places drawn as news draws them: few very often."""
    draw = random.Random(7)
    each = mentions // articles
    for number in range(articles):
        text, found = "", []
        for _ in range(each):
            place = PLACE[min(int(draw.paretovariate(0.6)) - 1, PLACES - 1)]
            text += " ".join(draw.choices(WORDS, k=30)).capitalize() + " "
            found.append(mention(place, len(text), 0.5 + draw.random() / 2, draw))
            text += f"{place.name}. "
        date = f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
        article = Article(f"{text}{number}", f"a{number}", f"Title {number}", date, outlet=f"Outlet {number % 40}")
        yield Story(article, tuple(found))


def mention(place: Place, start: int, confidence: float, draw: random.Random) -> Mention:
    others = tuple(Candidate(PLACE[draw.randrange(PLACES)], 0.1) for _ in range(4))
    reasons = ("the best known place of that name", "other places of the story lie near by")
    resolution = Resolution(place, round(confidence, 4), reasons, others)
    location = Location(place.lat, place.lon, OUTLINES.get(place.id))
    return Mention(start, start + len(place.name), place.name, resolution=resolution, location=location)


def outline(lat: float, lon: float) -> dict:
    return {"type": "LineString", "coordinates": [[lon + step / 1e4, lat] for step in range(CORNERS)]}


def _places() -> list[Place]:
    draw = random.Random(3)
    return [
        Place(
            f"made:{number}", f"Town{number}", round(draw.uniform(-60, 70), 4), round(draw.uniform(-180, 180), 4),
            draw.choice(COUNTRIES), "P.PPL", population=number, adm1_code=f"XX.{number % 300}", source="made",
        )
        for number in range(PLACES)
    ]  # fmt: skip


PLACE = _places()
OUTLINES = {place.id: outline(place.lat, place.lon) for place in PLACE[::10]}
EMPTY = Filter(text="nowhere", countries=("AA",), states=("verified",))


def filters() -> dict[str, Filter]:
    return {
        "all": Filter(),
        "a country": Filter(countries=("AA",)),
        "words": Filter(text='"Sunday that" power'),
        "sure, in spring": Filter(confidence=(0.8, 1.0), published=("2024-03-01", "2024-05-31")),
    }


def bare_table(stories: list[Story]) -> sqlite3.Connection:
    bare = sqlite3.connect(":memory:")
    bare.execute("CREATE TABLE m (place TEXT, start INTEGER, confidence REAL)")
    rows = ((m.place.id, m.start, m.confidence) for story in stories for m in story.mentions)
    bare.executemany("INSERT INTO m VALUES (?, ?, ?)", rows)
    return bare


def span(story: Story) -> tuple[int, int]:
    return story.mentions[0].start, story.mentions[0].end


def best(call: Callable[[], object]) -> float:
    return min(once(call) for _ in range(RUNS))


def once(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def report(what: str, ms: float, beside_ms: float, beside: str) -> None:
    print(f"{what:<34} {ms:8.1f} ms  {ms / beside_ms:8.1f} × {beside}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
