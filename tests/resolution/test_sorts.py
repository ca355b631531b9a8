import pytest

from geo.resolution.sorts import one_of_several, several_after, singular, whole_names
from geo.types import Match, Place
from tests.marked import marked

KNOWN = {
    *("Lamar County", "Fannin County", "Red River County", "North Korea"),
    *("Donetsk People's Republic", "Luhansk People's Republic", "Jordan River"),
}


LARGE = {"Ohio", "Texas", "Ohio County", "Texas County"}


class Knows:
    def look_up(self, name):
        found = next((known for known in KNOWN | LARGE if known.casefold() == name.casefold()), None)
        feature = "A.ADM1" if found in LARGE else "A.ADM2"
        return (Match(Place(found, found, 0.0, 0.0, feature=feature), found, "official"),) if found else ()


def wholes(sentence):
    text, mentions = marked(sentence)
    return {mentions[index].surface: str(whole) for index, whole in whole_names(text, mentions, Knows()).items()}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("[Lamar] and [Fannin] counties", {"Lamar": "Lamar county", "Fannin": "Fannin county"}),
        (
            "[Lamar], [Red River], or [Fannin] Counties, Texas",
            {"Lamar": "Lamar County", "Red River": "Red River County", "Fannin": "Fannin County"},
        ),
        ("[Lamar] & [Fannin Counties]", {"Lamar": "Lamar County", "Fannin Counties": "Fannin County"}),
        (
            "the [Donetsk] and [Luhansk] People's Republics",
            {"Donetsk": "Donetsk People's Republic", "Luhansk": "Luhansk People's Republic"},
        ),
        (
            "the [Donetsk] and [Luhansk People's Republics]",
            {"Donetsk": "Donetsk People's Republic", "Luhansk People's Republics": "Luhansk People's Republic"},
        ),
        ("in [Paris], [Lamar] and [Fannin] counties", {"Lamar": "Lamar county", "Fannin": "Fannin county"}),
        ("[North] and [South Korea]", {"North": "North Korea"}),
        ("the county of [Lamar] and [Fannin]", {"Lamar": "Lamar county"}),
        ("the Texan counties of [Lamar] and [Fannin]", {"Lamar": "Lamar county", "Fannin": "Fannin county"}),
        ("in [Texas]'s county of [Lamar]", {"Lamar": "Lamar county"}),
        ("[Lamar] and [Fannin] rural counties", {"Lamar": "Lamar county", "Fannin": "Fannin county"}),
        ("[Fannin] county", {"Fannin": "Fannin county"}),
        ("the [Red River] county of [Lamar]", {"Red River": "Red River county"}),
    ],
)
def test_names_of_a_list_are_whole_with_the_word_that_they_share(sentence, found):
    assert wholes(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "[Lamar] and [Paris] counties",  # the last is no such county: it is no list of counties
        "[Fannin] counties",  # the counties of something
        "the counties of [Fannin]",
        "the [Red River County] of [Lamar]",
        "the airport of [Lamar]",
        "[Ohio] and [Texas] counties",  # counties of both
        "[Lamar]. And [Fannin] counties",
        "[Lamar] and [Fannin] countrymen",
        "[Lamar] and [Fannin]",
        "[South] and [South Korea]",
        "[Old] and [South Korea]",
        "[North] and [South Paris]",
    ],
)
def test_other_names_stay_as_they_are(sentence):
    assert wholes(sentence) == {}


def test_a_word_for_several_places_is_told_by_that_for_one():
    assert [one_of_several(word) for word in ("Counties", "rivers", "parishes", "county", "News", "")] == [
        "County",
        "river",
        "parish",
        None,
        None,
        None,
    ]
    assert several_after("Lamar counties,", 5) == ("county", 14)
    assert several_after("Lamar folk", 5) == ("", 5)
    assert [singular(name) for name in ("Luhansk Oblasts", "Luhansk", "Oblasts")] == ["Luhansk Oblast", None, None]


@pytest.mark.parametrize(
    "sentence",
    [
        "They waded into the [Jordan].",
        "The [Jordan] dried up.",
        "The [Jordan] has burst its banks.",
        "a bridge over the [Jordan] and a road",
        "on the banks of the [Jordan]",
        "Boats on the [Jordan] were late.",
        "upstream on the [Jordan]\n",
    ],
)
def test_what_flows_or_is_crossed_by_boat_is_a_river(sentence):
    assert wholes(sentence) == {"Jordan": "Jordan River"}


@pytest.mark.parametrize(
    "sentence",
    [
        "a bridge over the [Jordan] border",
        "a bridge over [Jordan].",
        "money flowed; [Jordan] flows with it",
        "The [Jordan] team rose.",
        "the army of the [Jordan]",
        "The [Lena] burst its banks.",
        "The [Jordan] river burst its banks.",
    ],
)
def test_without_water_in_the_words_around_it_or_a_river_on_file_it_is_none(sentence):
    assert "Jordan River" not in wholes(sentence).values()
