"""The evidence for each candidate: numbers between about -1 and 2, each with one meaning.

Some of it stands in the gazetteer (how many live there, which kind of name matched), some in the words beside the mention,
and some in the other names of the article, weighted by how far each of those is itself believed. The weights that make one
score of it are learnt (`geo.training.fit_resolver`) and lie in `data/models/resolver`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from geopy.distance import EARTH_RADIUS

from geo.gazetteer import is_noted, key
from geo.resolution.names import Name, lies_in
from geo.types import Match, Mention, Place

FEATURES = (
    "population",  # log10 of the population, over 6
    "largest",  # 1 for the first of the candidates in the gazetteer's order of importance
    "share",  # its part of the population of all candidates
    "country",  # the place is a country …
    "adm1",  # … a first-level division
    "adm2",  # … a second-level one
    "capital",  # … a national capital
    "section",  # … a part of a town
    "hamlet",  # … a settlement whose population is not known
    "water",  # … a sea, river or lake
    "region",  # … a region without government; a zone has borders and an authority, and counts as neither
    "vague",  # its name is a direction or a generic word: "the South", "West Coast"
    "relief",  # … a mountain, island or cape
    "spot",  # … a single site: an airport, a plant
    "noted",  # … in our own tables: the seas, zones and landmarks that the news speaks of
    "own_name",  # matched by the name it is shown under
    "shortened",  # a division matched without its generic part: "Kherson" for Kherson Oblast
    "usual_name",  # matched by an official or usual English name
    "demonym",  # matched by an adjective or people named after it
    "abbreviation",  # matched by an abbreviation
    "spelt_alike",  # the text has the gazetteer's spelling, letter for letter
    "held",  # the text says that it lies in another place, and it does
    "not_held",  # the text says so of this name, and this candidate does not
    "holds",  # the text says that another place lies in it, and it does
    "cue",  # the next word says "river", "county" … and it is one; -1 when it is not
    "country_share",  # the part of the article's other names that is in its country
    "adm1_share",  # the part that is in its first-level division
    "country_named",  # its country is among the other names
    "adm1_named",  # its division is among the other names
    "near",  # log1p of the number of other places nearby, each weighted down by its distance over `NEAR_KM`
    "associative_state",  # the mention stands for a people or government, and the candidate has one
)
"""The columns of the evidence, in order."""

NONE_FEATURES = ("none", "doubt", "lower_case", "single_match", "unpopulated", "company")
"""What speaks for "none of these": a constant, the recogniser's doubt as log-odds, a name in small letters, one lone
candidate, that no candidate is known to be inhabited, and how many other names there are (log1p, at most that of
`MUCH_COMPANY`): in a sentence on its own nothing can support a place, in a long article something should."""

SCORES = (0.01, 0.995)
"""The recogniser's probabilities are cut to this before they become log-odds: beyond, it is surer than it has a right to be."""

MUCH_COMPANY = 20
"""Names beyond which more make no difference."""

NEAR_KM = 120.0
"""Distance at which a neighbour counts 1/e. On held-out US local news 60 km found 10 right places fewer of 901, 240 km 3."""

CONTEXT_NAMES = 200
"""Names that count as context, the first of the article; keeps an article of thousands of names linear."""

_CUES = {
    "A.ADM2": ("county", "parish", "district", "borough", "prefecture"),
    "A.ADM1": ("province", "state", "region", "oblast", "governorate", "voivodeship", "prefecture", "territory"),
    "P": ("city", "town", "village", "township", "suburb", "residents"),
    "H": ("river", "lake", "sea", "bay", "gulf", "strait", "creek", "reservoir", "canal", "ocean", "basin"),
    "T": ("island", "islands", "mountains", "mount", "peninsula", "valley", "desert", "hills", "peak", "volcano"),
    "S": ("airport", "plant", "station", "dam", "base", "bridge", "port", "hospital", "university"),
}
"""Words right after a name that say what sort of place it is."""
_VAGUE = frozenset(
    "north south east west northern southern eastern western central upper lower middle mid far near inner outer great "
    "northeast northwest southeast southwest coast side end shore country land region area island islands bay valley lake "
    "lakes hills plains park center centre village downtown uptown".split()
)
"""Words that say where in a place or what sort of place, and name none by themselves."""
_NEXT_WORD = re.compile(r"\s+(\w+)")
_CUE_OF_WORD = {
    word: tuple(f for f, words in _CUES.items() if word in words) for words in _CUES.values() for word in words
}


