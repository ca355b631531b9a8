"""Several processes, with the real engine: it is what travels between them."""

import os
import select
import subprocess
import sys

import pytest

import geo
from geo import jobs
from geo.errors import DataError
from geo.files import ROOT
from geo.types import Article

LONGEST = 30
"""Seconds to wait for processes that should end at once; only a failure takes them."""

TEXTS = ("Rain in Minsk.", "", "Talks in Gomel, near the border with Ukraine.", "Nothing.", "Paris, Texas.")


def test_the_stories_are_those_of_one_process_in_the_same_order(engine):
    articles = [Article(text, id=str(number)) for number, text in enumerate(TEXTS)]
    assert list(jobs.parse_in_processes(articles, 2, {})) == [geo.parse(article, engine) for article in articles]


def test_articles_are_taken_as_they_are_needed(monkeypatch):
    taken = []

    class Pool:
        def __init__(self, *given, **named):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *given):
            pass

        def submit(self, _, article, options):
            return Done(article)

        def shutdown(self, **named):
            pass

    class Done:
        def __init__(self, article):
            self.article = article

        def result(self):
            return self.article

    def articles():
        for number in range(100):
            taken.append(number)
            yield number

    monkeypatch.setattr(jobs, "ProcessPoolExecutor", Pool)
    stories = jobs.parse_in_processes(articles(), 2, {})
    assert [next(stories), next(stories)] == [0, 1]
    assert len(taken) <= 2 * jobs.AHEAD + 1
    assert list(stories) == list(range(2, 100))


def test_a_process_that_is_ended_is_told_in_our_words(monkeypatch):
    monkeypatch.setattr(jobs, "_parse", _end)
    with pytest.raises(DataError, match="fewer --jobs"):
        list(jobs.parse_in_processes([Article("x")], 1, {}))


def test_processes_end_with_a_parent_that_was_killed():
    """They hold the other end of a pipe, which is at its end when the last of them is gone."""
    words = "from tests.test_jobs import wait; wait()"
    with subprocess.Popen(
        [sys.executable, "-c", words], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout.readline() == b"begun\n"
        parent.kill()
        ended = select.select([parent.stdout], [], [], LONGEST)[0]
        assert ended and parent.stdout.read() == b""


def wait():
    with jobs.ProcessPoolExecutor(
        1, mp_context=jobs.multiprocessing.get_context("spawn"), initializer=jobs._follow
    ) as pool:
        pool.submit(print, "begun", flush=True).result()
        input()


def _end(article, options):
    os._exit(1)
