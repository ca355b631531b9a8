"""How fast outlines come: `python -m tests.benchmarks.shapes`.

Every country is asked for once, first with its full outline, then as the map draws it; regions as their members together.
Each figure is the best of a few fresh starts in thread time, so that what else runs on the machine does not count.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable

import shapely

from geo.location import Shapes
from geo.location.areas import locate_area
from geo.location.shapes import REMEMBERED
from geo.types import Place

STARTS = 5
REGIONS = {
    "Western Europe": "AT BE CH DE FR LI LU MC NL",
    "Sahel": "SN MR ML BF NE NG TD SD ER",
    "Latin America": "MX GT HN SV NI CR PA CO VE EC PE BO CL AR UY PY BR CU DO HT",
    "Asia": "RU CN TW IN KZ MN IR SA TR ID JP PK AF TH MM VN",
}


class NoRegions:
    """The part of a gazetteer that locating a country asks."""

    def members(self, place_id: str) -> tuple[Place, ...]:
        return ()

    def outline(self, place_id: str) -> None:
        return None


def main() -> None:
    """Print a line for each figure."""
    print(f"open                     {min(_ms(Shapes) for _ in range(STARTS)):7.2f} ms")
    shapes = Shapes()
    print(f"the other view           {min(_ms(lambda: shapes.seen('de-facto')) for _ in range(STARTS)):7.2f} ms")
    codes = [record["code"] for record in shapes.records if record["level"] == 0]
    report("outline, first time", codes, lambda shapes, code: shapes.area(country(code)))
    report("as drawn, first time", codes, lambda shapes, code: locate_area(country(code), shapes, NoRegions()))
    report("region, first time", REGIONS, lambda shapes, name: shapes.union(list(map(country, REGIONS[name].split()))))
    print(f"the {REMEMBERED} largest outlines, as many as are kept: {memory_mb(shapes, codes):.1f} MB of corners")


def report(what: str, names: Iterable[str], ask: Callable[[Shapes, str], object]) -> None:
    """Median and slowest."""
    best = {name: float("inf") for name in names}
    for _ in range(STARTS):
        shapes = Shapes()
        for name in best:
            best[name] = min(best[name], _ms(lambda name=name, shapes=shapes: ask(shapes, name)))
    worst = sorted(best, key=best.__getitem__, reverse=True)[:3]
    slowest = ", ".join(f"{name} {best[name]:.1f}" for name in worst)
    print(f"{what:<24} {statistics.median(best.values()):7.2f} ms median; slowest {slowest} ms")


def memory_mb(shapes: Shapes, codes: Iterable[str]) -> float:
    """What the bounded memory of outlines holds at most, at two numbers of eight bytes a corner."""
    corners = sorted(int(shapely.get_num_coordinates(shapes.area(country(code)))) for code in codes)
    return sum(corners[-REMEMBERED:]) * 16 / 2**20


def country(code: str) -> Place:
    return Place(f"country:{code}", code, 0.0, 0.0, code, "A.PCLI")


def _ms(call: Callable[[], object]) -> float:
    start = time.thread_time()
    call()
    return 1000 * (time.thread_time() - start)


if __name__ == "__main__":
    main()
