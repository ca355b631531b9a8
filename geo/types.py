"""The nouns of Dateline: article, mention, place, candidate, resolution, location, story.

Everything here is frozen. A later stage never changes what an earlier one said, it returns a fuller copy
(`dataclasses.replace`). `None` means "not known" or "not looked up"; an empty tuple means "looked up, nothing found".

Units: coordinates are WGS 84 degrees, distances kilometres, offsets Python code points, populations people,
probabilities 0 to 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple, get_args

from geo.scripts import script

Kind = Literal["name", "demonym", "border", "zone", "relation", "coordinates"]
"""What sort of expression a mention is: a place's own name, an adjective or people named after a place, a line between
two places, an area with its own rules, a place told through another ("north of Kyiv"), or coordinates in the text."""

Role = Literal["literal", "associative"]
"""`literal`: a location. `associative`: a government, people, team or attribute called by its place's name."""

Roles = Literal["all", "literal"]
"""Which mentions are shown or written: all of them, or literal ones only (`Story.literal`)."""

ROLES: tuple[Roles, ...] = get_args(Roles)

State = Literal["unverified", "verified", "flagged"]
"""What people have said of a mention: nothing yet; that its place is right; that someone should look at it again."""

Precision = Literal["day", "days", "month", "season", "year", "years"]
"""How exactly words say when: a day; several, such as a week; a month; a part of a year; a year; several years."""

Review = Literal["cannot choose", "probably none"]
"""Why a person should look at a resolution: several places are about as likely, or likely none of them is meant."""

NameKind = Literal["official", "english", "alternate", "former", "abbreviation", "demonym"]
"""Which kind of name matched. `official` is the gazetteer's main name, `english` a usual English form."""

Grade = Literal["exact", "normalised", "form", "transliteration", "fuzzy"]
"""How a name was found, best first: letter for letter; alike but for case, accents, hyphens and the like; in another form
("Kano State" for Kano); written in another script; or merely similar, which is tried only when asked for."""

View = Literal["un", "de-facto"]
"""Whose land disputed areas are shown as: the United Nations' view, or who administers them."""

VIEWS: tuple[View, ...] = get_args(View)
VIEW_NAMES: Mapping[View, str] = {"un": "United Nations view", "de-facto": "de facto view"}
"""What readers see the views called."""

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west > east where it crosses the antimeridian."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article's text that its source counts: a page of a PDF, a row of a table."""

    start: int
    """First code point of it in the article's text."""
    end: int
    """One past the last."""
    label: str
    """What readers see it called: "page 3", "row 12"."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read and what is known about it."""

    text: str
    """The text, exactly as offsets refer to it. May be empty."""
    id: str = ""
    """The caller's identifier, kept as it is; a reader uses the file's name. Empty: the caller did not care."""
    title: str | None = None
    """The headline, where the source gives one apart from the text. None: unknown."""
    date: str | None = None
    """The day of publication as ISO 8601 `YYYY-MM-DD`. None: unknown."""
    source: str | None = None
    """Where it came from: a web address, a file path or an outlet's name. None: unknown."""
    outlet: str | None = None
    """Who published it, as readers know it: "The Guardian". None: unknown."""
    author: str | None = None
    """Who wrote it, several as one string. None: unknown."""
    address: str | None = None
    """Its http or https address. None: unknown, or it has none."""
    language: str | None = None
    """Code of the language that its source says it is in, ISO 639-1 where there is one. None: not said; what the words say
    is in `Story.languages`."""
    dateline: str | None = None
    """The place that the article says it was written at, as written: "KYIV, Ukraine". None: none found."""
    told: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Where each of the above came from, by name of the field, in plain words: `{"date": "the page's metadata"}`. What is not
    in it was handed in by the caller."""
    parts: tuple[Part, ...] = ()
    """Pages or rows in text order, apart from each other. Empty: the source has none."""

    def part(self, at: int) -> Part | None:
        """The part that code point `at` of the text lies in; None: in none."""
        before = bisect_right(self.parts, at, key=lambda part: part.start) - 1
        return self.parts[before] if before >= 0 and at < self.parts[before].end else None


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the gazetteer."""

    id: str
    """Stable identifier: `geonames:NNN` wherever GeoNames has the place, otherwise `dateline:slug`, `icao:XXXX` …"""
    name: str
    """The name shown to readers, English where one is usual."""
    lat: float
    """Latitude of the representative point."""
    lon: float
    """Longitude of the representative point, -180 to 180."""
    country_code: str | None = None
    """ISO 3166-1 alpha-2. None: in no single country (a sea, a continent), or disputed and left open."""
    feature: str | None = None
    """GeoNames feature class and code, `P.PPLC`, `A.ADM1`, `H.SEA` … None: the source does not say."""
    population: int | None = None
    """People, by the source. None: not known. 0 is what some sources write for a place too small to count."""
    adm1_code: str | None = None
    """First-level division as GeoNames codes it, `BY.02`. None: not known, or the place is above that level."""
    adm1_name: str | None = None
    """Name of that division, English where usual."""
    adm2_name: str | None = None
    """Name of the second-level division (a US county, a district). None: not known."""
    radius_km: float | None = None
    """How far the place reaches around its point, for places without a polygon (a zone, a loose region). None: unknown."""
    source: str = ""
    """The data source that gave the entry, as `data/README.md` names it."""
    adm2_code: str | None = None
    """Second-level division as GeoNames codes it, `US.TX.277`. None: not known."""
    bbox: Box | None = None
    """What the place covers. None: not known, as of most towns."""
    geometry: str | None = None
    """Where its geometry lies: `shapes:KEY` in the outlines, `places:ID` in the gazetteer. None: only the point is known."""
    importance: float | None = None
    """How well known it is, by the gazetteer: about the decimal logarithm of its population, for waters, regions and sites of
    that of a town as well known. None: not said."""

    def covers(self, *, lat: float, lon: float) -> bool:
        """Whether a point lies in its box. False where the box is not known."""
        if self.bbox is None:
            return False
        west, south, east, north = self.bbox
        along = west <= lon <= east if west <= east else lon >= west or lon <= east
        return along and south <= lat <= north

    @property
    def feature_class(self) -> str | None:
        """The letter before the dot of `feature`: A country or division, P town, H water, L region, S spot, T relief."""
        return self.feature[:1] if self.feature else None

    @property
    def label(self) -> str:
        """The name with what tells it from its namesakes: "Paris, Texas, US"."""
        parts = [self.name]
        if self.adm1_name and self.adm1_name != self.name:
            parts.append(self.adm1_name)
        if self.country_code and not (self.feature or "").startswith("A.PCL"):
            parts.append(self.country_code)
        return ", ".join(parts)


