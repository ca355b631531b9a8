import pytest

from geo.recognition import little_words

TABLES = [little_words.OF_PLACE, little_words.OTHER, little_words.ARTICLES, little_words.EVERYDAY]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_by_language_and_holds_single_words(table):
    assert all(len(code) in (2, 3) and code.islower() for code in table)
    assert all(word and " " not in word for words in table.values() for word in words)


def test_a_preposition_of_place_is_not_among_the_others_of_its_language():
    for code, words in little_words.OF_PLACE.items():
        assert not words & little_words.OTHER.get(code, frozenset())
