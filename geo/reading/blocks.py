"""Paragraphs and tables, put together while a document is read from its beginning to its end."""

from __future__ import annotations

BETWEEN = {"document": "\n\n", "note": " ", "table": "\n", "row": "\t", "cell": " ", "paragraph": ""}
"""What stands between the pieces of each kind of block. A row of a table is a line, its cells are apart by tabs."""


class Blocks:
    """The blocks that are open, innermost last. Empty ones leave nothing behind."""

    def __init__(self) -> None:
        self.kinds = ["document"]
        self.pieces: list[list[str]] = [[]]
        self.notes: list[str] = []

    def open(self, kind: str) -> None:
        """A block begins."""
        self.kinds.append(kind)
        self.pieces.append([])

    def close(self) -> None:
        """The innermost block ends. What is written within a note goes to the end of the document."""
        kind, pieces = self.kinds.pop(), self.pieces.pop()
        text = BETWEEN[kind].join(pieces).strip(" \n" if kind == "row" else None)
        if kind == "note":
            self.notes += [text] if text else []
        elif text or kind == "cell":
            inside = kind == self.kinds[-1] == "paragraph"  # a text box hangs in a paragraph
            self.pieces[-1].append(f" {text} " if inside else text)

    def write(self, text: str) -> None:
        """Text where there is a paragraph for it; blanks between blocks are none."""
        if self.kinds[-1] == "paragraph":
            self.pieces[-1].append(text)

    def text(self) -> str:
        """All of it, the notes last."""
        return BETWEEN["document"].join([*self.pieces[0], *self.notes])
