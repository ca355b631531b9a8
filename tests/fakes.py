"""An engine made by hand, so that the edges can be tested without the data files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from geo.types import Article, Candidate, Location, Mention, Place, Resolution, Story

MINSK = Place(
    "geonames:625144", "Minsk", lat=53.9, lon=27.56667, country_code="BY", feature="P.PPLC", adm1_name="Minsk City"
)
PARIS = Place(
    "geonames:4717560", "Paris", lat=33.66094, lon=-95.55551, country_code="US", feature="P.PPLA2", adm1_name="Texas"
)
PARIS_FRANCE = Place("geonames:2988507", "Paris", lat=48.85341, lon=2.3488, country_code="FR", feature="P.PPLC")
SQUARE = {"type": "Polygon", "coordinates": [[[27.0, 53.0], [28.0, 53.0], [28.0, 54.0], [27.0, 54.0], [27.0, 53.0]]]}
KNOWN = {
    "Minsk": (MINSK, Location(53.9, 27.56667, geometry=SQUARE, radius_km=1.5), (Candidate(PARIS, 0.02),)),
    "Paris": (PARIS, Location(33.66094, -95.55551), (Candidate(PARIS_FRANCE, 0.3),)),
}


class FakeEngine:
    """Knows Minsk and Paris, Texas; takes Nowhere for a place that it cannot locate."""

    def about(self) -> dict:
        source = {"name": "Own table", "date": "2022-02-27", "sha256": "ab12", "url": None}
        return {"version": "0.0", "model": {"sha256": "cd34"}, "gazetteer": {"places": 2, "sources": [source]}}


def fake_load(**options: object) -> FakeEngine:
    return FakeEngine()


def fake_parse(article: Article | str) -> Story:
    article = Article(article) if isinstance(article, str) else article
    return Story(article, tuple(_mention(match) for match in re.finditer("Minsk|Paris|Nowhere", article.text)))


def fake_parse_many(articles: Iterable[Article], engine: FakeEngine) -> Iterator[Story]:
    return map(fake_parse, articles)


def _mention(match: re.Match[str]) -> Mention:
    start, end, surface = match.start(), match.end(), match[0]
    if surface not in KNOWN:
        return Mention(start, end, surface, resolution=Resolution(None, 0.9, ("no gazetteer knows the name",)))
    place, location, others = KNOWN[surface]
    resolution = Resolution(place, 0.97, (f"the only {surface} named here", "a second reason"), others)
    return Mention(start, end, surface, resolution=resolution, location=location)
