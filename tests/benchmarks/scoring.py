"""What the benchmarks of places share: predictions held against gold mentions, and the figures that come of it.

A prediction is right when it lies within 161 km of the gold point or has the gold's GeoNames id: countries and seas have no
one point. A gold mention and a prediction that share a character are a pair, one to one, identical spans first. Gold and
predictions are documents by id, each with `mentions` as in a corpus and as `--format jsonl` writes them.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geopy.distance import great_circle

from geo.training.corpus import HABITS, NO, NOT_A_NAME, ROLE_OF_TYPE

NEAR_KM = 161.0
"""100 miles, the usual threshold of the literature."""

BINS = 10
"""Bins of the calibration error, equally wide."""

ROLES = ("literal", "associative")
"""Names of the roles that `ROLE_OF_TYPE` numbers."""

Record = Mapping[str, Any]
Documents = dict[str, list[Record]]
"""Mentions by document id."""


@dataclass(frozen=True)
class Tally:
    """What was counted in some documents; tallies add up."""

    counts: Counter[str] = field(default_factory=Counter)
    beliefs: tuple[tuple[float, bool], ...] = ()
    """Confidence of each located prediction, and whether it is right. Those on nothing but gold without a point are left
    out: nobody says whether they are right."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.counts + other.counts, self.beliefs + other.beliefs)


def tally(gold: Documents, told: Documents) -> Tally:
    """Gold documents against the predictions; a document without any counts as one in which nothing was found."""
    counts: Counter[str] = Counter()
    beliefs: list[tuple[float, bool]] = []
    for document, golds in gold.items():
        counts += _counted(golds, told.get(document, []), beliefs)
    return Tally(counts, tuple(beliefs))


def figures(found: Tally) -> dict[str, float]:
    """Shares of 1, by name; a figure that the corpus cannot give (no roles, no points) is left out.

    exact_f1, overlap_f1   spans; acc161, acc_id: of the found mentions with a gold point those within 161 km, or right;
    e2e_f1                 found and right, of the gold mentions with a point and of the located predictions;
    role_accuracy, role_f1 literal or associative, and F1 of the associative ones, where the corpus and the prediction say it;
    ece                    expected calibration error: mean gap between confidence and share right, lower is better.
    """
    n = found.counts
    shares = {
        "exact_f1": _f1(n["exact"], n["gold"], n["told"]),
        "overlap_f1": _f1(n["overlap"], n["gold"], n["told"]),
        "acc161": _share(n["near"], n["placed"]),
        "acc_id": _share(n["right"], n["placed"]),
        "e2e_f1": _f1(n["e2e"], n["gold_located"], n["told_located"]) if n["gold_located"] else None,
        "role_accuracy": _share(n["literal literal"] + n["associative associative"], _roles(n)),
        "role_f1": _role_f1(n) if _roles(n) else None,
        "ece": calibration_error(found.beliefs),
    }
    return {name: value for name, value in shares.items() if value is not None}


def is_right(gold: Record, told: Record) -> bool:
    """Whether a prediction is at the gold mention's place; False where either is nowhere."""
    return located(gold) and located(told) and (_near(gold, told) or _same_id(gold, told))


def located(mention: Record) -> bool:
    return mention.get("lat") is not None and mention.get("lon") is not None


def pairs(
    golds: Sequence[Record], told: Sequence[Record], fits: Callable[[Record, Record], bool] = lambda gold, told: True
) -> list[tuple[int, int]]:
    """Indices of gold mentions and predictions that share a character and fit, one to one.

    Identical spans come first, then the longest overlap, then the likest length, then the leftmost.
    """
    possible = [
        (_span(gold) != _span(one), -shared, abs(_length(gold) - _length(one)), gold["start"], one["start"], i, j)
        for i, gold in enumerate(golds)
        for j, one in enumerate(told)
        if (shared := _shared(gold, one)) > 0 and fits(gold, one)
    ]
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(possible):
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return list(chosen.items())


def calibration_error(beliefs: Sequence[tuple[float, bool]]) -> float | None:
    """Mean distance of confidence and share right over the bins, weighted by how many each holds. None: nothing to judge."""
    if not beliefs:
        return None
    return sum(abs(sum(p for p, _ in inside) - sum(r for _, r in inside)) for inside in bins(beliefs)) / len(beliefs)


def bins(beliefs: Iterable[tuple[float, bool]], number: int = BINS) -> list[list[tuple[float, bool]]]:
    """The beliefs by confidence, in equally wide bins from 0 to 1; certainty belongs to the last."""
    sorted_in: list[list[tuple[float, bool]]] = [[] for _ in range(number)]
    edges = [edge / number for edge in range(1, number)]
    for belief in beliefs:
        sorted_in[sum(belief[0] >= edge for edge in edges)].append(belief)
    return sorted_in


