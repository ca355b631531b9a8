"""Going on where a run was cut off, also by a signal that nobody can catch."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter

import pytest

from geo import files
from geo.commands.resuming import appended, kept, rest, resumed
from geo.errors import OutputError
from geo.types import Article


def line(id):
    return json.dumps({"id": id, "mentions": []}) + "\n"


def test_a_run_that_ends_well_leaves_the_file_alone_under_its_name(tmp_path):
    with resumed(tmp_path / "out.jsonl") as (out, done):
        out.write(line("a"))
    assert done == Counter()
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
    assert (tmp_path / "out.jsonl").read_text() == line("a")


def test_a_run_that_is_cut_off_leaves_what_is_written_and_the_next_one_knows_it(tmp_path):
    with pytest.raises(KeyboardInterrupt), resumed(tmp_path / "out.jsonl") as (out, _):
        out.write(line("a") + line("a") + line("b"))
        raise KeyboardInterrupt
    assert not (tmp_path / "out.jsonl").exists()
    with resumed(tmp_path / "out.jsonl") as (out, done):
        out.write(line("c"))
    assert done == {"a": 2, "b": 1}
    assert (tmp_path / "out.jsonl").read_text() == "".join(map(line, "aabc"))


def test_a_torn_last_line_is_cut_off_and_made_anew(tmp_path):
    (tmp_path / "out.jsonl.part").write_text(line("a") + '{"id": "b", "men')
    with resumed(tmp_path / "out.jsonl") as (out, done):
        out.write(line("b"))
    assert done == {"a": 1}
    assert (tmp_path / "out.jsonl").read_text() == line("a") + line("b")


def test_a_finished_file_is_gone_on_with_and_stays_until_the_new_one_is_whole(tmp_path):
    (tmp_path / "out.jsonl").write_text(line("a"))
    with pytest.raises(KeyboardInterrupt), resumed(tmp_path / "out.jsonl") as (out, done):
        out.write(line("b"))
        raise KeyboardInterrupt
    assert done == {"a": 1}
    assert (tmp_path / "out.jsonl").read_text() == line("a")
    assert (tmp_path / "out.jsonl.part").read_text() == line("a") + line("b")


@pytest.mark.parametrize(
    "strange", ["a,b\n", "[]\n", '{"id": 1, "mentions": []}\n', '{"id": "a"}\n', "[" * 9999 + "\n"]
)
def test_a_file_that_dateline_did_not_write_is_refused_and_left_as_it_is(tmp_path, strange):
    (tmp_path / "mine.jsonl").write_text(line("a") + strange)
    with pytest.raises(OutputError, match="line 2: is no document"), appended(tmp_path / "mine.jsonl"):
        pass
    assert (tmp_path / "mine.jsonl").read_text() == line("a") + strange


def test_a_folder_that_is_not_there_is_told_in_our_words(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"), resumed(tmp_path / "gone" / "out.jsonl"):
        pass


def test_a_file_that_only_grows_is_added_to(tmp_path):
    for id in "ab":
        with appended(tmp_path / "out.jsonl") as (out, _):
            out.write(line(id))
    assert kept(tmp_path / "out.jsonl") == {"a": 1, "b": 1}


def test_an_id_is_left_out_as_often_as_it_is_done():
    articles = [Article(text, id=id) for text, id in (("1", "a"), ("2", "b"), ("3", "a"), ("4", "a"))]
    assert [article.text for article in rest(articles, Counter(a=2))] == ["2", "4"]


SLOW = """
import sys, time
from geo.cli import main
from tests.fakes import fake_load, fake_parse
def parse_many(articles, engine):
    for number, article in enumerate(articles):
        if number == int(sys.argv[1]):
            print("here", file=sys.stderr, flush=True)
            time.sleep(600)
        yield fake_parse(article)
sys.exit(main(sys.argv[2:], load=fake_load, parse_many=parse_many))
"""


def run(stop_at, *words):
    command = [sys.executable, "-c", SLOW, str(stop_at), *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": str(files.ROOT)}
    return subprocess.Popen(command, cwd=files.ROOT, env=environment, stderr=subprocess.PIPE, text=True)


def test_killed_runs_lose_nothing_and_double_nothing(tmp_path):
    documents = [{"id": f"d{number}", "text": "Minsk"} for number in range(9)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(document) + "\n" for document in documents))
    words = ("parse", tmp_path / "in.jsonl", "--format", "jsonl", "--out", tmp_path / "out.jsonl", "--resume")
    for stop_at in (3, 2):
        with run(stop_at, *words) as running:
            assert running.stderr.readline() == "here\n"
            running.send_signal(signal.SIGKILL)
        assert not (tmp_path / "out.jsonl").exists()
    with run(-1, *words) as running:
        assert running.wait() == 0
    written = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [(d["id"], len(d["mentions"])) for d in written] == [(f"d{number}", 1) for number in range(9)]
