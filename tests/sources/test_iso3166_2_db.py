import json

from geo.sources.iso3166_2_db import read
from tests.sources.packages import npm

BELARUS = {
    "BY": {
        "regions": [
            {
                "name": "Gomel Region",
                "names": {"geonames": "Gomel", "en": "Gomel Region"},
                "reference": {"geonames": 628281},
            },
            {"name": "Old Region", "names": {}, "reference": {"geonames": 5}},
            {"name": "Unnumbered", "names": {"en": "Unnumbered"}, "reference": {}},
        ]
    }
}


def test_a_division_is_shown_by_its_english_name_and_known_by_both(tmp_path):
    gomel, old = read(npm(tmp_path / "p.tgz", {"package/data/iso3166-2.json": json.dumps(BELARUS).encode()}))
    assert (gomel.id, gomel.name) == ("geonames:628281", "Gomel Region")
    assert set(gomel.names) == {("Gomel Region", "english"), ("Gomel", "english")}
    assert old.name == "Old Region"
