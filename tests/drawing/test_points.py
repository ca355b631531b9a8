"""One mark a place, in numbers."""

from geo.drawing import marks, points
from geo.drawing.style import ASSOCIATIVE, UNSURE
from tests.stories import story


def numbers(told):
    return points.rows(marks.of_story(told))


def test_a_place_named_three_times_is_one_mark_with_a_tally_of_three():
    told = numbers(story("[Gomel|gomel], [Gomel|gomel] and [Homel|gomel]; also [Minsk|minsk]"))
    assert [(row[0], row[3]) for row in told] == [(0, 3), (1, 1)]


def test_a_place_named_once_as_a_location_is_not_associative():
    told = numbers(story("[Kyiv|kyiv*] said … in [Kyiv|kyiv]; [Moscow|moscow*] replied"))
    assert [bool(row[4] & ASSOCIATIVE) for row in told] == [False, True]


def test_a_place_is_unsure_only_if_none_of_its_mentions_is_sure():
    told = numbers(story("[Paris|paris-tx:0.4] … [Gomel|gomel:0.4] and [Gomel|gomel:0.9]"))
    assert [bool(row[4] & UNSURE) for row in told] == [True, False]


def test_an_unresolved_mention_makes_no_mark():
    assert numbers(story("[Nowhere|?]")) == []


def test_no_word_of_the_article_goes_to_the_map():
    told = story("[secretsurface|gomel] and secrettext", title="secrettitle")
    assert "secret" not in points.script(marks.of_story(told))


def test_the_script_has_the_names_behind_the_rows():
    assert points.script(marks.of_story(story("[x|gomel]"))) == '[[0,52.4345,30.9754,1,0,0]], ["Homyel"]'


def test_a_literal_story_has_no_mark_of_a_government_and_tallies_without_them():
    told = numbers(story("[Kyiv|kyiv*] said … in [Kyiv|kyiv]; [Moscow|moscow*] replied").literal)
    assert [(row[0], row[3], bool(row[4] & ASSOCIATIVE)) for row in told] == [(0, 1, False)]
