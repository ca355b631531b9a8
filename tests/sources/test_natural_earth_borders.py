"""Rows of the file as they are; their lines do not matter."""

import shapely

from geo.sources import natural_earth_borders as borders
from geo.sources.shapefiles import Line

CODES = {"IND": "IN", "PAK": "PK", "BLR": "BY", "UKR": "UA", "KOR": "KR", **borders.OWN_CODES, "SRB": "RS"}


def line(left, right, kind):
    facts = {"adm0_a3_l": left, "adm0_a3_r": right, "featurecla": kind}
    return Line(shapely.linestrings([(0, 0), (1, 1)]), facts)


LINES = [
    line("IND", "PAK", "Line of control (please verify)"),
    line("PAK", "IND", "International boundary (verify)"),
    line("UKR", "BLR", "International boundary (verify)"),
    line("SRB", "KOS", "Disputed (please verify)"),
    line("KOR", "KOR", "Overlay limit"),
    line("CNM", "CYN", "Line of control (please verify)"),
]


class Outlines:
    """Stands for the outlines: Belarus borders Ukraine, India Pakistan."""

    around = {"BY": ("UA",), "UA": ("BY", "IN"), "IN": ("PK", "UA"), "PK": ("IN",)}

    def neighbours(self, place):
        return self.around.get(place.country_code, ())


def test_lines_are_classed_by_pair_of_countries():
    assert borders.pairs(LINES, CODES) == {
        ("IN", "PK"): {"Line of control", "International boundary"},
        ("BY", "UA"): {"International boundary"},
        ("RS", "XK"): {"Disputed"},
    }


def test_neighbours_of_only_one_source_are_told():
    told = list(borders.faults(borders.pairs(LINES, CODES), Outlines()))
    assert "IN and UA are neighbours only in the outlines" in told
    assert "RS and XK are neighbours only by boundary line" in told
    assert not any(problem.startswith("BY and UA") for problem in told)


def test_a_line_that_we_call_unsettled_must_have_such_a_class():
    calm = borders.pairs([line("KOS", "SRB", "International boundary (verify)")], CODES)
    assert "we call the line between RS and XK unsettled, Natural Earth does not" in list(
        borders.faults(calm, Outlines())
    )
    disputed = borders.pairs(LINES, CODES)
    assert not any("RS and XK unsettled" in problem for problem in borders.faults(disputed, Outlines()))
