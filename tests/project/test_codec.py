import json

import pytest
from hypothesis import given

from geo.errors import ProjectError
from geo.project.codec import (
    Decoder,
    Encoder,
    bare_article,
    bare_story,
    dump,
    place_json,
    read_place,
    references,
)
from geo.types import Article, Location, Mention, Place, Story
from tests.project.made import KYIV, LOCATION, PLACE, stories
from tests.stories import story


def again(kind, value):
    encoder = Encoder()
    text = encoder.json(value)
    geometries = {key: json.loads(said) for key, (_, said) in encoder.geometries.items()}
    return Decoder(encoder.places, geometries).read(kind, text)


@given(stories())
def test_any_story_is_read_as_it_was_written(made):
    assert again(Story, made) == made


@given(PLACE)
def test_any_place_is_read_as_it_was_written(place):
    assert read_place(place_json(place)) == place


@given(LOCATION)
def test_any_location_is_read_as_it_was_written(location):
    assert again(Location, location) == location


def test_what_is_at_its_default_is_not_written():
    assert Encoder().json(Mention(0, 4, "Kyiv")) == '{"start":0,"end":4,"surface":"Kyiv"}'


def test_a_place_and_a_geometry_are_written_as_their_digests_and_found_in_the_text():
    encoder = Encoder()
    mention = story().mentions[3]
    places, geometries = references([encoder.json(mention)])
    assert places == set(encoder.places) and geometries == set(encoder.geometries)
    assert list(encoder.places.values()) == [mention.place]


def test_the_same_content_has_the_same_digest_and_another_content_another():
    encoder = Encoder()
    line = {"type": "LineString", "coordinates": [[0.0, 1.0], [2.0, 3.0]]}
    assert encoder.geometry(line) == encoder.geometry(dict(line)) == Encoder().geometry(line)
    assert encoder.geometry({**line, "coordinates": [[0.0, 1.0], [2.0, 4.0]]}) != encoder.geometry(line)
    assert encoder.place(KYIV) == Encoder().place(KYIV)


def test_the_text_and_the_mentions_of_a_story_are_kept_apart():
    found = story()
    assert bare_article(found.article).text == ""
    assert bare_story(found).mentions == () and bare_story(found).article == Article("")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", "null", '{"unknown":1}', '{"start":"a","end":1,"surface":"x"}', '{"start":1}', "[" * 100_000]
    + ['{"start":0,"end":1,"surface":"x","kind":"spell"}', '{"start":0,"end":1,"surface":"x","resolution":{"place":3}}']
    + ['{"start":0,"end":1,"surface":"x","resolution":{"place":"p:not-there","confidence":1}}'],
)
def test_damaged_text_is_a_project_error(text):
    with pytest.raises(ProjectError, match="damaged"):
        Decoder({}, {}).read(Mention, text)


def test_a_damaged_place_is_a_project_error():
    with pytest.raises(ProjectError, match="damaged"):
        read_place('{"id": 3}')


def test_json_is_ascii_so_that_any_text_can_stand_in_it():
    assert dump("Kyїv \ud800\0").isascii()
    assert isinstance(read_place(place_json(KYIV)), Place)
