"""Every error the engine raises on purpose.

    DatelineError
    ├── InputError (ValueError)            what was handed in cannot be read as an article
    │   ├── NotFound (FileNotFoundError)   there is nothing at that path
    │   ├── NotText                        it holds no text, or text in no known encoding
    │   ├── BadRecord                      a line of a JSONL file is not a document
    │   └── FetchError (ConnectionError)   a web address may not be read, or does not give what can be read
    ├── DataError (RuntimeError)           an embedded file (gazetteer, model, shapes) is missing or damaged
    ├── OutputError (OSError)              a result cannot be written
    └── ProjectError (RuntimeError)        a project cannot be opened, or does not have or allow what was asked

Each class also inherits the builtin that a caller would expect, so `except ValueError` and `except FileNotFoundError` work.
A message says what went wrong, with which value, and what to do next; it is one line.
"""


class DatelineError(Exception):
    """The root: catch this to catch everything that Dateline raises on purpose."""


class InputError(DatelineError, ValueError):
    """What was handed in cannot be read as an article."""


class NotFound(InputError, FileNotFoundError):
    """There is nothing at the given path."""

    def __str__(self) -> str:  # FileNotFoundError would print its errno form
        return str(self.args[0]) if self.args else ""


class NotText(InputError):
    """The input is binary, or text in no encoding that can be told."""


class BadRecord(InputError):
    """A record of a file of documents lacks its text or breaks the format."""


class FetchError(InputError, ConnectionError):
    """A web address may not be read, cannot be reached, or gives nothing that can be read as an article."""


class DataError(DatelineError, RuntimeError):
    """A file that ships with Dateline is missing or damaged."""


class OutputError(DatelineError, OSError):
    """A result cannot be written where it was asked for."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class ProjectError(DatelineError, RuntimeError):
    """A project cannot be opened or written, or it does not have or allow what was asked of it."""
