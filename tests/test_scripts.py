"""Scripts are told by their letters."""

import pytest

from geo.scripts import script
from geo.types import Name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kyiv", "Latn"),
        ("Łódź", "Latn"),
        ("Київ", "Cyrl"),
        ("Αθήνα", "Grek"),
        ("دمشق", "Arab"),
        ("ירושלים", "Hebr"),
        ("北京", "Hani"),
        ("トウキョウ", "Kana"),
        ("서울", "Hang"),
        ("አዲስ አበባ", "Ethi"),
        ("ʻEwa", "Latn"),
        ("2 мая", "Cyrl"),
        ("13", "Zyyy"),
        ("", "Zyyy"),
        ("𐌸", "Goth"),
        ("𒀀", "Zzzz"),
    ],
)
def test_the_script_is_that_of_the_first_letter(text, code):
    assert script(text) == code


def test_a_name_knows_its_script():
    assert Name("Гомель", "alternate").script == "Cyrl"
