"""The command line, with a hand-made engine where only the words matter, and as a process where streams do."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import urllib.error
from dataclasses import replace

import pytest

from geo import files, pipeline
from geo.cli import main
from geo.commands.engine import GAZETTEER_SETTING
from geo.errors import DataError, InputError
from geo.exporting import FORMATS
from geo.pipeline import load as pipeline_load
from geo.types import Language
from tests.fakes import FakeEngine, fake_load, fake_parse_many
from tests.stories import story


class Result:
    def __init__(self, status, captured):
        self.status, self.out, self.err = status, captured.out, captured.err


@pytest.fixture
def geo(capsys):
    """Runs a command with the hand-made engine and returns its status and both streams."""

    def run(*words, load=fake_load, parse_many=fake_parse_many):
        try:
            status = main([str(word) for word in words], load=load, parse_many=parse_many)
        except SystemExit as stop:  # argparse leaves this way
            status = stop.code
        return Result(status, capsys.readouterr())

    return run


@pytest.fixture
def minsk(tmp_path):
    path = tmp_path / "minsk.txt"
    path.write_text("Talks in Minsk.", encoding="utf-8")
    return path


def never(**options):
    raise AssertionError("the engine was loaded for nothing")


def test_the_table_goes_to_standard_output_and_nothing_else_does(geo, minsk):
    result = geo("parse", minsk)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(f"{minsk}\n  TEXT   PLACE")


def test_jsonl_has_a_line_for_every_document_of_every_input(geo, minsk, tmp_path):
    (tmp_path / "more.jsonl").write_text('{"id": "b", "text": "Paris"}\n{"id": "c", "text": ""}\n', encoding="utf-8")
    result = geo("parse", minsk, tmp_path / "more.jsonl", "--format", "jsonl")
    documents = [json.loads(line) for line in result.out.splitlines()]
    assert [(d["id"], len(d["mentions"])) for d in documents] == [(str(minsk), 1), ("b", 1), ("c", 0)]
    assert result.status == 0


TEXTS = [name for name, chosen in FORMATS.items() if not chosen.binary]
BINARY = [name for name, chosen in FORMATS.items() if chosen.binary]


@pytest.mark.parametrize("name", TEXTS)
def test_every_format_of_text_can_be_asked_for(geo, minsk, name):
    result = geo("parse", minsk, "--format", name)
    assert (result.status, result.err) == (0, "")
    assert result.out


@pytest.mark.parametrize("name", BINARY)
def test_a_format_that_is_no_text_goes_to_a_file_and_to_nothing_else(geo, minsk, tmp_path, name):
    result = geo("parse", minsk, "--format", name, "--out", tmp_path / "a")
    assert (result.status, result.out, result.err) == (0, "", "")
    assert (tmp_path / "a").stat().st_size > 0
    refused = geo("parse", minsk, "--format", name, load=never)
    assert (refused.status, refused.out) == (2, "")
    assert refused.err == f"geo: --format {name} is no text: give --out FILE too\n"


def test_what_is_of_a_picture_is_refused_elsewhere(geo, minsk):
    for words in (["--title", "A"], ["--size", "800x600"], ["--dark"]):
        assert "--format png" in geo("parse", minsk, *words, load=never).err
    assert "is no size" in geo("parse", minsk, "--size", "big", load=never).err


def test_what_fails_is_named_on_one_line_each_and_the_rest_is_written(geo, minsk, tmp_path):
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    result = geo("parse", tmp_path / "gone.txt", tmp_path / "image.txt", minsk, "--format", "jsonl")
    assert result.status == 1
    assert [line.split(": ")[0] for line in result.err.splitlines()] == ["geo", "geo"]
    assert "gone.txt: there is no such file" in result.err and "image.txt: is a PNG image" in result.err
    assert len(result.out.splitlines()) == 1


def test_a_bad_line_of_jsonl_is_named_and_the_others_are_written(geo, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "Minsk"}\n{]\n{"id": "c", "text": ""}\n', encoding="utf-8")
    result = geo("parse", tmp_path / "a.jsonl", "--format", "jsonl")
    assert result.status == 1
    assert [json.loads(line)["id"] for line in result.out.splitlines()] == ["a", "c"]
    assert "a.jsonl, line 2: is not JSON" in result.err


def test_a_misspelt_name_is_told_without_loading_the_engine(geo):
    result = geo("parse", "gone.txt", load=never)
    assert (result.status, result.out) == (1, "")
    assert result.err == "geo: gone.txt: there is no such file or folder\n"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["parse"],
        ["pars", "a.txt"],
        ["parse", "a.txt", "--format", "xml"],
        ["parse", "a.txt", "--formt", "csv"],
        ["parse", "a.txt", "--out"],
        ["parse", "a.txt", "--roles", "associative"],
        ["about", "--yaml"],
        ["gazetteer"],
        ["gazetteer", "build"],
        ["gazetteer", "erase"],
    ],
)
def test_wrong_words_are_one_line_and_status_2(geo, words):
    result = geo(*words, load=never)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith("geo: ")


def test_out_writes_the_file_and_leaves_standard_output_alone(geo, minsk, tmp_path):
    result = geo("parse", minsk, "--format", "csv", "--out", tmp_path / "a.csv")
    assert (result.status, result.out, result.err) == (0, "", "")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8")))
    assert row["surface"] == "Minsk"


def test_out_in_a_folder_that_is_not_there_is_told_before_the_engine_loads(geo, minsk, tmp_path):
    result = geo("parse", minsk, "--out", tmp_path / "no" / "a.csv", load=never)
    assert result.status == 2
    assert result.err.count("\n") == 1 and "cannot be written (No such file or directory)" in result.err


@pytest.mark.parametrize(
    ("given", "out"),
    [
        ("story.txt", "story.txt"),
        ("story.txt", "../in/story.txt"),
        ("story.txt", "link.txt"),
        ("link.txt", "story.txt"),
        ("stories.jsonl", "stories.jsonl"),
        (".", "story.txt"),
        (".", "stories.jsonl"),
        ("..", "link.txt"),
    ],
)
def test_out_that_is_an_input_is_refused_before_anything_is_read(geo, tmp_path, given, out):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "story.txt").write_text("Talks in Minsk.", encoding="utf-8")
    (folder / "stories.jsonl").write_text('{"text": "Minsk"}\n', encoding="utf-8")
    (folder / "link.txt").symlink_to("story.txt")
    result = geo("parse", folder / given, "--out", f"{folder}/{out}", load=never)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert "would be overwritten" in result.err and "--out another name" in result.err
    assert (folder / "story.txt").read_text(encoding="utf-8") == "Talks in Minsk."
    assert (folder / "stories.jsonl").read_text(encoding="utf-8") == '{"text": "Minsk"}\n'


def test_out_that_is_the_gazetteer_is_refused(geo, minsk, tmp_path):
    (tmp_path / "mine.sqlite").write_bytes(b"mine")
    result = geo("parse", minsk, "--gazetteer", tmp_path / "mine.sqlite", "--out", tmp_path / "mine.sqlite", load=never)
    assert result.status == 2 and "would be overwritten" in result.err
    assert (tmp_path / "mine.sqlite").read_bytes() == b"mine"


def test_out_in_the_folder_of_the_inputs_is_written_when_no_input_has_its_name(geo, minsk, tmp_path):
    (tmp_path / "a.out").write_text("old", encoding="utf-8")
    for out in ("a.out", "new.txt"):
        assert geo("parse", tmp_path, "--format", "csv", "--out", tmp_path / out).status == 0
        assert "Minsk" in (tmp_path / out).read_text(encoding="utf-8")


def test_when_nothing_could_be_read_an_older_out_file_stays(geo, tmp_path):
    (tmp_path / "a.out").write_text("old", encoding="utf-8")
    assert geo("parse", "gone.txt", "--out", tmp_path / "a.out", load=never).status == 1
    assert (tmp_path / "a.out").read_text(encoding="utf-8") == "old"


def test_when_parsing_breaks_off_an_older_out_file_stays(geo, minsk, tmp_path):
    (tmp_path / "a.csv").write_text("old", encoding="utf-8")

    def interrupted(articles, engine):
        yield from fake_parse_many(articles, engine)
        raise KeyboardInterrupt

    result = geo("parse", minsk, "--format", "csv", "--out", tmp_path / "a.csv", parse_many=interrupted)
    assert (result.status, result.err) == (130, "geo: interrupted\n")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "old"
    assert sorted(os.listdir(tmp_path)) == ["a.csv", "minsk.txt"]


def told(articles, engine):
    """A document with both roles, and one with a government alone."""
    yield from (story("[Moscow|moscow*] flew to [Minsk|minsk].", id="a"), story("[Kyiv|kyiv*] said no.", id="b"))


def test_roles_literal_leaves_governments_out_and_no_document(geo, minsk):
    result = geo("parse", minsk, "--format", "jsonl", "--roles", "literal", parse_many=told)
    documents = [json.loads(line) for line in result.out.splitlines()]
    assert [[m["surface"] for m in d["mentions"]] for d in documents] == [["Minsk"], []]
    assert result.status == 0


def test_roles_all_is_the_default_and_changes_nothing(geo, minsk):
    plain = geo("parse", minsk, "--format", "jsonl", parse_many=told).out
    assert plain == geo("parse", minsk, "--format", "jsonl", "--roles", "all", parse_many=told).out
    assert [m["role"] for m in json.loads(plain.splitlines()[0])["mentions"]] == ["associative", "literal"]


@pytest.mark.parametrize("name", TEXTS)
def test_roles_literal_works_in_every_format(geo, minsk, name):
    whole = geo("parse", minsk, "--format", name, parse_many=told).out
    literal = geo("parse", minsk, "--format", name, "--roles", "literal", parse_many=told).out
    place = "37.6156"  # Moscow's longitude, which no format writes where Moscow is left out
    assert place in whole and place not in literal
    assert "27.5667" in literal


def test_explain_tells_what_spoke_for_each_candidate_and_leaves_the_result_alone(geo, tmp_path):
    article = tmp_path / "rain.txt"
    article.write_text("Rain fell on Paris, Texas, on Sunday.", encoding="utf8")
    plain = geo("parse", article, "--format", "jsonl", load=pipeline.load, parse_many=pipeline.parse_many)
    told = geo("parse", article, "--format", "jsonl", "--explain", load=pipeline.load)
    assert told.out == plain.out
    assert "“Paris”, named once: " in told.err and "Paris, Texas, US (geonames:4717560" in told.err
    assert "held 1.00 → +" in told.err


def test_the_gazetteer_option_reaches_the_engine(geo, minsk, tmp_path):
    seen = []

    def load(**options):
        seen.append(options)
        return FakeEngine()

    geo("parse", minsk, "--gazetteer", tmp_path / "mine.sqlite", load=load)
    assert seen == [{"gazetteer": tmp_path / "mine.sqlite"}]


def test_the_setting_names_the_gazetteer_where_no_option_does(geo, minsk, tmp_path, monkeypatch):
    monkeypatch.setenv(GAZETTEER_SETTING, str(tmp_path / "full.sqlite"))
    seen = []

    def load(**options):
        seen.append(options)
        return FakeEngine()

    geo("parse", minsk, load=load)
    geo("parse", minsk, "--gazetteer", tmp_path / "mine.sqlite", load=load)
    geo("about", load=load)
    assert [options["gazetteer"].name for options in seen] == ["full.sqlite", "mine.sqlite", "full.sqlite"]


def test_a_gazetteer_that_is_none_is_one_line_and_status_2(geo, minsk, tmp_path):
    def load(**options):
        raise DataError(f"{options['gazetteer']} is missing")

    result = geo("parse", minsk, "--gazetteer", tmp_path / "mine.sqlite", load=load)
    assert (result.status, result.out, result.err) == (2, "", f"geo: {tmp_path}/mine.sqlite is missing\n")


def test_an_error_of_several_lines_is_told_on_one(geo, minsk):
    def load(**options):
        raise DataError("first\nsecond")

    assert geo("parse", minsk, load=load).err == "geo: first second\n"


def test_an_encoding_that_was_guessed_is_a_warning_and_no_failure(geo, tmp_path):
    (tmp_path / "old.txt").write_bytes("Zürich".encode("cp1252"))
    result = geo("parse", tmp_path / "old.txt")
    assert result.status == 0
    assert result.err.startswith("geo: warning: ") and "Windows-1252" in result.err


def test_documents_are_parsed_as_one_stream_so_that_they_can_be_batched(geo, minsk):
    calls = []

    def parse_many(articles, engine):
        articles = list(articles)
        calls.append([article.id for article in articles])
        return fake_parse_many(articles, engine)

    geo("parse", minsk, minsk, parse_many=parse_many)
    assert calls == [[str(minsk), str(minsk)]]


def test_about_is_readable_and_has_every_hash(geo):
    result = geo("about")
    assert result.status == 0
    assert result.out.splitlines() == [
        "version: 0.0",
        "model:",
        "  sha256: cd34",
        "gazetteer:",
        "  places: 2",
        "  sources:",
        "    - name: Own table",
        "      date: 2022-02-27",
        "      sha256: ab12",
        "      url: –",
    ]


def test_about_as_json_is_what_the_engine_says(geo):
    assert json.loads(geo("about", "--json").out) == FakeEngine().about()


def test_a_gazetteer_is_built_beside_the_dump_and_told_on_standard_error(geo, tmp_path, monkeypatch):
    made = {}
    monkeypatch.setattr("geo.geonames.build.build", lambda folder, out: made.update({folder: out}))
    result = geo("gazetteer", "build", "--geonames", tmp_path)
    assert (result.status, result.out, made) == (0, "", {tmp_path: tmp_path / "places.sqlite"})
    geo("gazetteer", "build", "--geonames", tmp_path, "--out", tmp_path / "mine.sqlite")
    assert made == {tmp_path: tmp_path / "mine.sqlite"}


def test_a_folder_without_a_dump_is_one_line_that_names_the_files(geo, tmp_path):
    result = geo("gazetteer", "build", "--geonames", tmp_path)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert "lacks allCountries.txt" in result.err and "python -m geo gazetteer download" in result.err


def test_a_download_goes_where_it_is_told(geo, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr("geo.geonames.download.download", asked.append)
    geo("gazetteer", "download")
    geo("gazetteer", "download", "--to", tmp_path)
    assert [str(folder) for folder in asked] == ["geonames", str(tmp_path)]


def test_a_download_without_a_network_is_one_line_and_status_2(geo, tmp_path, monkeypatch):
    def unreachable(request):
        raise urllib.error.URLError("Name or service not known")

    monkeypatch.setattr("geo.geonames.download._https", unreachable)
    result = geo("gazetteer", "download", "--to", tmp_path)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert "cannot be reached (Name or service not known)" in result.err


BAD_TEXTS = {
    "empty": b"",
    "white space": b" \n\t \r\n",
    "one megabyte": (b"Talks in Minsk went on" + b" and on" * 30 + b". ") * 4_500,
    "no space at all": b"Minsk" * 5_000,
    "5,000 names": b"Minsk, Paris, " * 2_500,
    "escapes": b"\x1b[2JMinsk",
}


@pytest.mark.parametrize("data", BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_odd_texts_are_parsed_with_offsets_that_fit(geo, tmp_path, data):
    (tmp_path / "odd.txt").write_bytes(data)
    result = geo("parse", tmp_path / "odd.txt", "--format", "jsonl")
    text = data.decode()
    mentions = json.loads(result.out)["mentions"]
    assert (result.status, len(mentions)) == (0, text.count("Minsk") + text.count("Paris"))
    assert all(text[m["start"] : m["end"]] == m["surface"] for m in mentions)


@pytest.mark.parametrize("name", FORMATS)
def test_lone_surrogates_and_nuls_from_jsonl_reach_every_format(geo, tmp_path, name):
    (tmp_path / "a.jsonl").write_text(r'{"id": "\ud800", "text": "\u0000 Minsk \udfff"}', encoding="utf-8")
    result = geo("parse", tmp_path / "a.jsonl", "--format", name, "--out", tmp_path / "out")
    assert (result.status, result.err) == (0, "")


def test_an_empty_folder_is_a_failed_input(geo, tmp_path):
    result = geo("parse", tmp_path, load=never)
    assert result.status == 1 and "holds no file that can be read" in result.err


def test_an_empty_jsonl_file_is_read_and_gives_an_empty_result(geo, tmp_path):
    (tmp_path / "a.jsonl").write_text("")
    assert (geo("parse", tmp_path / "a.jsonl", "--format", "jsonl").status) == 0


# As a process: what only the operating system can show.

HAND_MADE = (
    "import sys; from geo.cli import main; from tests.fakes import fake_load, fake_parse_many;"
    "sys.exit(main(load=fake_load, parse_many=fake_parse_many))"
)


def heeding_interrupts():
    """What is begun in the background of a shell ignores them, and so would what it begins."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def process(*words, code=HAND_MADE, **options):
    command = [sys.executable, "-c", code, *map(str, words)]
    environment = {
        **os.environ,
        "PYTHONPATH": str(files.ROOT),
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "",
    }
    return subprocess.Popen(
        command,
        cwd=files.ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        **options,
    )


