"""Words that describe land and change nothing about where it is: "Kenya's arid north-east", "the porous border with Niger"."""

from __future__ import annotations

from geo.location.folded import GAP

WORDS = (
    "agricultural arid barren bleak coastal cold conservative contested deep dense disputed dry dusty empty ethnic "
    "fertile flat green harsh heavily hilly historic hot icy industrial inland isolated largely lawless leafy lonely long "
    "lush mainly marshy mostly neglected poor predominantly prosperous quiet remote restive rich rocky rugged "
    "rural sandy short snowy sparsely steep strategic swampy tense tribal tropical troubled unguarded urban vast volatile "
    "volcanic vulnerable wealthy wet wild windy wooded"
)
"""Those that no ending tells."""

DESCRIBED = (
    rf"(?:(?-i:(?:{'|'.join(WORDS.split())})(?![a-z-])|(?!(?:north|south|east|west|mid)-)[a-z]+-[a-z]+(?![a-z-])|"
    rf"[a-z]+(?:ous|ated|ested|aged|illed|olled)(?![a-z-])){GAP}){{0,2}}"
)
"""Pattern of up to two such words: those above, compounds with a hyphen ("oil-rich"), and what ends like "mountainous" or
"populated"."""
