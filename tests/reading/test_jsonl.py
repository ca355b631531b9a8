import json
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import BadRecord
from geo.reading import jsonl, table
from geo.reading.columns import Columns
from geo.reading.failures import stop
from geo.reading.jsonl import read


def articles(data, on_error=stop, **words):
    return list(read("docs.jsonl", BytesIO(data if isinstance(data, bytes) else data.encode()), on_error, **words))


def test_every_field_of_a_document_is_kept():
    (article,) = articles(
        '{"id": "a/1", "text": "Minsk", "title": "T", "date": "27 Feb 2022", "source": "BelTA", "x": 1}'
    )
    assert (article.id, article.text, article.title, article.date, article.source) == (
        "a/1",
        "Minsk",
        "T",
        "2022-02-27",
        "BelTA",
    )


def test_blank_lines_are_skipped_but_counted():
    failures = []
    found = articles('{"id": "a", "text": "x"}\n\n  \r\nbad\n{"id": "b", "text": "y"}', failures.append)
    assert [article.id for article in found] == ["a", "b"]
    assert str(failures[0]).startswith("docs.jsonl, line 4: is not JSON")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "is not JSON"),
        ("[]", "is not an object"),
        ("null", "is not an object"),
        ('{"id": "a"}', 'has no "text"'),
        ('{"text": null}', 'has no "text"'),
        ('{"text": 5}', 'its "text" is not a string but int'),
        ("[" * 100_000, "nested too deeply|is not JSON"),
        ('{"text": ' + "9" * 5000 + "}", "is not JSON|not a string"),
        (b'{"text": "\xff"}', "is not UTF-8 at byte 10"),
        (b'\xff\xfe{\x00"\x00', "is in UTF-16"),
    ],
)
def test_a_bad_line_names_file_line_and_fault_and_the_rest_goes_on(line, words):
    line = line if isinstance(line, bytes) else line.encode()
    failures = []
    found = articles(line + b'\n{"id": "b", "text": "y"}\n', failures.append)
    assert [article.id for article in found] == ["b"]
    (error,) = failures
    assert isinstance(error, BadRecord)
    assert str(error).startswith("docs.jsonl, line 1: ")
    with pytest.raises(BadRecord, match=words):
        raise error


def test_the_first_bad_line_raises_when_nobody_listens():
    with pytest.raises(BadRecord, match="docs.jsonl, line 1"):
        articles("bad")


@pytest.mark.parametrize(
    ("written", "kept"), [('"7"', "7"), ("7", "7"), ('""', ""), ("null", "docs.jsonl:1"), ("true", "docs.jsonl:1")]
)
def test_ids_are_kept_and_missing_ones_are_file_and_line(written, kept):
    (article,) = articles(f'{{"id": {written}, "text": "x"}}')
    assert article.id == kept


@pytest.mark.parametrize("text", ["a\0b", "lone \ud800 half", "two\r\nlines\u2028three", "🜁 Minsk", ""])
def test_any_text_that_json_can_say_survives(text):
    (article,) = articles(json.dumps({"text": text}))
    assert article.text == text


def test_a_byte_order_mark_before_the_first_line_is_ignored():
    assert [article.id for article in articles(b'\xef\xbb\xbf{"id": "a", "text": "x"}')] == ["a"]


@pytest.mark.parametrize("field", ["title", "date", "source"])
@pytest.mark.parametrize("value", [5, [], {}, "", None, False])
def test_other_fields_of_the_wrong_type_are_unknown(field, value):
    (article,) = articles(json.dumps({"text": "x", field: value}))
    assert getattr(article, field) is None


def test_a_line_beyond_the_limit_ends_the_file(monkeypatch):
    monkeypatch.setattr(jsonl, "MAX_BYTES", 30)
    failures = []
    found = articles('{"id": "a", "text": "x"}\n' + "x" * 31 + '\n{"id": "b", "text": "x"}', failures.append)
    assert [article.id for article in found] == ["a"]
    assert "the rest is not read" in str(failures[0])


LINES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "date", "x"]), inner, max_size=4)
    ),
).map(lambda value: json.dumps(value).encode())


@given(st.lists(LINES | st.binary(max_size=40), max_size=6))
def test_any_lines_give_documents_and_told_failures_and_nothing_else(lines):
    failures = []
    found = articles(b"\n".join(lines), failures.append)
    assert all(isinstance(article.text, str) and isinstance(article.id, str) for article in found)
    assert all(isinstance(error, BadRecord) and "\n" not in str(error) for error in failures)


def test_a_document_without_text_is_read_by_the_names_of_its_fields():
    document = {
        "headline": "Talks begin",
        "body": "Minsk",
        "publishedAt": "2022-02-27T10:00:00Z",
        "url": "https://a.b/c",
    }
    (article,) = articles(json.dumps(document))
    assert (article.text, article.title, article.date, article.id) == (
        "Minsk",
        "Talks begin",
        "2022-02-27",
        "docs.jsonl:1",
    )
    assert article.address == article.source == "https://a.b/c"
    assert article.told["text"] == "field “body”"


def test_fields_can_be_told():
    (article,) = articles('{"id": 7, "text": "x", "lead": "Minsk"}', columns=Columns(text="lead"))
    assert (article.text, article.id) == ("Minsk", "7")


def test_a_field_that_is_told_and_not_there_is_told_with_its_line():
    with pytest.raises(BadRecord, match="docs.jsonl, line 1: has no column “lead”; it has the columns “id”, “text”"):
        articles('{"id": "a", "text": "x"}', columns=Columns(text="lead"))


def test_a_headline_alone_is_no_document():
    with pytest.raises(BadRecord, match='has no "text", nor a field called like it; it has the column “headline”'):
        articles('{"headline": "Talks begin in Minsk on Sunday"}')


def test_what_follows_very_many_blank_lines_is_not_read(monkeypatch):
    monkeypatch.setattr(table, "MOST_BLANK", 5)
    failures = []
    found = articles('{"text": "x"}' + "\n" * 6 + '{"text": "y"}' + "\n" * 7 + '{"text": "z"}', failures.append)
    assert [article.text for article in found] == ["x", "y"]
    assert "more than 5 lines are blank; the rest is not read" in str(failures[0])


def test_a_field_of_text_that_is_empty_is_told_as_that():
    with pytest.raises(BadRecord, match="line 1: has no text in field “maintext”$"):
        articles('{"headline": "Talks begin", "maintext": "", "date_publish": "2022-03-01 08:00:00"}')


def test_a_news_crawlers_fields_are_known_and_a_list_of_authors_is_one_string():
    document = {
        "maintext": "Talks.",
        "date_publish": "2022-03-01 08:00:00",
        "authors": ["A. B.", "", "C. D."],
        "tags": [1],
    }
    (article,) = articles(json.dumps({**document, "source_domain": "news.example"}))
    assert (article.date, article.author, article.outlet) == ("2022-03-01", "A. B., C. D.", "news.example")
