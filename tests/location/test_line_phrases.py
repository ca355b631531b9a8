"""The words around the mentions; which places they are does not matter here."""

import re

import pytest

from geo.location.line_phrases import line_phrases
from geo.types import Mention

FOUND = [
    ("Ships lay along the [Black Sea] coast.", "coast", "Black Sea coast", {"one": "Black Sea"}),
    ("Boats left [Libya]'s coast.", "coast", "Libya's coast", {"one": "Libya"}),
    ("It lay off the coast of [Yemen].", "coast", "off the coast of Yemen", {"one": "Yemen"}),
    ("It lay off [Libya]’s eastern coast.", "coast", "off Libya’s eastern coast", {"one": "Libya"}),
    (
        "On the [Mediterranean] coast of [Turkey] it rained.",
        "coast",
        "Mediterranean coast of Turkey",
        {"sea": "Mediterranean", "land": "Turkey"},
    ),
    (
        "On [Turkey]'s [Black Sea] coast it rained.",
        "coast",
        "Turkey's Black Sea coast",
        {"sea": "Black Sea", "land": "Turkey"},
    ),
    (
        "On [Morocco]'s [Atlantic coast] it rained.",
        "coast",
        "Morocco's Atlantic coast",
        {"sea": "Atlantic", "land": "Morocco"},
    ),
    ("The coast near [Odesa] is mined.", "coast", "coast near Odesa", {"near": "Odesa"}),
    (
        "Rain fell on coastal districts of northern [Peru].",
        "shoreland",
        "coastal districts of northern Peru",
        {"one": "Peru"},
    ),
    ("Crops failed in coastal [Kenya].", "shoreland", "coastal Kenya", {"one": "Kenya"}),
    ("A frigate entered [Libya]'s territorial waters.", "sovereign", "Libya's territorial waters", {"one": "Libya"}),
    ("Vines grow in the [Euphrates] valley.", "valley", "Euphrates valley", {"river": "Euphrates"}),
    (
        "It struck the [Mozambican] coast south of [Beira].",
        "coast",
        "Mozambican coast south of Beira",
        {"one": "Mozambican", "near": "Beira"},
    ),
    (
        "A ship was hit 60 miles off the [Yemeni] port of [Hodeidah].",
        "offshore",
        "60 miles off the Yemeni port of Hodeidah",
        {"one": "Hodeidah"},
    ),
    ("It sank 80 km up the coast from [Durban].", "coast", "80 km up the coast from Durban", {"near": "Durban"}),
    ("[Qatar] closed its airspace over the [Gulf].", "over", "airspace over the Gulf", {"one": "Gulf"}),
    ("It wants a 10-mile security strip along the border.", "beside", "10-mile security strip along the border", {}),
    (
        "A cordon around the chemical plant in [Baytown] held.",
        "around",
        "cordon around the chemical plant in Baytown",
        {"one": "Baytown"},
    ),
    ("They live on the shores of [Lake Victoria].", "coast", "shores of Lake Victoria", {"one": "Lake Victoria"}),
    ("A dinghy sank off [Lampedusa].", "offshore", "off Lampedusa", {"one": "Lampedusa"}),
    ("Sandbags lie along the [Dnieper].", "river", "along the Dnieper", {"river": "Dnieper"}),
    ("Carp is grilled on the banks of the [Tigris].", "river", "banks of the Tigris", {"river": "Tigris"}),
    ("The [Danube]'s left bank flooded.", "river", "Danube's left bank", {"river": "Danube"}),
    (
        "On the west bank of the [Dnieper] at [Kherson] it was calm.",
        "river",
        "west bank of the Dnieper at Kherson",
        {"river": "Dnieper", "near": "Kherson"},
    ),
    (
        "The [Rhine] between [Mainz] and [Koblenz] is narrow.",
        "river",
        "Rhine between Mainz and Koblenz",
        {"river": "Rhine", "near": "Mainz", "far": "Koblenz"},
    ),
    ("They shelled the border near [Sumy].", "border", "border near Sumy", {"near": "Sumy"}),
    (
        "They shelled the [Ukraine–Belarus border] near [Chernihiv].",
        "stretch",
        "Ukraine–Belarus border near Chernihiv",
        {"line": "Ukraine–Belarus border", "near": "Chernihiv"},
    ),
    ("[Ukraine]'s northern border is mined.", "facing", "Ukraine's northern border", {"one": "Ukraine"}),
    ("A no-fly zone over [Libya] was set.", "over", "no-fly zone over Libya", {"one": "Libya"}),
    (
        "A 30-km exclusion zone around the [Ignalina] nuclear power plant ended.",
        "around",
        "30-km exclusion zone around the Ignalina nuclear power plant",
        {"one": "Ignalina"},
    ),
    (
        "An evacuation zone of ten kilometres around [Cotopaxi] was drawn.",
        "around",
        "evacuation zone of ten kilometres around Cotopaxi",
        {"one": "Cotopaxi"},
    ),
    (
        "A buffer zone along the [Syrian border] was asked for.",
        "beside",
        "buffer zone along the Syrian border",
        {"line": "Syrian border"},
    ),
    (
        "The demilitarised zone between [Iraq] and [Kuwait] is empty.",
        "between",
        "demilitarised zone between Iraq and Kuwait",
        {"one": "Iraq", "other": "Kuwait"},
    ),
    ("It fell into [Japan]'s exclusive economic zone.", "waters", "Japan's exclusive economic zone", {"one": "Japan"}),
]
FOUND += [
    ("The mouth of the [Danube] froze.", "mouth", "mouth of the Danube", {"river": "Danube"}),
    ("The buffer zone in [Cyprus] is wide.", "inside", "buffer zone in Cyprus", {"one": "Cyprus"}),
    ("A no-fly zone over northern [Iraq] was kept.", "over", "no-fly zone over northern Iraq", {"one": "Iraq"}),
]

