"""The words around the mentions; which places they are does not matter here."""

import re

import pytest

from geo.location.relation_phrases import relations
from geo.types import Mention


def marked(sentence):
    """The sentence without its brackets and a mention for each bracketed stretch, whichever place it may be."""
    text, mentions = "", []
    for piece in re.split(r"(\[[^\[\]]*\])", sentence):
        name = piece.strip("[]")
        if piece.startswith("["):
            mentions.append(Mention(len(text), len(text) + len(name), name))
        text += name
    return text, mentions


FOUND = [
    ("Shells fell [30 km (19 miles) north of Kyiv] on Monday.", "Kyiv", "offset"),
    ("Wells lie [some 30 kilometres north-east of the city of Mosul].", "Mosul", "offset"),
    ("A quake struck [10 km NNE of Ridgecrest].", "Ridgecrest", "offset"),
    ("Goats graze [near Kandahar's airport].", "Kandahar", "near"),
    ("They met in a [suburb of Katy].", "Katy", "rim"),
    ("Rain fell on [western Kharkiv oblast].", "Kharkiv", "part"),
    ("It is [four and a half kilometres south of Tamale].", "Tamale", "offset"),
    ("A hut [a kilometre and a half south of Sidon] burnt.", "Sidon", "offset"),
    ("They camp [an hour's drive west of Lagos].", "Lagos", "offset"),
    ("It is [30 km to the south of the capital, Kyiv].", "Kyiv", "offset"),
    ("A farm [about 12 miles outside Raleigh] burnt.", "Raleigh", "ring"),
    ("The lake is [two hours' drive from Lagos].", "Lagos", "ring"),
    ("All schools [within 50 km of Kherson] closed.", "Kherson", "within"),
    ("They dug in [just south of Bakhmut].", "Bakhmut", "toward"),
    ("The dam lies [to the west of Homs].", "Homs", "toward"),
    ("A village lies [between Mosul and Erbil].", "Mosul Erbil", "between"),
    ("A bus broke down [halfway between Lima and Ica].", "Lima Ica", "between"),
    ("They drove on the [road from Baghdad to Mosul].", "Baghdad Mosul", "road"),
    ("They hold the [road south from Goma to Bukavu].", "Goma Bukavu", "road"),
    ("Trucks wait on the [M4 motorway linking Aleppo with Latakia].", "Aleppo Latakia", "road"),
    ("It blew in the [south and west of Ireland].", "Ireland", "part"),
    ("Snow closed the [Kyiv–Zhytomyr highway].", "Kyiv Zhytomyr", "road"),
    ("Snow closed [Interstate 5 between Sacramento and Redding].", "Sacramento Redding", "road"),
    ("They came [three kilometres inside Lebanon].", "Lebanon", "inside"),
    ("They live in [mainland Greece].", "Greece", "part"),
    ("A coach left the [coastal road between Beirut and Tripoli].", "Beirut Tripoli", "road"),
    ("A school [near Avdiivka] was hit.", "Avdiivka", "near"),
    ("They live [just outside Paris].", "Paris", "near"),
    ("Fires burnt on the [outskirts of Damascus].", "Damascus", "rim"),
    ("Fires burnt in the [southern suburbs of Beirut].", "Beirut", "rim"),
    ("A shop in [downtown Cairo] burnt.", "Cairo", "centre"),
    ("Trains to [eastern Ukraine] stopped.", "Ukraine", "part"),
    ("Trains to [northern and eastern Ukraine] stopped.", "Ukraine", "part"),
    ("It snows in the [far north of Norway].", "Norway", "part"),
    ("It rained in [Nigeria's north-east].", "Nigeria", "part"),
    ("Lights went out in [Ukraine's eastern regions].", "Ukraine", "part"),
    ("It is dry in the [north of the country].", "", "part"),
    ("It is dry in [the country's east].", "", "part"),
    ("It is dry in the [southern half of the island].", "", "part"),
]


@pytest.mark.parametrize(("sentence", "anchors", "rule"), FOUND)
def test_each_rule_finds_its_phrase_and_anchors(sentence, anchors, rule):
    wanted = sentence[sentence.index("[") + 1 : sentence.index("]")]
    text = sentence.replace("[", "").replace("]", "")
    mentions = [Mention(text.index(name), text.index(name) + len(name), name) for name in anchors.split()]
    mentions = mentions or [Mention(len(text), len(text) + 4, "Mali")]
    (found,) = relations(text + "Mali", mentions) if not anchors else relations(text, mentions)
    assert (text[found.start : found.end], found.rule) == (wanted, rule)
    assert [anchor.surface for anchor in found.anchors] == anchors.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "It was a near miss over [Kyiv].",
        "A jet en route from [Toronto] to [Rome] turned back.",
        "Between 2014 and 2016 [Kyiv] grew.",
        "That is outside the law in [Kyiv].",
        "North of 50 people came to [Kyiv].",
        "Rain fell on northern [Syria]'s [Idlib].",
        "They met near [Kyiv] airport.",
        "He flew 200 km from [Lagos] to [Abuja].",
        "[Iran]'s west coast is long.",
        "It did 100 km/h in [Kyiv].",
        "The central bank of [Kenya] met.",
        "They went north. Of [Kyiv] nobody spoke.",
        "An area of 30 km² from [Kyiv]'s park",
    ],
)
def test_what_only_looks_like_one_is_left_alone(sentence):
    assert relations(*marked(sentence)) == []


def test_talks_between_two_towns_are_told_from_land_between_them():
    (talks,) = relations(*marked("The talks between [Moscow] and [Kyiv] go on."))
    (land,) = relations(*marked("The villages between [Mosul] and [Erbil] burn."))
    assert "talks" in talks.words and "talks" not in land.words


def test_names_of_capital_letters_are_told_apart():
    text, mentions = marked("In Northern [Mali] and in eastern [Mali] it rained.")
    assert [(found.capital, found.adjective) for found in relations(text, mentions)] == [(True, True), (False, True)]


def test_none_lies_inside_another():
    text, mentions = marked("A hut 30 km north of [Kyiv], near [Dymer], on the road from [Kyiv] to [Ovruch]")
    found = relations(text, mentions)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False)) and len(found) == 3


def test_a_long_text_of_hostile_repeats_is_read_in_time():
    text, mentions = marked("a few kilometres the the the the far north of near between " * 2000 + "[Kyiv]")
    assert relations(text, mentions) == []


def test_a_numbered_road_that_the_recogniser_marked_is_a_road_still():
    text = "Snow shut Interstate 5 between Sacramento and Redding."
    names = ("Interstate 5", "Sacramento", "Redding")
    (found,) = relations(text, [Mention(text.index(name), text.index(name) + len(name), name) for name in names])
    assert (found.rule, text[found.start : found.end]) == ("road", "Interstate 5 between Sacramento and Redding")
