import io
import tracemalloc

import pytest

from geo.geonames import blocks
from geo.geonames.blocks import BadLine, Failures

LINES = b"one\ntwo\nthree\nfour\n"


@pytest.mark.parametrize("size", [1, 4, 5, 9, 100])
def test_blocks_are_whole_lines_and_lose_nothing(size):
    found = list(blocks.blocks(io.BytesIO(LINES), size=max(size, 6)))
    assert b"".join(block for _, block in found) == LINES
    assert all(block.endswith(b"\n") for _, block in found)
    assert found[-1][0] == len(LINES)


def test_what_is_left_can_be_read_from_the_end_of_any_block():
    whole = list(blocks.blocks(io.BytesIO(LINES), size=6))
    for place, (end, _) in enumerate(whole):
        assert list(blocks.blocks(io.BytesIO(LINES), start=end, size=6)) == whole[place + 1 :]


def test_a_last_line_without_an_end_is_read():
    assert list(blocks.blocks(io.BytesIO(b"one\ntwo"), size=100)) == [(4, b"one\n"), (7, b"two")]


def test_an_empty_file_has_no_block():
    assert list(blocks.blocks(io.BytesIO(b""))) == []


def test_a_line_without_end_is_cut_and_never_held_whole():
    class Endless(io.RawIOBase):
        left = 200

        def seek(self, offset):
            return 0

        def read(self, size):
            self.left -= 1
            return b"x" * size if self.left else b""

    tracemalloc.start()
    total = sum(len(block) for _, block in blocks.blocks(Endless(), size=100_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert total == 199 * 100_000
    assert peak < 1_000_000


def test_bad_bytes_and_nuls_cost_their_own_line_only():
    failures = Failures()
    found = list(blocks.lines(b"good\nM\xfcnchen\nwith\0nul\r\nKyiv\r\n\n# note\n", failures))
    assert found == ["good", "Kyiv"]
    assert failures.count == 2
    assert failures.examples == ["is not UTF-8: 'M�nchen'", "holds a NUL: 'with\\x00nul'"]


def test_few_examples_are_kept_and_each_is_cut():
    failures = Failures()
    for _ in range(1_000):
        failures.add("is long", "x" * 1_000_000)
    assert failures.count == 1_000 and len(failures.examples) == blocks.EXAMPLES
    assert max(map(len, failures.examples)) < 2 * blocks.SHOWN


def test_failures_of_a_later_block_are_added_behind():
    first, second = Failures(1, ["a"]), Failures(2, ["b", "c"])
    first.merge(second)
    assert (first.count, first.examples) == (3, ["a", "b", "c"])


def test_cells_are_counted():
    assert blocks.cells("a\tb", 2) == ["a", "b"]
    with pytest.raises(BadLine, match="has 2 columns, not 3"):
        blocks.cells("a\tb", 3)


@pytest.mark.parametrize("text", ["", "0", "-5", "x", "1.5", "99999999999", "4294967296", "１２", "²"])
def test_what_is_no_geonames_number_is_refused(text):
    with pytest.raises(BadLine):
        blocks.number(text)


def test_a_geonames_number_is_read():
    assert blocks.number("703448") == 703448
