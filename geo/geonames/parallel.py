"""Reading blocks in other processes while this one writes, in order and a few at a time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

Made = TypeVar("Made")

AHEAD = 2
"""Blocks that wait for each process: enough to keep it busy, few enough to keep memory small."""


@contextmanager
def readers(processes: int | None = None) -> Iterator[Readers]:
    """Processes that read; `processes` 0 reads here. None: as many as there are cores beside the one that writes."""
    wanted = max(1, (os.cpu_count() or 1) - 1) if processes is None else processes
    if not wanted:
        yield Readers(None, 1)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(wanted, 4), context, initializer=_set_up) as pool:
        try:
            yield Readers(pool, min(wanted, 4))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


class Readers:
    """Runs a function on blocks."""

    def __init__(self, pool: Executor | None, processes: int):
        self._pool, self._ahead = pool, AHEAD * processes

    def read(self, reader: Callable[[bytes], Made], blocks: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, Made]]:
        """What the function makes of each block, with the block's end, in the order of the blocks."""
        waiting: deque[tuple[int, Future[Made]]] = deque()
        for end, block in blocks:
            waiting.append((end, self._submit(reader, block)))
            if len(waiting) > self._ahead:
                yield _result(waiting)
        while waiting:
            yield _result(waiting)

    def _submit(self, reader: Callable[[bytes], Made], block: bytes) -> Future[Made]:
        if self._pool:
            return self._pool.submit(reader, block)
        done: Future[Made] = Future()
        done.set_result(reader(block))
        return done


def _result(waiting: deque[tuple[int, Future[Any]]]) -> tuple[int, Any]:
    end, made = waiting.popleft()
    return end, made.result()


def _set_up() -> None:
    """A reader leaves interrupts to its parent. One whose parent was killed would wait for ever: a thread ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_wait_and_end, args=(parent,), daemon=True).start()


def _wait_and_end(parent: Any) -> None:
    parent.join()
    os._exit(1)
