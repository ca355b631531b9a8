"""Heads of articles, and what is told of each: a table. Nothing that it does not name may be filled."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.metadata import known
from geo.reading.facts import ARCHIVED, MADE
from geo.resolution.outlet import Outlet, Outlets
from geo.types import Article

OUTLETS = Outlets.of(
    [
        Outlet("herald.example", "The Riga Herald", "Riga", None, "LV", "national"),
        Outlet("echo.example", "The Echo (Riga)", "Riga", None, "LV", "local"),
    ]
)
PLACES = {"kyiv", "riga", "moscow", "minsk", "gomel", "paris", "geneva", "oslo"}
FIELDS = ("title", "outlet", "author", "date", "address", "dateline", "language")
BODY = "The port was closed on Monday, the harbour master said, and it will be closed until the ice has gone."


def is_place(name):
    return name.casefold() in PLACES


def told(text="", **fields):
    found = known(Article(text, **fields), OUTLETS, is_place)
    return {field: getattr(found, field) for field in FIELDS if getattr(found, field) is not None}


HEADS = [
    # the date line of the seed format
    (f"date 2022-02-27 Moscow: {BODY}", {"date": "2022-02-27", "dateline": "Moscow"}),
    (f" date 2022-02-27 Moscow: {BODY}", {"date": "2022-02-27", "dateline": "Moscow"}),
    (f"Date: 2022-02-27 Moscow: {BODY}", {"date": "2022-02-27", "dateline": "Moscow"}),
    (f"2022-02-27, Kyiv: {BODY}", {"date": "2022-02-27", "dateline": "Kyiv"}),
    (f"2022-02-27, Kyiv, Ukraine — {BODY}", {"date": "2022-02-27", "dateline": "Kyiv, Ukraine"}),
    (
        f"Talks begin\n\ndate 2022-02-27 Minsk:\n\nMINSK, Feb 27 — {BODY}",
        {"title": "Talks begin", "date": "2022-02-27", "dateline": "Minsk"},
    ),
    (f"date 2022-02-30 Moscow: {BODY}", {"dateline": "Moscow"}),
    (f"2022-02-27: {BODY}", {}),
    (f"2022-02-26, Kyiv: {BODY}\n2022-02-27, Kyiv: {BODY}"[:160], {"dateline": "Kyiv"}),
    # datelines
    (f"KYIV, Ukraine, Feb 27 (Reuters) – {BODY}", {"dateline": "KYIV, Ukraine", "outlet": "Reuters"}),
    (f"KYIV, Ukraine (AP) — {BODY}", {"dateline": "KYIV, Ukraine", "outlet": "Associated Press"}),
    (f"Riga (AFP) - {BODY}", {"dateline": "Riga", "outlet": "Agence France-Presse"}),
    (f"MOSCOW, February 27. /TASS/. {BODY}", {"dateline": "MOSCOW", "outlet": "TASS"}),
    (f"MOSCOW, February 27, 2022. /TASS/. {BODY}", {"dateline": "MOSCOW", "outlet": "TASS", "date": "2022-02-27"}),
    (f"MOSCOW. Feb 27 (Interfax) - {BODY}", {"dateline": "MOSCOW", "outlet": "Interfax"}),
    (
        f"KYIV/GOMEL, Belarus, Feb 27, 2022 (Reuters) - {BODY}",
        {"dateline": "KYIV/GOMEL, Belarus", "outlet": "Reuters", "date": "2022-02-27"},
    ),
    (
        f"RIGA: ICE CLOSES THE PORT\n\nMINSK, 27 Feb 2022 - {BODY.upper()}",
        {"title": "RIGA: ICE CLOSES THE PORT", "dateline": "MINSK", "date": "2022-02-27"},
    ),
    (f"MOSCOW, February 27 /TASS/ — {BODY}", {"dateline": "MOSCOW", "outlet": "TASS"}),
    (f"PARIS, Texas, Nov. 5, 2022 — {BODY}", {"dateline": "PARIS, Texas", "date": "2022-11-05"}),
    (f"GENEVA, 27 February 2022 – {BODY}", {"dateline": "GENEVA", "date": "2022-02-27"}),
    (f"Geneva, 27 February 2022 – {BODY}", {"dateline": "Geneva", "date": "2022-02-27"}),
    (f"NEW YORK — {BODY}", {}),
    (f"NEW YORK, Sunday, Feb. 27 (UPI) -- {BODY}", {"dateline": "NEW YORK", "outlet": "United Press International"}),
    (f"RIGA — {BODY}", {"dateline": "RIGA"}),
    (f"RIGA: {BODY}", {"dateline": "RIGA"}),
    (f"RIGA, Latvia — {BODY}", {"dateline": "RIGA, Latvia"}),
    (f"Riga – {BODY}", {"dateline": "Riga"}),
    (f"RIO DE JANEIRO, March 3 (The Daily Lantern) — {BODY}", {"dateline": "RIO DE JANEIRO"}),
    (
        f"Ice closes port\n\nRIGA, Feb 27 (dpa) — {BODY}",
        {"title": "Ice closes port", "dateline": "RIGA", "outlet": "dpa"},
    ),
    (f"EXCLUSIVE — {BODY}", {}),
    (f"UPDATE: {BODY}", {}),
    (f"Riga: {BODY}", {}),
    ("Riga – A city of ice", {}),
    (f"Analysis – {BODY}", {}),
    (f"Monday, Feb 27 – {BODY}", {}),
    (f"Jane Doe (Labour) – {BODY}", {}),
    (f"Paris (pop. 25,000) – {BODY}", {}),
    (f"Riga—a town of ice—is old. {BODY}", {}),
    # authors
    (f"Ice closes port\n\nBy Jane Doe\n\n{BODY}", {"title": "Ice closes port", "author": "Jane Doe"}),
    (f"By JANE DOE and JOHN ROE\n\n{BODY}", {"author": "JANE DOE and JOHN ROE"}),
    (f"By Jane Doe, Reuters\n{BODY}", {"author": "Jane Doe", "outlet": "Reuters"}),
    (f"Jane Doe, Reuters\n{BODY}", {"author": "Jane Doe", "outlet": "Reuters"}),
    (f"By Jane Doe in Kyiv\n{BODY}", {"author": "Jane Doe"}),
    (f"By Ana de la Cruz, Staff Writer\n{BODY}", {"author": "Ana de la Cruz"}),
    (f"By J. R. Doe | Feb 27, 2022\n{BODY}", {"author": "J. R. Doe", "date": "2022-02-27"}),
    (f"By The Associated Press\n{BODY}", {"outlet": "Associated Press"}),
    (f"{BODY}\n\n(Reporting by Jane Doe in Riga; Editing by John Roe)", {"author": "Jane Doe"}),
    (f"{BODY}\n\nReporting by Jane Doe and Max Poe; Editing by John Roe", {"author": "Jane Doe and Max Poe"}),
    (f"{BODY}\n\nAdditional reporting by Jane Doe in Riga", {}),
    (f"By the River\n\n{BODY}", {"title": "By the River"}),
    (f"By Train Through Siberia\n\n{BODY}", {"title": "By Train Through Siberia"}),
    (f"By Monday Evening\n{BODY}", {}),
    (f"By Jane Doe, who was there when the ice came and stayed\n{BODY}", {}),
    (f"By Jane Doe, Science Correspondent\n{BODY}", {"author": "Jane Doe"}),
    (f"By Jane Doe, Max Poe and Ida Roe\n{BODY}", {"author": "Jane Doe, Max Poe and Ida Roe"}),
    (f"By Jane\n{BODY}", {}),
    (f"Jane Doe, Riga\n{BODY}", {}),
    # days
    (f"Ice closes port\n\n27 February 2022\n\n{BODY}", {"title": "Ice closes port", "date": "2022-02-27"}),
    (f"Published: Sunday, 27 February 2022, 10:14\n{BODY}", {"date": "2022-02-27"}),
    (f"Published 27 Feb 2022 | Updated 1 Mar 2022\n{BODY}", {"date": "2022-02-27"}),
    (
        f"Ice closes port\nPublished\n27 February 2022\nShare\nBy Jane Doe\nRiga\n\n{BODY}",
        {"title": "Ice closes port", "date": "2022-02-27", "author": "Jane Doe"},
    ),
    (
        f"Source: Xinhua| 2022-02-27 19:28:06|Editor: Doe\n\nRIGA, Feb. 27 — {BODY}",
        {"dateline": "RIGA", "date": "2022-02-27"},
    ),
    (f"Ice closes port\n\nPosted on February 27, 2022\n{BODY}", {"title": "Ice closes port", "date": "2022-02-27"}),
    (f"Sunday, February 27, 2022\n{BODY}", {"date": "2022-02-27"}),
    (f"Updated: 27 February 2022\n{BODY}", {}),
    (f"Ice closes port\n\n03/04/2022\n\n{BODY}", {"title": "Ice closes port"}),
    (f"Published: 03/04/2022\n{BODY}", {}),
    (f"February 2022\n{BODY}", {}),
    (f"11 September 2001\n\n{BODY}", {}),
    (f"Fair\nDate: 27 February 2022\nVenue: Riga Castle\n{BODY}", {}),
    (f"Born 12 May 1950\n{BODY}", {}),
    ("A diary\n\n3 March 1941\n\nIce.\n\n4 March 1941\n\nMore ice.", {"title": "A diary"}),
    (f"Ice closes port\n\n27 February 0222\n\n{BODY}", {"title": "Ice closes port"}),
    # a headline that lost the end of its line
    (f"Ice closes port. RIGA, Latvia – {BODY}", {"dateline": "RIGA, Latvia"}),
    (f"Ice closes port. RIGA — {BODY}", {"dateline": "RIGA"}),
    (f"Ice closes port. Riga – {BODY}", {}),
    (f"Ice closes port. NATO – {BODY}", {}),
    # headlines
    (f"Ice closes port\n\n{BODY}", {"title": "Ice closes port"}),
    (f"Ice closes port\n{BODY}", {}),
    (f"{BODY}\n\n{BODY}", {}),
    (f"Riga\n\nOslo\n\n{BODY}", {}),
    (f"Home | News | Sport\n\n{BODY}", {}),
    (f"Home | News | Sport\n\nIce closes port\n\n{BODY}", {}),
    (f"Photo: Jane Doe\n\n{BODY}", {}),
    ("", {}),
    ("\n\n \n", {}),
]


@pytest.mark.parametrize(("text", "wanted"), HEADS, ids=lambda value: value[:45] if isinstance(value, str) else "")
def test_a_head_tells(text, wanted):
    assert told(text) == wanted


SOURCES = [
    (
        "https://www.herald.example/2022/02/27/ice.html",
        {
            "outlet": "The Riga Herald",
            "date": "2022-02-27",
            "address": "https://www.herald.example/2022/02/27/ice.html",
        },
    ),
    ("https://echo.example/ice", {"outlet": "The Echo", "address": "https://echo.example/ice"}),
    ("https://news.example/2022/feb/27/ice", {"date": "2022-02-27", "address": "https://news.example/2022/feb/27/ice"}),
    ("https://news.example/2022-02-27/ice", {"date": "2022-02-27", "address": "https://news.example/2022-02-27/ice"}),
    ("https://news.example/2022/02/ice", {"address": "https://news.example/2022/02/ice"}),
    ("https://news.example/27/02/2022/ice", {"address": "https://news.example/27/02/2022/ice"}),
    ("https://news.example/2022/13/45/ice", {"address": "https://news.example/2022/13/45/ice"}),
    ("https://news.example/id/20220227", {"address": "https://news.example/id/20220227"}),
    ("The Riga Herald", {"outlet": "The Riga Herald"}),
    ("somebody", {}),
    ("articles/2022-02-27-ice.txt", {"date": "2022-02-27"}),
    ("C:\\texts\\2022-02-27 ice.docx", {"date": "2022-02-27"}),
    ("2022-02-27.txt", {"date": "2022-02-27"}),
    ("2022-02-27-news.jsonl", {}),
    ("2022-02-27-news.csv:3", {}),
    ("ice-2022-02-27.txt", {}),
    ("20220227.txt", {}),
    ("2022-02-30-ice.txt", {}),
    ("https://user@herald.example/x y", {}),
    ("https://" + "a" * 3000 + ".example/2022/02/27/", {}),
]


@pytest.mark.parametrize(("source", "wanted"), SOURCES, ids=lambda value: value[:45] if isinstance(value, str) else "")
def test_a_source_tells(source, wanted):
    assert told(BODY, source=source) == wanted


def test_the_day_of_a_dateline_takes_the_year_of_an_address_of_the_same_month():
    assert told(f"RIGA, Feb 27 (AP) — {BODY}", source="https://a.example/2022/02/x")["date"] == "2022-02-27"
    assert "date" not in told(f"RIGA, Jan 31 (AP) — {BODY}", source="https://a.example/2022/02/x")


def test_the_day_in_the_text_comes_before_that_of_the_address_unless_one_of_them_must_be_wrong():
    text = f"date 2022-02-27 Riga: {BODY}"
    assert told(text, source="https://a.example/2022/02/28/x")["date"] == "2022-02-27"
    assert "date" not in told(text, source="https://a.example/2021/02/28/x")


def test_the_day_of_a_file_comes_last_it_may_be_the_day_of_saving():
    assert told(f"date 2022-02-27 Riga: {BODY}", source="2026-01-01-note.txt")["date"] == "2022-02-27"


@pytest.mark.parametrize("weak", [f"the document's properties: {MADE}", ARCHIVED])
def test_a_day_that_the_article_says_comes_before_that_of_the_mere_file(weak):
    file = Article(f"RIGA, Feb. 27, 2022 — {BODY}", date="2013-12-23", told={"date": weak})
    found = known(file)
    assert (found.date, found.told["date"]) == ("2022-02-27", "the dateline")
    silent = replace(file, text=BODY)
    assert known(silent) is silent
    assert known(replace(silent, id="2022-02-27-ice.docx")).told["date"] == "the file's name"


def test_an_address_above_the_text_is_the_articles():
    found = told(f"https://herald.example/2022/02/27/ice\n\n{BODY}")
    assert found == {
        "address": "https://herald.example/2022/02/27/ice",
        "outlet": "The Riga Herald",
        "date": "2022-02-27",
    }


def test_each_field_says_in_plain_words_where_it_came_from():
    text = f"Ice closes port\n\nBy Jane Doe\n\nRIGA, Feb. 27, 2022 (AP) — {BODY}"
    assert dict(known(Article(text), OUTLETS).told) == {
        "title": "the first line",
        "author": "the byline",
        "dateline": "the dateline",
        "date": "the dateline",
        "outlet": "the agency in its dateline",
    }
    assert dict(known(Article(BODY, source="https://herald.example/2022/02/27/"), OUTLETS).told) == {
        "address": "its source",
        "outlet": "the outlet table by its address",
        "date": "the date in its address",
    }


def test_what_the_caller_said_stays_and_is_not_told_of():
    given_ = Article(
        f"Ice closes port\n\nBy Jane Doe\n\nRIGA, Feb. 27, 2022 (AP) — {BODY}",
        title="Ice",
        outlet="Mine",
        author="Me",
        date="2020-01-01",
        dateline="Oslo",
        told={"date": "the page's metadata"},
    )
    assert known(given_, OUTLETS, is_place) is given_


def test_where_nothing_is_new_the_article_is_the_very_same():
    article = Article(BODY)
    assert known(article) is article
    once = known(Article(f"date 2022-02-27 Riga: {BODY}", told={"title": "x"}))
    assert known(once) is once and once.told["title"] == "x"


def test_without_a_table_and_without_places_only_what_is_sure_is_told():
    assert known(Article(f"RIGA — {BODY}")).dateline is None
    assert known(Article(f"RIGA, Latvia — {BODY}", source="https://herald.example/")).outlet is None


@given(st.text(max_size=300) | st.lists(st.sampled_from([head for head, _ in HEADS])).map("\n".join))
def test_no_text_raises_and_none_is_changed(text):
    found = known(Article(text, source=text[:80], id=text[:20]), OUTLETS, is_place)
    assert replace(found, **dict.fromkeys(FIELDS), told={}) == Article(text, source=text[:80], id=text[:20])


HOSTILE = (
    "A ",
    "Aa, ",
    "By Aa ",
    "Aa Bb, ",
    "KYIV, ",
    "date 2022-02-27 ",
    "(AP) ",
    "Reporting by Aa ",
    "/2022",
    "By Aa Bb and ",
    "-",
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_long_text_of_nothing_else_takes_no_time_worth_telling(unit):
    assert known(Article(unit * 200_000, source=unit * 200_000), OUTLETS, is_place).text == unit * 200_000
    assert known(Article("\n".join([unit * 30] * 5_000)), OUTLETS, is_place).id == ""
