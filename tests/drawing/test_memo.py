"""The memory of what was worked out."""

from geo.drawing.memo import REMEMBERED, per_story
from tests.stories import story


def counting():
    calls = []

    @per_story
    def function(told):
        calls.append(told.article.id)
        return len(calls)

    return function, calls


def test_the_same_story_is_worked_out_once():
    function, calls = counting()
    told = story("x")
    assert function(told) == function(told)
    assert len(calls) == 1


def test_an_equal_story_that_is_another_object_is_worked_out_anew():
    function, calls = counting()
    function(story("x"))
    function(story("x"))
    assert len(calls) == 2


def test_only_the_last_stories_are_remembered():
    function, calls = counting()
    told = [story("x", id=str(number)) for number in range(REMEMBERED + 1)]
    for one in told:
        function(one)
    function(told[-1])
    assert len(calls) == REMEMBERED + 1
    function(told[0])
    assert calls[-1] == "0"
