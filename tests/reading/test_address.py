from pathlib import Path

import pytest

from geo.reading.address import is_address, refusal


@pytest.mark.parametrize("source", ["http://a", "https://a.org/b", "HTTPS://A", "ftp://a", "file:///etc/passwd"])
def test_schemes_that_people_paste_are_addresses(source):
    assert is_address(source)


def test_an_address_that_went_through_a_path_is_still_one():
    assert is_address(str(Path("https://example.org/a")))


@pytest.mark.parametrize("source", ["article.txt", "./http.txt", "C:/texts/a.txt", "https", "notes: http://a"])
def test_names_of_files_are_no_addresses(source):
    assert not is_address(source)


def test_the_refusal_keeps_line_breaks_out_of_its_line():
    assert "\n" not in str(refusal("https://example.org/\nevil"))
