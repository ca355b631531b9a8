"""Whether words beside an expression of time look ahead: "will meet on Sunday" is the next one, "met on Sunday" the last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.dating.words import GAP, MONTH, WEEKDAY

_G = GAP
_PLANS = (
    "plan|plans|planned|planning|agree|agrees|agreed|promise|promises|promised|vow|vows|vowed|pledge|pledges|pledged|intend|intends|"
    "intended|hope|hopes|hoped|expect|expects|expected|want|wants|prepare|prepares|preparing|threaten|threatens|threatened|propose|"
    "proposes|proposed|aim|aims|vowing|promising"
)
_COMING = (
    "opens?|begins?|starts?|goes|go|heads?|meets?|votes?|plays?|faces?|hosts?|visits?|arrives?|travels?|returns?|resumes?|expires?|"
    "ends|closes?|kicks?|leaves?|flies|fly|takes?|convenes?|elects?|reopens?|comes"
)
_NO_NOUN = "".join(rf"(?<!\b{word}\s)" for word in "the a an of its his her their this that for".split())
"""Behind these words a present is a noun: “slept in the open on Tuesday”, “the visit on Sunday”."""
_WHAT = rf"(?:{_G}(?:the|an?|its|his|her|their|this)(?:{_G}[\w’'-]{{1,20}}){{1,3}}?)?"
"""What is put off: “extended his detention until”."""
_FUTURE = (
    rf"(?:will|won['’]t|shall|should|would|may|might|must|(?:is|are){_G}to)(?!\w)(?!{_G}(?:not{_G})?have(?!\w))(?:{_G}(?:not|also|be|stay|remain|keep|get|then|now|again|soon|"
    rf"likely|probably|only|first|both|all|[a-z]{{2,12}}ly)){{0,3}}(?:{_G}[a-z]{{2,20}})?"
    rf"|(?:{_PLANS}){_G}to(?!\w)(?:{_G}be)?(?:{_G}[a-z]{{2,20}})?"
    rf"|(?:expected|scheduled|planned|slated|due|set|poised){_G}(?:for|on|in|at|back|next|by)(?!\w)"
    rf"|(?:expected|scheduled|slated|set|poised|supposed|likely|ready|going|about){_G}to(?!\w)(?:{_G}be)?(?:{_G}[a-z]{{2,20}})?"
    rf"|(?:is|are|was|were|be){_G}due{_G}to(?!\w)(?:{_G}be)?(?:{_G}[a-z]{{2,20}})?"
    rf"|(?:postponed|adjourned|deferred|rescheduled|(?:put|pushed)(?:{_G}[\w’'-]{{1,20}}){{0,3}}?{_G}(?:off|back))"
    rf"{_WHAT}{_G}(?:until|till|to)(?!\w)|(?:moved|shifted){_WHAT}{_G}to(?={_G}(?:\d{{1,2}}{_G})?(?:{MONTH}|{WEEKDAY}))|(?:delayed|extended|suspended|remanded){_WHAT}{_G}(?:until|till)(?!\w)"
    rf"|to{_G}be{_G}[a-z]{{2,20}}"
    rf"|ahead{_G}of|upcoming|forthcoming|no{_G}later{_G}than"
    rf"|{_NO_NOUN}(?:{_COMING})(?![\w-])"
)
_PAST = (
    r"(?!hundred|indeed|speed|need|feed|breed|seed|exceed|succeed|proceed)[a-z]{2,20}ed(?!\w)"
    r"|(?:said|says|say|was|were|had|met|told|went|came|took|left|fell|began|broke|held|shot|hit|struck|won|lost|beat|saw|found|made|"
    r"gave|brought|sent|spoke|drew|flew|fled|led|ran|stood|thought|fought|bought|caught|built|burnt|burned|cut|put|set|shut|sank|"
    r"swept|tore|threw|woke|wrote|rose|grew|heard|felt|kept|paid|read|sold|spent|became|did|got|knew|lay|blew|drove|rode|sat|shook|"
    r"drowned|died|been|has|have|slept|withdrew|overthrew|overran|hid|sought|dug|crept|swam|froze|chose|fed)(?!\w)"
)
_PRESENT = (
    rf"(?:is|are|remains?|stays?){_G}(?!(?:expected|scheduled|planned|slated|set|poised|supposed|due)(?!\w))"
    r"(?:[a-z]{2,20}ed|shut|open|held|kept|cut)(?!\w)"
)
_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<future>{_FUTURE})|(?P<present>{_PRESENT})|(?P<past>{_PAST}))|(?P<soon>['’]ll(?!\w))"
)
_AHEAD_BEFORE = re.compile(rf"(?<!\w)(?:ahead{_G}of|before|until|till){_G}(?:the{_G})?$", re.IGNORECASE)
_BACK_BEFORE = re.compile(rf"(?<!\w)(?:after|since|following){_G}(?:the{_G})?$", re.IGNORECASE)
REACH = 24
"""Code points before an expression in which those words stand."""

Cue = tuple[int, int, bool | None]
"""(start, end, whether it looks ahead) of a verb; None: it tells a state ("is closed")."""


def cues(text: str, first: int, last: int) -> list[Cue]:
    """The verbs of a sentence that say past or future, in text order."""
    looks = {"future": True, "soon": True, "present": None, "past": False}
    return [(m.start(), m.end(), looks[m.lastgroup]) for m in _CUE.finditer(text, first, last)]


def ahead(text: str, start: int, end: int, verbs: Sequence[Cue], clause: tuple[int, int]) -> bool | None:
    """Whether the expression `text[start:end]` looks ahead. None: nothing says so.

    The verb before it in its clause decides, then the one behind it there, then the nearest before and behind in the sentence.
    """
    low = max(0, start - REACH)
    if _BACK_BEFORE.search(text, low, start):
        return False
    if text[end : end + 1] in ("'", "’") and _AHEAD_BEFORE.search(text, low, start):
        return True
    before = [cue for cue in verbs if cue[1] <= start or cue[0] < start < cue[1]]
    behind = [cue for cue in verbs if cue[0] >= end]
    inside = [cue for cue in before if cue[0] >= clause[0]][-1:] or [cue for cue in behind if cue[1] <= clause[1]][:1]
    for cue in (*inside, *before[-1:], *behind[:1]):
        return cue[2]
    return None
