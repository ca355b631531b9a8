from datetime import date

import pytest

from geo.dating.days import days
from geo.dating.expressions import find

SUNDAY = date(2022, 2, 27)


def meant(text: str, base: date | None = SUNDAY, ahead: bool | None = None) -> str | None:
    (one,) = find(text, 0, len(text))
    found = days(one, base, ahead)
    return found and f"{found.first}..{found.last}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2022-03-04", "2022-03-04..2022-03-04"),
        ("13/02/2022", "2022-02-13..2022-02-13"),
        ("02/13/2022", "2022-02-13..2022-02-13"),
        ("5/5/2022", "2022-05-05..2022-05-05"),
        ("1.2.2022", "2022-02-01..2022-02-01"),
        ("Saturday, March 28", "2020-03-28..2020-03-28"),
        ("on Sunday", "2022-02-27..2022-02-27"),
        ("last Sunday", "2022-02-20..2022-02-20"),
        ("on Tuesday of next week", "2022-03-01..2022-03-01"),
        ("Good Friday 2022", "2022-04-15..2022-04-15"),
        ("in the first half of this year", "2022-01-01..2022-06-30"),
        ("in the last quarter of 2021", "2021-10-01..2021-12-31"),
        ("Q3 2021", "2021-07-01..2021-09-30"),
        ("in winter 2021", "2021-12-01..2022-02-28"),
        ("the winter of 2013-14", "2013-12-01..2014-02-28"),
        ("this weekend", "2022-02-26..2022-02-27"),
        ("a month ago", "2022-01-01..2022-01-31"),
        ("twenty-five years ago", "1997-01-01..1997-12-31"),
        ("the past 48 hours", "2022-02-25..2022-02-27"),
        ("the last month", "2022-01-27..2022-02-27"),
        ("the past two centuries", "1822-02-27..2022-02-27"),
        ("last century", "1900-01-01..1999-12-31"),
        ("this decade", "2020-01-01..2029-12-31"),
        ("later this year", "2022-02-27..2022-12-31"),
        ("earlier in the month", "2022-02-01..2022-02-27"),
        ("in the 1900s", "1900-01-01..1999-12-31"),
        ("in the '90s", "1990-01-01..1999-12-31"),
        ("the twelfth century", "1101-01-01..1200-12-31"),
        ("in 1998-9", None),
        ("from 30 December to 2 January", "2021-12-30..2022-01-02"),
        ("from 28 December 2020 to 3 January", "2020-12-28..2021-01-03"),
        ("between May and June 2020", "2020-05-01..2020-06-30"),
        ("since yesterday", "2022-02-26..2022-02-27"),
        ("until June", "2022-02-27..2022-06-30"),
        ("until 2014", "2014-01-01..2014-12-31"),
    ],
)  # fmt: skip
def test_words_mean_days(text, wanted):
    if wanted is None:
        assert find(text, 0, len(text)) == []
    else:
        assert meant(text) == wanted


@pytest.mark.parametrize(
    ("text", "back", "forward"),
    [
        ("on Friday", "2022-02-25", "2022-03-04"),
        ("on 4 March", "2021-03-04", "2022-03-04"),
        ("in May", "2021-05-01", "2022-05-01"),
        ("in the summer", "2021-06-01", "2022-06-01"),
        ("on Christmas Day", "2021-12-25", "2022-12-25"),
        ("on 29 February", "2020-02-29", "2024-02-29"),
        ("on 27 February", "2022-02-27", "2022-02-27"),
    ],
)
def test_what_comes_again_is_the_last_or_the_next(text, back, forward):
    assert meant(text, ahead=False).startswith(back) and meant(text, ahead=True).startswith(forward)


@pytest.mark.parametrize(
    "text", ["on Friday", "on 4 March", "in May", "last year", "today", "two days ago", "since 2014", "this weekend"]
)
def test_without_a_day_of_publication_only_what_tells_its_year_is_read(text):
    assert meant(text, base=None) is None


@pytest.mark.parametrize(
    "text", ["in 2014", "on 4 March 2022", "in May 2014", "in the 1990s", "2022-03-04", "from May to June 2020"]
)
def test_what_tells_its_year_needs_no_day_of_publication(text):
    assert meant(text, base=None) == meant(text)


@pytest.mark.parametrize(
    "text",
    [
        "30 February", "31 June 2021", "2021-13-40", "0000-01-01", "9999-99-99", "4/3/2022", "32.01.2022",
        "99/99/2022", "5-3 May",
        "in 2014-12", "between 2016 and 2014", "the third half of 2021", "the fifth quarter of 2021",
        "in winter 2013-15", "the past 30 hours",
        "999 decades ago", "0th century",
    ],
)  # fmt: skip
def test_what_is_no_day_or_may_be_two_is_none(text):
    assert all(days(one, SUNDAY, None) is None for one in find(text, 0, len(text)))


@pytest.mark.parametrize("base", [date.min, date.max])
@pytest.mark.parametrize(
    "text",
    [
        "on Sunday", "next week", "last week", "last century", "next century", "999 years ago", "in 999 months' time",
        "tomorrow", "yesterday",
        "over the weekend", "in May", "last May", "since 2014", "the past 999 years", "on Easter Sunday",
        "this winter", "the end of the decade",
    ],
)  # fmt: skip
def test_at_the_ends_of_the_calendar_nothing_breaks(text, base):
    (one,) = find(text, 0, len(text))
    for ahead in (None, True, False):
        found = days(one, base, ahead)
        assert found is None or found.first <= found.last
