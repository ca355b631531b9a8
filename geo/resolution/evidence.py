"""The evidence for each candidate: numbers between about -1 and 2, each with one meaning.

Some of it stands in the gazetteer (how many live there, which kind of name matched), some in the words beside the mention,
and some in the other names of the article, weighted by how far each of those is itself believed. The weights that make one
score of it are learnt (`geo.training.fit_resolver`) and lie in `data/models/resolver`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from geopy.distance import EARTH_RADIUS

from geo.gazetteer import is_noted, key
from geo.resolution.names import Name, unit_vectors
from geo.resolution.outlet import Home
from geo.types import Match, Mention, Place

FEATURES = (
    "population",  # log10 of the population, over 6; of waters, regions and sites, of a town as well known
    "lead",  # by how much that exceeds the largest of the other candidates
    "largest",  # 1 for the first of the candidates in the gazetteer's order of importance
    "rank",  # 1 over its number in that order
    "share",  # its part of the population of all candidates
    "rivals",  # log1p of the number of candidates, over 4
    "country",  # the place is a country …
    "adm1",  # … a first-level division
    "adm2",  # … a second-level one
    "capital",  # … a national capital
    "seat",  # … the seat of a first-level division
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
    "former_name",  # matched by a former name
    "demonym",  # matched by an adjective or people named after it
    "abbreviation",  # matched by an abbreviation
    "respelt",  # found only in another form or script
    "spelt_alike",  # the text has the gazetteer's spelling, letter for letter
    "article",  # "the" stands before it
    "associative",  # the mention stands for a people or government …
    "associative_state",  # … and the candidate has one
    "held",  # the text says that it lies in another place, and it does
    "not_held",  # the text says so of this name, and this candidate does not
    "holds",  # the text says that another place lies in it, and it does
    "cue",  # the next word says "river", "county" … and it is one; -1 when it is not
    "country_share",  # the part of the article's other names that is in its country
    "adm1_share",  # the part that is in its first-level division
    "top_country",  # 1 where no country has a larger part
    "top_adm1",  # 1 where no division has a larger part
    "country_named",  # its country is among the other names
    "adm1_named",  # its division is among the other names
    "near",  # log1p of the number of other places nearby, each weighted down by its distance over `NEAR_KM`
    "country_beside",  # the part of the names within `BESIDE` characters that is in its country
    "adm1_beside",  # the part of those that is in its division
    "near_beside",  # as "near", of those
    "country_first",  # the part of the first `FIRST` other names that is in its country
    "adm1_first",  # the part of those that is in its division
    "company",  # how many other names there are: log1p, at most that of `MUCH_COMPANY`, over 3
    "home_known",  # the outlet's home is known …
    "home_country",  # … and the candidate is in its country
    "home_adm1",  # … in its division
    "home_near",  # … or near its town, weighted down by the distance over `HOME_KM`
)
"""The columns of the evidence, in order."""

NONE_FEATURES = (
    "none",  # a constant
    "doubt",  # the recogniser's doubt as log-odds
    "lower_case",  # a name in small letters
    "single_match",  # one lone candidate
    "unpopulated",  # no candidate is known to be inhabited or well known
    "company",  # how many other names there are: where there are none, nothing can support a place
    "rivals",  # log1p of the number of candidates, over 4
    "prominence",  # the largest "population" of its candidates
    "spelt_alike",  # a candidate has the text's spelling
    "own_name",  # a candidate is shown under this name
    "associative",  # the mention stands for a people or government
    "held",  # the text says that it lies in another place
    "words",  # words of the name but one, at most 3, over 3
    "called",  # the text gives it as something's name: "a bar known as Manhattan"
    "repeated",  # log1p of the further mentions of the name, at most 10 of them
)
"""What speaks for "none of these"."""

SCORES = (0.01, 0.995)
"""The recogniser's probabilities are cut to this before they become log-odds: beyond, it is surer than it has a right to be."""

MUCH_COMPANY = 20
"""Names beyond which more make no difference."""

NEAR_KM = 120.0
"""Distance at which a neighbour counts 1/e. On held-out US local news 60 km found 10 right places fewer of 901, 240 km 3."""

INITIALS = 3
"""Letters up to which capitals are an abbreviation's rather than a headline's."""

FIRST = 3
"""Names that an article begins with. Headline, date line and first sentence say where a story plays."""

HOME_KM = 80.0
"""Distance from an outlet's town at which nearness counts 1/e: what a local paper covers."""

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


