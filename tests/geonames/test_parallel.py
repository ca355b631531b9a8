import pytest

from geo.geonames.parallel import readers

BLOCKS = [(end, bytes([end])) for end in range(50)]


def length(block: bytes) -> int:
    return block[0] * 10


@pytest.mark.parametrize("processes", [0, 1])
def test_results_come_in_the_order_of_the_blocks(processes):
    with readers(processes) as pool:
        assert list(pool.read(length, iter(BLOCKS))) == [(end, end * 10) for end in range(50)]


def test_no_more_than_a_few_blocks_are_taken_ahead():
    taken = []

    def watched():
        for block in BLOCKS:
            taken.append(block)
            yield block

    with readers(1) as pool:
        results = pool.read(length, watched())
        next(results)
        assert len(taken) <= 4
        results.close()


def test_an_error_of_a_reader_reaches_the_caller():
    with pytest.raises(IndexError), readers(1) as pool:
        list(pool.read(length, [(0, b"")]))
