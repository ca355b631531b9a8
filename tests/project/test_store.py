"""The whole interface of a project, as the pages use it."""

import subprocess
import sys
from csv import DictReader
from dataclasses import replace
from io import StringIO
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings

from geo.errors import InputError, ProjectError
from geo.exporting import csv
from geo.files import ROOT
from geo.project import Choose, Decision, Filter, Flag, Land, Missed, NotAPlace, Pin, Projects, SetRole, Verify
from geo.project.decisions import meant
from geo.project.store import BATCH
from geo.types import Place
from tests.project.made import KYIV, PARIS, PARIS_TX, on, stories, told
from tests.stories import story

KENYA = Place("geonames:192950", "Kenya", 1.0, 38.0, "KE", "A.PCLI")
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TWO = [told("A storm hit [Paris|paris:0.6].", "a"), told("In [PARIS|paris:0.7] and [Kyiv|kyiv] it rained.", "b")]


def states(project, **fields):
    return [(row.article, row.start, row.place_id, row.state) for row in project.mentions(Filter(**fields))]


@QUICK
@given(made=stories())
def test_any_story_comes_back_exactly_as_it_was_handed_in(project, made):
    added = project.add([made])
    id = (*added.new, *(each.id for each in added.already))[0]
    if added.new:
        assert project.story(id, raw=True) == made
        assert project.story(id) == made


def test_a_selection_is_one_reading_whatever_is_changed_meanwhile(project):
    project.add(TWO)
    found = project.selected(Filter(countries=("FR",)))
    first = next(found)
    project.decide(on(project.story("b"), "PARIS", NotAPlace()))
    project.delete(["b"])
    assert [story.article.id for story in (first, *found)] == ["a", "b"]
    assert [story.article.id for story in project.selected(Filter(countries=("FR",)))] == ["a"]


def test_a_story_says_what_people_said_of_its_mentions(project):
    project.add(TWO)
    b = project.story("b")
    project.decide(on(b, "PARIS", Verify(PARIS.id)))
    project.decide(on(b, "Kyiv", Flag()))
    assert [mention.state for mention in project.story("b").mentions] == ["verified", "flagged"]
    assert [mention.state for mention in project.story("b", raw=True).mentions] == ["unverified", "unverified"]


def test_what_people_said_in_one_project_holds_in_another_that_takes_its_stories(project, projects):
    project.add(TWO)
    project.decide(on(project.story("b"), "PARIS", Verify(PARIS.id)))
    with projects.create() as other:
        other.add(project.selected())
        assert [row.state for row in other.mentions(Filter(articles=("b",)))] == ["verified", "unverified"]
        other.decide(on(other.story("b"), "PARIS", Flag()))
        assert other.story("b").mentions[0].state == "flagged"


def test_a_real_story_comes_back_with_its_shapes(project, gomel_story):
    project.add([gomel_story])
    assert project.story(gomel_story.article.id) == gomel_story
    assert any(mention.location.geometry for mention in gomel_story.mentions if mention.location)


def test_an_article_that_is_there_by_id_or_by_text_is_told_and_kept_once(project):
    first = project.add([story()])
    again = project.add([story(), story(id="other name"), told("Other text in [Kyiv|kyiv].", "talks")])
    assert first.new == ("talks",) and again.new == ()
    assert [(each.given, each.id) for each in again.already] == [
        ("talks", "talks"), ("other name", "talks"), ("talks", "talks"),
    ]  # fmt: skip
    assert project.article_count() == 1


def test_articles_without_an_id_are_told_apart_by_their_text(project):
    ids = project.add([told("[Kyiv|kyiv]", ""), told("[Paris|paris]", "")]).new
    assert len(set(ids)) == 2
    assert project.story(ids[1]).article.id == ""


def test_doubles_within_one_batch_are_found(project):
    assert len(project.add([story(), story()]).already) == 1


def test_stories_are_kept_that_came_before_one_that_cannot_be_read(project):
    def broken():
        for number in range(BATCH + 5):
            yield told(f"Rain in [Kyiv|kyiv] {number}.", f"n{number}")
        raise InputError("no more")

    with pytest.raises(InputError, match="no more"):
        project.add(broken())
    assert project.article_count() == BATCH + 5


