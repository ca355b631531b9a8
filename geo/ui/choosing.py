"""The dialog that says which place words mean: by name, by coordinates, on a map, or as GeoJSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from geo.drawing import cards, marks, view, words
from geo.drawing.marks import Marks
from geo.drawing.sketch import Landmark
from geo.drawing.view import Bounds
from geo.errors import InputError
from geo.excerpts import sentence
from geo.project import Choose, Decision, Draw, Missed, Pin
from geo.project.decisions import Act, Scope, checked, meant
from geo.types import Candidate, Mention, Place
from geo.ui import deciding, desk, engine, given, searching, session
from geo.ui.facts import done
from geo.ui.plain import plain
from geo.ui.searching import place_box
from geo.ui.showing import shown
from geo.ui.sketch_view import sketch_view

FOUND = 12
"""Places that a search shows: as many as can be seen without much scrolling."""

AROUND = 120
"""Code points of a sentence on either side of the words that are asked about."""


@dataclass(frozen=True)
class Words:
    """Words of one of the reader's own articles that are to be given a place."""

    article: str
    start: int
    """First code point."""
    end: int
    """One past the last."""
    others: tuple[Candidate, ...] = ()
    """Places that the words may mean besides the one shown."""
    decided: bool = False
    """Whether a person has said before which place they mean: how likely the others were is then no longer said."""
    missed: bool = False
    """Whether nobody has taken the words for a place so far."""
    scope: Scope = "mention"
    """How far the decision reaches as long as the dialog is not told otherwise."""
    at: tuple[float, float] | None = None
    """Latitude and longitude around which a map opens. None: on the places of the article, or the world."""

    @property
    def key(self) -> str:
        """Tells the dialog's widgets from those of the dialog for other words."""
        return f"{self.start}_{self.end}"


@st.dialog("Which place is meant?", width="medium")
def place_dialog(asked: Words, *, decide: Callable[[Decision], None] = deciding.decide) -> None:
    """Choose, say how far it reaches, read how many mentions it touches, save; `decide` keeps the decision."""
    text = desk.project().text(asked.article)
    surface = text[asked.start : asked.end]
    st.markdown(quoted(text, asked.start, asked.end))
    way = st.segmented_control(
        "How to say it",
        list(WAYS),
        default=next(iter(WAYS)),
        required=True,
        key=f"way_{asked.key}",
        label_visibility="collapsed",
    )
    act = _told(WAYS[way], asked, " ".join(surface.split()))
    columns = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
    with columns[0]:
        scope = deciding.scope_view(f"place_scope_{asked.key}_{asked.scope}", first=asked.scope)
    with columns[1]:
        deciding.who_view(f"place_who_{asked.key}")
    told = act and deciding.reached(asked.article, asked.start, asked.end, act, scope)
    if told:
        st.text(told)
    saved = st.button(
        "Save", type="primary", key="place_save", disabled=not told, help="It can be undone in the history"
    )
    if saved and done(lambda: decide(Decision(asked.article, asked.start, asked.end, act, scope))):
        st.rerun()


def _told(way: Callable[[Words, str], Act | None], asked: Words, surface: str) -> Act | None:
    """What was chosen, as a decision on these words. None: nothing yet, or nothing that makes sense, which is told."""
    try:
        act = in_its_land(way(asked, surface))
        return as_missed(act) if act and asked.missed else act
    except InputError as error:
        st.text(str(error))
        return None


def in_its_land(act: Act | None) -> Act | None:
    """A point or drawing with the country that it lies in; any other act as it is. `InputError`: it makes no sense."""
    if not isinstance(act, Pin | Draw):
        return act
    place, _ = meant(checked(act))
    return replace(act, land=engine.land(place.lat, place.lon))


def as_missed(act: Act) -> Missed:
    """A chosen place as one that was overlooked. Raises `InputError` where it makes no sense."""
    return Missed(*meant(checked(act)))


def choose(place: Place) -> Choose:
    """A place of the gazetteer with where it lies."""
    return Choose(place, engine.location(place))


def _by_name(asked: Words, surface: str) -> Act | None:
    typed, found = place_box(
        "Search all places",
        f"query_{asked.key}",
        help="All names of the gazetteer, in any language it knows",
        most=FOUND,
        value=surface[: searching.LONGEST] if asked.missed else "",
    )
    if typed and not found:
        st.text("No place of that name is known. Put it on the map, or give coordinates.")
    others = [(other.place, None if asked.decided else other.confidence) for other in asked.others]
    offered = [(match.place, None) for match in found] if typed else others
    label = "Places found" if typed else cards.BEFORE if asked.decided else cards.NOW
    return _offered(label, offered, f"{asked.key}_{typed}")


