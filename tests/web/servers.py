"""Servers on loopback that answer byte by byte as a test wants, and fetchers that may ask them."""

import socketserver
import threading
from collections.abc import Callable, Iterable
from contextlib import contextmanager, suppress

from geo.web.fetching import Fetcher, Limits

NAME = "news.example.org"
LOOPBACK = "127.0.0.1"
LIMITS = Limits(seconds=10.0, body=200_000, pause=0.0)
PAGE = b"<html><body><p>The ferry from Korsakov left at noon.</p></body></html>"


def answer(body=PAGE, status=200, type="text/html; charset=utf-8", **headers):
    """A whole answer. Headers are named with underscores; a type of None leaves the type out."""
    named = {"Content-Type": type, "Content-Length": len(body), **{k.replace("_", "-"): v for k, v in headers.items()}}
    lines = [f"{name}: {value}" for name, value in named.items() if value is not None]
    return "\r\n".join([f"HTTP/1.1 {status} Said", *lines, "", ""]).encode("latin-1") + body


def redirection(to, status=302):
    return answer(b"", status, None, Location=to)


class Site:
    """What a server has: answers by path, each bytes, pieces of bytes, or a function that makes them. Everything is noted."""

    def __init__(self, pages=None):
        self.pages = pages or {}
        self.requests = []
        self.port = 0

    @property
    def paths(self):
        return [request.split()[1].decode() for request in self.requests]

    def reply(self, request) -> Iterable[bytes]:
        self.requests.append(request)
        path = request.split()[1].decode("latin-1")
        found = self.pages.get(path, answer(b"none here", 404))
        found = found() if isinstance(found, Callable) else found
        return [found] if isinstance(found, bytes) else found

    def address(self, path="/", name=NAME, scheme="http"):
        return f"{scheme}://{name}:{self.port}{path}"


@contextmanager
def serving(site: Site, wrap=lambda connection: connection):
    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            with suppress(OSError):
                connection = wrap(self.request)
                request = b""
                while b"\r\n\r\n" not in request:
                    more = connection.recv(65536)
                    if not more:
                        return
                    request += more
                for piece in site.reply(request):
                    connection.sendall(piece)
                with suppress(OSError):
                    connection.close()

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True
        block_on_close = False

        def handle_error(self, request, client_address):
            pass

    with Server((LOOPBACK, 0), Handler) as server:
        site.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield site
        server.shutdown()


def fetcher(site, **options):
    """May ask that server and nothing else that is closed; every name is at it, and there is no pause."""
    made = {
        "limits": LIMITS,
        "permit": frozenset({(LOOPBACK, site.port)}),
        "resolve": lambda host, port: [LOOPBACK],
    }
    return Fetcher(**{**made, **options})