def test_a_place_and_a_geometry_that_come_again_are_kept_once(project, projects):
    project.add(told(f"In the [Gomel Region|gomel-region] {number}.", f"n{number}") for number in range(50))
    tally = project.tallies()[0]
    assert (tally.mentions, tally.articles, tally.geometry) == (50, 50, "Polygon")
    assert project.geometry(tally.shape) == project.story("n1").mentions[0].location.geometry
    assert project.place(tally.place_id) == project.story("n1").mentions[0].place


def test_an_edit_shows_in_the_list_the_search_and_the_story_and_can_be_undone(project):
    project.add([story()])
    change = project.edit("talks", "Ann", title="Parley", date="2022-02-28", outlet="The Herald")
    (row,) = project.articles()
    assert (row.title, row.date, row.outlet) == ("Parley", "2022-02-28", "The Herald")
    edited = project.story("talks").article
    assert (edited.title, edited.told["title"]) == ("Parley", "set by Ann on 2024-05-01")
    project.edit("talks", dateline="MINSK")
    assert project.story("talks").article.dateline == "MINSK"
    project.undo()
    assert project.article_count(Filter(text="parley")) == 1 and project.article_count(Filter(text="delegations")) == 1
    assert project.story("talks", raw=True) == story()
    project.undo(change)
    assert project.story("talks") == story() and project.articles()[0].title == story().article.title
    assert project.article_count(Filter(text="parley")) == 0


def test_a_deleted_article_is_out_of_everything_until_it_is_undone(project):
    project.add(TWO)
    change = project.delete(["b"], "Ann")
    assert [row.id for row in project.articles()] == ["a"]
    assert project.counts().mentions == 1 and project.article_count(Filter(text="rained")) == 0
    with pytest.raises(ProjectError, match="no article"):
        project.story("b")
    project.undo(change)
    assert project.story("b") == TWO[1] and project.counts().mentions == 3
    project.redo(change)
    assert project.article_count() == 1


def test_a_deleted_article_can_be_added_again_and_then_not_be_brought_back(project):
    project.add(TWO)
    change = project.delete(["b"])
    assert project.add([TWO[1]]).new == ("b",)
    with pytest.raises(ProjectError, match="added again"):
        project.undo(change)
    assert project.article_count() == 2


def test_an_article_is_asked_for_by_its_id_and_its_text_is_exact(project):
    project.add(TWO)
    assert project.has("a") and project.text("a") == TWO[0].article.text
    project.delete(["a"])
    assert not project.has("a") and not project.has("\ud800")
    with pytest.raises(ProjectError, match="no article"):
        project.text("a")


def test_nothing_is_deleted_where_one_of_the_articles_is_unknown(project):
    project.add(TWO)
    with pytest.raises(ProjectError, match="'c' is no article"):
        project.delete(["a", "c"])
    assert project.article_count() == 2 and project.history() == []


def test_what_is_purged_is_gone_for_good_and_wide_decisions_stay(project, projects):
    project.add(TWO)
    project.decide(on(TWO[0], "Paris", Choose(PARIS_TX), "everywhere"))
    project.decide(on(TWO[0], "Paris", Verify()))
    project.edit("a", title="secretword")
    project.delete(["a"])
    assert project.purge() == 1 and project.purge() == 0
    (kept,) = project.history()
    assert kept.what.act.place == PARIS_TX and kept.what.article == ""
    assert project.story("b").mentions[0].place == PARIS_TX
    project.close()
    assert b"A storm hit" not in projects.path(project.token).read_bytes()
    assert b"secretword" not in projects.path(project.token).read_bytes()


def test_a_decision_reaches_as_many_as_it_said(project):
    project.add(TWO)
    for scope, count in (("mention", 1), ("article", 1), ("everywhere", 2)):
        decision = on(TWO[0], "Paris", Choose(PARIS_TX), scope)
        assert project.touches(decision) == count
        change = project.decide(decision)
        assert len(states(project, states=("verified",))) == count
        project.undo(change)
    assert [project.story(each.article.id) for each in TWO] == TWO


