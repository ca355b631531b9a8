"""Two pages of one project: what is changed at one is seen at the other with the next click, whatever the click was for."""

import pytest

from geo.project import Decision, NotAPlace, Projects
from tests.stories import story


@pytest.fixture(scope="module")
def served(hand_made_script, tmp_path_factory):
    """A server and the folder of its projects."""
    from tests.browser.conftest import serve

    folder = tmp_path_factory.mktemp("projects")
    with serve(hand_made_script, projects=folder) as address:
        yield address, folder


@pytest.fixture
def shared(served, open_page):
    """`shared(what is shown) -> reader, project`: a page of a project of three articles, and the project as others have it."""
    address, folder = served
    made = Projects(folder).create()
    made.add(
        [
            story(
                f"[Gomel|gomel] slept on day {n}. [Minsk|minsk] did not.",
                id=f"a{n}",
                title=f"T{n}",
                date=f"2022-03-0{n}",
            )
            for n in (1, 2, 3)
        ]
    )
    yield lambda shown: (open_page(f"{address}/?project={made.token}&{shown}"), made)
    made.close()


def wait_two_left(reader):
    """Until list, figures and header tell of two articles; no error may stand there."""
    page = reader.page
    page.get_by_text("2 articles. Choose one to read it.").wait_for()
    page.get_by_text("4 mentions of 2 places in 2 articles").wait_for()
    reader.wait_until_idle()
    assert reader.chosen == "All articles on one map (2)"
    assert page.get_by_test_id("stException").count() == page.get_by_test_id("stAlert").count() == 0


def test_a_click_in_an_article_that_was_removed_elsewhere_leads_to_what_is_left(shared):
    reader, made = shared("article=a2")
    made.delete(["a2"])
    reader.mark("Minsk").click()
    wait_two_left(reader)


def test_a_click_in_an_article_beside_the_map_that_was_removed_leads_to_the_list(shared):
    reader, made = shared("show=all&article=a2")
    made.delete(["a2"])
    reader.mark("Minsk").click()
    wait_two_left(reader)


def test_a_click_on_the_map_beside_an_article_that_was_removed_leads_to_the_list(shared):
    reader, made = shared("show=all&article=a2")
    made.delete(["a2"])
    reader.click_marker("Minsk")
    wait_two_left(reader)


def test_a_removed_article_is_not_opened_from_the_list_or_from_a_sentence(shared):
    reader, made = shared("show=all")
    reader.click_marker("Homyel")
    reader.wait_card("Named 3 times")
    made.delete(["a2"])
    reader.card.get_by_role("button").filter(has_text="day 2").click()
    wait_two_left(reader)
    made.undo()
    reader.click_marker("Minsk")
    reader.page.get_by_text("3 articles. Choose one to read it.").wait_for()
    reader.wait_until_idle()
    made.delete(["a2"])
    reader.page.locator(".list button", has_text="T2").click()
    wait_two_left(reader)


def test_an_article_that_was_changed_elsewhere_is_shown_as_it_is_with_the_next_click(shared):
    reader, made = shared("article=a2")
    made.edit("a2", title="Another headline")
    reader.mark("Minsk").click()
    reader.page.get_by_role("heading", name="Another headline").wait_for()
    assert "Another headline" in reader.chosen


def test_a_mention_that_was_taken_out_elsewhere_is_not_counted_after_the_next_click(shared):
    reader, made = shared("show=all")
    reader.page.get_by_text("6 mentions of 2 places in 3 articles").wait_for()
    made.decide(Decision("a2", 0, len("Gomel"), NotAPlace()))
    reader.click_marker("Minsk")
    reader.page.get_by_text("5 mentions of 2 places in 3 articles").wait_for()
    reader.wait_card("Minsk, BY")
