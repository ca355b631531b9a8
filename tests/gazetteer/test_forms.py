import pytest

from geo.gazetteer import key
from geo.gazetteer.forms import fallbacks, words


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


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("StandWithUkraine", ["Stand", "With", "Ukraine"]),
        ("DRCongo", ["DR", "Congo"]),
        ("New_York", ["New", "York"]),
        ("Rio2016", ["Rio", "2016"]),
        ("РусскийМир", ["Русский", "Мир"]),
        ("USA", ["USA"]),
        ("kyiv", ["kyiv"]),
        ("_", []),
        ("", []),
    ],
)
def test_words_written_as_one_begin_with_a_capital(written, parts):
    assert [written[start:end] for start, end in words(written)] == parts


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("NewYorkCity", "new york city"),
        ("KharkivOblast", "kharkiv"),
        ("StLouis", "saint louis"),
        ("newyork", "new york"),
        ("ELPASO", "el paso"),
    ],
)
def test_a_name_written_as_one_word_is_tried_in_several(written, form):
    assert form in [found.key for found in fallbacks(key(written), written)]


@pytest.mark.parametrize("written", ["Xi'an", "Gomel", "laos", "U.S.", "Newyork"])
def test_a_name_that_is_no_run_of_words_stays_in_one_piece(written):
    assert list(fallbacks(key(written), written)) == []
