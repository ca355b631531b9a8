"""What sort of place a user's word names, as a GeoNames feature."""

from __future__ import annotations

import re

from geo.gazetteer.normalise import key

FEATURES: dict[str, tuple[str, ...]] = {
    "P.PPL": ("city", "town", "village", "settlement", "hamlet", "inhabited place", "populated place", "municipality"),
    "P.PPLX": ("neighbourhood", "neighborhood", "quarter", "suburb", "borough", "section"),
    "P.PPLC": ("capital", "capital city", "national capital"),
    "P.PPLF": ("farm village",),
    "P.PPLH": ("ghost town", "deserted village", "abandoned village", "deserted settlement"),
    "P.PPLL": ("locality",),
    "A.PCLH": ("country", "nation", "kingdom", "empire", "principality", "duchy", "political entity"),
    "A.ADM1": ("province", "state", "oblast", "governorate", "first level division"),
    "A.ADM2": ("county", "district", "prefecture", "department", "parish"),
    "H.BAY": ("bay",),
    "H.CHN": ("channel",),
    "H.CNL": ("canal",),
    "H.FJD": ("fjord",),
    "H.FLLS": ("waterfall", "falls"),
    "H.GLCR": ("glacier",),
    "H.GULF": ("gulf",),
    "H.HBR": ("harbour", "harbor"),
    "H.LGN": ("lagoon",),
    "H.LK": ("lake",),
    "H.OCN": ("ocean",),
    "H.RF": ("reef",),
    "H.RSV": ("reservoir",),
    "H.SEA": ("sea",),
    "H.SPNG": ("spring",),
    "H.STM": ("river", "stream", "creek", "brook"),
    "H.STRT": ("strait",),
    "H.SWMP": ("swamp", "marsh", "wetland"),
    "H.WLL": ("well", "borehole"),
    "L.BTL": ("battlefield",),
    "L.CST": ("coast",),
    "L.INDS": ("industrial area", "industrial zone", "industrial estate"),
    "L.MVA": ("training area", "training ground", "military training area"),
    "L.OAS": ("oasis",),
    "L.OILF": ("oilfield", "oil field"),
    "L.PRK": ("park", "national park"),
    "L.PRT": ("port", "seaport"),
    "L.RESN": ("reserve", "nature reserve"),
    "L.RGN": ("region", "area", "territory"),
    "L.RGNH": ("historical region", "cultural region"),
    "L.ZN": ("zone",),
    "L.ZNB": ("buffer zone",),
    "L.ZND": ("demilitarised zone", "demilitarized zone"),
    "L.ZNX": ("exclusion zone",),
    "R.RD": ("road", "street", "route", "highway", "motorway"),
    "R.RR": ("railway", "railroad", "railway line"),
    "R.TNL": ("tunnel",),
    "S.ADMF": ("office", "government building"),
    "S.AIRB": ("air base", "airbase", "air force base"),
    "S.AIRF": ("airfield", "airstrip"),
    "S.AIRH": ("heliport",),
    "S.AIRP": ("airport",),
    "S.ANS": ("archaeological site", "archeological site"),
    "S.BDG": ("bridge",),
    "S.BLDG": ("building",),
    "S.BRKS": ("barracks",),
    "S.CH": ("church", "cathedral", "chapel"),
    "S.CMP": ("camp",),
    "S.CMPLA": ("labour camp", "labor camp"),
    "S.CMPRF": ("refugee camp", "displacement camp", "idp camp"),
    "S.CMTY": ("cemetery", "graveyard"),
    "S.CSTL": ("castle",),
    "S.CSTM": ("customs", "customs house"),
    "S.DAM": ("dam",),
    "S.DIP": ("embassy", "consulate"),
    "S.FRM": ("farm",),
    "S.FT": ("fort", "fortress"),
    "S.FY": ("ferry",),
    "S.HSE": ("house",),
    "S.HSP": ("hospital",),
    "S.HSPC": ("clinic", "health centre", "health center", "field hospital"),
    "S.HSTS": ("historical site", "site"),
    "S.HTL": ("hotel",),
    "S.INSM": ("base", "military base", "military installation"),
    "S.LTHSE": ("lighthouse",),
    "S.MFG": ("factory",),
    "S.MKT": ("market", "bazaar"),
    "S.ML": ("mill",),
    "S.MN": ("mine",),
    "S.MNMT": ("monument", "memorial"),
    "S.MSQE": ("mosque",),
    "S.MSTY": ("monastery", "abbey"),
    "S.CVNT": ("convent",),
    "S.MUS": ("museum",),
    "S.NVB": ("naval base",),
    "S.OILR": ("refinery", "oil refinery"),
    "S.PAL": ("palace",),
    "S.PP": ("police station", "police post"),
    "S.PRN": ("prison", "jail", "detention centre", "detention center"),
    "S.PS": ("plant", "power plant", "power station"),
    "S.PSN": ("nuclear power plant", "nuclear power station", "nuclear plant"),
    "S.PSTB": ("border crossing", "border post", "border checkpoint", "crossing point"),
    "S.PSTP": ("checkpoint", "check point", "roadblock", "post", "outpost"),
    "S.RSTN": ("station", "railway station", "train station"),
    "S.RUIN": ("ruin",),
    "S.SCH": ("school",),
    "S.SHRN": ("shrine",),
    "S.STDM": ("stadium",),
    "S.SYG": ("synagogue",),
    "S.TMPL": ("temple",),
    "S.TOWR": ("tower",),
    "S.UNIV": ("university",),
    "T.BCH": ("beach",),
    "T.CAPE": ("cape", "headland"),
    "T.CNYN": ("canyon",),
    "T.DLTA": ("delta",),
    "T.DSRT": ("desert",),
    "T.HLL": ("hill",),
    "T.ISL": ("island", "isle"),
    "T.ISLS": ("archipelago", "island group"),
    "T.MT": ("mountain", "mount", "peak"),
    "T.MTS": ("mountain range", "range"),
    "T.PASS": ("pass", "mountain pass"),
    "T.PEN": ("peninsula",),
    "T.PLAT": ("plateau",),
    "T.PLN": ("plain",),
    "T.VAL": ("valley",),
    "T.VLC": ("volcano",),
    "V.FRST": ("forest", "wood", "woods"),
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
