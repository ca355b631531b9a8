"""An article that is run again, by a newer model or gazetteer: the engine's word is replaced, people's is kept."""

from __future__ import annotations

from sqlalchemy import Connection, select

from geo.errors import ProjectError
from geo.project import changing, judging, reading, writing
from geo.project.conditions import LIVE
from geo.project.records import Record, article_columns
from geo.project.rows import Rerun
from geo.project.schema import articles, changes
from geo.types import Story


def rerun(connection: Connection, id: str, story: Story) -> Rerun:
    """Replace what the engine said of an article. Decisions hold again where their words stand where they stood."""
    key = writing.key_of(connection, id)
    record = Record.of(story)
    same = (articles.c.hash == record.hash, articles.c.key != key, LIVE)
    other = connection.execute(select(articles.c.id).where(*same)).scalar()
    if other is not None:
        raise ProjectError(f"the new text of {id[:80]!r} is that of {other[:80]!r}, which the project has already")
    writing.replace_story(connection, key, record, article_columns(story.article, story))
    changing.show(connection, key)
    made_here = judging.decisions(connection, changes.c.article == key)
    hold = reading.applied(connection, key)
    kept = tuple(sorted(each.id for each in made_here if each.id in hold))
    return Rerun(kept, tuple(sorted(each.id for each in made_here if each.id not in hold)))
