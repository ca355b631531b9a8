import pytest

from geo.metadata.bylines import END, byline_of, signature


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("By Jane Doe", ("Jane Doe", None)),
        ("BY JANE DOE", ("JANE DOE", None)),
        ("by: Jane Doe", ("Jane Doe", None)),
        ("By Jane Doe & Max Poe", ("Jane Doe & Max Poe", None)),
        ("By Jane Doe-Roe, Associated Press", ("Jane Doe-Roe", "Associated Press")),
        ("By Jane Doe | AFP | 3 May 2021", ("Jane Doe", "Agence France-Presse")),
        ("By Jane Doe for The Herald", ("Jane Doe", None)),
        ("By Jane Doe • jane@herald.example", ("Jane Doe", None)),
        ("By Ludwig van der Berg in Riga", ("Ludwig van der Berg", None)),
        ("Jane Doe, dpa", ("Jane Doe", "dpa")),
        ("By Reuters", (None, "Reuters")),
    ],
)
def test_a_byline_names_who_and_the_agency(line, wanted):
    assert byline_of(line) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "By All Accounts", "By the Sea", "By Jane", "By Train To Riga", "By Jane Doe said on Monday", "By Sunday Morning",
        "Jane Doe, Riga", "Jane Doe, Mayor", "Jane Doe", "By", "", "By Popular Demand", "By Jane Doe, who was there in May",
        "By Jane Doe " * 20, "Reuters",
    ],
)  # fmt: skip
def test_what_begins_with_by_for_another_reason_is_none(line):
    assert byline_of(line) is None


def test_an_agencys_signature_stands_at_the_end():
    assert signature("It is cold.\n(Reporting by Jane Doe in Riga; Editing by Max Poe)") == "Jane Doe"
    assert (
        signature("It is cold.\nReporting by Jane Doe, Ida Roe and Max Poe; Editing by A B")
        == "Jane Doe, Ida Roe and Max Poe"
    )
    assert signature("Reporting by Jane Doe; " + "x" * END) is None
    assert signature("Additional reporting by Jane Doe; Writing by Max Poe;") == "Max Poe"
    assert signature("Reporting by the press was free.") is signature("") is None
