import pytest

from geo.reading.lines import HYPHEN, Line, joined


def column(*texts, left=60.0, width=400.0, size=11.0, leading=14.0):
    """Lines below each other, as wide as their letters; an empty one leaves a gap."""
    lines = []
    for row, text in enumerate(texts):
        if text:
            right = left + min(width, 5.2 * len(text))
            top = 780 - row * leading
            lines.append(Line(text, left=left, right=right, top=top, bottom=top - size, height=size))
    return lines


LONG = "Talks were held in the Gomel Region of Belarus, close to the border with its neighbour, and"


def test_no_lines_are_no_text():
    assert joined([]) == ""


def test_a_name_over_two_lines_is_in_one_piece():
    assert joined(column(f"{LONG} New", "York heard of it.")) == f"{LONG} New York heard of it."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([f"in Ukrai{HYPHEN}ne on"], "in Ukraine on"),
        ([f"the Belarus{HYPHEN}Ukraine border"], "the Belarus-Ukraine border"),
        (["in Ukrai-", "ne on"], "in Ukraine on"),
        (["in Ukrai\u00ad", "ne on"], "in Ukraine on"),
        (["the Belarus-", "Ukraine border"], "the Belarus-Ukraine border"),
        (["they left -", "and came back"], "they left - and came back"),
        ([f"cut off{HYPHEN}"], "cut off-"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_whole_again(lines, expected):
    assert joined([Line(line) for line in lines]) == expected


def test_a_larger_gap_ends_a_paragraph():
    assert joined(column(LONG, "so on.", "", f"{LONG} so on", "it went.")).count("\n\n") == 1


def test_a_gap_in_a_sentence_that_must_go_on_does_not():
    assert "\n" not in joined(column(LONG, "officials of the", "", "Gomel Region said so."))


def test_a_short_last_line_of_a_sentence_ends_a_paragraph():
    assert joined(column(LONG, "so it ended.", LONG)) == f"{LONG} so it ended.\n\n{LONG}"


def test_an_indented_line_after_a_sentence_begins_a_paragraph():
    lines = column(f"{LONG[:-5]}.") + [Line(LONG, left=75, right=460, top=766, bottom=755, height=11)]
    assert "\n\n" in joined(lines)


def test_larger_letters_are_a_paragraph_of_their_own():
    headline = Line("Talks begin in the Gomel Region of", left=60, right=480, top=800, bottom=782, height=18)
    assert joined([headline, *column(LONG)]) == f"{headline.text}\n\n{LONG}"


def test_a_subheading_stands_alone():
    assert joined(column(LONG[:-4], "Background", LONG)).endswith(f"\n\n{LONG}")


def test_a_narrow_column_is_not_measured_by_a_wide_one():
    wide = [Line(LONG, left=60, right=540, top=780 - 14 * row, bottom=769 - 14 * row, height=11) for row in range(3)]
    narrow = column("Residents of Mozyr, a town on the Pripyat", "River, said so.", left=320, width=200)
    assert "Pripyat River" in joined([*wide, *narrow])


def test_entries_of_a_list_stand_alone():
    assert joined(column("• Minsk", "• Gomel", "2. Kyiv")) == "• Minsk\n\n• Gomel\n\n2. Kyiv"


def test_the_next_column_goes_on_with_the_sentence():
    assert "\n" not in joined(column(LONG, LONG) + column("Gomel went on", left=320))


def test_a_nul_that_a_font_maps_to_is_no_nul_in_the_text():
    assert joined([Line("Min\0sk")]) == "Min\ufffdsk"


def test_the_head_of_a_page_whose_foot_was_drawn_first_is_a_paragraph_of_its_own():
    foot = Line("Rural Water Programme", left=60, right=190, top=40, bottom=29, height=11)
    head = Line("Floods in Gomel", left=60, right=150, top=815, bottom=804, height=11)
    assert joined([foot, head]) == "Rural Water Programme\n\nFloods in Gomel"


@pytest.mark.parametrize(("text", "left"), [("the next column", 310.0), ("العمود التالي", -190.0)])
def test_a_sentence_goes_on_in_the_next_column(text, left):
    last = Line("and it goes on in", left=60, right=280, top=60, bottom=49, height=11)
    assert "\n" not in joined([last, Line(text, left=left, right=left + 220, top=760, bottom=749, height=11)])
