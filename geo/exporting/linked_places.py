"""Linked Places Format (https://github.com/LinkedPasts/linked-places-format), for World Historical Gazetteer and its kin.

GeoJSON-LD: a feature a place, with the names that articles give it, each cited, and among its descriptions every sentence
that names it. A feature is complete when the last story has come, so its sentences are kept until then, without the texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TextIO

from geo.excerpts import excerpt
from geo.exporting import iris
from geo.exporting.cleaning import as_day, cited
from geo.exporting.geometry import point, shape
from geo.exporting.jsonl import dumps, mention_record
from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.exporting.tallies import SAME, Tally
from geo.types import Location, Mention, Place, Story

CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"

NAMES = ("name", "zone")
"""Kinds of a mention whose words are a name of the place, as “Ukrainian” and “north of Kyiv” are not."""

CLASSES = frozenset("AHLPRST")
"""GeoNames feature classes that the format knows; it has none for what lies under water (U) and for forests (V)."""

TYPES = (
    ("A.PCLD", 300235114, "dependency"), ("A.PCL", 300128207, "nation"), ("A.ADM", 300232418, "administrative division"),
    ("P.PPLC", 300008389, "city"), ("P.PPLA", 300008347, "inhabited place"), ("P.PPLX", 300000745, "neighborhood"),
    ("P.", 300008347, "inhabited place"), ("L.CONT", 300128176, "continent"), ("L.RGN", 300182722, "region (geographic)"),
    ("H.OCN", 300008687, "ocean"), ("H.SEA", 300008694, "sea"), ("H.GULF", 300132315, "gulf"), ("H.BAY", 300132316, "bay"),
    ("H.LK", 300008680, "lake"), ("H.RSV", 300006191, "reservoir"), ("H.STM", 300008707, "river"),
    ("H.CNL", 300006075, "canal"), ("H.", 300266059, "body of water (natural)"), ("T.ISLS", 300386853, "island group"),
    ("T.ISL", 300008791, "island"), ("T.MTS", 300386831, "mountain range"), ("T.MT", 300008795, "mountain"),
    ("T.PEN", 300008804, "peninsula"), ("T.DSRT", 300008916, "desert"), ("T.", 300266060, "landform (terrestrial)"),
    ("S.AIRP", 300000681, "airport"), ("R.RR", 300008591, "railroad"), ("R.RD", 300008217, "road"),
)  # fmt: skip
"""Getty's Art & Architecture Thesaurus by how a GeoNames code begins, the longer beginning first; the numbers are those of the
list of place types that the format comes with (feature-types-AAT_20230609.tsv)."""


def write(stories: Iterable[Story], out: TextIO, made_by: Provenance = NOTHING_KNOWN) -> None:
    """The collection, a feature a line, once the last story has come. What is not located is in no feature."""
    gathered: dict[str, _Gathered] = {}
    for story in stories:
        _gather(story, gathered)
    out.write(
        f'{{"type": "FeatureCollection", "@context": {dumps(CONTEXT)}, "dct:provenance": {dumps(made_by.record)}, '
    )
    out.write('"features": [')
    for number, found in enumerate(gathered.values()):
        out.write(("," if number else "") + "\n" + _feature(found))
    out.write("\n]}\n")


@dataclass(slots=True)
class _Gathered:
    """A place with what articles say of it."""

    tally: Tally
    locations: dict[tuple[float, float], Location] = field(default_factory=dict)
    names: dict[tuple[str, str | None], dict[str, dict[str, Any]]] = field(default_factory=dict)
    """By name and language: the articles that give it, by their IRI."""
    sentences: list[str] = field(default_factory=list)
    """As JSON, which takes a fifth of the memory of what it says."""
    days: list[str] = field(default_factory=list)
    """The first and the last."""


def _gather(story: Story, gathered: dict[str, _Gathered]) -> None:
    article = story.article
    source = {"@id": iris.of_article(article), "label": cited(article) or "untitled"}
    language = article.language or (story.languages[0].code if story.languages else None)
    met: set[str] = set()
    for mention in story.mentions:
        place, location = mention.place, mention.location
        if place is None or location is None:
            continue
        found = gathered.setdefault(place.id, _Gathered(Tally(place, location)))
        found.tally.add(mention)
        found.tally.articles += place.id not in met
        met.add(place.id)
        found.locations.setdefault((round(location.lat, SAME), round(location.lon, SAME)), location)
        if mention.kind in NAMES:
            found.names.setdefault((mention.surface, language), {}).setdefault(source["@id"], source)
        found.sentences.append(dumps(_sentence(story, mention, source, language)))
        known = [article.date, *((mention.when.first, mention.when.last) if mention.when else ())]
        days = sorted(found.days + [day for day in known if as_day(day)])
        found.days = days[:1] + days[1:][-1:]


def _sentence(story: Story, mention: Mention, source: dict[str, Any], language: str | None) -> dict[str, Any]:
    """A sentence as a description, with where it stands and how sure it is that it means the place."""
    record = mention_record(mention, story.article, geometry=False)
    facts = ("start", "end", "surface", "kind", "role", "confidence", "state", "reasons", "boilerplate")
    told = {
        "@id": source["@id"],
        "value": excerpt(story, mention),
        "lang": language,
        "label": source["label"],
        "article": story.article.id,
        "date": story.article.date,
        "when": _when(mention.when.first, mention.when.last, mention.when.text) if mention.when else None,
        **{name: record[name] for name in facts},
    }
    return {name: value for name, value in told.items() if value is not None}


def _when(first: str, last: str, label: str) -> dict[str, Any]:
    return {"timespans": [{"start": {"in": first}, "end": {"in": last}}], "label": label}


def _feature(found: _Gathered) -> str:
    """One line; its sentences are JSON already."""
    place, tally = found.tally.place, found.tally
    link = iris.linked(place)
    counts = ("mentions", "articles", "literal", "verified", "flagged")
    feature = {
        "@id": iris.of_place(place),
        "type": "Feature",
        "properties": {
            "title": place.label,
            "ccodes": [place.country_code] if place.country_code else [],
            "fclasses": [place.feature_class] if place.feature_class in CLASSES else [],
            "place_id": place.id,
            "confidence": round(tally.confidence, 4),
            **{name: getattr(tally, name) for name in counts},
        },
        **({"when": _when(found.days[0], found.days[-1], "published or told in articles")} if found.days else {}),
        "names": list(_names(found)),
        "types": list(_types(place)),
        "geometry": {
            "type": "GeometryCollection",
            "geometries": [_geometry(each) for each in found.locations.values()],
        },
        "links": [{"type": "closeMatch", "identifier": link}] if link else [],
    }
    return dumps(feature)[:-1] + f', "descriptions": [{", ".join(found.sentences)}]}}'


def _names(found: _Gathered) -> Iterator[dict[str, Any]]:
    """The gazetteer's name first, cited as the format asks of the first, then the articles' own."""
    place = found.tally.place
    source = {"label": place.source or place.id.partition(":")[0]}
    yield {"toponym": place.name, "citations": [source | ({"@id": link} if (link := iris.linked(place)) else {})]}
    for (name, language), articles in found.names.items():
        yield {"toponym": name, **({"lang": language} if language else {}), "citations": list(articles.values())}


def _types(place: Place) -> Iterator[dict[str, Any]]:
    """The type in Getty's thesaurus and in GeoNames' list of codes, where each is known."""
    code = place.feature or ""
    known = next(((number, label) for begin, number, label in TYPES if code.startswith(begin)), None)
    said = {"sourceLabels": [{"label": code, "lang": "en"}]} if code else {}
    if known:
        yield {"identifier": f"aat:{known[0]}", "label": known[1], **said}
    if "." in code:
        yield {"identifier": f"gn:{code}", "label": known[1] if known else code}


def _geometry(location: Location) -> dict[str, Any]:
    where = shape(location) or point(lat=round(location.lat, SAME), lon=round(location.lon, SAME))
    return {**where, "certainty": "less-certain" if location.radius_km else "certain"}
