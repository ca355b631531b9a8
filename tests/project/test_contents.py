import pytest
from sqlalchemy import func, select

from geo.errors import ProjectError
from geo.project import contents
from geo.project.codec import Encoder
from geo.project.schema import geometries, places, versions
from tests.project.made import KYIV, PARIS
from tests.stories import story


def count(connection, table):
    return connection.execute(select(func.count()).select_from(table)).scalar()


def test_a_content_is_kept_once_however_often_it_comes(connection):
    for _ in range(2):
        encoder = Encoder()
        for place in (KYIV, PARIS, KYIV):
            encoder.place(place)
        contents.keep(connection, encoder)
    assert count(connection, versions) == 2


def test_a_place_has_one_key_and_its_newest_content(connection):
    encoder = Encoder()
    encoder.place(KYIV)
    contents.keep(connection, encoder)
    first = contents.place_keys(connection, encoder, [KYIV, KYIV])
    assert contents.place_keys(connection, encoder, [KYIV]) == first and count(connection, places) == 1
    assert contents.known_place(connection, KYIV.id) == KYIV and contents.known_place(connection, "x") is None


def test_more_values_than_a_statement_takes_are_asked_for_in_several(connection, monkeypatch):
    monkeypatch.setattr(contents, "CHUNK", 2)
    encoder = Encoder()
    encoder.place(KYIV)
    contents.keep(connection, encoder)
    wanted = ["a", "b", "c", *encoder.places, "d"]
    assert [row.digest for row in contents.chunked(connection, [versions.c.digest], versions.c.digest, wanted)] == [
        *encoder.places
    ]


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000])
def test_a_damaged_geometry_is_a_project_error(text):
    with pytest.raises(ProjectError, match="damaged"):
        contents.read_geometry(text)


def test_texts_that_refer_to_nothing_need_nothing(connection):
    assert contents.decoder(connection, ["{}"]).places == {}


def test_what_was_read_before_is_not_read_again_and_is_forgotten_where_it_is_too_much(connection, monkeypatch):
    encoder = Encoder()
    text = encoder.json(story("[Kyiv|kyiv] and [Belarus|belarus]").mentions)
    contents.keep(connection, encoder)
    seen = contents.Seen()
    first = contents.decoder(connection, [text], seen)
    assert (len(seen.places), len(seen.geometries)) == (2, 1) and seen.length > 0
    connection.execute(geometries.delete())
    assert contents.decoder(connection, [text], seen).geometries == first.geometries
    monkeypatch.setattr(contents, "MOST_LENGTH", 10)
    assert contents.decoder(connection, [text], seen).geometries == {}
    assert len(first.geometries) == 1 and seen.length == 0
