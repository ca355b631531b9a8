"""Where somebody is in the queue of mentions that nobody has looked at, and what they decide there.

The queue is the project's (`Project.review`); the session keeps plain values only: the mention at hand, those before it, and
what was decided, so that it can be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from geo.errors import DatelineError, InputError
from geo.project import Choose, Decision, Filter, Flag, MentionRow, NotAPlace, SetRole, Unflag, Verify
from geo.project.decisions import Act, Scope
from geo.types import Candidate, Mention, Story
from geo.ui import desk, engine, memory, session
from geo.ui.deciding import changeable
from geo.ui.showing import number_at

CHOICES = 9
"""Alternatives that can be chosen: as many as there are keys for."""

REMEMBERED = 200
"""Mentions and decisions before the one at hand that can be gone back to."""

Spot = list[Any]
"""`[key, article, start, end]` of a mention: its number in the queue, and where it stands."""


@dataclass(frozen=True)
class Looked:
    """The mention at hand."""

    spot: Spot
    story: Story
    number: int
    """Of the mention in the story."""
    gone: bool
    """Whether somebody has said that it is no place; the story is then the engine's."""

    @property
    def mention(self) -> Mention:
        return self.story.mentions[self.number]


def asked() -> Filter:
    """What the queue is made of: what the reader asks of the project, whatever people have said of it."""
    return replace(desk.asked(), states=())


def kept() -> dict[str, Any]:
    """Where the reader is: `{of, now, trail, done, wide, place, turn, told}`. Another project or filter begins anew."""
    of = [session.project(), repr(desk.asked())]
    found = memory.review()
    if found.get("of") == of:
        return found
    begun = {"of": of, "now": None, "trail": [], "done": [], "turn": found.get("turn", 0)}
    first = desk.project().review(asked(), limit=1)
    return _moved(begun, _spot(first[0]) if first else None)


def current() -> Looked | None:
    """The mention at hand; None: there is none (any more)."""
    found = kept()
    while found["now"] is not None:
        looked = _looked(found["now"])
        if looked:
            return looked
        found = _moved(found, _after(found["now"]))  # its article was removed meanwhile
    return None


def progress() -> tuple[int, int]:
    """How many mentions somebody has looked at, and how many there are; those just found to be no places count with them."""
    project, asking = desk.project(), asked()
    everything = project.mention_count(asking)
    left = project.mention_count(replace(asking, states=("unverified",)))
    gone = sum(done["gone"] for done in kept()["done"])
    return everything - left + gone, everything + gone


def same(looked: Looked) -> int:
    """How many mentions of the same words there are in all articles."""
    try:
        return desk.project().touches(_decision(looked, NotAPlace(), "everywhere"))
    except DatelineError:
        return 0


def press(key: int, what: str, number: int = 0) -> None:
    """What the reader asked for, by a key or a button, of the mention whose `Spot` has this key.

    It is told in `kept()["told"]` where it cannot be done.
    """
    found = kept()
    try:
        if what in MOVES:
            MOVES[what](found)
            return
        looked = current()
        if looked is None or looked.spot[0] != key:
            return  # pressed before the next one was seen
        if what == "wide":
            memory.remember_review({**found, "wide": not found["wide"]})
        elif what == "place":
            memory.remember_review({**found, "place": True})
        else:
            _decide(found, looked, what, number)
    except DatelineError as error:
        memory.remember_review({**kept(), "told": str(error)})


def asks_place() -> bool:
    """Whether the reader has just asked to say which place is meant; told once."""
    found = kept()
    if found["place"]:
        memory.remember_review({**found, "place": False})
    return found["place"]


def scope() -> Scope:
    """How far the next answer reaches."""
    return "everywhere" if kept()["wide"] else "mention"


def answer(decision: Decision) -> None:
    """Keep what was decided of the mention at hand, and go on to the next one. Raises `DatelineError`."""
    _onward(_kept(kept(), decision))


def again() -> None:
    """Begin with the least certain that nobody has looked at."""
    first = desk.project().review(asked(), limit=1)
    _moved(kept(), _spot(first[0]) if first else None)


