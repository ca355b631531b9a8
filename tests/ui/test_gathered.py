"""What a filter keeps of a project, asked once for each of its revisions."""

import pytest

from geo.project import Filter, Verify
from geo.project.decisions import Decision
from geo.ui import desk, gathered, session
from tests.stories import story

ONE = story("Talks in [Gomel|gomel], in the [Gomel Region|gomel-region].", id="one", title="Talks", date="2022-02-27")
TWO = story("[Gomel|gomel] and [Minsk|minsk].", id="two", date="2022-03-01")


@pytest.fixture
def kept(reader, hand_made):
    gathered.forget()
    desk.project().add([ONE, TWO])
    yield
    gathered.forget()


def test_places_are_numbered_by_how_often_they_are_named(kept):
    found = gathered.gathered()
    assert [tally.mentions for tally in found.tallies] == [2, 1, 1]
    assert found.numbers["geonames:627907"] == 0 and len(found.numbers) == 3
    assert found.scene.points.startswith("[[0,52.4345,30.9754,2,") and found.scene.shapes.count("[[") > 0


def test_the_same_question_is_asked_once_and_again_after_a_change(kept):
    one = gathered.gathered()
    assert gathered.gathered() is one
    desk.project().decide(Decision("one", 9, 14, Verify()))
    assert gathered.gathered() is not one


def test_another_filter_is_another_version_of_the_same_project(kept):
    one = gathered.gathered()
    session.choose_filter(Filter(countries=("BY",), text="minsk"))
    other = gathered.gathered()
    assert len(other.tallies) == 2 and one.version != other.version
    assert one.version.split(":")[0] == other.version.split(":")[0] == session.project()


def test_the_version_says_whether_something_else_was_asked_for_than_other_days(kept):
    def parts(**asked):
        session.choose_filter(Filter(**asked))
        return gathered.gathered().version.split(":")

    first, days, words = parts(), parts(published=("2022-01-01", None)), parts(text="minsk")
    assert days[1] != first[1] and days[2] == first[2] and words[2] != first[2]
    desk.project().decide(Decision("one", 9, 14, Verify()))
    assert parts(text="minsk")[1] != words[1] and parts(text="minsk")[2] == words[2]
