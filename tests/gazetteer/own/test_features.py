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
        (["checkpoint"], "S.PSTP"),
        (["Border crossing"], "S.PSTB"),
        (["ZONE"], "L.ZN"),
        (["bridge"], "S.BDG"),
        (["nonsense"], None),
        ([], None),
    ],
)
def test_words_and_codes_say_what_sort_of_place_it_is(words, feature):
    assert feature_of(words) == feature


@pytest.mark.parametrize(
    "word",
    "checkpoint zone camp village town city river lake mountain hospital school base airport port district region area"
    " island road sea forest mine dam prison farm factory".split(),
)
def test_the_words_that_one_would_write_are_known(word):
    assert feature_of([word.title()]) is not None


def test_every_word_is_found_as_it_would_be_written():
    assert all(feature_of([word]) == feature for feature, words in FEATURES.items() for word in words)


def test_no_word_stands_for_two_sorts():
    words = [word for listed in FEATURES.values() for word in listed]
    assert len(words) == len(set(words))
