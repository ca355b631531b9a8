"""What sort of place a user's word names, as a GeoNames feature."""

from __future__ import annotations

import re

from geo.gazetteer.normalise import key

FEATURES: dict[str, tuple[str, ...]] = {
    "P.PPL": ("city", "town", "village", "settlement", "hamlet", "inhabited place", "populated place", "municipality"),
    "P.PPLX": ("neighbourhood", "neighborhood", "quarter", "suburb", "borough", "section"),
    "P.PPLC": ("capital", "national capital"),
    "P.PPLH": ("ghost town", "deserted village", "abandoned village", "deserted settlement"),
    "A.PCLH": ("country", "nation", "kingdom", "empire", "principality", "duchy", "political entity"),
    "A.ADM1": ("province", "state", "oblast", "governorate", "first level division"),
    "A.ADM2": ("county", "district", "prefecture", "department", "parish"),
    "H.STM": ("river", "stream", "creek"),
    "H.LK": ("lake",),
    "H.SEA": ("sea", "ocean"),
    "H.BAY": ("bay", "gulf"),
    "H.STRT": ("strait",),
    "L.RGN": ("region", "area", "historical region", "cultural region", "territory"),
    "L.PRK": ("park", "national park", "nature reserve"),
    "L.PRT": ("port", "harbour", "harbor"),
    "R.RD": ("road", "street", "route"),
    "S.AIRP": ("airport", "airfield"),
    "S.ANS": ("archaeological site", "ruin", "archeological site"),
    "S.BDG": ("building", "house"),
    "S.BRTE": ("bridge",),
    "S.CH": ("church", "cathedral"),
    "S.CMP": ("camp",),
    "S.CMPRF": ("refugee camp",),
    "S.CMTY": ("cemetery",),
    "S.CSTL": ("castle",),
    "S.FT": ("fort", "fortress"),
    "S.HSP": ("hospital",),
    "S.INSM": ("base", "military base", "military installation"),
    "S.MNMT": ("monument", "memorial"),
    "S.MSQE": ("mosque",),
    "S.MSTY": ("monastery", "abbey", "convent"),
    "S.PP": ("plant", "power plant"),
    "S.RSTN": ("station", "railway station"),
    "S.SCH": ("school",),
    "S.TMPL": ("temple",),
    "T.ISL": ("island",),
    "T.MT": ("mountain", "mount"),
    "T.VAL": ("valley",),
    "T.DSRT": ("desert",),
}
"""GeoNames features with the words for them. A country is filed as a historical one: with today's feature it would be drawn
with today's outline of whichever country its code names."""

_OF_WORD = {word: feature for feature, words in FEATURES.items() for word in words}
_CODE = re.compile(r"[AHLPRSTUV](\.[A-Z0-9]{1,6})?")


def feature_of(words: list[str]) -> str | None:
    """The feature of the first word that names one, in the singular or plural, or is one (`P.PPL`, or the class `P` alone).

    None: none does.
    """
    for word in words:
        if _CODE.fullmatch(word):
            return word
        known = key(word)
        for form in (known, known.removesuffix("s"), known.removesuffix("ies") + "y"):
            if form in _OF_WORD:
                return _OF_WORD[form]
    return None