def _offered(label: str, offered: Sequence[tuple[Place, float | None]], key: str) -> Act | None:
    if not offered:
        return None
    lines = _lines(offered)
    number = st.radio(
        label,
        range(len(offered)),
        index=None,
        format_func=lines.__getitem__,
        captions=[plain(facts(place)) for place, _ in offered],
        key=f"offered_{key}",
        help="The percentages say how likely each was thought to be" if offered[0][1] is not None else None,
    )
    return None if number is None else choose(offered[number][0])


def _lines(offered: Sequence[tuple[Place, float | None]]) -> list[str]:
    """A line of Markdown for each place. No two are the same, for Streamlit tells rows apart by their lines."""
    labels = words.told_apart(place for place, _ in offered)
    sure = ("" if confidence is None else f" · {words.percent(confidence)}" for _, confidence in offered)
    return [plain(label) + told for label, told in zip(labels, sure, strict=True)]


def facts(place: Place) -> str:
    """What tells a place from its namesakes: what it is, in which district, how many people, where."""
    people = f"{place.population:,} people" if place.population else ""
    parts = [words.feature(place), place.adm2_name or "", people, words.coordinates(lat=place.lat, lon=place.lon)]
    return " · ".join(filter(None, parts))


def _on_map(asked: Words, surface: str) -> Act | None:
    st.caption("Click the map to set a point, or draw a line or an area with the tools at its left.")
    around = None if asked.at else region(asked.article)
    drawn = sketch_view(f"sketch_{asked.key}", asked.at, around, landmarks(asked.article))
    name = _name(asked, surface)
    return given.act(drawn, name) if drawn else None


def region(article: str) -> Bounds | None:
    """Where most of one of the reader's own articles plays, as its map opens. None: it has no located place."""
    found = _marks(article)
    return view.bounds(found) if found else None


def landmarks(article: str) -> list[Landmark]:
    """The places of one of the reader's own articles, the most often named first, without countries, which any map names."""
    found = sorted(_marks(article), key=lambda mark: -mark.tally)
    return [Landmark(mark.name, mark.lat, mark.lon) for mark in found if not mark.feature.startswith("A.PCL")]


def _marks(article: str) -> Marks:
    return marks.of_story(shown(desk.story(article, session.view())))


def _by_coordinates(asked: Words, surface: str) -> Act | None:
    text = st.text_input(
        "Coordinates",
        key=f"spot_{asked.key}",
        placeholder="50.45, 30.52",
        max_chars=100,
        help="Latitude first. Degrees and minutes, UTM and MGRS are read too.",
    )
    name = _name(asked, surface)
    if not text.strip():
        return None
    pin = checked(given.pin(text, name))
    for line in read_as(text, pin):
        st.text(line)
    return pin


def read_as(text: str, pin: Pin) -> list[str]:
    """What was understood of coordinates, to be read before they are saved, and what was not."""
    near, rest = engine.beside(pin.lat, pin.lon), given.unread(text)
    spot = words.coordinates(lat=pin.lat, lon=pin.lon)
    understood = f"Read as {spot}: {near}." if near else f"Read as {spot}."
    return [understood, f"Not read: “{rest[:80]}”."] if rest else [understood]


def _by_geojson(asked: Words, surface: str) -> Act | None:
    text = st.text_area(
        "GeoJSON",
        key=f"geojson_{asked.key}",
        placeholder='{"type": "Polygon", "coordinates": …}',
        height=140,
        max_chars=given.LONGEST_GEOJSON,
        help="A point, line or area: a geometry, a feature, or a collection of one. Longitude comes first.",
    )
    name = _name(asked, surface)
    return given.geojson(text, name) if text.strip() else None


def _name(asked: Words, surface: str) -> str:
    return st.text_input(
        "Name of the place",
        value=surface,
        key=f"name_{asked.key}",
        max_chars=200,
        help="As maps and exports will call it",
    )


WAYS: dict[str, Callable[[Words, str], Choose | Pin | Draw | None]] = {
    "By name": _by_name,
    "On a map": _on_map,
    "Coordinates": _by_coordinates,
    "GeoJSON": _by_geojson,
}
"""The ways to say it, with what asks for them; each gives None while nothing is chosen."""


def quoted(text: str, start: int, end: int) -> str:
    """The sentence around some words as Markdown, the words in bold."""
    first, last = sentence(text, start, end)
    low, high = max(first, start - AROUND), min(last, end + AROUND)
    before, named, after = plain(text[low:start]), plain(text[start:end]), plain(text[end:high])
    begin, stop = ("… " if low > first else ""), (" …" if high < last else "")
    left = " " if text[low:start][-1:].isspace() else ""
    right = " " if text[end:high][:1].isspace() else ""
    return f"{begin}{before}{left}**{named}**{right}{after}{stop}"


def words_of(article: str, mention: Mention, scope: Scope = "mention") -> Words:
    """A mention's words, with what they may mean besides."""
    found = mention.resolution.alternatives if mention.resolution else ()
    where = mention.location or mention.place
    decided = words.is_decided(mention)
    return Words(
        article, mention.start, mention.end, found, decided, scope=scope, at=(where.lat, where.lon) if where else None
    )
