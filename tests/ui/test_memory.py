"""What a visit keeps for itself."""

from geo.ui import memory


def test_what_is_to_be_told_stays_until_it_has_been_seen(reader):
    memory.remember_told(["1 added"])
    assert memory.told() == ["1 added"]
    memory.remember_told(None)
    assert memory.told() is None


def test_a_removal_stays_until_it_is_taken_back_or_seen(reader):
    memory.remember_removed(7, "a.txt")
    assert memory.removed() == (7, "a.txt")
    memory.remember_removed(None)
    assert memory.removed() is None
