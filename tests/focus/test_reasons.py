"""Why a story is about a place, in plain words."""

from geo.focus.reasons import explain, explain_none
from geo.focus.votes import cast_votes
from geo.types import Candidate, Focus
from tests.focus.told import PLACES, told


def because(sentence, *keys, country=None, adm1=None, place=None, headline=(), title=None):
    parts = [Candidate(PLACES[key], 0.9) if key else None for key in (country, adm1, place)]
    return explain(Focus(*parts), cast_votes(*told(sentence, *keys, title=title), headline))


def test_headline_dateline_beginning_and_company_are_told():
    _, headline = told("Talks in [Gomel]", "gomel")
    reasons = because(
        "[GOMEL] — The [Gomel Region] is ready. [~Kyiv] is not.",
        *("gomel", "gomel-region", "kyiv"),
        country="belarus", adm1="gomel-region", place="gomel", headline=headline,
    )  # fmt: skip
    assert reasons == (
        "the headline names Gomel",
        "the dateline is Gomel",
        "Gomel Region is the first place that the text names",
        "2 of 2 places lie in Gomel Region",
    )


def test_the_dateline_of_a_correspondent_elsewhere_is_no_reason():
    reasons = because("[KYIV] — Rain fell in [Gomel].", "kyiv", "gomel", country="belarus", place="gomel")
    assert reasons == ("Gomel is the first place that the text names",)


def test_a_place_in_the_first_lines_behind_another_is_told_as_such():
    reasons = because("[~Kyiv] spoke of [Gomel].", "kyiv", "gomel", country="belarus", place="gomel")
    assert reasons == ("the first lines name Gomel",)


def test_places_in_the_country_are_counted_where_the_division_holds_only_one():
    reasons = because("In [Gomel], in [Minsk], in [Kyiv].", "gomel", "minsk", "kyiv", country="belarus", place="gomel")
    assert reasons[-1] == "2 of 3 places lie in Belarus"


def test_what_is_named_most_and_is_passed_over_is_told_with_why():
    sentence = "In [Gomel] they met. [~Kyiv] said yes, [~Kyiv] said no."
    assert because(sentence, "gomel", "kyiv", "kyiv", country="belarus", place="gomel")[-1] == (
        "Kyiv is named 2 times, but as a government, people or team"
    )
    sentence = "In [Gomel] they met, far from [Kyiv]. In [Kyiv] it rained."
    assert because(sentence, "gomel", "kyiv", "kyiv", country="belarus", place="gomel")[-1] == (
        "Kyiv is named 2 times, but further down or in passing"
    )


def test_what_is_named_most_within_the_focus_or_first_is_not_told_as_passed_over():
    assert not any(
        "but" in r for r in because("[Gomel]. [Minsk]. [Minsk].", *("gomel", "minsk", "minsk"), country="belarus")
    )
    assert not any("but" in r for r in because("[Kyiv]. [Gomel]. [Kyiv].", *("kyiv", "gomel", "kyiv"), place="gomel"))


def test_there_is_always_a_reason():
    sentence = "x" * 200 + " [~Kyiv], [Moscow], [~Gomel]"
    assert because(sentence, "kyiv", "moscow", "gomel", place="gomel") == ("the likeliest of what is named",)


def test_why_a_story_is_about_nowhere():
    def why(sentence, *keys):
        return explain_none(cast_votes(*told(sentence, *keys), ()))

    assert why("Soup.") == why("In [Nowhere].", "?|gomel:0.2") == ("no place is named that could be told",)
    assert why("[Peru] and [Chile] agreed.", "peru", "chile") == ("Peru and Chile are named in one breath",)
    assert why("[Peru]. [Chile].", "peru", "chile") == (
        "places in 2 countries are named, and too little speaks for one of them",
    )
    assert why("The [Barents Sea].", "barents:0.4") == ("too little speaks for what is named",)
