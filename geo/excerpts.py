"""The sentence around a mention, found by a few rules rather than a model: it only has to read well beside a map."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.types import Mention, Story

MAX_CHARS = 320
"""Longest excerpt in code points, about three lines of a card; a longer sentence is cut at words around the mention."""

REACH = 600
"""How far from the mention a boundary is looked for, in code points, so that a text without any costs no more."""

WIDE = 240
"""Code points: no text is broken by hand into wider lines."""

NEAR = 3
"""How many lines before and after one are compared with it: a headline stands over a byline and that over the text."""

BREAK = re.compile(
    r"""(?P<end>[.!?…]+["”’'»)\]]*)(?=\s+["“‘'«(\[]?[^\Wa-z])"""  # an end mark, a space, no small letter
    r"""|(?<=[a-z]{2})(?P<glued>[.!?][”"]?)(?=[A-Z][a-z])"""  # "…in Belarus.Also Read"
    r"""|(?P<paragraph>\n[ \t\r]*\n|\n(?=[ \t]{0,8}[*•▪◦‣-][ ]))"""  # an empty line, or the next item of a list
    r"""|(?P<line>\n)(?=[ \t]*["“‘'«(\[]?[^\Wa-z])"""  # a line that does not begin with a small letter
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_END = _words(
    "Adm Brig Capt Cmdr Col Cpl Dr Fr Ft Gen Gov Hon Lt Maj Messrs Mlle Mme Mr Mrs Ms Mt Mx Pres Prof Rep Rev Sen Sgt "
    "Sr St Ste Supt vs approx"
)
"""Words before a full stop that belong to what follows: titles, "St. Louis"."""

MAY_END = _words(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn "
    "Tex Va Vt Wash Wis Wyo Alta Ont Que Man Sask "
    "Ave Blvd Bros Co Corp Dept Hwy Inc Jr Ltd No Rd Univ al etc km no"
)
"""Abbreviations that may also close a sentence; they do so when a word follows that usually opens one."""

OPENERS = _words(
    "A After All Also An And As At Before But By During For From He Her His How I If In It Its Later Many More Most No "
    "Not On One Others Our She Since So Some Such That The Their Then There These They This Those Three To Two Under "
    "Until We What When Where While With You"
)

INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
"""One letter, or letters with full stops between them: "J", "U.S", "a.m"."""

WORD_BEFORE = re.compile(r"([\w.]+)$")
WORD = re.compile(r"\s*\S+")
WORD_AFTER = re.compile(r"""\s*["“‘'«(\[]?(\w+)""")


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around `text[start:end]` begins and ends, in code points; at most `REACH` to either side."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    first, last = low, high
    for stop, resume in _breaks(text, low, high):
        if resume <= start:
            first = resume
        elif stop >= end:
            last = stop
            break
    return _without_space(text, first, last)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and the next one does, in code points; one that is too long is cut at twice `REACH`."""
    first = 0
    while first < len(text):
        high = min(len(text), first + 2 * REACH)
        resume = next((resume for _, resume in _breaks(text, first, high)), high)
        yield first, resume
        first = resume


def excerpt(story: Story, mention: Mention) -> str:
    """The sentence of the mention on one line, cut to `MAX_CHARS` with an ellipsis where something is left out."""
    text = story.article.text
    first, last = sentence(text, mention.start, mention.end)
    low, high = _cut(text, first, last, mention)
    body = " ".join(text[low:high].split())
    return f"{'…' if low > first else ''}{body}{'…' if high < last else ''}"


def _breaks(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """(end of a sentence, begin of the next) between the two offsets."""
    for match in BREAK.finditer(text, low, high):
        if match["end"] == "." and not _ends(text, match.start(), match.end()):
            continue
        if match["line"] and not _is_short(text, match.start()):
            continue
        yield (match.start() if match["paragraph"] or match["line"] else match.end()), match.end()


def _is_short(text: str, stop: int) -> bool:
    """Whether the line that ends at `stop` would have had room for the next word, as a headline or a byline has.

    A line that is broken because it is full has none: with that word it would be longer than the lines around it.
    """
    before = text[max(0, stop - WIDE) : stop].rsplit("\n", NEAR)
    after = text[stop + 1 : stop + WIDE].split("\n", NEAR)
    word = WORD.match(text, stop, stop + WIDE)
    full = len(before[-1]) + len(word[0] if word else "")
    return any(len(line) >= full for line in (*before[-NEAR:-1], *after[:NEAR]))


def _ends(text: str, stop: int, after: int) -> bool:
    """Whether the lone full stop at `stop` closes a sentence and not an abbreviation."""
    before = WORD_BEFORE.search(text, max(0, stop - 20), stop)
    word = before[1] if before else ""
    if word in NEVER_END or (len(word) == 1 and word.isalpha()):
        return False
    if word in MAY_END or INITIALS.fullmatch(word):
        following = WORD_AFTER.match(text, after)
        return bool(following) and following[1] in OPENERS
    return True


def _cut(text: str, first: int, last: int, mention: Mention) -> tuple[int, int]:
    """The part of a long sentence to show: the mention in the middle, whole words, no more than `MAX_CHARS`."""
    if last - first <= MAX_CHARS:
        return first, last
    spare = max(0, MAX_CHARS - (mention.end - mention.start))
    low = max(first, min(mention.start - spare // 2, last - MAX_CHARS))
    high = min(last, max(mention.end + spare // 2, first + MAX_CHARS))
    if low > first:
        low = min(text.find(" ", low, mention.start) + 1 or low, mention.start)
    if high < last:
        high = max(text.rfind(" ", mention.end, high), mention.end) if " " in text[mention.end : high] else high
    return low, high


def _without_space(text: str, first: int, last: int) -> tuple[int, int]:
    part = text[first:last]
    return first + len(part) - len(part.lstrip()), last - (len(part) - len(part.rstrip()))
