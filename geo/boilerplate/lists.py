"""What only the lines around it give away: menus, lists of headlines, and what every page of a document repeats."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from geo.boilerplate.lines import Line
from geo.boilerplate.phrases import HEADLINES, NAVIGATION, REPEATED, TAGS
from geo.types import Boilerplate

SECTIONS = frozenset(
    "home|homepage|news|latest|latest news|world|world news|international|national|local|local news|region|regions|politics"
    "|business|economy|markets|finance|money|sport|sports|football|opinion|opinions|comment|editorial|editorials|columns|letters"
    "|culture|arts|art|books|film|films|music|tv|entertainment|celebrity|lifestyle|life|style|fashion|food|travel|health|science"
    "|tech|technology|environment|climate|education|obituaries|weather|video|videos|audio|podcasts|podcast|photos|pictures|gallery"
    "|galleries|live|analysis|investigations|features|magazine|newsletters|newsletter|e-paper|epaper|archive|archives|jobs|classifieds"
    "|shop|store|events|games|crosswords|puzzles|horoscopes|cars|property|real estate|menu|search|log in|login|sign in|register"
    "|subscribe|subscriptions|donate|contact|contact us|about|about us|advertise|careers|privacy|privacy policy|terms"
    "|terms of use|cookies|help|faq|sitemap|rss|share|tweet|print|email|e-mail|close|more|top stories|breaking news|war"
    "|elections|us|uk|u.s."
    "|facebook|twitter|instagram|whatsapp|telegram|linkedin|pinterest|copy link"
    "|startseite|nachrichten|politik|wirtschaft|kultur|wissen|accueil|actualités|politique|économie|inicio|noticias|política|deportes"
    "|cultura|главная|новости|политика|экономика|общество|спорт|культура".split("|")
)
"""What pages call their sections and buttons, in small letters."""

LEAST_SECTIONS = 2
"""Of these in a row of a menu, and half of its items: "Kyiv | Lviv | Odesa" is a list of towns."""

LEAST_RUN = 3
"""Lines below each other of a menu; one or two of them are subheadings."""

LONGEST_ITEM = 30
"""Code points of an item of a menu."""

MOST_HEADLINES = 30
"""Lines of a list of headlines."""

LONGEST_HEADLINE = 150
"""Code points of one; longer lines are paragraphs."""

LEAST_HEADLINE = 3
"""Words of a headline."""

LEAST_REPEATS = 3
"""How often a line stands in a text that is the header or footer of its pages."""

LEAST_APART = 600
"""Code points between two of these: a page has 2,000, a refrain comes back sooner."""

_BETWEEN = re.compile(r"\s*[|•·»›>]\s*|\s/\s")
_ROW = re.compile(r"[|•·»›>]|\s/\s")

_TITLE = re.compile(
    r"(?:most\s(?:read|popular|viewed|shared|commented|watched)|trending(?:\snow|\sstories)?|popular(?:\snow|\sstories|\sposts)|"
    r"(?:latest|recent|top|more|other|related|read\smore|recommended|similar|popular|featured)\s(?:news|stories|articles|posts|headlines|content)"
    r"(?:\sfrom\s.{2,40})?|more\s(?:from|in|on|by|about)\s.{2,40}|related|read\snext|you\s(?:may|might)\s(?:also\s)?(?:like|be\sinterested\sin)|recommended(?:\sfor\syou)?|"
    r"editor['’]?s['’]?\s(?:picks?|choice)|don['’]t\smiss|what\sto\sread\snext|also\s(?:in\sthe\snews|read|on\s.{2,40})|from\saround\sthe\sweb|"
    r"around\sthe\sweb|promoted\sstories|see\salso|read\s(?:more|also)|also\sread|meistgelesen|les\splus\slus|lo\smás\sleído|più\sletti)\s*:?",
    re.IGNORECASE,
)
_TAGS_TITLE = re.compile(
    r"(?:tags|explore\smore\son\sthese\stopics|(?:related|more)\stopics?(?:\s(?:in|on)\s.{2,40})?|related\stags|topics|filed\sunder)\s*:?",
    re.IGNORECASE,
)

_SENTENCE = re.compile(r".*[.!…:;,][\"”’»)\]]*")
_PAGE = re.compile(r"^(?:page\s)?\d{1,4}(?![\d:.])\s?|\s?(?<![\d:.])\d{1,4}$", re.IGNORECASE)
"""The number of a page at the beginning or end of a line; 14:05 is a time."""


def menus(lines: Sequence[Line]) -> Iterator[Boilerplate]:
    """Rows ("Home | News | Sport") and runs of lines that are such items each."""
    run: list[Line] = []
    for line in (*lines, None):
        if line and line.words.lower() in SECTIONS:
            run.append(line)
            continue
        if len(run) >= LEAST_RUN:
            yield Boilerplate(run[0].start, run[-1].end, NAVIGATION)
        run = []
        if line and _is_row(line.words):
            yield Boilerplate(line.start, line.end, NAVIGATION)


def _is_row(words: str) -> bool:
    if not _ROW.search(words):
        return False
    items = [item.lower() for item in _BETWEEN.split(words) if item]
    known = sum(item in SECTIONS for item in items)
    short = all(len(item) <= LONGEST_ITEM for item in items)
    trail = items[0] in ("home", "homepage") and ">" in words or "»" in words or "›" in words
    return short and len(items) > 1 and (known >= max(LEAST_SECTIONS, len(items) / 2) or (trail and known > 0))


def headline_lists(lines: Sequence[Line]) -> Iterator[Boilerplate]:
    """ "Most read" with the headlines below it, "Topics" with the tags below it."""
    number = 0
    while number < len(lines):
        reason = _list_of(lines[number].words)
        items = _items(lines, number + 1) if reason else 0
        if items and (reason == TAGS or _are_long(lines[number + 1 : number + 1 + items])):
            yield Boilerplate(lines[number].start, lines[number + items].end, reason)
        number += 1 + items


def _are_long(items: Sequence[Line]) -> bool:
    """Whether most are no mere names: a text that recommends towns lists them too."""
    return 2 * sum(len(item.words.split()) >= LEAST_HEADLINE for item in items) > len(items)


def _list_of(words: str) -> str | None:
    if len(words) > LONGEST_HEADLINE:
        return None
    return HEADLINES if _TITLE.fullmatch(words) else TAGS if _TAGS_TITLE.fullmatch(words) else None


def _items(lines: Sequence[Line], first: int) -> int:
    """How many lines from `first` on are headlines.

    They stand close, and an empty line ends them; or each stands apart, and the last before a paragraph may be a subheading.
    """
    stop = first
    close = first + 1 < len(lines) and not lines[first + 1].apart
    while stop < min(len(lines), first + MOST_HEADLINES) and _is_headline(lines[stop].words):
        if close and stop > first and lines[stop].apart:
            return stop - first
        stop += 1
    ended = stop == len(lines) or stop == first + MOST_HEADLINES or (close and lines[stop].apart)
    return stop - first if ended else max(0, stop - first - 1)


def _is_headline(words: str) -> bool:
    return 0 < len(words) <= LONGEST_HEADLINE and not _SENTENCE.fullmatch(words)


def repeated(lines: Sequence[Line]) -> Iterator[Boilerplate]:
    """Lines that come back page after page, whatever number they have. No sentences, no labels ("Place: Kyiv")."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if " " not in line.words:
            continue
        words = _PAGE.sub("", line.words).strip(" |–—-·,").lower()
        if len(re.findall(r"[^\W\d_]{2,}", words)) >= 2 and not _SENTENCE.fullmatch(words) and ": " not in words:
            found[words].append(line)
    for alike in found.values():
        apart = all(later.start - earlier.end >= LEAST_APART for earlier, later in zip(alike, alike[1:], strict=False))
        if len(alike) >= LEAST_REPEATS and apart:
            yield from (Boilerplate(line.start, line.end, REPEATED) for line in alike)
