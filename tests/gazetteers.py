"""A gazetteer of a dozen places for tests that must not depend on the shipped one. Real ids, rounded figures."""

from geo.gazetteer import key
from geo.types import Match, Place

FRANCE = Place("geonames:3017382", "France", 46.0, 2.0, "FR", "A.PCLI", 64_768_389)
PARIS = Place("geonames:2988507", "Paris", 48.853, 2.349, "FR", "P.PPLC", 2_138_551, "FR.11", "Île-de-France")
PARIS_TEXAS = Place(
    "geonames:4717560", "Paris", 33.661, -95.556, "US", "P.PPLA2", 24_839, "US.TX", "Texas", "Lamar County"
)
LYON = Place("geonames:2996944", "Lyon", 45.748, 4.847, "FR", "P.PPLA", 522_969, "FR.84", "Auvergne-Rhône-Alpes")
UNITED_STATES = Place("geonames:6252001", "United States", 39.76, -98.5, "US", "A.PCLI", 327_167_434)
TEXAS = Place("geonames:4736286", "Texas", 31.25, -99.25, "US", "A.ADM1", 22_875_689, "US.TX", "Texas")
LAMAR = Place(
    "geonames:4705086", "Lamar County", 33.667, -95.571, "US", "A.ADM2", 49_793, "US.TX", "Texas", "Lamar County"
)
DALLAS = Place(
    "geonames:4684888", "Dallas", 32.783, -96.807, "US", "P.PPLA2", 1_300_092, "US.TX", "Texas", "Dallas County"
)
BELARUS = Place("geonames:630336", "Belarus", 53.0, 28.0, "BY", "A.PCLI", 9_485_386)
MINSK = Place("geonames:625144", "Minsk", 53.9, 27.567, "BY", "P.PPLC", 1_742_124, "BY.04", "Minsk City")
GOMEL = Place("geonames:627907", "Gomel", 52.434, 30.975, "BY", "P.PPLA", 480_951, "BY.02", "Gomel Region")

_NAMES = {
    "France": [(FRANCE, "official")],
    "French": [(FRANCE, "demonym")],
    "Paris": [(PARIS, "official"), (PARIS_TEXAS, "official")],
    "Lyon": [(LYON, "official")],
    "United States": [(UNITED_STATES, "official")],
    "Texas": [(TEXAS, "official")],
    "Lamar County": [(LAMAR, "official")],
    "Dallas": [(DALLAS, "official")],
    "Belarus": [(BELARUS, "official")],
    "Minsk": [(MINSK, "official")],
    "Gomel": [(GOMEL, "official")],
}


class _Small:
    """The part of `Gazetteer` that resolving uses."""

    def __init__(self):
        self._by_key = {key(name): (name, rows) for name, rows in _NAMES.items()}

    def look_up(self, name: str) -> tuple[Match, ...]:
        known, rows = self._by_key.get(key(name), (name, []))
        return tuple(Match(place, known, kind) for place, kind in rows)


def small() -> _Small:
    return _Small()