def test_decisions_can_be_undone_and_done_again_in_any_order(project):
    project.add(TWO)
    first = project.decide(on(TWO[0], "Paris", Choose(PARIS_TX), "everywhere"), "Ann")
    second = project.decide(on(TWO[0], "Paris", Choose(KYIV)), "Ben")
    assert project.story("a").mentions[0].place == KYIV and project.story("b").mentions[0].place == PARIS_TX
    project.undo(first)
    assert project.story("a").mentions[0].place == KYIV and project.story("b") == TWO[1]
    project.undo()
    assert project.story("a") == TWO[0]
    assert project.redo() == second and project.redo() == first
    assert [(change.id, change.who, change.undone) for change in project.history()] == [
        (second, "Ben", False), (first, "Ann", False),
    ]  # fmt: skip
    with pytest.raises(ProjectError, match="no change that can be done again"):
        project.redo()
    with pytest.raises(ProjectError, match="no change 99"):
        project.undo(99)


def test_history_says_what_who_and_when(project):
    project.add(TWO)
    project.decide(on(TWO[0], "Paris", Flag("which?")), " Ann\n Li ")
    (change,) = project.history()
    assert change.what == on(TWO[0], "Paris", Flag("which?"))
    assert (change.who, change.at, change.surface) == ("Ann Li", "2024-05-01T12:02:00.000Z", "Paris")


def test_a_wide_decision_applies_to_articles_added_later_visibly_and_unverified(project):
    project.add(TWO[:1])
    project.decide(on(TWO[0], "Paris", Choose(PARIS_TX), "everywhere"), "Ann")
    project.add(TWO[1:])
    found = project.story("b").mentions[0]
    assert found.place == PARIS_TX and "in all articles (decision 1)" in found.resolution.reasons[0]
    assert states(project, articles=("b",))[0] == ("b", 3, PARIS_TX.id, "unverified")


def test_what_is_no_place_is_gone_from_tallies_and_story_but_not_from_what_the_engine_said(project):
    project.add(TWO)
    project.decide(on(TWO[0], "Paris", NotAPlace(), "everywhere"))
    assert [tally.place_id for tally in project.tallies()] == [KYIV.id]
    assert project.story("a").mentions == () and project.story("a", raw=True) == TWO[0]
    assert project.articles(order="title", descending=False)[0].mentions == 0


def test_overlooked_words_become_mentions_wherever_they_stand(project):
    more = told("Boma fell; [Kyiv|kyiv] said boma had not fallen.", "a"), told("Near Boma.", "b")
    project.add(more)
    decision = on(more[0], "Boma", Missed(PARIS), "everywhere")
    assert project.touches(decision) == 3
    change = project.decide(decision, "Ann")
    assert [mention.surface for mention in project.story("a").mentions] == ["Boma", "Kyiv", "boma"]
    assert project.story("a").mentions[0].resolution.reasons[0].startswith("added by Ann")
    project.add([told("Boma again.", "c")])
    assert [row.article for row in project.mentions(Filter(place=PARIS))] == ["a", "a", "b", "c"]
    project.undo(change)
    assert project.story("a") == more[0] and project.counts().mentions == 1
    project.redo(change)
    assert project.counts().mentions == 5


def test_an_overlooked_mention_can_be_decided_on_like_any_other(project):
    more = told("Boma fell.", "a")
    project.add([more])
    missed = project.decide(on(more, "Boma", Missed()))
    assert project.mentions()[0].place_id is None
    project.decide(on(more, "Boma", Pin(6.2, 34.4, "Boma")))
    project.decide(on(more, "Boma", SetRole("associative")))
    row = project.mentions()[0]
    assert (row.lat, row.lon, row.role, row.state) == (6.2, 34.4, "associative", "verified")
    project.undo(missed)
    assert project.mentions() == []


