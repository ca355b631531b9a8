import csv
import dataclasses
import re
from functools import cache

import pytest

from geo.errors import DataError
from geo.gazetteer import Gazetteer, key
from geo.gazetteer.layered import Layered
from geo.resolution.outlet import TABLE, Outlet, Outlets
from geo.types import Article


@cache
def gazetteer():
    return Gazetteer()


@cache
def shipped():
    return Outlets.load()


def home(source):
    return shipped().home(source, gazetteer())


# What a source tells.


@pytest.mark.parametrize(
    "source",
    [
        "https://www.americanpress.com/story/1",
        "americanpress.com",
        "http://sports.americanpress.com/",
        "American Press",
        "the american press",
    ],
)
def test_an_outlet_of_the_table_is_at_home_in_its_town(source):
    found = home(source)
    assert found.countries == {"US": 1.0} and found.divisions == {"US.LA": 1.0}
    assert found.told == "americanpress.com is an outlet of Lake Charles, Louisiana"
    ((lat, lon, weight),) = found.points
    assert (round(lat), round(lon), weight) == (30, -93, 1.0)
    assert (found.origin, found.reach) == ("table", "local")


@pytest.mark.parametrize(
    "known",
    [
        {"source": "saved/page.html", "address": "https://www.americanpress.com/story/1"},
        {"source": "saved/page.html", "outlet": "American Press"},
        {"address": "https://news.example/1", "outlet": "American Press"},
        {"source": "https://www.americanpress.com/story/1", "outlet": "The Paris News"},
    ],
)
def test_an_article_s_readers_are_told_by_its_source_its_address_or_its_outlet(known):
    assert shipped().home_of(Article("", **known), gazetteer()).divisions == {"US.LA": 1.0}


@pytest.mark.parametrize(
    "known", [{}, {"source": "a.txt"}, {"address": "https://www.reuters.com/1", "outlet": "Texas News"}]
)
def test_an_article_may_be_for_readers_anywhere(known):
    assert shipped().home_of(Article("", **known), gazetteer()) is None


def test_a_national_outlet_is_at_home_in_its_country_and_no_town():
    found = home("https://www.theguardian.com/uk")
    assert (found.countries, found.divisions, found.points) == ({"GB": 1.0}, {}, ())
    assert found.told == "theguardian.com is an outlet of United Kingdom"


def test_an_agency_of_the_world_is_at_home_nowhere():
    assert home("https://www.reuters.com/article") is None
    assert home("https://uk.reuters.com/article") is None


def test_the_row_of_the_table_wins_over_the_larger_town_of_the_name():
    assert home("http://www.marshallindependent.com/").divisions == {"US.MN": 1.0}


def test_a_name_that_several_outlets_share_has_several_homes():
    rows = [
        Outlet("one.example.com", "The Gazette", "Paris", "US.TX", "US", "local"),
        Outlet("two.example.com", "Gazette", "Lyon", "FR.84", "FR", "local"),
    ]
    found = Outlets.of(rows).home("The Gazette", gazetteer())
    assert found.countries == {"US": 0.5, "FR": 0.5}
    assert found.told == "The Gazette is an outlet of Paris, Texas or Lyon, Auvergne-Rhône-Alpes"


def test_a_place_in_the_address_is_told_with_all_its_namesakes():
    found = home("http://www.lamarcountyexample-news.com")
    assert found is None
    found = home("http://www.lamarcountynews.com")
    assert {"US.TX", "US.MS", "US.GA", "US.AL"} == set(found.divisions)
    assert sum(found.divisions.values()) == pytest.approx(1.0)
    assert found.countries == {"US": pytest.approx(1.0)} and found.origin == "name"


def test_the_label_of_a_country_chooses_among_namesakes():
    assert home("http://londonnews.ca").divisions == {"CA.08": 1.0}
    assert home("http://londonnews.co.uk").divisions["GB.ENG"] > 0.9


def test_the_label_of_a_country_alone_tells_the_country():
    found = home("http://qwertyuiop.co.ke/1")
    assert (found.countries, found.divisions, found.points, found.origin) == ({"KE": 1.0}, {}, (), "label")
    assert found.told == "qwertyuiop.co.ke is an address of Kenya"


def test_a_town_that_is_the_last_label_tells_itself():
    assert home("https://qwertyuiop.berlin").countries == {"DE": 1.0}


def test_a_label_that_is_no_country_tells_nothing():
    assert home("http://qwertyuiop.zz") is None


def test_a_name_of_a_country_or_division_has_no_town():
    india, kentucky = home("http://indiatodaynews.com"), home("http://www.kentuckynews.com")
    assert max(india.countries, key=india.countries.get) == "IN"
    assert kentucky.divisions["US.KY"] > 0.9


