import pytest

from geo.sources.airportsdata import read, short_forms
from tests.sources.packages import wheel

CSV = """"icao","iata","name","city","subd","country","elevation","lat","lon","tz","lid"
"EGLL","LHR","London Heathrow Airport","London","England","GB",83,51.4706,-0.46194,"Europe/London",""
"00AA","","Aero B Ranch Airport","Leoti","Kansas","US",3435,38.704022,-101.473911,"America/Chicago","00AA"
"UKBB","KBP","Boryspil International Airport","Kyiv","Kyiv","UA",427,50.345,30.8947,"Europe/Kyiv",""
"""


def test_airports_with_a_line_are_read_and_ranch_strips_are_not(tmp_path):
    records = list(read(wheel(tmp_path / "p.whl", {"airportsdata/airports.csv": CSV.encode()})))
    assert [record.id for record in records] == ["icao:EGLL", "icao:UKBB"]
    assert (records[0].lat, records[0].lon, records[0].feature) == (51.4706, -0.46194, "S.AIRP")


@pytest.mark.parametrize(
    ("name", "town", "form"),
    [
        ("London Heathrow Airport", "London", "Heathrow Airport"),
        ("Boryspil International Airport", "Kyiv", "Boryspil Airport"),
        ("Hartsfield/Jackson Atlanta International Airport", "", "Jackson Atlanta International Airport"),
        ("Pulkovo Airport", "St. Petersburg", "St. Petersburg Airport"),
    ],
)
def test_an_airport_is_known_by_the_names_people_use(name, town, form):
    assert form in short_forms(name, town)


def test_no_airport_is_known_by_a_single_word_or_by_its_kind():
    forms = short_forms("Paris International Airport", "Paris")
    assert "Paris" not in forms and "International Airport" not in forms
