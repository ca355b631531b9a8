from dataclasses import replace

from geo.exporting.tallies import Tallies
from tests.stories import story


def tallied(*stories):
    tallies = Tallies()
    assert list(tallies.counted(stories)) == list(stories)
    return {tally.place.name: tally for tally in tallies}


def test_a_place_is_counted_over_all_stories_and_the_most_mentioned_comes_first():
    found = tallied(
        story("[Kyiv|kyiv*:0.6], [Kyiv|kyiv:0.9], [Paris|paris]"), story("[Kiev|kyiv:0.7], [Lost|?]", id="b")
    )
    assert list(found) == ["Kyiv", "Paris"]
    kyiv = found["Kyiv"]
    assert (kyiv.mentions, kyiv.articles, kyiv.literal, kyiv.confidence) == (3, 2, 2, 0.9)


def test_what_people_said_is_counted():
    told = story("[Kyiv|kyiv], [Kyiv|kyiv], [Kyiv|kyiv]")
    states = ("verified", "flagged", "verified")
    said = tuple(replace(mention, state=state) for mention, state in zip(told.mentions, states, strict=True))
    kyiv = tallied(replace(told, mentions=said))["Kyiv"]
    assert (kyiv.verified, kyiv.flagged) == (2, 1)


def test_a_place_that_lies_elsewhere_in_another_story_has_two_tallies():
    one, other = story("[border|border]"), story("[border|border]", id="b")
    moved = replace(other.mentions[0], location=replace(other.mentions[0].location, lat=50.0))
    tallies = Tallies()
    list(tallies.counted([one, replace(other, mentions=(moved,))]))
    assert sorted(tally.location.lat for tally in tallies) == [50.0, 51.57]
