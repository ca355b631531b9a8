from io import BytesIO

import pytest

from geo.reading.failures import stop
from geo.reading.markdown import LONGEST, article, read

BODY = "# Talks\n\nThey met in *Gomel*.\n"


def front(*lines, end="---"):
    return article("\n".join(["---", *lines, end, "", BODY]), "a.md")


def test_the_marks_stay_and_the_front_matter_goes():
    found = front("title: Talks", "tags: [Ukraine]")
    assert (found.text, found.title) == (BODY, "Talks")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Talks: a start", "Talks: a start"),
        ('title: "Talks: a # start" # not this', "Talks: a # start"),
        ("Title: 'Talks'", "Talks"),
        ("headline: Talks # not this", "Talks"),
        ("title:", None),
        ("title: ~", None),
        ("title: |", None),
        ('title: "', '"'),
    ],
)
def test_a_value_is_read_as_writers_write_it(line, title):
    assert front(line, "layout: post").title == title


def test_day_author_language_and_outlet_are_kept_with_where_they_stand():
    found = front(
        "date: 2022-02-27 10:00:00 +0300", "author: Ann Writer", "lang: en", "publication: The Herald", end="..."
    )
    assert (found.date, found.author, found.language, found.outlet) == ("2022-02-27", "Ann Writer", "en", "The Herald")
    assert set(found.told.values()) == {"the file's front matter"}


@pytest.mark.parametrize(
    "lines", [("authors:", "  - Ann", '  - "Ben"'), ("authors: [Ann, 'Ben']",), ("authors: Ann, Ben",)]
)
def test_several_authors_are_one_line(lines):
    assert front(*lines, "tags:", "- Kyiv").author == "Ann, Ben"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "",
        "---\n",
        "---\nThey met in Gomel.\n---\nMinsk\n",
        "---\ntitle: x\nThey met in Gomel.\n---\nMinsk\n",
        "---\n\n---\nMinsk",
        "text\n---\ntitle: x\n---\n",
        "---\ntitle: x\n",
        "---\n" + "a: b\n" * LONGEST + "---\n",
    ],
)
def test_what_is_no_front_matter_is_text(text):
    found = article(text, "a.md")
    assert (found.text, found.title) == (text, None)


def test_line_endings_of_windows_are_front_matter_too():
    found = article("---\r\ntitle: Talks\r\n---\r\n\r\nMinsk\r\n", "a.md")
    assert (found.title, found.text) == ("Talks", "Minsk\r\n")


def test_what_is_no_text_is_told():
    failures = []
    assert list(read("a.md", BytesIO(b"\0"), failures.append)) == []
    assert "a.md: is not a text file" in str(failures[0])


def test_the_whole_stream_is_one_article():
    (found,) = read("a.md", BytesIO(BODY.encode()), stop)
    assert (found.id, found.text, found.source) == ("a.md", BODY, "a.md")
