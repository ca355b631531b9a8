"""Following feeds: only what is new is parsed, and one feed that fails does not stop the others."""

import json

import pytest

from geo.cli import main
from geo.commands import feeds
from geo.errors import FetchError
from geo.types import Article
from tests.fakes import fake_load, fake_parse_many

ENTRY = "<item><guid>{id}</guid><title>Rain in {place}</title><link>https://example.org/{id}</link>{text}</item>"
FULL = "<content:encoded>It rained in {place} all day, and nobody minded.</content:encoded>"
SUMMARY = "<description>Rain in {place}.</description>"


def rss(*entries, text=FULL):
    items = "".join(ENTRY.format(id=id, place=place, text=text.format(place=place)) for id, place in entries)
    head = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Lamp</title>'
    )
    return f'<?xml version="1.0"?>{head}{items}</channel></rss>'


@pytest.fixture
def pages(monkeypatch):
    """The pages that addresses lead to; an address without one fails."""
    pages: dict[str, Article] = {}

    def article(source, web):
        if source not in pages:
            raise FetchError(f"{source}: not found (404)")
        return pages[source]

    monkeypatch.setattr(feeds.address, "article", article)
    monkeypatch.setattr(feeds, "fetcher", lambda: None)
    return pages


@pytest.fixture
def run(tmp_path, capsys, pages):
    (tmp_path / "feeds.txt").write_text(f"# mine\n{tmp_path}/a.rss\n", "utf-8")

    def run(*words):
        out = tmp_path / "out.jsonl"
        status = main(["feeds", f"{tmp_path}/feeds.txt", "--out", f"{out}", *words], fake_load, fake_parse_many)
        documents = [json.loads(line) for line in out.read_text("utf-8").splitlines()] if out.exists() else []
        return status, documents, capsys.readouterr().err

    def main(words, load, parse_many):
        from geo import cli

        return cli.main(words, load=load, parse_many=parse_many)

    return run


def test_only_what_is_new_is_added(run, tmp_path):
    (tmp_path / "a.rss").write_text(rss(("1", "Minsk"), ("2", "Paris")), "utf-8")
    status, documents, err = run()
    assert status == 0 and [d["id"] for d in documents] == [f"{tmp_path}/a.rss#1", f"{tmp_path}/a.rss#2"]
    assert err == "geo: 2 new in 1 feeds\n"
    (tmp_path / "a.rss").write_text(rss(("3", "Minsk"), ("2", "Paris")), "utf-8")
    _, documents, err = run()
    assert [d["id"][-2:] for d in documents] == ["#1", "#2", "#3"] and "1 new" in err
    assert documents[2]["outlet"] == "The Lamp"
    assert documents[2]["mentions"][0]["surface"] == "Minsk"


def test_an_entry_without_its_full_text_is_read_from_its_page_and_keeps_what_only_the_feed_knows(run, tmp_path, pages):
    (tmp_path / "a.rss").write_text(rss(("tag:x,1", "Minsk"), text=SUMMARY), "utf-8")
    pages["https://example.org/tag:x,1"] = Article("Long rain in Paris.", title="From the page", told={"title": "it"})
    _, (document,), _ = run()
    assert (document["id"], document["title"], document["outlet"]) == ("tag:x,1", "From the page", "The Lamp")
    assert document["mentions"][0]["surface"] == "Paris"
    assert document["told"] == {"title": "it", "outlet": "the feed's title"}


def test_a_page_that_cannot_be_had_is_told_and_the_summary_is_read(run, tmp_path):
    (tmp_path / "a.rss").write_text(rss(("1", "Minsk"), text=SUMMARY), "utf-8")
    status, (document,), err = run("--errors", f"{tmp_path}/errors.jsonl")
    assert status == 1 and "404" in err and document["mentions"][0]["surface"] == "Minsk"
    assert "404" in (tmp_path / "errors.jsonl").read_text("utf-8")


def test_no_page_is_asked_for_when_summaries_are_enough(run, tmp_path):
    (tmp_path / "a.rss").write_text(rss(("1", "Minsk"), text=SUMMARY), "utf-8")
    assert run("--summaries")[0] == 0


def test_a_feed_that_cannot_be_read_is_told_and_the_others_are_read(run, tmp_path):
    (tmp_path / "a.rss").write_text(rss(("1", "Minsk")), "utf-8")
    (tmp_path / "b.rss").write_text("no feed at all", "utf-8")
    (tmp_path / "feeds.txt").write_text(f"{tmp_path}/gone.rss\n{tmp_path}/b.rss\n{tmp_path}/a.rss\n", "utf-8")
    status, documents, err = run()
    assert (status, len(documents)) == (1, 1)
    assert "gone.rss: there is no such file" in err and "b.rss: is neither" in err


def test_it_goes_on_asking_until_interrupted(run, tmp_path, monkeypatch):
    (tmp_path / "a.rss").write_text(rss(("1", "Minsk")), "utf-8")
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        if len(slept) == 2:
            raise KeyboardInterrupt
        (tmp_path / "a.rss").write_text(rss(("2", "Paris")), "utf-8")

    monkeypatch.setattr(feeds.run, "__defaults__", (sleep,))
    status, documents, _ = run("--every", "15")
    assert (status, slept, len(documents)) == (130, [900, 900], 2)


@pytest.mark.parametrize("minutes", ["0", "-1", "often", "nan"])
def test_a_pace_that_is_none_is_refused(run, minutes):
    with pytest.raises(SystemExit):
        run("--every", minutes)


def test_a_result_that_would_overwrite_the_list_is_refused(tmp_path, pages):
    (tmp_path / "feeds.txt").write_text("x\n", "utf-8")
    assert main(["feeds", f"{tmp_path}/feeds.txt", "--out", f"{tmp_path}/feeds.txt"], load=fake_load) == 2
