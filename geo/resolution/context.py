"""What the names of an article say of each other: each name's opinion, weighted by how far its candidates are believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from geopy.distance import EARTH_RADIUS

from geo.resolution.evidence import COLUMN, CONTEXT_NAMES, FIRST, NEAR_KM, division
from geo.resolution.names import Name, lies_in
from geo.types import Place

SURE = 0.5
"""Belief from which a name counts as the country or division that it most likely is."""


@dataclass(frozen=True)
class Ground:
    """What the names' candidates have to do with each other, whatever is believed; made once for an article."""

    names: tuple[Name, ...]
    countries: tuple[np.ndarray, ...]
    """For each name, the number of each candidate's country; 0 where it is in none."""
    divisions: tuple[np.ndarray, ...]
    """The same of its first-level division."""
    codes: tuple[int, int]
    """How many numbers of countries and of divisions there are, 0 among them."""
    inside: dict[tuple[int, int], np.ndarray]
    """By (inner, outer) names that the text puts so: (candidates, candidates) 1 where the one lies in the other."""

    @classmethod
    def of(cls, names: Sequence[Name]) -> Ground:
        country_numbers: dict[str, int] = {}
        division_numbers: dict[str, int] = {}
        inside = {}
        for outer, name in enumerate(names):
            for inner in name.held:
                pairs = [[lies_in(a, b) for b in name.matches] for a in names[inner].matches]
                inside[inner, outer] = np.array(pairs, dtype=float).reshape(len(pairs), len(name.matches))
        countries = tuple(_numbered((m.place.country_code for m in n.matches), country_numbers) for n in names)
        divisions = tuple(_numbered((division(m.place) for m in n.matches), division_numbers) for n in names)
        return cls(tuple(names), countries, divisions, (len(country_numbers) + 1, len(division_numbers) + 1), inside)


@dataclass(frozen=True)
class Context:
    """What the first `CONTEXT_NAMES` names say together at some beliefs."""

    country_mass: np.ndarray
    """(countries,) belief in candidates in each."""
    division_mass: np.ndarray
    points: np.ndarray
    """(names, 3) unit vectors of each name's likeliest place."""
    weights: np.ndarray
    """(names,) belief in that place; 0 where a place is too large to be near anything."""
    countries_named: dict[int, int]
    """Number of a country to the first name that is that country."""
    divisions_named: dict[int, int]


def gather(ground: Ground, beliefs: Sequence[np.ndarray]) -> Context:
    """What the names say at the present beliefs (one array of candidates a name)."""
    used = range(min(len(ground.names), CONTEXT_NAMES))
    points, weights = np.zeros((len(used), 3)), np.zeros(len(used))
    countries: dict[int, int] = {}
    divisions: dict[int, int] = {}
    for i in used:
        if not len(beliefs[i]):
            continue
        best = int(np.argmax(beliefs[i]))
        place = ground.names[i].matches[best].place
        points[i] = ground.names[i].vectors[best]
        weights[i] = 0.0 if is_wide(place) else beliefs[i][best]
        if beliefs[i][best] >= SURE:
            feature = place.feature or ""
            if feature.startswith("A.PCL"):
                countries.setdefault(int(ground.countries[i][best]), i)
            elif feature == "A.ADM1":
                divisions.setdefault(int(ground.divisions[i][best]), i)
    country_mass = _mass(used, ground.countries, beliefs, ground.codes[0])
    division_mass = _mass(used, ground.divisions, beliefs, ground.codes[1])
    return Context(country_mass, division_mass, points, weights, countries, divisions)