HOSTILE = [
    *(
        None,
        7,
        b"http://bbc.co.uk",
        [],
        {},
        object(),
        "",
        " \n",
        "\0",
        "\ud800",
        "🗞" * 50,
        "a" * 10**6,
        "http://" + "a." * 10**5,
    ),
    *("http://[::1]/", "http://%00.uk", "http://a.uk\r\nSet-Cookie: x", "<b>Paris</b> News", "'; DROP TABLE names; --"),
    *(
        "../../etc/passwd",
        "http://" + "newsofthe" * 6 + ".com",
        "http://" + "a" * 63 + ".com",
        "x:y",
        "://",
        "//",
        "@",
        ".",
    ),
]


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: ascii(source)[:24])
def test_an_odd_source_raises_nothing_and_none_of_it_is_repeated(source):
    found = home(source)
    assert found is None or not re.search(r"[<>'\0\r\n]", found.told)


def test_the_path_of_a_file_says_nothing():
    assert home("/home/paris/texas/chicago.txt") is None
    assert home("data/articles/london-news.txt") is None


def test_a_home_is_frozen_and_the_same_every_time():
    found = home("http://www.lamarcountynews.com")
    assert found == home("http://www.lamarcountynews.com")
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.told = ""


def test_a_users_own_places_move_no_outlet():
    class Nowhere:
        def look_up(self, name):
            raise AssertionError(name)

    assert shipped().home("americanpress.com", Layered(gazetteer(), Nowhere())) == home("americanpress.com")


def test_a_gazetteer_without_the_town_still_tells_country_and_division():
    row = Outlet("example.com", "Example", "Zzyzxqq", "US.CA", "US", "local")
    found = Outlets.of([row]).home("example.com", gazetteer())
    assert (found.countries, found.divisions, found.points) == ({"US": 1.0}, {"US.CA": 1.0}, ())


# The table.


def test_a_missing_or_foreign_table_is_told(tmp_path):
    with pytest.raises(DataError, match="missing"):
        Outlets.load(tmp_path / "none.csv")
    for content in ("a,b\n1,2\n", "domain,name,town,adm1,country_code,reach\na.b,A,Paris,,FR,galaxy\n"):
        (tmp_path / "odd.csv").write_text(content, encoding="utf-8")
        with pytest.raises(DataError, match="no table of outlets"):
            Outlets.load(tmp_path / "odd.csv")


def test_every_outlets_town_is_in_the_gazetteer():
    rows = shipped().by_domain.values()
    assert [(row.domain, row.town) for row in rows if row.home_town(gazetteer()) is None] == []


def test_every_row_has_the_division_of_its_town():
    rows = shipped().by_domain.values()
    assert [row.domain for row in rows if row.home_town(gazetteer()).adm1_code != row.adm1_code] == []


def test_every_row_tells_the_home_that_it_lists():
    for row in shipped().by_domain.values():
        found = home(f"https://www.{row.domain}/2026/11/story")
        if row.reach == "world":
            assert found is None, row.domain
            continue
        assert (found.origin, found.reach, found.countries) == ("table", row.reach, {row.country_code: 1.0}), row.domain
        assert (len(found.points) == 1) == (row.reach == "local"), row.domain
        told_division = row.adm1_code if row.reach != "national" else None
        assert list(found.divisions) == ([told_division] if told_division else []), row.domain


def test_the_table_knows_a_thousand_outlets_of_every_continent_and_every_state():
    rows = shipped().by_domain.values()
    countries = {row.country_code for row in rows}
    states = {row.adm1_code for row in rows if row.country_code == "US"}
    assert len(rows) >= 1000 and len(countries) >= 120 and len(states) == 51
    assert {"NG", "ZA", "IN", "JP", "IR", "KZ", "FR", "PL", "BR", "PE", "MX", "JM", "AU", "FJ"} <= countries


def test_the_table_is_sorted_by_country_and_domain():
    order = [(row["country_code"], row["domain"]) for row in csv.DictReader(TABLE.open(encoding="utf-8"))]
    assert order == sorted(order)


@pytest.mark.parametrize(
    "word", ["news", "The News", "record", "report", "today", "world", "state", "item", "The Star"]
)
def test_a_word_that_many_outlets_are_called_is_none_of_their_homes(word):
    assert home(word) is None


def lines():
    return TABLE.read_text(encoding="utf-8").splitlines()[1:]


def test_no_domain_stands_twice_and_each_is_in_small_letters():
    domains = [line.partition(",")[0] for line in lines()]
    assert len(domains) == len(set(domains)) == len(shipped().by_domain)
    assert [
        d for d in domains if not re.fullmatch(r"(?!www\.)[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+", d)
    ] == []


def test_no_outlet_is_a_part_of_another_at_the_same_home():
    table = shipped().by_domain
    for domain, row in table.items():
        above = [table[rest] for rest in parents(domain) if rest in table]
        assert all((row.town, row.reach) != (other.town, other.reach) for other in above), domain


def parents(domain):
    parts = domain.split(".")
    return [".".join(parts[first:]) for first in range(1, len(parts) - 1)]


def test_no_outlet_of_a_town_has_two_rows_of_one_name():
    rows = [(key(row.name), row.town, row.country_code) for row in shipped().by_domain.values()]
    assert [row for row in rows if rows.count(row) > 1] == []
