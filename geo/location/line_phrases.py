"""Finds the phrases that tell a line or a zone through a place: coasts, banks of rivers, stretches of borders, declared zones.

Only words are looked at here, no place; the text is read with every mention folded into one sign (`folded`):

    coast    Libya's coast, the Black Sea coast, the coast of Yemen, Turkey's Mediterranean coast, the Atlantic coast of
             Morocco, the eastern coast of Sri Lanka, the coast near Odesa; with "off" before it, the waters there
    offshore a dinghy off Lampedusa, 200 km off Palawan
    river    along the Dnieper, the Rhine between Mainz and Koblenz, the banks of the Tigris, the Danube's left bank,
             the west bank of the Dnieper at Kherson
    stretch  the Ukraine–Belarus border near Chernihiv (that border is a mention already), the Durand Line near Spin Boldak
    border   the border near Sumy
    facing   Ukraine's northern border, the northern border of Chad (whose border is a mention already)
    over     a no-fly zone over Syria, a no-fly zone in northern Iraq
    inside   the buffer zone in Cyprus
    mouth    the mouth of the Danube; source, delta: the source of the Nile, the Indus delta
    reach    the upper Mekong, the lower reaches of the Zambezi
    around   a 30-km exclusion zone around the Chernobyl nuclear power plant, the Fukushima evacuation zone
    beside   a buffer zone along the Syrian border
    between  a demilitarised zone between Sudan and South Sudan
    waters   Japan's exclusive economic zone
    sovereign Libya's territorial waters, in Indonesian waters
    shoreland coastal Kenya, Ecuador's coastal provinces
    valley   the Euphrates valley

No phrase reaches over a full stop or an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from geo.location.describing import DESCRIBED
from geo.location.folded import FOLD, GAP, LENGTH, Folded, apart
from geo.location.lines import Side
from geo.location.quantities import HEDGE, length, said
from geo.location.telling import is_river
from geo.types import Mention

Rule = Literal[
    "coast",
    "river",
    "course",
    "stretch",
    "border",
    "facing",
    "over",
    "around",
    "beside",
    "between",
    "waters",
    "meeting",
    "offshore",
    "inside",
    "mouth",
    "confluence",
    "source",
    "delta",
    "reach",
    "valley",
    "shoreland",
    "sovereign",
]

_OWN = r"['’]s?"
_THE = rf"(?:the{GAP})?"
_FREE = rf"(?<![\w/{FOLD}-])(?<![–—])"
_END = rf"(?![\w-]|['’]s|[/–—]{FOLD})"
_SIDE = (
    r"(?P<side>(?:north|south)(?:[ -]?(?:east|west))?(?:ern|ernmost)?|(?:east|west)(?:ern|ernmost)?)"
    rf"{GAP}"
)
_OFF = (
    rf"(?:(?:(?:(?:{HEDGE}){GAP})?(?P<size>{LENGTH}){GAP}|"
    rf"(?P<just>just|close|right){GAP})?(?P<off>\boff{GAP}(?:of{GAP})?(?:the{GAP})?))?"
)
_COAST = r"(?:coasts?|coastlines?|sea-?coast|shores?|shorelines?|seaboard|littoral|seashore|lakeshore|waterfront)"
_NO_COAST = (
    rf"(?![\w-]|['’]|{GAP}(?:guards?|guardsm[ae]n|guardsw\w+|roads?|highways?|railways?|rail|trains?|paths?|towns?|"
    r"cit(?:y|ies)|villages?|resorts?|hotels?|defen[cs]es?|batter(?:y|ies)|parties|party|leave|birds?|redwoods?|ranges?|"
    r"to|past|into|through|home|up|clear|starter)\b)"
)
"""After the word a compound ("coast guard", "the coast road") or what makes it a verb ("coast to victory", "shores up")."""
_NEAR = rf"(?:near(?:by)?|close{GAP}to|outside|around|opposite|by|at)"
_FROM_TO = rf"{GAP}(?:between|from){GAP}{_THE}(?P<near>{FOLD}){GAP}(?:and|to){GAP}{_THE}(?P<far>{FOLD}){_END}"
_WIND = r"(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)"
_TAIL = rf"(?:(?P<from>{_FROM_TO})|{GAP}(?:{_NEAR}|(?P<beyond>{_WIND}){GAP}of){GAP}{_THE}(?P<by>{FOLD}){_END})?"
_NEAR_ONLY = rf"{GAP}(?:near|close{GAP}to|outside|opposite|at){GAP}{_THE}(?P<near>{FOLD}){_END}"
_NO_OWNER = (
    rf"(?!{GAP}(?:states?|provinces?|regions?|districts?|count(?:y|ies)|cit(?:y|ies)|towns?|villages?|parts?|sides?)\b)"
)
_INSIDE = rf"(?:{GAP}(?:{_NEAR}|in){GAP}{_THE}(?:{_SIDE}|(?P<middle>central){GAP})?(?P<near>{FOLD}){_END}{_NO_OWNER})?"
_RIVER = rf"(?:{GAP}(?-i:[Rr]iver))?"
_THREE = rf"{_THE}(?P<one>{FOLD}),{GAP}{_THE}(?P<other>{FOLD}),?{GAP}and{GAP}{_THE}(?P<third>{FOLD}){_END}"
_BANKS = r"(?-i:(?:river)?banks?)"
_BANK = rf"(?:(?P<bank>both|left|right|north|south|east|west|northern|southern|eastern|western)(?:{GAP}|-))?"
_NO_STRIP = (
    rf"(?!{GAP}(?:border|frontier|boundary|valley|basin|front|frontline|delta|estuary|corridor|highway|road|railway|"
    r"coast|shore|line|region|province|state|district|canal|dam|pipeline|route|trail|embankment|promenade|waterfront)\b)"
)
"""Along the Danube valley or the Jordan border is not along the river alone."""
_SORT = (
    rf"(?:(?:border|so-called|self-declared|planned|proposed|temporary){GAP})?"
    rf"(?:(?:closed|maritime|military|marine|nuclear|permanent|radiation){GAP})?"
    r"(?P<sort>no-fly|no-fishing|no-entry|exclusion|evacuation|danger|no-go|buffer|security|safety|safe|demilitari[sz]ed|"
    r"deconfliction|de-escalation|restricted|quarantine|containment|protection|protected|prohibited|forbidden|humanitarian|"
    r"closed|military|hazard|neutral|patrol)"
)
_AROUND = r"(?:around|round|about|surrounding)"
_CORDON = (
    rf"(?P<sort>cordon|perimeter|(?:(?:marine|nature|wildlife|game|forest){GAP})?(?:reserve|sanctuary)|(?:siege|security){GAP}ring)"
    r"(?![\w-]|['’])"
)
_OF_SITE = (
    rf"{DESCRIBED}(?:(?:stricken|besieged|crippled|damaged|disused|abandoned|coastal|southern|northern|eastern|western){GAP})?"
    rf"(?:(?:[a-z]+{GAP})?(?:plant|refinery|depot|factory|warehouse|hospital|school|stadium|embassy|prison|mosque|church|station|"
    rf"square|hotel|mine|barracks|headquarters|courthouse|building){GAP}(?:of|at|in|near){GAP}{_THE}|"
    rf"(?:port|harbou?r|airport|cent(?:re|er)|city|town|village|island|islands|crater|summit|mouth|wreck|site|ruins|base|"
    rf"reactors?|volcano|resort|capital){GAP}(?:(?:of|at|in){GAP})?{_THE})?"
)
_SIZE = rf"(?:(?P<size>{LENGTH})(?:{GAP}|-)(?:(?:wide|deep|radius){GAP})?)?"
_SIZE_AFTER = rf"(?:{GAP}of{GAP}(?P<size>{LENGTH}))"
_ALONG = rf"(?:along|on|at|astride|beside|on{GAP}(?:either|both|each){GAP}sides?{GAP}of)"
_WHOSE = rf"(?:its|their|the{GAP}(?:country|nation|republic|kingdom)['’]s)"
_ZONE = r"zones?(?![\w-]|['’])"
_STRIP = r"(?:zones?|strips?|belts?|areas?|corridors?|sectors?)(?![\w-]|['’])"
"""What lies around a place or along a line; within areas only "zone" says that somebody declared it."""
_PLANT = (
    rf"(?P<plant>{GAP}(?:nuclear{GAP})?(?:power{GAP})?(?:plant|station|reactor)|{GAP}nuclear{GAP}(?:site|complex|facility)|"
    rf"(?:['’]s)?{GAP}(?:international{GAP})?airport|(?:['’]s)?{GAP}air{GAP}?base|{GAP}dam|{GAP}volcano|"
    rf"['’]s{GAP}(?:crater|summit|port|harbou?r|town{GAP}centre|cent(?:re|er)|reactors?))"
)

_ISLE = rf"(?:the{GAP}(?:{FOLD}{GAP})?(?:[a-z]+{GAP})?(?:islands?|port|town|city|resort){GAP}of{GAP})?{_THE}"
_CLOSED = (
    rf"(?=[.,;:)?!]|\s*$|{GAP}(?:on|in|at|and|by|after|when|with|last|this|early|late|before|during|near|while|as)\b)"
)
_AFLOAT = re.compile(
    r"(?i)\b(?:boats?|ships?|vessels?|tankers?|trawlers?|ferr(?:y|ies)|frigates?|warships?|freighters?|yachts?|dingh(?:y|ies)|"
    r"rafts?|submarines?|canoes?|divers?|anchor(?:ed|age)?|sank|sunk|sinking|capsized?|drift(?:s|ed|ing)?|seas?|waters?|"
    r"fish(?:ing|ermen)?|pirates?|shipwrecks?|wreck|rig|reefs?|whales?|coastguard|navy|naval|islands?)\b"
)
_SEVERED = re.compile(
    r"(?i)\b(?:cuts?|cutting|seal\w*|clos\w+|block\w*|shut\w*|call\w*|kick\w*|took|takes?|sets?|pays?|paid|fend\w*)\s$"
)
"""Verbs that "off" belongs to: "cut off Gaza"."""

_PATTERNS: tuple[tuple[Rule, str], ...] = (
    (
        "over",
        rf"{_FREE}{_SIZE}no-fly{GAP}{_ZONE}{GAP}(?:over|above|across){GAP}{_THE}(?:{_SIDE})?(?P<one>{FOLD}){_END}",
    ),
    (
        "around",
        rf"{_FREE}{_SORT}{GAP}{_STRIP}{_SIZE_AFTER}{GAP}{_AROUND}{GAP}{_THE}{_OF_SITE}(?P<one>{FOLD})(?:{_PLANT})?{_END}",
    ),
    (
        "around",
        rf"{_FREE}{_SIZE}{_SORT}{GAP}{_STRIP}{GAP}{_AROUND}{GAP}{_THE}{_OF_SITE}(?P<one>{FOLD})(?:{_PLANT})?{_END}",
    ),
    (
        "around",
        rf"{_FREE}{_SIZE}(?:(?:security|police|military|safety){GAP})?{_CORDON}{GAP}{_AROUND}{GAP}{_THE}{_OF_SITE}"
        rf"(?P<one>{FOLD})(?:{_PLANT})?{_END}",
    ),
    (
        "around",
        rf"{_FREE}{_SIZE}{_SORT}{GAP}{_ZONE}{GAP}(?:of|at|near){GAP}{_THE}{_OF_SITE}(?P<one>{FOLD})(?:{_PLANT})?{_END}",
    ),
    (
        "around",
        rf"{_FREE}(?P<one>{FOLD})(?:{_OWN})?(?:{_PLANT})?{GAP}{_SIZE}(?P<sort>exclusion|evacuation|no-go){GAP}{_ZONE}",
    ),
    (
        "inside",
        rf"{_FREE}{_SIZE}{_SORT}{GAP}{_ZONE}{GAP}(?:in|inside|within|across){GAP}{_THE}(?:{_SIDE})?(?P<one>{FOLD}){_END}",
    ),
    (
        "over",
        rf"{_FREE}(?P<sort>airspace){GAP}(?:over|above){GAP}{_THE}(?:{_SIDE})?(?P<one>{FOLD}){_END}",
    ),
    ("over", rf"{_FREE}(?P<sort>skies){GAP}(?:over|above){GAP}{_THE}{_SIDE}(?P<one>{FOLD}){_END}"),
    (
        "mouth",
        rf"\bwhere{GAP}the{GAP}(?P<river>{FOLD}){_RIVER}{GAP}(?:flows|runs|empties|spills|drains|pours|discharges|meets|reaches|"
        rf"enters|joins){GAP}(?:out{GAP})?(?:(?:in)?to{GAP})?the{GAP}(?:sea\b|ocean\b|(?P<one>{FOLD}){_END})",
    ),
    (
        "confluence",
        rf"{_FREE}confluence{GAP}of{GAP}the{GAP}(?P<river>{FOLD})(?:{_RIVER})?{GAP}(?:and|with){GAP}{_THE}(?P<far>{FOLD})"
        rf"(?:{GAP}(?-i:[Rr]ivers?))?{_END}",
    ),
    (
        "confluence",
        rf"(?:{_FREE}(?:junction|meeting{GAP}point){GAP}of|\bwhere){GAP}the{GAP}(?P<river>{FOLD}){_RIVER}{GAP}and{GAP}{_THE}"
        rf"(?P<far>{FOLD})(?:{GAP}(?-i:[Rr]ivers?))?(?:{GAP}(?:meet|join|converge|come{GAP}together)\b|(?<!where){_END})",
    ),
    ("mouth", rf"{_FREE}(?:mouths?|estuary){GAP}of{GAP}{_THE}(?P<river>{FOLD}){_RIVER}{_END}"),
    ("mouth", rf"{_FREE}(?P<river>{FOLD}){_RIVER}(?:{_OWN})?{GAP}(?-i:mouth|estuary)(?![\w-])"),
    ("valley", rf"{_FREE}(?-i:valley|floodplains?){GAP}of{GAP}the{GAP}(?P<river>{FOLD}){_RIVER}{_END}{_INSIDE}"),
    ("valley", rf"(?<=\bthe )(?P<river>{FOLD}){_RIVER}(?:{_OWN})?{GAP}(?-i:valley|floodplains?)(?![\w-]){_INSIDE}"),
    ("source", rf"{_FREE}(?:sources?|headwaters){GAP}of{GAP}the{GAP}(?P<river>{FOLD}){_RIVER}{_END}"),
    ("source", rf"{_FREE}(?P<river>{FOLD}){_RIVER}(?:{_OWN})?{GAP}(?:source|headwaters)\b"),
    ("delta", rf"{_FREE}(?-i:delta){GAP}of{GAP}the{GAP}(?P<river>{FOLD}){_RIVER}{_END}"),
    ("delta", rf"{_FREE}(?P<river>{FOLD}){_RIVER}(?:{_OWN})?{GAP}(?-i:delta)\b"),
    (
        "reach",
        rf"(?<=\bthe )(?P<sort>(?-i:upper|middle|lower))(?:{GAP}(?:reaches|course){GAP}of{GAP}the)?{GAP}"
        rf"(?P<river>{FOLD}){_RIVER}{_END}{_NO_STRIP}",
    ),
    ("beside", rf"{_FREE}{_SIZE}{_SORT}{GAP}{_STRIP}{GAP}{_ALONG}{GAP}{_THE}(?P<line>{FOLD}){_END}"),
    (
        "beside",
        rf"{_FREE}{_SIZE}{_SORT}{GAP}{_STRIP}{GAP}{_ALONG}{GAP}(?:the|their)(?:{GAP}(?:shared|common|joint))?{GAP}"
        rf"(?-i:border|frontier)(?![\w-]|['’]|{GAP}(?:with|between|of|near){GAP})",
    ),
    (
        "between",
        rf"{_FREE}{_SIZE}{_SORT}{GAP}{_STRIP}{GAP}(?:between|separating|dividing){GAP}{_THE}(?P<one>{FOLD}|north|south|east|west)"
        rf"{GAP}(?:and|from){GAP}{_THE}(?P<other>{FOLD}){_END}",
    ),
    (
        "coast",
        rf"{_FREE}{_OFF}(?:{_SIDE})?(?P<sea>{FOLD})(?:{_OWN})?{GAP}{_COAST}{GAP}of{GAP}{_THE}(?P<land>{FOLD}){_END}{_TAIL}",
    ),
    (
        "coast",
        rf"{_FREE}{_OFF}(?P<land>{FOLD})(?:{_OWN})?{GAP}(?:{_SIDE})?(?P<sea>{FOLD}){GAP}{_COAST}{_NO_COAST}{_TAIL}",
    ),
    ("coast", rf"{_FREE}{_OFF}(?:{_SIDE})?{_COAST}{GAP}of{GAP}{_THE}(?P<one>{FOLD}){_END}{_TAIL}"),
    ("coast", rf"{_FREE}{_OFF}(?P<one>{FOLD})(?:{_OWN})?{GAP}(?:{_SIDE})?{_COAST}{_NO_COAST}{_TAIL}"),
    ("coast", rf"{_FREE}{_OFF}(?<=the )(?-i:coast|coastline|shore){_NEAR_ONLY}"),
    ("coast", rf"{_FREE}(?<=\bthe )(?-i:coast|coastline|shoreline)(?P<from>{_FROM_TO})"),
    (
        "meeting",
        rf"{_FREE}(?:triple|three-way|tri-?){GAP}?(?:borders?|frontiers?)(?:{GAP}(?:area|region|zone|point|junction))?{GAP}"
        rf"(?:of|between|shared{GAP}by|where){GAP}{_THREE}",
    ),
    ("meeting", rf"\bwhere{GAP}(?:the{GAP}borders{GAP}of{GAP})?{_THREE}{GAP}(?:meet|converge|come{GAP}together)\b"),
    ("river", rf"{_FREE}{_BANK}{_BANKS}{GAP}of{GAP}{_THE}(?P<river>{FOLD}){_RIVER}{_END}{_INSIDE}"),
    ("river", rf"{_FREE}(?P<river>{FOLD}){_RIVER}(?:{_OWN})?{GAP}{_BANK}{_BANKS}(?![\w-]|['’]){_INSIDE}"),
    ("shoreland", rf"{_FREE}coastal{GAP}(?:{_SIDE})?(?P<one>{FOLD}){_END}{_NO_OWNER}"),
    (
        "shoreland",
        rf"{_FREE}(?P<one>{FOLD})(?:{_OWN})?{GAP}(?:{_SIDE})?(?:coastal{GAP}(?:strip|regions?|areas?|belt|plains?|lowlands?|"
        rf"districts?|provinces?|communities|towns{GAP}and{GAP}villages)|seaside)\b",
    ),
    (
        "shoreland",
        rf"{_FREE}coastal{GAP}(?:strip|regions?|areas?|belt|plains?|lowlands?|districts?|provinces?){GAP}(?:of|in){GAP}{_THE}"
        rf"(?:{_SIDE})?(?P<one>{FOLD}){_END}{_NO_OWNER}",
    ),
    (
        "sovereign",
        rf"{_FREE}(?P<one>{FOLD})(?:{_OWN})?{GAP}(?P<sort>territorial|coastal|national){GAP}(?:waters|seas?)\b",
    ),
    (
        "sovereign",
        rf"{_FREE}(?P<sort>territorial|coastal|national){GAP}(?:waters|seas?){GAP}of{GAP}{_THE}(?P<one>{FOLD}){_END}",
    ),
    ("sovereign", rf"(?<=\bin )(?P<one>{FOLD})(?:{_OWN})?{GAP}(?-i:waters)(?![\w-])"),
    (
        "waters",
        rf"{_FREE}(?:(?P<land>{FOLD})(?:{_OWN})?{GAP})?exclusive{GAP}economic{GAP}{_ZONE}{GAP}(?:around|off|of){GAP}{_THE}"
        rf"(?P<one>{FOLD}){_END}",
    ),
    ("waters", rf"{_FREE}(?P<one>{FOLD})(?:{_OWN})?{GAP}exclusive{GAP}economic{GAP}{_ZONE}"),
    ("waters", rf"\b{_WHOSE}{GAP}exclusive{GAP}economic{GAP}{_ZONE}"),
    ("river", rf"{_FREE}(?P<river>{FOLD}){_RIVER}{_FROM_TO}"),
    (
        "course",
        rf"(?<!th of the )(?<!st of the )(?<=\bthe )(?P<river>{FOLD}){_RIVER}{GAP}(?:(?:near|close{GAP}to|at|outside|below|"
        rf"above|(?:down|up)stream{GAP}(?:of|from)){GAP}{_THE}|in{GAP}{_THE}(?:{_SIDE}|(?P<middle>central){GAP})?)(?P<near>{FOLD}){_END}{_NO_OWNER}",
    ),
    (
        "offshore",
        rf"{_FREE}(?:(?:{HEDGE}){GAP})?(?P<size>{LENGTH}){GAP}(?P<off>off(?:shore{GAP}(?:from|of))?){GAP}"
        rf"{_ISLE}(?:{_SIDE})?(?P<one>{FOLD}){_END}",
    ),
    ("offshore", rf"{_FREE}(?P<off>\boff){GAP}{_ISLE}(?:{_SIDE})?(?P<one>{FOLD}){_CLOSED}"),
    ("offshore", rf"(?<=\bwaters )(?P<off>off|around){GAP}{_ISLE}(?:{_SIDE})?(?P<one>{FOLD}){_END}"),
    (
        "coast",
        rf"{_FREE}(?:{_SIDE})?(?-i:coast|coastline|shoreline){GAP}(?P<beyond>{_WIND}){GAP}of{GAP}{_THE}(?P<near>{FOLD}){_END}",
    ),
    (
        "coast",
        rf"{_FREE}(?P<size>{LENGTH}){GAP}(?P<along>up|down|along){GAP}the{GAP}coast{GAP}from{GAP}{_THE}(?P<near>{FOLD}){_END}",
    ),
    ("river", rf"\balong{GAP}{_THE}(?P<river>{FOLD}){_RIVER}{_END}{_NO_STRIP}{_INSIDE}"),
    ("stretch", rf"(?P<line>{FOLD}){_NEAR_ONLY}"),
    ("border", rf"(?<=\bthe )(?-i:border|frontier){_NEAR_ONLY}"),
    (
        "facing",
        rf"{_FREE}(?P<one>{FOLD}){_OWN}{GAP}{DESCRIBED}{_SIDE}(?-i:borders?|frontiers?)(?![\w-]|['’]|{GAP}with{GAP}{_THE}{FOLD})",
    ),
    (
        "facing",
        rf"\b{_WHOSE}{GAP}{DESCRIBED}{_SIDE}(?-i:borders?|frontiers?)"
        rf"(?![\w-]|['’]|{GAP}with{GAP}{_THE}{FOLD})",
    ),
    (
        "river",
        rf"{_FREE}(?P<land>{FOLD})(?:{_OWN})?{GAP}(?:sides?|{_BANKS}){GAP}of{GAP}the{GAP}(?P<river>{FOLD}){_RIVER}{_END}",
    ),
    ("facing", rf"{_FREE}{_SIDE}(?P<line>{FOLD}){_END}"),
)
_WORTH_READING = re.compile(
    r"(?i)coast|shore|waters|seaside|airspace|\bskies\b|valley|floodplain|estuary|junction|reserve|sanctuary|\bring\b|seaboard|littoral|\boff\b|\bbetween\b|\bmouth\b|\bsources?\b|headwaters|delta|upper|middle|lower|"
    r"\bbanks?\b|riverbank|river|confluence|\bsides?\s+of\b|cordon|perimeter|\bwhere\b|\balong\b|\bzones?\b|border|frontier|\bline\b"
)
COAST_WORDS = ("coast", "coastline", "shore", "seaboard")
LONGEST_LEAD = 120
"""Code points looked back over for a word of the sea."""
_PLACES = ("land", "sea", "one", "other", "near", "by", "far", "third", "river", "line")


_PART = {"by": "near"}
"""Groups of a pattern that has one name for the same part twice."""


@dataclass(frozen=True, slots=True)
class LinePhrase:
    """An expression and what was said in it."""

    rule: Rule
    start: int
    """First code point of the phrase in the text."""
    end: int
    places: Mapping[str, Mention]
    """The mentions by their part in the phrase: `land`, `sea`, `one` (of which only the place can tell), `near` …"""
    side: Side | None = None
    """Direction told: the northern coast."""
    middle: bool = False
    """In the middle of it: in central Nebraska."""
    off: bool = False
    """Off the coast, not on it."""
    just: bool = False
    """Just off it."""
    bank: str | None = None
    """Which bank of a river, in the words of the text."""
    sort: str = ""
    """What sort of zone: `exclusion`, `no-fly` …"""
    km: float | None = None
    """Size told of a zone, distance told off or along a coast."""
    beyond: str = ""
    """On which side of a place: the coast north of Mombasa."""
    plant: str = ""
    """What stands after a name: "nuclear power plant"."""
    words: str = ""
    """The phrase, mentions folded."""


def line_phrases(text: str, mentions: Sequence[Mention]) -> list[LinePhrase]:
    """The expressions of a text, in order, none inside another."""
    if not _WORTH_READING.search(text) and not any(map(_is_river, mentions)):
        return []
    folded = Folded(text, [_without_coast(text, mention) for mention in mentions], said)
    return apart((phrase for rule, pattern in _rules() for phrase in _matches(rule, pattern, folded)), len(text))


@cache
def _rules() -> Sequence[tuple[Rule, re.Pattern[str]]]:
    """Compiled when the first text is read."""
    return [(rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in _PATTERNS]


def _matches(rule: Rule, pattern: re.Pattern[str], folded: Folded) -> Iterator[LinePhrase]:
    for match in pattern.finditer(folded.words):
        sized = "size" in match.groupdict()
        if rule == "course" and not _is_river(folded.mention(match.start("river"))):
            continue
        if rule != "offshore" or sized or _at_sea(folded.words, match.start()):
            yield _phrase(rule, match, folded)


def _is_river(mention: Mention) -> bool:
    return mention.place is not None and is_river(mention.place)


def _is_spot(mention: Mention) -> bool:
    """May a coast go from there to somewhere else? From one country to another it goes on along both."""
    return mention.place is None or mention.place.feature_class in ("P", "S", "T")


def _at_sea(words: str, at: int) -> bool:
    """Do the words before "off" speak of the sea? A dinghy off Lampedusa does, "cut off Gaza" does not."""
    before = re.split(r"[.!?]\s", words[max(0, at - LONGEST_LEAD) : at])[-1]
    return bool(_AFLOAT.search(before)) and not _SEVERED.search(before)


def _without_coast(text: str, mention: Mention) -> Mention:
    """The "Atlantic" of "Florida's Atlantic coast", where the recogniser took the word in and nobody knows such a place."""
    name, _, word = mention.surface.rpartition(" ")
    owned = text[max(0, mention.start - 3) : mention.start] in ("'s ", "’s ")
    of_land = text.startswith(" of ", mention.end)
    if not name or word.lower() not in COAST_WORDS or not (owned or of_land or mention.place is None):
        return mention
    return replace(
        mention,
        end=mention.start + len(name),
        surface=name,
        resolution=None if owned or of_land else mention.resolution,
    )


def _phrase(rule: Rule, match: re.Match[str], folded: Folded) -> LinePhrase:
    told = {name: value for name, value in match.groupdict().items() if value}
    end = match.end()
    if "from" in told and not all(_is_spot(folded.mention(match.start(name))) for name in ("near", "far")):
        end = match.start("from")
        told = {name: value for name, value in told.items() if name not in ("near", "far")}
    size = folded.said(match.start("size")) if "size" in told else None
    return LinePhrase(
        rule,
        folded.back(match.start()),
        folded.back(end),
        {_PART.get(name, name): _place(match, name, folded) for name in _PLACES if name in told},
        side=_side(told["side"]) if "side" in told else None,
        middle="middle" in told,
        off="off" in told,
        just="just" in told,
        bank=told.get("bank"),
        beyond=told.get("beyond", "").lower(),
        sort=told.get("sort", "no-fly" if rule == "over" else "").lower(),
        km=length(size.number, size.unit).km if size else None,
        plant=" ".join(told.get("plant", "").split()).lower(),
        words=folded.words[match.start() : end],
    )


def _place(match: re.Match[str], name: str, folded: Folded) -> Mention:
    """The mention of a group, or a bare one for the "North" of "North and South Korea" where nobody marked it."""
    if match[name] == FOLD:
        return folded.mention(match.start(name))
    return Mention(folded.back(match.start(name)), folded.back(match.end(name)), match[name])


def _side(words: str) -> Side:
    return re.sub(r"(?:ern(?:most)?$|[\s-])", "", words.lower())
