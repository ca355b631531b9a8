import json
from dataclasses import replace
from io import StringIO

import pytest
from shapely.geometry import shape

from geo.exporting.geojson import write
from geo.exporting.jsonl import document
from geo.types import Article
from tests.stories import FOCUS


def written(*stories):
    out = StringIO()
    write(stories, out)
    return json.loads(out.getvalue())


def test_a_run_is_one_collection_with_a_feature_for_each_mention(parse):
    collection = written(parse(Article("Minsk and Paris", id="a")), parse(Article("Minsk", id="b")))
    assert collection["type"] == "FeatureCollection"
    assert [(f["type"], f["properties"]["id"], f["properties"]["surface"]) for f in collection["features"]] == [
        ("Feature", "a", "Minsk"),
        ("Feature", "a", "Paris"),
        ("Feature", "b", "Minsk"),
    ]


def test_a_feature_carries_its_sentence_and_its_place(parse):
    (feature,) = written(parse("He left. He is in Minsk now. She is not."))["features"]
    properties = feature["properties"]
    assert properties["excerpt"] == "He is in Minsk now."
    assert (properties["name"], properties["country_code"], properties["confidence"]) == ("Minsk", "BY", 0.97)
    assert "geometry" not in properties


def test_a_place_with_a_polygon_is_a_polygon_and_one_without_a_point_in_lon_lat(parse):
    polygon, place = (feature["geometry"] for feature in written(parse("Minsk, Paris"))["features"])
    assert polygon["type"] == "Polygon"
    assert place == {"type": "Point", "coordinates": [-95.55551, 33.66094]}


def test_every_geometry_is_valid(parse):
    for feature in written(parse("Minsk, Paris"))["features"]:
        assert shape(feature["geometry"]).is_valid


def test_an_unlocated_mention_has_a_null_geometry(parse):
    assert written(parse("Nowhere"))["features"][0]["geometry"] is None


@pytest.mark.parametrize("texts", [[], [""], ["", "Minsk", ""]])
def test_a_run_with_few_or_no_mentions_is_still_a_valid_collection(parse, texts):
    assert len(written(*map(parse, texts))["features"]) == "".join(texts).count("Minsk")


def test_every_feature_says_whose_borders_it_has(parse):
    (found,) = written(replace(parse(Article("In Minsk.")), view="de-facto"))["features"]
    assert found["properties"]["view"] == "de-facto"


def test_the_collection_says_at_its_end_what_each_document_is_about(parse):
    about = replace(parse(Article("In Minsk.", id="a")), focus=FOCUS)
    documents = written(about, parse(Article("", id="b")))["documents"]
    assert [(d["id"], d["focus"] and d["focus"]["place"]["name"]) for d in documents] == [("a", "Gomel"), ("b", None)]
    assert documents[0]["focus"] == document(about)["focus"]
    assert written()["documents"] == []


def test_a_feature_has_its_state_and_its_article_and_the_collection_what_made_it(parse):
    told = parse(Article("In Minsk.", id="a", address="https://example.org", outlet="The Paper"))
    flagged = replace(told, mentions=(replace(told.mentions[0], state="flagged"),))
    collection = written(flagged)
    properties = collection["features"][0]["properties"]
    assert [properties[name] for name in ("state", "address", "outlet")] == [
        "flagged",
        "https://example.org",
        "The Paper",
    ]
    assert set(collection["made_by"]) == {"dateline", "sha256", "attribution"}
