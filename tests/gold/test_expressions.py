"""The quality gate of expressions: our own cases (`expressions.py` says how they are written). The floor only rises."""

import re
from collections import Counter
from dataclasses import replace

import pytest

import geo
from geo.types import Article, Location, Mention, Place, Resolution, Story
from tests.benchmarks.continents import CONTINENTS
from tests.gold.cases import known, read
from tests.gold.expressions import CAUSES, FILE, PLAIN, alarms, answers, fault, figure, judged, per_10_000_words
from tests.stories import box, circle

CASES, TEXTS = read(FILE), [paragraph["text"] for paragraph in read(PLAIN)]
LOCATED = [case for case in CASES if case.get("located", True)]
FLOOR = 590
"""Cases that pass, at least; raise it with them."""

MOST_ALARMS = 2.0
"""Of 10,000 words of plain news; it only falls."""

LEAST_LOCATED, LEAST_UNKNOWN, LEAST_NAMES, LEAST_OF_A_SORT, LEAST_OF_A_CONTINENT = 240, 15, 10, 12, 15
LEAST_TEXTS, LEAST_WORDS = 45, 5000

SORTS = {
    "border", "coast", "river", "zone", "part", "region", "direction", "distance", "between", "near", "road", "name",
    "unknown",
}  # fmt: skip
LIVED_ON = sorted(set(CONTINENTS.values()) - {"Antarctica"})


def as_params(cases):
    for case in cases:
        yield pytest.param(case, id=f"{case['sort']}: {case['surface']} ({case['text'][:20]})", marks=known(case))


@pytest.mark.parametrize("case", list(as_params(CASES)))
def test_case(case, engine):
    wrong = fault(case, geo.parse(case["text"], engine))
    assert not wrong, wrong


def test_no_case_was_dropped_to_pass():
    assert sum(case["status"] == "pass" for case in CASES) >= FLOOR


def test_plain_news_raises_next_to_no_alarm(engine):
    found = [f"{m.surface} ({m.kind}): {text[:60]}" for text in TEXTS for m in alarms(geo.parse(text, engine))]
    assert per_10_000_words(len(found), TEXTS) <= MOST_ALARMS, found


# The files.


def test_there_are_enough_cases_of_every_sort():
    counted = Counter(case["sort"] for case in CASES)
    assert counted.keys() == SORTS and min(counted.values()) >= LEAST_OF_A_SORT
    assert len(LOCATED) >= LEAST_LOCATED
    assert counted["unknown"] >= LEAST_UNKNOWN and counted["name"] >= LEAST_NAMES


def test_there_are_cases_from_every_continent(engine):
    """By the town nearest to the first point."""
    gazetteer = engine.gazetteer
    continent = {country.country_code: name for id, name in CONTINENTS.items() for country in gazetteer.members(id)}
    firsts = [next(iter(case["inside"].values())) for case in LOCATED]
    nearest = [gazetteer.near(lat=lat, lon=lon, limit=1, feature_class="P") for lat, lon in firsts]
    counted = Counter(continent.get(town.country_code) for towns in nearest for _, town in towns)
    assert [name for name in LIVED_ON if counted[name] < LEAST_OF_A_CONTINENT] == []


def test_there_is_enough_plain_news():
    assert len(set(TEXTS)) == len(TEXTS) >= LEAST_TEXTS
    assert sum(len(text.split()) for text in TEXTS) >= LEAST_WORDS


def test_every_case_is_told_whole():
    assert len({(case["text"], case["surface"]) for case in CASES}) == len(CASES)
    assert [case["surface"] for case in CASES if case["text"].count(case["surface"]) != 1] == []
    assert {case["status"] for case in CASES} <= {"pass", "fail"}
    assert [case["surface"] for case in LOCATED if len(case["inside"]) < 2 or len(case["outside"]) < 2] == []
    bounds = [(case["surface"], [case[unit] for unit in ("km", "km2") if unit in case]) for case in LOCATED]
    assert [surface for surface, pairs in bounds if not pairs or any(low >= high for low, high in pairs)] == []


def test_nobody_knows_the_places_of_the_unknown(engine):
    unknown = [case["surface"] for case in CASES if case["sort"] == "unknown"]
    names = {name for surface in unknown for name in re.findall(r"[A-Z]\w+", surface)} - {"River"}
    assert len(names) >= LEAST_UNKNOWN and [name for name in names if engine.gazetteer.look_up(name)] == []


# The judge.

KYIV = {
    "sort": "direction",
    "text": "Pines grow to the north of Kyiv.",
    "surface": "to the north of Kyiv",
    "kind": "relation",
    "inside": {"15 km north": [50.585, 30.52], "25 km north": [50.675, 30.52]},
    "outside": {"20 km south": [50.27, 30.52], "Chernihiv": [51.506, 31.285]},
    "within_km": 2,
    "km2": [40, 25000],
    "status": "pass",
}
NORTH = Location(50.6, 30.52, box(30.2, 50.5, 30.8, 50.9))
BOW = {"type": "Polygon", "coordinates": [[[30, 50], [31, 51], [31, 50], [30, 51], [30, 50]]]}
SOMEWHERE = Place("relation:kyiv", "North of Kyiv", 50.6, 30.52)


