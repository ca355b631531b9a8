"""The commands of `python -m geo`, one file each: `add` names its words, `run` does it and returns the exit status.

A command is a thin skin over the Python functions: only the result goes to standard output, everything else is a line on
standard error. `geo.cli` puts them together and maps what they raise.
"""

from geo.commands import about, export, feeds, gazetteer, parse

__all__ = ["about", "export", "feeds", "gazetteer", "parse"]
