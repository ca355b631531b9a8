"""What the tests of readers share."""

from geo.gazetteer.own.rows import Reader, Row


def rows_of(reader: Reader, text: str, name: str = "mine") -> tuple[list[Row], list[str]]:
    """The rows of a text, and what was told of the others."""
    told: list[str] = []
    rows = list(reader(name, text, lambda error: told.append(str(error))))
    return rows, told
