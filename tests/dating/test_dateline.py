import pytest

from geo.dating.dateline import is_of_publication

PUBLICATION = [
    "KYIV, [Feb 27] (Example Wire) – Ukraine is cut off.",
    "ADRÉ, Chad, [June 20, 2023] — The hospital is full.",
    "[Feb 27] (Example Wire) -- Ukraine is cut off.",
    "A headline\n\nNEW YORK, [Feb. 27] /Example/ -- Shares fell.",
    "date [2022-02-27] Moscow: Talks.",
    " date [2022-02-27] Moscow: Talks.",
    "\n  KYIV, [Feb 27] (Example Wire) – Ukraine is cut off.",
    "GAZA CITY (Example Wire), [Sept 17] – Tanks moved in.",
    "Published: [27 February 2022]",
    "Last updated on [27 February 2022], Kyiv",
    "© [27 February 2022]",
]
TOLD = [
    "The wall fell [Feb 27] – and nobody saw it.",
    "The report was published [27 February 2022] in Kyiv.",
    "KYIV, [Feb 27] was cold.",
    "x" * 500 + " [Feb 27] – x",
    "\n" + "A " * 40 + "[Feb 27] – x",
]


def of_publication(marked: str) -> bool:
    start, end = marked.index("["), marked.index("]") - 1
    return is_of_publication(marked.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize("text", PUBLICATION)
def test_a_day_in_a_dateline_or_line_of_print_is_that_of_the_publication(text):
    assert of_publication(text)


@pytest.mark.parametrize("text", TOLD)
def test_another_day_is_told(text):
    assert not of_publication(text)
