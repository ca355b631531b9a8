import pytest

from geo.errors import ProjectError
from geo.project import Choose, Filter, Missed, NotAPlace, reading
from geo.types import Location
from tests.project.made import KYIV, PARIS_TX, on, told
from tests.stories import PLACES, SHAPES


@pytest.fixture
def kept(project):
    project.add([told("[Paris|paris] and [Belarus|belarus].", "a")])
    return project


def test_a_place_lies_where_a_mention_with_its_outline_says_else_at_its_point(kept):
    with kept._read() as connection:
        assert reading.known_location(connection, PLACES["belarus"]).geometry == SHAPES["belarus"]
        assert reading.known_location(connection, PARIS_TX) == Location(PARIS_TX.lat, PARIS_TX.lon)


def test_the_decisions_that_hold_are_told(kept):
    change = kept.decide(on(kept.story("a"), "Paris", Choose(PARIS_TX)))
    with kept._read() as connection:
        assert reading.applied(connection, 1) == {change}


def test_an_article_and_its_story_are_read_without_mentions(kept):
    with kept._read() as connection:
        article, story = reading.said_of(connection, 1)
    assert article == kept.story("a").article and story.mentions == ()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE texts SET text=x'00'", "DELETE FROM texts", "UPDATE stories SET said='['", "DELETE FROM stories",
        "UPDATE said SET said='{}'", "UPDATE stories SET said_article='{\"parts\":3}'",
    ],
)  # fmt: skip
def test_a_damaged_story_is_a_project_error_and_the_list_still_works(kept, damage):
    with kept._write() as connection:
        connection.exec_driver_sql(damage)
    with pytest.raises(ProjectError, match="damaged"):
        kept.story("a")
    assert kept.articles()[0].id == "a"


def test_a_selection_has_the_articles_of_the_list_in_their_order_with_the_mentions_that_fit(project):
    project.add([told("[Paris|paris] and [Kyiv|kyiv].", "a"), told("[Paris|paris].", "b"), told("[Kyiv|kyiv].", "c")])

    def selected(**asked):
        with project._read() as connection:
            found = reading.selected(connection, Filter(**asked))
            return [(story.article.id, *(mention.surface for mention in story.mentions)) for story in found]

    assert selected() == [("a", "Paris", "Kyiv"), ("b", "Paris"), ("c", "Kyiv")]
    assert selected(countries=("UA",)) == [("a", "Kyiv"), ("c", "Kyiv")]
    assert selected(articles=("b",)) == [("b", "Paris")]
    assert selected(articles=("b",), countries=("UA",)) == []


def test_a_selection_goes_by_what_people_decided(project):
    project.add([told("[Paris|paris] and [Paris|paris] and Kyiv.", "a")])
    a = project.story("a")
    project.decide(on(a, "Paris", NotAPlace()))
    project.decide(on(a, "Kyiv", Missed(KYIV)))
    with project._read() as connection:
        (story,) = reading.selected(connection, Filter())
        (verified,) = reading.selected(connection, Filter(states=("verified",)))
    assert [(mention.start, mention.surface, mention.state) for mention in story.mentions] == [
        (10, "Paris", "unverified"), (20, "Kyiv", "verified"),
    ]  # fmt: skip
    assert verified.mentions == story.mentions[1:]
    assert project.story("a") == story
