"""A stand-in for the model: every word with a capital belongs to a name.

It finds more mentions than any model would, and with it the rest of the pipeline can be driven hard and fast.
"""

import numpy as np

from geo.recognition.tagger import BEGIN, INSIDE, OUTSIDE, Tagged
from geo.recognition.words import LOWER, NO_CASE, split


class CapitalTagger:
    """Sure of itself: each run of capitalised words is one mention."""

    def about(self) -> dict[str, str]:
        return {"file": "none", "sha256": ""}

    def tag(self, text: str) -> Tagged:
        words = split(text)
        tags = np.zeros((len(words), 3), dtype=np.float32)
        before = False
        for number, word in enumerate(words):
            named = word.case not in (LOWER, NO_CASE)
            tags[number, (INSIDE if before else BEGIN) if named else OUTSIDE] = 1.0
            before = named
        nothing = np.zeros(len(words), dtype=np.float32)
        return Tagged(words, tags, nothing, nothing.astype(bool))
