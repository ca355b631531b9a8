from dataclasses import replace

import pytest

from geo.project import Filter
from geo.project.conditions import of_articles, of_mentions
from geo.types import Place
from tests.project.made import told

TOWNS = {
    "Austin": Place("1", "Austin", 30.3, -97.7, "US", "P.PPLA", adm1_code="US.TX", adm2_code="US.TX.453"),
    "Dallas": Place("2", "Dallas", 32.8, -96.8, "US", "P.PPL", adm1_code="US.TX", adm2_code="US.TX.113"),
    "Suva": Place("3", "Suva", -18.1, 178.4, "FJ", "P.PPLC"),
    "Apia": Place("4", "Apia", -13.8, -171.8, "WS", "P.PPLC"),
}
TEXAS = Place("5", "Texas", 31.2, -99.2, "US", "A.ADM1", adm1_code="US.TX")
TRAVIS = Place("6", "Travis County", 30.3, -97.8, "US", "A.ADM2", adm1_code="US.TX", adm2_code="US.TX.453")
STATES = Place("7", "United States", 39.8, -98.5, "US", "A.PCLI")
PACIFIC = Place("8", "Pacific", 0, -160, None, "H.OCN", bbox=(120, -60, -120, 60))
GULF = Place("9", "Gulf", 29, -95, None, "H.GULF", bbox=(-98, 29, -94, 31))


@pytest.mark.parametrize(
    ("place", "names"),
    [
        (STATES, "Austin Dallas"), (TEXAS, "Austin Dallas"), (TRAVIS, "Austin"), (TOWNS["Suva"], "Suva"),
        (PACIFIC, "Suva Apia"), (GULF, "Austin"), (replace(TEXAS, adm1_code=None), ""), (Place("x", "x", 0, 0), ""),
        (replace(TEXAS, id="\ud800"), "Austin Dallas"),
    ],
)  # fmt: skip
def test_a_place_keeps_what_lies_inside_it_by_code_or_by_box(project, place, names):
    made = told(" ".join(f"[{name}|kyiv]" for name in TOWNS), "a")
    located = (
        replace(mention, resolution=replace(mention.resolution, place=TOWNS[mention.surface]))
        for mention in made.mentions
    )
    project.add([replace(made, mentions=tuple(located))])
    assert [row.surface for row in project.mentions(Filter(place=place))] == names.split()


BORDERS = (
    "border:SD-TD", "border:GT-MX+MX-US.TX", "border:TR:north", "border:SD-geonames:1", "dateline:near:2-km:border:IL-LB",
    "geonames:366755", "meeting:SD:TD",
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (Filter(countries=("SD",)), (0, 3)),
        (Filter(countries=("TD", "TR")), (0, 2)),
        (Filter(countries=("US",)), (1,)),
        (Filter(countries=("LB",)), (4,)),
        (Filter(countries=("KM",)), ()),
        (Filter(countries=("%", "_D", "-", "")), ()),
        (Filter(place=replace(STATES, country_code="TD")), (0,)),
        (Filter(place=STATES), (1,)),
        (Filter(place=TEXAS), (1,)),
        (Filter(place=replace(TEXAS, adm1_code="MX.TX")), ()),
    ],
)
def test_a_border_is_kept_by_both_its_sides(project, asked, kept):
    made = told(" ".join(f"[{number}|border]" for number in range(len(BORDERS))), "a")
    lines = (
        replace(mention, resolution=replace(mention.resolution, place=replace(mention.place, id=id)))
        for mention, id in zip(made.mentions, BORDERS, strict=True)
    )
    project.add([replace(made, mentions=tuple(lines))])
    assert tuple(int(row.surface) for row in project.mentions(asked)) == kept


def test_what_people_typed_is_only_a_value(connection):
    typed = "x'); DROP TABLE articles; --"
    asked = Filter(text=typed, place=typed, countries=(typed,), outlets=(typed,), articles=(typed,), languages=(typed,))
    sql = " ".join(str(condition) for condition in of_mentions(connection, asked))
    assert "DROP" not in sql


def test_without_a_filter_an_article_need_only_be_there():
    assert len(of_articles(Filter())) == 1
