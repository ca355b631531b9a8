"""Which aliases stay and which go."""

import pytest

from geo.sources.noise import KNOWN_IN_OTHER_SCRIPTS, everyday_words, foreign, latin, noisy


@pytest.mark.parametrize(
    "alias", ["Homel", "Homyel’", "Łódź", "Kiev", "s-Hertogenbosch", "Al-Bab", "Ayers Rock", "Saint-Denis"]
)
def test_a_usual_name_stays(alias):
    assert not noisy(alias)


@pytest.mark.parametrize(
    ("alias", "why"),
    [
        ("GME", "an airport's code"),
        ("Lod", "three letters"),
        ("UKHRV", "a port's code"),
        ("75000", "a postal code"),
        ("ge mei li", "a transliteration without capitals"),
        ("Gomeል", "two scripts"),
        ("Мinsk", "two scripts"),
        ("ГМ", "two letters"),
        ("гомель", "no capital in a script that has them"),
        ("京", "one character"),
        ("ใน", "one letter and a mark"),
        ("Киев (Украина)", "a note"),
        ("Kiev (Ukraine)", "a note"),
        ("Market", "a word of everyday English"),
        ("Autonomous Community of the Something Else and Everything Around", "a description"),
        ("", "nothing"),
        ("\ud800\x00", "nothing"),
    ],
)
def test_a_noisy_alias_goes(alias, why):
    assert noisy(alias), why


@pytest.mark.parametrize(
    "alias",
    ["Гомель", "Уфа", "ጎሜል", "北京", "さいたま市", "서울", "القاهرة", "תל אביב", "Αθήνα", "กรุงเทพ", "ⴰⴳⴰⴷⵉⵔ", "दिल्ली"],
)
def test_a_name_in_its_own_script_stays(alias):
    assert not noisy(alias)
    assert not foreign(alias, "Somewhere", "US", "P.PPL", KNOWN_IN_OTHER_SCRIPTS)
    assert not foreign(alias, "Somewhere", "US", "A.ADM1", None)


@pytest.mark.parametrize(("alias", "gone"), [("გურჯაანი", False), ("Гурджаани", False), ("グルジャアニ", True)])
def test_a_small_town_keeps_its_names_in_the_scripts_of_its_country(alias, gone):
    assert foreign(alias, "Gurjaani", "GE", "P.PPL", 8_000) is gone


@pytest.mark.parametrize(("feature", "gone"), [("A.ADM2", True), ("A.ADM1", False), ("H.LK", False), ("P.PPLC", False)])
def test_only_small_towns_and_lesser_divisions_lose_names_in_other_scripts(feature, gone):
    assert foreign("Салливан", "Sullivan", "US", feature, None) is gone


def test_everyday_words_are_normalised_and_hold_no_country():
    assert "market" in everyday_words()
    assert not everyday_words() & {"china", "jordan", "chad", "georgia", "paris"}
    assert all(word == word.casefold() for word in everyday_words())


@pytest.mark.parametrize(
    ("alias", "name", "country", "feature", "population", "gone"),
    [
        ("Blumingdejl", "Bloomingdale", "US", "P.PPL", 22_000, True),
        ("Wallsend-on-Tyne", "Wallsend", "GB", "P.PPL", 45_000, False),
        ("Hasbrouck Hts.", "Hasbrouck Heights", "US", "P.PPL", 11_000, False),
        ("Big Apple", "New York City", "US", "P.PPL", 8_804_190, False),
        ("Condado de Lamar", "Lamar County", "US", "A.ADM2", 50_088, True),
        ("Hrabstwo Lamar", "Lamar County", "US", "A.ADM2", 50_088, True),
        ("Lamar", "Lamar County", "US", "A.ADM2", 50_088, False),
        ("Lungsod ng Ntanya", "Netanya", "IL", "P.PPL", 217_000, True),
        ("Anywhere Else", "Somewhere", "PK", "P.PPL", 0, True),
        ("Bakhmutske", "Bakhmutskoye", "UA", "P.PPL", 600, False),
    ],
)
def test_names_that_no_english_text_uses_go(alias, name, country, feature, population, gone):
    assert foreign(alias, name, country, feature, population) is gone


def test_latin_letters_with_any_accent_are_latin():
    assert latin("Đà Nẵng") and not latin("Москва")
