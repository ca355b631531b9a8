"""The HTML document that a browser asks for first: Streamlit's own, with the title and the style of the page already in it.

A style that came with the page's elements was late: what was drawn before it stood elsewhere and jumped.
"""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.ui.assets import map_assets

STYLE = "dateline/app.css"
TITLE = "Dateline"

CONDITIONS = {b"if-none-match", b"if-modified-since", b"range"}
"""Headers of a request that are answered from Streamlit's file, which knows nothing of another style."""

DIGESTS = {b"content-length", b"etag", b"last-modified", b"accept-ranges"}
"""Headers of an answer that tell of Streamlit's file."""


class Document:
    """An ASGI middleware that dresses the one document of the page, and passes on everything else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_document(scope):
            await self.app(scope, receive, send)
            return
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                for each in _answer(held):
                    await send(each)

        headers = [(name, value) for name, value in scope["headers"] if name not in CONDITIONS]
        plain = {**scope, "headers": headers, "extensions": {}}  # the server may not be told to send the file by itself
        await self.app(plain, receive, hold)


MIDDLEWARE = [Middleware(Document)]
"""What the server of `app.py` works with."""


def _is_document(scope: Scope) -> bool:
    """Whether the document may be asked for: Streamlit sends it for any address that names no file, even a wrong one."""
    return scope["type"] == "http" and scope["method"] == "GET" and "." not in scope["path"].rpartition("/")[2]


def _answer(held: list[Message]) -> list[Message]:
    """The messages of an answer, its document dressed; one that is no document, as it is."""
    start, *parts = held
    if start["status"] != 200 or not dict(start["headers"]).get(b"content-type", b"").startswith(b"text/html"):
        return held
    html = dressed(b"".join(part.get("body", b"") for part in parts).decode()).encode()
    headers = [(name, value) for name, value in start["headers"] if name.lower() not in DIGESTS]
    headers.append((b"content-length", str(len(html)).encode()))
    return [{**start, "headers": headers}, {"type": "http.response.body", "body": html}]


def dressed(html: str) -> str:
    """A document with our title, and our style behind all others: it overrules Streamlit's, which come into the head later."""
    style = f'<link rel="stylesheet" href="{map_assets().link(STYLE)}">'
    before, body, after = html.rpartition("</body>")
    named = before.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>")
    return f"{named}{style}{body}{after}" if body else html
