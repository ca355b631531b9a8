"""All articles of a project on one map: what the filter keeps, and beside the map the articles, one of them open or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.drawing import cards, text, words
from geo.drawing.cards import Told
from geo.errors import DatelineError
from geo.project import Excerpt, Filter
from geo.types import ROLES, VIEWS, Mention, Story
from geo.ui import article, card, conditions, desk, figures, gathered, map_view, memory, session, visit
from geo.ui.borders import borders_line
from geo.ui.correcting import correct_view, missed_view
from geo.ui.filters_view import filters_view
from geo.ui.gathered import Gathered
from geo.ui.ground import ground_view
from geo.ui.legend import legend_view
from geo.ui.listing import list_view
from geo.ui.mentions_view import mentions_view
from geo.ui.narrow import panes_view, turn_view
from geo.ui.overlooked import overlooked_view
from geo.ui.review import review_view
from geo.ui.showing import number_at, shown
from geo.ui.summary import summary_view
from geo.ui.timeline import timeline_view


@st.fragment(key=session.EXPLORER)
def explorer(number: int) -> None:
    """Filters and timeline, articles, map and card, and below them the table and the summary.

    `number`: how many articles the header has told; where there are others meanwhile, the whole page is drawn anew.
    """
    try:
        if desk.number() != number:
            st.rerun()
        asking = st.container()
        is_new = memory.brought() is None  # then from top to bottom, so that nothing moves down; later the map first
        if is_new:
            _asking(asking)
        panes(desk.revision(), desk.asked())
        if not is_new:
            _asking(asking)
        mentions_view()
        summary_view()
    except DatelineError as error:  # from here, for this part of the page runs alone too
        _failed(error)


def _asking(into: DeltaGenerator) -> None:
    with into:
        filters_view()
        timeline_view()


@st.fragment
def panes(revision: int, asked: Filter) -> None:
    """Articles, map and card: what a pick changes, which draws nothing else anew.

    `revision` and `asked`: what the rest of the page shows. Where project or filter is another one by the end of a pick,
    the whole page follows; not before, for what was pressed would be lost.
    """
    try:
        _panes()
        if (desk.revision(), desk.asked()) != (revision, asked):
            st.rerun()
    except DatelineError as error:
        _failed(error)


def _failed(error: DatelineError) -> None:
    st.error("This could not be mapped.")
    st.text(str(error))


def _panes() -> None:
    if session.is_reading() and not desk.has_article(session.article()):
        session.close_article()
    is_open = session.is_reading()
    with st.container(key="reader"):
        panes_view()
        left, right = st.columns([5, 7], gap="medium")
        beside = left.container(key="pane_article")
        places, legend, card = (right.container(key=f"pane_{name}") for name in ("map", "legend", "card"))
        # First what the reader waits for: another map, or where it stands and has marked the pick already, text and card.
        found = gathered.gathered()
        is_other = not _is_reviewing() and memory.brought() != found.version
        if is_other:
            _map(found, places)
        with beside:
            _beside(is_open)
        found = gathered.gathered()  # the review may have changed it
        with card:
            place_view(found)
            if is_open and session.beside() == "Articles":
                _correct()
        if not is_other:
            _map(found, places)
        with legend:
            legend_view(ROLES[0])
            with st.container(key="choices", horizontal=True, vertical_alignment="center"):
                with st.container(key="borders"):
                    borders_line(VIEWS[0])  # as its shapes are: geo/ui/gathered.py
                ground_view()
        turn_view(session.place() in found.numbers, is_open and session.mention(opened()) is not None)


def _map(found: Gathered, into: DeltaGenerator) -> None:
    with into:
        map_view.shown_view(
            lambda: found.scene,
            found.numbers.get(session.place() or ""),
            version=found.version,
            pick=lambda number: pick(found, number),
        )


def _is_reviewing() -> bool:
    return session.beside() == "Review" and not session.is_looking()


def _beside(is_open: bool) -> None:
    """What stands beside the map: the list of articles, the one that is open, or the mentions to look at."""
    if not session.is_looking():
        st.segmented_control(
            "Beside the map",
            session.BESIDE,
            default=session.beside(),
            key="beside",
            required=True,
            label_visibility="collapsed",
            on_change=lambda: session.choose_beside(visit.value("beside")),
        )
    if _is_reviewing():
        review_view()
    elif is_open:
        open_view(gathered.gathered())
    else:
        list_view()


def _correct() -> None:
    """What can be said of the mention that is picked in the open article."""
    told = opened()
    picked = session.mention(told)
    if picked is not None and not session.is_looking():
        correct_view(told.article.id, told.mentions[picked])
    missed_view(told)


def pick(found: Gathered, number: int | None) -> None:
    """A place was clicked on the map: the open article goes to its first mention of it, the map stays."""
    if number is not None and not 0 <= number < len(found.tallies):
        return
    place = None if number is None else found.tallies[number].place_id
    session.pick_place(place, _first_in_open(place), scroll=True)


def _first_in_open(place: str | None) -> int | None:
    if place is None or not session.is_reading() or not desk.has_article(session.article()):
        return None
    mentions = opened().mentions
    return next((number for number, each in enumerate(mentions) if each.place and each.place.id == place), None)


def opened() -> Story:
    """What is shown of the article that is open."""
    return shown(desk.story(session.article(), session.view()))


# Articles


def open_view(found: Gathered) -> None:
    """The article that is open, and the way back to the list."""
    told = opened()

    st.button(
        "‹ All articles",
        key="close_article",
        type="tertiary",
        help="Back to the list of articles",
        on_click=session.close_article,
    )
    article.shown_view(
        on_map(told, found.numbers),
        version=f"{article.version(told)}:{found.version}",
        picked=session.mention(told),
        pick=lambda number: _pick_in_open(told, number),
    )
    overlooked_view(told)


def _pick_in_open(told: Story, number: int | None, *, scroll: bool = False) -> None:
    """A mention of the open article was chosen: the map goes to its place; `scroll`: the text to it."""
    mention = None if number is None else told.mentions[number]
    session.pick_place(mention.place.id if mention and mention.place else None, number, move=True, scroll=scroll)


def on_map(story: Story, numbers: Mapping[str, int]) -> dict[str, Any]:
    """An article for the browser whose mentions lead to the places of the project's map."""
    places = [numbers.get(mention.place.id, -1) if mention.place else -1 for mention in story.mentions]
    told = text.article(story)
    return told | {"mentions": [[*row[:-1], places[row[0]]] for row in told["mentions"]]}


