"""Where an outlet's readers live: a paper of Alexandria, Louisiana, does not say each time which Alexandria it means.

An article's source, address or outlet tells it in three ways, the surest first: the outlet stands in our own table; its name
or address holds a place's name (`austinheraldnews.com`); its address ends in a country's label (`.co.uk`). A source may be
anything, from anybody: what says nothing gives None, and nothing of it is repeated but the host of a well-formed address.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from geo import files
from geo.errors import DataError
from geo.gazetteer import Gazetteer, key
from geo.gazetteer.layered import Layered
from geo.resolution.hosts import Host, host_of, is_path
from geo.resolution.mastheads import named, titled
from geo.types import Article, Match, Place

TABLE = files.TABLES / "outlets.csv"

Reach = Literal["local", "regional", "national", "world"]
"""Where an outlet's readers live: around its town, in its first-level division, in its country, or anywhere."""

Origin = Literal["table", "name", "label"]
"""What told of the home: our table, a place's name in the outlet's own, or the country's label that ends an address."""

LONGEST_TITLE = 120
"""Code points of an outlet's name; longer ones are sentences."""

CANDIDATES = 8
"""Homes considered for one name, the likeliest first."""

SIZE = 0.5
"""How much likelier an outlet named Austin is of the larger Austin: by its importance (10 to that power, about the people
there) to this power. Small towns have papers too."""

TOLD = 3
"""Homes named to the reader at most."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One row of our table."""

    domain: str
    """Its web address without `www`, in small letters; what ends in it is the outlet's too."""
    name: str
    town: str
    """Home of its newsroom, as the gazetteer names it."""
    adm1_code: str | None
    """First-level division of that town as GeoNames codes it. None: the gazetteer has none for it."""
    country_code: str
    """ISO 3166-1 alpha-2."""
    reach: Reach

    def home_town(self, gazetteer: Gazetteer) -> Place | None:
        """The town in that gazetteer. None: it has none of that name there."""
        found = (match.place for match in gazetteer.look_up(self.town))
        towns = (place for place in found if (place.feature or "").startswith("P") and self._holds(place))
        return next(towns, None)

    def _holds(self, place: Place) -> bool:
        return place.country_code == self.country_code and self.adm1_code in (None, place.adm1_code)


@dataclass(frozen=True, slots=True)
class Home:
    """Where an outlet's readers live, as far as its name and address say. Weights are shares: of 1 or less in all."""

    countries: Mapping[str, float]
    """ISO 3166-1 alpha-2 code → weight."""
    divisions: Mapping[str, float]
    """Code of a first-level division as GeoNames codes it (`US.LA`) → weight. Empty: any part of the country."""
    points: tuple[tuple[float, float, float], ...]
    """Latitude, longitude and weight of the towns, likeliest first. Empty: no town is known."""
    reach: Reach
    """How far around: `local` around the points, `regional` in the divisions, `national` in the countries."""
    origin: Origin
    told: str
    """The same in plain words, fit for a reader: "americanpress.com is an outlet of Lake Charles, Louisiana"."""


@dataclass(frozen=True)
class Outlets:
    """Our table of outlets, loaded once. Read-only: any number of threads may ask it."""

    by_domain: Mapping[str, Outlet] = field(repr=False)
    by_name: Mapping[str, tuple[Outlet, ...]] = field(repr=False)
    """By the outlet's name as `key` spells it; several outlets share one ("The Gazette")."""
    sha256: str = ""
    """Of the table's file."""

    @classmethod
    def load(cls, path: Path = TABLE) -> Outlets:
        """Read the shipped table; `DataError` when the file is missing or of other columns."""
        content = files.shipped(path).read_bytes()
        try:
            rows = [_outlet(row) for row in csv.DictReader(content.decode("utf-8").splitlines())]
        except (ValueError, KeyError, TypeError, AttributeError, csv.Error) as error:
            raise DataError(f"{path} is no table of outlets ({error!r}); restore it from the repository") from error
        return cls.of(rows, hashlib.sha256(content).hexdigest())

    @classmethod
    def of(cls, rows: Iterable[Outlet], sha256: str = "") -> Outlets:
        """The table of these rows; of two with one domain the last counts."""
        by_domain = {row.domain: row for row in rows}
        by_name: dict[str, tuple[Outlet, ...]] = {}
        for row in by_domain.values():
            by_name[key(row.name)] = (*by_name.get(key(row.name), ()), row)
        return cls(MappingProxyType(by_domain), MappingProxyType(by_name), sha256)

    def home(self, source: object, gazetteer: Gazetteer | Layered) -> Home | None:
        """The home that a source tells of. None: it tells of none, or is of the whole world. Never raises on odd input.

        A user's own places say nothing of where outlets are, so the gazetteer below them is asked.
        """
        if not isinstance(source, str) or not source.strip():
            return None
        base = gazetteer.base if isinstance(gazetteer, Layered) else gazetteer
        if host := host_of(source):
            return self._of_host(host, base)
        if is_path(source) or len(source) > LONGEST_TITLE:
            return None
        return self._of_title(source, base)

    def home_of(self, article: Article, gazetteer: Gazetteer | Layered) -> Home | None:
        """The home of the readers of an article, by its source, its web address or its outlet, the first that tells of one.

        Where one of them is the address of an outlet in the table, that alone counts: an outlet of the whole world has no home.
        """
        told = (article.source, article.address, article.outlet)
        known = next((each for each in told if self.listed(each)), None)
        homes = (self.home(each, gazetteer) for each in ((known,) if known else told))
        return next(filter(None, homes), None)

    def listed(self, source: object) -> Outlet | None:
        """The row of the table that a web address belongs to. None: the table has none, or it is no address."""
        host = host_of(source) if isinstance(source, str) else None
        return self._row(host) if host else None

    def _row(self, host: Host) -> Outlet | None:
        return next((self.by_domain[domain] for domain in host.domains if domain in self.by_domain), None)

    def _of_host(self, host: Host, gazetteer: Gazetteer) -> Home | None:
        row = self._row(host)
        if row and row.reach != "national":
            return _listed([row], gazetteer)
        if row:
            own = row.domain.count(".") + 1
            desks = tuple(reversed(host.name.split(".")[:-own]))
            return _after_names(host, desks, row.country_code, gazetteer) or _listed([row], gazetteer)
        code = host.country_code if host.country_code and gazetteer.country(host.country_code) else None
        return _after_names(host, host.labels, code, gazetteer) or _after_label(host, code, gazetteer)

    def _of_title(self, title: str, gazetteer: Gazetteer) -> Home | None:
        if rows := self.by_name.get(key(title)):
            return _listed(rows, gazetteer)
        places = titled(title, gazetteer)
        return _named(places, "the outlet’s name", "") if places else None


