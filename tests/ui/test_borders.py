"""The line that says which view is shown, and its switch."""

import pytest

from geo.types import VIEW_NAMES, VIEWS
from geo.ui import borders
from tests.ui.conftest import HandMade


def shown(test) -> list[str]:
    return [html.value for html in test.get("html") if html.value.startswith("<p")]


def test_the_page_says_that_the_view_of_the_united_nations_is_shown(page):
    assert shown(page()) == ['<p class="dl-borders">Borders: United Nations view</p>']


def test_the_switch_shows_the_other_view_and_puts_it_into_the_address(page):
    test = page()
    test.button(key="other_view").click().run()
    assert not test.exception
    assert shown(test) == ['<p class="dl-borders">Borders: de facto view</p>']
    assert test.query_params["borders"] in ("de-facto", ["de-facto"])
    test.button(key="other_view").click().run()
    assert shown(test) == ['<p class="dl-borders">Borders: United Nations view</p>']
    assert "borders" not in test.query_params


def test_with_a_street_map_the_views_are_told_from_its_own_borders(page):
    told = [text.value for text in page(ground="tiles").text]
    assert borders.STREET_MAP in told and borders.STREET_MAP not in [text.value for text in page().text]


def test_a_switch_reads_no_text_again(page):
    reads = []

    class Counting(HandMade):
        def parse(self, article):
            reads.append(article.id)
            return super().parse(article)

    page(Counting).button(key="other_view").click().run()
    assert len(reads) == 1


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_explained_in_the_words_of_the_outlines(view, monkeypatch):
    monkeypatch.setattr(borders.engine, "about", HandMade().about)
    assert borders.meaning(view) == f"In the {view} view …"
    monkeypatch.setattr(borders.engine, "about", lambda view: {})
    assert VIEW_NAMES[view] in borders.meaning(view)
