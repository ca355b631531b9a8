from io import BytesIO

import pytest

from geo.errors import InputError, NotText
from geo.reading import office
from geo.reading.failures import stop
from geo.reading.word import article, read
from tests.reading.documents import WORDS, word, zipped


def p(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def text(body, **parts):
    return article(word(body, **parts), name="a.docx").text


def test_paragraphs_headings_and_lists_are_read_in_order():
    listed = '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>Minsk</w:t></w:r></w:p>'
    assert text(p("Talks") + p("They met in Gomel.") + listed) == "Talks\n\nThey met in Gomel.\n\nMinsk"


def test_a_name_in_several_runs_is_one_name():
    assert text("<w:p><w:r><w:t>Go</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>mel</w:t></w:r></w:p>") == "Gomel"


def test_tabs_breaks_and_hyphens_are_characters():
    inside = (
        "<w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t><w:softHyphen/><w:t>E</w:t>"
    )
    assert text(f"<w:p><w:r>{inside}</w:r></w:p>") == "A\tB\nC\u2011DE"


def test_a_table_has_a_line_for_each_row():
    row = f"<w:tr><w:tc>{p('Minsk')}</w:tc><w:tc>{p('two million')}</w:tc></w:tr>"
    assert text(p("Towns") + f"<w:tbl>{row}{row}</w:tbl>") == "Towns\n\nMinsk\ttwo million\nMinsk\ttwo million"


def test_what_was_deleted_or_moved_away_is_no_text_and_what_was_put_in_is():
    tracked = (
        "<w:del><w:r><w:delText>Brest</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>Pinsk</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>Gomel</w:t></w:r></w:ins><w:moveTo><w:r><w:t>, Minsk</w:t></w:r></w:moveTo>"
    )
    assert text(f"<w:p>{tracked}</w:p>") == "Gomel, Minsk"


def test_fields_show_their_result_and_not_their_code():
    assert text("<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:t>Minsk</w:t></w:r></w:p>") == "Minsk"


def test_a_text_box_that_is_there_twice_for_old_programs_is_read_once():
    box = f"<w:txbxContent>{p('Gomel')}</w:txbxContent>"
    assert text(f"<w:p><w:r><w:A><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:A></w:r></w:p>") == "Gomel"


def test_footnotes_come_behind_the_text():
    notes = '<w:footnote w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    assert text(p("Minsk"), footnotes=f"{notes}<w:footnote>{p('Near Gomel.')}</w:footnote>") == "Minsk\n\nNear Gomel."


def test_the_properties_tell_title_author_and_a_weak_date():
    core = "<dc:title>Talks</dc:title><dc:creator>A. Writer</dc:creator><dcterms:created>2022-02-27T10:00:00Z</dcterms:created>"
    found = article(word(p("Minsk"), core=core), name="a.docx")
    assert (found.title, found.author, found.date) == ("Talks", "A. Writer", "2022-02-27")
    assert found.told["title"] == "the document's properties"
    assert "the day the file was made" in found.told["date"]


def test_damaged_properties_do_not_cost_the_text():
    assert text(p("Minsk"), core="<dc:title>") == "Minsk"


def test_damaged_notes_do_not_cost_the_text_and_are_told(caplog):
    assert text(p("Minsk"), footnotes="<open>") == "Minsk"
    assert "word/footnotes.xml" in caplog.text and "read without it" in caplog.text


ENTITIES = '<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
GOOD = word(p("Minsk"))


def broken(document):
    return zipped({"[Content_Types].xml": "", "word/document.xml": document})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a password or is an old office document"),
        (zipped({"a.txt": "Minsk"}), "has no word/document.xml"),
        (GOOD[:-30], "damaged"),
        (GOOD[:200] + bytes(50) + GOOD[250:], "damaged"),
        (b"PK\x03\x04", "damaged"),
        (b"", "damaged"),
        (broken(f'{ENTITIES}<w:p xmlns:w="{WORDS}">&b;</w:p>'), "declares entities"),
        (broken(f'{OUTSIDE}<w:p xmlns:w="{WORDS}">&a;</w:p>'), "declares entities"),
        (broken("<w:p>"), "damaged"),
        (broken("<p><q></p>"), "damaged"),
        (broken(""), "without text"),
        (word(""), "without text"),
    ],
    ids=[
        "ole",
        "other zip",
        "cut",
        "zeros",
        "head",
        "nothing",
        "entities",
        "outside",
        "open",
        "crossed",
        "empty",
        "no text",
    ],
)
def test_a_bad_document_is_refused_in_a_line(data, words):
    with pytest.raises(NotText, match=words) as caught:
        article(data, name="a.docx")
    assert "\n" not in str(caught.value)


def test_a_part_that_unpacks_beyond_the_bound_is_refused(monkeypatch):
    monkeypatch.setattr(office, "MAX_PART", 2**20)
    with pytest.raises(InputError, match="unpacks to more than 1 MB"):
        text(p("x" * 2**21))


def test_a_hundred_thousand_elements_within_each_other_are_read():
    assert text("<w:ins>" * 100_000 + p("Minsk") + "</w:ins>" * 100_000) == "Minsk"


def test_the_reader_works_in_a_helper():
    (found,) = read("a.docx", BytesIO(GOOD), stop)
    assert found == article(GOOD, name="a.docx")
