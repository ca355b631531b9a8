"""What stands where an article should be: a paywall, a login, a consent form, a script. Told instead of read as news.

Each rule needs a short text besides its sign: pages that show a whole article often carry the same words in a corner. The
lengths are judgements, chosen so that a short piece of news passes; they were not fitted to a collection of pages.
"""

from __future__ import annotations

import re

from geo.web.answers import SAVE

SHORT = 600
"""Characters of text, about 100 words, below which a page holds no article if something tells why."""

TINY = 200
"""Characters of text, about 30 words, below which signs in the markup count too. Many good pages carry them for their forms."""

TEASER = 2000
"""Characters of text, about 330 words: what pages that ask for payment show of an article, at most."""

WHOLE = 0.7
"""Share of the words that a page counts in its article, above which the article is there: readers leave out captions."""

LOOKED_AT = 1_000_000
"""Characters of markup that are looked at."""

NOT_FREE = re.compile(
    r"[\"']isAccessibleForFree[\"']\s*:\s*[\"']?(?:https?://schema\.org/)?false"
    r"|itemprop=[\"']?isAccessibleForFree[\"']?\s+content=[\"']?false"
    r"|(?:property|name)=[\"']?article:content_tier[\"']?\s+content=[\"']?(?:locked|metered)",
    re.IGNORECASE,
)
"""schema.org's isAccessibleForFree in JSON-LD and microdata, and the tier that publishers tell social networks."""

WORD_COUNT = re.compile(r"[\"']wordCount[\"']\s*:\s*[\"']?(\d{1,6})", re.IGNORECASE)

SCRIPT_ONLY = re.compile(
    r"(?:enable|turn on|requires?|activate|without|aktivieren|activ(?:er|ez)|habilit\w{1,9}|включите)\W{1,9}"
    r"(?:\w{1,20}\W{1,9}){0,3}java\s?script"
    r"|java\s?script\W{1,9}(?:\w{1,20}\W{1,9}){0,4}"
    r"(?:disabled|required|enabled|enable|deaktiviert|désactivé|aktivieren|отключен)",
    re.IGNORECASE,
)
"""What pages say where scripts do not run, in English and a few words of German, French, Spanish, Italian and Russian."""

ROBOT_TITLE = re.compile(
    r"<title>\s*(?:just a moment|attention required|access denied|are you a robot|robot check|one more step|"
    r"verify(?:ing)? you are human)",
    re.IGNORECASE,
)
ROBOT_WORDS = re.compile(
    r"are you a robot|you are (?:a )?human|checking your browser|access (?:is )?denied|\bcaptcha\b", re.IGNORECASE
)
ROBOT_PART = re.compile(
    r"cf-challenge|challenge-platform|recaptcha|h-captcha|px-captcha|captcha-delivery", re.IGNORECASE
)
"""Titles, words and parts of the usual services that keep programs out."""

CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|before you continue|we value your privacy|\bGDPR\b|\bDSGVO\b", re.IGNORECASE
)
CONSENT_TIMES = 3
"""How often these words stand in a short text that is about nothing else."""

CONSENT_PLACE = re.compile(r"https?://(?:consent|guce|myprivacy|privacy)\.|/(?:consent|cookie-?wall)\b", re.IGNORECASE)
LOGIN_PLACE = re.compile(
    r"https?://(?:login|signin|auth|accounts?|sso)\.|/(?:log-?in|sign-?in|register|subscribe)\b", re.IGNORECASE
)
"""Where redirections lead in place of the article."""


def wall(markup: str, text: str, address: str = "") -> str | None:
    """Why the text that was taken from a page is not its article. None: nothing tells against it.

    `markup` is the whole page, `text` what a reader took for the article, empty where it found none, `address` where it came
    from.
    """
    markup = markup[:LOOKED_AT]
    if _is_teaser(markup, text):
        return f"only the beginning is free, the rest is behind a paywall; {SAVE} if you have a subscription"
    if len(text) >= SHORT:
        return None
    tiny = len(text) < TINY
    if CONSENT_PLACE.search(address) or len(CONSENT.findall(text)) >= CONSENT_TIMES:
        return f"asks for consent to cookies before it shows the article; {SAVE}"
    if LOGIN_PLACE.search(address):
        return f"asks for a login before it shows the article; {SAVE}"
    words = markup if tiny else text
    if ROBOT_TITLE.search(markup) or ROBOT_WORDS.search(words) or (tiny and ROBOT_PART.search(markup)):
        return f"shows programs a check for robots in place of the article; {SAVE}"
    if SCRIPT_ONLY.search(words):
        return f"shows its text only where scripts run; {SAVE}"
    return None


def _is_teaser(markup: str, text: str) -> bool:
    if not NOT_FREE.search(markup):
        return False
    counted = max(map(int, WORD_COUNT.findall(markup)), default=0)
    return len(text.split()) < WHOLE * counted if counted else len(text) < TEASER
