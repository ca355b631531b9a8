"""What stands in a text and is not of the article: menus, captions, links to other stories, notices.

People paste and save whole pages. A town in "Also read: …" is not where the story plays, so what stands here is told apart,
with a reason; nothing is taken away from the text. What could be a sentence of the article stays one: towns that are shown
wrongly can be seen and left out, those that are missing cannot. lines → lists → phrases → inside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from geo.boilerplate.inside import inside
from geo.boilerplate.lines import Line, lines
from geo.boilerplate.lists import headline_lists, menus, repeated
from geo.boilerplate.phrases import reason_of
from geo.types import Boilerplate, Mention

__all__ = ["boilerplate", "marked"]


def boilerplate(text: str) -> tuple[Boilerplate, ...]:
    """What of the text is not of the article, in text order and apart. Empty where nothing else would be left."""
    rows = list(lines(text))
    found = _apart((*menus(rows), *headline_lists(rows), *_by_words(text, rows), *repeated(rows)))
    return () if found and _is_all(rows, found) else tuple(found)


def marked(mentions: Sequence[Mention], spans: Sequence[Boilerplate]) -> tuple[Mention, ...]:
    """The mentions, each told whether it lies in one of the spans, which are in text order and apart."""
    starts = [span.start for span in spans]

    def lies_in(mention: Mention) -> bool:
        before = bisect_right(starts, mention.start) - 1
        return before >= 0 and mention.end <= spans[before].end

    return tuple(
        mention if mention.boilerplate == lies_in(mention) else replace(mention, boilerplate=not mention.boilerplate)
        for mention in mentions
    )


def _by_words(text: str, rows: Iterable[Line]) -> Iterator[Boilerplate]:
    first, ended = True, True
    for line in rows:
        begins = ended or line.apart or not line.words[:1].islower()
        reason = reason_of(line.words, first=first) if begins and line.words else None
        if reason:
            yield Boilerplate(line.start, line.end, reason)
        else:
            yield from inside(text, line)
        first, ended = False, text[line.end - 1] in '.!?:"”’)]'


def _apart(spans: Iterable[Boilerplate]) -> list[Boilerplate]:
    """In text order; of two that overlap the longer one that begins first, and the other only behind its end."""
    kept: list[Boilerplate] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _is_all(rows: Sequence[Line], spans: Sequence[Boilerplate]) -> bool:
    """Whether every line lies in the spans: a caption that somebody hands in is the article."""
    starts = [span.start for span in spans]
    numbers = (bisect_right(starts, line.start) - 1 for line in rows)
    return all(number >= 0 and line.end <= spans[number].end for line, number in zip(rows, numbers, strict=True))
