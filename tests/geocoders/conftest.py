import pytest

from geo.geocoders import Dateline


@pytest.fixture(scope="session")
def geocoder():
    """The geocoder as shipped."""
    return Dateline()
