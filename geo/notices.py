"""What the reader of a story should be told before they trust it."""

from __future__ import annotations

from geo.recognition.language import ENGLISH
from geo.types import Language, Story

WITHOUT = "without adjectives and peoples, and lesser known places may be missing"
"""What is found in English only."""

WORTH_TELLING = 0.1
"""Part of an English text that must be in another language; a quoted sentence is no reason for a notice."""


def notices(story: Story) -> tuple[str, ...]:
    """One sentence where the text, or much of it, is not English. The words are ours and the library's, never the text's."""
    others = [language for language in story.languages if language.code != ENGLISH]
    if not others:
        return ()
    main = story.languages[0]
    if main.code != ENGLISH:
        return (f"seems to be in {main.name}; {_how(story, main)}",)
    told = [language for language in others if language.share >= WORTH_TELLING]
    names = " and ".join(language.name for language in told)
    return (f"seems to be partly in {names}; there {_how(story, told[0])}",) if told else ()


def _how(story: Story, language: Language) -> str:
    if any(char.isupper() for char in story.article.text):
        return f"names are found by the gazetteer only, {WITHOUT}"
    return f"its script has no capitals to tell names by, so hardly any place is found in {language.name}"
