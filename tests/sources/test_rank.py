import dataclasses

from geo.gazetteer.schema import KIND_ORDER
from geo.sources.rank import LESS_KNOWN_NATURE, importance, penalty
from tests.sources.places import entries_of

PLACES = {(entry.name, entry.country_code): entry for entry in entries_of()}


def test_a_country_outweighs_a_division_and_a_capital_a_village():
    assert importance(PLACES["Belarus", "BY"]) > importance(PLACES["Texas", "US"])
    assert importance(PLACES["Paris", "FR"]) > importance(PLACES["Paris", "US"])


def test_a_region_under_its_short_name_comes_after_the_town():
    town, region = PLACES["Gomel", "BY"], PLACES["Gomel Region", "BY"]
    assert importance(town) - penalty(town, "official") > importance(region) - penalty(region, "english")
    assert penalty(region, "official") < penalty(region, "english")


def test_every_kind_of_name_has_a_penalty():
    assert all(penalty(PLACES["Gomel", "BY"], kind) >= 0 for kind in KIND_ORDER)


def test_a_zone_of_ours_outweighs_a_small_town():
    assert importance(PLACES["Chernobyl exclusion zone", "UA"]) > importance(PLACES["Paris", "US"])


def test_a_river_of_our_tables_outweighs_a_namesake_that_only_a_map_has():
    zone = PLACES["Chernobyl exclusion zone", "UA"]
    ours, theirs = (dataclasses.replace(zone, feature="H.STM", ours=ours) for ours in (True, False))
    assert importance(ours) == importance(theirs) + LESS_KNOWN_NATURE
