"""What every format keeps to, whatever it writes."""

from io import StringIO

import pytest

from geo.exporting import FORMATS
from geo.types import Article

HOSTILE = "{{7*7}} <script>alert(1)</script> Minsk \0 \ud800 \x1b[31m =cmd() Paris ${x} \u202e Nowhere \r\n"


def test_the_table_is_the_default():
    assert next(iter(FORMATS)) == "table"


def test_the_promised_formats_are_there():
    assert set(FORMATS) >= {"table", "jsonl", "geojson", "csv", "kml"}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_stories_give_the_same_bytes(parse, name):
    first, second = StringIO(), StringIO()
    for out in (first, second):
        FORMATS[name]([parse(Article("Minsk, Paris", id="a"))], out)
    assert first.getvalue() == second.getvalue() != ""


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_is_written_without_an_error(parse, name):
    out = StringIO()
    FORMATS[name]([parse(Article(HOSTILE, id=HOSTILE, title=HOSTILE, source=HOSTILE))], out)
    assert out.getvalue().encode("utf-8", "backslashreplace")


@pytest.mark.parametrize("name", FORMATS)
def test_a_run_without_stories_is_written_too(name):
    FORMATS[name]([], StringIO())