# The picked place


def place_view(found: Gathered) -> None:
    """The card of the picked place, with its excerpts by article, or what to do where none is picked.

    Of a mention in the open article that leads to no place, or to one that the filter leaves out, the card of that article.
    """
    place = session.place()
    excerpts = figures.excerpts(place, desk.asked()) if place else ()
    at = _at(excerpts)
    mention = _mention(excerpts[at or 0]) if excerpts else None
    told = opened() if session.is_reading() and session.beside() == "Articles" else None
    number = session.mention(told) if told else None
    if place is None or mention is None or (number is not None and at is None):
        if told and number is not None:
            card.mention_view(told, number, pick=lambda number: _pick_in_open(told, number, scroll=True))
        else:
            card.shown_view(overview(found), pick=lambda number: pick_and_go(found, number))
        return
    count = found.tallies[found.numbers[place]].mentions if place in found.numbers else len(excerpts)

    def choose(number: int | None) -> None:
        if number is None:
            session.pick_place(None, None)
        elif 0 <= number < len(excerpts):
            go_to(excerpts[number])

    said = [told_of(excerpt) for excerpt in excerpts]
    data = cards.gathered(mention, said, count, at) | {"names": card.names(mention.place), "apart": True}
    card.shown_view(data, pick=choose)


def _mention(excerpt: Excerpt) -> Mention | None:
    """The mention of an excerpt, which tells what is known of its place. None: its article was just changed."""
    row = excerpt.mention
    story = desk.story(row.article, session.view())
    number = number_at(story, row.start, row.end)
    return None if number is None else story.mentions[number]


def _at(excerpts: Sequence[Excerpt]) -> int | None:
    """Which excerpt is open beside the map."""
    if not session.is_reading():
        return None
    told = opened()
    number = session.mention(told)
    if number is None:
        return None
    here = (session.article(), told.mentions[number].start, told.mentions[number].end)
    rows = [(each.mention.article, each.mention.start, each.mention.end) for each in excerpts]
    return rows.index(here) if here in rows else None


def go_to(excerpt: Excerpt) -> None:
    """Open the excerpt's article at it; map and text both go there."""
    row = excerpt.mention
    if not desk.has_article(row.article):
        return  # the page then shows what there is
    number = number_at(shown(desk.story(row.article, session.view())), row.start, row.end)
    session.open_article(row.article, number)
    session.pick_place(row.place_id, number, move=True)


def pick_and_go(found: Gathered, number: int | None) -> None:
    """A place was chosen in the card: the map goes there."""
    if number is not None and 0 <= number < len(found.tallies):
        place = found.tallies[number].place_id
        session.pick_place(place, _first_in_open(place), move=True, scroll=True)


def told_of(excerpt: Excerpt) -> Told:
    """An excerpt as the card tells it."""
    row = excerpt.mention
    when = words.span(row.first, row.last) if row.first and row.last else ""
    source = " · ".join(filter(None, (row.title or row.article, words.day(row.date))))
    return Told(excerpt.before, excerpt.surface, excerpt.after, when, source, row.confidence)


def overview(found: Gathered) -> dict[str, Any]:
    """What the card shows while nothing is picked: what to do, and the places named most."""
    if not found.tallies:
        asked = desk.asked()
        unknown = figures.totals(asked).mentions > 0
        why = "No mention that is kept leads to a known place." if unknown else conditions.nothing(asked)
        return {"empty": ["Nothing to show on the map.", why], "most_named": []}
    mentions = sum(tally.mentions for tally in found.tallies)
    said = f"On the map: {words.count(mentions, 'mention')} of {words.count(len(found.tallies), 'place')}; most often named:"
    most = [[number, tally.name, tally.mentions] for number, tally in enumerate(found.tallies[: cards.MOST_PLACES])]
    return {"empty": ["Pick a place on the map or in an article.", said], "most_named": most}
