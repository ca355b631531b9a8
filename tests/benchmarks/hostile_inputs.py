"""What the worst inputs cost: time and most memory of one hostile file for every reader, by hand on an otherwise idle Linux.

    python -m tests.benchmarks.hostile_inputs [SUFFIX…]

The files are made in a temporary folder, and each is read in a process of its own. Memory is the most that `/proc` says was in
use (VmHWM) by that process and by the largest of its helpers, looked at again and again until the end. Nothing is asserted: the
limits themselves are tested in `tests/reading`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import os
import random
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from geo.files import ROOT
from geo.reading import READERS, bounded, read
from tests.reading.documents import _file, _stream, odt, word
from tests.reading.made import broken_xlsx, parquet_file, zip_file

MB = 2**20

EVERY = 0.02
"""Seconds between two looks at the memory."""

LONGEST = 600
"""Seconds after which an input is given up: then a bound does not hold."""

TOLD = 90
"""Characters of a failure that are printed."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file that should cost much."""

    suffix: str
    what: str
    make: Callable[[], bytes]


HIGH = bytes(range(160, 256)) * 2 + bytes(range(192, 256))
"""Turns any byte into a letter or sign of an encoding of eight bits."""


def _unknown_text() -> bytes:
    return random.Random(0).randbytes(MB).translate(HIGH) * 64


def _nested_forms(depth: int = 14) -> bytes:
    """A page that draws a form ten times, which draws another ten times, and so on."""
    font = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    forms = []
    for at in range(depth):
        body = b"/X Do " * 10 if at < depth - 1 else b"BT /F1 11 Tf 60 700 Td (Gomel is here.) Tj ET"
        words = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%s/XObject<</X %d 0 R>>>>" % (font, at + 6)
        forms.append(_stream(body, words))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>"
    kids = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return _file([b"<</Type/Catalog/Pages 2 0 R>>", kids, page, _stream(b"/X Do"), *forms, b"<<>>"])


def _nested_mail(depth: int = 2000) -> bytes:
    heads = (f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(depth))
    return ("From: a@b.org\nMIME-Version: 1.0\n" + "".join(heads) + "\nx" * MB).encode()


def _shared_text() -> bytes:
    import pyarrow as pa

    text = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), pa.array(["b" * MB]))
    return parquet_file({"text": text}, compression="zstd")


def _crashing_parquet() -> bytes:
    good = parquet_file({"text": ["Talks began in Minsk."]})
    return good.replace(b"\x25\x02\x18\x04text", b"\x25\x00\x18\x04text")


def _feed(inner: str) -> bytes:
    return f"<rss version='2.0'><channel><item><description>{inner}</description></item></channel></rss>".encode()


def _blanks(megabytes: int) -> bytes:
    return gzip.compress(bytes(megabytes * MB), mtime=0)


def _packed_just_below_the_ratio() -> bytes:
    """Blank lines of a table, with so many odd bytes that the whole unpacks to 240 times its size."""
    dice = random.Random(0)
    lines = (dice.randbytes(600).hex().encode() + b"\n" * 150_000 for _ in range(6 * 1024))
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(map(packer.compress, chain([b"text\n"], lines))) + packer.flush()


