import csv

import pytest

from geo.cli import main
from geo.project import Filter, Projects, Verify
from tests.fakes import fake_load
from tests.project.made import KYIV, on, told


@pytest.fixture
def token(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_PROJECTS", str(tmp_path / "projects"))
    with Projects().create() as project:
        project.add([
            told("[Paris|paris] and [Kyiv|kyiv].", "a", outlet="The Paper", date="2024-03-01"),
            told("In [Kyiv|kyiv] it rained.", "b", language="en", date="2024-04-01"),
        ])  # fmt: skip
        project.decide(on(project.story("b"), "Kyiv", Verify(KYIV.id)))
        return project.token


@pytest.fixture
def exported(token, tmp_path, capsys):
    def run(*words, project=None, name="csv"):
        out = tmp_path / f"out.{name}"
        status = main(["export", str(project or token), "--format", name, "--out", str(out), *words], load=fake_load)
        said = capsys.readouterr()
        if status or name != "csv":
            return status, said.err
        return [
            (row["id"], row["surface"], row["state"]) for row in csv.DictReader(out.read_text("utf-8").splitlines())
        ]

    return run


def test_a_project_is_written_with_what_people_decided(exported):
    assert exported() == [("a", "Paris", "unverified"), ("a", "Kyiv", "unverified"), ("b", "Kyiv", "verified")]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["--country", "FR"], "a"), (["--country", "FR", "--country", "UA"], "aab"), (["--state", "verified"], "b"),
        (["--outlet", "The Paper"], "aa"), (["--published", "2024-03-15.."], "b"), (["--published", "2024-04-01"], "b"),
        (["--text", "rained"], "b"), (["--place", KYIV.id], "ab"), (["--confidence", "0.99..1"], ""),
        (["--article", "a"], "aa"),
        (["--language", "en"], "b"), (["--kind", "demonym"], ""), (["--role", "literal"], "aab"),
        (["--spoken-of", "..2024-01-01"], ""),
    ],
)  # fmt: skip
def test_a_filter_keeps_what_it_keeps_in_the_project(exported, words, ids):
    assert "".join(id for id, *_ in exported(*words)) == ids


def test_a_file_of_bytes_is_written_too(exported):
    assert exported(name="xlsx") == (0, "")


def test_a_project_is_named_by_its_file_as_well(exported, token):
    assert len(exported(project=Projects().path(token))) == 3


def test_a_project_that_is_not_there_is_one_line(exported, token):
    status, said = exported(project="x" * 32)
    assert status == 2 and said.startswith("geo: there is no project") and said.count("\n") == 1


def test_the_project_is_not_overwritten(token, capsys):
    path = Projects().path(token)
    assert main(["export", str(path), "--format", "csv", "--out", str(path)], load=fake_load) == 2
    assert "is the project itself" in capsys.readouterr().err
    with Projects().open(token) as project:
        assert project.article_count(Filter()) == 2


@pytest.mark.parametrize("words", [["--confidence", "high"], ["--published", "soon"], ["--confidence", "2..3"]])
def test_a_filter_that_makes_no_sense_is_told(exported, words):
    try:
        status, _ = exported(*words)
    except SystemExit as stop:
        status = stop.code
    assert status == 2
