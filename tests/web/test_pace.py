import threading

import pytest

from geo.errors import FetchError
from geo.web import pace
from geo.web.deadline import Deadline
from geo.web.pace import Pace


class Time:
    """A clock that goes on only while somebody sleeps."""

    def __init__(self):
        self.now = 100.0
        self.slept = []

    def clock(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    def deadline(self, seconds=20.0):
        return Deadline(self.clock, self.now + seconds)


@pytest.fixture
def time():
    return Time()


def test_a_host_is_asked_once_a_second(time):
    turns = Pace(time.clock, time.sleep, 1.0)
    for _ in range(3):
        turns.wait("a.org", time.deadline())
    assert time.slept == [1.0, 1.0]


def test_another_host_does_not_wait(time):
    turns = Pace(time.clock, time.sleep, 1.0)
    turns.wait("a.org", time.deadline())
    turns.wait("b.org", time.deadline())
    assert time.slept == []


def test_a_second_that_has_passed_is_not_waited_for(time):
    turns = Pace(time.clock, time.sleep, 1.0)
    turns.wait("a.org", time.deadline())
    time.now += 0.75
    turns.wait("a.org", time.deadline())
    assert time.slept == [0.25]


def test_threads_get_a_turn_each(time):
    slept = []
    turns = Pace(time.clock, slept.append, 1.0)  # the clock stands still: all ask at once
    threads = [threading.Thread(target=turns.wait, args=("a.org", time.deadline())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(slept) == [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]


def test_a_turn_beyond_the_deadline_is_refused_at_once_and_takes_no_turn(time):
    turns = Pace(time.clock, lambda seconds: None, 1.0)
    for _ in range(3):
        turns.wait("a.org", time.deadline())
    for _ in range(2):
        with pytest.raises(FetchError, match="a.org is asked too often at once; try again in 3 seconds"):
            turns.wait("a.org", time.deadline(2.0))


def test_the_memory_of_hosts_is_bounded(time, monkeypatch):
    monkeypatch.setattr(pace, "MAX_HOSTS", 10)
    turns = Pace(time.clock, time.sleep, 1.0)
    for number in range(50):
        turns.wait(f"{number}.org", time.deadline())
    assert len(turns._free) == 10
    time.now += 5
    turns.wait("last.org", time.deadline())
    assert list(turns._free) == ["last.org"]
