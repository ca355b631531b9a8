"""A made-up GeoNames dump of full size, and what building a gazetteer of it takes: figures for docs/gazetteer.md.

    .venv/bin/python tests/benchmarks/full_dump.py make DIR [--places N] [--names N]   # about 3 GB for the full size
    .venv/bin/python tests/benchmarks/full_dump.py build DIR --out FILE                # seconds, memory, bytes
    .venv/bin/python tests/benchmarks/full_dump.py ask FILE                            # microseconds of a look-up

The rows have GeoNames' own layout. Names are put together from the words of the shipped gazetteer and from syllables of
other scripts; features, populations, flags and languages are drawn by shares that resemble the real files', the tail of the
populations is heavy, and the numbers of real places keep their real codes. The same arguments and the same shipped gazetteer
give the same bytes.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT)]

from geo import files  # noqa: E402
from geo.gazetteer import Gazetteer  # noqa: E402

PLACES = 13_500_000
NAMES = 16_000_000
"""Rows of allCountries.txt and alternateNamesV2.txt in 2026, rounded up."""

BLOCK = 50_000
"""Rows drawn at a time."""

SEED = 4

FEATURES = (
    ("P", "PPL", 33), ("P", "PPLL", 4), ("P", "PPLX", 2), ("P", "PPLA4", 1), ("P", "PPLA3", 1), ("H", "STM", 9),
    ("H", "LK", 4), ("H", "STMI", 2), ("H", "SPNG", 2), ("H", "RSV", 1), ("H", "BAY", 1), ("T", "MT", 6), ("T", "HLL", 4),
    ("T", "ISL", 2), ("T", "VAL", 2), ("T", "PK", 1), ("S", "CH", 4), ("S", "SCH", 4), ("S", "FRM", 4), ("S", "HTL", 3),
    ("S", "BLDG", 2), ("S", "CMTY", 2), ("S", "AIRP", 0.4), ("L", "LCTY", 2), ("L", "PRK", 1), ("L", "AREA", 1),
    ("V", "FRST", 0.5), ("R", "RD", 0.5), ("U", "SMU", 0.2), ("A", "ADM4", 2), ("A", "ADM3", 1), ("A", "ADMD", 1),
    ("", "", 0.1),
)  # fmt: skip
"""Class, code, and how many of a hundred rows have it, from memory of GeoNames' statistics page."""

COUNTED = {"PPL": 0.15, "PPLA3": 0.9, "PPLA4": 0.9, "PPLX": 0.1, "ADM3": 0.6, "ADM4": 0.7}
"""Share of the rows with that code that have a population."""

TAIL = 0.85
"""Exponent of the Pareto law of populations: near Zipf's law of towns, above ten people."""

LANGUAGES = (
    ("", 16), ("en", 12), ("zh", 6), ("ru", 6), ("fr", 5), ("ar", 5), ("fa", 4), ("uk", 3), ("ja", 3), ("es", 4), ("de", 4),
    ("sr", 2), ("ko", 2), ("nl", 3), ("pl", 3), ("vi", 3), ("sv", 4), ("ceb", 5), ("th", 2), ("hi", 1), ("he", 1), ("ka", 1),
    ("el", 1), ("link", 5), ("wkdt", 3), ("post", 1), ("abbr", 0.3), ("iata", 0.1), ("unlc", 0.4), ("fr_1793", 0.1),
)  # fmt: skip

