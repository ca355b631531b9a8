from geo.geonames import divisions, inputs
from geo.geonames.blocks import Failures
from tests.geonames import dump


def test_codes_lead_to_numbers_and_names_and_bad_lines_are_counted(tmp_path):
    dump.write(tmp_path, admin1CodesASCII=dump.FIRST_LEVEL + "BY.03\tGrodno\n" + "BY.04\tMinsk\tMinsk\tmany\n")
    failures = Failures()
    found = divisions.read(inputs.find(tmp_path)[inputs.FIRST_LEVEL], failures)
    assert found["BY.02"] == (628281, "Gomel Oblast") and "BY.03" not in found and "BY.04" not in found
    assert failures.count == 2
