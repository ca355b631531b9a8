"""What rough text costs: exact-span F1 on roughened copies of gold documents, and the loss against the clean text.

    python -m tests.benchmarks.rough CORPUS.jsonl … [--limit N] [--models DIR …] [--kinds KIND …] [--seed N]

Every copy is made in memory and its gold spans are carried over exactly. Corpora are JSON Lines with `id`, `text` and
`mentions` (`start`, `end`). The shipped model has learnt from most public corpora; for figures on unseen text give one model
a fold, as `geo.training.cross_validate` takes them.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from geo.pipeline import parse
from geo.training.corpus import Document
from tests.benchmarks.spans import (
    Span,
    add_options,
    count,
    documents,
    engines,
    f1,
    found,
    model_of,
    precision,
    recall,
)
from tests.marked import marked

UNSPACED_PUNCTUATION = 0.5
"""Share of the spaces after a full stop, comma and the like that are left out."""

UNSPACED_WORDS = 0.02
"""Share of the spaces between other words that are left out."""

DOUBLED_OR_DROPPED = 0.3
"""Share of the reading errors that double a letter or drop it; the rest confuse letters that look alike."""

FOREIGN = 0.15
"""Foreign sentences for each sentence of the text."""

SMALL_WORDS = frozenset("a an and as at but by for from in into nor of on or over the to up with".split())
"""Words that a headline leaves in small letters, unless they open it."""

CONFUSED = {
    "rn": "m", "m": "rn", "cl": "d", "d": "cl", "vv": "w", "w": "vv", "li": "h", "ii": "u",
    "l": "1", "1": "l", "I": "l", "i": "1", "O": "0", "0": "O", "o": "0", "e": "c", "c": "e", "a": "o", "h": "b", "b": "h",
    "S": "5", "5": "S", "s": "5", "B": "8", "8": "B", "G": "6", "n": "u", "u": "n", "t": "f", "f": "t", "v": "y", "g": "q",
    "E": "F", "Z": "2", "C": "G", "D": "O", "P": "F", "R": "K", "M": "N", "U": "V", ",": ".", ".": ",",
}  # fmt: skip
"""What a reading machine takes for what."""

FOREIGN_SENTENCES = (
    "Les habitants de [Lyon] attendent toujours le retour du courant.",
    "Personne n'a voulu répondre à nos questions ce matin.",
    "Le ministre se rendra jeudi à [Marseille] puis en [Belgique].",
    "La réunion a duré plus de trois heures, sans résultat.",
    "Die Brücke bei [Köln] bleibt bis Montag gesperrt.",
    "Niemand wollte sich am Abend dazu äußern.",
    "Der Zug aus [Hamburg] kam mit zwei Stunden Verspätung an.",
    "Die Verhandlungen sollen im Herbst fortgesetzt werden.",
    "Вчера в [Минске] прошёл сильный дождь.",
    "Никто не ответил на наши вопросы.",
    "Поезд из [Варшавы] опоздал на два часа.",
    "Переговоры продолжатся в следующем месяце.",
)
"""Sentences of our own with their places in brackets; every second one names none."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_OPENS = re.compile(r"(?:^|[.!?:\n])\W*$")
_AFTER_PUNCTUATION = re.compile(r"(?<=[^\W\d_][.,;:!?]) (?=[^\W\d_])")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")


class Rough(NamedTuple):
    """A text and the spans of its names."""

    text: str
    spans: tuple[Span, ...]


class Edit(NamedTuple):
    """A stretch of the text and what stands there instead; `names` are spans within that."""

    start: int
    end: int
    new: str
    names: tuple[Span, ...] = ()


Kind = Callable[[Rough, random.Random], Rough]


def clean(given: Rough, chance: random.Random) -> Rough:
    return given


def title_case(given: Rough, chance: random.Random) -> Rough:
    """As in headlines: every word but the small ones begins with a capital."""

    def capital(word: re.Match[str]) -> Edit:
        small = word[0].lower() in SMALL_WORDS and not _OPENS.search(given.text, max(0, word.start() - 6), word.start())
        return Edit(word.start(), word.start() + 1, word[0][0] if small else _same_length(word[0][0], str.upper))

    return edited(given, map(capital, _WORD.finditer(given.text)))


def all_caps(given: Rough, chance: random.Random) -> Rough:
    return Rough("".join(_same_length(letter, str.upper) for letter in given.text), given.spans)


def lower_case(given: Rough, chance: random.Random) -> Rough:
    return Rough("".join(_same_length(letter, str.lower) for letter in given.text), given.spans)


def missing_spaces(given: Rough, chance: random.Random) -> Rough:
    """Words run together, mostly after punctuation; never within a name, but at its ends they do."""
    shares = ((_AFTER_PUNCTUATION, UNSPACED_PUNCTUATION), (_BETWEEN_WORDS, UNSPACED_WORDS))
    inner = {place for start, end in given.spans for place in range(start, end)}
    gaps = (gap.start() for pattern, share in shares for gap in pattern.finditer(given.text) if chance.random() < share)
    return edited(given, (Edit(gap, gap + 1, "") for gap in gaps if gap not in inner))


