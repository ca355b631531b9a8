from geo.sources.rank import importance, weight
from tests.sources.places import entries_of

PLACES = {(entry.name, entry.country_code): entry for entry in entries_of()}


def test_a_country_outweighs_a_division_and_a_capital_a_village():
    assert importance(PLACES["Belarus", "BY"]) > importance(PLACES["Texas", "US"])
    assert importance(PLACES["Paris", "FR"]) > importance(PLACES["Paris", "US"])


def test_a_region_under_its_short_name_comes_after_the_town():
    assert weight(PLACES["Gomel", "BY"], "official") > weight(PLACES["Gomel Region", "BY"], "english")
    assert weight(PLACES["Gomel Region", "BY"], "official") > weight(PLACES["Gomel Region", "BY"], "english")


def test_a_zone_of_ours_outweighs_a_small_town():
    assert importance(PLACES["Chernobyl exclusion zone", "UA"]) > importance(PLACES["Paris", "US"])
