import pytest

from geo.sources.records import also, geonames


@pytest.mark.parametrize("number", [627907, "627907", "0627907"])
def test_a_geonames_number_becomes_an_id(number):
    assert geonames(number) == "geonames:627907"


@pytest.mark.parametrize("number", ["", "62x", None])
def test_what_is_no_number_is_refused(number):
    with pytest.raises((ValueError, TypeError)):
        geonames(number)


def test_names_of_one_kind_come_without_empty_ones():
    assert also(["Homel", " ", "", " Gomel "], "english") == (("Homel", "english"), ("Gomel", "english"))
    assert also(None) == ()
