"""What every format keeps to, whatever it writes."""

import json
import re
from io import BytesIO, StringIO

import pytest

from geo.exporting import FORMATS, Provenance, write
from geo.types import Article
from tests.fakes import FakeEngine

HOSTILE = "{{7*7}} <script>alert(1)</script> Minsk \0 \ud800 \x1b[31m =cmd() Paris ${x} \u202e Nowhere \r\n"
MADE_BY = Provenance("9.8.7", {"gazetteer": "ab" * 32, "model": "cd" * 32})


def written(name, stories, *made_by):
    out = BytesIO()
    write(name, stories, out, *made_by)
    return out.getvalue()


def test_the_table_is_the_default():
    assert next(iter(FORMATS)) == "table"


def test_the_promised_formats_are_there():
    assert set(FORMATS) >= {"table", "jsonl", "geojson", "csv", "kml", "xlsx", "gpkg", "lpf", "w3c", "html"}


@pytest.mark.parametrize("name", FORMATS)
def test_people_are_told_of_each_format_in_a_sentence_and_programs_its_type_and_suffix(name):
    told = FORMATS[name]
    assert told.label and told.says.endswith(".") and told.says[0].isupper()
    assert re.fullmatch(r"(\.[a-z]+)+", told.suffix) and re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", told.mime)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_stories_give_the_same_bytes(parse, name):
    first, second = (written(name, [parse(Article("Minsk, Paris", id="a"))], MADE_BY) for _ in range(2))
    assert first == second != b""


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_is_written_without_an_error(parse, name):
    assert written(name, [parse(Article(HOSTILE, id=HOSTILE, title=HOSTILE, date=HOSTILE, source=HOSTILE))])


@pytest.mark.parametrize("name", FORMATS)
def test_a_run_without_stories_is_written_too(name):
    written(name, [])


@pytest.mark.parametrize("name", [name for name, told in FORMATS.items() if not told.binary])
def test_text_is_the_same_through_a_stream_of_bytes_which_stays_open(parse, name):
    text, data = StringIO(), BytesIO()
    FORMATS[name].write([parse("Minsk \ud800")], text)
    write(name, [parse("Minsk \ud800")], data)
    data.write(b"")
    assert data.getvalue() == text.getvalue().encode("utf-8", "backslashreplace")


@pytest.mark.parametrize("name", ["jsonl", "geojson", "csv", "kml", "lpf", "w3c", "html"])
def test_a_file_to_keep_says_what_made_it(parse, name):
    told = written(name, [parse(Article("Minsk", id="a"))], MADE_BY).decode()
    assert "9.8.7" in told and MADE_BY.hashes["gazetteer"][:12] in told


def test_an_engine_tells_what_a_file_says_of_it(parse):
    made_by = Provenance.of(FakeEngine().about())
    (line,) = written("jsonl", [parse("Minsk")], made_by).splitlines()
    assert json.loads(line)["made_by"] == "Dateline 0.0, model cd34"
