from geo.metadata.opening import HEAD, MOST_LINES, headline_end, opening
from geo.types import Article

BODY = "The port was closed. " * 12


def test_a_first_line_on_its_own_is_the_headline_unless_it_is_a_sentence():
    assert headline_end(Article(f"Ice closes port\n\n{BODY}")) == len("Ice closes port")
    assert headline_end(Article(f"Ice closed the port.\n\n{BODY}")) == headline_end(Article(BODY)) == 0


def test_a_first_line_right_above_a_paragraph_is_the_headline_but_not_one_of_lines_broken_by_hand():
    assert headline_end(Article(f"Ice closes port\n{BODY}")) == len("Ice closes port")
    assert headline_end(Article("Ice closes the port of the\nTown for weeks to come\n" * 9)) == 0
    assert headline_end(Article(f"Ice closes the port of\nthe town. {BODY}")) == 0


def test_a_title_is_the_headline_where_the_text_begins_with_it_as_a_line():
    assert (
        headline_end(Article(f"Ice.\r\n{BODY}", title="Ice.")) == headline_end(Article("Ice. \n", title=" Ice. ")) == 4
    )
    assert headline_end(Article(f"Ice. {BODY}", title="Ice.")) == headline_end(Article("Ice.", title="Ice.")) == 0


def test_the_opening_goes_to_the_first_paragraph_and_leaves_out_what_is_not_of_the_article():
    text = f"Home | News | Sport\n\nIce closes port\nBy Jane Doe\nPhoto: AFP\n{BODY}\nThe end"
    assert opening(text) == (("Ice closes port", "By Jane Doe", BODY.strip()), False)
    assert opening("Ice\n\nIt is cold.") == (("Ice", "It is cold."), True)


def test_the_opening_is_short_whatever_the_text():
    assert len(opening("Ice\n" * 99).lines) == MOST_LINES
    assert opening("x" * 9999).lines == ("x" * HEAD,) and opening("") == ((), True)
