import pytest

from geo.gazetteer.other_scripts import in_latin


@pytest.mark.parametrize(
    ("name", "latin"), [("Гомель", "Gomel'"), ("Харків", "Kharkiv"), ("Αθήνα", "Athina"), ("ქართლი", "kartli")]
)
def test_a_name_in_another_script_is_written_letter_for_letter(name, latin):
    assert in_latin(name) == latin


@pytest.mark.parametrize("name", ["Gomel", "Łódź", "São Tomé", "", "12", "…"])
def test_a_latin_name_is_left_alone(name):
    assert in_latin(name) is None