NOT_FOUND = [
    "[Brazil] coast to victory over [Chile].",
    "[Ghana] shores up its defence.",
    "The [Yemen] coast guard said so.",
    "Take the [Amalfi] coast road.",
    "It borders on [France].",
    "The Bank of [America] shut.",
    "Along the way to [Rome] they slept.",
    "Walk along the [Jordan] border fence and the [Danube] basin.",
    "[Miami]'s zone defence held.",
    "The border at [Kyiv]'s request was shut.",
    "Troops cut off [Gaza].",
    "Ships were called off. [Gaza] burned.",
    "A sale with 20 per cent off [Paris].",
    "[Libya]. Coast and hills.",
    "[Libya]\n\ncoast",
]


def folded(sentence: str) -> tuple[str, list[Mention]]:
    text, mentions = "", []
    for piece in re.split(r"(\[[^\[\]]*\])", sentence):
        name = piece.strip("[]") if piece.startswith("[") else None
        if name:
            mentions.append(Mention(len(text), len(text) + len(name), name))
        text += name or piece
    return text, mentions


@pytest.mark.parametrize(("sentence", "rule", "surface", "places"), FOUND)
def test_each_rule_finds_its_places(sentence, rule, surface, places):
    text, mentions = folded(sentence)
    (found,) = line_phrases(text, mentions)
    assert (found.rule, text[found.start : found.end]) == (rule, surface)
    assert {part: mention.surface for part, mention in found.places.items()} == places


@pytest.mark.parametrize("sentence", NOT_FOUND)
def test_other_uses_of_the_words_are_left_alone(sentence):
    assert line_phrases(*folded(sentence)) == []


def test_a_long_text_full_of_phrases_is_read_in_time():
    text, mentions = folded("[Homs] near [Homs], boats off [Homs] and along the [Homs] " * 1000)
    assert len(line_phrases(text, mentions)) == 3000


def test_what_is_said_besides_is_told():
    text = "off the north-western coast of [Yemen]; the [Danube]'s left bank; a five-mile buffer zone around [Homs]"
    coast, bank, zone = line_phrases(*folded(text))
    assert (coast.off, coast.side) == (True, "northwest")
    assert bank.bank == "left"
    assert (zone.sort, round(zone.km, 2)) == ("buffer", 8.05)


@pytest.mark.parametrize(
    ("sentence", "rule", "words", "km"),
    [
        ("A dredger lay 200 km off [Palawan] by night.", "offshore", "200 km off [Palawan]", 200),
        ("Two canoes were five miles off [Dakar].", "offshore", "five miles off [Dakar]", 8.05),
        ("It lies 30 km offshore from [Mombasa].", "offshore", "30 km offshore from [Mombasa]", 30),
        ("Along the upper [Mekong] it rained.", "reach", "upper [Mekong]", None),
        ("The headwaters of the [Nile] are disputed.", "source", "headwaters of the [Nile]", None),
        ("Sturgeon swim in the [Volga] delta.", "delta", "[Volga] delta", None),
    ],
)
def test_distances_off_places_and_parts_of_rivers_are_read(sentence, rule, words, km):
    (found,) = line_phrases(*folded(sentence))
    text = sentence.replace("[", "").replace("]", "")
    assert (found.rule, text[found.start : found.end]) == (rule, words.replace("[", "").replace("]", ""))
    assert found.km == (km and pytest.approx(km, rel=0.01))
