import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import InputError
from geo.reading.columns import FIELDS, Columns, guess, listed, settle, told_in

TEXT = "Talks began in Minsk on Sunday."
WEB = "https://news.example/1"


@pytest.mark.parametrize(
    ("header", "row", "field", "column"),
    [
        (["id", "text"], ["1", TEXT], "text", "text"),
        (["Full Text", "n"], [TEXT, "1"], "text", "Full Text"),
        (["articleBody", "head"], [TEXT, "Talks"], "text", "articleBody"),
        (["content", "text"], [TEXT, "Talks"], "text", "content"),
        (["text", "content"], [WEB, TEXT], "text", "content"),
        (["a", "b"], ["1", TEXT], "text", "b"),
        (["Titel", "Volltext"], ["Gespräche", TEXT], "title", "Titel"),
        (["Publish_Date", "body"], ["2022-02-27", TEXT], "date", "Publish_Date"),
        (["created", "published", "body"], ["2022-02-26", "2022-02-27", TEXT], "date", "published"),
        (["when", "body"], ["27 Feb 2022", TEXT], "date", "when"),
        (["where", "body"], [WEB, TEXT], "address", "where"),
        (["Authors", "body"], ["A. Writer", TEXT], "author", "Authors"),
        (["newspaper", "body"], ["The Daily Example", TEXT], "outlet", "newspaper"),
    ],
)
def test_a_column_is_found_by_its_name_or_its_values(header, row, field, column):
    assert getattr(guess(header, [row]), field) == column


@pytest.mark.parametrize(
    ("header", "row", "field"),
    [
        (["address", "body"], ["12 High Street", TEXT], "address"),
        (["date", "body"], ["soon", TEXT], "date"),
        (["first", "second", "body"], ["2022-02-27", "2022-02-28", TEXT], "date"),
        (["a", "b"], ["1", "2"], "text"),
        (["a", "b"], [WEB, WEB], "text"),
    ],
)
def test_a_column_is_not_taken_for_what_its_values_deny(header, row, field):
    assert getattr(guess(header, [row]), field) is None


def test_a_list_of_headlines_is_read_as_texts():
    columns = guess(["headline", "n"], [["Talks begin in Minsk", "1"]])
    assert (columns.text, columns.title) == ("headline", None)


def test_names_alone_are_no_list_of_headlines():
    assert guess(["headline"], []).text is None


def test_what_is_told_wins_and_the_rest_is_guessed():
    columns = settle(["text", "lead", "published"], [[TEXT, "Talks", "2022-02-27"]], Columns(text="LEAD"))
    assert (columns.text, columns.date) == ("lead", "published")


def test_a_field_can_be_told_to_have_no_column():
    assert settle(["text", "date"], [[TEXT, "2022-02-27"]], Columns.parse("date=")).date == ""


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("text=body,title=headline", Columns(text="body", title="headline")),
        ("TEXT = body", Columns(text="body")),
        ('"text=body, clean",date=', Columns(text="body, clean", date="")),
        ("text=a=b", Columns(text="a=b")),
    ],
)
def test_columns_are_told_as_pairs(words, columns):
    assert Columns.parse(words) == columns


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "is not written as FIELD=COLUMN"),
        ("text", "is not written as FIELD=COLUMN"),
        ("text=a,,", "there is no field “”"),
        ("body=a", "there is no field “body”; write FIELD=COLUMN,… of text, title"),
        ("text=a,text=b", "told twice"),
        ("te\nxt=a", "there is no field “te xt”"),
    ],
)
def test_other_words_are_refused_on_one_line(words, why):
    with pytest.raises(InputError, match=why) as caught:
        Columns.parse(words)
    assert "\n" not in str(caught.value)


def test_a_column_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(InputError, match="has no column “x”; it has the columns “a”, “b”"):
        told_in(["a", "b"], Columns(text="x"))


def test_a_table_without_text_says_how_to_tell_it():
    with pytest.raises(InputError, match="has the columns “a”, “b”: say which with --columns text=NAME"):
        settle(["a", "b"], [["1", "2"]], None)


def test_a_long_header_is_listed_in_part():
    words = listed([f"c{n}" * 100 for n in range(1000)])
    assert len(words) < 4000 and "and 960 more" in words


CELLS = st.text(max_size=20) | st.sampled_from([TEXT, WEB, "2022-02-27"])


@given(st.lists(CELLS, max_size=5, unique=True), st.lists(st.lists(CELLS, max_size=6), max_size=4))
def test_any_header_and_rows_give_columns_of_the_header_none_twice(header, rows):
    columns = guess(header, rows)
    used = [column for field in FIELDS if (column := getattr(columns, field))]
    assert set(used) <= set(header) and len(used) == len(set(used))
