"""Rows of a table, from whatever file, to articles: one row is one article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

from geo.errors import BadRecord, InputError
from geo.reading.columns import FIELDS, GUESSED_ROWS, WEB, Columns, settle
from geo.reading.dates import day
from geo.reading.facts import LONGEST
from geo.reading.failures import OnError, Reader
from geo.reading.paths import shown
from geo.types import Article, Part

Row = tuple[int, Sequence[str]]
"""Its number, as a spreadsheet counts it, and its cells."""

TableReader = Callable[..., Iterator[Article]]
"""A `Reader` with the keyword `columns`, a `Columns` or None."""

LONGEST_CELL = 8 * 2**20
"""Longest text of a row, in characters. A long novel has about 2 million."""

MOST_TOLD = 100
"""Bad rows of a table that are told one by one; of the others the number is."""

MOST_BLANK = 1_048_576
"""Blank rows that are skipped, and `BLANK_A_ROW` more for each that is not blank: an empty sheet of Excel. What follows more of
them is not read: five megabytes of an archive may hold a thousand million."""

BLANK_A_ROW = 1000

HEADER_ROWS = 10
"""Rows, from the top, among which the header is: exports put a title, a date and blank rows above it."""

LONGEST_HEADING = 100
"""Characters of a column's name; what is longer is a text, and the table has no header."""

CODE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-]+)?\s*")
"""A language by its code, with or without a country: `en`, `en-GB`."""


def with_columns(reader: TableReader, columns: Columns | None) -> Reader:
    """The reader with the columns set."""
    return lambda name, stream, on_error: reader(name, stream, on_error, columns=columns)


def articles(
    name: str,
    rows: Iterable[Row],
    columns: Columns | None,
    on_error: OnError,
    *,
    source: str | None = None,
    header: Sequence[str] = (),
) -> Iterator[Article]:
    """An article for each row below the header that has a text. Blank rows are skipped, others without a text told.

    `rows` may raise `InputError`: then the rest of the table is not read. `source` is the file's name, where the table has
    one of its own; `header` the names of the columns, where they are not in a row.
    """
    told = Told(on_error)
    filled = _until_broken(name, rows, told)
    header, below = (unique(header), filled) if header else _headed(filled)
    head = list(islice(below, GUESSED_ROWS))
    try:
        settled = settle(header, [cells for _, cells in head], columns) if header else Columns()
    except InputError as error:
        on_error(InputError(f"{shown(name)}: {error}"))
        return
    if not head and not told.count:
        on_error(InputError(f"{shown(name)}: holds no row{' below its header' if header else ''}"))
    table = _Table(name, source or name, header, settled)
    for row in chain(head, below):
        yield from table.read(row, told)
    told.end(name)


class Told:
    """Tells of the first bad rows one by one, and at the end of how many more there were."""

    def __init__(self, on_error: OnError) -> None:
        self.on_error = on_error
        self.count = 0

    def __call__(self, error: InputError) -> None:
        self.count += 1
        if self.count <= MOST_TOLD:
            self.on_error(error)

    def enough(self) -> bool:
        """Count one more where only their number is still of interest: putting it in words would take most of the time."""
        self.count += self.count >= MOST_TOLD
        return self.count > MOST_TOLD

    def end(self, name: str) -> None:
        """The last word."""
        if self.count > MOST_TOLD:
            self.on_error(BadRecord(f"{shown(name)}: {self.count - MOST_TOLD:,} more rows cannot be read"))


class Blanks:
    """How many blank rows may still come."""

    def __init__(self) -> None:
        self.left = MOST_BLANK

    def demand(self, name: str, *, blank: bool, what: str = "rows") -> None:
        """Count a row. InputError: too many were blank."""
        self.left = self.left - 1 if blank else min(MOST_BLANK, self.left + BLANK_A_ROW)
        if self.left < 0:
            raise InputError(f"{shown(name)}: more than {MOST_BLANK:,} {what} are blank; the rest is not read")


