"""Small documents of every kind, built here, so that no binary file lies in the repository."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

LEADING = 14
"""Points from line to line in `pdf`; an empty line leaves a gap as between paragraphs."""


def pdf(pages: Sequence[Sequence[str] | None], info: Mapping[str, str] | None = None) -> bytes:
    """A PDF in Helvetica, a list of lines a page. A page that is None holds an image alone."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    font = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>"
    image = b"<</XObject<</I 3 0 R>>>>"
    objects.append(
        _stream(b"\xff", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
    )
    for lines in pages:
        number = len(objects) + 1
        kids.append(b"%d 0 R" % number)
        resources = image if lines is None else font
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources %s/Contents %d 0 R>>" % (
            resources,
            number + 1,
        )
        objects += [page, _stream(b"q 500 0 0 700 40 70 cm /I Do Q" if lines is None else _written(lines))]
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    objects.append(b"<<%s>>" % b"".join(b"/%s(%s)" % (k.encode(), _escaped(v)) for k, v in (info or {}).items()))
    return _file(objects)


def _written(lines: Sequence[str]) -> bytes:
    shown = b"".join(b"(%s) Tj T* " % _escaped(line) for line in lines)
    return b"BT /F1 11 Tf %d TL 60 780 Td %s ET" % (LEADING, shown)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _stream(data: bytes, words: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (words, len(data), data)


def _file(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, rows)
    out += b"trailer<</Size %d/Root 1 0 R/Info %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        len(objects),
        trailer,
        start,
    )
    return bytes(out)


def encrypted_pdf() -> bytes:
    """A PDF that asks for a password: its hashes fit none."""
    words = b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>", b"<<>>"]
    return _file(objects, b"/Encrypt %s/ID[<%s><%s>]" % (words, b"ab" * 16, b"ab" * 16))


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these files, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def word(body: str, **parts: str) -> bytes:
    """A Word document with that body, "p" for "w:p" written out; `core`, `footnotes`, … replace its other parts."""
    head = f'xmlns:w="{WORDS}"'
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {head}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {head}>{parts.get('footnotes', '')}</w:footnotes>",
        "docProps/core.xml": f'<c:core xmlns:c="{CORE}" xmlns:dc="d" xmlns:dcterms="t">{parts.get("core", "")}</c:core>',
    }
    return zipped(files)


def odt(body: str, meta: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text with that body."""
    names = "".join(
        f' xmlns:{short}="urn:{short}"' for short in ("office", "text", "table", "dc", "meta", "draw", "svg")
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:d{names}><office:body><office:text>{body}</office:text></office:body></office:d>",
            "meta.xml": f"<office:d{names}>{meta}</office:d>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )
