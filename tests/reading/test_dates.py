import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.dates import day


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-02-27", "2022-02-27"),
        (" 2022-02-27T23:59:00Z", "2022-02-27"),
        ("2009-03-23 13:00:49.375308-05", "2009-03-23"),
        ("20220227", "2022-02-27"),
        ("27 February 2022", "2022-02-27"),
        ("Sunday, Feb. 27, 2022", "2022-02-27"),
        ("9:27 AM ET, Mon January 5, 2015", "2015-01-05"),
        ("Sun, 27 Feb 2022 10:11:12 +0300", "2022-02-27"),
        ("13/04/2022", "2022-04-13"),
        ("04/04/2022", "2022-04-04"),
    ],
)
def test_a_full_date_becomes_its_day_as_written(written, expected):
    assert day(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2022",
        "1/1/22",
        "February 2022",
        "2022",
        "Sunday",
        "yesterday",
        "2022-02-30",
        "Feb. 30, 2022",
        "0000-01-01",
        "99999-01-01",
        "",
        "x" * 500,
        None,
        20220227,
        ["2022-02-27"],
    ],
)
def test_what_is_ambiguous_partial_or_no_date_is_unknown(written):
    assert day(written) is None


@given(st.text(max_size=90) | st.from_regex(r"[0-9:./, a-zA-Z+-]{0,40}", fullmatch=True))
def test_no_string_raises(written):
    assert day(written) is None or len(day(written)) == 10