def _until_broken(name: str, rows: Iterable[Row], told: Told) -> Iterator[Row]:
    """The rows that are not blank, up to where the file breaks off."""
    rows, blanks = iter(rows), Blanks()
    while True:
        try:
            row = next(rows, None)
            if row is None:
                return
            blank = not any(cell and not cell.isspace() for cell in row[1])
            blanks.demand(name, blank=blank)
        except InputError as error:
            told(error)
            return
        if not blank:
            yield row


def _headed(rows: Iterator[Row]) -> tuple[list[str], Iterator[Row]]:
    """The header and the rows below it: the first row with as many cells as the fullest of the first ones has, or nearly.

    A first row with a text, an address or a day in it is no header: then the columns are called by their numbers.
    """
    top = list(islice(rows, HEADER_ROWS))
    if not top:
        return [], rows
    widest = max(_filled(cells) for _, cells in top)
    at = next(at for at, (_, cells) in enumerate(top) if 2 * _filled(cells) > widest)
    if any(len(cell) > LONGEST_HEADING or WEB.fullmatch(cell) or day(cell) for cell in top[at][1]):
        width = max(len(cells) for _, cells in top)
        return unique([""] * width), chain(top[at:], rows)
    return unique(top[at][1]), chain(top[at + 1 :], rows)


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell and not cell.isspace())


def unique(header: Sequence[str]) -> list[str]:
    """Names to call the columns by: on one line, “column 3” where there is none, “text (2)” for the second of that name."""
    seen: Counter[str] = Counter()
    names = []
    for number, cell in enumerate(header, start=1):
        name = " ".join(cell.split()) or f"column {number}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


class _Table:
    """What is the same for every row."""

    def __init__(self, name: str, source: str, header: Sequence[str], columns: Columns) -> None:
        self.name = name
        self.source = source
        self.at = {field: header.index(column) for field in FIELDS if (column := getattr(columns, field))}
        self.words = {field: f"column “{shown(header[at])}”" for field, at in self.at.items()}

    def read(self, row: Row, told: Told) -> Iterator[Article]:
        """The article of the row, or why it has none."""
        number, cells = row
        text = self._cell(cells, "text") or ""
        if not text or text.isspace():
            if not told.enough():
                told(BadRecord(f"{shown(self.name)}, row {number}: has no text in {self.words['text']}"))
        elif len(text) > LONGEST_CELL:
            told(BadRecord(f"{shown(self.name)}, row {number}: its text is longer than {LONGEST_CELL // 2**20} MB"))
        else:
            yield self._article(number, cells, text)

    def _cell(self, cells: Sequence[str], field: str) -> str | None:
        at = self.at.get(field)
        return cells[at] if at is not None and at < len(cells) else None

    def _article(self, number: int, cells: Sequence[str], text: str) -> Article:
        told = known({field: self._cell(cells, field) for field in FIELDS if field != "text"})
        identifier = told.pop("id", None) or f"{self.name}:{number}"
        source = told.pop("source", None) or told.get("address") or told.get("outlet") or self.source
        words = {field: self.words[field] for field in ("text", *told)}
        return Article(
            text, id=identifier, source=source, told=words, parts=(Part(0, len(text), f"row {number}"),), **told
        )


def known(cells: dict[str, str | None]) -> dict[str, str]:
    """The fields of an article that these cells give, each as the article wants it; the others are left out."""
    fields = {field: SHAPES.get(field, _line)(cell) for field, cell in cells.items() if cell}
    return {field: value for field, value in fields.items() if value}


def _line(cell: str) -> str:
    return " ".join(cell.split())[:LONGEST]


def _address(cell: str) -> str | None:
    return cell.strip() if WEB.fullmatch(cell) else None


def language_code(cell: str) -> str | None:
    """`en` of `en`, `EN-GB` or `en_US`. None: it is no code."""
    code = CODE.fullmatch(cell)
    return code[1].lower() if code else None


SHAPES: dict[str, Callable[[str], str | None]] = {
    "id": str.strip,
    "date": day,
    "address": _address,
    "language": language_code,
}
"""How a cell becomes a field; others are put on one line."""