@pytest.mark.parametrize("missed", [False, True])
def test_a_pin_is_kept_by_its_country_and_says_it_in_an_export(project, missed):
    article = told("A camp at [Omorate|?] and Boma.", "a")
    project.add([article])
    pin = Pin(0.5, 36.0, "Camp", Land("KE", "KE.37", "Rift Valley"))
    act = Missed(*meant(pin)) if missed else pin
    project.decide(on(article, "Boma" if missed else "Omorate", act))
    for asked in (Filter(countries=("KE",)), Filter(place=KENYA)):
        assert [row.place for row in project.mentions(asked)] == ["Camp"]
    assert project.mentions(Filter(countries=("UG",))) == []
    out = StringIO()
    csv.write(project.selected(Filter(countries=("KE",))), out)
    (row,) = DictReader(out.getvalue().splitlines())
    assert row["country_code"] == "KE"


def test_a_chosen_place_takes_the_outline_that_the_project_knows(project):
    project.add([told("[Belarus|belarus] and [Georgia|?].", "a")])
    belarus = project.story("a").mentions[0]
    project.decide(Decision("a", 12, 19, Choose(belarus.place)))
    assert project.story("a").mentions[1].location == belarus.location


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (Decision("a", 12, 12, NotAPlace()), "no words"), (Decision("a", -5, 3, NotAPlace()), "no words"),
        (Decision("a", 12, 999, NotAPlace()), "no words"), (Decision("a", 12, 17, NotAPlace(), "world"), "scope"),
        (Decision("a", 0, 7, NotAPlace()), "no mention stands"), (Decision("x", 0, 1, NotAPlace()), "no article"),
        (Decision("\ud800'; --", 0, 1, NotAPlace()), "no article"), (Decision("a", 2, 7, Verify()), "no mention"),
        (Decision("b", 0, 201, Missed()), "letters"), (Decision("b", 0, 3, Missed()), "can be read"),
    ],
)  # fmt: skip
def test_a_decision_that_cannot_be_is_refused_and_nothing_is_kept(project, decision, why):
    project.add([TWO[0], told("a\0b" + "x" * 300, "b")])
    for refuse in (project.touches, project.decide):
        with pytest.raises((InputError, ProjectError), match=why):
            refuse(decision)
    assert project.history() == []


def test_a_mention_without_a_place_cannot_be_verified(project):
    project.add([told("[Boma|?] fell.", "a")])
    with pytest.raises(InputError, match="no place to verify"):
        project.decide(Decision("a", 0, 4, Verify()))


def test_decisions_and_edits_survive_a_newer_run_or_are_told_to_be_lost(project):
    project.add(TWO)
    chosen = project.decide(on(TWO[1], "PARIS", Choose(PARIS_TX)), "Ann")
    verified = project.decide(on(TWO[1], "Kyiv", Verify()), "Ann")
    missed = project.decide(on(TWO[1], "rained", Missed()), "Ann")
    project.edit("b", outlet="The Herald")
    newer = told("In [PARIS|paris:0.9] and [Kyiv|minsk] it rained.", "b")
    done = project.rerun("b", newer)
    assert (done.applied, done.lost) == ((chosen, missed), (verified,))
    found = project.story("b")
    assert [mention.place and mention.place.name for mention in found.mentions] == ["Paris", "Minsk", None]
    assert found.article.outlet == "The Herald" and project.story("b", raw=True) == newer
    moved = told("Yesterday in [PARIS|paris:0.9].", "b")
    assert project.rerun("b", moved).lost == (chosen, verified, missed)
    assert project.story("b").mentions == moved.mentions
    assert project.rerun("b", newer).applied == (chosen, missed)


def test_the_text_of_another_article_is_refused_in_a_run(project):
    project.add(TWO)
    with pytest.raises(ProjectError, match="has already"):
        project.rerun("b", TWO[0])
    assert project.story("b") == TWO[1]


