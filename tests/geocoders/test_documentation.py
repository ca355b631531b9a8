"""The examples of the documentation run as they stand, in a folder with a file of places."""

import re

import pytest

from geo import files
from geo.gazetteer.own import READERS, csv, rows
from geo.geocoders.asking import FIELDS

OWN_PLACES = (files.ROOT / "docs" / "own-places.md").read_text(encoding="utf-8")
GEOCODING = (files.ROOT / "docs" / "geocoding.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", GEOCODING, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_of_geocoding_runs(code, tmp_path, monkeypatch):
    (tmp_path / "mine.csv").write_text("name,lat,lon\nCamp Zulu,52.4,31.0\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "docs/geocoding.md", "exec"), {})


def test_the_first_example_prints_what_it_says(capsys):
    exec(compile(EXAMPLES[0], "docs/geocoding.md", "exec"), {})
    said = re.findall(r"\)\s+# (.*)", EXAMPLES[0])
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == said[0] and printed[2:] == said[2:]


def test_the_example_of_a_file_of_places_is_read():
    (text,) = re.findall(r"^```csv\n(.*?)^```$", OWN_PLACES, re.DOTALL | re.MULTILINE)
    (row,) = csv.read("mine.csv", text, print)
    assert row.cells["name"] == "Camp Zulu" and len(row.cells) == len(text.splitlines()[0].split(","))


@pytest.mark.parametrize("suffix", READERS)
def test_every_suffix_of_own_places_is_documented(suffix):
    assert f"`{suffix}`" in OWN_PLACES


def test_every_field_of_own_places_and_of_structured_queries_is_documented():
    assert [field for field in rows.SYNONYMS if not re.search(rf"\b{field.replace('_class', '')}\b", OWN_PLACES)] == []
    assert [field for field in FIELDS if f"`{field}`" not in GEOCODING] == []
