"""Lines that say themselves that they are not of the article, by the words that they begin with or consist of.

The words are those that news pages have in common, not those of one outlet. They are asked of a line as a whole, so that
"Read more slowly, the teacher said" and "Follow the road to Kyiv" stay: what may begin a sentence has to be followed by
a colon, by nothing at all, or by what no article says of itself.
"""

from __future__ import annotations

import re

LINK = "a link to another story"
CAPTION = "a caption or a photo credit"
NAVIGATION = "navigation of the page"
CALL = "a call to subscribe, follow or share"
COOKIES = "a notice about cookies"
COPYRIGHT = "a copyright notice"
REPORTERS = "who reported and edited it"
PUBLISHED = "a note on how it was published"
ADVERTISEMENT = "the mark of an advertisement"
COMMENTS = "about comments"
TAGS = "a list of tags"
HEADLINES = "a list of other headlines"
REPEATED = "a line that every page has"

_SEPARATOR = r"(?:\s*[:|»›…]|\s+[–—>-])"
"""Between "Also read" and a headline. A hyphen with no space before it is part of a word: "Related-party deals"."""

_PICTURE = (
    r"(?:photo(?:graph|graphy)?s?|pictures?|pics?|images?|illustrations?|graphics?|screen(?:shot|grab)s?"
    r"|fotos?|bild|фото)"
)
_STOCK = r"(?:file|stock|archive|handout|representational|representative|undated)"
_PLATFORM = (
    r"(?:twitter|x|facebook|instagram|telegram|whatsapp|youtube|linkedin|tiktok|threads|bluesky|mastodon|reddit|pinterest"
    r"|snapchat|viber|flipboard|google\snews|e-?mail|print|copy\slink|messenger|tumblr)"
)
_ITSELF = r"(?:this|the)\s(?:article|story|report|post|piece|column|interview|page|content)"

_AGENCY = (
    r"(?-i:AP|AFP|EPA|EFE|DPA|dpa|ANSA|TASS|RIA|PTI|ANI|AAP|UPI|REUTERS|Reuters|Getty(?:\sImages)?|Shutterstock|Alamy|iStock"
    r"|Bloomberg|Anadolu|Xinhua)"
)
_PERSON = r"(?-i:[^\W\d_a-z][\w.'’-]{0,20}(?:\s[^\W\d_a-z][\w.'’-]{0,20}){1,3})"
_SIGNING = (
    rf"(?:{_AGENCY}|(?-i:Al\sJazeera|Agence\sFrance-Presse|(?:The\s)?Associated\sPress|BBC|News\sAgencies|(?:news\s)?agencies))"
    rf"(?:(?:,\s(?:and\s)?|\sand\s|/|\s&\s)(?:{_AGENCY}|(?-i:Agence\sFrance-Presse|(?:the\s)?Associated\sPress|(?:news\s)?agencies))){{0,4}}"
)
"""Agencies and nothing else: "With Agence France-Presse and Reuters"."""
_NAMES = (
    r"(?-i:(?:(?:[^\W\d_a-z][\w.'’-]{0,30}|in|and|by|at|from|of|the|with|for|de|van|reporting|editing|writing)"
    r"(?:[\s,;&/()]+|$))+)"
)
"""Nothing but names and the small words between them, so that a sentence is none: "Reporting by Amnesty showed"."""

CREDITED = (
    rf"(?:{_AGENCY}(?:\s(?:file\s)?photo)?\s?/\s?{_PERSON}|{_PERSON}\s?/\s?{_AGENCY}|{_AGENCY}\s(?:file\s)?(?:photo|images?)"
    rf"|{_AGENCY}\s?/\s?Getty\sImages)(?:\s?(?:/|via)\s?(?:{_AGENCY}|{_PERSON})){{0,3}}"
)
"""A photographer and an agency: "AP Photo/Jane Doe", "Jane Doe/Reuters". Agencies alone sign articles."""

