"""What a filter keeps, over a small project whose every mention is known."""

from dataclasses import replace

import pytest

from geo.errors import InputError
from geo.project import Filter, Verify
from geo.types import Language, When
from tests.project.made import KYIV, on, told

SUNDAY = When("2024-03-03", "2024-03-03", "on Sunday", "day")
MONTH = When("2024-02-01", "2024-02-29", "in February", "month")


@pytest.fixture
def news(project):
    """Four articles: a on Kyiv twice and Belarus, b on Minsk, c on Paris and an unknown place, d on nothing."""
    a = told(
        "Rain in [Kyiv|kyiv:0.9]. “[Kyiv|kyiv*:0.5]” told [Belarus|belarus:0.8].", "a", outlet="Post", language="en"
    )
    a = replace(a, mentions=(replace(a.mentions[0], when=SUNDAY), replace(a.mentions[1], when=MONTH), a.mentions[2]))
    b = told("Snow near [Minsk|minsk:0.7].", "b", date="2024-04-01", outlet="Herald")
    b = replace(b, languages=(Language("de", "German"),))
    c = told("Menu: [Paris|paris:0.6]. [Boma|?] fell.", "c", date=None)
    c = replace(c, mentions=(replace(c.mentions[0], boilerplate=True), c.mentions[1]))
    project.add([a, b, c, told("Nothing here.", "d", date="2024-05-01")])
    project.decide(on(a, "Kyiv", Verify()))
    return project


def test_the_mentions_that_fit_are_counted_article_by_article(news):
    assert news.mentions_in(["a", "b", "d"]) == {"a": 3, "b": 1}
    assert news.mentions_in(["a", "b"], Filter(countries=("BY",))) == {"a": 1, "b": 1}
    assert news.mentions_in([]) == {}


@pytest.mark.parametrize(
    ("fields", "surfaces"),
    [
        ({}, "Kyiv Kyiv Belarus Minsk Boma"),
        ({"boilerplate": True}, "Kyiv Kyiv Belarus Minsk Paris Boma"),
        ({"text": "rain told"}, "Kyiv Kyiv Belarus"),
        ({"text": "  "}, "Kyiv Kyiv Belarus Minsk Boma"),
        ({"place": KYIV.id}, "Kyiv Kyiv"),
        ({"place": "geonames:630336"}, "Belarus Minsk"),
        ({"place": "unknown'; --"}, ""),
        ({"countries": ("BY", "FR")}, "Belarus Minsk"),
        ({"kinds": ("demonym",)}, ""),
        ({"roles": ("associative",)}, "Kyiv"),
        ({"confidence": (0.7, 0.8)}, "Belarus Minsk"),
        ({"outlets": ("Herald",)}, "Minsk"),
        ({"languages": ("de", "en")}, "Kyiv Kyiv Belarus Minsk"),
        ({"published": ("2024-03-01", "2024-03-01")}, "Kyiv Kyiv Belarus"),
        ({"published": (None, "2024-04-01")}, "Kyiv Kyiv Belarus Minsk"),
        ({"published": ("2024-04-01", None)}, "Minsk"),
        ({"spoken_of": ("2024-02-29", "2024-03-02")}, "Kyiv"),
        ({"spoken_of": (None, None)}, "Kyiv Kyiv"),
        ({"states": ("verified",)}, "Kyiv"),
        ({"states": ("unverified", "flagged")}, "Kyiv Belarus Minsk Boma"),
        ({"articles": ("b", "c")}, "Minsk Boma"),
        ({"text": "rain", "roles": ("literal",), "countries": ("UA",)}, "Kyiv"),
    ],
)
def test_a_filter_keeps_exactly_what_it_asks_for(news, fields, surfaces):
    asked = Filter(**fields)
    assert " ".join(row.surface for row in news.mentions(asked)) == surfaces
    assert news.counts(asked).mentions == news.mention_count(asked) == len(surfaces.split())


