import pytest

from geo.errors import InputError
from geo.project.editing import checked_edit


def test_values_are_trimmed_and_empty_ones_are_unknown():
    assert checked_edit({"title": "  Two \n words ", "outlet": " ", "date": None}) == {
        "title": "Two words",
        "outlet": None,
        "date": None,
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [("date", "2024-02-29"), ("address", "https://example.org/a?b=1"), ("language", "pt-BR"), ("author", "Ann Li")],
)
def test_sensible_values_stay(name, value):
    assert checked_edit({name: value}) == {name: value}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("date", "2023-02-29"), ("date", "20240101"), ("date", "tomorrow"), ("address", "javascript:alert(1)"),
        ("address", "http://[bad"), ("address", "//example.org"), ("language", "English"), ("title", "a\0b"),
        ("title", "x" * 1001), ("outlet", "\ud800"), ("text", "other"), ("id", "x"),
    ],
)  # fmt: skip
def test_other_values_are_refused_in_one_line(name, value):
    with pytest.raises(InputError) as refused:
        checked_edit({name: value})
    assert "\n" not in str(refused.value)


def test_nothing_to_set_is_refused():
    with pytest.raises(InputError, match="nothing is given"):
        checked_edit({})
