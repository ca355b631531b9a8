"""The place in an outlet's name: `austinheraldnews` and "Chicago Tribune" are words of newspapers around a place's name.

A label of a web address has no spaces, so each stretch of it that only such words surround is tried as a name, with
a space where names have one ("losangeles", "saltlakecity").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from geo.gazetteer import Gazetteer, key
from geo.resolution.names import lies_in
from geo.types import Bearer, Match, NameKind

WORDS = frozenset(
    # English
    "news newspaper newspapers paper times time herald gazette tribune daily weekly monthly post star journal courier press "
    "observer chronicle chronicles sun telegraph telegram echo mail today online tv radio fm am hd live local the my our "
    "your this here now go get day days week sunday monday saturday morning evening nightly night world globe mirror "
    "examiner examinernews express advertiser advocate advance argus banner beacon bee bugle bulletin call caller capital "
    "citizen clarion comet commercial community constitution democrat digest dispatch enquirer enterprise eagle era "
    "eye facts feed forum free freepress freeman guardian guide headlight headline headlines independent independence "
    "informer inquirer insider intelligencer intelligence item leader ledger life light lookout magazine mercury messenger "
    "mag media monitor nation national network newsletter newswire wire newsroom newsnow news24 24 patriot pilot pioneer "
    "planet plaindealer dealer plain progress public pulse reader record recorder register report reporter reporters "
    "reports republic republican review scene scoop sentinel shopper shore signal spectator speaker spirit sports standard "
    "states statesman story stories talk town townstalk transcript traveler traveller trader truth union update updates "
    "vanguard verdict vindicator views view visitor voice watch weather whig words yorker zone trend trends channel station "
    "broadcasting broadcast cable network abc cbs nbc fox cnn bbc itv rtv cbc ctv pbs npr wbc telly vision television "
    "and of in on at for to from with by about inside metro city county business financial sport gov official web site page "
    "portal dot com net org co inc group digital app info blog events guide hub central direct extra plus first one all new "
    "latest breaking alert alerts focus link connect connection people peoples family free north south east west "
    # Spanish, Catalan, Portuguese, Galician
    "el la los las lo de del en diario diari noticias noticia noticiero periodico prensa heraldo mercurio tiempo tiempos "
    "universal voz veu nacion hora horas informador siglo vanguardia correo tribuna gaceta jornada sol hoy dia mundo pais "
    "imparcial norte sur ahora digital libre opinion razon semana actualidad expreso comercio espectador nuevo nueva "
    "cronica punto mas jornal folha estado gazeta correio os as do da dos das em um noticia diariode noticiasde "
    # French
    "le les du des et un une presse depeche voix nouvelles nouvelle courrier republicain republique actu actualite "
    "actualites info infos quotidien progres telegramme libre matin soir jour dernieres populaire eclair temps charente "
    # German, Dutch, Nordic
    "der die das den dem und zeitung tageblatt tagblatt tageszeitung nachrichten anzeiger rundschau kurier allgemeine "
    "morgenpost abendblatt abendzeitung merkur stadtanzeiger neue neueste volkszeitung volksblatt volksfreund generalanzeiger "
    "bote blick woche wochenblatt echo courant dagblad nieuws nieuwsblad krant het van een tidning tidningen nyheter "
    "nyhetene avis avisa avisen tidende aftenblad aftenbladet posten blad bladet stiftstidende dagens lokal lehti sanomat "
    "uutiset "
    # Italian
    "il lo gli della di dei corriere gazzetta giornale mattino messaggero resto secolo nazione oggi cronaca eco "
    "provincia giorno notizie libera "
    # Others in Latin letters
    "haber haberler gazetesi gazete postasi gunlugu gazeta dziennik glos nasze wiadomosci noviny denik vestnik pos harian "
    "berita suara warta novosti vesti pravda vecherniy samachar patrika jagran bhaskar dainik khabar sakal "
    "lokmat habari leo".split()
)
"""Words that outlets put around the name of their place, by `key`."""

SHORTEST = 4
"""Letters of a name looked for in a label; shorter ones are syllables."""

LONGEST_LABEL = 63
"""Letters of a label that is looked at: RFC 1035 allows no more."""

MOST_CORES = 24
"""Stretches of a label that are tried; a label with more is made of words without end."""

LONGEST_TITLE = 12
"""Words of an outlet's name; anything longer is a sentence."""

