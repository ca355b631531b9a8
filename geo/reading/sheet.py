"""An Excel workbook (.xlsx): one row an article, of every sheet that has a column of text."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import BinaryIO

from geo.errors import BadRecord, InputError
from geo.reading.bounded import plain
from geo.reading.columns import Columns
from geo.reading.decoding import take
from geo.reading.failures import OnError
from geo.reading.paths import shown
from geo.reading.table import articles
from geo.types import Article

log = logging.getLogger(__name__)


def read(name: str, stream: BinaryIO, on_error: OnError, *, columns: Columns | None = None) -> Iterator[Article]:
    """The rows of the visible sheets in their order. Ids are `file:sheet:row`; rows are counted as Excel does.

    Sheets without a column of text are skipped with a warning where another has one.
    """
    try:
        sheets = plain("geo.reading.workbook:sheets", take(stream, name), name=name, what="an Excel workbook")
    except InputError as error:
        on_error(error)
        return
    refused: list[InputError] = []

    def told(error: InputError) -> None:
        if isinstance(error, BadRecord):
            on_error(error)
        else:
            refused.append(error)

    for title, rows in sheets:
        yield from articles(f"{name}:{title}", rows, columns, told, source=name)
    if not sheets:
        on_error(InputError(f"{shown(name)}: holds no row"))
    for error in refused:
        log.warning("%s", error) if len(refused) < len(sheets) else on_error(error)
