import pytest

from geo.gazetteer import Gazetteer
from geo.geocoders.dependencies import SOVEREIGN, belongs


@pytest.mark.parametrize(
    ("code", "country", "lies_in"),
    [("GL", "DK", True), ("GL", "GL", True), ("DK", "GL", False), ("PR", "US", True), ("FR", "DK", False)],
)
def test_a_dependency_lies_in_its_country_and_not_the_other_way_round(code, country, lies_in):
    assert belongs(code, country) is lies_in


def test_what_has_no_country_lies_in_none():
    assert not belongs(None, "DK") and not belongs(None, None) and not belongs("DK", None)


def test_every_dependency_and_every_country_is_one_the_gazetteer_knows():
    gazetteer = Gazetteer()
    assert all(map(gazetteer.country, {*SOVEREIGN, *SOVEREIGN.values()}))
    assert SOVEREIGN.keys().isdisjoint(SOVEREIGN.values())
