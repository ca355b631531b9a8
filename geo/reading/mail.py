"""A mail (.eml): its own text, in plain text where it has such, else the article of its HTML.

Attachments are not read; they are told, so that nobody misses them. A mail that only forwards another is read as that.
"""

from __future__ import annotations

import logging
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import islice

from geo.errors import InputError, NotText
from geo.reading import facts, html
from geo.reading.bounded import reader
from geo.reading.charsets import codec
from geo.reading.decoding import decode
from geo.reading.paths import shown
from geo.types import Article

log = logging.getLogger(__name__)

MAX_PARTS = 1000
"""Parts of a mail that are looked at. Mails of mailing lists have a dozen."""

MOST_TOLD = 5
"""Attachments that are named."""

WORTH_READING = 80
"""Characters of plain text below which HTML is preferred: "Your program cannot show this mail"."""

TEXT_OR_BROKEN = ("text", "")
"""Types of a mail of one part that is read as plain text though it says something else: a kind of text, or nonsense."""

SOFT_END = re.compile(r"(?<!^--) \n(?!>|-- $)", re.MULTILINE)
"""The end of a line that is none, in plain text that is marked as flowed (RFC 3676)."""

HEADERS = "the mail's headers"

read = reader("geo.reading.mail:article", "a mail")


def article(data: bytes, *, name: str) -> Article:
    """The text of the mail with subject, sender and day. InputError: it is none, or holds no text."""
    try:
        mail = message_from_bytes(data, policy=policy.default)
        if not mail.keys():
            raise NotText(f"{shown(name)}: is no mail, it has no headers; name it .txt to read it as text")
        parts = list(islice(mail.walk(), MAX_PARTS))
    except RecursionError as error:
        raise InputError(f"{shown(name)}: its parts lie too deep within each other; save its text as UTF-8") from error
    told = _headers(mail)
    forwarded = next((part for part in parts if part.get_content_type() == "message/rfc822"), None)
    text = _own_text(mail, name) or (_forwarded_text(forwarded, name) if forwarded else "")
    _tell_left_out(parts, name)
    if not text:
        raise NotText(f"{shown(name)}: is a mail without text of its own")
    return facts.article(text, name, {field: (value, HEADERS) for field, value in told.items()})


def _own_text(mail: EmailMessage, name: str) -> str:
    plain, page = (_body(mail, kind) for kind in ("plain", "html"))
    if not plain and not page and mail.get_content_maintype() in TEXT_OR_BROKEN:
        plain = mail
    text = _plain_text(plain, name) if plain else ""
    if page and len(text) < WORTH_READING:
        return _page_text(page, name) or text
    return text


def _forwarded_text(part: EmailMessage, name: str) -> str:
    inner = part.get_payload()
    return _own_text(inner[0], name) if isinstance(inner, list) and inner else ""


def _body(mail: EmailMessage, kind: str) -> EmailMessage | None:
    """The part that is the mail's text in that kind. The library raises many things on broken ones."""
    try:
        return mail.get_body((kind,))
    except Exception:
        return None


def _bytes(part: EmailMessage) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except Exception:  # a transfer encoding that cannot be undone
        return b""
    return payload if isinstance(payload, bytes) else b""


def _plain_text(part: EmailMessage, name: str) -> str:
    data = _bytes(part)
    encoding = codec(_parameter(part, "charset"))
    text = data.decode(encoding, "replace") if encoding else _undeclared(data, name)
    text = text.replace("\r\n", "\n").replace("\0", "").strip()
    return SOFT_END.sub(" ", text) if _parameter(part, "format") == "flowed" else text


def _undeclared(data: bytes, name: str) -> str:
    """Text in whatever encoding it is in. A few odd bytes do not cost the mail."""
    try:
        return decode(data.replace(b"\0", b""), name)
    except InputError:
        return data.decode("utf-8", "replace")


def _page_text(part: EmailMessage, name: str) -> str:
    try:
        return html.article(_bytes(part), name=name, charset=_parameter(part, "charset")).text
    except InputError:
        return ""


def _parameter(part: EmailMessage, name: str) -> str | None:
    """A parameter of the part's type, in small letters."""
    try:
        value = part.get_param(name)
    except Exception:
        return None
    return value.lower() if isinstance(value, str) else None


def _headers(mail: EmailMessage) -> dict[str, str | None]:
    return {
        "title": _header(mail, "subject", str),
        "author": _header(
            mail, "from", lambda sender: sender.addresses[0].display_name or sender.addresses[0].addr_spec
        ),
        "date": _header(mail, "date", lambda sent: sent.datetime.date().isoformat()),
    }


def _header(mail: EmailMessage, name: str, value) -> str | None:
    """What a header says. Broken ones, on which the library raises many things, say nothing."""
    try:
        header = mail[name]
        return value(header) if header is not None else None
    except Exception:
        return None


def _tell_left_out(parts: list[EmailMessage], name: str) -> None:
    left_out = [part for part in parts if part.is_attachment() or part.get_content_type() == "message/rfc822"]
    if left_out:
        names = [shown(_file_name(part))[:60] for part in left_out[:MOST_TOLD]]
        more = " …" if len(left_out) > MOST_TOLD else ""
        count = f"{len(left_out)} attachment{'s are' if len(left_out) > 1 else ' is'}"
        log.warning("%s: %s not read (%s%s); save and name what you need", shown(name), count, ", ".join(names), more)


def _file_name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or part.get_content_type()
    except Exception:
        return part.get_content_type()
