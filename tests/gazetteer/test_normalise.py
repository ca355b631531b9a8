"""What names are the same name. Read it as the specification of `key`."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer.normalise import STEPS, key, start

SAME = [
    ("Kyiv", "KYIV"),
    ("Córdoba", "Cordoba"),
    ("Łódź", "Lodz"),
    ("Straße", "STRASSE"),
    ("Ｔｏｋｙｏ", "Tokyo"),
    ("Homyel'", "Homyel"),
    ("Xi’an", "Xian"),
    ("Nuku‘alofa", "Nukualofa"),
    ("Winston-Salem", "Winston Salem"),
    ("Guinea–Bissau", "Guinea-Bissau"),
    ("Washington, D.C.", "Washington DC"),
    ("U.S.", "US"),
    ("U. S.", "US"),
    ("U.S.A.", "USA"),
    ("the U.K.", "UK"),
    ("B.C.", "BC"),
    ("N.S.W.", "NSW"),
    ("W. Va.", "W Va"),
    ("Calif.", "Calif"),
    ("The Hague", "Hague"),
    ("the Bronx", "Bronx"),
    ("St. Louis", "Saint Louis"),
    ("St Louis", "SAINT LOUIS"),
    ("Mt. Everest", "Mount Everest"),
    ("Ft. Worth", "Fort Worth"),
    ("Rocky Mts.", "Rocky Mountains"),
    ("Lamar Co.", "Lamar County"),
    ("Trinidad & Tobago", "Trinidad and Tobago"),
    ("Ukraine's", "Ukraine"),
    ("Ukraine’s", "Ukraine"),
    ("the U.K.'s", "UK"),
    ("Texas'", "Texas"),
    ("  Gomel \n Region ", "Gomel Region"),
    ("Ки\u0301ев", "Киев"),
    ("دِمَشق", "دمشق"),
    ("יְרוּשָׁלַיִם", "ירושלים"),
    ("پێن\u200cسیلوانیا", "پێنسیلوانیا"),
]
DIFFERENT = [
    ("St. John's", "Saint John"),
    ("Wall St.", "Wall Saint"),
    ("Georgia", "Georgian"),
    ("Niger", "Nigeria"),
    ("Йошкар", "Иошкар"),
    ("Theodore", "odore"),
    ("कल", "काल"),
    ("กา", "กี"),
]
HOSTILE = [
    "",
    " ",
    "'",
    "...",
    "\x00",
    "\ud800",
    "\ud800Kyiv\x00",
    "' OR 1=1 --",
    "<script>",
    "{{7*7}}",
    "ﷺ" * 50,
    "é" * 9999,
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_to_write_a_name_have_one_key(one, other):
    assert key(one) == key(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_names_keep_two_keys(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize("name", ["", " ", "'", "...", "\x00", "\ud800"])
def test_a_name_without_letters_has_an_empty_key(name):
    assert key(name) == ""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_becomes_plain_words(name):
    assert all(char.isalnum() or char == " " or unicodedata.category(char)[0] == "M" for char in key(name))


def test_vowel_signs_stay_in_their_word():
    assert key("कोलोरादो") == "कोलोरादो"


@given(st.text())
def test_any_text_has_a_key_that_can_be_stored(name):
    found = key(name)
    found.encode("utf-8")
    assert found == found.strip() and "  " not in found


@given(st.text(st.characters(max_codepoint=127), max_size=12))
def test_the_short_way_for_plain_words_comes_to_the_same(name):
    stepwise = name
    for step in STEPS:
        stepwise = step(stepwise)
    assert key(name) == stepwise


@pytest.mark.parametrize(
    ("prefix", "begins"),
    [
        ("St", "st"),
        ("St ", "saint "),
        ("Mt ", "mount "),
        ("New ", "new "),
        ("the ", "the"),
        ("the St. ", "saint "),
        (" ", ""),
        ("", ""),
    ],
)
def test_a_space_at_the_end_says_that_another_word_is_to_come(prefix, begins):
    assert start(prefix) == begins


@given(st.text(max_size=12))
def test_the_start_of_any_text_begins_the_key_of_some_longer_one(prefix):
    assert start(prefix) in (key(prefix), key(f"{prefix}x")[:-1])
