import pytest

from geo.errors import InputError
from geo.project import Choose, Decision, Missed, NotAPlace, Verify, changing
from tests.project.made import KYIV, PARIS, PARIS_TX, on, told

MADE = told("[Paris|paris] and [Paris|kyiv] and Boma, BOMA.", "a")


@pytest.fixture
def kept(project):
    project.add([MADE, told("[PARIS|paris].", "b")])
    return project


@pytest.mark.parametrize(
    ("act", "scope", "count"),
    [
        (Choose(KYIV), "mention", 1), (Choose(KYIV), "article", 2), (Choose(KYIV), "everywhere", 3),
        (Verify(), "article", 1), (Verify(), "everywhere", 2), (NotAPlace(), "everywhere", 3),
    ],
)  # fmt: skip
def test_a_decision_says_how_many_mentions_it_reaches(kept, act, scope, count):
    assert kept.touches(on(MADE, "Paris", act, scope)) == count


def test_what_is_no_place_any_more_is_reached_only_by_what_gives_it_one(kept):
    kept.decide(on(MADE, "Paris", NotAPlace(), "everywhere"))
    assert kept.touches(on(MADE, "Paris", NotAPlace(), "everywhere")) == 0
    assert kept.touches(on(MADE, "Paris", Choose(KYIV), "everywhere")) == 3


def test_articles_that_were_deleted_are_not_reached(kept):
    kept.delete(["b"])
    assert kept.touches(on(MADE, "Paris", Choose(KYIV), "everywhere")) == 2


def test_a_decision_on_deleted_articles_is_there_when_they_come_back(kept):
    deleted = kept.delete(["b"])
    kept.decide(on(MADE, "Paris", Choose(PARIS_TX), "everywhere"))
    kept.undo(deleted)
    assert kept.story("b").mentions[0].place == PARIS_TX


@pytest.mark.parametrize(("scope", "count"), [("mention", 1), ("article", 2), ("everywhere", 2)])
def test_overlooked_words_are_counted_before_they_are_added(kept, scope, count):
    assert kept.touches(on(MADE, "Boma", Missed(), scope)) == count
    assert kept.counts().mentions == 3


def test_a_kept_decision_has_what_the_project_filled_in(kept):
    with kept._read() as connection:
        verified = changing.made(connection, Decision("a", 0, 5, Verify()))
        chosen = changing.made(connection, Decision("a", 0, 5, Choose(KYIV)))
    assert verified.act == Verify(PARIS.id) and verified.surface == "Paris" and verified.newest == 2
    assert (chosen.act.location.lat, chosen.act.location.lon) == (KYIV.lat, KYIV.lon)


def test_edits_lie_over_each_other_and_each_can_be_undone(kept):
    first = kept.edit("a", title="One", author="Ann")
    kept.edit("a", title="Two")
    assert (kept.articles(order="title")[0].title, kept.story("a").article.author) == ("Two", "Ann")
    kept.undo(first)
    assert (kept.story("a").article.title, kept.story("a").article.author) == ("Two", None)
    kept.undo()
    assert kept.story("a") == MADE
    kept.redo(first)
    assert kept.story("a").article.title == "One"


def test_deleting_nothing_is_refused(kept):
    with pytest.raises(InputError, match="no article is named"):
        kept.delete([])


def test_an_article_that_is_named_twice_is_deleted_once(kept):
    kept.delete(["a", "a"])
    assert kept.article_count() == 1 and kept.history()[0].what.articles == ("a",)
