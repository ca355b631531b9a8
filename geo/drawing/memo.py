"""A small memory of what was worked out for a story, so that a click does not work it out again.

Stories are told apart by identity: the page keeps each as one object, and hashing one would cost more than it saves.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import TypeVar

from geo.types import Story

Result = TypeVar("Result")

REMEMBERED = 16
"""Stories per function: what a handful of readers have open."""


def per_story(function: Callable[[Story], Result]) -> Callable[[Story], Result]:
    """Remember a function's results for the stories seen last. The result is shared: nobody may change it."""
    memory: OrderedDict[int, tuple[Story, Result]] = OrderedDict()
    lock = Lock()

    @wraps(function)
    def remembered(story: Story) -> Result:
        with lock:
            known = memory.get(id(story))
            if known is not None:
                memory.move_to_end(id(story))
                return known[1]
        result = function(story)
        with lock:
            memory[id(story)] = (story, result)  # the story itself is kept, so its id is not given to another
            while len(memory) > REMEMBERED:
                memory.popitem(last=False)
        return result

    return remembered
