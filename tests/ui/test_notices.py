from dataclasses import replace

from geo.types import Language
from tests.ui.conftest import HandMade


class InRussian(HandMade):
    def parse(self, article):
        return replace(super().parse(article), languages=(Language("ru", "Russian"),))


def test_a_text_that_is_not_english_is_told_above_the_article(page):
    [notice] = page(InRussian).info
    assert notice.value.startswith("This text seems to be in Russian")


def test_an_english_text_has_no_notice(page):
    assert list(page().info) == []