def misread(given: Rough, chance: random.Random, *, rate: float) -> Rough:
    """As a reading machine hands it over, with errors in that share of the visible characters."""
    return edited(given, _misreadings(given, chance, rate))


def foreign(given: Rough, chance: random.Random) -> Rough:
    """With sentences of other languages in between."""
    ends = [end.end() for end in _SENTENCE_END.finditer(given.text) if chance.random() < FOREIGN]
    return edited(given, (_insertion(end, chance.choice(FOREIGN_SENTENCES)) for end in ends))


KINDS: dict[str, Kind] = {
    "clean": clean,
    "title case": title_case,
    "all caps": all_caps,
    "lower case": lower_case,
    "missing spaces": missing_spaces,
    "misread 1 %": partial(misread, rate=0.01),
    "misread 3 %": partial(misread, rate=0.03),
    "foreign sentences": foreign,
}


def edited(given: Rough, edits: Iterable[Edit]) -> Rough:
    """The text with the edits made and its spans where their names now are. An edit across a span's edge is left out."""
    edges = {edge for span in given.spans for edge in span}
    made = [edit for edit in sorted(edits) if not any(place in edges for place in range(edit.start + 1, edit.end))]
    pieces, added, at, shift = [], [], 0, 0
    for edit in made:
        pieces += [given.text[at : edit.start], edit.new]
        added += [(start + edit.start + shift, end + edit.start + shift) for start, end in edit.names]
        at, shift = edit.end, shift + len(edit.new) - (edit.end - edit.start)
    text = "".join([*pieces, given.text[at:]])
    carried = zip(_carried(given.spans, 0, made), _carried(given.spans, 1, made), strict=True)
    return Rough(text, tuple(sorted([*(span for span in carried if span[0] < span[1]), *added])))


def _carried(spans: Sequence[Span], edge: int, edits: Sequence[Edit]) -> Iterator[int]:
    """Where the spans' first (0) or last (1) edges lie after the edits; what is put in at an edge stays outside."""
    for span in spans:
        before = (e for e in edits if e.end <= span[edge] and not (edge and e.start == e.end == span[edge]))
        yield span[edge] + sum(len(edit.new) - (edit.end - edit.start) for edit in before)


def _same_length(letter: str, change: Callable[[str], str]) -> str:
    """The changed letter, or the letter itself where the change makes two of it, as of "ß"."""
    changed = change(letter)
    return changed if len(changed) == 1 else letter


def _misreadings(given: Rough, chance: random.Random, rate: float) -> Iterator[Edit]:
    at = 0
    while at < len(given.text):
        pair, letter = given.text[at : at + 2], given.text[at]
        seen = pair if pair in CONFUSED else letter
        wrong = chance.random() < rate
        if wrong and letter.isalpha() and (seen not in CONFUSED or chance.random() < DOUBLED_OR_DROPPED):
            yield Edit(at, at + 1, letter * chance.choice((0, 2)))
        elif wrong and seen in CONFUSED:
            yield Edit(at, at + len(seen), CONFUSED[seen])
            at += len(seen) - 1
        at += 1


def _insertion(at: int, sentence: str) -> Edit:
    text, mentions = marked(sentence)
    return Edit(at, at, f"{text} ", tuple((mention.start, mention.end) for mention in mentions))


def main() -> None:
    options = _options()
    for corpus in options.corpora:
        chosen = documents(corpus, options.models, options.limit)
        print(f"\n{corpus.name}: {len(chosen)} documents, seed {options.seed}")
        print(f"{'':20}{'P':>8}{'R':>8}{'F1':>8}{'loss, points':>14}")
        _report(chosen, options)


def _report(chosen: Sequence[Document], options: argparse.Namespace) -> None:
    loaded = engines(options.models)
    base = None
    for kind in ["clean", *(kind for kind in options.kinds if kind != "clean")]:
        counts: Counter[str] = Counter()
        for document in chosen:
            counts += _counted(document, kind, options.seed, loaded[model_of(document, options.models)])
        base = f1(counts) if base is None else base
        figures = f"{precision(counts):8.3f}{recall(counts):8.3f}{f1(counts):8.3f}{100 * (base - f1(counts)):14.1f}"
        print(f"{kind:20}{figures}", flush=True)


def _counted(document: Document, kind: str, seed: int, engine) -> Counter[str]:
    given = Rough(document.text, tuple((span.start, span.end) for span in document.spans))
    rough = KINDS[kind](given, random.Random(f"{seed} {kind} {document.id}"))
    return count(rough.spans, found(parse(rough.text, engine), document))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), help="only these kinds of rough text")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
