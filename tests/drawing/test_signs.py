"""What a card says of what people have said."""

from dataclasses import replace

from geo.drawing.signs import sign
from geo.types import Mention

KYIV = Mention(0, 4, "Kyiv")


def test_a_mention_that_nobody_looked_at_has_no_sign():
    assert sign(KYIV) == ""


def test_verified_and_flagged_mentions_are_told_apart_by_words_too():
    verified, flagged = sign(replace(KYIV, state="verified")), sign(replace(KYIV, state="flagged"))
    assert verified.startswith("✓ Looked at") and flagged.startswith("⚑ Flagged")
