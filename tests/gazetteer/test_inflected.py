import pytest

from geo.gazetteer import Gazetteer
from geo.gazetteer.inflected import MOST_FORMS, Inflected, dictionary_forms


@pytest.fixture(scope="module")
def known():
    return Inflected(Gazetteer(), frozenset({"ru", "uk", "pl", "de"}))


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("Гомеле", "Gomel"),
        ("Киева", "Kyiv"),
        ("Одессе", "Odesa"),
        ("Москвы", "Moscow"),
        ("Белоруссии", "Belarus"),
        ("Китая", "China"),
        ("Львові", "Lviv"),
        ("Харкова", "Kharkiv"),
        ("Тернополя", "Ternopil"),
        ("Krakowie", "Krakow"),
        ("Warszawy", "Warsaw"),
        ("Niemiec", "Germany"),
        ("Deutschlands", "Germany"),
        ("Гомель", "Gomel"),
        ("Odry", "Oder"),
    ],
)
def test_a_form_is_the_place_it_is_a_form_of(known, form, place):
    assert known.look_up(form)[0].place.name == place


def test_a_name_on_file_is_not_taken_for_a_form_of_another(known):
    assert known.look_up("Сумы")[0].place.name == "Sumy"
    assert known.look_up("Paris")[0].place.name == "Paris"


def test_a_name_of_no_place_in_any_form_is_unknown(known):
    assert known.look_up("Ывапролджа") == ()
    assert known.look_up("") == ()


def test_names_of_other_lines_are_asked_as_ever():
    base = Gazetteer()
    assert Inflected(base, frozenset({"ru"}), frozenset({"Киева"})).look_up("Genova") == base.look_up("Genova")


def test_a_foreign_name_is_as_usual_as_an_english_one(known):
    assert known.look_up("Genova")[0].place.name == "Genoa"
    assert "alternate" not in {match.kind for match in known.look_up("Genova")}


def test_forms_are_of_the_script_of_the_name():
    assert dictionary_forms("Киева", ["pl"]) == () == dictionary_forms("Warszawy", ["ru"])
    assert dictionary_forms("Paris", ["fr"]) == ()


def test_forms_are_bounded():
    assert len(dictionary_forms("Новгороде " * 3 + "Нижнем", ["ru"])) <= MOST_FORMS
