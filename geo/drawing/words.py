"""What codes and numbers are called in front of readers."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from datetime import date

from geo.types import Mention, Name, Place, State, When

SURENESS = ((0.95, "Almost certain"), (0.85, "Very likely"), (0.7, "Likely"), (0.5, "Unsure"), (0.0, "A guess"))
"""Words for a probability from the given one up. The third is `geo.drawing.style.SURE`: below it marks are dashed."""

_FEATURES = {
    "P.PPLC": "Capital",
    "P.PPLA": "City, seat of a region",
    "P.PPLA2": "Town, seat of a district",
    "P.PPLX": "Part of a town",
    "A.PCLI": "Country",
    "A.PCLS": "Country, partly sovereign",
    "A.PCLD": "Dependent territory",
    "A.ADM1": "Region (first level)",
    "A.ADM2": "District (second level)",
    "H.SEA": "Sea",
    "H.OCN": "Ocean",
    "H.LK": "Lake",
    "H.STM": "River",
    "H.STMB": "River bend",
    "H.GULF": "Gulf",
    "H.BAY": "Bay",
    "H.STRT": "Strait",
    "H.CHN": "Channel",
    "L.CONT": "Continent",
    "L.RGN": "Region",
    "L.BDRY": "Border",
    "L.ZNX": "Exclusion zone",
    "L.ZNB": "Buffer zone",
    "S.AIRP": "Airport",
    "S.STDM": "Stadium",
    "T.ISL": "Island",
    "T.ISLS": "Islands",
    "T.MTS": "Mountains",
    "T.PEN": "Peninsula",
    "U.SEAU": "Sea",
}

_CLASSES = {
    "A": "Administrative area",
    "H": "Water",
    "L": "Area",
    "P": "Town or village",
    "R": "Road or railway",
    "S": "Building or site",
    "T": "Mountain, island or the like",
    "U": "Undersea feature",
    "V": "Forest or heath",
}

_KINDS = {
    "name": "by its name",
    "demonym": "through its people",
    "border": "as a border",
    "zone": "as a zone",
    "relation": "through another place",
    "coordinates": "by coordinates",
}


_REVIEWS = {
    "cannot choose": "Worth checking: other places of that name are about as likely",
    "probably none": "Worth checking: perhaps no place of that name is meant",
}


STATES: Mapping[State, str] = {"verified": "verified by a person", "flagged": "flagged: someone should look again"}
"""What people have said of a mention; of most, nothing."""


def review(mention: Mention) -> str | None:
    """Why a person should look at a decision. None: it is likelier right than not, or nothing was decided."""
    return _REVIEWS.get(mention.resolution.review) if mention.resolution and mention.resolution.review else None


def is_decided(mention: Mention) -> bool:
    """Whether a person has said which place it means: what the engine thought of others is then no longer current."""
    found = mention.resolution
    return mention.state == "verified" or found is not None and found.place is not None and found.confidence >= 1


def feature(place: Place) -> str:
    """What sort of place it is: "Capital", "River"; "Place" where the gazetteer does not say."""
    code = place.feature or ""
    return _FEATURES.get(code) or _CLASSES.get(code[:1], "Place")


def sureness(probability: float) -> str:
    """A probability in words: "Likely"."""
    return next(words for least, words in SURENESS if probability >= least or least == 0)


def percent(probability: float) -> str:
    """A probability as whole per cent, never claiming certainty that was not given."""
    return f"{per_cent(probability)}%"


def per_cent(probability: float) -> int:
    """The number of `percent`."""
    return round(100 * min(probability, 0.99 if probability < 1 else 1))


def certainty(probability: float) -> str:
    """A probability in words and numbers: "Likely, 74%"."""
    return f"{sureness(probability)}, {percent(probability)}"


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 place", "2 places", "1,000 places"."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


MOST_NAMES = 4
"""Other names of one sort that are told; few places have more usual ones."""

_TOLD_NAMES = (("Also", ("official", "english")), ("Formerly", ("former",)))
"""How names are told, by their kind. A city's many names in other languages are left out: they help nobody to tell it."""


