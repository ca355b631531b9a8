import re

import pytest

from geo.exporting import iris
from geo.types import Article, Place

URN = re.compile(r"urn:uuid:[0-9a-f-]{36}")


@pytest.mark.parametrize(
    ("id", "address"),
    [
        ("geonames:625144", "https://sws.geonames.org/625144/"),
        ("wikidata:Q64", "http://www.wikidata.org/entity/Q64"),
        ("wd:Q64", "http://www.wikidata.org/entity/Q64"),
    ],
)
def test_a_place_of_a_register_has_its_address(id, address):
    assert iris.of_place(Place(id, "X", 0, 0)) == iris.linked(Place(id, "X", 0, 0)) == address


@pytest.mark.parametrize(
    "id", ["dateline:zone", "geonames:", "geonames:1/../2", "geonames:²", "wikidata:64", "\ud800", ""]
)
def test_another_place_has_a_name_made_from_its_id(id):
    assert URN.fullmatch(iris.of_place(Place(id, "X", 0, 0)))
    assert iris.linked(Place(id, "X", 0, 0)) is None


def test_an_article_is_named_by_its_web_address():
    assert iris.of_article(Article("x", "a", source="s", address="https://a.org/b?c=d#e")) == "https://a.org/b?c=d#e"
    assert iris.of_article(Article("x", "a", source="http://a.org")) == "http://a.org"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "https://a b", 'https://a"b', "https://a<b", "https://\ud800", "https://" + "a" * 3000, ""],
)
def test_an_address_that_is_none_is_not_used(address):
    assert URN.fullmatch(iris.of_article(Article("x", "a", address=address)))


def test_the_same_parts_have_the_same_name_and_others_another():
    assert iris.made("a", 1) == iris.made("a", 1) != iris.made("a", 2)
    assert iris.made("a", "b") != iris.made("ab")
    assert iris.of_article(Article("one")) != iris.of_article(Article("two"))
