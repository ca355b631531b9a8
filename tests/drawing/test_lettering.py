import pytest
from PIL import Image, ImageDraw, ImageFont

from geo.drawing import lettering
from geo.drawing.lettering import Placing, fitting, fonts, has_letters, shortened, write


@pytest.fixture
def alone(monkeypatch):
    """A machine without a font."""
    monkeypatch.setattr(lettering, "FONTS", {False: ("none.ttf",), True: ("none.ttf",)})
    fonts.cache_clear()
    yield
    fonts.cache_clear()


def test_without_fonts_a_name_is_written_as_it_sounds(alone):
    assert fitting("Łódź", 14)[0] == "Lodz"
    assert fitting("Київ", 14)[0] == "Kiiv"
    assert fitting("Minsk", 14)[0] == "Minsk"


def test_the_font_has_the_letters_of_the_text():
    for text in ("Minsk", "São Paulo", "Київ", "北京", "\ufffd\U0001f1e7"):
        said, font = fitting(text, 14)
        assert has_letters(font, said) or said.isascii()


def test_a_letter_that_a_font_lacks_is_noticed():
    assert has_letters(ImageFont.load_default(14), "Minsk")
    assert not has_letters(ImageFont.load_default(14), "Минск")


@pytest.mark.parametrize("text", ["a" * 10_000, "Minsk is a town", "", "W"])
def test_a_text_is_as_long_as_there_is_room(text):
    _, font = fitting("a…", 14)
    said = shortened(text, font, 80)
    assert said == text or (font.getlength(said) <= 80 and said.endswith("…"))


def test_a_name_stands_beside_its_mark_where_nothing_else_does():
    room = Placing(200, 100, taken=[])
    first = room.place(50, 50, 5, 60, 14, 2)
    assert first == (57, 43, 117, 57)
    second = room.place(50, 50, 5, 60, 14, 2)
    assert second is not None and (second[2] <= first[0] or second[3] <= first[1] or second[1] >= first[3])


def test_where_there_is_no_room_there_is_no_name():
    assert Placing(200, 100, taken=[(0, 0, 200, 100)]).place(50, 50, 5, 60, 14, 2) is None
    assert Placing(50, 20, taken=[]).place(25, 10, 5, 60, 14, 2) is None


def test_letters_have_a_halo():
    paper = Image.new("RGB", (100, 30), "#888888")
    write(ImageDraw.Draw(paper), (5, 15), "Minsk", fitting("Minsk", 14)[1], "#000000", "#ffffff", 2)
    shades = {shade for _, (shade, *_) in paper.getcolors(10_000)}
    assert 0 in shades and 255 in shades
