from geo.geonames.weight import importance


def test_a_city_weighs_by_its_people_and_a_capital_more():
    assert importance("P.PPL", 1_000_000, 0) == 6.0
    assert importance("P.PPLC", 1_000_000, 0) > importance("P.PPLA", 1_000_000, 0)


def test_a_brook_weighs_less_than_a_village_and_a_river_with_names_in_a_hundred_languages_as_a_city():
    assert importance("H.STM", None, 0) < importance("P.PPL", None, 0) < importance("P.PPL", 500, 0)
    assert importance("H.STM", None, 100) > importance("P.PPL", 50_000, 10)


def test_names_lift_no_uncounted_village_above_a_small_town():
    assert importance("P.PPL", None, 1_000) == importance("P.PPL", None, 10_000) < importance("P.PPL", 5_000, 0)


def test_a_state_without_people_still_outweighs_a_village():
    assert importance("A.ADM1", None, 0) > importance("P.PPL", 100, 0)


def test_what_has_no_feature_weighs_least():
    assert importance(None, None, 0) <= importance("S.CH", None, 0) < importance("H.LK", None, 0)