def read_gold(path: Path) -> Documents:
    """The toponyms of a corpus, without what its own authors leave out of them."""
    return {
        record["id"]: [m for m in record["mentions"] if m.get("type") not in NOT_A_NAME] for record in _records(path)
    }


def read_told(path: Path, *, demonyms: bool = True) -> Documents:
    """Predictions, without adjectives and peoples where the corpus marks none."""
    return {record["id"]: kept(record["mentions"], demonyms=demonyms) for record in _records(path)}


EXPRESSIONS = ("border", "relation")
"""Kinds that no corpus marks: "30 km north of Gomel" is a mention of ours, the Gomel in it of the annotators too."""


def kept(mentions: Iterable[Record], *, demonyms: bool) -> list[Record]:
    dropped = EXPRESSIONS if demonyms else (*EXPRESSIONS, "demonym")
    return [mention for mention in mentions if mention.get("kind") not in dropped]


def marks_demonyms(corpus: Path) -> bool:
    """Whether the annotators of a corpus, known by the beginning of its file's name, marked adjectives and peoples."""
    return HABITS.get(name_of(corpus), HABITS["lgl"])[0] != NO


def name_of(corpus: Path) -> str:
    return corpus.name.split(".")[0]


def add_pairs(parser: argparse.ArgumentParser) -> None:
    """Options of the benchmarks that read gold and predictions."""
    parser.add_argument("files", nargs="+", type=Path, metavar="GOLD.jsonl TOLD.jsonl", help="corpora and predictions")
    parser.add_argument(
        "--told-only",
        action="store_true",
        help="leave out documents without a line of predictions, as of folds that were not read; they count as missed else",
    )


def read_pairs(
    options: argparse.Namespace, parser: argparse.ArgumentParser
) -> Iterator[tuple[str, Documents, Documents]]:
    """Each corpus's name with its gold mentions and the predictions."""
    if len(options.files) % 2:
        parser.error("every gold file needs the file of its predictions after it")
    for corpus, predictions in zip(options.files[::2], options.files[1::2], strict=True):
        gold, told = read_gold(corpus), read_told(predictions, demonyms=marks_demonyms(corpus))
        if not gold.keys() & told.keys():
            parser.error(f"{predictions} holds no document of {corpus}")
        yield name_of(corpus), {i: m for i, m in gold.items() if i in told or not options.told_only}, told


def _records(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _counted(golds: Sequence[Record], told: Sequence[Record], beliefs: list[tuple[float, bool]]) -> Counter[str]:
    """Counts of one document; its beliefs are added to those given."""
    matched = [(golds[i], told[j]) for i, j in pairs(golds, told)]
    placed = [(gold, one) for gold, one in matched if located(gold)]
    right = {j for _, j in pairs(golds, told, is_right)}
    judged = [j for j, one in enumerate(told) if located(one) and _is_judged(one, golds)]
    beliefs += [(told[j]["confidence"], j in right) for j in judged if told[j].get("confidence") is not None]
    return Counter(
        gold=len(golds),
        told=len(told),
        exact=len(pairs(golds, told, lambda gold, one: _span(gold) == _span(one))),
        overlap=len(matched),
        placed=len(placed),
        near=sum(located(one) and _near(gold, one) for gold, one in placed),
        right=sum(is_right(gold, one) for gold, one in placed),
        e2e=len(right),
        gold_located=sum(map(located, golds)),
        told_located=len(judged),
    ) + Counter(f"{role} {one['role']}" for gold, one in matched if (role := _role(gold)) and one.get("role"))


def _is_judged(told: Record, golds: Sequence[Record]) -> bool:
    touched = [located(gold) for gold in golds if _shared(gold, told) > 0]
    return any(touched) or not touched


def _role(gold: Record) -> str | None:
    number = ROLE_OF_TYPE.get(gold.get("type"))
    return None if number is None else ROLES[number]


def _roles(n: Counter[str]) -> int:
    return sum(n[f"{gold} {told}"] for gold in ROLES for told in ROLES)


def _role_f1(n: Counter[str]) -> float:
    hit = n["associative associative"]
    return _f1(hit, hit + n["associative literal"], hit + n["literal associative"])


def _f1(hit: int, gold: int, told: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is to be found and nothing was."""
    return 2 * hit / (gold + told) if gold + told else 0.0


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _near(gold: Record, told: Record) -> bool:
    return great_circle((gold["lat"], gold["lon"]), (told["lat"], told["lon"])).km <= NEAR_KM


def _same_id(gold: Record, told: Record) -> bool:
    return bool(gold.get("geonameid")) and told.get("place_id") == f"geonames:{gold['geonameid']}"


def _shared(a: Record, b: Record) -> int:
    """Characters that two spans share; 0 or less where they are apart."""
    return min(a["end"], b["end"]) - max(a["start"], b["start"])


def _span(mention: Record) -> tuple[int, int]:
    return mention["start"], mention["end"]


def _length(mention: Record) -> int:
    return mention["end"] - mention["start"]
