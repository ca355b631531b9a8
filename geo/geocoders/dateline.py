"""Dateline's gazetteer as a geocoder of geopy: the same methods, arguments, results and errors, without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from geopy.adapters import BaseAsyncAdapter
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.gazetteer import Gazetteer
from geo.geocoders import answer, asking
from geo.geocoders.containment import Holders, matching
from geo.geocoders.nearest import nearest
from geo.location import Shapes, queries
from geo.types import Match, Mention

__all__ = ("Dateline",)

POLE = 90
"""Degrees of latitude at which the globe ends."""

_FIRST_NUMBER = re.compile(r"[^\d+-]*([-+]?\d{1,9}(?:\.\d{0,9})?)", re.ASCII)

USUAL_LIMIT = 10
"""Places that `reverse` gives where no limit is set."""


class Dateline(Geocoder):
    """Geocoder using the gazetteer that ships with Dateline, or any other in its format.

    It needs no network, no key and no delay between calls, and one object serves any number of threads. It knows places
    (countries, divisions, towns, waters, sites), not streets or postal codes::

        from geo.geocoders import Dateline

        geolocator = Dateline()
        location = geolocator.geocode("Paris, Texas")
        print(location.address, location.latitude, location.longitude, location.raw["id"])
    """

    def __init__(
        self,
        *,
        gazetteer=None,
        shapes=None,
        scheme=None,
        timeout=DEFAULT_SENTINEL,
        proxies=DEFAULT_SENTINEL,
        user_agent=None,
        ssl_context=DEFAULT_SENTINEL,
        adapter_factory=None,
    ):
        """

        :type gazetteer: :class:`geo.gazetteer.Gazetteer` or :class:`geo.gazetteer.layered.Layered`
        :param gazetteer: Where places are looked up, by default the gazetteer that ships with Dateline.

        :type shapes: :class:`geo.location.Shapes`
        :param shapes: The outlines by which ``reverse`` tells country and division, by default those that ship with Dateline.

        :param str scheme: Not used: there is no network.

        :param int timeout: Not used: no call waits for anything.

        :param dict proxies: Not used.

        :param str user_agent: Not used.

        :type ssl_context: :class:`ssl.SSLContext`
        :param ssl_context: Not used.

        :param callable adapter_factory: Not used for requests. With an asynchronous adapter the methods are awaited, as
            with every other geocoder.
        """
        super().__init__(
            scheme=scheme,
            timeout=timeout,
            proxies=proxies,
            user_agent=user_agent,
            ssl_context=ssl_context,
            adapter_factory=adapter_factory,
        )
        self._gazetteer = gazetteer or Gazetteer()
        self._shapes = shapes or Shapes()

    def geocode(
        self,
        query,
        *,
        exactly_one=True,
        country_codes=None,
        bounds=None,
        limit=None,
        timeout=DEFAULT_SENTINEL,
    ):
        """
        Return a place by its name.

        :type query: str or dict
        :param query: A name in any language on file, alone (``"Gomel"``) or with what it lies in (``"Paris, Texas"``,
            ``"Cambridge, MA, USA"``), or a structured query with some of ``name``, ``city``, ``county``, ``state`` and
            ``country``. What follows the first comma must hold the place; without it the best known namesake comes first.
            A place may also be told through another: ``"30 km north of Kyiv"``, ``"between Mosul and Erbil"``. Its area
            is in ``raw["geometry"]``, what was assumed in ``raw["reasons"]``.

        :param bool exactly_one: Return one result or a list of results, if available.

        :type country_codes: str or list
        :param country_codes: Only places in these countries, as ISO 3166-1 codes of two letters.

        :type bounds: list or tuple of 2 items of :class:`geopy.point.Point` or ``(latitude, longitude)`` or
            ``"%(latitude)s, %(longitude)s"``
        :param bounds: Only places within this box, told by two opposite corners.

        :param int limit: The largest number of results, by default all.

        :param int timeout: Not used: no call waits for anything.

        :rtype: ``None``, :class:`geopy.location.Location` or a list of them, if
            ``exactly_one=False``.
        """
        ways, codes, box = asking.readings(query), asking.codes(country_codes), self._box(bounds)
        if told := self._told(query):
            wanted = [told] if answer.is_wanted(told.place, codes, box) else []
            return self._given([answer.told(mention) for mention in wanted], exactly_one)
        found = self._found(ways, codes, box)
        wanted = found[: 1 if exactly_one else asking.most(limit)]
        return self._given([answer.location(match, self._gazetteer) for match in wanted], exactly_one)

    def reverse(self, query, *, exactly_one=True, limit=None, timeout=DEFAULT_SENTINEL):
        """
        Return the nearest town or village of a point, with the division and country that the point lies in.

        In ``raw``, ``distance_km`` is the way to it, and ``parents`` are the division and the country by their outlines.
        On the open sea the sea is returned where the gazetteer knows it, otherwise the nearest place.

        :param query: The coordinates for which you wish to obtain the closest place.
        :type query: :class:`geopy.point.Point`, list or tuple of ``(latitude, longitude)``, or string as
            ``"%(latitude)s, %(longitude)s"``.

        :param bool exactly_one: Return one result or a list of results, if available.

        :param int limit: The largest number of results, by default 10.

        :param int timeout: Not used: no call waits for anything.

        :rtype: ``None``, :class:`geopy.location.Location` or a list of them, if
            ``exactly_one=False``.
        """
        at = _point(query)
        wanted = 1 if exactly_one else asking.most(limit) or USUAL_LIMIT
        found = nearest(lat=at.latitude, lon=at.longitude, limit=wanted, gazetteer=self._gazetteer, shapes=self._shapes)
        return self._given([answer.beside(near, self._gazetteer) for near in found], exactly_one)

    def _told(self, query: Any) -> Mention | None:
        """The place that a query tells through another. None: the query is a name, or no such expression."""
        if not isinstance(query, str):
            return None

        def best(name: str) -> Match | None:
            return next(iter(self._found(asking.readings(name), None, None)), None)

        told = queries.told(query, best, self._shapes, self._gazetteer)
        named = told and any(match.grade in ("exact", "normalised") for match in self._gazetteer.look_up(query))
        return None if named else told

    def _found(self, ways: Sequence[asking.Reading], codes, box) -> list[Match]:
        """The places of the first reading that any place answers to."""
        holders = Holders(self._gazetteer, self._shapes)
        for reading in ways:
            matches = (m for m in self._matches(reading) if holders.hold(m.place, reading.holders))
            fitting = [m for m in matching(matches, reading.feature_class) if answer.is_wanted(m.place, codes, box)]
            if fitting:
                return fitting
        return []

    def _matches(self, reading: asking.Reading) -> Iterator[Match]:
        """The gazetteer's answers; for words that may be a name with its holder, only if that is its very name."""
        for match in self._gazetteer.look_up(reading.name):
            if reading.is_certain or match.grade in ("exact", "normalised"):
                yield match

    def _box(self, bounds):
        if bounds is None:
            return None
        try:
            given = bounds if isinstance(bounds, str) else [_point(corner) for corner in bounds]
            corners = self._format_bounding_box(given, "%(lat1)s %(lat2)s %(lon1)s %(lon2)s")
        except (ValueError, TypeError) as error:
            raise GeocoderQueryError(
                f"bounds are two opposite corners, as [(22, 30), (50, 60)], not {bounds!r}"
            ) from error
        return tuple(map(float, corners.split()))

    def _given(self, locations: list[Location], exactly_one: bool) -> Any:
        """As geopy gives it: one or a list or None, or a promise of that where the caller works asynchronously."""
        result = (locations[0] if exactly_one else locations) if locations else None
        return _later(result) if isinstance(self.adapter, BaseAsyncAdapter) else result


async def _later(result: Any) -> Any:
    return result


def _point(query: Any) -> Point:
    """As geopy reads points, but nothing is no point: geopy would take it for latitude 0, longitude 0."""
    try:
        numbers = (query,) if isinstance(query, str | Point) else tuple(query)
        _demand_latitude(numbers)
        return Point(*numbers) if numbers else Point("")
    except GeocoderQueryError:
        raise
    except (ValueError, TypeError) as error:
        raise GeocoderQueryError(f"a point is wanted as (latitude, longitude), not {query!r}") from error


def _demand_latitude(numbers: Sequence[Any]) -> None:
    """Geopy would refuse such a latitude too, but warn of its older versions besides."""
    first = numbers[0] if numbers else None
    if isinstance(first, str):
        told = _FIRST_NUMBER.match(first)
        first = float(told[1]) if told else None
    if isinstance(first, int | float) and abs(first) > POLE:
        raise GeocoderQueryError(
            f"latitude {first:g} is beyond {POLE}, and a point is wanted as (latitude, longitude): are latitude and"
            " longitude swapped?"
        )
