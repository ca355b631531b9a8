"""When the article view is filled anew."""

from dataclasses import replace

import pytest

from geo.ui import article, memory, session, visit
from geo.ui.article import version
from tests.stories import FOCUS, story


def test_the_same_story_keeps_the_view():
    assert version(story()) == version(story())


def test_another_text_title_or_place_fills_it_anew():
    told = {
        version(story(*text, title=title)) for text in (["[a|kyiv]"], ["[a|minsk]"], ["[b|kyiv]"]) for title in "xy"
    }
    assert len(told) == 6


def test_the_same_text_in_another_view_or_without_governments_begins_alike_and_ends_differently():
    told = story("[Kyiv|kyiv*] in [Minsk|minsk]")
    versions = [version(told), version(told.literal), version(replace(told, view="de-facto"))]
    assert len({v.split(":")[0] for v in versions}) == 1 and len(set(versions)) == 3


def test_a_text_with_a_lone_surrogate_has_a_version():
    assert version(story("\udcff [a|kyiv]"))


@pytest.mark.parametrize(("reported", "expected"), [([2, 1700000000], [2]), ([None, 1700000000], [None]), (None, [])])
def test_a_pick_in_the_text_is_told_once_and_escape_picks_none(monkeypatch, reported, expected):
    given, picked = {}, []
    monkeypatch.setattr(article, "_component", lambda **values: given.update(values))
    monkeypatch.setattr(session, "scrolls", lambda: 1)
    article.shown_view({"text": ""}, version="a:b", picked=None, pick=picked.append)
    monkeypatch.setattr(visit, "trigger", lambda key, name: reported)
    given["on_pick_change"]()
    assert picked == expected


def test_another_focus_fills_it_anew_and_the_reader_stays_where_they_are():
    told = story("[Kyiv|kyiv*] in [Minsk|minsk]")
    one, other = version(told), version(replace(told, focus=FOCUS))
    assert one != other and one.split(":")[0] == other.split(":")[0]


@pytest.mark.parametrize(("reported", "expected"), [([3, 8, 1700000000], (3, 8)), (None, None)])
def test_words_that_were_marked_are_kept(reader, monkeypatch, reported, expected):
    monkeypatch.setattr(visit, "trigger", lambda key, name: reported if name == "select" else None)
    article._selected()
    assert memory.selected() == expected