def test_the_review_goes_from_the_least_certain_on_and_back(project):
    project.add([told("[Paris|paris:0.9], [Kyiv|kyiv:0.3], [Minsk|minsk:0.6], [Gomel|gomel:0.6].", "a")])
    queue = project.review()
    assert [row.surface for row in queue] == ["Kyiv", "Minsk", "Gomel", "Paris"]
    assert project.review_after(queue[1].key) == queue[2] and project.review_before(queue[2].key) == queue[1]
    assert project.review_before(queue[0].key) is None and project.review_after(queue[3].key) is None
    project.decide(on(project.story("a"), "Kyiv", Verify()))
    assert project.review()[0].surface == "Minsk"
    assert project.review_after(queue[0].key).surface == "Minsk"
    assert project.review(Filter(countries=("BY",)), limit=1)[0].surface == "Minsk"


def test_the_list_of_articles_counts_what_was_looked_at(project):
    project.add(TWO)
    project.decide(on(TWO[1], "PARIS", Verify()))
    project.decide(on(TWO[1], "Kyiv", Flag()))
    (row,) = project.articles(Filter(articles=("b",)))
    assert (row.mentions, row.places, row.verified, row.flagged) == (2, 2, 1, 1)


def test_a_project_has_a_name(project):
    assert project.name == ""
    project.rename(" Horn\n of Africa ")
    assert project.name == "Horn of Africa"


def test_a_closed_project_says_so(project):
    project.close()
    with pytest.raises(ProjectError, match="closed"):
        project.articles()


def test_what_is_not_there_is_a_project_error(project):
    for ask in (project.story, project.place, project.geometry):
        with pytest.raises(ProjectError):
            ask("\ud800 no such thing")


def test_many_threads_may_write_and_read_at_once(project):
    failed = []

    def work(name):
        try:
            for number in range(10):
                project.add([told(f"[Kyiv|kyiv] {name} {number}", f"{name}-{number}")])
                project.tallies()
        except Exception as error:  # a thread's error would be lost
            failed.append(error)

    threads = [Thread(target=work, args=(name,)) for name in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == [] and project.counts().mentions == 60


def test_two_programs_may_write_to_one_file(project, projects):
    with projects.open(project.token) as other:
        project.add(TWO[:1])
        other.add(TWO[1:])
        assert project.article_count() == other.article_count() == 2


WRITER = """
import sys
from pathlib import Path
from geo.project import Choose, Projects
from tests.project.made import PARIS_TX, on, told

with Projects(Path(sys.argv[1])).open(sys.argv[2]) as project:
    for number in range(10_000):
        made = told(f"In [Paris|paris] on day {number}.", f"n{number}")
        project.add([made])
        print("added", f"n{number}", flush=True)
        change = project.decide(on(made, "Paris", Choose(PARIS_TX)))
        print("decided", change, flush=True)
        if number % 2:
            project.delete([f"n{number - 1}"])
            print("deleted", f"n{number - 1}", flush=True)
"""


@pytest.mark.parametrize("after", [1, 2, 5, 11, 24])
def test_what_was_returned_for_is_there_after_the_program_is_killed_at_once(project, projects, after):
    command = [sys.executable, "-c", WRITER, str(projects.folder), project.token]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        lines = [child.stdout.readline() for _ in range(after)]
        child.kill()
        lines += child.stdout.readlines()
    said = [line.split() for line in lines if line.endswith("\n")]
    with Projects(projects.folder).open(project.token) as again:
        deleted = {what for verb, what in said if verb == "deleted"}
        there = {row.id for row in again.articles(limit=10_000)}
        assert {what for verb, what in said if verb == "added"} - deleted <= there
        assert {int(what) for verb, what in said if verb == "decided"} <= {change.id for change in again.history()}
        for id in there:
            assert again.story(id).mentions[0].surface == "Paris"
        with again._read() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_places_known_otherwise_by_a_newer_gazetteer_leave_old_stories_as_they_were(project):
    newer = told("[Kyiv|kyiv] again.", "b")
    renamed = replace(KYIV, name="Kyiv City")
    mention = newer.mentions[0]
    newer = replace(newer, mentions=(replace(mention, resolution=replace(mention.resolution, place=renamed)),))
    old = told("[Kyiv|kyiv].", "a")
    project.add([old, newer])
    assert project.story("a") == old and project.story("b") == newer
    assert [(tally.name, tally.mentions) for tally in project.tallies()] == [("Kyiv City", 2)]
