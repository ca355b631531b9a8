"""Numbers of mentions across showings; tests/ui/test_roles.py and test_boilerplate.py turn the switches themselves."""

import pytest

from geo.ui.switch import number_in
from tests.stories import story


@pytest.mark.parametrize(("number", "expected"), [(None, None), (0, None), (1, 0), (2, 1)])
def test_a_mention_has_another_number_where_others_are_left_out(number, expected):
    told = story("[Moscow|moscow*], [Minsk|minsk], [Minsk|minsk]")
    assert number_in(told.literal, told, number) == expected
