import json

import pytest

from geo.commands.failures import failures
from geo.errors import NotFound, OutputError


def test_failures_are_told_counted_and_kept_with_their_input(tmp_path, capsys):
    with failures(tmp_path / "errors.jsonl") as failed:
        failed.of("a.txt")(NotFound("a.txt: there is\nno such file"))
        kept = json.loads((tmp_path / "errors.jsonl").read_text())
    assert failed.count == 1
    assert kept == {"input": "a.txt", "error": "a.txt: there is no such file", "kind": "NotFound"}
    assert capsys.readouterr().err == "geo: a.txt: there is no such file\n"


def test_where_nothing_failed_the_file_is_empty(tmp_path):
    (tmp_path / "errors.jsonl").write_text("old")
    with failures(tmp_path / "errors.jsonl") as failed:
        pass
    assert (failed.count, (tmp_path / "errors.jsonl").read_text()) == (0, "")


def test_without_a_file_they_are_told_and_counted(capsys):
    with failures(None) as failed:
        failed.of("x")(NotFound("x: gone"))
    assert (failed.count, capsys.readouterr().err) == (1, "geo: x: gone\n")


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"), failures(tmp_path / "gone" / "errors.jsonl"):
        pass
