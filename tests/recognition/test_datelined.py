from functools import cache

import pytest

from geo.gazetteer import Gazetteer
from geo.recognition.datelined import with_dateline
from geo.types import Mention


@cache
def gazetteer():
    return Gazetteer()


def found(text, dateline, *mentions):
    given = [Mention(text.index(name), text.index(name) + len(name), name) for name in mentions]
    return [(each.start, each.surface) for each in with_dateline(text, given, dateline, gazetteer())]


def test_the_town_of_a_dateline_is_found():
    assert found("HURRICANE, W.Va. - Police say", "HURRICANE, W.Va.") == [(0, "HURRICANE"), (11, "W.Va.")]


def test_what_was_found_stays_as_it_is_and_in_order():
    assert found("CLINTON, Conn. – A town", "CLINTON, Conn.", "Conn.") == [(0, "CLINTON"), (9, "Conn.")]


def test_the_dateline_may_stand_behind_the_headline():
    assert found("Two men held. BANTAM — A mason", "BANTAM") == [(14, "BANTAM")]


@pytest.mark.parametrize("dateline", [None, "", "KYIV", "QWERTYVILLE"])
def test_what_is_no_dateline_of_the_text_or_no_place_adds_nothing(dateline):
    assert found("QWERTYVILLE – It rained", dateline) == []
