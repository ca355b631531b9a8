from geo.boilerplate.lines import LONGEST, lines


def test_lines_are_where_they_stand_in_the_text_without_the_space_around_them():
    text = "Kyiv\r\n\r\n  Lviv \u00a0\n\tOdesa"
    assert [text[line.start : line.end] for line in lines(text)] == ["Kyiv", "Lviv", "Odesa"]


def test_a_line_stands_apart_where_an_empty_one_is_above_it():
    assert [line.apart for line in lines("Kyiv\nLviv\n\nOdesa\n  \nMinsk\nGomel")] == [True, False, True, True, False]


def test_bullets_brackets_and_the_signs_of_headings_are_no_words():
    assert [
        line.words for line in lines("» Read more\n--- ADVERTISEMENT ---\n## Most read\n[Photo: AFP]\n#Kyiv\n•••")
    ] == [
        "Read more",
        "ADVERTISEMENT",
        "Most read",
        "Photo: AFP",
        "#Kyiv",
        "",
    ]


def test_a_paragraph_is_not_read_as_a_line():
    (line,) = lines("Photo: " + "a" * LONGEST)
    assert line.words == ""


def test_a_text_of_nothing_has_no_lines():
    assert list(lines("")) == list(lines(" \n\u2028\r\n")) == []
