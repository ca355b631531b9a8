"""What a reader has chosen to see: the only module that touches the address bar.

Only ids and plain values are kept. Numbers of mentions and places count within what is shown of the article.
A page shows one article, or all of a project: then a place is picked by its id, and an article may be open beside the map.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import Literal, get_args

import streamlit as st

from geo.project import Filter, reading_token
from geo.types import ROLES, VIEWS, Roles, Story, View
from geo.ui import address, visit

LONGEST_TEXT = 1_000_000
"""Characters that may be pasted: a long book. More is refused with a message."""

SHOWN = "shown"
"""What the address says where places in boilerplate are shown."""

Scope = Literal["article", "project"]
"""What the map shows: one article, or what a filter keeps of all articles of the project."""

Beside = Literal["Articles", "Review"]
"""What stands beside the project's map: the articles, or the mentions that somebody should look at."""

BESIDE: tuple[Beside, ...] = get_args(Beside)

ALL = "all"
"""What the address says where the map shows the project."""

Ground = Literal["built-in", "tiles", "tiles-offline"]
"""What lies below the marks: the built-in map, a street map, or one that this server has without a network."""

GROUNDS: tuple[Ground, ...] = ("built-in", "tiles", "tiles-offline")

EXPLORER = "explorer"
"""What `st.rerun` calls the part of the page below the header where the map shows the project: `geo.ui.explorer`."""

LONGEST_TRAIL = 50
"""Addresses of a visit that Back and Forward of the browser lead to."""

SETTLED_S = 2.0
"""Seconds in which the browser has surely taken up a new address."""

LONGEST_ID = 200
"""Characters of a place's id in the address; ours and GeoNames' have some dozens."""


def start(
    samples: Collection[str],
    first: str,
    has: Callable[[str, str], bool],
    for_reading: Callable[[str], str | None] = lambda reading: None,
) -> None:
    """On a reader's first run, and where the browser went back or forward: take what is shown from the address, as it exists.

    `has(project, article)` says whether there is that article in that project; an empty one asks for the project alone.
    `for_reading` gives the project that an address leads to which lets people look and change nothing; None: there is none.
    """
    if not visit.get("started"):
        reading = st.query_params.get("read", "")
        asked = (for_reading(reading) or "") if reading else st.query_params.get("project", "")
        known = bool(asked) and has(asked, "")
        visit.put(started=True, project=asked if known else None, lost=bool(reading or asked) and not known)
        visit.put(looking=bool(reading), spot=address.spot(st.query_params.get("at", "")))
    elif not _went_back():
        return
    visit.put(trail=[*_trail(), _address()][-LONGEST_TRAIL:], turn=turn() + 1)
    _take(samples, first, has)


def _take(samples: Collection[str], first: str, has: Callable[[str, str], bool]) -> None:
    """Show what the address says of the reader's project, or of the samples."""
    token, asked = project() or "", st.query_params.get("article", "")
    own = bool(token and asked) and has(token, asked)
    visit.put(own=own, article=asked if own or asked in samples else first)
    view = st.query_params.get("borders", "")
    roles = st.query_params.get("roles", "")
    visit.put(view=view if view in VIEWS else VIEWS[0], roles=roles if roles in ROLES else ROLES[0])
    ground = st.query_params.get("ground", "")
    visit.put(
        boilerplate=st.query_params.get("asides", "") == SHOWN, ground=ground if ground in GROUNDS else GROUNDS[0]
    )
    number = st.query_params.get("mention", "")
    picked = int(number) if number.isascii() and number.isdecimal() and len(number) < 7 else None
    visit.put(mention=picked, move=moves() + 1, scroll=scrolls() + 1)
    whole = bool(token) and st.query_params.get("show", "") == ALL
    asked_for = {name: st.query_params.get_all(name) for name, *_ in address.FIELDS.values()} if whole else {}
    visit.put(
        scope="project" if whole else "article", filter=address.words(address.read(asked_for)), reading=whole and own
    )
    visit.put(place=st.query_params.get("place", "")[:LONGEST_ID] or None if whole else None)


