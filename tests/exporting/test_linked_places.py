import json
from dataclasses import replace
from io import StringIO

import pytest

from geo.exporting import linked_places
from geo.exporting.provenance import Provenance
from geo.types import Article, When
from tests.stories import PAYLOADS, PLACES, place, story


def written(*stories):
    out = StringIO()
    linked_places.write(stories, out, Provenance("1.2"))
    return json.loads(out.getvalue())


def features(*stories):
    return {feature["properties"]["title"].split(",")[0]: feature for feature in written(*stories)["features"]}


def test_the_collection_has_the_context_and_a_feature_a_place():
    found = written(story("[Kyiv|kyiv], [Kiev|kyiv], [Paris|paris], [Lost|?]"), story("[Kyiv|kyiv]", id="b"))
    assert (found["type"], found["@context"]) == ("FeatureCollection", linked_places.CONTEXT)
    assert [feature["@id"] for feature in found["features"]] == [
        "https://sws.geonames.org/703448/", "https://sws.geonames.org/2988507/",
    ]  # fmt: skip
    assert found["dct:provenance"]["dateline"] == "1.2"


def test_a_feature_has_what_the_format_requires_and_encourages():
    kyiv = features(story("In [Kyiv|kyiv] it rained.", title="Talks"))["Kyiv"]
    assert kyiv["type"] == "Feature"
    properties = kyiv["properties"]
    assert (properties["title"], properties["ccodes"], properties["fclasses"]) == ("Kyiv, UA", ["UA"], ["P"])
    assert kyiv["types"][0] == {
        "identifier": "aat:300008389", "label": "city", "sourceLabels": [{"label": "P.PPLC", "lang": "en"}],
    }  # fmt: skip
    assert kyiv["links"] == [{"type": "closeMatch", "identifier": "https://sws.geonames.org/703448/"}]
    (point,) = kyiv["geometry"]["geometries"]
    assert (kyiv["geometry"]["type"], point["coordinates"]) == ("GeometryCollection", [30.5238, 50.4547])


def test_the_first_name_is_the_gazetteers_and_the_others_are_cited_from_the_articles():
    told = replace(
        story("[Kiev|kyiv]", title="Talks").article, outlet="The Paper", address="https://example.org/a", language="en"
    )
    first, second = features(replace(story("[Kiev|kyiv]"), article=told))["Kyiv"]["names"]
    assert first["toponym"] == "Kyiv" and first["citations"][0]["@id"] == "https://sws.geonames.org/703448/"
    assert (second["toponym"], second["lang"]) == ("Kiev", "en")
    assert second["citations"] == [{"@id": "https://example.org/a", "label": "Talks, The Paper, 2022-02-27"}]


def test_the_words_of_a_demonym_or_a_border_are_no_name_of_the_place():
    told = story("[Ukrainian|ukraine], the [border with Belarus|border]")
    said = replace(told, mentions=(replace(told.mentions[0], kind="demonym"), told.mentions[1]))
    assert [len(feature["names"]) for feature in features(said).values()] == [1, 1]


def test_every_sentence_is_a_description_with_where_it_stands():
    told = story("It rained. On Sunday [Kyiv|kyiv*:0.6] fell silent.", title="Talks")
    when = When("2022-02-27", "2022-02-27", "on Sunday", "day")
    kyiv = features(replace(told, mentions=(replace(told.mentions[0], when=when, state="verified"),)))["Kyiv"]
    (said,) = kyiv["descriptions"]
    assert (said["value"], said["article"], said["start"], said["end"]) == (
        "On Sunday Kyiv fell silent.",
        "talks",
        21,
        25,
    )
    assert (said["role"], said["confidence"], said["state"]) == ("associative", 0.6, "verified")
    assert said["when"]["timespans"] == [{"start": {"in": "2022-02-27"}, "end": {"in": "2022-02-27"}}]


def test_a_feature_spans_the_days_on_which_it_is_attested():
    told = story("[Kyiv|kyiv]", date="2022-03-05")
    when = When("2014-01-01", "2014-12-31", "in 2014", "year")
    dated = replace(told, mentions=(replace(told.mentions[0], when=when),))
    assert features(dated)["Kyiv"]["when"]["timespans"] == [
        {"start": {"in": "2014-01-01"}, "end": {"in": "2022-03-05"}}
    ]
    assert "when" not in features(story("[Kyiv|kyiv]", date=None))["Kyiv"]


def test_an_area_is_its_outline_and_what_is_approximate_says_so():
    found = features(story("[Belarus|belarus], the [zone|zone]"))
    certain = [feature["geometry"]["geometries"][0]["certainty"] for feature in found.values()]
    assert certain == ["certain", "less-certain"]
    assert found["Belarus"]["geometry"]["geometries"][0]["type"] == "Polygon"


@pytest.mark.parametrize(
    ("feature", "types"),
    [
        ("A.ADM1", ["aat:300232418", "gn:A.ADM1"]), ("H.SEA", ["aat:300008694", "gn:H.SEA"]), ("S.STDM", ["gn:S.STDM"]),
        (None, []), ("L", []),
    ],
)  # fmt: skip
def test_types_are_named_where_they_are_known(feature, types):
    told = story("[Kyiv|kyiv]")
    other = replace(told.mentions[0].resolution, place=place("own:1", "X", 1, 2, None, feature))
    (found,) = written(replace(told, mentions=(replace(told.mentions[0], resolution=other),)))["features"]
    assert [each["identifier"] for each in found["types"]] == types
    assert (found["links"], found["properties"]["ccodes"]) == ([], [])


@pytest.mark.parametrize("text", [*PAYLOADS, "\ud800\0", '"}, {"'])
def test_hostile_text_is_only_ever_a_string(parse, text):
    (found,) = written(parse(Article(f"Minsk {text}", id=text, title=text, date=text, address=text)))["features"]
    assert found["descriptions"][0]["article"] == text
    assert PLACES["minsk"].name in found["properties"]["title"]
