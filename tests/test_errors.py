import pytest

from geo.errors import (
    BadRecord,
    DataError,
    DatelineError,
    FetchError,
    InputError,
    NotFound,
    NotText,
    OutputError,
    ProjectError,
)


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (InputError, ValueError),
        (NotFound, FileNotFoundError),
        (NotText, ValueError),
        (BadRecord, ValueError),
        (FetchError, ConnectionError),
        (DataError, RuntimeError),
        (OutputError, OSError),
        (ProjectError, RuntimeError),
    ],
)
def test_an_error_is_also_the_builtin_that_a_caller_expects(error, builtin):
    assert issubclass(error, builtin) and issubclass(error, DatelineError)


@pytest.mark.parametrize(
    "error", [InputError, NotFound, NotText, BadRecord, FetchError, DataError, OutputError, ProjectError]
)
def test_the_message_is_the_sentence_it_was_raised_with(error):
    assert str(error("a.txt: there is no such file")) == "a.txt: there is no such file"


@pytest.mark.parametrize("error", [NotFound, FetchError, OutputError])
def test_an_error_without_words_prints_nothing_odd(error):
    assert str(error()) == ""
