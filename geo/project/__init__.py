"""Projects: what was read, what it is about, and what people decided, in one file each. `docs/projects.md` is for users.

    projects = Projects()                       # the folder that DATELINE_PROJECTS names, else the user's own
    with projects.create("Sudan") as project:   # open(token), list(), delete(token)
        project.add(geo.parse_many(articles))
        project.tallies(Filter(text="ceasefire"))

`store` is the whole interface; a row or a decision is a frozen value. The database is SQLAlchemy Core's, its tables are
`schema`, and what is SQLite's alone is in `sqlite`. Importing this loads no database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.project.decisions import (
    Act,
    Choose,
    Decision,
    Draw,
    Flag,
    Land,
    Missed,
    NotAPlace,
    Pin,
    Scope,
    SetRole,
    Unflag,
    Verify,
)
from geo.project.filters import Filter
from geo.project.folder import Listed, Projects, reading_token
from geo.project.rows import (
    Added,
    Already,
    ArticleRow,
    Change,
    Counts,
    DayCount,
    Deletion,
    Edit,
    Excerpt,
    MentionRow,
    Order,
    PlaceTally,
    Rerun,
    Timeline,
    Totals,
)
from geo.types import State

if TYPE_CHECKING:
    from geo.project.store import Project


def __getattr__(name: str) -> Any:
    """`Project` brings the database library, which takes a moment to import."""
    if name == "Project":
        from geo.project.store import Project

        return Project
    raise AttributeError(name)


__all__ = [
    "Act",
    "Added",
    "Already",
    "ArticleRow",
    "Change",
    "Choose",
    "Counts",
    "DayCount",
    "Decision",
    "Deletion",
    "Draw",
    "Edit",
    "Excerpt",
    "Filter",
    "Flag",
    "Land",
    "Listed",
    "MentionRow",
    "Missed",
    "NotAPlace",
    "Order",
    "Pin",
    "PlaceTally",
    "Project",
    "Projects",
    "Rerun",
    "Scope",
    "SetRole",
    "State",
    "Timeline",
    "Totals",
    "Unflag",
    "Verify",
    "reading_token",
]
