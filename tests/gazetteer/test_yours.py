from geo.gazetteer.yours import own_file, source_of
from geo.types import Place


def test_a_users_place_names_its_file_and_others_none():
    assert own_file(Place("1", "Camp", 1.0, 1.0, source=source_of("mine.csv"))) == "mine.csv"
    assert own_file(Place("1", "Camp", 1.0, 1.0, source="dateline")) is None
    assert own_file(Place("1", "Camp", 1.0, 1.0)) is None