class Match(NamedTuple):
    """An answer of the gazetteer to one name."""

    place: Place
    name: str
    """The name as the gazetteer spells it."""
    kind: NameKind
    grade: Grade = "exact"
    """How near that name is to the one asked for."""


class Bearer(NamedTuple):
    """The best-known place of a name, as far as the recogniser asks: whether such words are a name at all."""

    feature: str
    """GeoNames feature class and code; empty where the source does not say."""
    population: int
    """People; 0 where it is not known."""
    kind: NameKind


class Name(NamedTuple):
    """One name of a place."""

    name: str
    kind: NameKind

    @property
    def script(self) -> str:
        """ISO 15924 code of the script that its first letter is in: `Latn`, `Cyrl`; `Zyyy` where there is no letter."""
        return script(self.name)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a mention may mean."""

    place: Place
    confidence: float
    """Probability that it is the place meant, given the whole article."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which place a mention means, how sure that is, and why."""

    place: Place | None
    """None: looked up, and no candidate is believed. The reasons say why."""
    confidence: float
    """Probability that `place` is right: that the place meant is this one or lies within 161 km of it. With no place,
    the probability that none of the candidates is meant."""
    reasons: tuple[str, ...] = ()
    """Plain words, most weighty first."""
    alternatives: tuple[Candidate, ...] = ()
    """Other candidates farther away, likeliest first; those beside `place` are counted in its `confidence`. Empty: there was
    no other worth telling."""
    review: Review | None = None
    """Why a person should look at it. None: it is likelier right than not."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where on the globe a mention lies."""

    lat: float
    """Latitude of a representative point, inside the geometry where there is one."""
    lon: float
    """Longitude of that point."""
    geometry: Mapping[str, Any] | None = field(default=None, hash=False)
    """GeoJSON geometry (lon-lat order) where more than the point is known. None: only the point is."""
    radius_km: float | None = None
    """Stated uncertainty of an approximate location. None: the location is as exact as its source."""

    def __repr__(self) -> str:
        """The sort of geometry and its box in place of its thousands of corners."""
        shape = f"<{self.geometry.get('type')}{_box(self.geometry)}>" if self.geometry else None
        return f"Location(lat={self.lat}, lon={self.lon}, geometry={shape}, radius_km={self.radius_km})"


def _box(geometry: Mapping[str, Any]) -> str:
    """From which to which latitude and longitude the corners of a GeoJSON geometry lie, in words; empty where it has none."""
    lons, lats, rest = [], [], [geometry]
    while rest:
        part = rest.pop()
        if isinstance(part, Mapping):
            rest += [part.get("coordinates") or part.get("geometries") or ()]
        elif len(part) > 1 and isinstance(part[0], (int, float)):
            lons.append(part[0])
            lats.append(part[1])
        else:
            rest += part
    if not lons:
        return ""
    return f" lat {min(lats):.2f} to {max(lats):.2f}, lon {min(lons):.2f} to {max(lons):.2f}"


