"""What the card says."""

import pytest

from geo.drawing import cards
from tests.stories import story


def test_a_card_lists_every_sentence_of_its_place_and_leads_through_them():
    told = story("In [Kyiv|kyiv] it rained. In [Minsk|minsk] it did not. All of [Kiev|kyiv] slept.")
    shown = cards.card(told, 2)
    assert [tuple(excerpt[1:]) for excerpt in shown["excerpts"]] == [
        ("In ", "Kyiv", " it rained."),
        ("All of ", "Kiev", " slept."),
    ]
    assert (shown["count"], shown["position"], shown["previous"], shown["next"]) == (2, 1, 0, None)


def test_a_card_says_where_how_sure_and_why():
    shown = cards.card(story("[Paris|paris-tx:0.46]"), 0)
    assert shown["name"] == "Paris, Texas, US"
    assert (shown["percent"], shown["sure"]) == ("46%", "A guess")
    assert shown["reasons"] and shown["alternatives"] == [["Paris, FR", "41%"]]
    assert shown["link"] == 4717560


def test_an_unresolved_mention_says_why_it_is_not_on_the_map():
    shown = cards.card(story("[Nowhere|?]"), 0)
    assert shown["sure"] == "Not located" and shown["reasons"] == ["no place of that name is known"]
    assert shown["count"] == 1


def test_a_border_has_no_link_to_geonames():
    assert cards.about(story("[x|border]").mentions[0])["link"] is None


def test_an_approximate_place_says_how_far_it_reaches():
    assert "30 km" in cards.about(story("[x|zone]").mentions[0])["about"]


def test_a_long_sentence_is_cut_at_words():
    told = story("word " * 100 + "[Kyiv|kyiv]" + " other" * 100)
    before, surface, after = cards.excerpt(told, 0)
    assert before.startswith("… word") and surface == "Kyiv" and after.endswith("other …")
    assert len(before) <= cards.CONTEXT + 2 and len(after) <= cards.CONTEXT + 2


def test_a_place_named_very_often_shows_the_sentences_around_the_picked_one():
    shown = cards.card(story("[Kyiv|kyiv]. " * 500), 300)
    assert len(shown["excerpts"]) == cards.MOST_EXCERPTS
    assert 300 in [excerpt[0] for excerpt in shown["excerpts"]]
    assert (shown["count"], shown["previous"], shown["next"]) == (500, 299, 301)


@pytest.mark.parametrize(
    "told, says",
    [
        ("[Kyiv|kyiv]", "1 mention of 1 place was found:"),
        ("[Kyiv|kyiv] and [Kiev|kyiv]", "2 mentions of 1 place were found; most often named:"),
        ("[Kyiv|kyiv] and [Minsk|minsk]", "2 mentions of 2 places were found:"),
        ("[Kyiv|kyiv], [Minsk|minsk], [Kiev|kyiv]", "3 mentions of 2 places were found; most often named:"),
    ],
)
def test_the_overview_counts_in_plain_english(told, says):
    assert cards.overview(story(told))["empty"][1] == says


def test_the_overview_of_a_part_says_so():
    told = story("[Moscow|moscow*] flew to [Minsk|minsk].")
    assert cards.overview(told.literal, of=told)["empty"][1] == "1 mention of 1 place is shown:"
    assert cards.overview(told, of=told)["empty"][1] == "2 mentions of 2 places were found:"


def test_the_overview_of_a_story_of_governments_that_are_switched_off_says_where_they_went():
    told = story("[Moscow|moscow*] spoke.")
    assert cards.overview(told.literal, of=told)["empty"][1] == "Governments, peoples and teams are switched off."