SYLLABLES = {
    "ru": "во ка ро но ла ти ск ий ово ино ец ня ма пе ре го ра ль",
    "uk": "ів ка ро но ла ти сь кий ово ине ець ня ма пе",
    "sr": "во ка ро но ла ти ск и ово ац ња ма пе ре",
    "zh": "山 水 村 镇 县 河 东 西 南 北 大 小 新 安 平 龙 石 家 林 江 口 城 沙 湾 坪",
    "ja": "山 川 村 町 田 島 東 西 南 北 大 小 新 安 平 石 林 江 口 城 沢 野 原 崎",
    "ko": "산 천 동 리 읍 면 남 북 서 대 신 안 평 석 강 호 성 곡 현",
    "ar": "ال با دة قر ية جب ل وا دي مد ين نه ر ست سو ق",
    "fa": "آبا د ده ک و ه رو د با غ شه ر چا ه قل عه سر",
    "th": "บ้า น ห น อ ง ดง โค ก ป่า นา วัง ท่า ทุ่ ง",
    "hi": "पु र ग ढ़ न ग र का ली रा म सी ता खे ड़ा",
    "he": "בי ת עי ן כפ ר גב עת שמ רא ל",
    "ka": "თბ ილ ის ი ქუ თა ბა თუ მი გო რ",
    "el": "πο λη χω ρι ο νη σι κα στ ρο μο να",
}

PATTERNS = (
    "{a}", "{a}", "{a}", "{a} {b}", "{b} {a}", "{a} Creek", "Lake {a}", "Mount {a}", "Ban {a}", "Nahr al {a}", "{a} Church",
    "{a} School", "Cerro {a}", "Río {a}", "Quebrada {a}", "San {a}", "Santa {a}", "{a}-{b}", "{a} Hill", "Ras {a}",
    "Kampung {a}", "Wādī {a}", "Jabal {a}", "{a} (historical)", "Hotel {a} {b}", "{a} {b} Cemetery", "Le {a}", "{a}shan",
)  # fmt: skip


class Draw:
    """What the rows are drawn from; owns the random numbers."""

    def __init__(self, seed: int = SEED):
        self._random = random.Random(seed)
        shipped = sqlite3.connect(f"{files.PLACES.as_uri()}?mode=ro&immutable=1", uri=True)
        self.names = [row[0] for row in shipped.execute("SELECT name FROM places WHERE id > 0 ORDER BY id")]
        self.codes = [row[0] for row in shipped.execute(CODES)]
        self.real = shipped.execute(REAL).fetchall()
        shipped.close()
        self.words = sorted({word for name in self.names for word in name.split() if len(word) > 3})
        self.syllables = {language: text.split() for language, text in SYLLABLES.items()}
        self.frequent = list(itertools.accumulate(1 / (rank + 50) for rank in range(len(self.words))))
        self._random.shuffle(self.words)

    def pick(self, values: Sequence, count: int, weights: Sequence[float] | None = None) -> list:
        """That many of the values, with their weights."""
        return self._random.choices(values, weights=weights, k=count)

    def latin(self, count: int) -> list[str]:
        """Names in Latin letters: some of many places, most of few."""
        rare = self._random.choices(self.words, k=count)
        often = self._random.choices(self.words, cum_weights=self.frequent, k=count)
        return [pattern.format(a=a, b=b) for pattern, a, b in zip(self.pick(PATTERNS, count), often, rare, strict=True)]

    def foreign(self, language: str) -> str:
        """A name in that language's script."""
        return "".join(self._random.choices(self.syllables[language], k=self._random.randint(2, 5)))

    def uniform(self, low: float, high: float, count: int) -> list[float]:
        """Evenly spread numbers."""
        draw = self._random.random
        return [low + (high - low) * draw() for _ in range(count)]

    def people(self, codes: Sequence[str]) -> list[int]:
        """Populations: none for most, a heavy tail for the rest."""
        draw = self._random.random
        return [
            min(int(10 * (1 - draw()) ** (-1 / TAIL)), 20_000_000) if code in COUNTED and draw() < COUNTED[code] else 0
            for code in codes
        ]