@pytest.mark.parametrize(
    ("fields", "ids"),
    [
        ({}, "abcd"), ({"text": "here"}, "d"), ({"countries": ("BY",)}, "ab"), ({"published": (None, "2024-03-31")}, "a"),
        ({"states": ("verified",)}, "a"), ({"boilerplate": True}, "abcd"), ({"articles": ("d", "x")}, "d"),
        ({"place": "geonames:630336", "text": "snow"}, "b"),
    ],
)  # fmt: skip
def test_the_list_of_articles_keeps_those_with_a_mention_that_fits(news, fields, ids):
    rows = news.articles(Filter(**fields), descending=False)
    assert "".join(row.id for row in rows) == ids
    assert news.article_count(Filter(**fields)) == len(ids)


@pytest.mark.parametrize(
    ("order", "descending", "ids"),
    [
        ("added", True, "dcba"), ("added", False, "abcd"), ("title", False, "abcd"), ("date", True, "dbac"),
        ("date", False, "abdc"), ("outlet", False, "bacd"), ("mentions", True, "abcd"), ("verified", True, "abcd"),
        ("length", True, "abcd"),
    ],
)  # fmt: skip
def test_articles_are_sorted_with_unknown_values_last(news, order, descending, ids):
    rows = news.articles(order=order, descending=descending)
    found = "".join(row.id for row in rows)
    assert (
        found == ids
        if order != "length"
        else [row.length for row in rows] == sorted((row.length for row in rows), reverse=True)
    )


def test_the_list_and_the_table_come_page_by_page(news):
    assert [row.id for row in news.articles(order="title", descending=False, limit=2, offset=1)] == ["b", "c"]
    assert [row.surface for row in news.mentions(limit=2, offset=3)] == ["Minsk", "Boma"]
    assert news.mentions(limit=0) == []


@pytest.mark.parametrize(
    ("order", "surfaces"),
    [
        ("newest", "Minsk Kyiv Kyiv Belarus Boma"), ("oldest", "Kyiv Kyiv Belarus Minsk Boma"),
        ("least certain", "Boma Kyiv Minsk Belarus Kyiv"), ("most certain", "Kyiv Belarus Minsk Kyiv Boma"),
        ("place", "Belarus Kyiv Kyiv Minsk Boma"),
    ],
)  # fmt: skip
def test_mentions_are_sorted(news, order, surfaces):
    assert " ".join(row.surface for row in news.mentions(order=order)) == surfaces


@pytest.mark.parametrize(
    "ask",
    [
        lambda project: project.mentions(limit=-1), lambda project: project.mentions(offset=-1),
        lambda project: project.mentions(limit=10**9), lambda project: project.mentions(offset=10**30),
        lambda project: project.mentions(order="start; DROP TABLE mentions"), lambda project: project.articles(order="key"),
        lambda project: project.history(limit=10**30),
    ],
)  # fmt: skip
def test_pages_and_orders_that_there_are_not_are_refused(news, ask):
    with pytest.raises(InputError):
        ask(news)


def test_tallies_count_mentions_and_articles_of_each_located_place(news):
    tallies = {tally.name: tally for tally in news.tallies()}
    assert set(tallies) == {"Kyiv", "Belarus", "Minsk"}
    kyiv = tallies["Kyiv"]
    assert (kyiv.mentions, kyiv.articles, kyiv.confidence, kyiv.geometry) == (2, 1, 0.9, None)
    assert (kyiv.lat, kyiv.lon, kyiv.country_code) == (KYIV.lat, KYIV.lon, "UA")
    assert tallies["Belarus"].geometry == "Polygon"
    assert news.tallies()[0] == kyiv


def test_counts_are_by_country_and_by_day_and_month_of_the_article(news):
    counts = news.counts()
    assert (counts.mentions, counts.articles, counts.places) == (5, 3, 3)
    assert dict(counts.by_country) == {"BY": 2, "UA": 2, None: 1}
    assert counts.by_day == (("2024-03-01", 3), ("2024-04-01", 1))
    assert counts.by_month == (("2024-03", 3), ("2024-04", 1))
    assert counts.top == tuple(news.tallies())


@pytest.mark.parametrize("asked", [Filter(), Filter(text="rain"), Filter(text="nowhere")])
def test_totals_are_those_of_the_counts(news, asked):
    counts = news.counts(asked)
    assert news.totals(asked) == (counts.mentions, counts.articles, counts.places)


