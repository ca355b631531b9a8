"""What the page keeps of a visit for itself: what somebody just did, and where they are in their work. No address has it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from geo.ui import visit


def remember_way(way: str) -> None:
    """By which way in articles were added last."""
    visit.put(way=way)


def way() -> str | None:
    """By which way in articles were added last; None: none were."""
    return visit.get("way")


def begin_work() -> str:
    """A number for articles that are being added, which nobody else has."""
    number = secrets.token_hex(8)
    visit.put(work=number, refused=[])
    return number


def work() -> str | None:
    """The number of what is being added; None: nothing is."""
    return visit.get("work")


def end_work(refused: Sequence[str] = ()) -> None:
    """Nothing is being added any more; `refused`: why nothing was, in lines."""
    visit.put(work=None, refused=list(refused))


def refused() -> list[str]:
    """Why nothing of what was handed in last could be added; empty where something was."""
    return visit.get("refused", [])


def remember_told(lines: list[str] | None) -> None:
    """Keep what is to be told of the articles that were added; None: it has been seen."""
    visit.put(told=lines)


def told() -> list[str] | None:
    """What is to be told of the articles that were added."""
    return visit.get("told")


def remember_removed(change: int | None, id: str = "") -> None:
    """Keep the number of the change that took an article out, so that it can be taken back; None: no longer."""
    visit.put(removed=change and (change, id))


def removed() -> tuple[int, str] | None:
    """The change that took an article out just now, and the article's id."""
    return visit.get("removed")


def remember_who(name: str) -> None:
    """Who decides, as they call themselves; empty: they do not say."""
    visit.put(who=name)


def who() -> str:
    """Who decides."""
    return visit.get("who", "")


def remember_changed(changed: dict[str, Any] | None) -> None:
    """Keep what somebody just changed, as plain values, to tell of it; None: no longer.

    A decision has its `change`, so that it can be taken back; facts of an article have none.
    """
    visit.put(changed=changed)


def changed() -> dict[str, Any] | None:
    """What somebody just changed."""
    return visit.get("changed")


def remember_selected(span: tuple[int, int] | None) -> None:
    """Keep the words of the open article that were marked as a place, in code points; None: they were taken up."""
    visit.put(selected=span)


def selected() -> tuple[int, int] | None:
    """The words of the open article that were marked as a place."""
    return visit.get("selected")


def remember_review(kept: dict[str, Any]) -> None:
    """Keep where somebody is in the queue of mentions to look at, as plain values."""
    visit.put(review=kept)


def review() -> dict[str, Any]:
    """Where somebody is in the queue of mentions to look at; empty: they have not begun."""
    return visit.get("review", {})


def remember_table(open: bool) -> None:
    """Whether the table of an article is open."""
    visit.put(table=open)


def is_table_open() -> bool:
    """Whether it was open last."""
    return visit.get("table", False)


def remember_brought(version: str | None) -> None:
    """Which version of what the map shows was sent to the browser last; None: it has to be sent again."""
    visit.put(brought=version)


def brought() -> str | None:
    """The version that the browser's map has, as far as the page knows."""
    return visit.get("brought")
