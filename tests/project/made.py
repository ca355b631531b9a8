"""Stories and decisions for tests of the project store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

from hypothesis import strategies as st

from geo.project import Decision, MentionRow
from geo.types import (
    Article,
    Boilerplate,
    Candidate,
    Focus,
    Kind,
    Language,
    Location,
    Mention,
    Part,
    Place,
    Precision,
    Resolution,
    Review,
    Role,
    State,
    Story,
    View,
    When,
)
from tests.stories import PLACES, story


class Ticking:
    """A clock that is a minute later each time."""

    def __init__(self) -> None:
        self.now = datetime(2024, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def told(marked: str, id: str, **facts) -> Story:
    """A story of marked-up text (`tests.stories`) with facts about its article."""
    found = story(marked, id=id, title=facts.pop("title", id.title()), date=facts.pop("date", "2024-03-01"))
    return replace(found, article=replace(found.article, **facts))


def at(row: MentionRow, act, scope: str = "mention") -> Decision:
    return Decision(row.article, row.start, row.end, act, scope)


def on(found: Story, words: str, act, scope: str = "mention") -> Decision:
    """A decision on the first place where the words stand."""
    start = found.article.text.index(words)
    return Decision(found.article.id, start, start + len(words), act, scope)


PARIS, PARIS_TX, KYIV = PLACES["paris"], PLACES["paris-tx"], PLACES["kyiv"]

# Any story, as Hypothesis makes it.

TEXT = st.text(max_size=20) | st.sampled_from(["\ud800", "p:abcdefghijklmnopqrst", '"', "'; DROP TABLE articles", "\0"])
MAYBE = st.none() | TEXT
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
SHARE = st.floats(0, 1)
DAY = st.dates().map(str)
PAIR = st.lists(NUMBER, min_size=2, max_size=2)
GEOMETRY = st.builds(lambda pairs: {"type": "LineString", "coordinates": pairs}, st.lists(PAIR, min_size=2, max_size=4))
PLACE = st.builds(
    Place, id=TEXT, name=TEXT, lat=NUMBER, lon=NUMBER, country_code=MAYBE, feature=MAYBE,
    population=st.none() | st.integers(0, 10**10), adm1_code=MAYBE, radius_km=st.none() | NUMBER, source=TEXT,
    bbox=st.none() | st.tuples(NUMBER, NUMBER, NUMBER, NUMBER), geometry=MAYBE, importance=st.none() | NUMBER,
)  # fmt: skip
CANDIDATE = st.builds(Candidate, PLACE, SHARE)
RESOLUTION = st.builds(
    Resolution, st.none() | PLACE, SHARE, st.lists(TEXT, max_size=2).map(tuple),
    st.lists(CANDIDATE, max_size=2).map(tuple), st.none() | st.sampled_from(get_args(Review)),
)  # fmt: skip
LOCATION = st.builds(Location, NUMBER, NUMBER, st.none() | GEOMETRY, st.none() | NUMBER)
WHEN = st.builds(When, DAY, DAY, TEXT, st.sampled_from(get_args(Precision)))
PARTS = st.lists(st.builds(Part, st.integers(0, 9), st.integers(0, 9), TEXT), max_size=2).map(tuple)
ARTICLE = st.builds(
    Article, text=st.text(max_size=80) | TEXT, id=TEXT, title=MAYBE, date=st.none() | DAY, source=MAYBE, outlet=MAYBE,
    author=MAYBE, address=MAYBE, language=MAYBE, dateline=MAYBE, told=st.dictionaries(TEXT, TEXT, max_size=2),
    parts=PARTS,
)  # fmt: skip


@st.composite
def stories(draw) -> Story:
    article = draw(ARTICLE)
    return Story(
        article,
        tuple(draw(st.lists(mentions(article.text), max_size=3))),
        draw(st.sampled_from(get_args(View))),
        tuple(draw(st.lists(st.builds(Language, TEXT, TEXT, SHARE), max_size=2))),
        draw(st.none() | st.builds(Focus, st.none() | CANDIDATE, reasons=st.lists(TEXT, max_size=2).map(tuple))),
        tuple(draw(st.lists(st.builds(Boilerplate, st.integers(0, 9), st.integers(0, 9), TEXT), max_size=2))),
    )


@st.composite
def mentions(draw, text: str) -> Mention:
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return Mention(
        start, end, text[start:end], draw(st.sampled_from(get_args(Kind))), draw(st.sampled_from(get_args(Role))),
        draw(SHARE), draw(st.none() | RESOLUTION), draw(st.none() | LOCATION), draw(st.none() | WHEN),
        draw(st.booleans()), draw(st.sampled_from(get_args(State))),
    )  # fmt: skip
