import threading

import pytest

from geo.web.deadline import Deadline, within


def test_what_is_left_shrinks_with_the_clock_and_its_end_is_an_error():
    now = [10.0]
    deadline = Deadline(lambda: now[0], 15.0)
    assert deadline.left() == 5.0
    now[0] = 15.0
    with pytest.raises(TimeoutError):
        deadline.left()


def test_work_gives_its_result_or_its_error():
    deadline = Deadline(lambda: 0.0, 5.0)
    assert within(deadline, lambda: 7) == 7
    with pytest.raises(KeyError):
        within(deadline, lambda: {}["a"])


def test_work_that_hangs_is_left_alone_at_the_deadline():
    never = threading.Event()
    with pytest.raises(TimeoutError):
        within(Deadline(lambda: 0.0, 0.05), never.wait)
    never.set()