_BEGINNINGS: dict[str, tuple[str, ...]] = {
    LINK: (
        rf"(?:also|must)[\s-]read(?:{_SEPARATOR}.*)?",
        rf"read\s(?:also|more|next|(?:the\s)?full\s(?:story|article|report))(?:[.!]|{_SEPARATOR}.*)?",
        r"also\sread\s(?-i:[^\W_a-z]).*(?<![.!?])",
        r"read\smore\s(?:about|on|at|from|in\sour|here|of\sour)\b[^.!?]{0,120}[.!]?",
        rf"related(?:\s(?:story|stories|articles?|news|reading|coverage|links?|content|videos?|posts?))?(?:{_SEPARATOR}.*)?",
        rf"see\salso(?:{_SEPARATOR}.*)?",
        rf"(?:more\son\sthis(?:\s(?:story|topic))?|more\s(?:stories|news)|recommended(?:\sreading|\sfor\syou)?){_SEPARATOR}.*",
        rf"(?:don['’]t\smiss|you\s(?:may|might)(?:\salso)?\s(?:like|be\sinterested\sin)|further\sreading)(?:{_SEPARATOR}.*)?",
        r"(?:continue|keep)\sreading(?:\s(?:here|below|the\smain\sstory|(?:our|this|the)\s.{1,60}))?|(?:read\s)?full\sstory",
        rf"(?:lesen\ssie\sauch|mehr\szum\sthema|(?:à\s)?lire\saussi|lea\s(?:también|además|más)|le\spuede\sinteresar"
        rf"|leia\s(?:também|mais)|leggi\sanche|lees\sook|läs\sockså|les\sogså|czytaj\s(?:też|także)|čtěte\stake"
        rf"|читайте\s(?:также|також|ещё|ще))(?:{_SEPARATOR}.*)?",
    ),
    CAPTION: (
        rf"(?:(?:file|stock|archive|handout|featured|cover|lead|top|main)\s)?{_PICTURE}(?:\s(?:credits?|source|caption|copyright"
        r"|courtesy(?:\sof)?|by))?\s?[:/|©]\s*\S.*",
        rf"(?:{_PICTURE}|video|media)\s(?:credits?|source|caption|copyright|courtesy(?:\sof)?|by)"
        r"(?:,\s.+|\s(?-i:[^\W\d_a-z]|©|@).*)?",
        rf"{_STOCK}\s(?:photo(?:graph)?|image|picture|pic)(?:\b.*)",
        r"(?:credits?|caption|pictured(?:\s(?:above|below|left|right))?|photographer|crédits?\sphoto|bildquelle|quelle)\s?:\s.+",
        CREDITED,
        r"getty\simages|shutterstock|(?:hide|toggle)\scaption|enlarge(?:\s(?:this\s)?image)?|image\s\d{1,3}\sof\s\d{1,3}",
        rf"(?-i:FILE)\s[-–—]\s.*|\d{{1,3}}\sof\s\d{{1,3}}\s?[|].*|\d{{1,3}}/\d{{1,3}}\]\s.*\b{_AGENCY}/.*|view\simage\sin\sfullscreen",
    ),
    NAVIGATION: (
        r"skip\sto\s(?:the\s)?(?:main\s)?(?:content|navigation|menu|search|footer|sections?|article)|skip\snavigation",
        r"(?:back|return|go)\sto\s(?:the\s)?(?:top(?:\sof\s(?:the\s)?page)?|home\s?page)",
        r"toggle\s(?:navigation|menu|search)|(?:show|load|see|view)\s(?:more|all|gallery)|(?:next|previous)\s(?:article|story|post)",
        r"(?:privacy|cookie|editorial)\s(?:policy|notice|statement|settings)|terms(?:\s(?:and|&)\sconditions|\sof\s(?:use|service))",
        r"(?:contact|about)\sus|advertise(?:\swith\sus)?|site\s?map|accessibility(?:\s(?:help|statement|links))",
        r"(?:log|sign)\s?in(?:\s?(?:/|or|\|)\s?(?:register|sign\sup|subscribe))?|my\saccount|create\s(?:an|your)\saccount",
        r"(?:reading\stime:?\s)?\d{1,3}[\s-]min(?:ute)?s?\sread|reading\stime:?\s\d{1,3}\smin(?:ute)?s?|page\s\d{1,4}\sof\s\d{1,4}",
        r"(?:please\s)?(?:enable|turn\son)\sjavascript.*|javascript\s(?:is|must|needs)\s.*|your\sbrowser\s(?:does|is|can)\s?not\s.*",
        r"(?:this\s)?video\s(?:can(?:\s?not|['’]t)\sbe\splayed|is\s(?:unavailable|loading)).*",
        r"(?:report|spotted|found)\san?\s(?:typo|error)\b.{0,60}|copy\slink|do\snot\ssell\smy\s.{0,60}",
    ),
    CALL: (
        r"subscribe(?:\s(?:now|today|here|free|for\sfree))*[!.]?",
        r"subscribe\s(?:to|for|now|today|and|via|from|on)\b(?=.*\b(?:newsletters?|e-?mails?|channels?|podcasts?|updates?|alerts?"
        r"|youtube|access|digital|edition|magazine|our|briefings?|inbox|month|week|free|telegram|whatsapp)\b).*",
        r"sign[\s-]?up\b(?=.*\b(?:newsletters?|inbox|e-?mails?|alerts?|updates?|briefings?|free|account|here|digest)\b).*",
        r"sign\sup[!.]?",
        r"(?:get|receive|want|never\smiss|stay|enjoy|keep\sup)\b(?=.*\b(?:newsletters?|inbox|notifications|(?:e-?mail|news)\salerts"
        r"|our\sapp|free\sapp|(?:breaking|latest)\snews|our\sreporting)\b).*",
        r"(?:download|get|try|install|open)\s(?:our|the|it)\b(?=.*\bapps?\b).*|(?:our|the)\sapp\sis\s(?:now\s)?available\b.*",
        rf"follow\s[^,.;:]{{1,60}}\s(?:on|at|via)\s(?:our\s)?{_PLATFORM}\b.{{0,120}}|(?:follow|join|like)\s(?:us|@\w+)\b.{{0,120}}",
        rf"(?:find|connect\swith|add|message|watch)\s(?:us|our\s\w+)\s(?:on|at|via)\s(?:our\s)?{_PLATFORM}\b.{{0,120}}",
        rf"share\s(?:this|via|on|to)\s?(?:article|story|page|post|on|via|with|{_PLATFORM}|,|\sand\s|\s)*[:!.]?",
        r"share\s(?:article|story|link|page)|share\s?:.*",
        rf"(?:(?:share|tweet|follow|like|and|or|on|{_PLATFORM})[\s|,/•·:]*){{2,20}}",
        r"(?:click|tap)\s(?:here|below|on\sthe\s(?:link|image|photo))\b.*",
        r"(?:for\smore|to\s(?:read|see|learn|find\sout|contact|report|donate)|if\syou|have\syou|do\syou|got|want)\b"
        r".*\b(?:visit\s(?:our|www|http)|e-?mail\sus|contact\sus|our\snewsletter|get\sin\stouch)\b.*|get\sin\stouch\b.*",
        r"to\s(?:suggest|report|request)\san?\s(?:correction|error|clarification)\b.{0,80}|.{0,20}highlight\s(?:the|this)\stext\sand\s.{0,60}",
        r"get\snotified\s(?:on|about|when|by|of)\b[^.]{0,60}|join\sour\s.{0,30}\b(?:channel|community|group|list)\b.{0,60}|enter\syour\se-?mail.{0,40}|thank\syou\sfor\ssubscribing.{0,20}|by\ssigning\sup\b.{2,120}",
        r"(?:free\s)?(?:daily\s|weekly\s)?(?:e-?mail\s)?newsletters?|(?:skip\spast|after)\snewsletter\spromotion|privacy\snotice\s?:.*",
        r"(?:are\syou\sin\s.{2,40}\?|have\syou\sbeen\s.{2,80}\?)(?:\s(?:share|tell|get\sin\stouch|e-?mail|contact|write)\b.*)?",
        r"if\syou\s(?:like|value|appreciate)\s(?:what\swe|our|this)\b.*|you\scan\ssupport\s.{2,40}\shere[.!]?",
        r"support\s(?:our|independent|quality|local|free)\s(?:journalism|newsroom|reporting|press)\b.*",
        r"become\sa\s(?:member|subscriber|supporter|patron)\b.*|donate(?:\s(?:now|today|here))?[!.]?",
        r"already\s(?:a\s(?:subscriber|member)|subscribed|registered|have\san\saccount)\b.*",
        rf"{_ITSELF}\sis\s(?:for|only\s(?:for|available\sto)|exclusive\sto|reserved\sfor|available\sto)\s(?:our\s)?(?:paying\s)?"
        r"(?:subscribers|members).*",
        rf"listen(?:\sto)?\s(?:{_ITSELF}\b.*|article|\d{{1,3}}\smin.{{0,8}})|(?:gift|save|bookmark|print|e-?mail|rate|copy)\s{_ITSELF}",
    ),
    COOKIES: (
        r"(?:we\b|this\s(?:site|website|page)|our\s(?:site|website|partners)|by\s(?:continuing|using|clicking|accepting)|accept"
        r"|reject|manage|allow|decline|cookie|your\s(?:privacy|cookie)|please\s(?:enable|accept|allow))(?=.*\bcookies?\b)"
        r"(?=.*\b(?:use|uses|using|accept|reject|allow|decline|consent|agree|policy|preferences|settings|manage|store)\b).*",
        r"(?:accept|reject|allow|decline)\s(?:all(?:\scookies)?|cookies)",
    ),
    COPYRIGHT: (r"(?:©|\(c\)|c\)|copyright\b|™).{0,100}\b(?:19|20)\d\d\b.*|(?:©|copyright\s(?:©|\(c\)|by)).*",),
    REPORTERS: (
        rf"with\s{_SIGNING}|sources?\s?:\s{_SIGNING}|\(c\)\s{_AGENCY}",
        rf"(?:(?:additional|further|with|other|original)\s){{0,2}}(?:reporting|writing)\sby\s{_NAMES}\.?",
        rf"(?:edited|editing|compiled|translated|fact-?checked)\sby:?\s{_PERSON}(?:[,;\s]+{_NAMES})?",
        rf"with\s(?:agency\s)?(?:inputs?|reporting|files|additional\sreporting|material|agencies)\s(?:from|by)\s"
        rf"(?:agencies\b|wires\b|{_NAMES}).{{0,60}}(?<!\.)",
    ),
    PUBLISHED: (
        rf"{_ITSELF}\s(?:(?:was|has\sbeen|had\sbeen|is|has)\s)?(?:originally|first|previously|also)\s(?:been\s)?(?:published|appeared"
        r"|posted|printed|run)\b.*",
        r"this\s(?:article|story|report|post|content)\s(?:(?:was|has\sbeen|is)\s)(?:republished|syndicated|reprinted|automatically"
        r"|auto-generated|generated|translated|updated|corrected|published\s(?:from|with|under)|produced\sby)\b.*",
        rf"(?:except\sfor\sthe\sheadline,?\s)?{_ITSELF}\shas\snot\sbeen\sedited\b.*|an?(?:other)?\sversion\sof\s{_ITSELF}\s.*",
        r"re(?:published|printed)\s(?:from|with|by|under)\s[^,]{2,100}|(?:originally|first)\spublished\s(?:in|on|by|at)\s[^,]{2,60}(?<!\.)",
        r"the\spost\s(?-i:[^\W_a-z]|[\"“‘']).{3,200}\s(?:appeared\sfirst|first\sappeared)\son\s(?-i:[^\W_a-z]).{1,60}",
        r"last\s(?:updated|modified|edited)\b[^.]{0,60}(?:\.\d\d)?[^.]{0,10}|this\slive\s(?:page|blog)\s(?:is|has)\s.{2,40}",
        r"(?:the\s)?(?:views|opinions)\s(?:and\sopinions\s)?expressed\s(?:here|in\sthis|are|do|by)\b.*|our\sstandards\s?:.*",
        rf"(?:re-?use|republish|purchase\slicensing|licen[cs]e)\s(?:rights|content|{_ITSELF})|editor['’]?s\snote\s?:\s{_ITSELF}\b.*",
        r"this\sis\sa\s(?:developing|breaking)\s(?:news\s)?story\b.*|(?:please\s)?check\sback\s(?:later\s)?for\s(?:more\s)?updates\b.*",
    ),
    ADVERTISEMENT: (
        r"(?:advertisements?|advertising|advert|ads?|sponsored(?:\s(?:content|post|by\s.{2,40}))?|promoted(?:\scontent)?"
        r"|paid\s(?:content|post|partnership)|skip\sad(?:vert(?:isement)?)?|remove\sads|report\sthis\sad|anzeige|werbung"
        r"|publicité|publicidad|pubblicità|реклама)(?:\W+(?:continue|scroll|story|article|content|skip)\b.{0,40})?",
        r"(?:story|article|content|text)\scontinues\s(?:below|after)\b.{0,40}",
        r"scroll\s(?:down\s)?(?:to|for)\s(?:continue|more|keep\sreading)\b.{0,40}",
        r"(?:continue\sreading|read\son)\s(?:below|after)\s(?:the|this)?\s?(?:advert|ad\b|video).{0,30}",
    ),
    COMMENTS: (
        r"(?:\d[\d,.]{0,8}|view|show|hide|read|see|post|leave|add|write)\s(?:(?:all|an?|your|the|\d[\d,.]{0,8})\s){0,2}comments?"
        r"(?:\s?\(\d{1,6}\)|\s(?:here|below))?|no\scomments(?:\syet)?",
        r"comments?\s?(?:\(\d[\d,.]{0,8}\)|:?\s\d[\d,.]{0,8}|are\s(?:closed|off|disabled|moderated).*|policy|section)|comments",
        r"(?:be\sthe\sfirst\sto\s(?:comment|reply)|join\sthe\s(?:conversation|discussion|debate)|have\syour\ssay"
        r"|leave\sa\s(?:reply|comment))\b.{0,120}",
        r"(?:what\sdo\syou\sthink|have\ssomething\sto\ssay|let\sus\sknow|tell\sus|share\syour)\b.*\bcomments?\b.*",
        r"(?:\d[\d,.]{0,8}[km]?\s(?:shares?|likes?|views?|replies|reactions|retweets|reads|comments?)[\s|,•·]*){1,5}",
    ),
    TAGS: (
        r"(?:tags?|tagged(?:\s(?:with|as|in))?|(?:related\s)?topics?|(?:key|search\s)words?|filed\s(?:under|in)|categor(?:y|ies)"
        r"|posted\s(?:in|under)|in\sthis\sstory|labels?|hashtags?|more\son|теги|schlag(?:wörter|worte)|themen|mots[\s-]clés"
        r"|etiquetas)\s?[:|]\s?.{1,300}(?<![.!?])",
        r"filed\sunder\s.{2,100}(?<![.!?])|(?:#\w{2,40}[\s,]*){2,40}",
    ),
}
"""Regular expressions of whole lines by what they are, asked in this order; case does not matter. Lines are bounded, and no
repetition can match the same words in two ways, so that none takes long."""

