import os
import sys

import pytest

from tests.benchmarks.hostile_inputs import INPUTS, children, cost, most_mb, reading, unmade


def test_every_reader_has_a_hostile_input():
    assert unmade() == []


def test_a_reading_is_told_with_its_articles_and_its_first_failure(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "Minsk"}\n{\n')
    found = reading(str(path))
    assert (found["articles"], str(found["told"])[:9]) == (1, "…, line 2")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of the memory of other processes")
def test_a_process_and_its_helper_are_seen(tmp_path):
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1 Minsk}")
    spent = cost(path)
    assert spent.found == "1 articles; no failure"
    assert spent.own_mb > 0


def test_a_process_that_has_ended_has_no_memory_and_no_children():
    assert (most_mb(2**30), children(2**30)) == (0, [])
    assert most_mb(os.getpid()) > 0 or sys.platform != "linux"


def test_inputs_that_are_small_are_what_they_say():
    crashing = next(hostile for hostile in INPUTS if hostile.what == "damage that ends its process").make()
    assert b"\x25\x00\x18\x04text" in crashing
