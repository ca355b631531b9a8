"""The ways in. Uploads and the dialog itself are tested in the browser: AppTest can neither upload nor rerun a part."""

import io
import json

import pytest
from streamlit.testing.v1 import AppTest

from geo.errors import InputError
from geo.types import Article
from geo.ui import add_view, desk, memory, session
from geo.ui.add_view import MOST_TOLD, finish, read_files, steps, summary, told
from geo.ui.adding import Outcome
from tests.stories import PAYLOADS

MARKUP = ["**bold**", ":red[x]", "![](https://example.org/x.png)", "$x$"]


class Upload(io.BytesIO):
    """As Streamlit hands files in."""

    def __init__(self, name, data):
        super().__init__(data)
        self.name = name


def app():
    import streamlit as st

    from geo.ui import add_view, session

    session.start({"one"}, "one", lambda project, article: False)
    source = add_view.add_form()
    if source:
        st.json([[a.text, a.title, a.date, a.id] for a in source(st.warning)])


def form():
    return AppTest.from_function(app).run()


def paste(text, title="", date=None):
    test = form()
    test.text_area(key="paste_text").set_value(text)
    test.text_input(key="paste_title").set_value(title)
    test.date_input(key="paste_date").set_value(date)
    return press(test, "Map it")


def press(test, label):
    next(button for button in test.button if button.label == label).click()
    return test.run()


# Pasting.


def test_a_pasted_text_becomes_an_article():
    import datetime

    test = paste("It rained in Minsk.", " Weather ", datetime.date(1914, 8, 4))
    assert json.loads(test.json[0].value) == [["It rained in Minsk.", "Weather", "1914-08-04", "pasted"]]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("It rained in\nMinsk.", "pasted – It rained in Minsk."),
        ("rain " * 20, "pasted – rain rain rain rain rain rain rain rain rain"),
        ("x" * 100, f"pasted – {'x' * 48}"),
        ("<b>Rain</b> [a](b) {{c}}", "pasted – b Rain b a b c"),
        ("Дождь в Минске", "pasted – Дождь в Минске"),
        ("!!! ???", "pasted"),
        ("\udcff\x00", "pasted"),
    ],
)
def test_a_text_without_a_headline_goes_by_its_first_words(text, id):
    assert add_view.called(text) == id


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_an_empty_box_asks_for_a_text(text):
    test = paste(text)
    assert "no text to read" in test.info[0].value and not test.json


@pytest.mark.parametrize("payload", [*PAYLOADS, *MARKUP, "\x00"])
def test_a_hostile_text_and_title_are_taken_as_they_are(payload):
    test = paste(payload, payload)
    assert not test.exception
    assert json.loads(test.json[0].value)[0][:2] == [payload, payload]


# Files.


def test_no_file_asks_for_one():
    test = press(form(), "Map them")
    assert not test.exception and "no file to read" in test.info[0].value and not test.json


def test_files_of_several_kinds_are_read_in_turn_and_one_that_fails_does_not_stop_the_others():
    failed = []
    given = [
        Upload("a.txt", b"It rained in Minsk."),
        Upload("bad.pdf", b"%PDF-1.4 and nothing more"),
        Upload("b.jsonl", b'{"text": "One.", "id": "1"}\n{"text": "Two.", "id": "2"}\n'),
    ]
    assert [article.text for article in read_files(given, failed.append)] == ["It rained in Minsk.", "One.", "Two."]
    assert len(failed) == 1 and "bad.pdf" in str(failed[0])


@pytest.mark.parametrize("name", [*PAYLOADS, *MARKUP, "../../etc/passwd", "\0", "x" * 5000, ""])
def test_a_file_of_a_hostile_name_is_read_by_its_bytes(name):
    failed = []
    articles = list(read_files([Upload(name, b"It rained in Minsk.")], failed.append))
    assert [article.text for article in articles] == ["It rained in Minsk."] and not failed


def test_an_empty_upload_is_no_traceback():
    failed = []
    assert len([*read_files([Upload("a.pdf", b""), Upload("b.docx", b"")], failed.append), *failed]) == 2


