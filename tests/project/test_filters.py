import pytest

from geo.errors import InputError
from geo.project.filters import MAX_CHOICES, MAX_TEXT, Filter


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "x" * (MAX_TEXT + 1)}, {"published": ("yesterday", None)}, {"spoken_of": (None, "2024-1-1")},
        {"confidence": (0.9, 0.1)}, {"confidence": (-1, 1)}, {"confidence": (0, float("nan"))}, {"countries": "UA"},
        {"states": ("done",)}, {"articles": (1,)}, {"outlets": tuple(map(str, range(MAX_CHOICES + 1)))},
    ],
)  # fmt: skip
def test_a_filter_that_makes_no_sense_is_refused_in_one_line(fields):
    with pytest.raises(InputError) as refused:
        Filter(**fields)
    assert "\n" not in str(refused.value)


def test_a_filter_knows_what_it_asks_and_what_it_is_without():
    asked = Filter(text="x", countries=("UA",), boilerplate=True)
    assert asked.asked == ("text", "countries", "boilerplate")
    assert asked.without("text") == Filter(countries=("UA",), boilerplate=True)
    assert Filter().asked == ()


def test_a_filter_can_be_a_key_of_a_cache():
    assert {Filter(text="a"): 1}[Filter(text="a")] == 1


def test_a_filter_with_boilerplate_asks_the_rest():
    assert Filter(text="a").with_boilerplate == Filter(text="a", boilerplate=True)