def test_excerpts_are_the_sentence_in_three_pieces(news):
    first, second = news.excerpts(KYIV.id)
    assert (first.before, first.surface, first.after) == ("Rain in ", "Kyiv", ".")
    assert second.before + second.surface + second.after == "“Kyiv” told Belarus."
    assert news.excerpts(KYIV.id, Filter(roles=("associative",))) == [second]
    assert news.excerpts("nothing") == []


def test_a_page_of_mentions_comes_with_their_sentences_too(news):
    page = news.sentences(order="least certain", limit=2, offset=1)
    assert [excerpt.mention for excerpt in page] == news.mentions(order="least certain", limit=2, offset=1)
    assert [each.before + each.surface + each.after for each in page] == ["“Kyiv” told Belarus.", "Snow near Minsk."]
    assert [each.mention.outlet for each in page] == ["Post", "Herald"]


def test_days_count_mentions_by_the_day_of_their_article_or_by_the_days_that_their_sentence_speaks_of(news):
    assert news.days() == [("2024-03-01", "2024-03-01", 3), ("2024-04-01", "2024-04-01", 1)]
    assert news.days(of="spoken of") == [("2024-02-01", "2024-02-29", 1), ("2024-03-03", "2024-03-03", 1)]
    assert news.days(Filter(roles=("associative",)), of="spoken of") == [("2024-02-01", "2024-02-29", 1)]
    with pytest.raises(InputError, match="no days to count"):
        news.days(of="deleted")


def test_days_of_places_count_only_those_places(news):
    assert news.days_of_places((KYIV.id, "x'; --")) == [(KYIV.id, "2024-03-01", 2)]
    assert news.days_of_places((KYIV.id,), Filter(confidence=(0.8, 1.0))) == [(KYIV.id, "2024-03-01", 1)]


def test_the_field_that_empties_a_filter_is_told(news):
    assert news.emptied_by(Filter(countries=("BY",))) == {}
    assert news.emptied_by(Filter(countries=("UA",), text="snow")) == {"text": 2, "countries": 1}
    assert news.emptied_by(Filter(countries=("FR",))) == {"countries": 5, "boilerplate": 1}
    assert news.emptied_by(Filter(text="no", countries=("FR",), outlets=("x",))) == {}


def test_choices_are_what_there_is(news):
    assert news.choices() == {
        "outlets": ["Herald", "Post"], "languages": ["de", "en"], "countries": ["BY", "FR", "UA"],
    }  # fmt: skip


def test_an_empty_project_answers_everything_with_nothing(project):
    assert project.tallies() == project.mentions() == project.articles() == project.review() == project.history() == []
    assert project.counts().mentions == 0 and project.counts().top == ()
    assert project.emptied_by(Filter(text="x")) == {}


def test_a_tally_says_how_many_mentions_are_locations_and_how_far_off_the_place_may_be(project):
    near = told("A camp [near Kyiv|kyiv:0.9], and [Kyiv|kyiv*:0.5].", "near")
    first = replace(near.mentions[0], location=replace(near.mentions[0].location, radius_km=12.5))
    project.add([replace(near, mentions=(first,)), told("[Kyiv|kyiv*:0.5] and [Minsk|minsk*:0.5].", "later")])
    found = {tally.name: (tally.mentions, tally.literal, tally.radius_km) for tally in project.tallies()}
    assert found == {"Kyiv": (2, 1, None), "Minsk": (1, 0, None)}
    kept = {tally.name: tally.radius_km for tally in project.tallies(Filter(articles=("near",)))}
    assert kept == {"Kyiv": 12.5}


def test_headlines_are_told_of_deleted_articles_too_and_the_one_that_is_there_wins(project):
    project.add([told("[Paris|paris] fell.", "a", title="Fall"), told("[Paris|paris] rose.", "b", title=None)])
    project.delete(["a"])
    assert project.headlines(["a", "b", "c"]) == {"a": "Fall"}
    project.add([told("[Minsk|minsk] fell.", "a", title="Winter")])
    assert project.headlines(["a"]) == {"a": "Winter"}
