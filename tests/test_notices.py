import pytest

from geo.notices import notices
from geo.types import Article, Language, Story

RUSSIAN, ENGLISH, ARABIC = Language("ru", "Russian"), Language("en", "English"), Language("ar", "Arabic")


def told(*languages, text="В Гомеле"):
    return notices(Story(Article(text), (), languages=languages))


@pytest.mark.parametrize("languages", [(), (ENGLISH,)])
def test_nothing_is_told_of_an_english_text_or_one_too_short_to_say(languages):
    assert told(*languages) == ()


def test_a_text_in_another_language_is_told_with_what_to_expect():
    [notice] = told(RUSSIAN)
    assert notice.startswith("seems to be in Russian; names are found by the gazetteer only, without")


def test_a_script_without_capitals_finds_hardly_anything():
    assert "hardly any place is found in Arabic" in told(ARABIC, text="في بغداد")[0]


@pytest.mark.parametrize(("share", "count"), [(0.3, 1), (0.05, 0)])
def test_a_part_in_another_language_is_told_when_it_is_large(share, count):
    notice = told(Language("en", "English", 1 - share), Language("ru", "Russian", share))
    assert len(notice) == count and all("partly in Russian" in line for line in notice)