@dataclass(frozen=True)
class Context:
    """What the other names of an article say, each name's opinion weighted by belief."""

    points: np.ndarray
    """(names, 3) unit vectors of each name's likeliest place."""
    weights: np.ndarray
    """(names,) belief in that place; 0 where a place is too large to be near anything."""
    countries: tuple[dict[str, float], ...]
    """For each name, belief by country code."""
    divisions: tuple[dict[str, float], ...]
    """For each name, belief by ADM1 code, places below a country only."""
    country_sum: dict[str, float] = field(default_factory=dict)
    division_sum: dict[str, float] = field(default_factory=dict)
    countries_named: dict[str, int] = field(default_factory=dict)
    """Country code to the name that is that country."""
    divisions_named: dict[str, int] = field(default_factory=dict)


def fixed(text: str, mentions: Sequence[Mention], name: Name) -> np.ndarray:
    """(candidates, features) evidence that does not depend on other names; the context columns are 0."""
    rows = np.zeros((len(name.matches), len(FEATURES)))
    people = np.array([m.place.population or 0 for m in name.matches], dtype=float)
    total = people.sum()
    associative = any(mentions[i].role == "associative" for i in name.mentions)
    cues = _cues(text, mentions, name)
    for row, (match, count) in enumerate(zip(name.matches, people, strict=True)):
        values = {
            **_of_place(match.place),
            "population": np.log10(count + 1) / 6,
            "largest": float(row == 0),
            "share": count / total if total else 0.0,
            "own_name": float(_is_own_name(match)),
            "shortened": float((match.place.feature or "").startswith("A.ADM") and not _is_own_name(match)),
            "usual_name": float(match.kind in ("official", "english")),
            "vague": float(_VAGUE.issuperset(key(match.name).split())),
            "demonym": float(match.kind == "demonym"),
            "abbreviation": float(match.kind == "abbreviation"),
            "spelt_alike": float(match.name == name.surface),
            "cue": _cue(match.place, cues),
            "associative_state": float(associative and (match.place.feature or "").startswith(("A.PCL", "P.PPLC"))),
        }
        for feature, value in values.items():
            rows[row, _COLUMN[feature]] = value
    return rows


def with_context(rows: np.ndarray, index: int, names: Sequence[Name], beliefs, context: Context) -> np.ndarray:
    """A copy of one name's fixed evidence with the context columns filled in."""
    filled = rows.copy()
    name = names[index]
    near = _near(index, name, context)
    shares = _Shares(index, context)
    for row, match in enumerate(name.matches):
        place = match.place
        code, division = place.country_code or "", _division(place) or ""
        held = max((_belief_in(names[o], beliefs[o], match, outward=True) for o in name.holders), default=0.0)
        holds = max((_belief_in(names[o], beliefs[o], match, outward=False) for o in name.held), default=0.0)
        values = {
            "held": held,
            "not_held": float(bool(name.holders)) * (1.0 - held),
            "holds": holds,
            "country_share": shares.country(code),
            "adm1_share": shares.division(division),
            "country_named": float(context.countries_named.get(code, index) != index),
            "adm1_named": float(context.divisions_named.get(division, index) != index),
            "near": near[row],
        }
        for feature, value in values.items():
            filled[row, _COLUMN[feature]] = value
    return filled


def against_all(name: Name, mentions: Sequence[Mention], others: int) -> np.ndarray:
    """Evidence for "none of these", by `NONE_FEATURES`; `others` is the number of other names in the article."""
    score = np.clip(max(mentions[i].score for i in name.mentions), *SCORES)
    doubt = np.log((1.0 - score) / score)
    people = max((m.place.population or 0 for m in name.matches), default=0)
    company = np.log1p(min(others, MUCH_COMPANY))
    return np.array(
        [1.0, doubt, float(name.surface.islower()), float(len(name.matches) == 1), float(people == 0), company]
    )


def gather(names: Sequence[Name], beliefs: Sequence[np.ndarray]) -> Context:
    """What the names of an article say together, at the present beliefs (one array of candidates a name)."""
    used = range(min(len(names), CONTEXT_NAMES))
    points, weights = np.zeros((len(used), 3)), np.zeros(len(used))
    countries: list[dict[str, float]] = []
    divisions: list[dict[str, float]] = []
    context = Context(points, weights, (), ())
    for i in used:
        by_country, by_division = _opinion(names[i], beliefs[i])
        countries.append(by_country)
        divisions.append(by_division)
        for total, part in ((context.country_sum, by_country), (context.division_sum, by_division)):
            for code, belief in part.items():
                total[code] = total.get(code, 0.0) + belief
        if len(names[i].matches):
            _note_best(i, names[i], beliefs[i], context)
    return Context(
        points,
        weights,
        tuple(countries),
        tuple(divisions),
        context.country_sum,
        context.division_sum,
        context.countries_named,
        context.divisions_named,
    )


def distances_km(points: np.ndarray, vector: np.ndarray) -> np.ndarray:
    """Great-circle distances from one unit vector to others, on geopy's sphere."""
    return EARTH_RADIUS * np.arccos(np.clip(points @ vector, -1.0, 1.0))


