"""What is known of an article: where it came from, set right, kept; and articles removed and taken back."""

import pytest

pytestmark = pytest.mark.browser

SUNDAY = "The ferry from Dover to Calais was late on Sunday, and nobody had been told why."


def has(dialog, label, value):
    """Until a box of the dialog holds a value."""
    from playwright.sync_api import expect

    expect(dialog.get_by_role("textbox", name=label)).to_have_value(value)


def test_a_changed_date_is_kept_and_moves_the_days(open_page, shipped):
    reader = open_page(shipped)
    reader.paste(SUNDAY, "A late ferry", "20220228")
    reader.mark("Calais").click()
    reader.wait_card("27 February 2022")
    dialog = reader.details()
    dialog.get_by_role("textbox", name="Published").fill("2022-03-07")
    dialog.get_by_role("button", name="Save").click()
    dialog.wait_for(state="detached")
    reader.wait_card("6 March 2022")
    reader.page.reload()
    reader.wait_until_drawn()
    reader.wait_card("6 March 2022")
    assert "7 March 2022" in reader.chosen
    has(reader.details(), "Published", "2022-03-07")


def test_a_day_that_is_none_is_refused_with_a_line_and_nothing_is_lost(open_page, address):
    reader = open_page(address)
    reader.paste("It rained in [Minsk|minsk].", "Rain", "20220228")
    dialog = reader.details()
    dialog.get_by_role("textbox", name="Published").fill("<img src=x onerror=alert(1)>")
    dialog.get_by_role("textbox", name="Outlet").fill("The Daily Example")
    dialog.get_by_role("button", name="Save").click()
    dialog.get_by_text("This could not be saved.").wait_for()
    has(dialog, "Outlet", "The Daily Example")
    dialog.get_by_role("textbox", name="Published").fill("2022-02-27")
    dialog.get_by_role("button", name="Save").click()
    dialog.wait_for(state="detached")
    dialog = reader.details()
    has(dialog, "Outlet", "The Daily Example")
    has(dialog, "Published", "2022-02-27")


def test_a_fact_says_that_the_reader_has_set_it(open_page, address):
    reader = open_page(address)
    reader.paste("It rained in [Minsk|minsk].", "Rain")
    dialog = reader.details()
    dialog.get_by_role("textbox", name="Author").fill("A. Writer")
    dialog.get_by_role("button", name="Save").click()
    dialog.wait_for(state="detached")
    reader.page.locator(".st-key-changed").get_by_text("Saved.").wait_for()
    reader.details().get_by_role("textbox", name="Author – from").wait_for()


def test_a_removed_article_is_taken_back(open_page, address):
    reader = open_page(address)
    reader.paste("It rained in [Minsk|minsk].", "Rain")
    before = reader.version
    reader.details().get_by_role("button", name="Remove this article").click()
    reader.page.get_by_text("The article was removed.").wait_for()
    reader.wait_until_drawn(before)
    assert not any(line.startswith("Rain") for line in reader.listed())
    sample = reader.version
    reader.page.get_by_role("button", name="Take it back").click()
    reader.wait_until_drawn(sample)
    reader.wait_text("It rained in")
    assert "Rain" in reader.chosen
    assert reader.page.get_by_text("The article was removed.").count() == 0


def test_a_removed_article_of_several_leaves_the_reader_with_the_others_on_one_map(open_page, address):
    reader = open_page(address)
    reader.paste("It snowed in [Gomel|gomel].", "Snow")
    reader.paste("It hailed in [Kyiv|kyiv].", "Hail")
    reader.paste("It rained in [Minsk|minsk].", "Rain")
    before = reader.version
    reader.details().get_by_role("button", name="Remove this article").click()
    reader.page.get_by_text("The article was removed.").wait_for()
    reader.wait_until_drawn(before)
    assert reader.chosen == "All articles on one map (2)"
    several = reader.version
    reader.page.get_by_role("button", name="Take it back").click()
    reader.wait_until_drawn(several)
    assert "Rain" in reader.chosen


def test_a_removed_article_is_gone_after_a_reload(open_page, address):
    reader = open_page(address)
    reader.paste("It rained in [Minsk|minsk].", "Rain")
    kept = reader.page.url
    reader.details().get_by_role("button", name="Remove this article").click()
    reader.page.get_by_text("The article was removed.").wait_for()
    again = open_page(kept)
    assert "sample" in again.chosen and not any(line.startswith("Rain") for line in again.listed())


def test_a_sample_s_facts_are_shown_and_cannot_be_changed(open_page, address):
    dialog = open_page(address).details()
    dialog.get_by_text("This is a sample.").wait_for()
    assert dialog.get_by_text("Published (YYYY-MM-DD): 2022-02-27").count() == 1
    assert dialog.get_by_role("textbox").count() == 0
