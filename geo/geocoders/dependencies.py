"""Whose dependencies are: in ISO 3166-1 they have codes of their own, in what people write they belong to a country."""

from __future__ import annotations

_OF = {
    "AU": ("CC", "CX", "HM", "NF"),
    "CN": ("HK", "MO"),
    "DK": ("FO", "GL"),
    "FI": ("AX",),
    "FR": ("BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"),
    "GB": ("AI", "BM", "FK", "GG", "GI", "GS", "IM", "IO", "JE", "KY", "MS", "PN", "SH", "TC", "VG"),
    "NL": ("AW", "BQ", "CW", "SX"),
    "NO": ("BV", "SJ"),
    "NZ": ("CK", "NU", "TK"),
    "US": ("AS", "GU", "MP", "PR", "UM", "VI"),
}

SOVEREIGN = {code: country for country, codes in _OF.items() for code in codes}
"""ISO 3166-1 alpha-2 code of a dependency, or of a state in free association, to that of its country. Land in dispute has
none here: whose it is, is not a matter of how addresses are written."""


def belongs(code: str | None, country: str | None) -> bool:
    """Whether what has a country's code lies in the country, or in a dependency of it."""
    return country is not None and code is not None and country in (code, SOVEREIGN.get(code))