def test_standard_input_is_read_and_output_is_utf8_whatever_the_locale():
    with process("parse", "-", "--format", "csv") as running:
        out, err = running.communicate("“Minsk” – Київ".encode())
    assert (running.returncode, err) == (0, b"")
    assert "“Minsk” – Київ" in out.decode("utf-8")


def test_out_that_is_the_file_behind_standard_input_is_refused(minsk):
    command = [sys.executable, "-c", HAND_MADE, "parse", "-", "--out", str(minsk)]
    with open(minsk, "rb") as text:
        result = subprocess.run(command, cwd=files.ROOT, stdin=text, capture_output=True, text=True)
    assert result.returncode == 2 and "would be overwritten" in result.stderr
    assert minsk.read_text(encoding="utf-8") == "Talks in Minsk."


def test_a_reader_that_hangs_up_gets_no_traceback(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "Minsk"}\n' * 5_000, encoding="utf-8")
    with process("parse", tmp_path / "a.jsonl", "--format", "jsonl") as running:
        running.stdout.readline()
        running.stdout.close()
        err = running.stderr.read()
    assert (running.returncode, err) == (1, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs Linux's /dev/full")
def test_a_full_disk_is_one_line(minsk):
    with open("/dev/full", "wb") as full, process("parse", minsk, stdout=full) as running:
        err = running.stderr.read().decode()
    assert (running.returncode, err) == (2, "geo: the result cannot be written (No space left on device)\n")


def test_each_document_is_written_as_soon_as_it_is_parsed(tmp_path):
    fifo = tmp_path / "pipe.jsonl"
    os.mkfifo(fifo)
    with process("parse", fifo, "--format", "jsonl") as running:
        with open(fifo, "wb", buffering=0) as pipe:
            pipe.write(b'{"id": "a", "text": "Minsk"}\n')
            assert json.loads(running.stdout.readline())["id"] == "a"
        assert running.stdout.read() == b""


def test_an_interrupt_is_one_line_and_no_traceback(tmp_path):
    fifo = tmp_path / "pipe.jsonl"
    os.mkfifo(fifo)
    running = process("parse", fifo, "--format", "jsonl", preexec_fn=heeding_interrupts)
    with running, open(fifo, "wb", buffering=0) as pipe:
        pipe.write(b'{"id": "a", "text": "Minsk"}\n')
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        err = running.stderr.read().decode()
    assert (running.returncode, err) == (130, "geo: interrupted\n")


def test_the_module_runs_and_shows_its_help():
    command = [sys.executable, "-m", "geo", "--help"]
    result = subprocess.run(command, cwd=files.ROOT, capture_output=True, text=True, check=True)
    assert "parse" in result.stdout and "about" in result.stdout


def test_files_of_places_are_handed_to_the_engine_with_somebody_who_tells_of_bad_rows(geo, minsk, tmp_path):
    given = {}

    def load(**options):
        given.update(options)
        options["on_error"](InputError("mine.csv, line 3: has no name"))
        return FakeEngine()

    result = geo("parse", minsk, "--places", tmp_path / "a.csv", "--places", tmp_path / "b.geojson", load=load)
    assert given["places"] == [tmp_path / "a.csv", tmp_path / "b.geojson"]
    assert (result.status, result.err) == (1, "geo: mine.csv, line 3: has no name\n") and "Minsk" in result.out


def test_without_files_of_places_the_engine_is_not_told_of_any(geo, minsk):
    given = {}
    geo("parse", minsk, load=lambda **options: given.update(options) or FakeEngine())
    assert "places" not in given and "on_error" not in given


def test_a_file_of_places_that_cannot_be_read_is_one_line(geo, minsk, tmp_path):
    result = geo("parse", minsk, "--places", tmp_path / "gone.csv", load=pipeline_load)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert "gone.csv: there is no such file of places" in result.err


def test_out_that_is_a_file_of_places_is_refused(geo, minsk, tmp_path):
    (tmp_path / "mine.csv").write_text("name,lat,lon\n", encoding="utf-8")
    result = geo("parse", minsk, "--places", tmp_path / "mine.csv", "--out", tmp_path / "mine.csv", load=never)
    assert result.status == 2 and "would be overwritten" in result.err


def test_the_view_reaches_the_engine_when_it_is_asked_for(geo, minsk):
    asked = []

    def load(**options):
        asked.append(options)
        return FakeEngine()

    for view in ("de-facto", "un"):
        assert geo("parse", minsk, "--view", view, load=load).status == 0
    assert asked == [{"view": "de-facto"}, {}]
    assert geo("parse", minsk, "--view", "us", load=never).status == 2


def test_a_document_that_is_not_english_is_told_on_standard_error(tmp_path, capsys):
    def in_russian(articles, engine):
        return (replace(story, languages=(Language("ru", "Russian"),)) for story in fake_parse_many(articles, engine))

    source = tmp_path / "name.txt"
    source.write_text("Minsk", encoding="utf-8")
    assert main(["parse", str(source), "--format", "jsonl"], load=fake_load, parse_many=in_russian) == 0
    streams = capsys.readouterr()
    assert f"geo: {source}: seems to be in Russian;" in streams.err
    assert "Russian" not in streams.out