def _went_back() -> bool:
    """Whether the address is one that was shown before the last one.

    A click that follows the one before at once may still come with the address before that one; so not right behind it.
    """
    return (
        time.monotonic() - visit.get("wrote", 0.0) > SETTLED_S
        and _address() in _trail()[:-1]
        and _address() != _trail()[-1]
    )


def _trail() -> list[dict[str, list[str]]]:
    """The addresses of this visit as they were shown, the last one last."""
    return visit.get("trail", [])


def _address() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def project() -> str | None:
    """The token of the reader's project; None: they have none yet."""
    return visit.get("project")


def choose_project(token: str) -> None:
    """A project is the reader's from now on; what is shown stays."""
    visit.put(project=token, lost=False)
    _show_in_address()


def is_looking() -> bool:
    """Whether the reader may look and change nothing: by the address they came by, or in a frame of another page."""
    return visit.get("looking", False) or is_embedded()


def is_embedded() -> bool:
    """Whether the page stands in a frame of another page."""
    return bool(st.context.is_embedded)


def is_lost() -> bool:
    """Whether the address names a project that there is not."""
    return visit.get("lost", False)


def article() -> str:
    """The id of the article shown."""
    return visit.get("article")


def is_own() -> bool:
    """Whether that is an article of the reader's project, not a sample."""
    return visit.get("own", False)


def view() -> View:
    """Whose land disputed areas are shown as."""
    return visit.get("view", VIEWS[0])


def choose_view(view: View) -> None:
    """Show disputed areas in this view; the picked mention stays picked."""
    visit.put(view=view)
    _show_in_address()


def roles() -> Roles:
    """Which mentions are shown."""
    return visit.get("roles", ROLES[0])


def choose_roles(roles: Roles, number: int | None) -> None:
    """Show these mentions; `number` is what the picked one is among them, None: it is not."""
    visit.put(roles=roles, mention=number)
    _show_in_address()


def boilerplate() -> bool:
    """Whether places are shown that only boilerplate names."""
    return visit.get("boilerplate", False)


def choose_boilerplate(shown: bool, number: int | None) -> None:
    """Show them or not; `number` is what the picked mention is then among those shown, None: it is not."""
    visit.put(boilerplate=shown, mention=number)
    _show_in_address()


def ground() -> Ground:
    """What is to lie below the marks; where it is not offered, the built-in map does."""
    return visit.get("ground", GROUNDS[0])


def choose_ground(ground: Ground) -> None:
    """Let this lie below the marks."""
    visit.put(ground=ground)
    _show_in_address()


def choose_sample(id: str) -> None:
    """Show a sample."""
    visit.put(article=id, own=False, mention=None, scope="article")
    _show_in_address()


def choose_own(project: str, id: str) -> None:
    """Show an article of a project, which is the reader's from now on."""
    visit.put(project=project, lost=False, article=id, own=True, mention=None, scope="article")
    _show_in_address()


def scope() -> Scope:
    """What the map shows."""
    return visit.get("scope", "article")


def choose_project_map() -> None:
    """Show all articles of the project on one map."""
    visit.put(scope="project", reading=False, mention=None, place=None)
    _show_in_address()


def filter() -> Filter:
    """What is asked of the project's mentions, without the switches of roles and boilerplate."""
    return address.read(visit.get("filter", {}))


def choose_filter(filter: Filter, *, among_choices: bool = False) -> None:
    """Ask this; the picked place stays picked as far as it is still shown.

    `among_choices`: it was chosen in the widgets of `geo.ui.filters_view`, which show it already.
    """
    visit.put(filter=address.words(filter), turn=turn() + (not among_choices))
    _show_in_address()


def turn() -> int:
    """How often another filter was asked for than the widgets to choose it show.

    A widget that is out of sight in the browser is not told of a new value: it keeps its old one and sends it with a later
    click. So with every turn there are other widgets, and what those of an earlier turn still send is not listened to.
    """
    return visit.get("turn", 0)


