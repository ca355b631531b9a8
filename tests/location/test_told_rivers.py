"""Sources, mouths, deltas and halves of a river, on one that runs from Dnipro to the Black Sea."""

import pytest
import shapely

from geo.location import Shapes, locate, lonlat
from geo.types import Article, Mention
from tests.location.waters import Waters, marked

DNIPRO, KHERSON, LIMAN = (48.47, 35.04), (46.64, 32.62), (46.5, 32.3)


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


def expression(sentence: str, shapes: Shapes) -> Mention | None:
    text, mentions = marked(sentence)
    return next((m for m in locate(Article(text), mentions, shapes, Waters()) if m.kind == "relation"), None)


def off(found: Mention, at: tuple[float, float]) -> float:
    """Degrees from a point to what is drawn."""
    return lonlat.from_geojson(found.location.geometry).distance(lonlat.point(lat=at[0], lon=at[1]))


@pytest.mark.parametrize(
    ("sentence", "name", "near", "far"),
    [
        ("At the mouth of the [Dnieper].", "Mouth of the Dnieper", LIMAN, DNIPRO),
        ("At the source of the [Dnieper].", "Source of the Dnieper", DNIPRO, KHERSON),
        ("At the [Dnieper]'s headwaters.", "Source of the Dnieper", DNIPRO, KHERSON),
        ("In the delta of the [Dnieper].", "Dnieper delta", KHERSON, DNIPRO),
        ("In the [Dnieper] delta.", "Dnieper delta", KHERSON, DNIPRO),
        ("Along the upper [Dnieper].", "Upper Dnieper", DNIPRO, KHERSON),
        ("On the lower reaches of the [Dnieper].", "Lower Dnieper", KHERSON, DNIPRO),
    ],
)
def test_each_part_lies_at_its_end_of_the_course(sentence, name, near, far, shapes):
    found = expression(sentence, shapes)
    assert found.place.name == name
    assert off(found, near) < 0.3 < off(found, far)


def test_a_delta_is_land_only(shapes):
    delta = lonlat.from_geojson(expression("In the [Dnieper] delta.", shapes).location.geometry)
    assert delta.is_valid and shapely.intersection(delta, lonlat.point(lat=45.9, lon=31.5)).is_empty


@pytest.mark.parametrize(
    "sentence", ["The upper [Libya] is dry.", "The source of the [Milan] rumour.", "Upper [Dnieper]."]
)
def test_what_has_no_course_or_no_article_is_no_part_of_a_river(sentence, shapes):
    assert expression(sentence, shapes) is None


def test_where_two_rivers_do_not_meet_is_nowhere(shapes):
    found = expression("At the confluence of the [Dnieper] and the [Lake Victoria].", shapes)
    assert found is None or found.location is None
