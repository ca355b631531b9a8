"""Places and geometries, each kept once in a project under the digest of its content."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, Table, insert, select

from geo.errors import ProjectError
from geo.project.clean import column
from geo.project.codec import DAMAGED, Decoder, Encoder, place_json, read_place, references
from geo.project.schema import geometries, places, versions
from geo.types import Place

CHUNK = 5000
"""Most values in one statement; SQLite takes 32,766, PostgreSQL 65,535."""

MOST_PLACES = 10_000
"""Places that are remembered: those of a news archive's larger part, about 10 MB."""

MOST_LENGTH = 8_000_000
"""Letters of geometries that are remembered: the outlines of some hundred countries, about 60 MB as Python has them."""


def keep(connection: Connection, encoder: Encoder) -> None:
    """Keep the places and geometries that an encoder has met."""
    fresh = _unknown(connection, versions, encoder.places)
    _insert(connection, versions, [{"digest": key, "said": place_json(encoder.places[key])} for key in fresh])
    drawn = [(key, *encoder.geometries[key]) for key in _unknown(connection, geometries, encoder.geometries)]
    _insert(connection, geometries, [{"digest": key, "kind": kind, "said": said} for key, kind, said in drawn])


def place_keys(connection: Connection, encoder: Encoder, meant: Collection[Place]) -> dict[str, int]:
    """Key of each place that mentions mean, by its id. New ones are made; of one known otherwise the newer content counts.

    The ids are as columns hold them (`column`).
    """
    newest = {str(column(place.id)): place for place in meant}
    known = {
        row.id: row for row in chunked(connection, [places.c.id, places.c.key, places.c.version], places.c.id, newest)
    }
    rows = {id: _place_row(place, encoder.place(place)) for id, place in newest.items()}
    for id, row in known.items():
        if row.version != rows[id]["version"]:
            connection.execute(places.update().where(places.c.key == row.key).values(rows[id]))
    fresh = [row for id, row in rows.items() if id not in known]
    _insert(connection, places, fresh)
    made = chunked(connection, [places.c.id, places.c.key], places.c.id, [row["id"] for row in fresh])
    return {id: row.key for id, row in known.items()} | {row.id: row.key for row in made}


class Seen:
    """Places and geometries that were read before, for who reads many stories: most name the same ones again."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.geometries: dict[str, dict[str, Any]] = {}
        self.length = 0
        """Of the geometries' texts."""

    def make_room(self) -> None:
        """Forget everything where it has become too much."""
        if len(self.places) > MOST_PLACES or self.length > MOST_LENGTH:
            self.places, self.geometries, self.length = {}, {}, 0


def decoder(connection: Connection, texts: Iterable[str], seen: Seen | None = None) -> Decoder:
    """What JSON texts refer to, read; `seen` has what need not be read again, and is given what was."""
    seen = seen or Seen()
    seen.make_room()
    wanted, drawn = (
        found - known.keys() for found, known in zip(references(texts), (seen.places, seen.geometries), strict=True)
    )
    for row in chunked(connection, [versions.c.digest, versions.c.said], versions.c.digest, wanted):
        seen.places[row.digest] = read_place(row.said)
    for row in chunked(connection, [geometries.c.digest, geometries.c.said], geometries.c.digest, drawn):
        seen.geometries[row.digest] = read_geometry(row.said)
        seen.length += len(row.said)
    return Decoder(seen.places, seen.geometries)


def read_geometry(said: str) -> dict[str, Any]:
    """A geometry from its text. Raises `ProjectError` where it is damaged."""
    try:
        return json.loads(said)
    except (ValueError, RecursionError) as damage:
        raise ProjectError(DAMAGED) from damage


def known_place(connection: Connection, id: str) -> Place | None:
    """A place that a mention of the project means, or meant. None: there is none of that id."""
    query = select(versions.c.said).join(places, places.c.version == versions.c.digest).where(places.c.id == column(id))
    said = connection.execute(query).scalar()
    return read_place(said) if said else None


def chunked(connection: Connection, columns: Sequence[Column], among: Column, values: Collection[Any]) -> Iterator[Any]:
    """Rows whose column has one of the values, however many."""
    waiting = iter(values)
    while part := list(islice(waiting, CHUNK)):
        yield from connection.execute(select(*columns).where(among.in_(part)))


def _unknown(connection: Connection, table: Table, digests: Collection[str]) -> list[str]:
    known = {row.digest for row in chunked(connection, [table.c.digest], table.c.digest, digests)}
    return [digest for digest in digests if digest not in known]


def _insert(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _place_row(place: Place, digest: str) -> dict[str, Any]:
    return {
        "id": column(place.id),
        "version": digest,
        "name": column(place.name),
        "lat": place.lat,
        "lon": place.lon,
        "country_code": column(place.country_code),
        "adm1_code": column(place.adm1_code),
        "adm2_code": column(place.adm2_code),
        "feature": column(place.feature),
    }
