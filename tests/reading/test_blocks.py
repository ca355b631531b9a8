from geo.reading.blocks import Blocks


def built(*steps):
    """`<kind` opens, `>` closes, anything else is written."""
    blocks = Blocks()
    for step in steps:
        if step.startswith("<"):
            blocks.open(step[1:])
        elif step == ">":
            blocks.close()
        else:
            blocks.write(step)
    return blocks.text()


def paragraph(text):
    return "<paragraph", text, ">"


def test_paragraphs_have_an_empty_line_between_them():
    assert built(*paragraph("Minsk"), *paragraph(" "), *paragraph("Gomel")) == "Minsk\n\nGomel"


def test_a_row_is_a_line_and_its_cells_are_apart_by_tabs():
    row = (
        "<row",
        "<cell",
        *paragraph("Minsk"),
        ">",
        "<cell",
        ">",
        "<cell",
        *paragraph("two"),
        *paragraph("parts"),
        ">",
        ">",
    )
    assert built("<table", *row, *row, ">") == "Minsk\t\ttwo parts\nMinsk\t\ttwo parts"


def test_a_table_of_empty_cells_leaves_nothing():
    assert built("<table", "<row", "<cell", ">", ">", ">") == ""


def test_notes_come_last():
    words = built("<paragraph", "Minsk", "<note", *paragraph("A note."), ">", " is far.", ">", *paragraph("Gomel"))
    assert words == "Minsk is far.\n\nGomel\n\nA note."


def test_a_paragraph_in_a_paragraph_does_not_stick_to_it():
    assert built("<paragraph", "Minsk", *paragraph("in a box"), "Gomel", ">") == "Minsk in a box Gomel"


def test_blanks_between_blocks_are_not_written():
    assert built("\n  ", *paragraph("Minsk"), "\n") == "Minsk"
