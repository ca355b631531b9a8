import pytest

from geo.sources.division_names import forms, strip_type


@pytest.mark.parametrize(
    ("name", "country", "form"),
    [
        ("Gomel Region", "BY", "Gomel Oblast"),
        ("Gomel Region", "BY", "Gomel Voblast"),
        ("Kursk Oblast", "RU", "Kursk Region"),
        ("Kano", "NG", "Kano State"),
        ("Aleppo Governorate", "SY", "Aleppo Province"),
        ("Yamaguchi Prefecture", "JP", "Yamaguchi"),
    ],
)
def test_a_division_is_known_by_the_words_english_news_uses(name, country, form):
    assert form in forms(name, country)


@pytest.mark.parametrize(
    "name", ["Eastern Province", "Capital Region", "Red Sea Governorate", "Northern State", "Texas"]
)
def test_a_name_that_says_nothing_without_its_type_stays_whole(name):
    assert strip_type(name) == name


def test_a_county_without_its_type_is_its_bare_name():
    assert strip_type("Lamar County") == "Lamar"
    assert strip_type("Avoyelles Parish") == "Avoyelles"
