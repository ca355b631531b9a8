import pytest

from geo.gazetteer import schema


@pytest.mark.parametrize("name", ["Kyiv", "Homel", "Homel'", "São Tomé", "St. John's", "E"])
def test_a_name_is_spelt_as_it_was_stored(name):
    filed = "homel"
    assert schema.spell(schema.shorten(name, filed, "Kyiv"), filed, "Kyiv") == name


def test_the_main_name_and_the_plain_spelling_take_no_room():
    assert schema.shorten("Kyiv", "kyiv", "Kyiv") is None
    assert schema.shorten("Homel", "homel", "Gomel") == ""


def test_a_lone_surrogate_is_left_out_of_what_is_stored():
    assert schema.storable("a\ud800b") == "ab"
