import pytest

from geo.gazetteer.own.features import FEATURES, feature_of


@pytest.mark.parametrize(
    ("words", "feature"),
    [
        (["city"], "P.PPL"),
        (["Rivers"], "H.STM"),
        (["Cities"], "P.PPL"),
        (["nonsense", "Refugee camp"], "S.CMPRF"),
        (["P.PPLC"], "P.PPLC"),
        (["aat:300008389", "P"], "P"),
        (["nonsense"], None),
        ([], None),
    ],
)
def test_words_and_codes_say_what_sort_of_place_it_is(words, feature):
    assert feature_of(words) == feature


def test_no_word_stands_for_two_sorts():
    words = [word for listed in FEATURES.values() for word in listed]
    assert len(words) == len(set(words))