def fixed(text: str, mentions: Sequence[Mention], name: Name, others: int = 0, home: Home | None = None) -> np.ndarray:
    """(candidates, features) evidence that does not depend on what other names mean; the context columns are 0.

    `others` is the number of other names in the article, `home` where its outlet's readers live.
    """
    rows = np.zeros((len(name.matches), len(FEATURES)))
    if not len(rows):
        return rows
    people = np.array([m.place.population or 0 for m in name.matches], dtype=float)
    sizes = np.array([_size(m.place) for m in name.matches])
    associative = any(mentions[i].role == "associative" for i in name.mentions)
    cues = _cues(text, mentions, name)
    columns = {
        "population": sizes,
        "lead": _lead(sizes),
        "share": people / max(1.0, people.sum()),
        "rank": 1.0 / np.arange(1, len(rows) + 1),
        "rivals": _rivals(name),
        "company": _company(others),
        "article": float(name.article),
        "associative": float(associative),
        **_near_home(name, home),
    }
    for feature, values in columns.items():
        rows[:, COLUMN[feature]] = values
    rows[0, COLUMN["largest"]] = 1.0
    for row, match in zip(rows, name.matches, strict=True):
        feature = match.place.feature or ""
        values = {
            **_of_place(match.place),
            "own_name": float(_is_own_name(match)),
            "shortened": float(feature.startswith("A.ADM") and not _is_own_name(match)),
            "usual_name": float(match.kind in ("official", "english")),
            "former_name": float(match.kind == "former"),
            "vague": float(_VAGUE.issuperset(key(match.name).split())),
            "demonym": float(match.kind == "demonym"),
            "abbreviation": float(match.kind == "abbreviation"),
            "respelt": float(match.grade not in ("exact", "normalised")),
            "spelt_alike": float(_is_spelt_alike(match, name.surface)),
            "cue": _cue(match.place, cues),
            "associative_state": float(associative and feature.startswith(("A.PCL", "P.PPLC"))),
        }
        for known, value in values.items():
            row[COLUMN[known]] = value
    return rows


def against_all(name: Name, mentions: Sequence[Mention], others: int) -> np.ndarray:
    """Evidence for "none of these", by `NONE_FEATURES`; `others` is the number of other names in the article."""
    score = np.clip(max(mentions[i].score for i in name.mentions), *SCORES)
    size = max((_size(m.place) for m in name.matches), default=0.0)
    values = {
        "none": 1.0,
        "doubt": np.log((1.0 - score) / score),
        "lower_case": float(name.surface.islower()),
        "single_match": float(len(name.matches) == 1),
        "unpopulated": float(size == 0),
        "company": _company(others),
        "rivals": _rivals(name),
        "prominence": size,
        "spelt_alike": float(any(_is_spelt_alike(m, name.surface) for m in name.matches)),
        "own_name": float(any(_is_own_name(m) for m in name.matches)),
        "associative": float(any(mentions[i].role == "associative" for i in name.mentions)),
        "held": float(bool(name.holders)),
        "words": min(len(name.surface.split()) - 1, 3) / 3,
        "called": float(name.called),
        "repeated": np.log1p(min(len(name.mentions) - 1, 10)),
    }
    return np.array([values[feature] for feature in NONE_FEATURES])


def distances_km(points: np.ndarray, vector: np.ndarray) -> np.ndarray:
    """Great-circle distances from one unit vector to others, on geopy's sphere."""
    return EARTH_RADIUS * np.arccos(np.clip(points @ vector, -1.0, 1.0))


COLUMN = {feature: column for column, feature in enumerate(FEATURES)}
"""Where each feature stands in a row."""


def _size(place: Place) -> float:
    """Decimal logarithm of its population, or of that of a town as well known, over 6."""
    return float(np.log10(place.population + 1) if place.population else max(0.0, place.importance or 0.0)) / 6


def _lead(sizes: np.ndarray) -> np.ndarray:
    """How far each size is above the largest of the others."""
    if len(sizes) == 1:
        return sizes
    second, first = np.sort(sizes)[-2:]
    return sizes - np.where(sizes == first, second, first)


def _rivals(name: Name) -> float:
    return float(np.log1p(len(name.matches)) / 4)


def _company(others: int) -> float:
    return float(np.log1p(min(others, MUCH_COMPANY)) / 3)


def _near_home(name: Name, home: Home | None) -> dict[str, np.ndarray | float]:
    """How far the outlet's home speaks for each candidate."""
    if home is None:
        return {}
    near = np.zeros(len(name.matches))
    for lat, lon, weight in home.points:
        km = distances_km(name.vectors, unit_vectors([(lat, lon)])[0])
        near = np.maximum(near, weight * np.exp(-km / HOME_KM))
    return {
        "home_known": 1.0,
        "home_country": np.array([home.countries.get(m.place.country_code or "", 0.0) for m in name.matches]),
        "home_adm1": np.array([home.divisions.get(division(m.place) or "", 0.0) for m in name.matches]),
        "home_near": near,
    }


_CLASSES = {"H": "water", "L": "region", "T": "relief", "S": "spot", "R": "spot", "V": "region", "U": "water"}
_SETTLEMENTS = {"P.PPLC": "capital", "P.PPLA": "seat", "P.PPLX": "section"}
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


def division(place: Place) -> str | None:
    """The first-level division that a place below a country lies in or is."""
    return None if (place.feature or "").startswith("A.PCL") else place.adm1_code


def _is_own_name(match: Match) -> bool:
    return key(match.name) == key(match.place.name)


def _is_spelt_alike(match: Match, surface: str) -> bool:
    """Letter for letter; a dateline or headline in capitals is spelt as its letters are: "ATHENS"."""
    return match.name == surface or (surface.isupper() and len(surface) > INITIALS and match.name.upper() == surface)


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
    if any(feature.startswith(cue) for cue in cues):
        return 1.0
    return 0.0 if feature.startswith("A.PCL") else -1.0  # Norfolk Island is a country too
