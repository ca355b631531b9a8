import pytest

from geo.dating.dateline import is_of_publication, is_printed

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
    "Ice closes port\nPublished\n[27 February 2022]\nShare",
]
TOLD = [
    "The wall fell [Feb 27] – and nobody saw it.",
    "The report was published [27 February 2022] in Kyiv.",
    "KYIV, [Feb 27] was cold.",
    "The report that was published\n[27 February 2022] is out.",
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


def test_a_day_of_print_may_have_a_word_before_it_where_its_line_ends_soon():
    line = "Last modified on Thu 3 Jul 2025 11.00 CEST\nA ferry sank."
    sentence = "Published on 3 July 2025, the report on the ferry was withdrawn a week later."
    assert is_printed(line, line.index("Thu"), line.index(" 11"))
    assert not is_printed(sentence, sentence.index("3 July"), sentence.index(","))
