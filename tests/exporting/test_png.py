from io import BytesIO

import pytest
from PIL import Image

from geo.drawing import lettering
from geo.errors import OutputError
from geo.exporting import png
from geo.exporting.provenance import Provenance
from geo.types import Article
from tests.stories import PAYLOADS, story

SMALL = {"width": 300, "height": 200}


def written(*stories, **options):
    out = BytesIO()
    png.write(stories, out, Provenance("1.2"), **(SMALL | options))
    return Image.open(BytesIO(out.getvalue()))


def test_a_picture_has_its_size_and_says_what_made_it():
    picture = written(story(), title="Talks")
    assert (picture.format, picture.size) == ("PNG", (300, 200))
    assert picture.text["Title"] == "Talks" and picture.text["Software"] == "Dateline 1.2"
    assert "GeoNames" in picture.text["Source"] and "Natural Earth" in picture.text["Source"]


def test_the_stories_are_counted_together(monkeypatch):
    told = []
    monkeypatch.setattr("geo.drawing.still.picture", lambda marks, **_: told.extend(marks) or Image.new("RGB", (1, 1)))
    written(story("[Kyiv|kyiv], [Paris|paris*]"), story("[Kiev|kyiv], [Lost|?]", id="b"))
    assert [(mark.name, mark.tally, mark.is_associative) for mark in told] == [("Kyiv", 2, False), ("Paris", 1, True)]


def test_another_size_is_told():
    with pytest.raises(OutputError, match="200 to 4000"):
        written(story(), width=20_000)


@pytest.mark.parametrize("text", [*PAYLOADS, "\ud800\0", "\u202eMinsk", "a" * 100_000, "line\nline", "👩‍👩‍👧 北京"])
def test_hostile_titles_and_names_are_letters_at_most(parse, text, monkeypatch):
    drawn = []
    original = lettering.shortened
    monkeypatch.setattr(lettering, "shortened", lambda said, *more: drawn.append(said) or original(said, *more))
    hostile = story("[Gomel|gomel]", renamed={"gomel": text})
    assert written(hostile, parse(Article(f"{text} Minsk", title=text, id=text)), title=text).size == (300, 200)
    assert all("\n" not in said and "\u202e" not in said and "\0" not in said for said in drawn)


def test_no_words_of_an_article_are_on_the_picture(parse, monkeypatch):
    drawn = []
    original = lettering.fitting
    monkeypatch.setattr(lettering, "fitting", lambda said, *a, **b: drawn.append(said) or original(said, *a, **b))
    written(parse(Article("The secret of Minsk is out", title="Headline", id="number")), width=800, height=600)
    assert "Minsk" in drawn and not any("secret" in said or "Headline" in said or "number" in said for said in drawn)