class _Shares:
    """Parts of the article's belief that lie in a country or division, one name left out."""

    def __init__(self, index: int, context: Context):
        self._context = context
        inside = index < len(context.countries)
        self._own_countries = context.countries[index] if inside else {}
        self._own_divisions = context.divisions[index] if inside else {}
        self._all = sum(context.country_sum.values()) - sum(self._own_countries.values())
        self._all_divisions = sum(context.division_sum.values()) - sum(self._own_divisions.values())

    def country(self, code: str) -> float:
        if not code or self._all < 1e-9:
            return 0.0
        return max(0.0, self._context.country_sum.get(code, 0.0) - self._own_countries.get(code, 0.0)) / self._all

    def division(self, code: str) -> float:
        if not code or self._all_divisions < 1e-9:
            return 0.0
        own = self._own_divisions.get(code, 0.0)
        return max(0.0, self._context.division_sum.get(code, 0.0) - own) / self._all_divisions


_COLUMN = {feature: column for column, feature in enumerate(FEATURES)}
_CLASSES = {"H": "water", "L": "region", "T": "relief", "S": "spot", "R": "spot", "V": "region", "U": "water"}
_SETTLEMENTS = {"P.PPLC": "capital", "P.PPLX": "section"}
_DIVISIONS = {"A.ADM1": "adm1", "A.ADM2": "adm2"}


def _of_place(place: Place) -> dict[str, float]:
    """The features of a place's own sort."""
    feature = place.feature or ""
    if feature.startswith("A.PCL"):
        return {"country": 1.0}
    values = {"noted": float(is_noted(place))}
    values["hamlet"] = float(feature.startswith("P") and not place.population)
    if not feature.startswith("L.ZN"):
        sort = _DIVISIONS.get(feature) or _SETTLEMENTS.get(feature) or _CLASSES.get(feature[:1])
        values |= {sort: 1.0} if sort else {}
    return values


def _is_own_name(match: Match) -> bool:
    return key(match.name) == key(match.place.name)


def _cues(text: str, mentions: Sequence[Mention], name: Name) -> frozenset[str]:
    """Feature codes or classes that the words after the mentions, or the last word of the name, speak of."""
    found: set[str] = set()
    for mention in (mentions[i] for i in name.mentions):
        after = _NEXT_WORD.match(text, mention.end)
        for word in (after[1] if after else "", mention.surface.rpartition(" ")[2]):
            found.update(_CUE_OF_WORD.get(word.lower(), ()))
    return frozenset(found)


def _cue(place: Place, cues: frozenset[str]) -> float:
    if not cues:
        return 0.0
    feature = place.feature or ""
    return 1.0 if any(feature.startswith(cue) for cue in cues) else -1.0


def _division(place: Place) -> str | None:
    return None if (place.feature or "").startswith("A.PCL") else place.adm1_code


def _opinion(name: Name, beliefs: np.ndarray) -> tuple[dict[str, float], dict[str, float]]:
    by_country: dict[str, float] = {}
    by_division: dict[str, float] = {}
    for match, belief in zip(name.matches, beliefs, strict=True):
        if match.place.country_code:
            by_country[match.place.country_code] = by_country.get(match.place.country_code, 0.0) + float(belief)
        if division := _division(match.place):
            by_division[division] = by_division.get(division, 0.0) + float(belief)
    return by_country, by_division


def _note_best(i: int, name: Name, beliefs: np.ndarray, context: Context) -> None:
    best = int(np.argmax(beliefs))
    place = name.matches[best].place
    context.points[i] = name.vectors[best]
    feature = place.feature or ""
    if beliefs[best] >= 0.5:
        if feature.startswith("A.PCL") and place.country_code:
            context.countries_named.setdefault(place.country_code, i)
        elif feature == "A.ADM1" and place.adm1_code:
            context.divisions_named.setdefault(place.adm1_code, i)
    context.weights[i] = 0.0 if feature.startswith(("A.PCL", "L", "H.O", "H.SEA")) else float(beliefs[best])


def _near(index: int, name: Name, context: Context) -> np.ndarray:
    if not len(name.matches) or not len(context.points):
        return np.zeros(len(name.matches))
    km = EARTH_RADIUS * np.arccos(np.clip(name.vectors @ context.points.T, -1.0, 1.0))
    weights = context.weights.copy()
    if index < len(weights):
        weights[index] = 0.0
    return np.log1p((np.exp(-km / NEAR_KM) * weights).sum(axis=1))


def _belief_in(other: Name, beliefs: np.ndarray, match: Match, *, outward: bool) -> float:
    """Belief that the other name is a place which holds this candidate (outward) or lies in it."""
    pairs = zip(other.matches, beliefs, strict=True)
    return float(sum(b for m, b in pairs if (lies_in(match, m) if outward else lies_in(m, match))))