LONGEST_NAME = 5
"""Words of a place's name in it."""

LEAST_ALONE = 20_000
"""People of the least place that a name without any such word is taken for: `ocala` is a town, `wired` and `vox` are not."""

_FIRST = (
    "new san santa los las saint st fort ft port el la le lake grand north south east west northern southern eastern western "
    "great big little cape mount baton terre corpus palm salt bowling battle council cedar rapid rock high hot hong kuala "
    "addis buenos tel abu phnom dar rio sao santo punta porto villa long upper lower central costa sierra sri saudi green "
    "blue red white black glen mid isle papua"
).split()
_LAST = (
    "city county falls springs beach rapids bay valley hills park grove haven island islands rock lake lakes river creek "
    "heights town coast harbor harbour isle shire region district province state vegas rouge haute christi angeles arabia "
    "lanka africa zealand ridge mountain mountains bluffs forks green cruz diego jose antonio louis paul lauderdale "
    "worth wayne smith collins york jersey mexico hampshire orleans delhi"
).split()
"""First and last words of names of several words; other spaces are tried only where no name is found with these."""

_LONG = frozenset(word for word in WORDS if len(word) > 3) | {"the"}
"""A label of nothing but these has no place: "dailynews". Shorter ones hide in names: "in", "dia" and "today" are not all."""

_OF_NAMES = frozenset("new north south east west city county el la las los le les de del metro".split())
"""Words of newspapers that names of places begin or end with."""

_KINDS: tuple[NameKind, ...] = ("official", "english", "alternate", "former", "demonym")
_SORTS = ("P", "A", "T", "L")
"""GeoNames classes that outlets are named after: towns, divisions and countries, islands and capes, regions."""

_CALL_SIGN = re.compile(r"^[kw][a-z]{2,3}(?:-|$)|-[kw][a-z]{2,3}$")
"""Stations in the United States are called by letters that stand for nothing: "kval13"."""

_PARTS = re.compile(r"\s*[,;|()\[\]/–—:]\s*|\s+-+\s+")


def named(label: str, gazetteer: Gazetteer) -> tuple[Match, ...]:
    """The places that a label of a web address may be named after, most important first. Empty: none is found in it."""
    letters = _CALL_SIGN.sub("", re.sub(r"[\W\d_]+", "-", label[: LONGEST_LABEL + 1].casefold()))
    if len(letters) > LONGEST_LABEL:
        return ()
    cores = sorted(_cores(letters), key=lambda core: (-len(core), core))
    if len(cores) > MOST_CORES:
        return ()
    for core in cores:
        if found := _places(_spaced(core), gazetteer, alone=core == letters.strip("-")):
            return found
    least = cores[-1:]
    return _places(_anyhow(least[0]), gazetteer, alone=least[0] == letters.strip("-")) if least else ()


def titled(title: str, gazetteer: Gazetteer) -> tuple[Match, ...]:
    """The places that an outlet's name speaks of: "Austin Daily Herald", "The Gazette (Montreal)", "Paris News, Texas".

    Where one of them lies in another that is named too, the other is left out. Empty: none is found, or it is no such name.
    """
    parts = [key(part).split() for part in _PARTS.split(title)]
    if sum(map(len, parts)) > LONGEST_TITLE:
        return ()
    known = any(word in WORDS for part in parts for word in part)
    found = [hits for part in parts if (hits := _in_words(part, gazetteer, known=known))]
    return _together(found)


