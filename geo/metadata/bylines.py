"""Who wrote an article: "By Jane Doe", "Jane Doe, Reuters", "(Reporting by Jane Doe in Kyiv; Editing by John Roe)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from geo.metadata.agencies import agency_of

LONGEST = 120
"""Code points of a line that is a byline."""

END = 800
"""Code points at the end of a text in which agencies sign."""

_PARTICLE = r"(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|zu|ter|ten|bin|bint|al|el|ibn|y|e)"
_WORD = r"[^\W\d_a-z][\w.'’-]{0,25}"
_PERSON = rf"{_WORD}(?:[ ](?:{_PARTICLE}[ ]){{0,2}}{_WORD}){{1,3}}"
_PERSONS = rf"{_PERSON}(?:(?:,[ ]{_PERSON}){{0,3}},?[ ](?:and|&)[ ]{_PERSON})?"
"""Several end in "and": what a comma alone parts may be a post, "Jane Doe, Science Correspondent"."""

_BY = re.compile(rf"(?:By|BY|by)[ :]{{1,2}}(?P<names>{_PERSONS})(?P<rest>[ ]?(?:[,|•·/–—-]|[ ](?:in|for|at)\b).*|)")
_SIGNED = re.compile(rf"(?P<names>{_PERSON})[ ]?[,|–—][ ]?(?P<rest>[\w .'’-]{{2,30}})")
_AGENCY = re.compile(r"(?:By|BY|by)[ :]{1,2}(?P<agency>[\w .'’-]{2,30})")
_REPORTING = re.compile(rf"\(?\b(?:Reporting|Writing) by (?P<names>{_PERSONS})(?=[ ](?:in|and)\b|[;,.)]|\s*$)")

_NO_NAME = re.compile(
    r"\b(?:the|a|an|all|any|no|my|our|his|her|this|that|then|now|in|on|of|to|from|with|through|for|at|land|sea|air|road|rail|train"
    r"|bus|car|boat|bike|foot|night|day|numbers|design|staff|editor|editors|desk|team|news|agency|agencies|online|bureau|service"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september"
    r"|october|november|december|popular|demand|invitation|accident|mistake|chance)\b",
    re.IGNORECASE,
)
"""Words that are no part of a person's name: "By Train Through Siberia". May is."""

_SMALL = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*|\d[\d:,./-]*|in|for|of|the|and|at|am|pm|a\.m|p\.m|staff|writer|reporter|correspondent|editor"
    r"|contributor|special|to|political|foreign|senior|chief|health|science|on|@\w+|\S+@\S+|[|•·/–—,.()-]+)"
)
"""Words of a line behind a name that says who, where or when, and is no sentence."""


class Byline(NamedTuple):
    """Who signs an article."""

    author: str | None
    """As written, several as one string. None: an agency alone."""
    agency: str | None


def byline_of(line: str) -> Byline | None:
    """The byline that a line is. None: it is something else, or begins with "By" for another reason."""
    line = line.strip()
    if len(line) > LONGEST:
        return None
    if (alone := _AGENCY.fullmatch(line)) and (agency := agency_of(alone["agency"])):
        return Byline(None, agency)
    if (
        (found := _BY.fullmatch(line))
        and _are_names(found["names"])
        and all(map(_SMALL.fullmatch, found["rest"].split()))
    ):
        return Byline(found["names"], _first_agency(found["rest"]))
    if (found := _SIGNED.fullmatch(line)) and _are_names(found["names"]) and (agency := agency_of(found["rest"])):
        return Byline(found["names"], agency)
    return None


def signature(text: str) -> str | None:
    """Who is said at the end of a text to have reported it."""
    found = None
    for found in _REPORTING.finditer(text, max(0, len(text) - END)):
        if text[: found.start()].endswith("dditional "):
            found = None
            continue
        break
    return found["names"] if found and _are_names(found["names"]) else None


def _are_names(names: str) -> bool:
    return _NO_NAME.search(names.replace(" and ", ", ")) is None


def _first_agency(rest: str) -> str | None:
    known = (agency_of(part) for part in re.split(r"[,|•·/–—-]", rest))
    return next(filter(None, known), None)
