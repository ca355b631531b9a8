"""A name is a place throughout an article, or nowhere: what the tagger says of a word is heard with what it says of the others.

"Georgia" beside a surname tells what the bare "Georgia" two paragraphs on is. Gale, Church and Yarowsky 1992 found one sense
per discourse to hold for 98 % of words; a word keeps a voice of its own, for beside Paris Hilton there is Paris.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from geo.recognition.tagger import BEGIN, INSIDE, OUTSIDE, Tagged
from geo.recognition.words import LOWER, NO_CASE

OTHERS = 0.65
"""Weight of the article's mean against the word's own log odds. On held-aside news .5 to .8 are alike, and .8 points of F1
better than none."""

DOUBT = 1.2
"""Odds by which a word must be likelier a name than not. The tagger learnt from sets that mark more and from such as mark
less, and over all the held-aside news F1 is best a little above even odds."""

_SURE = 0.001
"""Probabilities nearer to 0 or 1 count as this: one voice alone does not outweigh all others."""


def agreed(text: str, tagged: Tagged) -> Tagged:
    """The tags after every capitalised word has heard the others that are spelt alike, but for case."""
    named = np.clip(1.0 - tagged.tags[:, OUTSIDE].astype(np.float64), _SURE, 1.0 - _SURE)
    odds = np.log(named / (1.0 - named) / DOUBT)
    alike: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(tagged.words):
        if word.case not in (LOWER, NO_CASE):
            alike[text[word.start : word.end].casefold()].append(index)
    for indices in alike.values():
        odds[indices] += OTHERS * (odds[indices].mean() - odds[indices])
    named = 1.0 / (1.0 + np.exp(-odds))
    begins = tagged.tags[:, BEGIN] / np.maximum(tagged.tags[:, BEGIN] + tagged.tags[:, INSIDE], 1e-9)
    return tagged._replace(tags=np.stack([1.0 - named, named * begins, named * (1.0 - begins)], axis=1))
