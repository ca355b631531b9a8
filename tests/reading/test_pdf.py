import logging
from io import BytesIO

import pytest

from geo.errors import NotText
from geo.reading import pdf as module
from geo.reading.failures import stop
from geo.reading.pdf import article, counted, read
from tests.reading.documents import encrypted_pdf, pdf

PAGE = [
    "Talks begin in Gomel",
    "",
    "Talks were held in the Gomel Region of Belarus, close to the border with Ukrai-",
    "ne, officials said. The delegations came from Minsk and were to leave for New",
    "York on Sunday.",
]


def test_lines_become_paragraphs_without_broken_names():
    assert article(pdf([PAGE]), name="a.pdf").text == (
        "Talks begin in Gomel\n\nTalks were held in the Gomel Region of Belarus, close to the border with Ukraine, "
        "officials said. The delegations came from Minsk and were to leave for New York on Sunday."
    )


def test_every_page_with_text_is_a_part_that_lies_where_it_says():
    found = article(pdf([PAGE, [], ["Minsk."]]), name="a.pdf")
    assert [part.label for part in found.parts] == ["page 1", "page 3"]
    assert [found.text[part.start : part.end][-6:] for part in found.parts] == ["unday.", "Minsk."]


def test_a_sentence_over_the_end_of_a_page_stays_in_its_paragraph():
    found = article(pdf([["They came to New"], ["york by road."]]), name="a.pdf")
    assert found.text == "They came to New york by road."
    assert [(part.start, part.end) for part in found.parts] == [(0, 16), (17, 30)]


def test_what_the_metadata_tells_is_kept_and_the_weak_date_is_called_weak():
    info = {"Title": "The talks", "Author": "A. Writer", "CreationDate": "D:20220227101112+03'00'"}
    found = article(pdf([PAGE], info), name="a.pdf")
    assert (found.title, found.author, found.date) == ("The talks", "A. Writer", "2022-02-27")
    assert found.told["title"] == "the PDF's metadata"
    assert "the day the file was made" in found.told["date"]


@pytest.mark.parametrize("title", ["", "Untitled", "Microsoft Word - talks.doc", "talks final.docx"])
def test_a_title_that_a_program_filled_in_is_none(title):
    assert article(pdf([PAGE], {"Title": title}), name="a.pdf").title is None


@pytest.mark.parametrize("date", ["", "D:", "D:20221399", "yesterday", "D:2022"])
def test_a_day_that_is_none_is_unknown(date):
    assert article(pdf([PAGE], {"CreationDate": date}), name="a.pdf").date is None


@pytest.mark.parametrize("name", ["anonymous", "(unspecified)", "User"])
def test_an_author_that_a_program_fills_in_is_none(name):
    assert article(pdf([PAGE], {"Author": name}), name="a.pdf").author is None


def test_pages_of_images_among_text_are_told(caplog):
    with caplog.at_level(logging.WARNING, logger="geo"):
        article(pdf([PAGE, None, None, None]), name="a.pdf")
    assert caplog.messages == ["a.pdf: pages 2–4 hold no text, only images"]


def test_a_pdf_of_images_alone_needs_text_recognition():
    with pytest.raises(NotText, match=r"only images: it needs text recognition \(OCR\)"):
        article(pdf([None, None]), name="a.pdf")


def test_pages_beyond_the_limit_are_told(monkeypatch, caplog):
    monkeypatch.setattr(module, "MAX_PAGES", 2)
    with caplog.at_level(logging.WARNING, logger="geo"):
        assert len(article(pdf([PAGE] * 3), name="a.pdf").parts) == 2
    assert caplog.messages == ["a.pdf: only the first 2 of 3 pages are read"]


def test_characters_beyond_the_limit_are_told(monkeypatch, caplog):
    monkeypatch.setattr(module, "MAX_CHARACTERS", 10)
    with caplog.at_level(logging.WARNING, logger="geo"):
        assert len(article(pdf([PAGE] * 3), name="a.pdf").parts) == 1
    assert caplog.messages == ["a.pdf: only the first 1 of 3 pages are read"]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([2], "page 2"), ([2, 3, 4], "pages 2–4"), ([1, 3], "pages 1 and 3"), ([1, 2, 5, 7, 8], "pages 1–2, 5 and 7–8")],
)
def test_pages_are_counted_in_words(numbers, words):
    assert counted(numbers) == words


WHOLE = pdf([PAGE, PAGE])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (encrypted_pdf(), "a password"),
        (b"%PDF-1.4 and nothing else", "damaged"),
        (WHOLE[:300], "damaged"),
        (pdf([]), "no text|damaged"),
        (pdf([[]]), "no text"),
        (WHOLE.replace(b"/Kids[4 0 R", b"/Kids[2 0 R"), None),
        (WHOLE.replace(b"/Count 2", b"/Count 2000000000"), None),
        (WHOLE.replace(b"Page/Parent", b"Page/Parens"), None),
        (WHOLE[:-200], None),
    ],
    ids=[
        "encrypted",
        "only a head",
        "truncated early",
        "no page",
        "empty",
        "circle",
        "count",
        "no parent",
        "truncated late",
    ],
)
def test_a_bad_pdf_is_read_as_far_as_it_goes_or_refused_in_a_line(data, words):
    failures = []
    articles = list(read("a.pdf", BytesIO(data), failures.append))
    assert len(articles) + len(failures) == 1
    if words:
        with pytest.raises(NotText, match=words):
            raise failures[0]
    assert not any("\n" in str(error) for error in failures)


def test_the_reader_works_in_a_helper():
    (found,) = read("a.pdf", BytesIO(pdf([PAGE])), stop)
    assert found == article(pdf([PAGE]), name="a.pdf")
