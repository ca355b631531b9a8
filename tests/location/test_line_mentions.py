"""Own sentences, the expression that must be found in each, and the line or zone that it means."""

import pytest
from shapely.geometry import shape

from geo.location import Shapes, lines, locate
from geo.types import Article, Mention
from tests.location.waters import Waters, marked

FOUND = [
    (
        "Ships lay along the [Black Sea] coast.",
        "Black Sea coast",
        "relation",
        "coast:dateline:black-sea",
        (46.4, 30.76),
    ),
    (
        "They live on the northern shore of [Lake Victoria].",
        "northern shore of Lake Victoria",
        "relation",
        "coast:dateline:lake-victoria:north",
        (0.2, 32.6),
    ),
    ("Boats left [Libya]'s coast.", "Libya's coast", "relation", "coast:country:LY", (32.9, 13.2)),
    ("It lay off the coast of [Yemen].", "off the coast of Yemen", "relation", "waters:country:YE", (14.5, 42.6)),
    ("It lay off the [Libyan] coast.", "off the Libyan coast", "relation", "waters:country:LY", (33.3, 13.5)),
    (
        "On the [Mediterranean] coast of [Turkey] it rained.",
        "Mediterranean coast of Turkey",
        "relation",
        "coast:geonames:298795/dateline:mediterranean-sea",
        (36.88, 30.7),
    ),
    (
        "On [Turkey]'s [Black Sea] coast it rained.",
        "Turkey's Black Sea coast",
        "relation",
        "coast:geonames:298795/dateline:black-sea",
        (41.0, 39.7),
    ),
    (
        "On [Morocco]'s [?Atlantic coast] it rained.",
        "Morocco's Atlantic coast",
        "relation",
        "coast:country:MA/dateline:atlantic-ocean",
        (33.6, -7.6),
    ),
    (
        "In [Morocco] the [Atlantic] coast was hit.",
        "Atlantic coast",
        "relation",
        "coast:country:MA/dateline:atlantic-ocean",
        (33.6, -7.6),
    ),
    (
        "On [Libya]'s eastern coast it rained.",
        "Libya's eastern coast",
        "relation",
        "coast:country:LY:east",
        (32.1, 24.0),
    ),
    (
        "The coast near [Odesa] is mined.",
        "coast near Odesa",
        "relation",
        "coast:geonames:690791:geonames:698740",
        (46.4, 30.76),
    ),
    ("A dinghy sank off [Odesa].", "off Odesa", "relation", "waters:geonames:690791:geonames:698740", (46.3, 30.9)),
    ("Sandbags lie along the [Dnieper].", "along the Dnieper", "relation", "course:dateline:dnieper", (47.8, 35.1)),
    (
        "Guns stood on the west bank of the [Dnieper] at [Kherson].",
        "west bank of the Dnieper at Kherson",
        "relation",
        "course:dateline:dnieper:west:geonames:706448",
        (46.62, 32.6),
    ),
    (
        "The [Dnieper] between [Dnipro] and [Kherson] froze.",
        "Dnieper between Dnipro and Kherson",
        "relation",
        "course:dateline:dnieper:geonames:709930:geonames:706448",
        (47.5, 34.4),
    ),
    (
        "Ice lay on the [Dnieper] near [Kherson].",
        "Dnieper near Kherson",
        "relation",
        "course:dateline:dnieper:geonames:706448",
        (46.62, 32.6),
    ),
    (
        "On the [Ukrainian] side of the [Dnieper].",
        "Ukrainian side of the Dnieper",
        "relation",
        "course:dateline:dnieper:geonames:690791",
        (47.8, 35.1),
    ),
    (
        "It froze where the [Dnieper] flows into the [Black Sea].",
        "where the Dnieper flows into the Black Sea",
        "relation",
        "mouth:dateline:dnieper",
        (46.5, 32.3),
    ),
    (
        "It lay just off the coast of [Yemen].",
        "just off the coast of Yemen",
        "relation",
        "waters:country:YE:just",
        (14.5, 42.7),
    ),
    (
        "The coast of [Ukraine] from [Odesa] to [Kherson].",
        "coast of Ukraine from Odesa to Kherson",
        "relation",
        "coast:geonames:690791:geonames:698740:geonames:706448",
        (46.6, 31.3),
    ),
    (
        "They met where [Ukraine], [Belarus] and [Russia] meet.",
        "where Ukraine, Belarus and Russia meet",
        "border",
        "meeting:geonames:690791:geonames:630336:geonames:2017370",
        (52.11, 31.78),
    ),
    (
        "[Japan] patrols its exclusive economic zone.",
        "its exclusive economic zone",
        "zone",
        "waters:eez:geonames:1861060",
        (33.0, 142.0),
    ),
    (
        "The coast between [Odesa] and [Kherson] is mined.",
        "coast between Odesa and Kherson",
        "relation",
        "coast:geonames:690791:geonames:698740:geonames:706448",
        (46.6, 31.3),
    ),
    ("[Ukraine] has mined its northern border.", "its northern border", "border", "border:UA:north", (51.6, 28.3)),
    (
        "A five-kilometre cordon around the port of [Odesa] fell.",
        "five-kilometre cordon around the port of Odesa",
        "zone",
        "zone:cordon:geonames:698740:5",
        (46.48, 30.74),
    ),
    (
        "A safe zone in northern [Libya] was asked for.",
        "safe zone in northern Libya",
        "zone",
        "zone:safe:in:country:LY:north",
        (30.9, 17.0),
    ),
    ("They shelled the border near [Sumy].", "border near Sumy", "border", "border:UA:geonames:692194", (51.2, 35.1)),
    (
        "They mined the [Ukraine]–[Belarus] border near [Chernihiv].",
        "Ukraine–Belarus border near Chernihiv",
        "border",
        "border:BY-UA:geonames:710735",
        (51.9, 30.7),
    ),
    (
        "They crossed the [Durand Line] near [Spin Boldak].",
        "Durand Line near Spin Boldak",
        "border",
        "dateline:durand-line:geonames:1123906",
        (30.95, 66.4),
    ),
    ("[Ukraine]'s northern border is mined.", "Ukraine's northern border", "border", "border:UA:north", (51.6, 28.3)),
    ("The northern border of [Chad] is sand.", "northern border of Chad", "border", "border:TD:north", (21.46, 20.0)),
    ("A no-fly zone over [Libya] was set.", "no-fly zone over Libya", "zone", "zone:no-fly:country:LY", (27.0, 17.0)),
    (
        "A 10-km exclusion zone around the [Zaporizhzhia] nuclear power plant began.",
        "10-km exclusion zone around the Zaporizhzhia nuclear power plant",
        "zone",
        "zone:exclusion:dateline:zaporizhzhia-nuclear-power-plant:10",
        (47.51, 34.59),
    ),
    (
        "The [Kharkiv] exclusion zone is empty.",
        "Kharkiv exclusion zone",
        "zone",
        "zone:exclusion:geonames:706483:30",
        (50.2, 36.3),
    ),
    (
        "A buffer zone along the [Syrian] border was asked for in [Turkey].",
        "buffer zone along the Syrian border",
        "zone",
        "zone:buffer:border:SY-TR:10",
        (36.7, 37.1),
    ),
    (
        "A demilitarised zone between [Sudan] and [South Sudan] was drawn.",
        "demilitarised zone between Sudan and South Sudan",
        "zone",
        "zone:demilitarised:border:SD-SS:10",
        (9.5, 28.5),
    ),
    (
        "It fell into [Japan]'s exclusive economic zone.",
        "Japan's exclusive economic zone",
        "zone",
        "waters:eez:geonames:1861060",
        (33.0, 142.0),
    ),
]
FOUND += [
    ("The mouth of the [Dnieper] froze.", "mouth of the Dnieper", "relation", "mouth:dateline:dnieper", (46.5, 32.3)),
    (
        "A no-fly zone over northern [Iraq] was kept.",
        "no-fly zone over northern Iraq",
        "zone",
        "zone:no-fly:geonames:99237:north",
        (36.3, 43.1),
    ),
    (
        "The buffer zone in [Cyprus] is wide.",
        "buffer zone in Cyprus",
        "zone",
        "dateline:cyprus-buffer-zone",
        (35.1, 33.3),
    ),
]

