import pytest

from geo.metadata.days import in_address, in_name, is_stamp, stamped, written


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Ice", "27 February 2022"], "2022-02-27"),
        (["Published: Feb 27, 2022 10:14 AM", "28 February 2022"], "2022-02-27"),
        (["Published on 2022-02-27 | Last updated 2022-03-01"], "2022-02-27"),
        (["Sunday, 27 February 2022"], "2022-02-27"),
        (["Ice", "Jane Doe • 27 Feb 2022 • 4 min"], "2022-02-27"),
        (["Date: 27 February 2022"], "2022-02-27"),
        (["27 February 2022"], None),
        (["Ice", "27 February 2022", "28 February 2022"], None),
        (["Ice", "Updated 27 February 2022"], None),
        (["Date: 27 February 2022", "Venue: Riga"], None),
        (
            ["Ice", "03/04/2022", "Feb 2022", "31 February 2022", "On 27 February 2022 it froze", "27 February 1066"],
            None,
        ),
        ([], None),
    ],
)
def test_a_line_that_is_a_full_day_is_the_day_of_publication(lines, wanted):
    assert stamped(lines) == wanted


def test_a_day_may_lack_its_year_where_that_is_known():
    assert written("Feb. 27, 2022") == written("27 February 2022") == written("Sunday, Feb 27", 2022) == "2022-02-27"
    assert written("Feb 27") is written("Feb 27", 2022, 3) is written("Feb 30", 2022) is written("soon", 2022) is None


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://a.example/2022/02/27/x", ("2022-02-27", 2022, 2)),
        ("https://a.example/2022/2/7", ("2022-02-07", 2022, 2)),
        ("https://a.example/news/2022-02-27-x", ("2022-02-27", 2022, 2)),
        ("https://a.example/2022/feb/27/x", ("2022-02-27", 2022, 2)),
        ("https://archive.example/20230101/https://a.example/2022/02/27/", ("2022-02-27", 2022, 2)),
        ("https://a.example/2022/02/x", (None, 2022, 2)),
        ("https://a.example/2022/x", (None, None, None)),
        ("https://a.example/2022/27/02/", (None, None, None)),
        ("https://a.example/x?day=/2022/02/27", (None, None, None)),
        ("https://a.example/12345/02/27", (None, None, None)),
        ("", (None, None, None)),
    ],
)
def test_an_address_tells_a_day_or_a_year_and_month_year_first(address, wanted):
    assert in_address(address) == wanted


def test_a_files_name_begins_with_the_day_unless_it_holds_many():
    assert in_name("a/b/2022-02-27-ice.txt") == in_name("2022-02-27") == in_name("2022-02-27_ice.pdf") == "2022-02-27"
    assert (
        in_name("2022-02-27.csv")
        is in_name("2022-02-27.jsonl.gz")
        is in_name("2022-02-275.txt")
        is in_name("x")
        is None
    )


def test_a_line_of_print_is_no_headline():
    assert is_stamp("Riga TV Published Sunday, February 27, 2022") and is_stamp("27 February 2022")
    assert not is_stamp("Novel of 1926 is published again") and not is_stamp("Ice closes port")
