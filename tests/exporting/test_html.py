import re
from io import StringIO

import pytest

from geo.exporting.html import write
from geo.types import Article


def written(*stories):
    out = StringIO()
    write(stories, out)
    return out.getvalue()


def test_the_page_is_one_document_that_shows_the_text(parse):
    page = written(parse(Article("Talks in Minsk went on.", title="Talks")))
    assert page.lower().lstrip().startswith("<!doctype html>")
    assert page.lower().count("<!doctype") == 1 or "srcdoc" in page
    assert "Talks in Minsk went on." in page


def test_the_page_asks_no_server_for_anything(parse):
    page = written(parse("Minsk, Paris"))
    assert not re.findall(r"""<(?:script|link|img|iframe)[^>]+(?:src|href)\s*=\s*["']?(?:https?:)?//""", page)


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script> Minsk", "<img src=x onerror=alert(1)> Minsk"])
def test_markup_of_an_article_is_never_markup_of_the_page(parse, text):
    assert text.removesuffix(" Minsk") not in written(parse(Article(text, id=text, title=text, source=text)))


def test_a_template_of_an_article_is_not_run(parse):
    assert "16807" not in written(parse(Article("{{ 7 * 2401 }} Minsk {% x %} {# y", title="{{ 7 * 2401 }}")))


def test_several_stories_share_the_page(parse):
    page = written(parse(Article("Minsk one.", id="a")), parse(Article("Paris two.", id="b")))
    assert "Minsk one." in page and "Paris two." in page


def titles(page):
    return re.findall("<title>(.*?)</title>", page, re.DOTALL)


def test_the_title_names_the_first_headline_and_how_many_more_there_are(parse):
    one, two = parse(Article("Minsk one.", id="a", title="Talks & rain")), parse(Article("Paris two.", id="b"))
    assert titles(written(one)) == ["Talks &amp; rain"]
    assert titles(written(one, two, two)) == ["Talks &amp; rain and 2 more"]


def test_without_a_headline_the_title_is_the_id_or_ours(parse):
    assert titles(written(parse(Article("Minsk", id="a.txt")))) == ["a.txt"]
    assert titles(written(parse(Article("Minsk")))) == titles(written()) == ["Dateline"]


def test_a_headline_of_any_length_leaves_the_encoding_where_browsers_look_for_it(parse):
    page = written(parse(Article("Minsk", title="\u202e“&" * 5_000)))
    assert "charset" in page.encode()[:1024].decode(errors="ignore").lower()
