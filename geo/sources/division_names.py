"""Usual forms of a division's name that no source spells out: "Gomel Oblast", "Gomel Voblast", "Kano State"."""

from __future__ import annotations

from collections.abc import Iterable

from geo.sources.merge import Entry, add_name

SLAVIC = ("Region", "Oblast", "Province")
USUAL = ("Region", "Province")
WORDS_BY_COUNTRY: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("RU", "UA", "KZ", "KG", "UZ", "TJ", "TM", "BG"), SLAVIC),
    "BY": (*SLAVIC, "Voblast", "Voblasts", "Voblasc"),
    **dict.fromkeys(("US", "MX", "BR", "NG", "IN", "SD", "SS", "VE", "DE", "AT", "MY", "MM", "AU", "PW", "SO"), ("State",)),
    **dict.fromkeys(("SY", "IQ", "EG", "YE", "JO", "LB", "PS", "OM", "KW", "BH", "TN"), ("Governorate", "Province")),
    **dict.fromkeys(("JP", "GR"), ("Prefecture",)),
    **dict.fromkeys(("HR", "HU", "RO", "EE", "LT", "NO", "SE", "KE", "LR", "AL", "IE", "TW"), ("County",)),
    **dict.fromkeys(("FR", "CO", "BO", "PY", "HN", "GT", "SV", "NI", "HT", "UY"), ("Department",)),
    **dict.fromkeys(("BD", "CI"), ("Division", "District", "Region")),
    **dict.fromkeys(("PL",), ("Voivodeship", "Province")),
    **dict.fromkeys(("CH",), ("Canton",)),
    **dict.fromkeys(("AE",), ("Emirate",)),
    **dict.fromkeys(("BB", "JM", "AD", "GD", "DM", "AG", "VC", "KN"), ("Parish",)),
}  # fmt: skip
"""By what words English news calls the first-level divisions of a country; elsewhere `USUAL`."""

TYPE_WORDS = frozenset(
    """region oblast voblast province state governorate prefecture county department division district voivodeship
    canton emirate parish republic krai municipality territory city autonomous okrug islands island atoll
    commune area zone borough"""
    .split()
)  # fmt: skip
"""Last words of a name that already say what it is, so that no "Gomel Region Oblast" is made."""


def spell_out(entries: Iterable[Entry]) -> None:
    """Add the generated forms to every first-level division, and the bare name to every US county."""
    for entry in entries:
        if entry.feature == "A.ADM2" and entry.country_code == "US":
            add_name(entry.names, strip_type(entry.name), "english")
        if entry.feature == "A.ADM1":
            for name in forms(entry.name, entry.country_code or ""):
                add_name(entry.names, name, "english")


def forms(name: str, country: str) -> list[str]:
    """ "Gomel Region", BY → Gomel, Gomel Region, Gomel Oblast, Gomel Province, Gomel Voblast …"""
    bare = strip_type(name)
    if not bare or bare == name and name.split()[-1].casefold() in TYPE_WORDS:
        return []
    return [bare, *(f"{bare} {word}" for word in WORDS_BY_COUNTRY.get(country, USUAL))]


def strip_type(name: str) -> str:
    """ "Gomel Region" → Gomel; a name of two type words ("Capital Region") or of one word stays whole."""
    words = name.split()
    if len(words) < 2 or words[-1].casefold() not in TYPE_WORDS - {"islands", "island", "city", "autonomous", "atoll"}:
        return name
    bare = " ".join(words[:-1])
    return name if {*bare.casefold().split()} <= DIRECTIONS else bare


DIRECTIONS = frozenset(
    """northern southern eastern western central north south east west capital upper lower northeast northwest
    southeast southwest northeastern northwestern southeastern southwestern coast autonomous federal national lakes
    islands river savannah mountain valley red sea new delta plateau lagoon"""
    .split()
)  # fmt: skip
"""What is left of some names when the type goes ("Eastern Province") and says nothing alone."""
