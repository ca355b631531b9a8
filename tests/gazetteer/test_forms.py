import pytest

from geo.gazetteer.forms import fallbacks


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("northern syria", "syria"),
        ("city of york", "york"),
        ("kano state", "kano"),
        ("suffolk city", "suffolk"),
        ("republic of the congo", "congo"),
        ("saint louiss", "saint louis"),
        ("downtown dallas", "dallas"),
    ],
)
def test_a_name_with_a_part_or_type_is_tried_without_it(name, form):
    assert form in [found.key for found in fallbacks(name)]


@pytest.mark.parametrize("name", ["paris", "northern", "city", "state", "saint john"])
def test_a_bare_name_has_no_other_form(name):
    assert list(fallbacks(name)) == []


def test_no_form_is_empty():
    assert all(form.key for form in fallbacks("city of the city"))