NOT_DRAWN = [
    (
        "It lay off the coast of [?Mirandelia].",
        "off the coast of Mirandelia",
        "relation",
        "“Mirandelia” is not resolved",
    ),
    (
        "They stood on the banks of the [?Ulmbrecht].",
        "banks of the Ulmbrecht",
        "relation",
        "“Ulmbrecht” is not resolved",
    ),
    ("The coast of [Nepal] is a joke.", "coast of Nepal", "relation", "Nepal has no coast on the map"),
    (
        "The [Black Sea] coast of [Libya] is a joke.",
        "Black Sea coast of Libya",
        "relation",
        "Libya has no coast on the Black Sea on the map",
    ),
    (
        "A no-fly zone over [?Grellandia] was set.",
        "no-fly zone over Grellandia",
        "zone",
        "“Grellandia” is not resolved",
    ),
    (
        "A demilitarised zone between [Libya] and [Yemen] is a joke.",
        "demilitarised zone between Libya and Yemen",
        "zone",
        "share no land boundary",
    ),
    (
        "They shelled the [Ukraine]–[Belarus] border near [Odesa].",
        "Ukraine–Belarus border near Odesa",
        "border",
        "nowhere within 100 km of Odesa",
    ),
    ("The [Atlantic] coast is long.", "Atlantic coast", "relation", "nothing before it says whose Atlantic coast"),
    ("[Japan]'s northern border is water.", "Japan's northern border", "border", "no land boundary in the north"),
]

