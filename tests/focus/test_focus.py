"""What a story is about: decisions from marked-up articles, with places of their own."""

import pytest

from geo.focus import find_focus
from geo.types import Focus
from tests.focus.told import PLACES, Known, told


def focus(sentence, *keys, headline=(), title=None):
    return find_focus(*told(sentence, *keys, title=title), headline, Known())


def names(found: Focus):
    return tuple(part and part.place.name for part in (found.country, found.adm1, found.place))


def test_talks_of_two_governments_are_about_the_place_where_they_are_held():
    found = focus(
        "Delegations will meet in [Gomel]. [~Kyiv] said yes, [~Kyiv] said no, [~Moscow] said that [~Kyiv] would see.",
        *("gomel", "kyiv", "kyiv", "moscow", "kyiv"),
    )
    assert names(found) == ("Belarus", "Gomel Region", "Gomel")
    assert found.reasons[-1] == "Kyiv is named 3 times, but as a government, people or team"


def test_what_lies_within_never_has_the_higher_confidence():
    found = focus("In [Gomel] and in [Minsk] it rained, and in [Kyiv].", "gomel", "minsk", "kyiv")
    assert found.country.confidence >= found.adm1.confidence >= found.place.confidence > 0


def test_a_guess_is_not_told(monkeypatch):
    sentence = "In [Gomel] and in [Minsk] it rained, and in [Kyiv].", "gomel", "minsk", "kyiv"
    found = focus(*sentence)
    between = (found.country.confidence + found.place.confidence) / 2
    monkeypatch.setattr("geo.focus.TOLD_AT", between)
    assert (focus(*sentence).country, focus(*sentence).place) == (found.country, None)


def test_a_story_of_a_country_has_no_division_and_no_place():
    found = focus("[~Peru]’s parliament voted. [Peru] is calm, and [Peru]’s farmers are glad.", "peru", "peru", "peru")
    assert names(found) == ("Peru", None, None)
    assert found.finest.place == PLACES["peru"]


def test_two_countries_alike_are_no_focus_and_the_reason_says_so():
    found = focus(
        "[~Peru] and [~Chile] agreed on fish. [~Chile] gives, [~Peru] takes.", "peru", "chile", "chile", "peru"
    )
    assert names(found) == (None, None, None) and found.finest is None
    assert found.reasons == ("Peru and Chile are named in one breath",)


def test_an_article_without_places_is_about_nowhere():
    assert focus("Begin with cold water.") == Focus(reasons=("no place is named that could be told",))


def test_a_sea_is_the_place_of_a_story_and_lies_in_no_country():
    found = focus("The [Barents Sea] is warm. In the [Barents Sea] cod is rare.", "barents", "barents")
    assert names(found) == (None, None, "Barents Sea")


def test_a_town_brings_its_division_and_country_though_they_are_not_named():
    found = focus("The fair in [Paris] is open.", "paris-tx")
    assert names(found) == ("United States", "Texas", "Paris")
    assert found.parts == (found.place, found.adm1, found.country)


def test_a_zone_without_a_division_lies_in_that_of_the_towns_around_it():
    found = focus("Fire in the [zone] is out. Smoke hung over the [zone].", "zone", "zone")
    assert names(found) == ("Ukraine", "Kyiv Oblast", "Chernobyl exclusion zone")
    assert found.adm1.confidence == found.place.confidence


def test_a_site_far_from_all_towns_has_no_division():
    found = focus("The [fortress] is open. Guests love the [fortress].", "brest-fort", "brest-fort")
    assert names(found) == ("Belarus", None, "Brest Fortress")


def test_a_site_within_the_box_of_the_division_may_be_the_place_and_one_beyond_may_not():
    sentence = "In the [Gomel Region] the [site] burns. The [site] is shut, and the [site] is lost."
    inside = focus(sentence, "gomel-region", *["airport"] * 3)
    beyond = focus(sentence, "gomel-region", *["brest-fort"] * 3)
    assert names(inside) == ("Belarus", "Gomel Region", "Gomel Airport")
    assert names(beyond)[2] is None


def test_the_headline_names_the_place_that_the_text_leaves_out():
    _, headline = told("[Paris] fair opens", "paris-tx")
    found = focus("It is open. Guests come from [Tulsa].", "tulsa", headline=headline)
    assert names(found) == ("United States", "Texas", "Paris")
    assert found.reasons[0] == "the headline names Paris"


def test_only_what_a_mention_was_resolved_to_can_be_the_place():
    found = focus("In [Gomel] it rained, and in [Gomel] it snowed.", "?|gomel:0.3", "?|gomel:0.3")
    assert found.place is None


def test_a_longer_text_that_begins_with_a_place_by_chance_is_not_about_it():
    many = "In [Kyiv] it rained. In [Moscow] it snowed. In [Lima] it was dry. " * 20
    found = focus(f"In [Gomel] it hailed. {many}", "gomel", *["kyiv", "moscow", "peru"] * 20)
    assert found.country is None or found.country.place != PLACES["belarus"]


def test_a_correspondent_elsewhere_in_the_dateline_is_not_where_the_story_plays():
    found = focus("[KYIV] — Rain drowned [Dallas]. In [Dallas] boats float.", "kyiv", "dallas", "dallas")
    assert names(found) == ("United States", "Texas", "Dallas")


@pytest.mark.parametrize("dash", ["—", "-"])
def test_a_small_town_in_the_dateline_is_the_place_though_another_is_named_more_often(dash):
    found = focus(
        f"[PARIS], [Texas] {dash} The club must go. A man from [Tulsa] bought it, he said in [Tulsa].",
        *("paris-tx", "texas", "tulsa", "tulsa"),
    )
    assert names(found) == ("United States", "Texas", "Paris")


def test_the_same_article_has_the_same_focus():
    assert focus("In [Gomel] and [Minsk].", "gomel", "minsk") == focus("In [Gomel] and [Minsk].", "gomel", "minsk")
