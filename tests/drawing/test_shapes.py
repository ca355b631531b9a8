"""Areas and lines in the browser's script."""

import json
from dataclasses import replace

from geo.drawing import marks, shapes
from geo.drawing.outline import Outline
from tests.stories import box, story


def rows(told):
    return json.loads(shapes.script(marks.of_story(told)))


def test_large_areas_are_drawn_first_so_that_small_ones_can_be_clicked():
    told = story("[a|zone] [b|belarus] [c|gomel-region] [d|russia*]")
    assert [told.places[row[0]].place.name for row in rows(told)] == [
        "Russia", "Belarus", "Homyel Voblasc'", "Chernobyl Exclusion Zone",
    ]  # fmt: skip


def test_points_have_no_shape():
    assert rows(story("[a|gomel] [b|kyiv]")) == []


def test_of_very_many_shapes_those_named_most_are_drawn_and_coarser():
    one = marks.of_story(story("[a|zone]"))[0]
    fine = Outline(one.outline._geometry)
    several = [replace(one, outline=Outline(box(0, 0, 1 + k / 1000, 1)), tally=k + 1) for k in range(shapes.MOST + 5)]
    drawn = json.loads(shapes.script((*several, replace(one, outline=fine, tally=1000))))
    assert len(drawn) == shapes.MOST
    assert {row[0] for row in drawn}.isdisjoint(range(5))
    detailed = json.loads(shapes.script((replace(one, outline=fine),)))
    assert len(json.dumps(drawn[0][3])) <= len(json.dumps(detailed[0][3]))
