import numpy as np
import pytest

from geo.drawing import canvas
from geo.drawing.canvas import Canvas

SQUARE = np.array([[10.0, 10.0], [90.0, 10.0], [90.0, 90.0], [10.0, 90.0], [10.0, 10.0]])
HOLE = np.array([[40.0, 40.0], [60.0, 40.0], [60.0, 60.0], [40.0, 60.0], [40.0, 40.0]])
ACROSS = np.array([[-1000.0, 50.0], [1000.0, 50.0]])
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


@pytest.fixture
def paper():
    return Canvas(100, 100, "#ffffff")


def test_an_area_is_filled_but_for_its_holes(paper):
    paper.area([SQUARE, HOLE], "#000000")
    drawn = paper.finished()
    assert [drawn.getpixel(at) for at in ((5, 5), (20, 20), (50, 50))] == [WHITE, BLACK, WHITE]


def test_an_opacity_lets_the_ground_through(paper):
    paper.area([SQUARE], "#000000", 0.5)
    assert paper.finished().getpixel((20, 20))[0] == pytest.approx(127, abs=2)


def test_edges_are_smooth(paper):
    paper.line(np.array([[0.0, 0.0], [100.0, 37.0]]), "#000000", 3)
    shades = {shade for _, (shade, *_) in paper.finished().getcolors(100_000)}
    assert len(shades) > 5


def test_a_dashed_line_has_gaps_and_only_what_is_in_sight_of_it_is_drawn(paper):
    paper.line(ACROSS, "#000000", 1, dashes=(5, 5))
    row = [paper.finished().getpixel((x, 50))[0] < 128 for x in range(100)]
    assert 30 <= sum(row) <= 70 and sum(a != b for a, b in zip(row, row[1:], strict=False)) > 10


@pytest.mark.parametrize(
    "corners", [SQUARE + 1000, np.array([[np.float64(5), 5.0]]), np.array([[5.0, 5.0], [5.0, 5.0]])]
)
def test_what_is_out_of_sight_or_no_line_is_no_error(paper, corners):
    paper.area([corners], "#000000")
    paper.line(corners, "#000000", 2)
    paper.line(corners, "#000000", 2, dashes=(3, 3))
    assert paper.finished().size == (100, 100)


def test_a_mark_is_a_disc_or_a_square_with_a_rim(paper):
    paper.dot(25, 50, 20, "#ffffff", "#000000", 4)
    paper.square(75, 50, 20, "#000000", "#ffffff", 4)
    drawn = paper.finished()
    assert [drawn.getpixel(at) for at in ((25, 50), (7, 50), (75, 50))] == [WHITE, BLACK, BLACK]
    assert drawn.getpixel((25 - 17, 50 - 17)) == WHITE


def test_a_dashed_rim_has_gaps(paper):
    paper.dot(50, 50, 40, "#ffffff", "#000000", 4, dashed=True)
    drawn = paper.finished()
    around = [
        drawn.getpixel((round(50 + 38 * np.cos(t)), round(50 + 38 * np.sin(t))))[0] for t in np.arange(0, 6.28, 0.05)
    ]
    assert min(around) < 60 and max(around) > 200


def test_a_large_picture_is_drawn_less_fine(monkeypatch):
    monkeypatch.setattr(canvas, "MOST", 100 * 100 * 4)
    assert Canvas(100, 100, "#ffffff").fine == 2
    assert Canvas(4000, 4000, "#ffffff").fine == 1