def place() -> str | None:
    """The id of the place that is picked on the project's map."""
    return visit.get("place")


def is_reading() -> bool:
    """Whether an article is open beside the project's map."""
    return visit.get("reading", False)


def pane() -> str:
    """What is in sight where text and map do not fit beside each other; the words of `geo.ui.narrow`."""
    return visit.get("pane", "Map")


def choose_pane(pane: str) -> None:
    """Let the text or the map be in sight there."""
    visit.put(pane=pane)


def beside() -> Beside:
    """What stands beside the project's map."""
    return visit.get("beside", BESIDE[0])


def choose_beside(what: Beside) -> None:
    """Let something else stand beside the project's map."""
    visit.put(beside=what)


def open_article(id: str, number: int | None) -> None:
    """Open an article beside the project's map, at a mention; the place that is picked stays picked."""
    visit.put(article=id, own=True, reading=True, mention=number, scroll=scrolls() + 1, beside=BESIDE[0])
    _show_in_address()


def close_article() -> None:
    """Go back to the list of articles beside the project's map."""
    visit.put(reading=False, mention=None)
    _show_in_address()


def pick_place(id: str | None, number: int | None, *, move: bool = False, scroll: bool = False) -> None:
    """Pick a place of the project's map, and the mention of it in the open article; `move` the map there, `scroll` the text."""
    visit.put(place=id)
    _pick(number, move=move, scroll=scroll)


def mention(story: Story) -> int | None:
    """The picked mention, or None; one that the story does not have counts as none."""
    number = visit.get("mention")
    return number if number is not None and number < len(story.mentions) else None


def pick_in_text(number: int | None) -> None:
    """The text was clicked: the map goes there, the text stays."""
    _pick(number, move=True)


def pick_on_map(number: int | None) -> None:
    """The map was clicked: the text goes there, the map stays."""
    _pick(number, scroll=True)


def pick_elsewhere(number: int | None) -> None:
    """The card or the table was clicked: text and map both go there."""
    _pick(number, move=True, scroll=True)


def pick_quietly(number: int | None) -> None:
    """The picked mention has this number now: neither text nor map moves."""
    _pick(number)


def _pick(number: int | None, *, move: bool = False, scroll: bool = False) -> None:
    visit.put(mention=number, move=moves() + move, scroll=scrolls() + scroll)
    _show_in_address()


def moves() -> int:
    """How often the map was asked to go to the picked place."""
    return visit.get("move", 0)


def spot() -> tuple[float, float, float] | None:
    """Latitude, longitude and zoom where the map looks first, by the address that was opened; None: it does not say."""
    return visit.get("spot")


def scrolls() -> int:
    """How often the text was asked to go to the picked mention."""
    return visit.get("scroll", 0)


def _show_in_address() -> None:
    st.query_params.from_dict(state())
    if _address() not in _trail()[-1:]:
        visit.put(trail=[*_trail(), _address()][-LONGEST_TRAIL:])
    visit.put(wrote=time.monotonic())


def state(*, looking: bool | None = None) -> dict[str, str | list[str]]:
    """What is shown, as words of an address; `looking`: whether it lets people look only, None: as for this reader.

    Only this reader's own address says which ground it is: whoever is sent a link chooses whom their browser asks for tiles.
    """
    token = project()
    if token and (is_looking() if looking is None else looking):
        wanted: dict[str, str | list[str]] = {"read": reading_token(token)}
    else:
        wanted = {"project": token} if token else {}
    whole = scope() == "project"
    if whole:
        wanted |= {"show": ALL, **visit.get("filter", {})}
        if place():
            wanted["place"] = place()
    if not whole or is_reading():
        wanted["article"] = article()
        if visit.get("mention") is not None:
            wanted["mention"] = str(visit.get("mention"))
    if view() != VIEWS[0]:
        wanted["borders"] = view()
    if roles() != ROLES[0]:
        wanted["roles"] = roles()
    if boilerplate():
        wanted["asides"] = SHOWN
    if looking is None and ground() != GROUNDS[0]:
        wanted["ground"] = ground()
    return wanted
