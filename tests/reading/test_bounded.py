"""A helper is given every kind of trouble, and the next document is read all the same."""

import logging
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest

from geo.errors import InputError, NotText
from geo.reading import bounded
from geo.reading.bounded import Talk, call, close, plain, reader
from geo.types import Part

ROOT = str(Path(__file__).resolve().parents[2])


@pytest.fixture(autouse=True)
def helpers(monkeypatch):
    """Helpers that find the functions of `tests.reading.victims`, and are gone after the test."""
    close()
    monkeypatch.setattr(bounded, "START", f"import sys; sys.path.append({ROOT!r})\n{bounded.START}")
    yield
    close()


def run(function, data=b"Minsk", **words):
    return call(f"tests.reading.victims:{function}", data, name="a.pdf", what="a PDF", **words)


def test_an_article_comes_back_as_it_was_made(caplog):
    article = run("echo", lone="\ud800\0")
    assert (article.text, article.id, article.parts) == ("Minsk\ud800\0", "a.pdf", (Part(0, 1, "page 1"),))
    assert article.told == {"title": "nobody"}


def test_plain_data_comes_back_as_it_is():
    made = plain("tests.reading.victims:rows", b"Minsk", name="a.xlsx", what="a workbook")
    assert made == [["Minsk", None, 5]]


def talk_about(name="a.xlsx"):
    return Talk(name, "a workbook")


def test_a_talk_is_with_one_helper_which_remembers():
    with talk_about() as talk:
        assert [talk.ask("tests.reading.victims:count") for _ in range(3)] == [1, 2, 3]


def test_a_helper_whose_document_may_be_open_is_ended_with_the_talk():
    with talk_about() as talk:
        talk.ask("tests.reading.victims:count")
    with talk_about() as talk:
        assert talk.ask("tests.reading.victims:count") == 1


def test_a_helper_goes_on_with_other_documents_when_all_is_over():
    with talk_about() as talk:
        talk.ask("tests.reading.victims:count")
        talk.over()
    with talk_about() as talk:
        assert talk.ask("tests.reading.victims:count") == 2


def test_more_documents_may_be_open_than_helpers_work_at_once():
    talks = [talk_about() for _ in range(bounded.HELPERS + 1)]
    assert [talk.ask("tests.reading.victims:count") for talk in talks] == [1] * len(talks)
    for talk in talks:
        talk.over()


@pytest.mark.parametrize("function", ["refuse", "broken", "crash"])
def test_trouble_ends_a_talk_with_one_line(function):
    with talk_about() as talk, pytest.raises(InputError, match="a.xlsx: "):
        talk.ask(f"tests.reading.victims:{function}")
    assert run("echo").text == "Minsk"


def test_what_the_helper_warns_of_is_told_here(caplog):
    with caplog.at_level(logging.WARNING, logger="geo"):
        run("echo")
    assert caplog.messages == ["a.pdf: 5 bytes"]


def test_a_large_document_goes_both_ways():
    assert len(run("echo", b"x" * 2**23).text) == 2**23


def test_the_work_is_done_in_another_process_which_is_used_again():
    first, second = run("process").text, run("process").text
    assert first == second != str(os.getpid())


def test_a_helper_is_replaced_after_so_many_documents(monkeypatch):
    monkeypatch.setattr(bounded, "USES", 1)
    assert run("process").text != run("process").text


@pytest.mark.parametrize(
    ("function", "words"),
    [
        ("refuse", "a.pdf: is no text"),
        ("broken", r"a.pdf: cannot be read as a PDF \(ZeroDivisionError\); it is damaged"),
        ("call_home", r"a.pdf: cannot be read as a PDF \(PermissionError\)"),
        ("start_program", r"a.pdf: cannot be read as a PDF \(PermissionError\)"),
        ("crash", r"a.pdf: cannot be read as a PDF \(its reader broke, or needs more"),
    ],
)
def test_trouble_is_one_line_and_the_next_document_is_read(function, words):
    with pytest.raises(InputError, match=words):
        run(function)
    assert run("echo").text == "Minsk"


def test_a_document_that_takes_for_ever_is_given_up(monkeypatch):
    monkeypatch.setattr(bounded, "SECONDS", 1)
    with pytest.raises(InputError, match="took longer than 1 s to read as a PDF"):
        run("loop")
    assert run("echo").text == "Minsk"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_a_document_that_fills_the_memory_is_given_up(monkeypatch):
    monkeypatch.setattr(bounded, "MEMORY_MB", 256)
    with pytest.raises(InputError, match="it needs more than 256 MB of memory"):
        run("eat")
    assert run("echo").text == "Minsk"


def test_threads_get_their_own_answers():
    texts = [f"text {number}" for number in range(20)]
    with ThreadPoolExecutor(8) as pool:
        assert [article.text for article in pool.map(lambda text: run("echo", text.encode()), texts)] == texts


def test_no_more_helpers_wait_than_are_kept():
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: run("echo"), range(8)))
    assert len(bounded._IDLE) <= bounded.IDLE


def test_a_helper_that_died_while_it_waited_is_not_used():
    pid = int(run("process").text)
    os.kill(pid, 9)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert run("process").text != str(pid)


def test_no_process_to_be_had_is_an_error_of_the_document(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(InputError, match="cannot be read as a PDF"):
        run("echo")
    with talk_about() as talk, pytest.raises(InputError, match="cannot be read as a workbook"):
        talk.ask("tests.reading.victims:count")


def test_a_reader_gives_the_article_of_the_file_or_tells_why_not():
    failures = []
    good, bad = (reader(f"tests.reading.victims:{function}", "a PDF", 5) for function in ("echo", "refuse"))
    assert [article.text for article in good("a.pdf", BytesIO(b"Minsk"), failures.append)] == ["Minsk"]
    assert list(bad("b.pdf", BytesIO(b"Minsk"), failures.append)) == []
    assert list(good("c.pdf", BytesIO(b"Minsk!"), failures.append)) == []
    assert [type(error) for error in failures] == [NotText, InputError]
    assert "c.pdf: larger than" in str(failures[1])