def other_names(names: Iterable[Name], beside: str) -> str:
    """What else a place is called: "Also Homel · Formerly Stalino"; nothing where it is called nothing else.

    `beside`: what is said of it already.
    """
    known = [name for name in names if name.name not in beside]
    sorts = ((word, [name.name for name in known if name.kind in kinds][:MOST_NAMES]) for word, kinds in _TOLD_NAMES)
    return " · ".join(f"{word} {', '.join(dict.fromkeys(told))}" for word, told in sorts if told)


def how(mention: Mention) -> str:
    """In which way a mention names its place: "through its people"."""
    return _KINDS[mention.kind]


def note(mention: Mention) -> str:
    """A mention in one line: "Paris, Texas, US · Unsure, 46%", or that its place is not known."""
    if mention.place is None:
        return "Not on the map: no place was found that it could mean"
    role = " · named for a government, people or team" if mention.role == "associative" else ""
    return f"{mention.place.label} · {certainty(mention.confidence)}{role}"


def coordinates(*, lat: float, lon: float) -> str:
    """WGS 84 degrees with hemispheres: "52.4345° N, 30.9754° E"."""
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    return f"{abs(lat):.4f}° {north}, {abs(lon):.4f}° {east}"


def told_apart(places: Iterable[Place], besides: Place | None = None) -> list[str]:
    """A line for each place, no two alike and none like the one of `besides`: its label, with more where that is taken.

    More is the district, or what sort of place it is, or where it lies, or its id: "Geneva, Ashtabula County, Ohio, US".
    """
    lines: list[str] = [besides.label] if besides else []
    given = len(lines)
    for place in places:
        district = place.adm2_name if place.adm2_name != place.name else None
        ways = (
            place.label,
            place.label.replace(place.name, f"{place.name}, {district}", 1) if district else place.label,
            f"{place.label} ({feature(place)})",
            f"{place.label} ({coordinates(lat=place.lat, lon=place.lon)})",
            f"{place.label} ({place.id})",
        )
        lines.append(next((way for way in ways if way not in lines), ways[-1]))
    return lines[given:]


def days(when: When) -> str:
    """The days that a sentence speaks of: "27 February 2022", "21–27 February 2022", "February 2022", "2014–2016"."""
    first, last = date.fromisoformat(when.first), date.fromisoformat(when.last)
    if when.precision in ("year", "years"):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    in_one_month = (first.year, first.month) == (last.year, last.month)
    if when.precision in ("month", "season"):
        return _month(last) if in_one_month else f"{_month(first)} – {_month(last)}"
    if first == last:
        return f"{last.day} {_month(last)}"
    if in_one_month:
        return f"{first.day}–{last.day} {_month(last)}"
    return f"{first.day} {_month(first)} – {last.day} {_month(last)}"


def span(first: str, last: str) -> str:
    """Days as `days` says them, where only the first and the last are known: whole months and years are called so."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    whole = begin.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    in_years = whole and (begin.month, end.month) == (1, 12)
    return days(When(first, last, "", "years" if in_years else "month" if whole else "days"))


def day(told: str | None) -> str:
    """A day as people write it: "27 February 2022"; as it is where it is none, nothing where it is not known."""
    try:
        return days(When(told, told, "", "day")) if told else ""
    except ValueError:
        return told or ""


def articles(number: int, first: str | None, last: str | None) -> str:
    """What several articles are called as a whole: "9 articles, 1–7 March 2024", by the first and the last of their days."""
    told = f"{number:,} {count(number, 'article').partition(' ')[2]}"
    if not first or not last:
        return told
    try:
        return f"{told}, {span(first, last)}"
    except ValueError:
        return f"{told}, {first} – {last}"


def _month(day: date) -> str:
    return f"{calendar.month_name[day.month]} {day.year}"
