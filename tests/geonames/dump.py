# ruff: noqa: E501 (rows as they are)
"""A dump of a few real places in GeoNames' own format, for tests; figures rounded, some columns left empty."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from geo.geonames import inputs
from geo.types import Place

CHANGED = 1_770_000_000
"""2026-02-02: when the files were last changed."""

COUNTRIES = {
    "BY": Place("geonames:630336", "Belarus", 53, 28, bbox=(23.2, 51.3, 32.8, 56.2), geometry="shapes:BY"),
    "US": Place("geonames:6252001", "United States", 39.76, -98.5),
    "FR": Place("geonames:3017382", "France", 46, 2),
    "UA": Place("geonames:690791", "Ukraine", 49, 32),
}
ZONE = Place("dateline:chernobyl-exclusion-zone", "", 51, 30, geometry="places:dateline:chernobyl-exclusion-zone")
OUTLINE = {"type": "Point", "coordinates": [30.1, 51.4]}


class Shipped:
    """The shipped gazetteer, as far as a build asks it."""

    def country(self, code):
        return COUNTRIES.get(code)

    def get(self, place_id):
        return next((place for place in (*COUNTRIES.values(), ZONE) if place.id == place_id), None)

    def outline(self, place_id):
        return OUTLINE if place_id == ZONE.id else None


PLACES = """\
630336\tRepublic of Belarus\tRepublic of Belarus\tBelarus,Belarussia,Weissrussland\t53.0\t28.0\tA\tPCLI\tBY\t\t00\t\t\t\t9485386\t\t156\tEurope/Minsk\t2024-08-06
628281\tHomyel Voblasc'\tHomyel Voblasc'\tGomel Oblast\t52.5\t30.0\tA\tADM1\tBY\t\t02\t\t\t\t1435000\t\t130\tEurope/Minsk\t2019-09-08
627907\tHomyel'\tHomyel'\tGomel,Homel,Гомель\t52.4345\t30.9754\tP\tPPLA\tBY\t\t02\t\t\t\t480951\t\t137\tEurope/Minsk\t2021-11-23
625144\tMinsk\tMinsk\tMinsk,Мінск\t53.9\t27.56667\tP\tPPLC\tBY\t\t04\t\t\t\t1742124\t\t222\tEurope/Minsk\t2020-03-03
6252001\tUnited States\tUnited States\tUSA\t39.76\t-98.5\tA\tPCLI\tUS\t\t00\t\t\t\t327167434\t\t537\t\t2024-03-05
4736286\tTexas\tTexas\tTX\t31.25044\t-99.25061\tA\tADM1\tUS\t\tTX\t\t\t\t22875689\t\t534\tAmerica/Chicago\t2020-04-15
4705086\tLamar County\tLamar County\t\t33.66732\t-95.57107\tA\tADM2\tUS\t\tTX\t277\t\t\t49793\t\t164\tAmerica/Chicago\t2011-03-09
4717560\tParis\tParis\t\t33.66094\t-95.55551\tP\tPPLA2\tUS\t\tTX\t277\t\t\t24839\t183\t183\tAmerica/Chicago\t2020-05-03
2988507\tParis\tParis\tLutetia,Parigi\t48.85341\t2.3488\tP\tPPLC\tFR\t\t11\t75\t751\t75056\t2138551\t\t42\tEurope/Paris\t2024-03-07
3017382\tRepublic of France\tRepublic of France\tFrance\t46.0\t2.0\tA\tPCLI\tFR\t\t00\t\t\t\t66987244\t\t188\tEurope/Paris\t2024-02-12
690791\tUkraine\tUkraine\tUkraine\t49.0\t32.0\tA\tPCLI\tUA\t\t00\t\t\t\t44622516\t\t147\tEurope/Kyiv\t2024-03-19
703448\tKyiv\tKyiv\tKiev,Kijow,Київ\t50.45466\t30.5238\tP\tPPLC\tUA\t\t12\t\t\t\t2797553\t\t187\tEurope/Kyiv\t2024-02-24
630673\tBlack Sea\tBlack Sea\tMar Nero,Schwarzes Meer\t43.0\t34.0\tH\tSEA\t\t\t00\t\t\t\t0\t\t-9999\t\t2022-10-30
6255148\tEurope\tEurope\tEuropa\t48.69096\t9.14062\tL\tCONT\t\t\t\t\t\t\t0\t\t401\t\t2019-07-22
5387428\tRío Seco\tRio Seco\t\t36.0\t-119.9\tH\tSTM\tUS\t\tTX\t\t\t\t0\t\t44\tAmerica/Chicago\t2006-01-15
1275004\tKolkata\tKolkata\tCalcutta\t22.56263\t88.36304\tP\tPPLA\tIN\t\t28\t341\t\t\t4631392\t\t11\tAsia/Kolkata\t2024-01-01
"""

NAMES = """\
1\t630336\ten\tBelarus\t1\t\t\t\t\t
2\t630336\tde\tWeißrussland\t\t\t\t\t\t
3\t627907\ten\tGomel\t1\t\t\t\t\t
4\t627907\tru\tГомель\t\t\t\t\t\t
5\t627907\tlink\thttps://en.wikipedia.org/wiki/Gomel\t\t\t\t\t\t
6\t703448\ten\tKiev\t\t\t\t\t\t
7\t1275004\ten\tCalcutta\t\t\t\t1\t\t2000
8\t4736286\tabbr\tTX\t\t\t\t\t\t
9\t2988507\tiata\tPAR\t\t\t\t\t\t
10\t2988507\t\tThe City of Light\t\t\t1\t\t\t
11\t630673\tde\tSchwarzes Meer\t\t\t\t\t\t
12\t99999999\ten\tNowhere Known\t\t\t\t\t\t
13\t2988507\tfr_1793\tLutèce\t\t\t\t\t\t
"""

FIRST_LEVEL = """\
BY.02\tGomel Oblast\tGomel Oblast\t628281
US.TX\tTexas\tTexas\t4736286
FR.11\tÎle-de-France\tIle-de-France\t3012874
"""
SECOND_LEVEL = "US.TX.277\tLamar County\tLamar County\t4705086\n"
HIERARCHY = "6255148\t690791\t\n6255148\t630336\t\n690791\t703448\tADM\n6255148\t99999999\t\n"

FILES = {
    inputs.PLACES: PLACES,
    inputs.NAMES: NAMES,
    inputs.FIRST_LEVEL: FIRST_LEVEL,
    inputs.SECOND_LEVEL: SECOND_LEVEL,
    inputs.HIERARCHY: HIERARCHY,
}

NAME_TABLE = """\
place,kind,names,source,precision
UA,demonym,Ukrainian|Ukrainians,own,exact
US.TX,abbreviation,Tex.,own,exact
geonames:627907,official,Gomel,own,exact
"""
PLACE_TABLE = """\
id,name,names,feature,lat,lon,radius_km,country_code,population,source,precision
dateline:black-sea,Black Sea,former:Euxine Sea,H.SEA,43.2,34.3,500,,,own,middle to 50 km
dateline:chernobyl-exclusion-zone,Chernobyl exclusion zone,Chernobyl Zone,L.ZNX,51.389,30.099,30,UA,,own,circle
"""


def write(folder: Path, **changed: bytes | str) -> Path:
    """The five files in a folder; `changed` has other contents by the stem of the file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        path = folder / name
        content = changed.get(path.stem, text)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        os.utime(path, (CHANGED, CHANGED))
    return folder


def pack(folder: Path, name: str) -> None:
    """One of the files in its archive instead."""
    path = folder / name
    with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, name)
    path.unlink()


def tables(folder: Path) -> Path:
    """Tables of our own, as small."""
    folder.mkdir()
    (folder / "names.csv").write_text(NAME_TABLE, encoding="utf-8")
    (folder / "seas.csv").write_text(PLACE_TABLE, encoding="utf-8")
    return folder


def many(count: int) -> str:
    """That many made-up towns behind the real places."""
    rows = (
        f"{number}\tTown {number % 700}\tTown {number % 700}\t\t{number % 80}.5\t{number % 170}.25\tP\tPPL\tBY\t\t02\t\t\t\t{number}"
        "\t\t1\tEurope/Minsk\t2024-01-01\n"
        for number in range(20_000_000, 20_000_000 + count)
    )
    return PLACES + "".join(rows)


def many_names(count: int) -> str:
    """That many further names of those towns."""
    rows = (f"{n}\t{20_000_000 + n % 997}\ten\tPlace {n}\t\t\t\t\t\t\n" for n in range(100, 100 + count))
    return NAMES + "".join(rows)
