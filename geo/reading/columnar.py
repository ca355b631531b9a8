"""A Parquet file taken apart by pyarrow: run in a helper that can be stopped, never in the process that asked.

Damage may end the whole process: where pyarrow's own checks meet an error while they tell of another, it calls `terminate`.
The file stays open between calls, because its rows are asked for piece by piece. Columns are packed very well, so what they
unpack to is looked at before they are, and rows come in small batches. Texts that are stored once stay so: a text of a
megabyte that a million rows share would be a terabyte.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from geo.errors import InputError
from geo.reading.packed import MOST_RATIO
from geo.reading.paths import shown
from geo.reading.table import LONGEST_CELL

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

RATIO_FROM = 64 * 2**20
"""Unpacked bytes of a column of a row group from which the ratio is looked at."""

MOST_COLUMNS = 256
"""Columns that are read."""

MOST_FOOTER = 64 * 2**20
"""Bytes of a string and items of a list in what the file says of itself."""

BATCH = 4096
"""Most rows unpacked at once. Fewer are slow where texts are stored once: each batch brings all of these along."""

BATCH_BYTES = 8 * 2**20
"""Bytes that the rows of a batch have on average."""

BUFFER = 2**20
"""Bytes of a column that are read from the file at once; without a buffer pyarrow reads all of it, often the whole file."""

PIECE = 2**20
"""Characters after which a piece of rows is full. Rows of a piece are lost where pyarrow ends the process."""

CELL = 64
"""Characters that a cell counts beside its own: about what an object of Python takes."""

LONGEST_REASON = 120
"""Characters of pyarrow's own words in a message."""

_OPEN: list[Iterator[list[str]]] = []
"""The rows of the file that is open, if one is."""


def columns(data: bytes, *, name: str, path: str | None = None) -> list[str]:
    """The names of the columns that can be read. The file, these bytes or the one at that path, is left open for `rows`.

    InputError: it is damaged, has no such column, or would fill the memory.
    """
    import pyarrow as pa

    pa.set_memory_pool(pa.system_memory_pool())  # others reserve a gigabyte of address space, which is bounded
    _OPEN.clear()
    file, names = _opened(name, path or io.BytesIO(data))
    _OPEN.append(_rows(name, file, names))
    return names


def rows(data: bytes, *, name: str) -> dict[str, Any]:
    """The next rows, cells as text, in the order of `columns`; `more`: whether to ask again; `error`: why there are no more."""
    taken: list[list[str]] = []
    size = 0
    try:
        for cells in _OPEN[-1]:
            taken.append(cells)
            size += sum(map(len, cells)) + CELL * len(cells)
            if size >= PIECE:
                return {"rows": taken, "more": True, "error": None}
    except InputError as error:
        _OPEN.clear()
        return {"rows": taken, "more": False, "error": str(error)}
    _OPEN.clear()
    return {"rows": taken, "more": False, "error": None}


def _opened(name: str, source: str | io.BytesIO) -> tuple[pq.ParquetFile, list[str]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    words = {"thrift_string_size_limit": MOST_FOOTER, "thrift_container_size_limit": MOST_FOOTER, "buffer_size": BUFFER}
    try:
        file = pq.ParquetFile(source, **words)
        names = _readable(file.schema_arrow)
        _refuse_bomb(name, file.metadata, names)
    except _damage(pa) as error:
        raise _damaged(name, error) from error
    if not names:
        raise InputError(f"{shown(name)}: has no column of plain values")
    return file, names


def _damage(pa: Any) -> tuple[type[Exception], ...]:
    return (pa.ArrowException, OSError, ValueError, OverflowError, KeyError)


def _damaged(name: str, error: Exception) -> InputError | MemoryError:
    if isinstance(error, MemoryError):
        return MemoryError()  # the helper tells of memory by the name of this class
    why = shown(str(error).partition("\n")[0])[:LONGEST_REASON]
    return InputError(f"{shown(name)}: is a damaged or incomplete Parquet file ({why})")


def _readable(schema: pa.Schema) -> list[str]:
    """The names of the columns of plain values."""
    from pyarrow import types

    plain = (types.is_integer, types.is_floating, types.is_boolean, types.is_temporal, types.is_decimal)
    kinds = [(field.name, field.type.value_type if types.is_dictionary(field.type) else field.type) for field in schema]
    return [name for name, kind in kinds if any(is_kind(kind) for is_kind in (_is_text, *plain))][:MOST_COLUMNS]


def _is_text(kind: pa.DataType) -> bool:
    from pyarrow import types

    return types.is_string(kind) or types.is_large_string(kind)


def _refuse_bomb(name: str, metadata: pq.FileMetaData, names: list[str]) -> None:
    for group in range(metadata.num_row_groups):
        row_group = metadata.row_group(group)
        for at in range(row_group.num_columns):
            column = row_group.column(at)
            size, packed = column.total_uncompressed_size, max(1, column.total_compressed_size)
            if size > RATIO_FROM and size > MOST_RATIO * packed and column.path_in_schema in names:
                raise InputError(
                    f"{shown(name)}: its column “{shown(column.path_in_schema)}” unpacks to {size // packed:,} times its "
                    f"size, {size // 2**20:,} MB; save it as CSV if it is meant so"
                )


def _rows(name: str, file: pq.ParquetFile, names: list[str]) -> Iterator[list[str]]:
    """Row after row, up to the batch that is damaged. InputError: one is."""
    import pyarrow as pa

    try:
        for group in range(file.num_row_groups):
            size = _batch(file.metadata.row_group(group))
            for batch in file.iter_batches(size, row_groups=[group], columns=names, use_threads=False):
                batch.validate(full=True)
                chosen = batch.select(names).columns
                for at in range(batch.num_rows):
                    yield [_cell(column, at) for column in chosen]
    except _damage(pa) as error:
        raise _damaged(name, error) from error


def _batch(group: pq.RowGroupMetaData) -> int:
    """Rows to unpack at once, by what the file says of its sizes: where it lies, the helper's memory is the bound."""
    return max(1, min(BATCH, BATCH_BYTES // max(1, group.total_byte_size // max(1, group.num_rows))))


def _cell(column: pa.Array, at: int) -> str:
    """The value as text; one that is longer than a text may be is cut where it is told to be too long."""
    from pyarrow import types

    value = column[at]
    if types.is_dictionary(column.type):
        value = value.value
    if not value.is_valid:
        return ""
    if _is_text(value.type):
        return str(value.as_buffer()[: 4 * LONGEST_CELL + 4], "utf-8", "replace")[: LONGEST_CELL + 1]
    return str(value.as_py())