def with_context(
    rows: np.ndarray, index: int, ground: Ground, beliefs: Sequence[np.ndarray], context: Context
) -> np.ndarray:
    """A copy of one name's fixed evidence with the context columns filled in."""
    filled = rows.copy()
    if not len(rows):
        return filled
    name, countries, divisions = ground.names[index], ground.countries[index], ground.divisions[index]
    apart = {index, *name.namesakes}
    first = [i for i in range(min(FIRST + len(apart), len(ground.names))) if i not in apart][:FIRST]
    beside = name.beside - apart
    silent = [i for i in apart if i < len(context.weights)]
    own_country = _mass(silent, ground.countries, beliefs, ground.codes[0])
    own_division = _mass(silent, ground.divisions, beliefs, ground.codes[1])
    country, adm1 = _shares(context.country_mass - own_country), _shares(context.division_mass - own_division)
    near, near_beside = _near(name, silent, beside, context)
    held = _held(index, ground, beliefs)
    columns = {
        "held": held,
        "not_held": float(bool(name.holders)) * (1.0 - held),
        "holds": _holds(index, ground, beliefs),
        "country_share": country[countries],
        "adm1_share": adm1[divisions],
        "top_country": _is_top(country, countries),
        "top_adm1": _is_top(adm1, divisions),
        "country_named": [float(context.countries_named.get(code, index) not in apart) for code in countries.tolist()],
        "adm1_named": [float(context.divisions_named.get(code, index) not in apart) for code in divisions.tolist()],
        "near": near,
        "near_beside": near_beside,
        "country_beside": _shares(_mass(beside, ground.countries, beliefs, ground.codes[0]))[countries],
        "adm1_beside": _shares(_mass(beside, ground.divisions, beliefs, ground.codes[1]))[divisions],
        "country_first": _shares(_mass(first, ground.countries, beliefs, ground.codes[0]))[countries],
        "adm1_first": _shares(_mass(first, ground.divisions, beliefs, ground.codes[1]))[divisions],
    }
    for feature, values in columns.items():
        filled[:, COLUMN[feature]] = values
    return filled


def _numbered(codes: Iterable[str | None], numbers: dict[str, int]) -> np.ndarray:
    return np.array([numbers.setdefault(code, len(numbers) + 1) if code else 0 for code in codes], dtype=np.int64)


def is_wide(place: Place) -> bool:
    """Too large to be near anything."""
    return (place.feature or "").startswith(("A.PCL", "L", "H.O", "H.SEA"))


def _mass(indices: Iterable[int], codes: Sequence[np.ndarray], beliefs: Sequence[np.ndarray], size: int) -> np.ndarray:
    """(size,) belief of some names by code; nothing for code 0."""
    indices = list(indices)
    if not indices:
        return np.zeros(size)
    mass = np.bincount(
        np.concatenate([codes[i] for i in indices]), np.concatenate([beliefs[i] for i in indices]), minlength=size
    )
    mass[0] = 0.0
    return mass


def _shares(mass: np.ndarray) -> np.ndarray:
    mass = np.maximum(mass, 0.0)
    total = mass.sum()
    return mass / total if total > 1e-9 else np.zeros(len(mass))


def _is_top(shares: np.ndarray, codes: np.ndarray) -> np.ndarray:
    return (shares[codes] >= shares.max() - 1e-9) & (shares[codes] > 0)


def _near(
    name: Name, silent: Sequence[int], neighbours: Iterable[int], context: Context
) -> tuple[np.ndarray, np.ndarray]:
    """log1p of the weight of the places nearby: of the whole article, and of the names beside this one."""
    if not len(context.points):
        return np.zeros(len(name.matches)), np.zeros(len(name.matches))
    km = EARTH_RADIUS * np.arccos(np.clip(name.vectors @ context.points.T, -1.0, 1.0))
    weights = context.weights.copy()
    weights[silent] = 0.0
    beside = np.zeros(len(weights))
    beside[[i for i in neighbours if i < len(weights)]] = 1.0
    reach = np.exp(-km / NEAR_KM)
    return np.log1p(reach @ weights), np.log1p(reach @ (weights * beside))


def _held(index: int, ground: Ground, beliefs: Sequence[np.ndarray]) -> np.ndarray:
    """(candidates,) belief that a name said to hold this one is a place that does."""
    told = [ground.inside[index, outer] @ beliefs[outer] for outer in ground.names[index].holders]
    return np.max(told, axis=0) if told else np.zeros(len(beliefs[index]))


def _holds(index: int, ground: Ground, beliefs: Sequence[np.ndarray]) -> np.ndarray:
    """(candidates,) belief that a name said to lie in this one is a place that does."""
    told = [beliefs[inner] @ ground.inside[inner, index] for inner in ground.names[index].held]
    return np.max(told, axis=0) if told else np.zeros(len(beliefs[index]))
