from dataclasses import replace

import pytest

from geo.drawing import several
from tests.stories import FOCUS, story

OLD = story("In [Kyiv|kyiv] and [Paris|paris].", id="old", title="Old", date="2022-02-27")
NEW = replace(story("[Lost|?]: [Paris|paris] or [Kiev|kyiv*].", id="new", title="New", date="2024-03-01"), focus=FOCUS)
UNDATED = story("[Kyiv|kyiv]", id="undated", title=None, date=None)


@pytest.fixture
def page():
    stories = several.newest_first([OLD, UNDATED, NEW])
    return several.page_data(stories, several.whole(stories))


def test_the_newest_comes_first_and_what_has_no_day_last(page):
    assert [article["name"] for article in page["articles"]] == ["New", "Old", "undated"]
    assert [article["by"] for article in page["articles"]] == ["1 March 2024", "27 February 2022", ""]


def test_mentions_and_places_are_numbered_over_all_articles(page):
    rows = [[(row[0], row[4]) for row in article["mentions"]] for article in page["articles"]]
    assert rows == [[(0, -1), (1, 0), (2, 1)], [(3, 1), (4, 0)], [(5, 1)]]
    for article in page["articles"]:
        for number, start, end, *_ in article["mentions"]:
            assert page["excerpts"][number][1] == article["text"][start:end]
            assert article["notes"][number]


def test_a_line_on_what_an_article_is_about_leads_to_its_own_mention():
    told = replace(story("[Gomel|gomel]", id="b", date="2020-01-01"), focus=FOCUS)
    stories = several.newest_first([told, OLD])
    about = several.page_data(stories, several.whole(stories))["articles"][1]["about"]
    assert about[0][1][0][2] == 2 and all(part[2] in (2, -1) for part in about[0][1])


def test_equal_cards_stand_once_and_every_mention_has_one():
    stories = [story("[Kyiv|kyiv], [Kyiv|kyiv], [Kiev|kyiv:0.6]", id=id) for id in "ab"]
    page = several.page_data(stories, several.whole(stories))
    assert page["card"] == [0, 0, 1, 0, 0, 1]
    assert [card["percent"] for card in page["cards"]] == ["97%", "60%"]


def test_the_overview_counts_over_all(page):
    assert page["overview"]["empty"][1].startswith("6 mentions of 2 places were found")


@pytest.mark.parametrize(("day", "told"), [("2024-02-31", "2024-02-31"), ("soon", "soon"), (None, "")])
def test_what_is_no_day_is_told_as_it_is(day, told):
    stories = [replace(OLD, article=replace(OLD.article, date=day, outlet=None))]
    assert several.page_data(stories, several.whole(stories))["articles"][0]["by"] == told


def test_a_list_of_nothing_is_no_error():
    assert several.page_data([], several.whole([]))["articles"] == []
