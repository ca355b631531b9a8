import pytest

from geo.recognition.language import language_of, languages, name_of, passages
from geo.types import Language
from tests.recognition.other_texts import texts

ENGLISH = (
    "Rescue teams worked through the night after the river burst its banks and the bridge was closed to all traffic."
)
RUSSIAN = "Спасатели работали всю ночь после того, как река вышла из берегов и мост закрыли для движения."


@pytest.mark.parametrize("example", texts(), ids=lambda example: f"{example.code}: {example.text[:20]}")
def test_a_paragraph_of_news_is_in_its_language(example):
    assert language_of(example.text).code == example.code
    assert language_of(example.text.upper()).code == example.code


def test_a_language_has_its_english_name():
    assert language_of(RUSSIAN) == Language("ru", "Russian", language_of(RUSSIAN).share)
    assert language_of(ENGLISH).name == "English"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("uk", "Ukrainian"),
        ("he", "Hebrew"),
        ("en-GB", "English (en-GB)"),
        ("English", "English"),
        ("un", "un"),
        ("", ""),
    ],
)
def test_a_code_that_an_article_names_is_said_in_english_where_it_is_known(code, name):
    assert name_of(code) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Goma",
        "Goma, Bukavu, Kinshasa, Lubumbashi, Kisangani, Mbuji-Mayi, Kananga, Kolwezi",
        "Xi Jinping Meets Narendra Modi In Samarkand",
        "Nguyen Van Tran and Pham Thi Hoa of Da Nang",
        "Kiew",
        "!!! 12345 ???",
        "https://example.org/ein/langer/weg/zu/einer/seite/im/netz/und/noch/weiter",
        "\x00\x01\ud800￾" * 50,
        "qqq zzz " * 40,
    ],
)
def test_names_headlines_and_noise_are_too_little_to_say(text):
    assert language_of(text) is None


def test_english_with_odd_names_stays_english():
    text = "Mokgosi Mbeki told Ngozi Wanjiru in Ulundi and Kisangani that the talks with Hutu and Tutsi leaders had failed."
    assert language_of(text).code == "en"


def test_a_quotation_in_an_english_line_leaves_it_english():
    [passage] = passages(f"{ENGLISH} «Мы справимся», he said. {ENGLISH}")
    assert passage.language.code == "en"


def test_lines_of_another_language_in_an_english_text_are_told_apart():
    found = passages(f"{ENGLISH}\n\n{RUSSIAN}\r\n{ENGLISH}")
    assert [passage.language.code for passage in found] == ["en", "ru", "en"]
    assert [language.code for language in languages(found)] == ["en", "ru"]
    assert sum(language.share for language in languages(found)) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("В Минске прошли переговоры.", "ru"),
        ("У Києві тихо.", "uk"),
        ("У Гомелі даў слова.", "be"),
        ("Goma and Bukavu", None),
        ("Kyiv (Київ) is", None),
    ],
)
def test_a_text_too_short_to_say_is_known_by_cyrillic_letters_only(text, code):
    [passage] = passages(text)
    assert (passage.language and passage.language.code) == code


def test_a_megabyte_without_a_space_takes_no_longer_than_one_with_spaces():
    assert passages("d'A" * 300_000)[0].language is None


def test_a_short_line_is_in_the_language_of_the_text():
    assert [passage.language.code for passage in passages(f"Гомель\n{RUSSIAN}")] == ["ru", "ru"]


def test_nothing_is_said_of_an_empty_text():
    assert passages("") == () and languages(()) == ()
