"""One HTML file with the map and the text, linked both ways, that opens from disk without a network.

Text and names stand in it as escaped JSON and reach the page as text nodes. The page forbids itself, by its content
security policy, to load or send anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from branca.element import Figure
from folium.template import Template

from geo.drawing import cards, several, text
from geo.drawing.map import draw
from geo.drawing.offline import text as shipped
from geo.drawing.safe import Once, Raw, to_script
from geo.types import Article, Story

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)

ONE = '<main class="article" aria-label="Article" tabindex="-1"></main>'
SEVERAL = """\
<div class="desk">
<button class="back" type="button" hidden>‹ All articles</button>
<nav class="shelf" aria-label="Articles"></nav>
<main class="article" tabindex="-1" hidden></main>
</div>"""
"""What stands beside the map: an article, or the list of several, of which one at a time is opened."""


class _Reader(Once):
    """What is read beside the map, the card, and the script that links them with the map."""

    _template = Template(
        """{% macro header(this, kwargs) %}{{ this.head }}{% endmacro %}
        {% macro html(this, kwargs) %}
        {{ this.beside }}
        <section class="card" aria-label="Picked place" aria-live="polite"></section>
        {{ this.made }}
        {% endmacro %}
        {% macro script(this, kwargs) %}
        {{ this.links }}({{ this.controller }}, {{ this.data }});
        {% endmacro %}"""
    )

    def __init__(self, data: dict[str, Any], made_by: Sequence[str], *, several: bool):
        super().__init__()
        self._name = "Reader"
        self.data = to_script(data)
        self.beside, self.links = (SEVERAL, "datelineSeveral") if several else (ONE, "datelinePage")
        told = escape("\n".join(made_by))
        self.made = f'<footer class="made" title="{told}">{escape(made_by[0])}</footer>' if made_by else ""
        styles = "\n".join(shipped(f"dateline/{name}.css") for name in ("article", "card", "page"))
        last = "several" if several else "page"
        scripts = "\n".join(shipped(f"dateline/{name}.js") for name in ("article", "card", last))
        self.head = f"<style>{styles}</style>\n<script>{scripts}</script>"


def standalone_html(*stories: Story, made_by: Sequence[str] = ()) -> str:
    """The page of a story; of several, a list of them, the newest first, and one map of all.

    `made_by`: what made it and whose data it shows; the first stands in the page's corner, all of it when it is pointed at.

    What mentions they have is shown, also in boilerplate: `story.body` has none there.
    """
    if len(stories) > 1:
        ordered = several.newest_first(stories)
        story = several.whole(ordered)
        data = several.page_data(ordered, story)
    else:
        story = stories[0] if stories else Story(Article(""), ())
        data = page_data(story)
    drawn = draw(story, theme="auto", boilerplate=True)
    drawn._id = "page"  # folium draws its names by lot; equal stories shall give equal bytes
    drawn.add_child(_Reader(data, made_by, several=len(stories) > 1))
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
