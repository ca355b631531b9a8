"""Every example of docs/command-line.md runs, with a hand-made engine and without a network."""

import re
import shlex
import zipfile

import pytest

from geo import files
from geo.cli import main
from geo.commands import feeds, parse
from geo.project import Projects
from geo.types import Article
from tests.fakes import fake_load, fake_parse_many
from tests.project.made import told

PAGE = (files.ROOT / "docs" / "command-line.md").read_text("utf-8")
BEGIN = ".venv/bin/python -m geo "
EXAMPLES = [
    line.removeprefix(BEGIN) for block in re.findall(r"```sh\n(.*?)```", PAGE, re.S) for line in block.splitlines()
]
RSS = '<rss version="2.0"><channel><title>A</title><item><guid>1</guid><title>Rain in Minsk</title></item></channel></rss>'


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with the files that the examples name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text("Rain in Minsk.", "utf-8")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one.md").write_text("Rain in Minsk.", "utf-8")
    (tmp_path / "interviews.csv").write_text("who,answer\nA,I was in Minsk\n", "utf-8")
    (tmp_path / "mine.csv").write_text("name,lat,lon\nOur office,53.9,27.5\n", "utf-8")
    (tmp_path / "feeds.txt").write_text("news.rss\n", "utf-8")
    (tmp_path / "news.rss").write_text(RSS, "utf-8")
    with zipfile.ZipFile(tmp_path / "archive.zip", "w") as archive:
        archive.writestr("a.txt", "Rain in Minsk.")
    with Projects(tmp_path / "projects").create() as project:
        project.add([told("In [Kyiv|kyiv].", "a")])
        token = project.token
    Projects(tmp_path / "projects").path(token).rename(tmp_path / "sudan.dateline")
    monkeypatch.setattr(parse, "fetcher", lambda: None)
    monkeypatch.setattr(feeds, "fetcher", lambda: None)
    monkeypatch.setattr("geo.reading.address.articles", lambda source, *given: iter([Article("In Minsk", id=source)]))
    monkeypatch.setattr(parse, "parse_in_processes", lambda articles, jobs, options: fake_parse_many(articles, None))
    monkeypatch.setattr("geo.geonames.download.download", lambda folder: None)
    monkeypatch.setattr("geo.geonames.build.build", lambda folder, out: None)
    return tmp_path


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(example, desk, capsys):
    assert main(shlex.split(example), load=fake_load, parse_many=fake_parse_many) == 0
    words = shlex.split(example)
    if words[0] == "export":
        assert (desk / words[words.index("--out") + 1]).stat().st_size
    if words[0] in ("parse", "feeds"):
        out = (
            (desk / words[words.index("--out") + 1]).read_text("utf-8") if "--out" in words else capsys.readouterr().out
        )
        assert "Minsk" in out


@pytest.mark.parametrize("command", ["parse", "export", "feeds", "about", "gazetteer download", "gazetteer build"])
def test_every_command_has_an_example(command):
    assert [example for example in EXAMPLES if example.startswith(command)]
