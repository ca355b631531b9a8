from geo.geonames.known import COUNTRY, DIVISION, REGION, THERE, Known


def test_a_place_is_there_and_others_are_not():
    known = Known()
    known.add(703448, "P.PPLC")
    assert known[703448] == THERE
    assert known[703447] == known[999_999_999] == known[-1] == 0


def test_divisions_regions_and_countries_are_told_apart():
    known = Known()
    known.add(1, "A.ADM1")
    known.add(2, "L.CONT")
    known.add(3, "A.PCLI")
    known.add(4, None)
    assert [known[n] for n in (1, 2, 3, 4)] == [THERE | DIVISION, THERE | REGION, THERE | COUNTRY, THERE]


def test_numbers_of_our_own_are_not_noted():
    known = Known()
    known.add(-1, "H.SEA")
    assert known[-1] == 0