@dataclass(frozen=True, slots=True)
class When:
    """The days that a sentence speaks of."""

    first: str
    """ISO 8601 day, `YYYY-MM-DD`."""
    last: str
    """ISO 8601 day, the same where it is a single one: a year is from its first day to its last."""
    text: str
    """The words that say so, as written: "on Sunday", "earlier this week"."""
    precision: Precision
    """How exactly the words say it."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch of text that is not of the article: navigation, a caption, a footer, "Read more"."""

    start: int
    """First code point of it in the article's text."""
    end: int
    """One past the last."""
    reason: str
    """Why it is taken for that, in plain words: "a link to another story"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a place. Each stage fills in more of it."""

    start: int
    """First code point of the mention in the article's text."""
    end: int
    """One past the last: `text[start:end] == surface`."""
    surface: str
    kind: Kind = "name"
    role: Role = "literal"
    score: float = 1.0
    """The recogniser's probability that this is a mention at all."""
    resolution: Resolution | None = None
    """None: not looked up yet."""
    location: Location | None = None
    """None: not located, because it is unresolved or not resolved yet."""
    when: When | None = None
    """The days its sentence speaks of. None: it says none, or was not asked."""
    boilerplate: bool = False
    """Whether it stands in boilerplate, and so not on the map unless that is asked for."""
    state: State = "unverified"
    """What people have said of it in a project (`Project.story`); no engine sets it."""

    @property
    def place(self) -> Place | None:
        """The place meant, or None where it is unresolved or not looked up."""
        return self.resolution.place if self.resolution else None

    @property
    def confidence(self) -> float:
        """Probability that `place` is right; 0 where there is none."""
        return self.resolution.confidence if self.resolution and self.resolution.place else 0.0


@dataclass(frozen=True, slots=True)
class Focus:
    """What a story is about: the country, first-level division and place where it plays, not what it names most.

    Each is None where the story is about no one such place: about several countries, a whole country, a sea. What lies within
    another never has the higher confidence. All are None where it is about nowhere or cannot be told.
    """

    country: Candidate | None = None
    adm1: Candidate | None = None
    place: Candidate | None = None
    """The town, site, zone, water or the like. In no country where `country` is None: a sea, a border, a continent."""
    reasons: tuple[str, ...] = ()
    """Plain words, most weighty first; where all three are None, why."""

    @property
    def parts(self) -> tuple[Candidate, ...]:
        """What there is of the three, finest first."""
        return tuple(part for part in (self.place, self.adm1, self.country) if part)

    @property
    def finest(self) -> Candidate | None:
        """The smallest of the three."""
        return self.parts[0] if self.parts else None


@dataclass(frozen=True, slots=True)
class Language:
    """A language that a text, or a part of it, is written in."""

    code: str
    """ISO 639-1 where the language has such a code (`de`), else ISO 639-3 (`ceb`)."""
    name: str
    """Its English name."""
    share: float = 1.0
    """Part of the text that is in it, 0 to 1."""


@dataclass(frozen=True)
class Story:
    """An article with its mentions resolved and located: what `geo.parse` returns."""

    article: Article
    mentions: tuple[Mention, ...]
    """In text order; an outer mention (a border) comes before the mentions inside it."""
    view: View = "un"
    """Whose land disputed areas are shown as."""
    languages: tuple[Language, ...] = ()
    """What the text is written in, most of it first. Empty: it is too short to say."""
    focus: Focus | None = None
    """What the story is about, by all of its mentions, also in `literal`. None: not looked for."""
    boilerplate: tuple[Boilerplate, ...] = ()
    """What of the text is not of the article, in text order."""

    @cached_property
    def places(self) -> tuple[StoryPlace, ...]:
        """The located places in order of first mention, each once, with the mentions that name it."""
        groups: dict[str, list[int]] = {}
        for index, mention in enumerate(self.mentions):
            if mention.place and mention.location:
                groups.setdefault(mention.place.id, []).append(index)
        return tuple(
            StoryPlace(self.mentions[indices[0]].place, self.mentions[indices[0]].location, tuple(indices))
            for indices in groups.values()
        )

    @cached_property
    def literal(self) -> Story:
        """The story without its associative mentions, and so without places that only they name; itself where it has none.

        A border stays whole, also where the countries inside it are left out: it is a location of its own. Take this
        last: `geo.pipeline.seen` finds borders by their countries.
        """
        kept = tuple(mention for mention in self.mentions if mention.role == "literal")
        return self if len(kept) == len(self.mentions) else replace(self, mentions=kept)

    @cached_property
    def body(self) -> Story:
        """The story without its mentions in boilerplate and places that only those name; itself where it has none."""
        kept = tuple(mention for mention in self.mentions if not mention.boilerplate)
        return self if len(kept) == len(self.mentions) else replace(self, mentions=kept)

    def to_frame(self):
        """The mentions as a pandas DataFrame, one row a mention; see `geo.exporting.table` for the columns."""
        from geo.exporting.table import to_frame

        return to_frame(self)


@dataclass(frozen=True, slots=True)
class StoryPlace:
    """A place of a story with every mention that names it."""

    place: Place
    location: Location
    mentions: tuple[int, ...]
    """Indices into `Story.mentions`."""
