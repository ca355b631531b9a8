from io import BytesIO

import pytest

from geo.errors import NotText
from geo.reading.failures import stop
from geo.reading.opendocument import article, read
from tests.reading.documents import odt, zipped


def text(body):
    return article(odt(body), name="a.odt").text


def test_headings_paragraphs_and_lists_are_read_in_order():
    listed = "<text:list><text:list-item><text:p>Minsk</text:p></text:list-item></text:list>"
    assert text(f"<text:h>Talks</text:h><text:p>They met.</text:p>{listed}") == "Talks\n\nThey met.\n\nMinsk"


def test_a_name_in_a_span_is_part_of_its_sentence():
    assert text("<text:p>In <text:span>Go</text:span>mel\ntoday</text:p>") == "In Gomel today"


@pytest.mark.parametrize(("count", "blanks"), [("3", 3), ("1000000000", 100), ("x", 100), ("-5", 100)])
def test_blanks_are_as_many_as_they_say_within_reason(count, blanks):
    assert text(f'<text:p>A<text:s text:c="{count}"/>B</text:p>') == f"A{' ' * blanks}B"


def test_tabs_and_line_breaks_are_characters():
    assert text("<text:p>A<text:tab/>B<text:line-break/>C<text:s/>D</text:p>") == "A\tB\nC D"


def test_a_table_has_a_line_for_each_row():
    cell = "<table:table-cell><text:p>Minsk</text:p></table:table-cell>"
    row = f"<table:table-row>{cell}{cell}</table:table-row>"
    assert text(f"<table:table>{row}{row}</table:table>") == "Minsk\tMinsk\nMinsk\tMinsk"


def test_notes_come_behind_the_text():
    note = "<text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
    assert text(f"<text:p>Minsk<text:note>{note}</text:note> is far.</text:p>") == "Minsk is far.\n\nA note."


@pytest.mark.parametrize("element", ["text:tracked-changes", "office:annotation", "text:table-of-content", "svg:desc"])
def test_deletions_comments_and_contents_are_no_text(element):
    assert text(f"<text:p>Gomel</text:p><{element}><text:p>Brest</text:p></{element}>") == "Gomel"


def test_the_properties_tell_title_author_language_and_a_weak_date():
    meta = (
        "<dc:title>Talks</dc:title><meta:initial-creator>A. Writer</meta:initial-creator><dc:language>en-GB</dc:language>"
        "<meta:creation-date>2022-02-27T10:00:00</meta:creation-date>"
    )
    found = article(odt("<text:p>Minsk</text:p>", meta), name="a.odt")
    assert (found.title, found.author, found.date, found.language) == ("Talks", "A. Writer", "2022-02-27", "en")
    assert "the day the file was made" in found.told["date"]


def test_a_damaged_list_of_files_does_not_cost_the_text():
    assert article(odt("<text:p>Minsk</text:p>", manifest="<open>"), name="a.odt").text == "Minsk"


GOOD = odt("<text:p>Minsk</text:p>")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (odt("<text:p>x</text:p>", manifest="<file-entry><encryption-data/></file-entry>"), "has a password"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "has no content.xml"),
        (zipped({"content.xml": '<!DOCTYPE d [<!ENTITY a "x">]><d>&a;</d>'}), "declares entities"),
        (zipped({"content.xml": "<d>"}), "damaged"),
        (GOOD[:-30], "damaged"),
        (b"", "damaged"),
        (odt(""), "without text"),
    ],
    ids=["encrypted", "no content", "entities", "open", "cut", "nothing", "no text"],
)
def test_a_bad_document_is_refused_in_a_line(data, words):
    with pytest.raises(NotText, match=words) as caught:
        article(data, name="a.odt")
    assert "\n" not in str(caught.value)


def test_the_reader_works_in_a_helper():
    (found,) = read("a.odt", BytesIO(GOOD), stop)
    assert found == article(GOOD, name="a.odt")
