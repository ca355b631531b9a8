from geo.geonames import hierarchy
from tests.geonames import dump


def test_pairs_are_read_with_and_without_a_type():
    assert hierarchy.read(dump.HIERARCHY.encode())[0][:3] == [(6255148, 690791), (6255148, 630336), (690791, 703448)]
    assert hierarchy.read(b"1\t2\n")[0] == [(1, 2)]


def test_hostile_lines_are_counted_and_the_next_is_read():
    found, failures = hierarchy.read(b"1\n1\t2\t\tADM\nx\t2\t\n\xff\t1\n3\t4\t\n")
    assert (found, failures.count) == ([(3, 4)], 4)
