import json

from geo.sources.iso3166_2 import read, split_names
from tests.sources.packages import wheel

BELARUS = {
    "BY": {
        "BY-HO": {
            "name": "Gomel'skaja oblast'",
            "localOtherName": "Гомельская вобласць (bel), Homyelskaya voblasts (bel), Gomel (eng)",
            "latLng": [52.3128, 29.5419],
        },
        "BY-XX": {"name": "Nowhere", "localOtherName": None, "latLng": None},
        "BY-YY": {"name": "Unknown", "localOtherName": None, "latLng": [1, 1]},
    }
}


def test_names_are_split_and_english_ones_marked():
    assert split_names("Гомельская вобласць (bel), Gomel (eng)") == (
        ("Гомельская вобласць", "alternate"),
        ("Gomel", "english"),
    )


def test_a_name_with_a_comma_or_bracket_stays_whole():
    assert split_names("Adygeja, Respublika (rus)") == (("Adygeja, Respublika", "alternate"),)
    assert split_names("") == ()


def test_only_divisions_known_by_number_are_read(tmp_path):
    package = wheel(tmp_path / "p.whl", {"iso3166_2/iso3166-2.json": json.dumps(BELARUS).encode()})
    gomel, nowhere = read(package, {"BY-HO": "geonames:628281", "BY-XX": "geonames:1"})
    assert (gomel.id, gomel.lat, gomel.lon) == ("geonames:628281", 52.3128, 29.5419)
    assert (nowhere.lat, nowhere.names) == (None, (("Nowhere", "alternate"),))
