import json
from dataclasses import replace
from io import StringIO

import pytest

from geo.exporting import web_annotations
from geo.exporting.provenance import Provenance
from geo.types import Article, When
from tests.stories import PAYLOADS, story

MADE_BY = Provenance("1.2")


def written(*stories):
    out = StringIO()
    web_annotations.write(stories, out, MADE_BY)
    return json.loads(out.getvalue())


def items(*stories):
    return written(*stories)["first"]["items"]


def test_a_run_is_one_collection_with_one_page_and_an_annotation_a_mention():
    found = written(story("[Kyiv|kyiv], [Lost|?]"), story("[Kiev|kyiv]", id="b"))
    page = found["first"]
    assert (found["type"], found["total"], page["type"], page["startIndex"]) == (
        "AnnotationCollection",
        3,
        "AnnotationPage",
        0,
    )
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["partOf"] == found["id"] != page["id"]
    assert len({item["id"] for item in page["items"]}) == 3
    assert {item["type"] for item in page["items"]} == {"Annotation"}
    assert found["generator"]["name"] == "Dateline 1.2"


def test_the_target_says_where_the_words_stand_and_what_is_around_them():
    text = "He went from there to " + "the very old town of [Kyiv|kyiv] where it rained for most of the week."
    (item,) = items(story(text))
    position, quote = item["target"]["selector"]
    assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
    whole = text.replace("[", "").replace("|kyiv]", "")
    assert whole[position["start"] : position["end"]] == quote["exact"] == "Kyiv"
    assert quote["prefix"] + "Kyiv" + quote["suffix"] in whole
    assert (len(quote["prefix"]), len(quote["suffix"])) == (32, 32)


def test_at_the_ends_of_a_text_there_is_less_around():
    quote = items(story("[Kyiv|kyiv]"))[0]["target"]["selector"][1]
    assert (quote["prefix"], quote["suffix"]) == ("", "")


def test_the_body_identifies_the_place_and_gives_the_reasons():
    (item,) = items(story("[Kyiv|kyiv]"))
    place, why = item["body"]
    assert (item["motivation"], place["purpose"], why["purpose"]) == ("identifying", "identifying", "commenting")
    assert place["source"]["id"] == "https://sws.geonames.org/703448/"
    assert (place["source"]["geo:lat"], place["source"]["gn:featureCode"]) == (50.4547, "P.PPLC")
    assert why["value"].startswith("the best known place")


def test_what_is_not_located_identifies_nothing():
    (item,) = items(story("[Lost|?]"))
    assert item["motivation"] == "highlighting"
    assert [body["purpose"] for body in item["body"]] == ["commenting"]


def test_what_people_said_is_a_body_and_what_the_engine_knows_is_beside_it():
    told = story("It rained in [Kyiv|kyiv*:0.6] today.")
    when = When("2022-02-27", "2022-02-27", "today", "day")
    (item,) = items(replace(told, mentions=(replace(told.mentions[0], state="verified", when=when),)))
    assert item["body"][-1] == {
        "type": "TextualBody", "purpose": "assessing", "format": "text/plain", "value": "verified",
    }  # fmt: skip
    known = [item[f"dl:{name}"] for name in ("role", "confidence", "state", "sentence")]
    assert known == ["associative", 0.6, "verified", "It rained in Kyiv today."]
    assert item["dl:when"]["from"] == "2022-02-27"


def test_the_source_is_the_page_where_there_is_one():
    told = story("[Kyiv|kyiv]", title="Talks")
    assert items(told)[0]["target"]["source"]["id"].startswith("urn:uuid:")
    article = replace(told.article, address="https://example.org/talks", outlet="The Paper")
    source = items(replace(told, article=article))[0]["target"]["source"]
    assert (source["id"], source["label"]) == ("https://example.org/talks", "Talks")
    assert (source["dcterms:date"], source["dcterms:publisher"]) == ("2022-02-27", "The Paper")


@pytest.mark.parametrize("text", [*PAYLOADS, "\ud800\0", '"}, {"'])
def test_hostile_text_is_only_ever_a_string(parse, text):
    (item,) = items(parse(Article(f"{text} Minsk {text}", id=text, title=text, address=text)))
    quote = item["target"]["selector"][1]
    assert quote["prefix"].endswith(f"{text[-20:]} ") and item["target"]["source"]["label"] == text
    assert item["target"]["source"]["id"].startswith("urn:uuid:")