INPUTS: tuple[Hostile, ...] = (
    Hostile(".txt", "64 MB in an encoding that nobody knows", _unknown_text),
    Hostile(".md", "front matter of 40 MB that never ends", lambda: b"---\n" + b"title: a\n" * (40 * MB // 9)),
    Hostile(".html", "59,000 tags, each in the one before", lambda: b"<html><body>" + b"<div>" * 59_000 + b"Minsk"),
    Hostile(".html", "10 MB of tags", lambda: b"<html><body>" + b"<p><b>Minsk" * (10 * MB // 12)),
    Hostile(".pdf", "a page that draws 10^14 lines", _nested_forms),
    Hostile(".docx", "256 MB of blanks in 260 KB", lambda: word("<w:p>" + " " * (256 * MB) + "</w:p>")),
    Hostile(".odt", "10^9 blanks in one tag", lambda: odt('<text:p>a<text:s text:c="1000000000"/></text:p>')),
    Hostile(".rtf", "16 MB of opened groups", lambda: rb"{\rtf1 " + b"{" * (16 * MB - 20)),
    Hostile(".eml", "2,000 mails, each in the one before", _nested_mail),
    Hostile(".jsonl", "a line of 60 MB of opened lists", lambda: b"[" * (60 * MB) + b"\n"),
    Hostile(
        ".csv",
        "a quote that is never closed, 40 MB",
        lambda: b'text\n"' + (b"Minsk, " * 100 + b"\n") * (40 * MB // 701),
    ),
    Hostile(".csv", "4 million rows without a text", lambda: b"id,text\n" + b"1,\n" * 4_000_000),
    Hostile(".xlsx", "a row of 12 million cells", lambda: broken_xlsx(rows="<row>" + "<c/>" * 12_000_000 + "</row>")),
    Hostile(".parquet", "a text of 1 MB that 100,000 rows share", _shared_text),
    Hostile(".parquet", "damage that ends its process", _crashing_parquet),
    Hostile(".rss", "8 MB of opened tags in an entry", lambda: _feed("&lt;b&gt;" * (8 * MB // 9))),
    Hostile(".warc", "a head of 200 MB", lambda: b"WARC/1.0\r\n" + b"A: b\r\n" * (200 * MB // 6)),
    Hostile(".zip", "1 GB of blanks, in an archive in an archive", lambda: zip_file({"a.gz": _blanks(1024)})),
    Hostile(".gz", "1 GB of NUL in 1 MB", lambda: _blanks(1024)),
    Hostile(".csv.gz", "900 MB of blank rows, 240 times packed", _packed_just_below_the_ratio),
)
"""By suffix; where one reader serves several, under the first of them."""


def unmade() -> list[str]:
    """Suffixes whose reader has no input here."""
    tried = [READERS.get(hostile.suffix) for hostile in INPUTS]
    return [suffix for suffix, reader in READERS.items() if reader not in tried]


@dataclass(slots=True)
class Cost:
    """What a process and its largest helper took."""

    seconds: float = 0.0
    processor: float = 0.0
    """Seconds of the processor, of all helpers too."""
    own_mb: int = 0
    helper_mb: int = 0
    found: str = ""


def cost(path: Path) -> Cost:
    """Of reading the file at that path in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.hostile_inputs", "--read", str(path)]
    spent, start = Cost(), time.monotonic()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as reader:
        while reader.poll() is None and time.monotonic() - start < LONGEST:
            spent.own_mb = max(spent.own_mb, most_mb(reader.pid))
            spent.helper_mb = max([spent.helper_mb, *map(most_mb, children(reader.pid))])
            time.sleep(EVERY)
        late = reader.poll() is None
        reader.kill()
        said = "never ended" if late else reader.stdout.read() or f"the process broke ({reader.returncode})"
    if said.startswith("{"):
        answer = json.loads(said)
        spent.seconds, spent.processor = answer["seconds"], answer["processor"]
        spent.found = f"{answer['articles']:,} articles; {answer['told'] or 'no failure'}"
        return spent
    spent.seconds, spent.found = time.monotonic() - start, said
    return spent


def most_mb(pid: int) -> int:
    """The most memory in use of a process so far. 0: it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


def children(pid: int) -> list[int]:
    """The processes that a process started, by any of its threads."""
    found: list[int] = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, tasks.read_text().split())
        except OSError:
            continue
    return found


def reading(path: str) -> dict[str, object]:
    """Seconds, articles and the first failure of reading a file; articles are dropped as they come.

    The processor's seconds are those of the whole process, its start among them.
    """
    failures: list[str] = []
    start = time.monotonic()
    articles = sum(1 for _ in read(path, on_error=lambda error: failures.append(str(error))))
    told = failures[0].replace(path, "…")[:TOLD] if failures else ""
    seconds = time.monotonic() - start
    bounded.close()
    return {"seconds": seconds, "processor": sum(os.times()[:4]), "articles": articles, "told": told}


def main() -> None:
    """Print the table."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("suffixes", nargs="*", help="kinds to try, as .pdf; all without")
    words.add_argument("--read", help=argparse.SUPPRESS)
    chosen = words.parse_args()
    if chosen.read:
        logging.disable(logging.CRITICAL)  # in this process, which ends here
        print(json.dumps(reading(chosen.read)))
        return
    print("| file | what | size | seconds | of processor | MB of process | MB of helper | what came of it |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for hostile in INPUTS:
            if chosen.suffixes and hostile.suffix not in chosen.suffixes:
                continue
            path = Path(folder) / f"hostile{hostile.suffix}"
            path.write_bytes(hostile.make())
            size, spent = f"{path.stat().st_size / MB:.1f} MB", cost(path)
            took = f"{spent.seconds:.1f} | {spent.processor:.1f} | {spent.own_mb} | {spent.helper_mb or '–'}"
            print(f"| {hostile.suffix} | {hostile.what} | {size} | {took} | {spent.found} |", flush=True)
            path.unlink()


if __name__ == "__main__":
    main()
