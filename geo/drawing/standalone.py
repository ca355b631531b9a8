"""One HTML file with the map and the text, linked both ways, that opens from disk without a network.

Text and names stand in it as escaped JSON and reach the page as text nodes. The page forbids itself, by its content
security policy, to load or send anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any

from branca.element import Figure
from folium.template import Template

from geo.drawing import cards, text
from geo.drawing.map import draw
from geo.drawing.offline import text as shipped
from geo.drawing.safe import Once, Raw, to_script
from geo.types import Article, Boilerplate, Mention, Story

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)

BETWEEN = "\n\n* * *\n\n"
"""What stands between two articles of one page."""


class _Reader(Once):
    """The article and the card, and the script that links them with the map."""

    _template = Template(
        """{% macro header(this, kwargs) %}{{ this.head }}{% endmacro %}
        {% macro html(this, kwargs) %}
        <main class="article" aria-label="Article" tabindex="-1"></main>
        <section class="card" aria-label="Picked place" aria-live="polite"></section>
        {{ this.made }}
        {% endmacro %}
        {% macro script(this, kwargs) %}
        datelinePage({{ this.controller }}, {{ this.data }});
        {% endmacro %}"""
    )

    def __init__(self, data: dict[str, Any], made_by: Sequence[str] = ()):
        super().__init__()
        self._name = "Reader"
        self.data = to_script(data)
        told = escape("\n".join(made_by))
        self.made = f'<footer class="made" title="{told}">{escape(made_by[0])}</footer>' if made_by else ""
        styles = "\n".join(shipped(f"dateline/{name}.css") for name in ("article", "card", "page"))
        scripts = "\n".join(shipped(f"dateline/{name}.js") for name in ("article", "card", "page"))
        self.head = f"<style>{styles}</style>\n<script>{scripts}</script>"


def standalone_html(*stories: Story, made_by: Sequence[str] = ()) -> str:
    """The page of a story; several stories follow one another in the text and share the map.

    `made_by`: what made it and whose data it shows; the first stands in the page's corner, all of it when it is pointed at.

    What mentions they have is shown, also in boilerplate: `story.body` has none there.
    """
    story = combined(stories)
    data = page_data(story)
    if len(stories) > 1:
        data["article"] = data["article"] | {"about": abouts(stories, story)}
    drawn = draw(story, theme="auto", boilerplate=True)
    drawn._id = "page"  # folium draws its names by lot; equal stories shall give equal bytes
    drawn.add_child(_Reader(data, made_by))
    figure = drawn.get_root()
    assert isinstance(figure, Figure)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    figure.header.add_child(Raw(policy), name="policy", index=1)
    return figure.render()


def page_data(story: Story) -> dict[str, Any]:
    """What static/dateline/page.js needs."""
    numbers = range(len(story.mentions))
    return {
        "title": text.browser_text(story.article.title or story.article.id or "Dateline"),
        "article": text.article(story),
        "cards": [cards.about(mention) for mention in story.mentions],
        "excerpts": [cards.excerpt(story, number) for number in numbers],
        "most": cards.MOST_EXCERPTS,
        "overview": cards.overview(story),
    }


def combined(stories: Sequence[Story]) -> Story:
    """Several stories as one, with the headline of each before its text where it does not begin with it."""
    parts: list[str] = []
    mentions: list[Mention] = []
    asides: list[Boilerplate] = []
    offset = 0
    for story in stories:
        lead = _before(story)
        offset += len(lead)
        mentions += [replace(m, start=m.start + offset, end=m.end + offset) for m in story.mentions]
        asides += [replace(span, start=span.start + offset, end=span.end + offset) for span in story.boilerplate]
        parts.append(lead + story.article.text)
        offset += len(story.article.text) + len(BETWEEN)
    title = stories[0].article.title if stories else None
    if len(stories) > 1:
        title = f"{len(stories)} articles"
    return Story(
        Article(BETWEEN.join(parts), id=stories[0].article.id if stories else "", title=title),
        tuple(mentions),
        stories[0].view if stories else "un",
        focus=stories[0].focus if len(stories) == 1 else None,
        boilerplate=tuple(asides),
    )


def abouts(stories: Sequence[Story], whole: Story) -> list[list[Any]]:
    """What each of several stories is about, to stand before its headline in `whole`."""
    lines, at = [], 0
    for story in stories:
        if story.focus and story.mentions:
            lines.append(text.about(whole, story.focus, at))
        at += len(_before(story)) + len(story.article.text) + len(BETWEEN)
    return lines


def _before(story: Story) -> str:
    """The headline, where the text does not begin with it."""
    title = (story.article.title or "").strip()
    return f"{title}\n\n" if title and text.headline_length(story) == 0 else ""
