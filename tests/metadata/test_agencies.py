from geo.metadata.agencies import AGENCIES, agency_of


def test_an_agency_is_known_by_its_sign_and_by_its_name_whatever_the_capitals():
    assert agency_of("AP") == agency_of(" the associated press ") == "Associated Press"
    assert agency_of("REUTERS") == "Reuters" and agency_of("The Daily Lantern") is None and agency_of("") is None


def test_every_agency_is_called_by_one_name():
    assert {agency_of(sign) for sign in AGENCIES} == set(AGENCIES.values())