def told(case, surface, location, *, kind="relation", place=SOMEWHERE, also=()):
    start = case["text"].index(surface)
    resolution = Resolution(place if location else None, 1.0)
    mention = Mention(start, start + len(surface), surface, kind, resolution=resolution, location=location)
    return Story(Article(case["text"]), (mention, *also))


def cause(case, *mention, **more):
    found = judged(case, told(case, *mention, **more))
    return found and found.cause


@pytest.mark.parametrize("surface", ["to the north of Kyiv", "the north of Kyiv", "north of Kyiv"])
def test_small_words_before_the_phrase_may_be_left_out(surface):
    assert fault(KYIV, told(KYIV, surface, NORTH)) is None


def test_an_anchor_alone_or_a_longer_phrase_is_no_answer():
    assert cause(KYIV, "Kyiv", NORTH) == cause(KYIV, "grow to the north of Kyiv", NORTH) == "missing"
    assert "'Kyiv' relation" in fault(KYIV, told(KYIV, "Kyiv", NORTH))


@pytest.mark.parametrize(
    ("wrong", "location"),
    [
        ("not located", None),
        ("no geometry", Location(50.6, 30.52)),
        ("not valid", Location(50.6, 30.5, BOW)),
        ("point", replace(NORTH, lat=50.3)),
        ("inside", Location(51.0, 30.5, box(30.2, 50.95, 30.8, 51.1))),
        ("outside", Location(50.5, 30.5, box(29.5, 50.0, 31.5, 51.0))),
        ("size", Location(50.63, 30.52, box(30.519, 50.58, 30.521, 50.68))),
        ("size", Location(50.585, 30.52, {"type": "LineString", "coordinates": [[30.52, 50.585], [30.52, 50.675]]})),
    ],
)  # fmt: skip
def test_what_is_drawn_wrongly_is_told(wrong, location):
    assert cause(KYIV, "north of Kyiv", location) == wrong


def test_a_point_with_a_radius_is_a_circle():
    assert cause(KYIV, "north of Kyiv", Location(50.65, 30.52, radius_km=15)) is None
    assert cause(KYIV, "north of Kyiv", Location(50.65, 30.52, radius_km=150)) == "outside"


def test_a_line_is_measured_where_a_line_will_do():
    line = Location(50.585, 30.52, {"type": "LineString", "coordinates": [[30.52, 50.585], [30.52, 50.675]]})
    assert cause({**KYIV, "km": [5, 15]}, "north of Kyiv", line) is None
    assert cause({**KYIV, "km": [50, 150]}, "north of Kyiv", line) == "size"


def test_another_kind_is_a_fault_unless_the_case_lets_it_pass():
    assert cause(KYIV, "north of Kyiv", NORTH, kind="name") == "kind"
    assert cause({**KYIV, "kind": ["name", "relation"]}, "north of Kyiv", NORTH, kind="name") is None


def test_the_best_of_several_answers_counts():
    whole = told(KYIV, "the north of Kyiv", NORTH).mentions
    assert judged(KYIV, told(KYIV, "north of Kyiv", None, also=whole)) is None
    assert len(list(answers(KYIV, told(KYIV, "north of Kyiv", None, also=whole)))) == 2


def test_what_nobody_knows_may_be_found_and_not_be_drawn():
    case = {**KYIV, "located": False}
    assert cause(case, "north of Kyiv", None) is None
    assert cause(case, "north of Kyiv", NORTH) == "located"


def test_a_name_must_not_be_cut():
    case = {**KYIV, "kind": "name", "surface": "north of Kyiv"}
    inner = Mention(27, 31, "Kyiv", "relation")
    assert cause(case, "north of Kyiv", NORTH, kind="name") is None
    assert cause(case, "north of Kyiv", NORTH, kind="name", also=(inner,)) == "cut"


def test_figures_are_measured_on_the_globe():
    """A circle of 100 km in Lapland, and a degree of a meridian."""
    lapland = figure(Location(68.0, 25.0, circle(68.0, 25.0, 100)))
    assert lapland.km2 == pytest.approx(31_200, rel=0.02) and lapland.dimensions == 2
    meridian = figure(Location(10, 20, {"type": "LineString", "coordinates": [[20, 10], [20, 11]]}))
    assert meridian.km == pytest.approx(111, rel=0.01) and meridian.off_km(10.5, 21) == pytest.approx(109.5, rel=0.01)


def test_distances_reach_over_the_antimeridian():
    fiji = figure(Location(-17, 179, box(178, -18, 179.9, -16)))
    assert fiji.off_km(-17, -179.9) == pytest.approx(0.2 * 106.4, rel=0.02)


def test_every_cause_that_the_judge_gives_is_listed():
    source = (FILE.parent / "expressions.py").read_text(encoding="utf8")
    assert set(re.findall(r'Fault\("([a-z ]+)"', source)) == set(CAUSES)


def test_alarms_are_counted_by_ten_thousand_words():
    found = alarms(told(KYIV, "north of Kyiv", NORTH, also=(Mention(27, 31, "Kyiv"),)))
    assert [mention.surface for mention in found] == ["north of Kyiv"]
    assert per_10_000_words(len(found), ["a b c d", "e"]) == 2000
