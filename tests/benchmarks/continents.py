"""Accuracy by the continent of the gold place: is Dateline as good on Africa as on Europe?

    python -m tests.benchmarks.continents GOLD.jsonl TOLD.jsonl [GOLD.jsonl TOLD.jsonl …] [--told-only]

TOLD is the output of `python -m geo parse --format jsonl` or of `geo.training.cross_validate`, which alone shows what the
models make of documents that they have not learnt from. Counted are gold mentions with a point. "right place" is the share of
the found ones that is within 161 km or has the gold id, "found and right" the share of all of them (recall, end to end).

The continent is that of the gold id's country, else of the country whose outline holds the gold point or whose town is within
20 km of it; countries are sorted as the gazetteer does, by UN M49: Russia is in Europe, Turkey and the Caucasus in Asia,
Central America and the Caribbean in North America. A continent's own name counts for it. Seas and other regions in no one
country are a row of their own.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping

from geo.gazetteer import Gazetteer
from geo.location import Shapes
from geo.location.containing import containing
from tests.benchmarks.scoring import Documents, Record, add_pairs, is_right, located, pairs, read_pairs

CONTINENTS = {
    "geonames:6255146": "Africa",
    "geonames:6255152": "Antarctica",
    "geonames:6255147": "Asia",
    "geonames:6255148": "Europe",
    "geonames:6255149": "North America",
    "geonames:6255151": "Oceania",
    "geonames:6255150": "South America",
}
"""The gazetteer's ids of the continents, whose members are countries."""

NOWHERE = "in no one country"

COAST_KM = 20.0
"""Kilometres from the nearest town within which a point in no outline is that town's country: coasts are drawn roughly."""

TOWNS = 20
"""Towns around a point whose countries are asked whether they hold it."""

Table = dict[str, Counter[str]]
"""Counts of `mentions`, `found`, `right` of the found, and `e2e` by continent."""


class Atlas:
    """Tells the continent of a gold mention."""

    def __init__(self) -> None:
        self._gazetteer = Gazetteer()
        self._shapes = Shapes()
        self._of_country = {
            country.country_code: name
            for id, name in CONTINENTS.items()
            for country in self._gazetteer.members(id)
            if country.country_code
        }

    def continent(self, gold: Record) -> str:
        """The continent of a gold mention that has a point."""
        number = gold.get("geonameid")
        place = self._gazetteer.get(f"geonames:{number}") if number else None
        if place and place.id in CONTINENTS:
            return CONTINENTS[place.id]
        code = place.country_code if place and place.country_code else self._country_at(gold["lat"], gold["lon"])
        return self._of_country.get(code or "", NOWHERE)

    def _country_at(self, lat: float, lon: float) -> str | None:
        towns = self._gazetteer.near(lat=lat, lon=lon, limit=TOWNS, feature_class="P")
        near = [place for _, place in towns]
        within = containing(lat=lat, lon=lon, near=near, gazetteer=self._gazetteer, shapes=self._shapes)
        if within.country:
            return within.country.country_code
        return near[0].country_code if towns and towns[0][0] <= COAST_KM else None


def by_continent(gold: Documents, told: Documents, atlas: Atlas) -> Table:
    """Counts of a corpus by the continents of its mentions."""
    table: Table = {}
    for document, golds in gold.items():
        predictions = told.get(document, [])
        found = dict(pairs(golds, predictions))
        right = {i for i, _ in pairs(golds, predictions, is_right)}
        for i, mention in enumerate(golds):
            if located(mention):
                table.setdefault(atlas.continent(mention), Counter()).update(
                    mentions=1,
                    found=i in found,
                    right=i in found and is_right(mention, predictions[found[i]]),
                    e2e=i in right,
                )
    return table


def together(tables: Mapping[str, Table]) -> Table:
    """The corpora as one."""
    continents = {continent for table in tables.values() for continent in table}
    return {c: sum((table.get(c, Counter()) for table in tables.values()), Counter()) for c in continents}


def lines(name: str, table: Table) -> list[str]:
    """The corpus's rows, most mentions first; shares of 100."""
    rows = [f"{name:20}{'mentions':>10}{'right place':>13}{'found and right':>17}"]
    for continent, n in sorted(table.items(), key=lambda row: -row[1]["mentions"]):
        right = f"{100 * n['right'] / n['found']:13.1f}" if n["found"] else f"{'–':>13}"
        rows.append(f"    {continent:16}{n['mentions']:10}{right}{100 * n['e2e'] / n['mentions']:17.1f}")
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_pairs(parser)
    atlas = Atlas()
    tables: dict[str, Table] = {}
    for name, gold, told in read_pairs(parser.parse_args(), parser):
        tables[name] = by_continent(gold, told, atlas)
    if len(tables) > 1:
        tables["all"] = together(tables)
    for name, table in tables.items():
        print("\n".join(lines(name, table)) + "\n")


if __name__ == "__main__":
    main()