def _outlet(row: Mapping[str, str]) -> Outlet:
    if row["reach"] not in get_args(Reach):
        raise ValueError(f"no such reach: {row['reach']!r}")
    return Outlet(row["domain"], row["name"], row["town"], row["adm1"] or None, row["country_code"], row["reach"])


def _listed(rows: Sequence[Outlet], gazetteer: Gazetteer) -> Home | None:
    """The home of the outlets of one name, each as likely as the next."""
    rows = [row for row in rows if row.reach != "world"]
    share = 1.0 / len(rows) if rows else 0.0
    countries: dict[str, float] = {}
    divisions: dict[str, float] = {}
    points: list[tuple[float, float, float]] = []
    told: list[str] = []
    for row in rows:
        town = row.home_town(gazetteer)
        _add(countries, row.country_code, share)
        if row.reach != "national" and row.adm1_code:
            _add(divisions, row.adm1_code, share)
        if row.reach == "local" and town:
            points.append((town.lat, town.lon, share))
        told.append(_where(row, town, gazetteer))
    if not rows:
        return None
    what = rows[0].domain if len(rows) == 1 else rows[0].name
    words = f"{what} is an outlet of {_or(dict.fromkeys(told))}"
    return Home(countries, divisions, tuple(points), rows[0].reach, "table", words)


def _after_names(host: Host, labels: Sequence[str], code: str | None, gazetteer: Gazetteer) -> Home | None:
    """The home that the host's own words name, in the country where one is known."""
    for label in labels:
        places = [match for match in named(label, gazetteer) if code in (None, match.place.country_code)]
        if places:
            return _named(places, host.name, code or "")
    return None


def _after_label(host: Host, code: str | None, gazetteer: Gazetteer) -> Home | None:
    """The home that the last label of the host is of itself."""
    if host.place and (places := gazetteer.look_up(host.place)):
        return _named(places[:1], host.name, "")
    country = gazetteer.country(code) if code else None
    if not country:
        return None
    return Home({code: 1.0}, {}, (), "national", "label", f"{host.name} is an address of {country.name}")


def _named(matches: Sequence[Match], where: str, code: str) -> Home:
    """The home that one of these places is, by their size."""
    sizes = {match.place.id: 10.0 ** (SIZE * (match.place.importance or 0.0)) for match in matches}
    best = sorted(matches, key=lambda match: -sizes[match.place.id])[:CANDIDATES]
    total = sum(sizes[match.place.id] for match in best)
    countries: dict[str, float] = {}
    divisions: dict[str, float] = {}
    points: list[tuple[float, float, float]] = []
    for place in (match.place for match in best):
        share = sizes[place.id] / total
        if place.country_code or code:
            _add(countries, place.country_code or code, share)
        whole = (place.feature or "").startswith("A.PCL")
        if place.adm1_code and not whole:
            _add(divisions, place.adm1_code, share)
        if not whole and place.feature != "A.ADM1":
            points.append((place.lat, place.lon, share))
    labels: dict[str, str] = {}
    for match in best:
        labels.setdefault(key(match.place.label), match.place.label)
    reach: Reach = "local" if points else "regional" if divisions else "national"
    return Home(countries, divisions, tuple(points), reach, "name", f"{where} names {_or(labels.values())}")


def _add(weights: dict[str, float], code: str, share: float) -> None:
    weights[code] = weights.get(code, 0.0) + share


def _where(row: Outlet, town: Place | None, gazetteer: Gazetteer) -> str:
    """Town and division, or the country where that is all that counts."""
    country = gazetteer.country(row.country_code)
    if row.reach == "national" or not town:
        return country.name if country else row.country_code
    if row.reach == "regional":
        return town.adm1_name or town.name
    above = town.adm1_name if town.adm1_name != town.name else None
    return ", ".join(filter(None, (town.name, above or (country and country.name))))


def _or(names: Iterable[str]) -> str:
    """ "A", "A or B", "A, B or C", with no more than `TOLD` named."""
    listed = list(names)
    shown = listed[:TOLD] if len(listed) <= TOLD else [*listed[: TOLD - 1], "elsewhere"]
    return " or ".join(filter(None, (", ".join(shown[:-1]), shown[-1]))) if shown else "nowhere known"
