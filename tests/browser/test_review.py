"""The queue of mentions to look at, by its keys and by its buttons."""

from dataclasses import replace

import pytest

from geo.project import Projects
from geo.types import Candidate
from tests.stories import PAYLOADS, PLACES, story

pytestmark = pytest.mark.browser

HOSTILE = " ~ ".join(PAYLOADS).replace("[", "(").replace("|", "/")


def unsure(told):
    """The story whose mentions may all mean Kharkiv or Moscow as well."""
    others = (Candidate(PLACES["kharkiv"], 0.2), Candidate(PLACES["moscow"], 0.1))
    kept = [replace(each, resolution=replace(each.resolution, alternatives=others)) for each in told.mentions]
    return replace(told, mentions=tuple(kept))


@pytest.fixture(scope="module")
def server(hand_made_script, tmp_path_factory):
    """A server with a folder of projects: its address and the folder."""
    from tests.browser.conftest import serve

    folder = tmp_path_factory.mktemp("projects")
    with serve(hand_made_script, projects=folder) as address:
        yield address, Projects(folder)


@pytest.fixture
def queue(open_page, server):
    """`queue(*texts, title, width) -> Reader` at the queue of a project of these texts."""

    def run(*texts, title="Towns", **look):
        address, projects = server
        with projects.create() as made:
            made.add(unsure(story(text, id=f"{number}.txt", title=title)) for number, text in enumerate(texts))
        reader = open_page(f"{address}/?project={made.token}&show=all", **look)
        text = reader.page.locator(".st-key-panes").get_by_text("Text", exact=True)
        if text.is_visible():  # a narrow screen shows the map first
            text.click()
        reader.page.get_by_text("Review", exact=True).click()
        at(reader, title)
        return reader

    return run


TEXT = "[Paris|paris-tx:0.4] is not [Minsk|minsk:0.6]; it rained in [Kyiv|kyiv:0.9]."


def review(reader):
    return reader.page.locator(".review")


def at(reader, words, progress=None):
    """Until the mention at hand is these words, and so many were looked at."""
    review(reader).locator("blockquote strong, h2.title").get_by_text(words, exact=True).first.wait_for()
    if progress:
        review(reader).get_by_text(progress, exact=True).wait_for()


def press(reader, key):
    """Press a key as soon as the last one has been answered."""
    review(reader).and_(reader.page.locator(":not(.busy)")).wait_for()
    reader.page.keyboard.press(key)


def test_keys_answer_without_a_click_first_and_the_map_shows_the_place(queue):
    reader = queue(TEXT)
    at(reader, "Paris", "0 of 3 looked at")
    reader.marker("Paris").locator(".dl-dot").wait_for()
    assert abs(reader.view()[0] - PLACES["paris-tx"].lat) < 1
    press(reader, "Enter")
    at(reader, "Minsk", "1 of 3 looked at")
    press(reader, "1")
    at(reader, "Kyiv", "2 of 3 looked at")
    press(reader, "n")
    reader.page.get_by_text("All 3 mentions were looked at.").wait_for()
    reader.page.get_by_text("2 mentions of 2 places in 1 article").wait_for()
    reader.marker("Kharkiv").locator(".dl-dot").wait_for()


def test_keys_skip_lead_back_and_undo(queue):
    reader = queue(TEXT)
    for key, words, progress in [
        ("s", "Minsk", "0 of 3 looked at"), ("ArrowRight", "Kyiv", "0 of 3 looked at"),
        ("ArrowLeft", "Minsk", "0 of 3 looked at"), ("f", "Kyiv", "1 of 3 looked at"),
        ("u", "Minsk", "0 of 3 looked at"),
    ]:  # fmt: skip
        press(reader, key)
        at(reader, words, progress)
    press(reader, "r")
    review(reader).get_by_text("A location", exact=True).wait_for()


def test_the_page_s_own_key_r_does_not_run_it_again_and_boxes_take_keys(queue):
    reader = queue(TEXT)
    box = reader.page.get_by_placeholder("Your name (optional)")
    box.fill("")
    box.press_sequentially("nrs")
    at(reader, "Paris", "0 of 3 looked at")
    assert box.input_value() == "nrs"


def test_buttons_name_their_keys_and_enter_answers_after_a_click(queue):
    reader = queue(TEXT)
    review(reader).get_by_role("button", name="Skip").click()
    at(reader, "Minsk")
    press(reader, "Enter")
    at(reader, "Kyiv", "1 of 3 looked at")
    review(reader).get_by_role("button", name="Moscow, RU").click()
    reader.page.get_by_text("This is the end. 1 were skipped.").wait_for()
    reader.page.get_by_role("button", name="Look at those").click()
    at(reader, "Paris")


def test_an_answer_for_all_of_these_words_says_how_many(queue):
    reader = queue(TEXT, TEXT + " ", TEXT + "  ")
    press(reader, "a")
    review(reader).get_by_text("The answer goes for all 3 mentions of these words.").wait_for()
    press(reader, "2")
    at(reader, "Minsk", "3 of 9 looked at")
    review(reader).get_by_text("Changed 3 mentions.").wait_for()


@pytest.mark.parametrize("how", ["key", "mouse"])
def test_another_place_is_chosen_in_a_dialog_and_can_be_taken_back(queue, how):
    reader = queue(TEXT)
    if how == "key":
        press(reader, "p")
    else:
        review(reader).get_by_role("button", name="Another place …").click()
    dialog = reader.page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Search all places").fill("homyel v")
    reader.page.keyboard.press("Enter")
    dialog.get_by_text("Homyel Voblasc").click()
    dialog.get_by_role("button", name="Save").click()
    dialog.wait_for(state="detached")
    at(reader, "Minsk", "1 of 3 looked at")
    press(reader, "u")
    at(reader, "Paris", "0 of 3 looked at")


def test_every_key_that_answers_stands_beside_its_button(queue):
    reader = queue(TEXT, TEXT + " ")
    shown = set(" ".join(review(reader).locator("kbd").all_inner_texts()).split())
    assert shown == {"Enter", "P", "N", "R", "F", "←", "→", "S", "U", "A", "1", "2"}


@pytest.mark.parametrize("width", [390, 1280])
def test_hostile_words_are_shown_as_they_are_and_nothing_is_wider_than_the_window(queue, width):
    reader = queue(f"{HOSTILE} [Minsk|minsk] {HOSTILE}", title="A {{7*7}} <img src=x onerror=alert(1)>", width=width)
    at(reader, "Minsk")
    assert "<img src=x onerror=alert(1)>" in review(reader).locator("blockquote").inner_text()
    assert review(reader).locator("img").count() == 0 and reader.overflow() <= 0
