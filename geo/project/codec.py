"""Types as JSON and back, to the letter. Places and geometries are replaced by their digests: each is kept once in a project.

Only what differs from a field's default is written, so a later field with a default reads old projects as they are. Reading
goes by the types' annotations; what does not fit them is a `ProjectError`.
"""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from geo.errors import ProjectError
from geo.project.clean import DAMAGED, digest
from geo.types import Article, Place, Story

REFERENCE = re.compile(r'"([pg]):([\w-]{20})"')
"""How a place or a geometry stands in JSON. Words of an article that look alike are looked up in vain and do no harm."""


@dataclass
class Encoder:
    """Writes values and remembers the places and geometries that they refer to. One lives as long as one transaction."""

    places: dict[str, Place] = field(default_factory=dict)
    """By digest."""
    geometries: dict[str, tuple[str, str]] = field(default_factory=dict)
    """GeoJSON type and text by digest."""
    _seen: dict[int, tuple[Any, str]] = field(default_factory=dict)
    """Digests by the identity of a geometry, which is kept alive with it: one outline stands in many mentions."""

    def json(self, value: Any) -> str:
        """A value as JSON of ASCII letters."""
        return dump(self._plain(value))

    def place(self, place: Place) -> str:
        """The digest of a place."""
        address = _place_digest(place)
        self.places[address] = place
        return address

    def geometry(self, geometry: Mapping[str, Any]) -> str:
        """The digest of a geometry."""
        seen = self._seen.get(id(geometry))
        if seen is None:
            content = dump(geometry if isinstance(geometry, dict) else dict(geometry))
            seen = self._seen[id(geometry)] = (geometry, digest(content))
            self.geometries[seen[1]] = str(geometry.get("type")), content
        return seen[1]

    def _plain(self, value: Any) -> Any:
        if isinstance(value, Place):
            return f"p:{self.place(value)}"
        if is_dataclass(value):
            return {name: self._member(value, name, found) for name, found in _said(value)}
        if isinstance(value, tuple):
            return [self._plain(each) for each in value]
        return dict(value) if isinstance(value, Mapping) else value

    def _member(self, owner: Any, name: str, value: Any) -> Any:
        if name == "geometry" and value is not None:
            return f"g:{self.geometry(value)}"
        return self._plain(value)


@dataclass(frozen=True)
class Decoder:
    """Reads values, given the places and geometries that they refer to (`references` says which)."""

    places: Mapping[str, Place]
    geometries: Mapping[str, Mapping[str, Any]]

    def read(self, kind: type, text: str) -> Any:
        """A value of that type. Raises `ProjectError` where the text is damaged."""
        try:
            return _reader(kind)(self, json.loads(text))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as damage:
            raise ProjectError(DAMAGED) from damage


def dump(value: Any) -> str:
    """The shortest JSON of ASCII letters: what a lone surrogate or a NUL can stand in too."""
    return json.dumps(value, separators=(",", ":"))


def place_json(place: Place) -> str:
    """A place in full."""
    return dump({name: list(value) if isinstance(value, tuple) else value for name, value in _said(place)})


@lru_cache(maxsize=10_000)
def _place_digest(place: Place) -> str:
    """Worked out once for the places that come again and again; a cache of more would not fit the memory beside an engine."""
    return digest(place_json(place))


def read_place(text: str) -> Place:
    """A place from its full JSON."""
    return Decoder({}, {}).read(_FullPlace, text)


def bare_article(article: Article) -> Article:
    """An article without its text, which is kept apart."""
    return replace(article, text="")


def bare_story(story: Story) -> Story:
    """What of a story is neither its article nor its mentions."""
    return replace(story, article=Article(""), mentions=())


def references(texts: Iterable[str]) -> tuple[set[str], set[str]]:
    """Digests of the places and of the geometries that JSON texts refer to."""
    found = {match for text in texts for match in REFERENCE.findall(text)}
    return {key for kind, key in found if kind == "p"}, {key for kind, key in found if kind == "g"}


class _FullPlace(Place):
    """Marks a place to be read in full rather than by its digest."""


def _said(value: Any) -> list[tuple[str, Any]]:
    """The fields that differ from their defaults."""
    pairs = [(name, getattr(value, name), default) for name, default in _defaults(type(value))]
    return [(name, found) for name, found, default in pairs if default is MISSING or found != default]


@lru_cache(maxsize=64)
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((each.name, _default(each)) for each in fields(kind))


def _default(each: Field) -> Any:
    return each.default if each.default_factory is MISSING else each.default_factory()


Reader = Callable[[Decoder, Any], Any]


@lru_cache(maxsize=256)
def _reader(hint: Any) -> Reader:
    """How a value of an annotation is read."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint is Place:
        return lambda known, value: known.places[_address(value, "p:")]
    if hint is _FullPlace:
        return _dataclass_reader(Place)
    if is_dataclass(hint):
        return _dataclass_reader(hint)
    if origin in (typing.Union, types.UnionType):
        return _optional(_reader(next(each for each in inner if each is not type(None))))
    if origin is tuple:
        return _tuple_reader(_reader(inner[0]))
    if origin is Literal:
        return _one_of(frozenset(inner))
    return _plain_reader(dict if origin is not None and issubclass(origin, Mapping) else hint)


def _address(value: str, prefix: str) -> str:
    if not value.startswith(prefix):
        raise ValueError(value)
    return value[len(prefix) :]


def _dataclass_reader(kind: type) -> Reader:
    hints = typing.get_type_hints(kind)
    readers: dict[str, Reader] = {
        each.name: _read_geometry if each.name == "geometry" and kind is not Place else _reader(hints[each.name])
        for each in fields(kind)
    }
    return lambda known, value: kind(**{name: readers[name](known, found) for name, found in value.items()})


def _read_geometry(known: Decoder, value: str) -> Mapping[str, Any]:
    return known.geometries[_address(value, "g:")]


def _optional(reader: Reader) -> Reader:
    return lambda known, value: None if value is None else reader(known, value)


def _tuple_reader(reader: Reader) -> Reader:
    return lambda known, value: tuple(reader(known, each) for each in value)


def _one_of(allowed: frozenset) -> Reader:
    def read(_known: Decoder, value: Any) -> Any:
        if value not in allowed:
            raise ValueError(value)
        return value

    return read


def _plain_reader(kind: type) -> Reader:
    allowed = (int, float) if kind is float else kind

    def read(_known: Decoder, value: Any) -> Any:
        if not isinstance(value, allowed):
            raise TypeError(f"{value!r} is no {kind}")
        return value

    return read