def _cores(letters: str) -> set[str]:
    """What is left of a label between words of newspapers at its beginning and such words at its end."""
    starts, ends = _ways(letters, 1), {len(letters) - way for way in _ways(letters[::-1], -1)}
    if len(letters) in _ways(letters, 1, _LONG):
        return set()
    stretches = {letters[first:last].strip("-") for first, last in product(starts, ends) if last - first >= SHORTEST}
    return {stretch for stretch in stretches if len(stretch) >= SHORTEST and stretch not in WORDS}


def _ways(letters: str, step: int, words: frozenset[str] = WORDS) -> set[int]:
    """How far words of newspapers, one after the other, reach into it. `step` -1: it is written backwards."""
    reached = {0}
    for position in range(len(letters)):
        if position not in reached:
            continue
        if letters[position] == "-":
            reached.add(position + 1)
        for length in range(1, _LONGEST_WORD + 1):
            if letters[position : position + length][::step] in words and position + length <= len(letters):
                reached.add(position + length)
    return reached


def _spaced(core: str) -> Iterator[str]:
    """The core as a name: as it is, and with a space after a usual first word, before a usual last one, or both."""
    if "-" in core:
        yield core.replace("-", " ")
        return
    yield core
    for first in _FIRST:
        if core.startswith(first) and len(rest := core[len(first) :]) >= 2:
            yield f"{first} {rest}"
            yield from (f"{first} {rest[: -len(last)]} {last}" for last in _LAST if _ends(rest, last))
    yield from (f"{core[: -len(last)]} {last}" for last in _LAST if _ends(core, last))


def _ends(letters: str, last: str) -> bool:
    return letters.endswith(last) and len(letters) > len(last) + 1


def _anyhow(core: str) -> Iterator[str]:
    """The core with a space anywhere."""
    if "-" not in core:
        yield from (f"{core[:cut]} {core[cut:]}" for cut in range(2, len(core) - 1))


def _in_words(words: list[str], gazetteer: Gazetteer, *, known: bool) -> tuple[Match, ...]:
    """The longest run of words that is a place's name, the first of equally long ones.

    `known`: some word says that this is an outlet; without one only the whole can be a name.
    """
    sizes = range(min(LONGEST_NAME, len(words)), 0, -1) if known else (len(words),)
    runs = (words[at : at + size] for size in sizes for at in range(len(words) - size + 1))
    return _places((" ".join(run) for run in runs if _may_be_name(run)), gazetteer, alone=not known)


def _may_be_name(words: list[str]) -> bool:
    """Whether some word is none of newspapers, and neither end is, but for those that names have too: "North Bay"."""
    ends = {words[0], words[-1]} if words else set()
    return not WORDS.issuperset(words) and not (ends & WORDS) - _OF_NAMES


def _places(names: Iterable[str], gazetteer: Gazetteer, *, alone: bool) -> tuple[Match, ...]:
    """The places of the first of the names that an outlet may be named after, each once."""
    for name in names:
        bearer = gazetteer.bearer(name)
        if bearer and (not alone or _is_known(bearer)):
            once: dict[str, Match] = {}
            for match in gazetteer.look_up(name):
                if _is_home(match):
                    once.setdefault(match.place.id, match)
            if once:
                return tuple(once.values())
    return ()


def _is_known(bearer: Bearer) -> bool:
    return bearer.population >= LEAST_ALONE and bearer.kind in ("official", "english")


def _is_home(match: Match) -> bool:
    return match.kind in _KINDS and (match.place.feature or "").startswith(_SORTS)


def _together(found: list[tuple[Match, ...]]) -> tuple[Match, ...]:
    """The places of several names of a title: those that lie in a place of another name, or else of the first name."""
    everything = [match for hits in found for match in hits]
    for hits in found:
        if inside := tuple(match for match in hits if any(_is_said_in(match, outer) for outer in everything)):
            return inside
    return found[0] if found else ()


def _is_said_in(match: Match, outer: Match) -> bool:
    return lies_in(match, outer) and key(match.name) != key(outer.name)


_LONGEST_WORD = max(map(len, WORDS))