_ENDINGS = (
    ("here", re.compile(r".{0,150}\b(?:click|tap)\shere[.!]?", re.IGNORECASE), CALL),
    ("reserved", re.compile(r".{0,200}\ball\srights\sreserved\b.*", re.IGNORECASE), COPYRIGHT),
    (
        "may not be",
        re.compile(r".{0,60}\bmay\snot\sbe\s(?:published|reproduced|copied),?\s.*", re.IGNORECASE),
        COPYRIGHT,
    ),
    (
        "contributed",
        re.compile(
            rf"{_NAMES}contributed\s(?:to\sthis\s(?:report|story|article)|(?:additional\s)?reporting)\b.{{0,60}}",
            re.IGNORECASE,
        ),
        REPORTERS,
    ),
)
"""What is told by a line's end, each with a word that it has: looked for in every line, the patterns would take long."""

_LATER = re.compile(
    r"(?:more|watch|video|listen|podcast|read|in\spictures|gallery|now\sread|also\sin\sthe\snews)\s?[:|]\s.{8,}(?<![.])"
    r"|(?:watch|listen|read|see)\s?[:|–-]?\s(?:the\s|our\s)?(?:video|live\sblog|podcast|gallery|full\s(?:interview|report|list"
    r"|statement|text|coverage))\b.{0,80}(?<![.])",
    re.IGNORECASE,
)
"""Links too, but not in the first line: there it is the article's own headline."""

_GROUPS = {f"r{number}": reason for number, reason in enumerate(_BEGINNINGS)}
_WHOLE = re.compile(
    "|".join(f"(?P<{group}>{'|'.join(_BEGINNINGS[reason])})" for group, reason in _GROUPS.items()), re.IGNORECASE
)


def reason_of(words: str, *, first: bool) -> str | None:
    """Why a line is not of the article, by its words alone. None: they do not say. `first`: no line stands above it."""
    if found := _WHOLE.fullmatch(words):
        return _GROUPS[found.lastgroup or ""]
    small = words.lower()
    for word, pattern, reason in _ENDINGS:
        if word in small and pattern.fullmatch(words):
            return reason
    return LINK if not first and _LATER.fullmatch(words) else None
