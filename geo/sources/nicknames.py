"""Towns that an alias list calls by the name of a landmark elsewhere: “White House” for Casablanca.

Such an alias is a translation or a nickname. In a text the name means the landmark, which is in our own tables because the
news speak of it, and no number of people in the town makes the town likelier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from geo.gazetteer.normalise import key
from geo.sources.merge import Entry
from geo.sources.noise import alike
from geo.sources.sphere import distance_km

NEAR_KM = 50.0
"""A town as near as that is where the landmark stands, and may be called by its name: Abqaiq and its oil works."""


def drop(entries: Sequence[Entry]) -> None:
    """Take such aliases from the towns; one that shares a word with the town's own name stays: Lipa is Lipa City too."""
    landmarks = _by_name(entries)
    for town in entries:
        if (town.feature or "").startswith("P."):
            own = key(town.name).split()
            strange = [name for name, (_, kind) in town.names.items() if kind == "alternate" and name in landmarks]
            for name in strange:
                if not alike(name.split(), own) and all(distance_km(town, each) > NEAR_KM for each in landmarks[name]):
                    del town.names[name]


def _by_name(entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """The landmarks of our own tables by their normalised names; not airports, which are called by towns themselves."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.ours and (entry.feature or "").startswith("S.") and entry.feature != "S.AIRP":
            for name, (_, kind) in entry.names.items():
                if kind != "former":
                    found[name].append(entry)
    return found
