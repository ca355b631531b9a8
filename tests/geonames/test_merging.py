"""What the finished file answers; `test_build.py` has the building itself."""

from types import SimpleNamespace

import pytest

from geo.gazetteer import Gazetteer
from geo.geonames import known, merging
from geo.geonames.build import build
from geo.sources import rank
from tests.geonames import dump


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dump")
    dump.write(folder)
    out = folder / "places.sqlite"
    build(folder, out, processes=0, shipped=dump.Shipped(), tables=dump.tables(folder / "tables"))
    return Gazetteer(out)


def first(gazetteer, name):
    found = gazetteer.look_up(name)
    return (found[0].place.id, found[0].kind) if found else None


@pytest.mark.parametrize(
    ("name", "place", "kind"),
    [
        ("Gomel", "geonames:627907", "official"),
        ("Homyel'", "geonames:627907", "english"),
        ("Gomel Oblast", "geonames:628281", "official"),
        ("Gomel Region", "geonames:628281", "english"),
        ("Homyel Voblasc'", "geonames:628281", "english"),
        ("Kiev", "geonames:703448", "english"),
        ("Calcutta", "geonames:1275004", "former"),
        ("Belarus", "geonames:630336", "official"),
        ("Republic of Belarus", "geonames:630336", "english"),
        ("Weißrussland", "geonames:630336", "alternate"),
        ("Ukrainian", "geonames:690791", "demonym"),
        ("Tex.", "geonames:4736286", "abbreviation"),
        ("Lamar", "geonames:4705086", "english"),
        ("Black Sea", "dateline:black-sea", "official"),
        ("Schwarzes Meer", "dateline:black-sea", "alternate"),
        ("Euxine Sea", "dateline:black-sea", "former"),
        ("Chernobyl exclusion zone", "dateline:chernobyl-exclusion-zone", "official"),
    ],
)
def test_a_name_reaches_its_place_as_its_kind(gazetteer, name, place, kind):
    assert first(gazetteer, name) == (place, kind)


def test_paris_is_in_france_before_texas(gazetteer):
    assert [match.place.country_code for match in gazetteer.look_up("Paris")] == ["FR", "US"]


def test_a_place_has_its_divisions_with_names(gazetteer):
    paris = gazetteer.get("geonames:4717560")
    assert (paris.adm1_code, paris.adm1_name, paris.adm2_code, paris.adm2_name) == (
        "US.TX",
        "Texas",
        "US.TX.277",
        "Lamar County",
    )
    assert (paris.feature, paris.population, paris.source) == ("P.PPLA2", 24839, "geonames")


def test_a_code_that_no_list_of_divisions_has_is_unknown(gazetteer):
    assert gazetteer.get("geonames:690791").adm1_code is None
    assert gazetteer.get("geonames:2988507").adm2_code is None


def test_countries_and_divisions_are_found_by_code(gazetteer):
    assert gazetteer.country("by").name == "Belarus"
    assert gazetteer.division("BY.02").name == "Gomel Oblast"


def test_members_of_a_continent_are_its_countries(gazetteer):
    assert {place.name for place in gazetteer.members("geonames:6255148")} == {"Ukraine", "Belarus"}
    assert gazetteer.members("geonames:690791") == ()


def test_box_and_outline_are_those_of_the_shipped_gazetteer(gazetteer):
    belarus = gazetteer.country("BY")
    assert (belarus.bbox, belarus.geometry) == ((23.2, 51.3, 32.8, 56.2), "shapes:BY")
    assert gazetteer.outline("dateline:chernobyl-exclusion-zone") == dump.OUTLINE
    assert gazetteer.get("geonames:627907").geometry is None


def test_another_view_shows_another_country(gazetteer, tmp_path):
    folder = dump.tables(tmp_path / "tables")
    (folder / "views.csv").write_text("place,view,country_code,source,precision\ngeonames:627907,de-facto,UA,own,x\n")
    out = tmp_path / "places.sqlite"
    build(dump.write(tmp_path / "dump"), out, processes=0, shipped=dump.Shipped(), tables=folder)
    assert Gazetteer(out, view="de-facto").get("geonames:627907").country_code == "UA"
    assert Gazetteer(out).get("geonames:627907").country_code == "BY"


def test_names_without_a_place_and_rows_that_are_ours_are_left_out(gazetteer):
    assert first(gazetteer, "Nowhere Known") is None
    assert gazetteer.get("geonames:630673") is None


def test_the_nearest_town_is_found(gazetteer):
    ((_, place),) = gazetteer.near(lat=52.4, lon=31.0, feature_class="P")
    assert place.name == "Gomel"


@pytest.mark.parametrize(("bits", "feature"), [(0, "P.PPL"), (known.DIVISION, "A.ADM2"), (known.COUNTRY, "A.PCLD")])
@pytest.mark.parametrize("kind", rank.KIND_PENALTY)
def test_a_name_of_the_dump_weighs_as_one_of_the_shipped_gazetteer(bits, feature, kind):
    assert merging._PENALTY[bits, kind] == rank.penalty(SimpleNamespace(feature=feature), kind)