CODES = "SELECT code FROM divisions WHERE code LIKE '__.%' AND above IS NULL ORDER BY code"
REAL = """
    SELECT places.id, places.name, places.lat / 1e5, places.lon / 1e5, coalesce(country, ''), coalesce(features.code, '.'),
           coalesce(places.population, 0), coalesce(above.code, divisions.code, '')
    FROM places LEFT JOIN features ON features.id = places.feature LEFT JOIN divisions ON divisions.id = places.division
    LEFT JOIN divisions AS above ON above.id = divisions.above WHERE places.id > 0 ORDER BY places.id
"""


def make(folder: Path, places: int = PLACES, names: int = NAMES) -> None:
    """Write the five files."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = Draw()
    numbers = first_numbers(draw, places)
    _write(folder / "allCountries.txt", place_lines(draw, places))
    _write(folder / "alternateNamesV2.txt", name_lines(draw, names, numbers))
    _write(folder / "admin1CodesASCII.txt", division_lines(draw, "A.ADM1"))
    _write(folder / "admin2Codes.txt", division_lines(draw, "A.ADM2"))
    _write(folder / "hierarchy.txt", hierarchy_lines(draw, places // 27, numbers))


def first_numbers(draw: Draw, places: int) -> int:
    """The highest number in use."""
    return max(places, draw.real[-1][0])


def place_lines(draw: Draw, count: int) -> Iterator[str]:
    """Real places first, then made-up ones, in blocks whose numbers overlap as those of GeoNames' countries do."""
    real = {row[0]: row for row in draw.real[:count]}
    for row in real.values():
        yield real_line(*row)
    blocks = -(-count // BLOCK)
    for block in range(blocks):
        yield from place_block(draw, [number for number in range(1 + block, count + 1, blocks) if number not in real])


def real_line(
    number: int, name: str, lat: float, lon: float, country: str, feature: str, people: int, code: str
) -> str:
    """A row of a place that the shipped gazetteer has too."""
    letter, _, kind = feature.partition(".")
    division = code.partition(".")[2]
    rest = f"{lat}\t{lon}\t{letter}\t{kind}\t{country}\t\t{division}\t\t\t\t{people}\t\t100\tEurope/Minsk\t2026-01-01"
    return f"{number}\t{name}\t{name}\t\t{rest}\n"


def place_block(draw: Draw, numbers: Sequence[int]) -> Iterator[str]:
    """Made-up rows with these numbers."""
    count = len(numbers)
    features = draw.pick(FEATURES, count, [share for *_, share in FEATURES])
    rows = zip(
        numbers,
        draw.latin(count),
        draw.latin(count),
        draw.uniform(0, 1, count),
        draw.uniform(-60, 75, count),
        draw.uniform(-180, 180, count),
        features,
        draw.pick(draw.codes, count),
        draw.people([code for _, code, _ in features]),
        strict=True,
    )
    for number, name, other, chance, lat, lon, (letter, kind, _), code, people in rows:
        country, _, division = code.partition(".")
        ascii_name = name.encode("ascii", "ignore").decode()
        others = f"{ascii_name},{other}" if chance < 0.4 else ""
        yield (
            f"{number}\t{name}\t{ascii_name}\t{others}\t{lat:.5f}\t{lon:.5f}\t{letter}\t{kind}\t{country}\t\t{division}\t"
            f"{number % 90:03}\t\t\t{people}\t\t{number % 4000}\tEurope/Minsk\t2026-01-01\n"
        )


def name_lines(draw: Draw, count: int, highest: int) -> Iterator[str]:
    """Further names, a third of them for the real places, as in the dump where known places have most names."""
    known = [row[0] for row in draw.real if row[0] <= highest]
    shares = [share for _, share in LANGUAGES]
    number = itertools.count(1)
    for start in range(0, count, BLOCK):
        size = min(BLOCK, count - start)
        languages = [language for language, _ in draw.pick(LANGUAGES, size, shares)]
        places = [int(value) for value in draw.uniform(1, highest + 1, size)]
        famous = draw.pick(known, size)
        rows = zip(number, languages, places, famous, draw.uniform(0, 1, size), draw.latin(size), strict=False)
        for alternate, language, place, other, chance, name in rows:
            text = draw.foreign(language) if language in SYLLABLES else special(language, name, alternate)
            preferred, short, slang, old = chance < 0.06, 0.1 < chance < 0.11, 0.2 < chance < 0.201, 0.3 < chance < 0.31
            flags = "\t".join("1" if flag else "" for flag in (preferred, short, slang, old))
            yield f"{alternate}\t{other if chance > 0.67 else place}\t{language}\t{text}\t{flags}\t\t\n"


def special(language: str, name: str, number: int) -> str:
    """What rows hold that are no names: addresses, Wikidata's and postal codes."""
    made: dict[str, Callable[[], str]] = {
        "link": lambda: f"https://en.wikipedia.org/wiki/{name.replace(' ', '_')}",
        "wkdt": lambda: f"Q{number}",
        "post": lambda: f"{number % 100_000:05}",
        "iata": lambda: name[:3].upper(),
        "abbr": lambda: "".join(word[0] for word in name.split()) + ".",
    }
    return made[language]() if language in made else name


def division_lines(draw: Draw, feature: str) -> Iterator[str]:
    """Codes, names and numbers of divisions."""
    for number, name, _, _, country, found, _, code in draw.real:
        if found == feature and code.startswith(f"{country}."):
            yield f"{code if feature == 'A.ADM1' else f'{code}.{number % 90:03}'}\t{name}\t{name}\t{number}\n"


def hierarchy_lines(draw: Draw, count: int, highest: int) -> Iterator[str]:
    """Parents and children, most of them divisions."""
    regions = [row[0] for row in draw.real if row[5] in ("L.RGN", "L.CONT", "A.ADM1", "A.PCLI")]
    for start in range(0, count, BLOCK):
        size = min(BLOCK, count - start)
        kinds = draw.pick(("ADM", ""), size, (0.9, 0.1))
        children = [int(value) for value in draw.uniform(1, highest + 1, size)]
        for parent, child, kind in zip(draw.pick(regions, size), children, kinds, strict=True):
            yield f"{parent}\t{child}\t{kind}\n"


def _write(path: Path, lines: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(lines)
    print(f"{path}: {path.stat().st_size / 1e6:.0f} MB", flush=True)


def build(folder: Path, out: Path) -> None:
    """Build as a user would, and say what it took."""
    started = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "geo", "gazetteer", "build", "--geonames", str(folder), "--out", str(out)],
        cwd=ROOT,
        check=True,
    )
    seconds = time.monotonic() - started
    print(f"{seconds / 60:.1f} min, {out.stat().st_size / 1e9:.2f} GB")
    print(f"largest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


ASKED = 5_000


def ask(path: Path) -> None:
    """How long a look-up takes, names drawn from the shipped gazetteer and never asked before."""
    gazetteer = Gazetteer(path)
    names = random.Random(SEED).sample(sorted({*Draw().names}), ASKED)
    times = sorted(_seconds(gazetteer, name) * 1e6 for name in names)
    print(
        f"look-up: median {statistics.median(times):.0f} µs, 95 % {times[int(ASKED * 0.95)]:.0f} µs, worst {times[-1]:.0f} µs"
    )


def _seconds(gazetteer: Gazetteer, name: str) -> float:
    started = time.perf_counter()
    gazetteer.look_up(name)
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("folder", type=Path)
    making.add_argument("--places", type=int, default=PLACES)
    making.add_argument("--names", type=int, default=NAMES)
    building = commands.add_parser("build")
    building.add_argument("folder", type=Path)
    building.add_argument("--out", type=Path, required=True)
    commands.add_parser("ask").add_argument("file", type=Path)
    options = parser.parse_args()
    if options.command == "make":
        make(options.folder, options.places, options.names)
    elif options.command == "build":
        build(options.folder, options.out)
    else:
        ask(options.file)


if __name__ == "__main__":
    main()
