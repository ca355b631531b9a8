import pytest

from geo.metadata.datelines import dateline_of

BODY = "The port was closed on Monday because of the ice."


def is_place(name):
    return name in ("RIGA", "Riga", "Cambodia", "UN", "The Hague")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (f"KYIV, Ukraine, Feb 27 (Reuters) – {BODY}", ("KYIV, Ukraine", "Feb 27", "Reuters", False)),
        (f"WASHINGTON, D.C., Feb. 27, 2022 — {BODY}", ("WASHINGTON, D.C.", "Feb. 27, 2022", None, False)),
        (f"MOSCOW 27 February 2022 (TASS) - {BODY}", ("MOSCOW", "27 February 2022", "TASS", False)),
        (f"TRUTH OR CONSEQUENCES, N.M. (AP) — {BODY}", ("TRUTH OR CONSEQUENCES, N.M.", "", "Associated Press", False)),
        (f"Stratford-upon-Avon (PA) – {BODY}", ("Stratford-upon-Avon", "", "PA Media", False)),
        (f"RIGA, Latvia—{BODY}", ("RIGA, Latvia", "", None, False)),
        (f"date 2022-02-27 Moscow: {BODY}", ("Moscow", "2022-02-27", None, True)),
        ("2022-02-27, Kyiv, Ukraine:", ("Kyiv, Ukraine", "2022-02-27", None, True)),
    ],
)
def test_with_a_day_an_agency_or_a_region_a_dateline_needs_no_gazetteer(line, wanted):
    assert dateline_of(line) == wanted


@pytest.mark.parametrize("line", [f"RIGA — {BODY}", f"RIGA: {BODY}", f"Riga – {BODY}", f"Riga, Latvia – Port {BODY}"])
def test_what_might_be_a_heading_is_a_dateline_where_the_name_is_a_places(line):
    assert dateline_of(line) is None and dateline_of(line, is_place).place.upper().startswith("RIGA")


@pytest.mark.parametrize(
    "line",
    [
        f"Riga: {BODY}", "Riga – A city", f"UN: {BODY}", f"EXCLUSIVE — {BODY}", f"Riga — a town — {BODY}", "RIGA",
        f"Cambodia – Vietnam Friendship Monument opens. {BODY}", f"The Hague – {BODY}", f"Monday, Feb 27 — {BODY}",
        f"May 5 — {BODY}", f"Paris (pop. 25) — {BODY}", f"2022-02-27 — {BODY}", f"2022-02-27: {BODY}", "", BODY,
        f"RIGA — {BODY.lower()}", f"the RIGA — {BODY}",
    ],
)  # fmt: skip
def test_a_sentence_a_heading_or_a_day_is_none(line):
    assert dateline_of(line, is_place) is None
