"""Small good files of every format that is read, made here, so that no binary lies in the repository.

`FILES` has one of each, by suffix; tests of hostile inputs break these.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Sequence

HEADER = ("id", "headline", "body", "published", "link")
ROWS = (
    (
        "a1",
        "Talks begin",
        "Talks began in Minsk on Sunday, said the ministry.",
        "2022-02-27",
        "https://news.example/a1",
    ),
    (
        "a2",
        "Border opens",
        "The border near Gomel opened, and\nlorries drove on.",
        "28 Feb 2022",
        "https://news.example/a2",
    ),
)
"""Two articles, the second on two lines."""


def csv_file(rows: Sequence[Sequence[str]] = ROWS, header: Sequence[str] = HEADER, delimiter: str = ",") -> bytes:
    """A table parted by the delimiter, every cell quoted."""
    quoted = (delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in (header, *rows))
    return "\r\n".join(quoted).encode() + b"\r\n"


def jsonl_file(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    """One document a line, with the fields of the contract."""
    documents = ({"id": row[0], "title": row[1], "text": row[2], "date": row[3]} for row in rows)
    return b"".join(json.dumps(document).encode() + b"\n" for document in documents)


def xlsx_file(sheets: dict[str, Sequence[Sequence[object]]] | None = None, hidden: Sequence[str] = ()) -> bytes:
    """A workbook with these sheets, header first."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in (sheets or {"News": (HEADER, *ROWS)}).items():
        sheet = book.create_sheet(title)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def broken_xlsx(*, rows: str, strings: str = "", declared: str = "") -> bytes:
    """A workbook whose sheet and strings are this XML, which no program would write; it says that it has a billion rows."""
    head = '<?xml version="1.0"?>'
    sheet = (
        f'{head}<worksheet xmlns="{SHEET}"><dimension ref="A1:XFD1000000000"/><sheetData>{rows}</sheetData></worksheet>'
    )
    table = f'{head}{declared}<sst xmlns="{SHEET}">{strings}</sst>'
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{STRINGS_TYPE}"/></Types>'
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx_file())) as good,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as broken,
    ):
        for name in good.namelist():
            data = good.read(name).replace(b"</Types>", part.encode()) if "Content_Types" in name else good.read(name)
            broken.writestr(name, sheet if "sheet1" in name else data)
        broken.writestr("xl/sharedStrings.xml", table)
    return out.getvalue()


def parquet_file(columns: dict[str, Sequence[object]] | None = None, **words: object) -> bytes:
    """A table of these columns."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table(columns or dict(zip(HEADER, zip(*ROWS, strict=True), strict=True))), out, **words)
    return out.getvalue()


def rss_file() -> bytes:
    """A feed with an entry in full and one with a summary only."""
    return b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Daily Example</title><link>https://news.example/</link><language>en-gb</language>
<item><title>Talks &amp;amp; tea</title><link>https://news.example/a1</link><guid>tag:news.example,a1</guid>
<pubDate>Sun, 27 Feb 2022 23:30:00 +0300</pubDate><dc:creator>A. Writer</dc:creator>
<description>Talks began.</description>
<content:encoded><![CDATA[<p>Talks began in <b>Minsk</b>.</p><p>They end in Gomel.</p><script>x()</script>]]></content:encoded>
</item>
<item><title>Border opens</title><link>https://news.example/a2</link>
<description>The border near Gomel opened.</description></item>
</channel></rss>"""


def atom_file() -> bytes:
    """The same for Atom."""
    return b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Daily Example</title><id>urn:feed</id>
<link href="https://news.example/"/><updated>2022-02-28T00:00:00Z</updated>
<entry><title>Talks begin</title><id>urn:a1</id><link href="https://news.example/a1"/>
<published>2022-02-27T23:30:00Z</published><updated>2022-02-28T01:00:00Z</updated><author><name>A. Writer</name></author>
<content type="html">&lt;p&gt;Talks began in Minsk.&lt;/p&gt;</content></entry>
</feed>"""


def zip_file(members: dict[str, bytes] | None = None, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in (members or {"a.txt": b"Talks began in Minsk.", "sub/b.jsonl": jsonl_file()}).items():
            archive.writestr(name, data)
    return out.getvalue()


def warc_file(pages: Sequence[tuple[str, bytes]] = (), *, packed: bool = False) -> bytes:
    """A web archive with a request and these answers, each with its address."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("made.warc", {"software": "tests"}))
    for address, page in pages or (("https://news.example/a1", html_page()),):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        told = {"WARC-Date": "2022-03-01T12:00:00Z"}
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(page), http_headers=headers, warc_headers_dict=told
        )
        writer.write_record(record)
    return out.getvalue()


def html_page() -> bytes:
    """A page with one article on it."""
    paragraphs = "".join(
        f"<p>{sentence}</p>"
        for sentence in (
            "Talks between the two delegations began in Minsk on Sunday morning, the foreign ministry said.",
            "Lorries were waiting for hours at the crossing near Gomel, where the border had been closed.",
            "A second round is planned for next week in Brest, a spokeswoman told reporters on Sunday evening.",
        )
    )
    head = '<html lang="en"><head><title>Talks begin</title></head>'
    return f"<!DOCTYPE html>{head}<body><article><h1>Talks begin</h1>{paragraphs}</article></body></html>".encode()


FILES: dict[str, Callable[[], bytes]] = {
    ".txt": lambda: b"Talks began in Minsk.",
    ".jsonl": jsonl_file,
    ".csv": csv_file,
    ".tsv": lambda: csv_file(delimiter="\t"),
    ".xlsx": xlsx_file,
    ".parquet": parquet_file,
    ".rss": rss_file,
    ".atom": atom_file,
    ".xml": rss_file,
    ".warc": warc_file,
    ".zip": zip_file,
    ".gz": lambda: gzip.compress(b"Talks began in Minsk.", mtime=0),
}
"""A small good file by suffix."""
