"""Lines and zones of one name in two countries: the "Green Line" of a story about Cyprus is not the one in Israel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.location.named_lines import table
from geo.location.parties import READ_ANEW
from geo.types import Mention, Place, Resolution

ENDINGS = (" line", " zone")
REGION = "L.RGN"
SORTS = ("L.ZN", "L.BDRY")


def read_anew(mention: Mention, mentions: Sequence[Mention], gazetteer: Gazetteer | Layered) -> Mention:
    """The mention as the line or zone of that name in a country that the article names, where it names none beside its own."""
    if mention.kind == "name" and (twin := _drawn_twin(mention, gazetteer)):
        why = f"{twin.name} is the region of that name whose reach is known"
        return replace(
            mention, resolution=replace(mention.resolution, place=twin, reasons=(*mention.resolution.reasons, why))
        )
    if mention.kind != "name" or not mention.surface.lower().endswith(ENDINGS):
        return mention
    named = dict.fromkeys(
        other.place.country_code
        for other in mentions
        if other.place and other is not mention and other.place.country_code
    )
    if mention.place is not None and (
        not _is_line(mention.place) or not named.keys().isdisjoint(_beside(mention.place))
    ):
        return mention
    country, found = next(_in_countries(mention.surface, named, gazetteer), (None, None))
    if found is None or mention.place == found:
        return mention
    why = f"“{mention.surface}” must mean the one in {country.name}, which the article is about"
    return replace(mention, resolution=Resolution(found, READ_ANEW, (why,)))


def _drawn_twin(mention: Mention, gazetteer: Gazetteer | Layered) -> Place | None:
    """For a region of which nothing but a point is known the region of that very name whose reach is known."""
    place = mention.place
    if place is None or not (place.feature or "").startswith(REGION) or place.radius_km or place.bbox:
        return None
    twins = (match.place for match in gazetteer.look_up(mention.surface) if match.grade in ("exact", "normalised"))
    return next((twin for twin in twins if (twin.feature or "").startswith(REGION) and twin.radius_km), None)


def _is_line(place: Place) -> bool:
    return (place.feature or "").startswith(SORTS)


def _beside(place: Place) -> set[str]:
    """Codes of the countries on both sides of a line, or around a zone."""
    sides = table().get(place.id, ((), ()))
    codes = {code[:2] for side in sides for code in side if not code[2:] or code[2] == "."}
    return codes | ({place.country_code} if place.country_code else set())


def _in_countries(surface: str, codes: Iterable[str], gazetteer: Gazetteer | Layered):
    """What is called so in one of the countries, each with that country."""
    for code in codes:
        country = gazetteer.country(code)
        for name in (f"{surface} in {country.name}", f"{country.name} {surface}") if country else ():
            yield from ((country, match.place) for match in gazetteer.look_up(name) if _is_line(match.place))
