"""Articles into a project, one by one."""

import pytest

from geo.errors import InputError, ProjectError
from geo.types import Article
from geo.ui.adding import Outcome, add, with_text
from tests.fakes import fake_parse
from tests.stories import PAYLOADS

LONG = " ".join(f"Word {number} of a report on the harbour of Minsk." for number in range(40))


@pytest.fixture
def project(projects):
    with projects.create() as made:
        yield made


def added(project, *articles, parse=fake_parse, tell=lambda name: None):
    outcome = Outcome()
    for name in add(articles, project, parse, outcome):
        tell(name)
    return outcome


def test_articles_are_parsed_and_kept_and_each_is_told_before(project):
    told = []
    outcome = added(project, Article("Minsk.", id="a.txt", title="A"), Article("Paris.", id="b.txt"), tell=told.append)
    assert outcome == Outcome(added=["a.txt", "b.txt"])
    assert told == ["A", "b.txt"]
    assert len(project.story("a.txt").mentions) == 1


def test_a_second_file_of_one_name_and_other_text_gets_a_number(project):
    outcome = added(project, *(Article(text, id="a.txt") for text in ("one", "two", "three")))
    assert outcome.added == ["a.txt", "a.txt (2)", "a.txt (3)"]
    assert [project.text(id) for id in outcome.added] == ["one", "two", "three"]


def test_a_name_with_a_number_is_not_given_twice(project):
    outcome = added(project, Article("one", id="a"), Article("two", id="a (2)"), Article("three", id="a"))
    assert outcome.added == ["a", "a (2)", "a (3)"]


def test_the_same_text_is_there_already_under_whatever_name(project):
    added(project, Article("Minsk.", id="a.txt"))
    outcome = added(project, Article("Minsk.", id="a.txt"), Article("Minsk.", id="b.txt"))
    assert outcome == Outcome(already=["a.txt", "a.txt"])
    assert project.article_count() == 1


def test_an_article_that_was_there_comes_with_its_headline(project):
    added(project, Article("Minsk.", id="a.txt", title="Rain"))
    outcome = added(project, Article("Minsk.", id="b.txt"))
    assert outcome == Outcome(already=["a.txt"], headlines={"a.txt": "Rain"})


def test_a_file_that_is_there_already_is_not_read_again(project):
    added(project, Article("Minsk.", id="a.txt"))
    read = []
    added(project, Article("Minsk.", id="a.txt"), parse=read.append)
    assert read == []


def test_a_text_that_cannot_be_parsed_is_told_and_the_others_are_kept(project):
    def parse(article):
        if article.text == "bad":
            raise InputError("it is no article")
        return fake_parse(article)

    outcome = added(project, *(Article(text, id=f"{text}.txt") for text in ("one", "bad", "two")), parse=parse)
    assert outcome == Outcome(added=["one.txt", "two.txt"], failed=["bad.txt: it is no article"])


def test_a_project_that_cannot_be_written_ends_it(project):
    project.close()
    with pytest.raises(ProjectError):
        added(project, Article("one", id="a"))


def test_near_copies_are_told(project):
    other = LONG.replace("Word 7", "Number 7")
    outcome = added(project, Article(LONG, id="a"), Article("Another.", id="b"), Article(other, id="c"))
    assert outcome.added == ["a", "b", "c"] and outcome.alike == [("c", "a")]


@pytest.mark.parametrize("text", ["", " \r\n\t", "\u00a0\u3000"])
def test_an_article_without_words_counts_as_one_that_could_not_be_read(text):
    outcome = Outcome()
    good = Article("Minsk.", id="b")
    assert list(with_text([Article(text, id="a"), good, Article(text)], outcome)) == [good]
    assert outcome == Outcome(failed=["a: has no text", "article: has no text"])


def test_a_stop_loses_nothing_that_was_done(project):
    outcome = Outcome()
    for name in add([Article(id, id=id) for id in "abcd"], project, fake_parse, outcome):
        if name == "c":
            break
    assert outcome.added == ["a", "b"] == sorted(row.id for row in project.articles())


@pytest.mark.parametrize("name", [*PAYLOADS, "", " ", "\0", "../../x", "\udcff", "x" * 5000, "**a**"])
def test_two_texts_of_a_hostile_name_are_both_kept_as_they_are(project, name):
    outcome = added(project, Article("one", id=name), Article("two", id=name))
    assert len(set(outcome.added)) == 2 and not outcome.failed
    assert [project.text(id) for id in outcome.added] == ["one", "two"]
