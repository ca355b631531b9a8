from dataclasses import replace

import pytest

from geo.commands.telling import compared, counted, tell, warned
from geo.types import Article, Language, Story
from tests.stories import story

LONG = " ".join(f"word{number}" for number in range(60))


def test_a_message_is_one_line(capsys):
    tell("a\nb\r\n c")
    assert capsys.readouterr().err == "geo: a b c\n"


def test_a_text_in_another_language_is_named(capsys):
    told = replace(story("Регион"), languages=(Language("uk", "Ukrainian"),))
    assert list(warned([told])) == [told]
    assert "seems to be in Ukrainian" in capsys.readouterr().err


def test_a_text_much_like_an_earlier_one_is_told_and_not_left_out(capsys):
    stories = [
        Story(Article(text, id=id), ()) for id, text in (("a", LONG), ("b", "x"), ("c", LONG + " more"), ("d", ""))
    ]
    assert list(compared([*stories, Story(Article("", id="e"), ())])) == [*stories, Story(Article("", id="e"), ())]
    assert capsys.readouterr().err == "geo: c: tells much the same as a\n"


@pytest.fixture
def terminal(monkeypatch):
    """Says which of the streams somebody watches."""

    def watched(*, errors, output):
        monkeypatch.setattr("sys.stderr.isatty", lambda: errors, raising=False)
        monkeypatch.setattr("sys.stdout.isatty", lambda: output, raising=False)

    return watched


@pytest.mark.parametrize(
    ("errors", "output", "to_file"), [(False, False, False), (False, True, True), (True, True, False)]
)
def test_nothing_is_counted_where_nobody_watches_or_the_result_is_shown(errors, output, to_file, terminal, capsys):
    terminal(errors=errors, output=output)
    assert list(counted([1, 2], to_file=to_file)) == [1, 2]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("output", "to_file"), [(False, False), (False, True), (True, True)])
def test_on_a_terminal_that_does_not_get_the_result_the_count_goes_on_from_what_is_done(
    output, to_file, terminal, capsys
):
    terminal(errors=True, output=output)
    assert list(counted([1, 2], to_file=to_file, done=5)) == [1, 2]
    assert "7 documents" in capsys.readouterr().err
