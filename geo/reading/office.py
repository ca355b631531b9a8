"""What documents of Word and OpenDocument share: a ZIP archive of XML, read from its beginning to its end.

Kept libraries for them (python-docx, odfdo) hold the whole tree in memory and show tracked deletions or leave footnotes out;
what is needed is a walk of one page of code. The XML goes through defusedxml, so it declares no entities and no DTD, and is
handled as it streams: a part that unpacks to gigabytes is given up at a bound.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_namespaces

from geo.errors import InputError, NotText
from geo.reading.paths import shown

MAX_PART = 64 * 2**20
"""Bytes of XML that one part may unpack to. A novel of 200,000 words makes about 10 MB."""

PIECE = 2**16
"""Bytes that are unpacked at a time."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""First bytes of Word 97–2003 files, and of new ones with a password."""

DAMAGED = (zipfile.BadZipFile, zipfile.LargeZipFile, SAXException, ValueError, EOFError, OSError, NotImplementedError)
"""What ZIP archives and XML raise when they are broken; zlib's own error is added where it is caught."""


class Walker(ContentHandler):
    """Follows the XML of one part: tells `begin` and `end` the names of elements, and `words` the text between.

    `skipped` are the elements of which nothing is told.
    """

    skipped: frozenset[str] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.hidden = 0

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins: its name and attributes without their namespaces."""

    def end(self, name: str) -> None:
        """It ends."""

    def words(self, text: str) -> None:
        """Text within the innermost element."""

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: Any) -> None:
        """SAX's call."""
        if self.hidden or name[1] in self.skipped:
            self.hidden += 1
        else:
            self.begin(name[1], {key[1]: value for key, value in attrs.items()})

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:
        """SAX's call."""
        if self.hidden:
            self.hidden -= 1
        else:
            self.end(name[1])

    def characters(self, content: str) -> None:
        """SAX's call."""
        if not self.hidden:
            self.words(content)


def opened(data: bytes, name: str, kind: str) -> zipfile.ZipFile:
    """The archive. NotText: it is encrypted, or none."""
    if data.startswith(OLD_OFFICE):
        raise NotText(
            f"{shown(name)}: has a password or is an old office document (.doc); save it as {kind} without one"
        )
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED as error:
        raise NotText(f"{shown(name)}: is a damaged {kind} file; save it again, or its text as UTF-8") from error


def walk(archive: zipfile.ZipFile, part: str, walker: Walker, name: str, kind: str) -> None:
    """The walker goes through a part. NotText: it is missing, damaged, encrypted or too large."""
    import zlib

    from defusedxml import DefusedXmlException
    from defusedxml.sax import make_parser

    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(walker)
    size = 0
    try:
        with archive.open(part) as stream:
            for piece in iter(lambda: stream.read(PIECE), b""):
                size += len(piece)
                if size > MAX_PART:
                    raise InputError(f"{shown(name)}: its {part} unpacks to more than {MAX_PART // 2**20} MB; split it")
                parser.feed(piece)
        parser.close()
    except KeyError as error:
        raise NotText(f"{shown(name)}: is no {kind} file, or damaged: it has no {part}") from error
    except InputError:  # is a ValueError, which below means damage
        raise
    except DefusedXmlException as error:
        raise NotText(f"{shown(name)}: its {part} declares entities, which no honest {kind} file does") from error
    except RuntimeError as error:  # zipfile's word for a password
        raise NotText(f"{shown(name)}: has a password; save it without one") from error
    except (*DAMAGED, zlib.error) as error:
        raise NotText(
            f"{shown(name)}: is a damaged {kind} file ({part}); save it again, or its text as UTF-8"
        ) from error


class Properties(Walker):
    """The texts of a part with properties, by the names of their elements."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.name = ""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """A property; the first of a name counts."""
        self.name = "" if name in self.found else name

    def end(self, name: str) -> None:
        """Nothing follows it."""
        self.name = ""

    def words(self, text: str) -> None:
        """Its value, which may come in pieces."""
        if self.name:
            self.found[self.name] = self.found.get(self.name, "") + text


def properties(archive: zipfile.ZipFile, part: str, name: str, kind: str) -> dict[str, str]:
    """What a part with properties says. Empty where it is missing or damaged: the text is what counts."""
    walker = Properties()
    try:
        walk(archive, part, walker, name, kind)
    except InputError:
        return {}
    return walker.found
