"""What is known of an article, set right. The dialog itself is tested in the browser."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from geo.errors import InputError, ProjectError
from geo.types import Article, Language, Story, When
from geo.ui import desk, engine, facts, memory, session
from tests.stories import PAYLOADS, story

RAIN = story("It rained in [Minsk|minsk] on Sunday.", id="a.txt", title="Rain", date="2022-02-28")
MARKUP = ["**bold**", ":red[x]", "![](https://example.org/x.png)", "$x$", "`x`"]


class Dating:
    """Says that every sentence speaks of the day of publication, and counts what it reads."""

    left_out = ()

    def __init__(self):
        self.read = []

    def parse(self, article):
        if article.date == "2022-04-01":
            raise InputError("it cannot be read")
        self.read.append(article.date)
        when = article.date and When(article.date, article.date, "on Sunday", "day")
        return Story(article, tuple(replace(mention, when=when) for mention in RAIN.mentions))

    def seen(self, story, view):
        return replace(story, view=view)


@pytest.fixture
def dating(monkeypatch):
    """The engine of these tests."""
    made = Dating()
    monkeypatch.setattr(engine, "load", lambda: made)
    engine.forget()
    yield made
    engine.forget()


@pytest.fixture
def own(reader, dating):
    """A reader who looks at an article of their project."""
    desk.project().add([RAIN])
    session.choose_own(session.project(), "a.txt")


def shown():
    return desk.story("a.txt", "un")


def test_a_fact_that_is_set_is_shown_with_who_said_so_and_nothing_is_read_again(own, dating):
    shown()
    facts.save("a.txt", {"author": "A. Writer", "language": "en"})
    article = shown().article
    assert (article.author, article.language, article.title) == ("A. Writer", "en", "Rain")
    assert facts.origin(article.told["author"]).startswith(" – from a reader, set on ")
    assert dating.read == []


def test_what_was_saved_is_kept_to_be_told_and_nothing_where_nothing_was(own):
    facts.save("a.txt", {})
    assert memory.changed() is None
    facts.save("a.txt", {"author": "A. Writer"})
    assert memory.changed() == {"article": "a.txt"}


def test_a_new_date_reads_the_article_again_and_moves_the_days(own, dating):
    assert shown().mentions[0].when is None
    facts.save("a.txt", {"date": "2024-03-03"})
    assert dating.read == ["2024-03-03"]
    assert shown().article.date == "2024-03-03" and shown().mentions[0].when.first == "2024-03-03"


def test_a_date_that_is_undone_is_what_it_was(own):
    facts.save("a.txt", {"date": "2024-03-03"})
    desk.project().undo()
    assert shown().article.date == "2022-02-28"


def test_a_fact_can_be_made_unknown(own):
    facts.save("a.txt", {"title": None})
    assert shown().article.title is None


@pytest.mark.parametrize("date", ["yesterday", "2022-02-30", "28.2.2022", "<img>", "\0", "२०२२-०१-०१"])
def test_a_wrong_date_is_refused_and_nothing_is_set(own, date):
    with pytest.raises(InputError):
        facts.save("a.txt", {"date": date, "outlet": "The Example"})
    assert (shown().article.date, shown().article.outlet) == ("2022-02-28", None)


def test_a_fact_that_is_set_is_shown_also_where_the_text_could_not_be_read_again(own):
    shown()
    with pytest.raises(InputError):
        facts.save("a.txt", {"date": "2022-04-01"})
    assert shown().article.date == "2022-04-01"


def test_an_article_that_is_removed_leaves_the_list_and_can_be_taken_back(own):
    facts.remove("a.txt")
    assert desk.articles() == [] and memory.removed()[1] == "a.txt"
    session.choose_sample("one")
    facts.take_back(*memory.removed())
    assert [row.id for row in desk.articles()] == ["a.txt"]
    assert memory.removed() is None and session.is_own() and session.article() == "a.txt"


def test_what_somebody_else_removed_cannot_be_removed_or_set(own):
    desk.project().delete(["a.txt"])
    for change in (lambda: facts.remove("a.txt"), lambda: facts.save("a.txt", {"date": "2024-03-03"})):
        with pytest.raises(ProjectError, match="no article of this project"):
            change()


# What is said of them.


def test_every_fact_is_a_line_with_where_it_came_from():
    article = Article(
        "It rained.", title="Rain", date="2022-02-28", dateline="KYIV", told={"date": "the page's metadata"}
    )
    told = Story(article, (), languages=(Language("en", "English", 0.75), Language("de", "German", 0.25)))
    assert facts.lines(told) == [
        "Headline: Rain",
        "Published (YYYY-MM-DD): 2022-02-28 – from the page's metadata",
        "Written at: KYIV",
        "Written in: English (75%), German (25%) – from its words",
        "Length: 10 characters, 2 words",
    ]


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (None, ""),
        ("", ""),
        ("the byline", " – from the byline"),
        ("set by Ann on 2024-05-01", " – from a reader, set by Ann on 2024-05-01"),
    ],
)
def test_where_a_fact_came_from(where, said):
    assert facts.origin(where) == said


# The form.


def app():
    import streamlit as st

    from geo.ui import desk, facts, memory, session

    session.start({"one"}, "one", desk.has)
    facts.removed_view()
    if not memory.removed():
        facts._form(desk.story(session.article(), "un"))
        if st.button("Remove"):
            facts.remove(session.article())
            st.rerun()


@pytest.fixture
def form(projects, dating):
    """`form(story) -> AppTest` with the facts of an article of a project."""

    def run(told=RAIN):
        with projects.create() as made:
            made.add([told])
        test = AppTest.from_function(app)
        test.query_params["project"], test.query_params["article"] = made.token, told.article.id
        return test.run()

    return run


def fill(test, **values):
    for field, value in values.items():
        test.text_input(key=f"fact_{field}").set_value(value)
    return press(test, "Save")


def press(test, label):
    next(button for button in test.button if button.label == label).click()
    return test.run()


def again(test):
    """The facts as somebody sees them who opens the same address."""
    other = AppTest.from_function(app)
    other.query_params["project"] = test.session_state["dateline.project"]
    other.query_params["article"] = test.session_state["dateline.article"]
    return other.run()


def boxes(test):
    return {box.key.removeprefix("fact_"): box.value for box in test.text_input}


def test_facts_that_are_saved_are_shown_again(form):
    test = fill(form(), title=" Snow ", outlet="The Example", address="https://example.org/a")
    assert not test.exception and not test.error
    assert boxes(again(test)) == {
        "title": "Snow", "date": "2022-02-28", "language": "", "outlet": "The Example", "author": "",
        "address": "https://example.org/a", "dateline": "",
    }  # fmt: skip


def test_a_wrong_date_is_told_and_what_was_typed_stays(form):
    test = fill(form(), date="yesterday", outlet="The Example")
    assert not test.exception and test.error[0].value == "This could not be saved."
    assert "'yesterday' is no date" in test.text[0].value
    assert boxes(test)["date"] == "yesterday" and boxes(test)["outlet"] == "The Example"
    test = fill(test, date="2022-02-27")
    assert not test.error and boxes(test)["date"] == "2022-02-27" and boxes(test)["outlet"] == "The Example"


def test_nothing_changed_is_nothing_saved(form, dating):
    test = fill(form())
    assert not test.error and dating.read == []
    assert "– from" not in test.text_input(key="fact_title").label


def test_a_headline_of_several_lines_or_longer_than_its_box_is_no_change(form, dating):
    long = replace(RAIN, article=replace(RAIN.article, title="Rain \n in " + "Minsk " * 500))
    test = fill(form(long), author="A. Writer")
    assert not test.error and not test.exception
    assert "– from" not in test.text_input(key="fact_title").label and dating.read == []


@pytest.mark.parametrize("payload", [*PAYLOADS, *MARKUP])
def test_hostile_facts_and_origins_are_shown_as_they_are(form, payload):
    article = replace(RAIN.article, title=payload, dateline=payload, told={"title": payload, "dateline": payload})
    test = form(replace(RAIN, article=article))
    assert not test.exception and boxes(test)["title"] == " ".join(payload.split())
    assert payload not in test.text_input(key="fact_title").label
    assert payload not in test.caption[0].value
    assert boxes(again(fill(test, outlet=payload)))["outlet"] == " ".join(payload.split())


def test_the_line_after_a_removal_takes_it_back(form):
    test = press(form(), "Remove")
    assert test.text[0].value == "The article was removed."
    test = press(test, "Take it back")
    assert not test.exception and not test.text and boxes(test)["title"] == "Rain"


def test_a_removal_that_cannot_be_taken_back_is_told(form, projects):
    test = press(form(), "Remove")
    with projects.open(projects.list()[0].token) as made:
        made.purge()
    test = press(test, "Take it back")
    assert not test.exception and test.error[0].value == "This could not be saved."
