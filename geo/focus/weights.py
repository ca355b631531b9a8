"""The few numbers of the focus, as `python -m geo.training.fit_focus` prints them.

They are learnt on the part of `tests/gold/focus.jsonl` that is marked "learn"; how well they do on the rest: docs/focus.md.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

Level = Literal["country", "adm1", "place"]

FEATURES = (
    "first",  # belief that the first mention of the text lies in it; half, where another is named in the same breath
    "lead",  # its part of the locations in the first lines
    "local",  # belief in a location below division, no capital: a town, a lake, a site
    "headline",  # its part of what the headline names, countries apart
    "dateline",  # belief that the dateline names it, of a large town: a correspondent may sit there
    "away",  # its part of the locations that something comes from or goes to
)
"""The columns of the evidence for each option: numbers from 0 to 1."""

NONE_FEATURES = (
    "above_first",  # belief that the text first names what is no option: the country itself, where divisions are weighed
    "rivals",  # how often the second option is named, of the times that the first is
    "side_by_side",  # 1 where the first two options are named in one breath
)
"""What speaks for none of the options, from 0 to 1."""

OPTION: dict[str, float] = {
    "first": 2.33,
    "lead": 2.31,
    "local": 1.39,
    "headline": 2.37,
    "dateline": 2.9,
    "away": -0.57,
}
NONE: dict[str, float] = {"above_first": 3.38, "rivals": 0.88, "side_by_side": 2.59}
NONE_AT: dict[Level, float] = {"country": 0.13, "adm1": -0.91, "place": -0.22}
"""How much an option, or "none", gains in log-odds when its feature rises by 1; and what "none" begins with on each level."""

FOR_OPTION = np.array([OPTION[feature] for feature in FEATURES])
FOR_NONE = np.array([NONE[feature] for feature in NONE_FEATURES])
