"""The page as a whole, without a browser."""

from geo.reading import sample_articles
from tests.ui.conftest import HandMade


def test_the_page_runs_and_shows_the_first_sample(page):
    test = page()
    assert not test.exception
    assert test.selectbox[0].value == sample_articles()[0].id
    assert "22 mentions" in test.expander[0].label


def test_another_sample_is_shown_when_it_is_chosen(page):
    test = page()
    second = sample_articles()[1].id
    test.selectbox[0].set_value(second).run()
    assert not test.exception
    assert test.selectbox[0].value == second
    assert test.query_params["article"] in (second, [second])


def test_a_missing_file_is_one_friendly_message(page, broken):
    test = page(broken)
    assert not test.exception
    assert test.error[0].value == "This could not be mapped."
    assert "places.sqlite is missing" in test.text[0].value


def test_a_file_of_own_places_that_cannot_be_read_is_one_warning_and_the_rest_of_the_page_is_there(page):
    class Lacking(HandMade):
        left_out = ("/x/a_b.csv: there is no such file of places",)

    test = page(Lacking)
    (warning,) = test.warning
    assert "there is no such file of places" in warning.value and r"a\_b" in warning.value
    assert not test.exception and not test.error and "22 mentions" in test.expander[0].label


def test_the_sources_and_licences_are_named(page):
    shown = " ".join(text.value for text in page().text)
    assert all(name in shown for name in ("© Nobody", "Natural Earth", "Leaflet", "Apache-2.0"))
