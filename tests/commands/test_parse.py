"""The options of `parse` that say how to read many inputs; tests/test_cli.py has the streams and the formats."""

import json
from dataclasses import replace

import pytest

from geo.cli import main
from geo.commands import parse
from geo.errors import FetchError
from geo.types import Article
from tests.fakes import fake_load, fake_parse, fake_parse_many


@pytest.fixture
def run(capsys):
    def run(*words, parse_many=fake_parse_many):
        try:
            status = main(["parse", *map(str, words)], load=fake_load, parse_many=parse_many)
        except SystemExit as stop:
            status = stop.code
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "stories.csv"
    path.write_text("nr,headline,body\n1,Rain,It rained in Minsk all day\n2,Snow,It snowed in Paris all day\n", "utf-8")
    return path


def test_a_row_of_a_table_is_a_document(run, table):
    status, out, err = run(table, "--format", "jsonl")
    documents = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [(d["title"], d["mentions"][0]["surface"]) for d in documents] == [("Rain", "Minsk"), ("Snow", "Paris")]
    assert documents[1]["mentions"][0]["part"] == "row 3"


def test_columns_can_be_set_and_a_wrong_name_is_told_with_the_right_ones(run, table):
    _, out, _ = run(table, "--format", "jsonl", "--columns", "text=headline,id=nr")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["1", "2"]
    status, out, err = run(table, "--columns", "text=story")
    assert (status, out) == (1, "") and "story" in err and "headline" in err
    status, _, err = run(table, "--columns", "colour=body")
    assert status == 2 and err.count("\n") == 1


def boilerplate(articles, engine):
    for article in articles:
        story = fake_parse(article)
        yield replace(story, mentions=tuple(replace(mention, boilerplate=True) for mention in story.mentions))


@pytest.mark.parametrize(("format", "shown"), [("geojson", 0), ("kml", 0), ("html", 0), ("jsonl", 1), ("csv", 1)])
def test_formats_that_show_places_leave_boilerplate_out_unless_asked(run, tmp_path, format, shown):
    (tmp_path / "a.txt").write_text("Also read: Minsk", "utf-8")
    words = (tmp_path / "a.txt", "--format", format)
    _, out, err = run(*words, parse_many=boilerplate)
    assert ("Minsk City" in out or "geonames:625144" in out) == shown
    assert ("a name in menus, captions or links left out" in err) == (not shown)
    _, every, err = run(*words, "--boilerplate", parse_many=boilerplate)
    assert "Minsk City" in every or "geonames:625144" in every
    assert err == ""


def test_the_table_says_that_nothing_is_left(run, tmp_path):
    (tmp_path / "a.txt").write_text("Also read: Minsk", "utf-8")
    assert "no places found" in run(tmp_path / "a.txt", parse_many=boilerplate)[1]
    assert "Minsk City" in run(tmp_path / "a.txt", "--boilerplate", parse_many=boilerplate)[1]


def test_failures_are_written_where_asked_and_the_rest_is_read(run, tmp_path):
    (tmp_path / "a.txt").write_text("Minsk", "utf-8")
    status, out, err = run("gone.txt", tmp_path / "a.txt", "--errors", tmp_path / "errors.jsonl")
    assert status == 1 and "Minsk" in out and "gone.txt" in err
    assert json.loads((tmp_path / "errors.jsonl").read_text("utf-8"))["input"] == "gone.txt"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["a", "--resume"], "--format jsonl and --out"),
        (["a", "--resume", "--format", "jsonl"], "--format jsonl and --out"),
        (["a", "--explain", "--jobs", "2"], "leave --jobs out"),
        (["a", "--jobs", "-1"], "no number of processes"),
        (["a", "--jobs", "two"], "no number of processes"),
        (["a", "--out", "x", "--errors", "./x"], "give two names"),
        (["a", "--columns", "text"], "text"),
    ],
)
def test_words_that_cannot_be_are_one_line_and_status_two(run, words, told):
    status, out, err = run(*words)
    assert (status, out, err.count("\n")) == (2, "", 1) and told in err


def test_jobs_nought_is_as_many_as_cores(monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 7)
    assert (parse._jobs("0"), parse._jobs("3")) == (7, 3)


class Web:
    """Gives one page for every address; nothing is connected to."""

    def __init__(self):
        self.asked = []

    def articles(self, source, web, readers, on_error):
        self.asked.append((source, web))
        if web is None:
            on_error(FetchError(f"{source}: refused"))
        else:
            yield Article("Rain in Minsk", id=source, address=source)


@pytest.fixture
def web(monkeypatch):
    web = Web()
    monkeypatch.setattr("geo.reading.address.articles", web.articles)
    monkeypatch.setattr(parse, "fetcher", lambda: "the fetcher")
    return web


def test_an_address_is_read_through_one_fetcher(run, web):
    status, out, _ = run("https://example.org/a", "https://example.org/b", "--format", "jsonl")
    assert status == 0 and [json.loads(line)["address"][-1] for line in out.splitlines()] == ["a", "b"]
    assert [fetcher for _, fetcher in web.asked] == ["the fetcher"] * 2


def test_offline_refuses_addresses(run, web):
    status, out, err = run("https://example.org/a", "--offline")
    assert (status, out) == (1, "") and "refused" in err


def test_without_an_address_nothing_that_reads_the_web_is_made(run, table, monkeypatch):
    monkeypatch.setattr(parse, "fetcher", lambda: pytest.fail("a fetcher was made for nothing"))
    assert run(table)[0] == 0


def test_documents_that_tell_the_same_are_said_when_asked(run, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Rain in Minsk", "utf-8")
    assert "tells much the same as" in run(tmp_path, "--duplicates")[2]
    assert run(tmp_path)[2] == ""
