from io import BytesIO

import pytest

from geo.errors import NotText
from geo.reading.failures import stop
from geo.reading.rtf import article, read


def text(body, head=rb"{\rtf1\ansi "):
    return article(head + body + b"}", name="a.rtf").text


def test_paragraphs_have_an_empty_line_between_them():
    assert text(rb"Talks in Gomel.\par\par {\b They met} in Minsk.\line At night.") == (
        "Talks in Gomel.\n\nThey met in Minsk.\n\nAt night."
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb"Z\'fcrich", "Zürich"),
        (rb"\u1052?\u1080?\u1085?\u1089?\u1082?", "Минск"),
        (rb"x \u-10179?\u-8704? y", "x 😀 y"),
        (rb"lone \u-10179? half", "lone \ufffd half"),
        (rb"a\u0?b\'00c", "abc"),
        (rb"\ldblquote Minsk\rdblquote \endash \{x\}", "“Minsk”–{x}"),
    ],
)
def test_characters_are_read_in_every_spelling(body, expected):
    assert text(body) == expected


def test_the_code_page_of_the_document_counts():
    assert text(rb"\'cc\'e8\'ed\'f1\'ea", rb"{\rtf1\ansi\ansicpg1251 ") == "Минск"
    assert text("Минск".encode("cp1251"), rb"{\rtf1\ansi\ansicpg1251 ") == "Минск"


def test_rows_of_a_table_stay_together():
    assert (
        text(rb"Towns\par\trowd Minsk\cell two\cell\row Gomel\cell one\cell\row") == "Towns\n\nMinsk\ttwo\nGomel\tone"
    )


def test_the_properties_tell_title_author_and_a_weak_date():
    head = rb"{\rtf1\ansi{\info{\title Talks in Z\'fcrich}{\author Ann}{\creatim\yr2022\mo2\dy7\hr1\min2}}"
    found = article(head + b"Minsk}", name="a.rtf")
    assert (found.text, found.title, found.author, found.date) == ("Minsk", "Talks in Zürich", "Ann", "2022-02-07")
    assert "the day the file was made" in found.told["date"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no rich text"),
        (b"Minsk", "no rich text"),
        (rb"{\rtf1}", "without text"),
        (rb"{\rtf1 \u99999999 x}", "damaged"),
        (rb"{\rtf1 \uc x}", "damaged"),
        (rb"{\rtf1 {\pict\bin x}}", "damaged"),
    ],
)
def test_a_bad_document_is_refused_in_a_line(data, words):
    with pytest.raises(NotText, match=words):
        article(data, name="a.rtf")


@pytest.mark.parametrize(
    "body", [rb"}}}}", b"{" * 10_000, rb"\ansicpg99999 \'", b"\\", rb"{\info{\title \u99999999 }}", b"\xff\x81"]
)
def test_odd_documents_keep_what_text_they_have_or_are_refused(body):
    failures = []
    found = list(read("a.rtf", BytesIO(rb"{\rtf1 Minsk " + body), failures.append))
    assert len(found) + len(failures) == 1
    assert all(one.text.startswith("Minsk") for one in found)


def test_the_reader_works_in_a_helper():
    (found,) = read("a.rtf", BytesIO(rb"{\rtf1 Minsk}"), stop)
    assert found.text == "Minsk"
