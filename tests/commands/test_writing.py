import argparse

import pytest

from geo.commands import writing
from geo.errors import OutputError


class Parser(argparse.ArgumentParser):
    """Raises what it would tell."""

    def error(self, message):
        raise ValueError(message)


def options(*words, default="table"):
    parser = Parser()
    writing.add(parser, default=default)
    return parser.parse_args(words)


def test_a_picture_has_a_size_and_a_title():
    said = options("--format", "png", "--out", "a.png", "--size", "800x600", "--title", "Talks", "--dark")
    writing.check(said)
    assert (said.size, said.title, said.dark) == ((800, 600), "Talks", True)


@pytest.mark.parametrize("size", ["800", "8x6", "800x", "99999x600", "8 00x600"])
def test_a_size_is_width_and_height(size):
    with pytest.raises(ValueError, match="is no size"):
        options("--size", size)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format", "xlsx"], "give --out FILE"),
        (["--dark"], "give --format png"),
        (["--title", "A"], "give --format png"),
    ],
)
def test_words_that_make_no_sense_together_are_refused(words, told):
    with pytest.raises(OutputError, match=told):
        writing.check(options(*words))


def test_without_a_default_format_and_file_are_asked_for():
    for words in (["--out", "a"], ["--format", "csv"]):
        with pytest.raises(ValueError, match="required"):
            options(*words, default=None)


def test_bytes_and_text_go_to_a_file_of_their_kind(tmp_path):
    for name, content in (("xlsx", b"PK"), ("csv", "a")):
        with writing.opened(options("--format", name, "--out", str(tmp_path / name))) as out:
            out.write(content)
    assert (tmp_path / "xlsx").read_bytes() == b"PK" and (tmp_path / "csv").read_text() == "a"
