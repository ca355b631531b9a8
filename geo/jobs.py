"""Several processes for many articles: the same stories, in the same order, and no more than a few in memory.

Python runs one thread at a time, and a model on all cores gains little for a single article, so each process reads articles
of its own on one core. What travels between them is articles and stories.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from threading import Thread
from typing import Any

from geo import pipeline
from geo.errors import DataError
from geo.types import Article, Story

AHEAD = 4
"""Articles that wait for each process or are in it, so that none is idle while a long one is written."""


def parse_in_processes(articles: Iterable[Article], jobs: int, options: Mapping[str, Any]) -> Iterator[Story]:
    """The stories in the order of the articles; `options` are those of `geo.load`.

    Articles are taken as processes become free. `DataError`: a process was ended from outside.
    """
    context = multiprocessing.get_context("spawn")  # a fork of a process with threads may stand still for ever
    named = tuple(sorted(options.items()))
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_follow) as pool:
        waiting: deque[Future[Story]] = deque()
        try:
            for article in articles:
                waiting.append(pool.submit(_parse, article, named))
                if len(waiting) >= AHEAD * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise DataError("a process was ended while it read, likely for want of memory; try fewer --jobs") from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _follow() -> None:
    """End this process with the one that began it: one that is killed says nothing, and its processes would wait for ever."""
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _parse(article: Article, options: tuple[tuple[str, Any], ...]) -> Story:
    return pipeline.parse(article, _engine(options))


@lru_cache(maxsize=1)
def _engine(options: tuple[tuple[str, Any], ...]) -> pipeline.Engine:
    """The engine of this process. Bad rows of own places have been told by the process that began."""
    return pipeline.load(**dict(options), threads=1, on_error=_silent)


def _silent(error: Exception) -> None:
    pass
