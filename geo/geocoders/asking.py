"""From what a caller asks to a name and what holds it: "Paris, Texas", "Paris (Texas)", {"city": "Paris", "state": "Texas"}."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from geopy.exc import GeocoderQueryError

LONGEST = 400
"""Characters of a query; the longest address of a place on file has about half."""

FIELDS = {
    "name": "",
    "place": "",
    "city": "P",
    "town": "P",
    "village": "P",
    "county": "A",
    "state": "A",
    "province": "A",
    "region": "",
    "country": "A",
}
"""Fields of a structured query from small to large, with the feature class wanted of the smallest; "": any."""

_PARTS = re.compile(r"[,;()\n\t]+")
_CODE = re.compile(r"[A-Za-z]{2}")


class Reading(NamedTuple):
    """One way to read a query."""

    name: str
    holders: tuple[str, ...] = ()
    """Names of what the place lies in, in the order given."""
    feature_class: str = ""
    """The class of feature that is wanted; empty: any."""

    @property
    def is_certain(self) -> bool:
        """Whether the name is one the caller set apart, not a guess at where a list of words ends."""
        return "," not in self.name


def readings(query: Any) -> tuple[Reading, ...]:
    """The ways to read a query, likeliest first. `GeocoderQueryError`: it is none."""
    if isinstance(query, Mapping):
        return (_structured(query),)
    if not isinstance(query, str):
        raise GeocoderQueryError(f"a name or a dict of names is wanted as query, not {type(query).__name__}")
    if len(query) > LONGEST:
        raise GeocoderQueryError(f"the query has {len(query)} characters; {LONGEST} are the most that is looked up")
    parts = [part for part in map(str.strip, _PARTS.split(query)) if part]
    if not parts:
        raise GeocoderQueryError("the query is empty")
    return tuple(_of_parts(parts)) if len(parts) > 1 else tuple(_of_words(parts[0].split()))


def codes(wanted: Any) -> frozenset[str] | None:
    """The codes in capitals. None: every country will do."""
    if wanted is None:
        return None
    given = wanted.split(",") if isinstance(wanted, str) else _listed(wanted)
    stripped = [code.strip() if isinstance(code, str) else "" for code in given]
    if not stripped or not all(_CODE.fullmatch(code) for code in stripped):
        raise GeocoderQueryError(f"country_codes are two-letter codes of ISO 3166-1, as ['us', 'ca'], not {wanted!r}")
    return frozenset(code.upper() for code in stripped)


def _listed(wanted: Any) -> list[Any]:
    return list(wanted) if isinstance(wanted, Iterable) else [wanted]


def most(limit: Any) -> int | None:
    """The number of results wanted at most. None: all."""
    if limit is not None and (not isinstance(limit, int) or isinstance(limit, bool) or limit < 1):
        raise GeocoderQueryError(f"limit is a whole number from 1, not {limit!r}")
    return limit


def _structured(query: Mapping[str, Any]) -> Reading:
    if strange := [str(field) for field in query if field not in FIELDS]:
        raise GeocoderQueryError(f"no place can be found by {', '.join(strange)}; {', '.join(FIELDS)} are known")
    given = {
        field: query[field].strip() for field in FIELDS if isinstance(query.get(field), str) and query[field].strip()
    }
    if not given:
        raise GeocoderQueryError(f"the query is empty; give at least one of {', '.join(FIELDS)}")
    (smallest, name), *larger = given.items()
    return Reading(name, tuple(holder for _, holder in larger), FIELDS[smallest])


def _of_parts(parts: list[str]) -> Iterator[Reading]:
    """Commas part a place from what holds it; but "Washington, D.C." is one name, so that is tried first."""
    for end in range(len(parts), 0, -1):
        yield Reading(", ".join(parts[:end]), tuple(parts[end:]))


def _of_words(words: list[str]) -> Iterator[Reading]:
    """One name, or a place and its holder with nothing between: "Paris Texas"."""
    for end in range(len(words), 0, -1):
        yield Reading(" ".join(words[:end]), tuple(filter(None, [" ".join(words[end:])])))
