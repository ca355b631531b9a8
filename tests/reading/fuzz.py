"""Readers against damaged documents, by hand: `python -m tests.reading.fuzz --minutes 10 [SUFFIX…]`.

Small good files of every reader are damaged at random, by seeds in a row, so that a run can be repeated (`--seed`). Whatever
comes, a reader gives articles whose parts lie in their text, and tells failures of one line each; nothing else.
What it found is kept as tests of the readers. `nice` it: it takes one core.
"""

from __future__ import annotations

import argparse
import io
import logging
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from geo.errors import InputError
from geo.reading import READERS, read_any
from geo.types import Article
from tests.reading.documents import odt, pdf, word
from tests.reading.made import FILES

SLOW = 35
"""Seconds that a document may take at most: a helper's bound and its start."""

SENTENCE = "Talks were held in the Gomel Region on Sunday, close to the border with Ukraine, officials said."
PAGE = (
    f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks - Herald</title>'
    f'<meta property="og:title" content="Talks"><meta name="author" content="Ann"><link rel="canonical" href="https://a.org/b">'
    f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2022-02-27",'
    f' "author": [{{"name": "Ann"}}]}}'
    f"</script></head><body><nav>Home</nav><article><h1>Talks</h1><p>{SENTENCE}</p><ul><li>Minsk</li></ul><table><tr><td>1</td>"
    f"</tr></table><p>{SENTENCE * 3}</p></article></body></html>"
).encode()
MAIL = (
    'From: "Ann" <a@b.org>\nSubject: =?utf-8?q?Talks_=C3=B6?=\nDate: Sun, 27 Feb 2022 23:11:12 +0300\nMIME-Version: 1.0\n'
    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=iso-8859-1; format=flowed\n"
    f"Content-Transfer-Encoding: quoted-printable\n\n{SENTENCE} =FC \nx\n--b\nContent-Type: text/html\n\n<p>{SENTENCE}\n"
    '--b\nContent-Disposition: attachment; filename="a.pdf"\nContent-Type: application/pdf\n\nx\n--b--\n'
).encode()
RTF = (
    rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}{\info{\title Talks}{\creatim\yr2022\mo2\dy27}}\uc1\f0 \'cc\'e8"
    rb"\par Caf\u233?x \u-10179?\u-8704?{\*\generator x}\trowd a\cell\row{\pict\bin3 abc}{\field{\*\fldinst{HYPERLINK x}}}}"
)
PARAGRAPH = f"<w:p><w:r><w:t>{SENTENCE}</w:t><w:br/></w:r><w:del><w:r><w:t>x</w:t></w:r></w:del></w:p>"
TABLE = f"<w:tbl><w:tr><w:tc>{PARAGRAPH}</w:tc></w:tr></w:tbl>"
GOOD: dict[str, bytes] = {
    **{suffix: make() for suffix, make in FILES.items()},
    ".txt": SENTENCE.encode() + "Переговоры".encode("cp1251"),
    ".md": f"---\ntitle: Talks\ndate: 2022-02-27\nauthors:\n- Ann\n---\n\n{SENTENCE}\n".encode(),
    ".html": PAGE,
    ".pdf": pdf([[SENTENCE, "", SENTENCE], None, [SENTENCE]], {"Title": "Talks", "CreationDate": "D:20220227101112Z"}),
    ".docx": word(
        PARAGRAPH + TABLE, core="<dc:title>Talks</dc:title>", footnotes=f"<w:footnote>{PARAGRAPH}</w:footnote>"
    ),
    ".odt": odt(f'<text:h>Talks</text:h><text:p>{SENTENCE}<text:s text:c="3"/></text:p>', "<dc:title>Talks</dc:title>"),
    ".rtf": RTF,
    ".eml": MAIL,
}
"""A small good file of each kind. Kinds that a document of another has are mixed into it by `_spliced`."""

ODD = tuple(b'\0 \xff \xff\xfe -1 99999999999 < > " &#0; &a; \\ { } % [ ( \r \n\n'.split(b" "))


