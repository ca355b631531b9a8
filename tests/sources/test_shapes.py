"""How the shapes' records are made; the whole build runs only when the data are made anew."""

import shapely

from geo.location.topology import COUNTRY
from geo.sources import shapes
from geo.sources.natural_earth import Unit


def unit(country):
    known = {"country": country, "area": shapely.box(0, 0, 1, 1)}
    fields = dict.fromkeys(Unit.__dataclass_fields__)
    return Unit(**{**fields, **known})


def test_a_country_is_all_of_its_units_and_units_without_one_are_left_out():
    told = list(shapes._countries([unit("UA"), unit("BY"), unit(None), unit("UA")]))
    assert [(record["keys"], members) for record, members in told] == [(["BY"], [1]), (["UA"], [0, 3])]
    assert {record["level"] for record, _ in told} == {COUNTRY}


def test_ids_of_self_declared_land_are_ours_or_geonames():
    ids = " ".join(shapes.SELF_DECLARED.values()).split()
    assert all(id.startswith(("dateline:", "geonames:")) for id in ids) and len(ids) == len(set(ids))


def test_former_regions_are_made_of_departments():
    departments = [code for _, codes in shapes.FORMER.values() for code in codes.split()]
    assert all(code.startswith("FR-") for code in departments) and len(departments) == len(set(departments))
