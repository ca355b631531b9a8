"""A Parquet file: one row an article; columns of text, numbers and days, others are left out.

Columns are packed very well, so what they unpack to is looked at before they are, and rows come in small batches. Texts that
are stored once stay so: a text of a megabyte that a million rows share would be a terabyte.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from geo.errors import InputError
from geo.reading.columns import Columns
from geo.reading.failures import OnError
from geo.reading.packed import MOST_RATIO, MOST_UNPACKED, rewindable
from geo.reading.paths import shown
from geo.reading.table import LONGEST_CELL, Row, articles
from geo.types import Article

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

RATIO_FROM = 64 * 2**20
"""Unpacked bytes of a column of a row group from which the ratio is looked at."""

MOST_ROWS = 10_000_000
"""Rows of a file that are read. So many equal rows fit a kilobyte."""

MOST_COLUMNS = 256
"""Columns that are read."""

MOST_FOOTER = 64 * 2**20
"""Bytes of a string and items of a list in what the file says of itself."""

BATCH = 64
"""Rows unpacked at once."""


def read(name: str, stream: BinaryIO, on_error: OnError, *, columns: Columns | None = None) -> Iterator[Article]:
    """The rows in the order of the file, counted from 1: there is no header among them."""
    try:
        file, names = _opened(name, rewindable(name, stream))
    except InputError as error:
        on_error(error)
        return
    yield from articles(name, _rows(name, file, names), columns, on_error, header=names)


def _opened(name: str, stream: BinaryIO) -> tuple[pq.ParquetFile, list[str]]:
    """The file and the columns that can be read. InputError: it is damaged, has none, or would fill the memory."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    words = {"thrift_string_size_limit": MOST_FOOTER, "thrift_container_size_limit": MOST_FOOTER}
    try:
        names, texts = _readable(pq.ParquetFile(stream, **words).schema_arrow)
        stream.seek(0)
        file = pq.ParquetFile(stream, read_dictionary=texts, **words)
    except _damage(pa) as error:
        raise _damaged(name, error) from error
    if not names:
        raise InputError(f"{shown(name)}: has no column of plain values")
    _refuse_bomb(name, file.metadata, names)
    return file, names


def _damage(pa: Any) -> tuple[type[Exception], ...]:
    return (pa.ArrowException, OSError, ValueError, MemoryError, OverflowError, KeyError)


def _damaged(name: str, error: Exception) -> InputError:
    why = shown(str(error).partition("\n")[0])[:LONGEST_REASON]
    return InputError(f"{shown(name)}: is a damaged or incomplete Parquet file ({why})")


LONGEST_REASON = 120
"""Characters of pyarrow's own words in a message."""


def _readable(schema: pa.Schema) -> tuple[list[str], list[str]]:
    """The names of the columns of plain values, and of those that hold text."""
    from pyarrow import types

    def is_text(kind: pa.DataType) -> bool:
        return types.is_string(kind) or types.is_large_string(kind)

    plain = (types.is_integer, types.is_floating, types.is_boolean, types.is_temporal, types.is_decimal)
    kinds = [(field.name, field.type.value_type if types.is_dictionary(field.type) else field.type) for field in schema]
    names = [name for name, kind in kinds if is_text(kind) or any(is_kind(kind) for is_kind in plain)][:MOST_COLUMNS]
    return names, [name for name, kind in kinds if is_text(kind) and name in names]


def _refuse_bomb(name: str, metadata: pq.FileMetaData, names: list[str]) -> None:
    for group in range(metadata.num_row_groups):
        row_group = metadata.row_group(group)
        for at in range(row_group.num_columns):
            column = row_group.column(at)
            size, packed = column.total_uncompressed_size, max(1, column.total_compressed_size)
            if column.path_in_schema in names and size > RATIO_FROM and size > MOST_RATIO * packed:
                raise InputError(
                    f"{shown(name)}: its column “{shown(column.path_in_schema)}” unpacks to {size // packed:,} times its "
                    f"size, {size // 2**20:,} MB; save it as CSV if it is meant so"
                )


def _rows(name: str, file: pq.ParquetFile, names: list[str]) -> Iterator[Row]:
    """Row after row. InputError: a batch is damaged, or more is asked for than is read of one file."""
    number, size = 0, 0
    for batch in _batches(name, file, names):
        for at in range(batch.num_rows):
            number += 1
            cells = [_cell(column, at) for column in batch.columns]
            size += sum(map(len, cells))
            if number > MOST_ROWS or size > MOST_UNPACKED:
                raise InputError(f"{shown(name)}: only {number - 1:,} rows are read; split it")
            yield number, cells


def _batches(name: str, file: pq.ParquetFile, names: list[str]) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    try:
        batches = file.iter_batches(BATCH, columns=names, use_threads=False)
        while (batch := next(batches, None)) is not None:
            batch.validate(full=True)
            yield batch.select(names)
    except _damage(pa) as error:
        raise _damaged(name, error) from error


def _cell(column: pa.Array, at: int) -> str:
    """The value as text; one that is longer than a text may be is cut where it is told to be too long."""
    from pyarrow import types

    value = column[at]
    if types.is_dictionary(column.type):
        value = value.value
    if not value.is_valid:
        return ""
    if types.is_string(value.type) or types.is_large_string(value.type):
        return str(value.as_buffer()[: 4 * LONGEST_CELL + 4], "utf-8", "replace")
    return str(value.as_py())