def _flipped(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 3, 10, 50))):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _cut(data: bytes, dice: random.Random) -> bytes:
    first, last = sorted((dice.randrange(len(data) + 1), dice.randrange(len(data) + 1)))
    return dice.choice((data[:first], data[last:], data[:first] + data[last:]))


def _repeated(data: bytes, dice: random.Random) -> bytes:
    first = dice.randrange(len(data) + 1)
    last = min(len(data), first + dice.choice((1, 4, 20, 200)))
    return data[:first] + data[first:last] * dice.choice((2, 50, 3000)) + data[last:]


def _inserted(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.choice(ODD) * dice.choice((1, 1, 100, 20_000)) + data[at:]


def _spliced(data: bytes, dice: random.Random) -> bytes:
    other = dice.choice(sorted(GOOD.values()))
    return data[: dice.randrange(len(data) + 1)] + other[dice.randrange(len(other) + 1) :]


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flipped, _cut, _repeated, _inserted, _spliced)


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The file with some damage; of a ZIP archive as often within one of its files, which checksums would hide else."""
    if data.startswith(b"PK\x03\x04") and dice.random() < 0.6:
        return _damaged_within(data, dice)
    for _ in range(dice.choice((1, 1, 2, 4))):
        data = dice.choice(DAMAGES)(data, dice)
    return data


def _damaged_within(data: bytes, dice: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        names = archive.namelist()
        chosen = dice.choice(names)
        for name in names:
            inner = archive.read(name)
            copy.writestr(name, dice.choice(DAMAGES)(inner, dice) if name == chosen else inner)
    return out.getvalue()


def faults(name: str, data: bytes) -> list[str]:
    """What is wrong with how the document is read. Empty: nothing is."""
    failures: list[InputError] = []
    start = time.monotonic()
    try:
        articles = list(read_any(name, io.BytesIO(data), failures.append))
    except BaseException as error:
        return [f"raised {type(error).__name__}: {error}"]
    found = [fault for article in articles for fault in _article_faults(article)]
    found += [f"told {error!r}" for error in failures if not isinstance(error, InputError) or "\n" in str(error)]
    seconds = time.monotonic() - start
    return found + ([f"took {seconds:.0f} s"] if seconds > SLOW else [])


def _article_faults(article: Article) -> list[str]:
    found = []
    if not isinstance(article.text, str):
        found.append(f"text is {type(article.text).__name__}")
    fields = ("title", "date", "source", "outlet", "author", "address", "language")
    values = {field: getattr(article, field) for field in fields}
    found += [
        f"{field} is {value!r}" for field, value in values.items() if value is not None and not isinstance(value, str)
    ]
    found += [f"{field} is told and unknown" for field in article.told if field in values and not values[field]]
    ends = [0, *(part.end for part in article.parts)]
    lie = all(end <= part.start < part.end <= len(article.text) for end, part in zip(ends, article.parts, strict=False))
    return found if lie else [*found, f"parts lie at {article.parts}"]


def main() -> int:
    """Run, and tell what was found, each with the seed that repeats it."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("suffixes", nargs="*", default=sorted(GOOD), help="kinds to try, as .pdf")
    words.add_argument("--minutes", type=float, default=1)
    words.add_argument("--seed", type=int, default=0)
    words.add_argument("--keep", type=Path, help="folder for the documents that were read wrongly")
    chosen = words.parse_args()
    logging.disable(logging.CRITICAL)
    end = time.monotonic() + chosen.minutes * 60
    seed, tried, wrong = chosen.seed, Counter(), 0
    while time.monotonic() < end:
        suffix = chosen.suffixes[seed % len(chosen.suffixes)]
        data = damaged(GOOD[suffix], random.Random(seed))
        for fault in faults(f"fuzz{suffix}", data):
            wrong += 1
            print(f"seed {seed}, {suffix}, {len(data)} bytes: {fault[:300]}", flush=True)
            if chosen.keep:
                (chosen.keep / f"{seed}{suffix}").write_bytes(data)
        tried[suffix] += 1
        seed += 1
    print(f"{sum(tried.values())} documents, seeds {chosen.seed} to {seed - 1}, {wrong} faults")
    print(f"not tried, for want of a good file: {', '.join(sorted(READERS.keys() - tried.keys())) or 'none'}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
