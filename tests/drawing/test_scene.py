from geo.drawing import scene
from geo.drawing.view import WORLD
from tests.stories import story


def test_a_story_s_scene_is_worked_out_once():
    told = story("[Gomel|gomel] in the [Gomel Region|gomel-region]")
    assert scene.of_story(told) is scene.of_story(told)
    assert scene.of_story(told).points.count("[0,") == 1 and scene.of_story(told).shapes.startswith("[[1,")


def test_without_marks_it_is_the_world():
    empty = scene.of_marks((), "de-facto")
    assert (empty.points, empty.shapes, empty.bounds, empty.whole) == ("[], []", "[]", WORLD, WORLD)
    assert empty.view == "de-facto"