def choices(mention: Mention) -> tuple[Candidate, ...]:
    """The places that a number chooses."""
    return mention.resolution.alternatives[:CHOICES] if mention.resolution else ()


def _decide(found: dict[str, Any], looked: Looked, what: str, number: int) -> None:
    found = _kept(found, _decision(looked, _act(looked.mention, what, number), scope()))
    if what in STAYS:
        _moved(found, looked.spot)
    else:
        _onward(found)


def _kept(found: dict[str, Any], decision: Decision) -> dict[str, Any]:
    """Keep a decision of the mention at hand in the project, and that it can be taken back."""
    project = changeable()
    touched = project.touches(decision)
    change = project.decide(decision, memory.who())
    gone = touched if isinstance(decision.act, NotAPlace) else 0
    done = {"change": change, "spot": found["now"], "gone": gone, "count": touched}
    return {**found, "done": [*found["done"], done][-REMEMBERED:]}


STAYS = ("role", "unflag")
"""What does not answer which place is meant, so that the mention stays at hand."""


def _act(mention: Mention, what: str, number: int) -> Act:
    if what == "choose":
        offered = choices(mention)
        if not 1 <= number <= len(offered):
            raise InputError(f"there is no place number {number} to choose")
        place = offered[number - 1].place
        return Choose(place, engine.location(place))
    if what == "role":
        return SetRole("literal" if mention.role == "associative" else "associative")
    acts: dict[str, Act] = {"right": Verify(), "none": NotAPlace(), "flag": Flag(), "unflag": Unflag()}
    if what not in acts:
        raise InputError(f"{what[:40]!r} is nothing to decide about a mention")
    return acts[what]


def _decision(looked: Looked, act: Act, scope: Scope) -> Decision:
    _, article, start, end = looked.spot
    return Decision(article, start, end, act, scope)


def _onward(found: dict[str, Any]) -> None:
    """To the next one; the one at hand can be gone back to."""
    now = found["now"]
    if now is not None:
        _moved({**found, "trail": [*found["trail"], now][-REMEMBERED:]}, _after(now))


def _back(found: dict[str, Any]) -> None:
    if found["trail"]:
        _moved({**found, "trail": found["trail"][:-1]}, found["trail"][-1])


def _undo(found: dict[str, Any]) -> None:
    if not found["done"]:
        return
    last = found["done"][-1]
    trail = found["trail"]
    at = len(trail) - 1 - trail[::-1].index(last["spot"]) if last["spot"] in trail else len(trail)
    found = {**found, "done": found["done"][:-1], "trail": trail[:at]}
    memory.remember_review(found)  # it may have been undone elsewhere, and cannot be twice
    changeable().undo(last["change"])
    _moved(found, last["spot"])


MOVES = {"skip": _onward, "back": _back, "undo": _undo}


def _moved(found: dict[str, Any], now: Spot | None) -> dict[str, Any]:
    """Take this mention at hand and show its place on the map."""
    found = {**found, "now": now, "wide": False, "place": False, "turn": found["turn"] + 1, "told": ""}
    memory.remember_review(found)
    looked = _looked(now) if now else None
    if looked:
        session.pick_place(looked.mention.place.id if looked.mention.place else None, None, move=True)
    return found


def _after(spot: Spot) -> Spot | None:
    following = desk.project().review_after(spot[0], asked())
    return _spot(following) if following else None


def _spot(row: MentionRow) -> Spot:
    return [row.key, row.article, row.start, row.end]


def _looked(spot: Spot) -> Looked | None:
    """The mention there: as people left it, or where it is said to be no place, as the engine found it. None: it is gone."""
    _, article, start, end = spot
    try:
        story = desk.story(article, session.view())
        number = number_at(story, start, end)
        if number is not None:
            return Looked(spot, story, number, gone=False)
        raw = engine.seen(desk.project().story(article, raw=True), session.view())
    except DatelineError:
        return None
    number = number_at(raw, start, end)
    return None if number is None else Looked(spot, raw, number, gone=True)
