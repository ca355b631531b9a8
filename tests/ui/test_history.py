"""What was changed, told, undone and done again."""

import pytest
from streamlit.testing.v1 import AppTest

from geo.errors import ProjectError
from geo.project import (
    Change,
    Choose,
    Decision,
    Deletion,
    Draw,
    Edit,
    Flag,
    Missed,
    NotAPlace,
    Pin,
    SetRole,
    Unflag,
    Verify,
)
from geo.ui import deciding, desk, history, session
from tests.stories import PAYLOADS, PLACES, box, story
from tests.ui.test_facts import MARKUP

TOLD = story("[Paris|paris-tx:0.4] is not [Minsk|minsk]; [Paris|paris-tx:0.4] is.", id="a.txt", title="Towns")
AT = "2026-11-23T07:10:09.123Z"


def change(what, surface="Paris", who="Ann", undone=False):
    return Change(1, what, surface, who, AT, undone)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (Choose(PLACES["kyiv"]), "means Kyiv, UA"),
        (Pin(50.45, 30.52, "A well"), "means the point 50.4500° N, 30.5200° E, “A well”"),
        (Draw(box(30, 50, 31, 51), "A field"), "means a drawn area, “A field”"),
        (Draw({"type": "LineString", "coordinates": [[0, 0], [1, 1]]}, "A road"), "means a drawn line, “A road”"),
        (NotAPlace(), "is no place"),
        (Missed(PLACES["kyiv"]), "was overlooked and means Kyiv, UA"),
        (Missed(), "was overlooked and is a place"),
        (SetRole("literal"), "is a location"),
        (SetRole("associative"), "is a government, people or team"),
        (Verify(), "was looked at and is right"),
        (Flag(), "should be looked at again"),
        (Flag("which one?"), "should be looked at again: which one?"),
        (Unflag(), "need not be looked at again"),
    ],
)
def test_every_act_is_told_in_plain_words(act, said):
    assert history.what(change(Decision("a.txt", 0, 5, act)), {}) == f"“Paris” {said}"


def test_how_far_a_decision_reaches_is_told():
    told = [history.what(change(Decision("a", 0, 5, NotAPlace(), scope)), {}) for scope in history.REACH]
    assert told == [
        "“Paris” is no place",
        "“Paris” is no place, everywhere in this article",
        "“Paris” is no place, in all articles",
    ]


def test_edits_and_deletions_are_told_by_the_headlines():
    edited = change(Edit("a.txt", {"title": "Snow", "date": None}), None)
    assert history.what(edited, {}) == "Headline: set to “Snow”; Published: taken out"
    dated = change(Edit("a.txt", {"date": "2022-03-01"}), None)
    assert history.what(dated, {}) == "Published: set to 1 March 2022"
    removed = change(Deletion(("a.txt", "b.txt")), None)
    assert history.what(removed, {"a.txt": "Towns"}) == "2 articles removed: “Towns”, “b.txt”"
    assert history.what(change(Deletion(tuple("abcd")), None), {}).endswith("“c” and others")


def test_who_when_and_where_stand_below():
    decided = change(Decision("a.txt", 0, 5, NotAPlace()))
    assert history.about(decided, {"a.txt": "Towns"}) == ["Ann", "23 November 2026, 07:10 UTC", "Towns"]
    assert history.about(change(Deletion(("a",)), None, who=""), {}) == ["", "23 November 2026, 07:10 UTC", ""]


def test_long_words_are_cut():
    assert len(history.what(change(Decision("a", 0, 5, NotAPlace()), "word " * 40), {})) < 120


@pytest.fixture
def own(reader, hand_made):
    """A reader who looks at the last mention of an article of their project."""
    desk.project().add([TOLD])
    session.choose_own(session.project(), "a.txt")
    session.pick_in_text(2)


def picked():
    return session.mention(desk.story("a.txt", "un"))


def test_a_change_is_undone_and_done_again_and_the_picked_mention_stays_picked(own):
    desk.project().decide(Decision("a.txt", 0, 5, NotAPlace()))
    session.pick_in_text(1)
    history.turn(desk.project().history()[0])
    assert desk.project().history()[0].undone and picked() == 2
    history.turn(desk.project().history()[0])
    assert not desk.project().history()[0].undone and picked() == 1


def test_undoing_a_removal_while_a_sample_is_shown_leaves_the_sample(own):
    removed = desk.project().delete(["a.txt"])
    session.choose_sample("one")
    history.turn(desk.project().history()[0])
    assert session.article() == "one" and desk.project().has("a.txt") and removed == 1


def test_what_is_not_the_reader_s_stays_as_it_is(own):
    session.choose_sample("one")
    deciding.keep_picked(lambda: None)
    assert session.article() == "one" and session.moves() == 2


def test_who_may_only_look_undoes_nothing(own, reader):
    desk.project().decide(Decision("a.txt", 0, 5, NotAPlace()))
    reader["dateline.looking"] = True
    with pytest.raises(ProjectError):
        history.turn(desk.project().history()[0])
    assert not desk.project().history()[0].undone


# The dialog's list.


def app():
    from geo.ui import desk, history, session

    session.start({"one"}, "one", desk.has)
    history.history_view()


@pytest.fixture
def view(projects, hand_made):
    """`view(*decisions, who) -> AppTest` of the history of a project."""

    def run(*decisions, who="Ann", told=TOLD):
        with projects.create() as made:
            made.add([told])
            for decision in decisions:
                made.decide(decision, who)
        test = AppTest.from_function(app)
        test.query_params["project"] = made.token
        return test.run()

    return run


def lines(test):
    return [line.value for line in test.markdown]


def test_nothing_was_changed_yet(view):
    assert view().text[0].value.startswith("Nothing was changed yet")


def test_changes_are_listed_newest_first_and_those_undone_are_struck_through(view):
    test = view(Decision("a.txt", 0, 5, NotAPlace()), Decision("a.txt", 13, 18, Flag()))
    assert lines(test) == ["“Minsk” should be looked at again", "“Paris” is no place"]
    test.button[0].click().run()
    assert lines(test)[0] == "~~“Minsk” should be looked at again~~" and test.button[0].label == "Do again"
    assert "undone" in test.caption[0].value
    test.button[0].click().run()
    assert lines(test)[0] == "“Minsk” should be looked at again"


def test_an_article_that_was_removed_is_told_by_its_headline(projects, hand_made):
    with projects.create() as made:
        made.add([TOLD])
        made.decide(Decision("a.txt", 0, 5, Flag()))
        made.delete(["a.txt"])
    test = AppTest.from_function(app)
    test.query_params["project"] = made.token
    test.run()
    assert lines(test) == ["1 article removed\\: “Towns”", "“Paris” should be looked at again"]
    assert test.caption[1].value.endswith("Towns")


def test_many_changes_come_page_by_page(view):
    flags = [Decision("a.txt", 0, 5, Flag(str(number))) for number in range(history.PAGE + 1)]
    test = view(*flags)
    assert len(lines(test)) == history.PAGE and lines(test)[0].endswith("again\\: 20")


@pytest.mark.parametrize("payload", [*PAYLOADS, *MARKUP])
def test_hostile_names_and_notes_are_shown_as_they_are(view, payload):
    told = story("[Paris|paris-tx] is.", id="a.txt", title=payload)
    test = view(
        Decision("a.txt", 0, 5, Flag(payload)), Decision("a.txt", 0, 5, Pin(1, 2, payload)), who=payload, told=told
    )
    assert not test.exception
    for shown in (*lines(test), *(line.value for line in test.caption)):
        for sign in "<[`$":
            assert shown.count(sign) == shown.count(f"\\{sign}")