# Addresses.


@pytest.mark.parametrize("asked", ["", "example.org", "file:///etc/passwd", "ftp://example.org", "javascript:alert(1)"])
def test_what_is_no_web_address_is_refused_before_anything_is_asked(asked, monkeypatch):
    monkeypatch.setattr(add_view, "_fetcher", _nobody)
    test = form()
    test.text_input(key="address_text").set_value(asked)
    test = press(test, "Read it")
    assert not test.exception and "begins with https://" in test.info[0].value and not test.json


def test_an_address_is_read_through_the_fetcher(monkeypatch):
    monkeypatch.setattr(add_view, "_fetcher", _Refusing)
    test = form()
    test.text_input(key="address_text").set_value(" https://example.org/a ")
    test = press(test, "Read it")
    assert not test.exception and test.warning[0].value == "refused: https://example.org/a"


def test_a_page_that_may_not_fetch_has_no_line_for_an_address(monkeypatch):
    monkeypatch.setenv("DATELINE_OFFLINE", "1")
    test = form()
    assert "reads no web addresses" in test.info[0].value
    assert "address_text" not in {box.key for box in test.text_input}
    assert {button.label for button in test.button} == {"Map it", "Map them"}


def _nobody():
    raise AssertionError("somebody was asked")


class _Refusing:
    def fetch(self, address):
        raise InputError(f"refused: {address}")


# What becomes of them.


def source(*articles, fails=()):
    def read_all(on_error):
        for line in fails:
            on_error(InputError(line))
        yield from articles

    return read_all


def test_what_is_read_is_kept_and_each_is_told_with_its_number(reader, hand_made):
    outcome = Outcome()
    articles = [Article(f"[Minsk|minsk] {number}", id=f"pasted{number}", title=f"A\n{number}") for number in (1, 2)]
    lines = list(steps(source(*articles, fails=["bad.pdf: is damaged"]), outcome))
    assert lines == ["1: A 1", "2: A 2"]
    assert outcome == Outcome(added=["pasted1", "pasted2"], failed=["bad.pdf: is damaged"])
    assert {row.id for row in desk.articles()} == {"pasted1", "pasted2"}


def test_no_project_is_made_where_nothing_can_be_read(reader, hand_made):
    session.choose_project("")
    outcome = Outcome()
    assert list(steps(source(fails=["bad.pdf: is damaged"]), outcome)) == []
    assert outcome.failed == ["bad.pdf: is damaged"] and not session.project()


def test_an_empty_file_is_told_and_makes_no_article_and_no_project(reader, hand_made):
    session.choose_project("")
    files = [Upload("empty.txt", b""), Upload("blank.md", b" \r\n\t")]
    failed = ["empty.txt: has no text", "blank.md: has no text"]
    outcome = Outcome()
    assert list(steps(lambda on_error: read_files(files, on_error), outcome)) == []
    assert outcome == Outcome(failed=failed) and not session.project() and not finish(outcome)
    outcome = Outcome()
    list(steps(lambda on_error: read_files([*files, Upload("a.txt", b"Minsk.")], on_error), outcome))
    assert outcome == Outcome(added=["a.txt"], failed=failed)


def test_a_long_name_is_told_on_a_short_line(reader, hand_made):
    lines = list(steps(source(Article("x", id="pasted", title="long " * 100)), Outcome()))
    assert len(lines[0]) == len("1: ") + add_view.LONGEST_NAME and lines[0].endswith("…")


def test_a_project_that_cannot_be_made_is_told(tmp_path, monkeypatch, reader):
    (tmp_path / "file").touch()
    monkeypatch.setenv("DATELINE_PROJECTS", str(tmp_path / "file"))
    desk.forget()
    outcome = Outcome()
    assert list(steps(source(Article("x", id="pasted")), outcome)) == []
    assert not outcome.added and "no project can be made" in outcome.failed[0]
    assert not finish(outcome) and not session.is_own()


