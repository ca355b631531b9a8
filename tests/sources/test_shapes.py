"""How the shapes' records are made; the whole build runs only when the data are made anew."""

import shapely

from geo.location.topology import COUNTRY
from geo.sources import natural_earth_topology, shapes
from geo.sources.natural_earth import Unit


def unit(country, code="AAA-1", iso="AA-1"):
    known = {"country": country, "area": shapely.box(0, 0, 1, 1), "code": code, "iso": iso}
    fields = dict.fromkeys(Unit.__dataclass_fields__)
    return Unit(**{**fields, **known})


def test_a_country_is_all_of_its_units_and_units_without_one_are_left_out():
    told = list(shapes._countries([unit("UA"), unit("BY"), unit(None), unit("UA")]))
    assert [(record["keys"], members) for record, members in told] == [(["BY"], [1]), (["UA"], [0, 3])]
    assert {record["level"] for record, _ in told} == {COUNTRY}


def test_countries_that_the_views_see_differently_have_a_record_for_each():
    told = list(shapes._countries([unit("UA"), unit("UA", iso="UA-43"), unit("RU"), unit("EH", "MAR-3469")]))
    found = [(record["code"], record.get("view"), members) for record, members in told]
    assert found == [
        ("EH", "un", [3]),
        ("MA", "de-facto", [3]),
        ("RU", "un", [2]),
        ("RU", "de-facto", [1, 2]),
        ("UA", "un", [0, 1]),
        ("UA", "de-facto", [0]),
    ]


def test_lines_that_are_not_settled_are_marked():
    units = [unit("RS"), unit("XK"), unit("BG")]
    areas = [shapely.box(20, 42, 21, 43), shapely.box(20, 41, 21, 42), shapely.box(21, 41, 22, 43)]
    built = natural_earth_topology.build(areas, [({"keys": ["RS"]}, [0])], {})
    marked = [sorted(built.sides[arc].tolist()) for arc in shapes._unsettled(built, units).nonzero()[0]]
    assert marked == [[0, 1]]


def test_ids_of_self_declared_land_are_ours_or_geonames():
    ids = " ".join(shapes.SELF_DECLARED.values()).split()
    assert all(id.startswith(("dateline:", "geonames:")) for id in ids)


def test_former_regions_are_made_of_departments():
    departments = [code for _, codes in shapes.FORMER.values() for code in codes.split()]
    assert all(code.startswith("FR-") for code in departments) and len(departments) == len(set(departments))
