"""What the card says."""

from dataclasses import replace

import pytest

from geo.drawing import cards
from geo.types import Part, When
from tests.stories import story


def test_a_card_lists_every_sentence_of_its_place_and_leads_through_them():
    told = story("In [Kyiv|kyiv] it rained. In [Minsk|minsk] it did not. All of [Kiev|kyiv] slept.")
    shown = cards.card(told, 2)
    assert [tuple(excerpt[1:]) for excerpt in shown["excerpts"]] == [
        ("In ", "Kyiv", " it rained.", ""),
        ("All of ", "Kiev", " slept.", ""),
    ]
    assert (shown["count"], shown["position"], shown["previous"], shown["next"]) == (2, 1, 0, None)


def test_a_card_says_where_how_sure_and_why():
    shown = cards.card(story("[Paris|paris-tx:0.46]"), 0)
    assert shown["name"] == "Paris, Texas, US"
    assert (shown["percent"], shown["sure"]) == ("46%", "A guess")
    assert shown["reasons"] and (shown["others"], shown["alternatives"]) == (cards.NOW, [["Paris, FR", "41%"]])
    assert shown["link"] == 4717560


def test_an_unresolved_mention_says_why_it_is_not_on_the_map():
    shown = cards.card(story("[Nowhere|?]"), 0)
    assert shown["sure"] == "Not located" and shown["reasons"] == ["no place of that name is known"]
    assert (shown["counted"], shown["count"]) == ("In this article", 1)


def test_of_a_name_without_a_place_it_is_told_how_often_it_stands_in_the_article():
    shown = cards.card(story("[Oz|?] and [Kyiv|kyiv], [OZ|?] and [Nowhere|?]. [Oz|?]"), 2)
    assert (shown["count"], shown["position"], shown["previous"], shown["next"]) == (3, 1, 0, 4)
    assert [row[0] for row in shown["excerpts"]] == [0, 2, 4]


def test_a_border_has_no_link_to_geonames():
    assert cards.about(story("[x|border]").mentions[0])["link"] is None


def test_an_approximate_place_says_how_far_it_reaches():
    assert "30 km" in cards.about(story("[x|zone]").mentions[0])["about"]


def test_a_long_sentence_is_cut_at_words():
    told = story("word " * 100 + "[Kyiv|kyiv]" + " other" * 100)
    before, surface, after, _ = cards.excerpt(told, 0)
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
    assert cards.overview(told.literal, of=told)["empty"][1] == GOVERNMENTS


GOVERNMENTS = "Governments, peoples and teams are switched off."
ASIDES = "Menus, captions and links are switched off."


@pytest.mark.parametrize(
    ("marked", "asides", "literal", "says"),
    [
        ("[Minsk|minsk]", {0}, False, ASIDES),
        ("[Moscow|moscow*]", {0}, False, ASIDES),
        ("[Moscow|moscow*] and [Minsk|minsk]", {1}, True, f"{GOVERNMENTS} {ASIDES}"),
        ("[Moscow|moscow*] and [Minsk|?]", set(), True, GOVERNMENTS),
    ],
)
def test_an_overview_without_a_place_says_what_is_switched_off(marked, asides, literal, says):
    told = story(marked)
    told = replace(told, mentions=tuple(replace(m, boilerplate=n in asides) for n, m in enumerate(told.mentions)))
    shown = told.body.literal if literal else told.body
    assert cards.overview(shown, of=told)["empty"] == ["No location to show here.", says]


SUNDAY = When("2022-02-27", "2022-02-27", "on Sunday", "day")


@pytest.mark.parametrize(
    ("when", "label", "told"),
    [
        (None, None, ""),
        (SUNDAY, None, "27 February 2022"),
        (None, "page 3", "page 3"),
        (SUNDAY, "page 3", "27 February 2022 · page 3"),
        (None, "a\u2028<b>\udcff", "a\u2028<b>\ufffd"),
    ],
)
def test_an_excerpt_says_of_which_days_it_speaks_and_on_which_page_it_stands(when, label, told):
    shown = story("In [Kyiv|kyiv] it rained.")
    shown = replace(
        shown,
        article=replace(shown.article, parts=(Part(0, 7, label),) if label else ()),
        mentions=(replace(shown.mentions[0], when=when),),
    )
    assert cards.excerpt(shown, 0) == ("In ", "Kyiv", " it rained.", told)


def test_a_mention_behind_the_last_page_has_no_page():
    shown = story("One. In [Kyiv|kyiv] it rained.")
    shown = replace(shown, article=replace(shown.article, parts=(Part(0, 4, "page 1"),)))
    assert cards.excerpt(shown, 0)[3] == ""


def told(article, before="It rained in ", after=" all day.", confidence=0.9):
    return cards.Told(before, "Kyiv", after, "", article, confidence)


def test_sentences_of_several_articles_stand_under_their_headlines():
    kyiv = story("[Kyiv|kyiv]").mentions[0]
    data = cards.gathered(kyiv, [told("One"), told("One"), told("Two")], 7, 1)
    assert [row[5] for row in data["excerpts"]] == ["One", "", "Two"]
    assert (data["count"], data["position"], data["previous"], data["next"], data["current"]) == (7, 1, 0, 2, 1)
    assert data["name"] == "Kyiv, UA" and data["at"] == "50.45470, 30.52380"


def test_a_place_of_which_no_sentence_is_picked_tells_what_holds_for_all_of_them():
    paris = story("[Paris|paris-tx:0.46]").mentions[0]
    both = [told("One", confidence=0.46), told("Two", confidence=0.98)]
    data = cards.gathered(paris, both, 2, None)
    assert (data["percent"], data["sure"]) == ("46–98%", "A guess or more") and data["alternatives"] == []
    one = cards.gathered(paris, both, 2, 0)
    assert (one["percent"], one["sure"]) == ("46%", "A guess") and one["alternatives"]
    same = cards.gathered(paris, both[:1] * 2, 2, None)
    assert (same["percent"], same["sure"]) == ("46%", "A guess")


def test_of_very_many_sentences_those_around_the_open_one_are_told_and_headed():
    data = cards.gathered(story("[Kyiv|kyiv]").mentions[0], [told("One")] * 200, 200, 150)
    shown = data["excerpts"]
    assert len(shown) == cards.MOST_EXCERPTS and shown[0][0] < 150 < shown[-1][0]
    assert shown[0][5] == "One" and not any(row[5] for row in shown[1:])


def test_a_long_sentence_of_several_articles_is_cut_at_words():
    row = cards.gathered(story("[Kyiv|kyiv]").mentions[0], [told("One", "word " * 100, " other" * 100)], 1, None)
    before, surface, after = row["excerpts"][0][1:4]
    assert before.startswith("… word") and surface == "Kyiv" and after.endswith("other …")
    assert (row["previous"], row["next"]) == (None, 0)


@pytest.mark.parametrize(("state", "confidence"), [("verified", 0.46), ("verified", 1.0), ("flagged", 1.0)])
def test_once_a_person_has_decided_the_engine_s_percentages_of_other_places_are_left_out(state, confidence):
    paris = story(f"[Paris|paris-tx:{confidence}]").mentions[0]
    assert (cards.about(replace(paris, state="flagged"))["others"] == cards.NOW) is (confidence < 1)
    shown = cards.about(replace(paris, state=state))
    assert shown["others"] == cards.BEFORE and shown["alternatives"] == [["Paris, FR", ""]]