NOT_ONE = [
    "The [Milan] coast was in fashion.",
    "He strolled along [Libya].",
    "She walked along the [Odesa].",
    "The border near [Dnipro] was quiet.",
    "The Bank of [Libya] shut.",
    "The [Libya] exclusion zone was denied.",
    "He looked eastern [Odesa] over.",
]


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


def read(sentence: str, shapes: Shapes) -> list[Mention]:
    text, mentions = marked(sentence)
    located = locate(Article(text), mentions, shapes, Waters())
    assert all(text[mention.start : mention.end] == mention.surface for mention in located)
    assert locate(Article(text), located, shapes, Waters()) == located
    return [mention for mention in located if mention.kind in ("border", "zone", "relation")]


@pytest.mark.parametrize(("sentence", "surface", "kind", "id", "beside"), FOUND)
def test_an_expression_is_found_whole_and_drawn(sentence, surface, kind, id, beside, shapes):
    found = next(mention for mention in read(sentence, shapes) if mention.surface == surface)
    assert (found.kind, found.place.id) == (kind, id), found.resolution.reasons
    drawn = shape(found.location.geometry)
    assert drawn.is_valid and not drawn.is_empty
    assert drawn.distance(shape({"type": "Point", "coordinates": [found.location.lon, found.location.lat]})) < 1e-9
    assert lines.distance_km(drawn, lat=beside[0], lon=beside[1]) < 25
    assert 0 < found.confidence <= 0.9 and found.resolution.reasons


@pytest.mark.parametrize(("sentence", "surface", "kind", "reason"), NOT_DRAWN)
def test_what_cannot_be_drawn_stays_as_text_and_says_why(sentence, surface, kind, reason, shapes):
    found = next(mention for mention in read(sentence, shapes) if mention.surface == surface)
    assert found.kind == kind and found.place is None and found.location is None
    assert reason in found.resolution.reasons[0]


@pytest.mark.parametrize("sentence", NOT_ONE)
def test_words_that_only_look_like_an_expression_are_none(sentence, shapes):
    assert [mention.surface for mention in read(sentence, shapes) if mention.kind != "relation"] == []


def test_a_stretch_takes_the_place_of_the_whole_border_and_a_zone_does_not(shapes):
    stretch = read("They mined the [Ukraine]–[Belarus] border near [Chernihiv].", shapes)
    assert [mention.surface for mention in stretch] == ["Ukraine–Belarus border near Chernihiv"]
    zone = read("A buffer zone along the [Ukraine]–[Belarus] border was drawn.", shapes)
    assert [mention.surface for mention in zone] == [
        "buffer zone along the Ukraine–Belarus border",
        "Ukraine–Belarus border",
    ]


def test_a_stated_size_is_kept_and_an_assumed_one_is_told(shapes):
    (told,) = read("A five-mile buffer zone around [Kharkiv] was drawn.", shapes)
    assert told.location.radius_km == pytest.approx(8.05, abs=0.01) and "as the text says" in told.resolution.reasons[0]
    (assumed,) = read("A buffer zone around [Kharkiv] was drawn.", shapes)
    assert assumed.location.radius_km == 10 and "assumed" in assumed.resolution.reasons[0]
    (waters,) = read("It lay off the coast of [Yemen].", shapes)
    assert waters.location.radius_km == 100 and "assumed" in waters.resolution.reasons[0]


def test_the_neighbours_of_a_side_are_told_by_their_share(shapes):
    (found,) = read("[Chad]'s northern border is sand. ", shapes)
    assert "neighbours in the north" in found.resolution.reasons[0]
