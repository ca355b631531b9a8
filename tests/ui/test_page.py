"""The page as a whole, without a browser."""

import pytest

from geo.reading import sample_articles
from tests.stories import PAYLOADS, story
from tests.ui.conftest import HandMade


def test_the_page_runs_and_shows_the_first_sample(page):
    test = page()
    assert not test.exception
    assert test.selectbox[0].value == (False, sample_articles()[0].id)
    assert "22 mentions" in test.expander[0].label


def test_another_sample_is_shown_when_it_is_chosen(page):
    test = page()
    second = sample_articles()[1].id
    test.selectbox[0].set_value((False, second)).run()
    assert not test.exception
    assert test.selectbox[0].value == (False, second)
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


def test_an_article_of_a_project_opens_at_its_address(page, projects):
    with projects.create() as made:
        made.add([story("It rained in [Minsk|minsk].", id="a.txt", title="Rain", date="2024-03-01")])
    test = page(project=made.token, article="a.txt", mention="0")
    assert not test.exception and not test.warning
    assert test.selectbox[0].value == (True, "a.txt") and test.selectbox[0].options[0] == "Rain (1 March 2024)"
    assert "The one mention" in test.expander[0].label
    assert test.session_state["dateline.mention"] == 0


def test_a_project_named_without_an_article_lists_its_articles_beside_the_samples(page, projects):
    with projects.create() as made:
        made.add([story("It rained in [Minsk|minsk].", id="a.txt")])
    test = page(project=made.token)
    assert not test.exception and not test.error and not test.warning
    assert test.selectbox[0].value == (False, sample_articles()[0].id)
    assert len(test.selectbox[0].options) == 1 + len(sample_articles())


@pytest.mark.parametrize("token", ["A" * 32, "../x", "%00", "\0", "<img>", "{{7*7}}", "x" * 10_000])
def test_an_address_of_a_project_that_there_is_not_says_so_and_shows_the_samples(page, projects, token):
    test = page(project=token, article="pasted")
    assert not test.exception and not test.error
    assert "a project that there is not" in test.warning[0].value
    assert test.selectbox[0].value == (False, sample_articles()[0].id)
    assert not projects.folder.exists()


@pytest.mark.parametrize("title", [*PAYLOADS, "**bold** :red[x] $x$ [a](http://b)"])
def test_a_hostile_title_is_a_line_of_the_list_as_it_is(page, projects, title):
    with projects.create() as made:
        made.add([story("It rained in [Minsk|minsk].", id=title, title=title, date=None)])
    test = page(project=made.token, article=title)
    assert not test.exception and not test.error
    assert test.selectbox[0].options[0] == title
    assert not [shown for shown in (*test.markdown, *test.caption) if title in shown.value]


def test_an_article_that_somebody_removed_leads_back_to_a_sample(page, projects):
    with projects.create() as made:
        made.add([story("It rained in [Minsk|minsk].", id="a.txt")])
        test = page(project=made.token, article="a.txt")
        made.delete(["a.txt"])
    test.run()
    assert not test.exception and not test.error
    assert test.selectbox[0].value == (False, sample_articles()[0].id)
    assert test.query_params["article"] in (sample_articles()[0].id, [sample_articles()[0].id])


@pytest.mark.parametrize(("left", "choice"), [(("b", "c"), (True, "")), (("b",), (True, "b"))])
def test_an_article_that_was_removed_gives_way_to_what_is_left_of_its_project(page, projects, left, choice):
    with projects.create() as made:
        made.add([story(f"[Kyiv|kyiv] fell silent, says {id}.", id=id, title=id.title()) for id in ("a", *left)])
        test = page(project=made.token, article="a")
        test.session_state["dateline.removed"] = (made.delete(["a"]), "a")
    test.run()
    assert not test.exception and test.selectbox[0].value == choice
    assert "The article was removed." in [text.value for text in test.text]
    next(button for button in test.button if button.label == "Take it back").click().run()
    assert not test.exception and test.selectbox[0].value == (True, "a")


def test_a_project_whose_file_is_damaged_is_as_one_that_there_is_not(page, projects):
    with projects.create() as made:
        made.add([story("It rained in [Minsk|minsk].", id="a.txt")])
    projects.path(made.token).write_bytes(b"SQLite format 3")
    test = page(project=made.token, article="a.txt")
    assert not test.exception and test.warning and test.selectbox[0].value[0] is False