def test_the_first_new_article_is_shown_and_nothing_is_told_of_a_plain_success(reader):
    assert finish(Outcome(added=["a"]))
    assert session.article() == "a" and session.is_own() and memory.told() is None


def test_several_new_articles_are_shown_on_one_map(reader):
    assert finish(Outcome(added=["a", "b"]))
    assert session.scope() == "project" and memory.told() is None


def test_an_article_that_was_there_is_shown_and_told(reader):
    assert finish(Outcome(already=["a"]))
    assert session.article() == "a" and memory.told() == ["1 there already (“a”)"]


def test_failures_and_copies_are_told_beside_what_was_added(reader):
    finish(Outcome(added=["a", "c"], failed=["bad.pdf: is damaged"], alike=[("c", "a")]))
    assert memory.told() == ["2 added, 1 could not be read", "bad.pdf: is damaged", "c: tells much the same as a"]


def test_a_stop_shows_what_was_added_by_then_also_in_a_project_that_is_new(reader, hand_made):
    session.choose_project("")
    outcome = Outcome()
    reading = steps(source(*(Article(f"text {n}", id=f"pasted{n}") for n in range(5))), outcome)
    assert [next(reading)[:2] for _ in range(3)] == ["1:", "2:", "3:"]
    assert session.project() and len(desk.articles()) == 2
    outcome.stopped = True
    assert finish(outcome)
    assert session.scope() == "project" and memory.told() == ["Stopped: 2 added"]


def test_a_stop_before_the_first_article_shows_what_was_shown(reader):
    before = session.article()
    assert not finish(Outcome(stopped=True))
    assert session.article() == before and memory.told() is None


def test_articles_are_read_for_a_moment_at_a_time(reader, hand_made, monkeypatch):
    monkeypatch.setattr(add_view, "MOMENT_S", -1.0)
    work = add_view.Work(
        steps(source(*(Article(f"text {n}", id=f"pasted{n}") for n in range(2))), Outcome()), Outcome()
    )
    assert [add_view._reads_on(work, str) for _ in range(3)] == [True, True, False]


def test_work_is_found_again_by_its_number_and_unknown_work_is_over(reader, hand_made):
    number = memory.begin_work()
    held = add_view._held(number, source(Article("x", id="pasted")))
    assert add_view._held(memory.work()) is held and next(held.steps) == "1: pasted"
    memory.end_work()
    assert memory.work() is None
    assert list(add_view._held("gone").steps) == []


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome(), "Nothing was found to read"),
        (Outcome(failed=["x"]), "1 could not be read"),
        (
            Outcome(added=["a"], already=["b", "c"], failed=["x"]),
            "1 added, 2 there already (“b”, “c”), 1 could not be read",
        ),
        (Outcome(already=["a", "b"], headlines={"a": "Rain\n<b>"}), "2 there already (“Rain <b>”, “b”)"),
        (Outcome(already=["a", "b", "a", "c", "d", "e"]), "6 there already (“a”, “b”, “c” and 2 more)"),
        (Outcome(stopped=True), "Stopped: Nothing was found to read"),
    ],
)
def test_what_happened_is_said_in_a_line(outcome, said):
    assert summary(outcome) == said


def test_many_failures_are_counted():
    lines = told(Outcome(failed=[f"f{number}" for number in range(MOST_TOLD + 5)]))
    assert len(lines) == MOST_TOLD + 1 and lines[-1] == "… and 5 more"


def telling():
    import streamlit as st

    from geo.ui import add_view, memory

    memory.remember_told(st.session_state.get("lines"))
    st.session_state["lines"] = None
    add_view.told_view()


@pytest.mark.parametrize("line", [*PAYLOADS, *MARKUP])
def test_what_is_told_is_text_and_goes_when_it_has_been_seen(line):
    test = AppTest.from_function(telling)
    test.session_state["lines"] = ["1 could not be read", line]
    test.run()
    assert not test.exception and not test.markdown
    assert test.text[0].value == f"1 could not be read\n{line}"
    test = test.button(key="told_seen").click().run()
    assert not test.text
