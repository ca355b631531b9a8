"""What a library may do to the process that calls it, for `test_bounded`. Each is called as a reader of documents is."""

import logging
import os
import socket
import subprocess

from geo.errors import NotText
from geo.types import Article, Part


def echo(data, *, name, lone=""):
    """A well-behaved one: the bytes as text, one part, one warning."""
    print("libraries print")
    logging.getLogger("geo.reading").warning("%s: %d bytes", name, len(data))
    return Article(data.decode() + lone, id=name, parts=(Part(0, 1, "page 1"),), told={"title": "nobody"})


def process(data, *, name):
    """Says which process it ran in."""
    return Article(str(os.getpid()))


def refuse(data, *, name):
    """Says that it is no text."""
    raise NotText(f"{name}: is no text")


def broken(data, *, name):
    """Raises what no reader should."""
    return 1 / 0


def loop(data, *, name):
    """Never ends."""
    while True:
        pass


def call_home(data, *, name):
    """Asks the network for something."""
    socket.create_connection(("localhost", 9), timeout=1)


def start_program(data, *, name):
    """Starts a program."""
    subprocess.run(["true"])


def crash(data, *, name):
    """Ends the process at once, as a fault in C does."""
    os._exit(11)


def eat(data, *, name):
    """Fills the memory."""
    eaten = []
    while True:
        eaten.append(bytes(2**24))


def count(data, *, name, calls=[]):  # noqa: B006
    """How often it was called in this process."""
    calls.append(name)
    return len(calls)


def rows(data, name):
    """Plain data, no article."""
    return [[data.decode(), None, len(data)]]
