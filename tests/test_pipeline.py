import io
from dataclasses import replace

import pytest

import geo
from geo import files
from geo.errors import DataError, InputError
from geo.exporting import FORMATS

TEXT = "Talks are planned in the Gomel Region, near Ukraine's border with Belarus. Moscow has said nothing."


def test_a_story_is_its_article_with_located_mentions(engine):
    story = geo.parse(geo.Article(TEXT, id="7"), engine)
    assert story.article.id == "7"
    assert {m.surface for m in story.mentions if m.location} >= {"Gomel Region", "Ukraine", "Belarus", "Moscow"}
    assert all(TEXT[m.start : m.end] == m.surface for m in story.mentions)


def test_a_border_stands_before_the_countries_inside_it(engine):
    story = geo.parse(TEXT, engine)
    border = next(m for m in story.mentions if m.kind == "border")
    inner = [m for m in story.mentions if border.start <= m.start and m.end <= border.end and m is not border]
    assert border.place.id == "border:BY-UA" and "LineString" in border.location.geometry["type"]
    assert inner and story.mentions.index(border) < min(map(story.mentions.index, inner))


def test_the_head_of_a_text_tells_the_day_from_which_its_sentences_are_dated(engine):
    story = geo.parse(
        "date 2022-02-27 Minsk: Talks began in Gomel on Sunday.\n\nThey had been planned in Brest.", engine
    )
    assert (story.article.date, story.article.dateline) == ("2022-02-27", "Minsk")
    whens = {mention.surface: mention.when and mention.when.first for mention in story.mentions}
    assert (whens["Gomel"], whens["Brest"]) == ("2022-02-27", None)


def test_a_link_to_another_story_is_marked_and_says_nothing_of_what_the_story_is_about(engine):
    story = geo.parse("Rain fell in Minsk.\n\nAlso Read – Floods in Lagos\n\nThe city closed two bridges.", engine)
    assert {mention.surface: mention.boilerplate for mention in story.mentions} == {"Minsk": False, "Lagos": True}
    assert story.focus.country.place.name == "Belarus"
    assert [mention.surface for mention in story.body.mentions] == ["Minsk"]


def test_many_are_parsed_as_one_by_one(engine):
    articles = [TEXT, "", "Nothing.", "Rain in Paris, Texas, and in Lyon."]
    assert list(geo.parse_many(articles, engine)) == [geo.parse(a, engine) for a in articles]


@pytest.mark.parametrize(("wrong", "word"), [(5, "int"), (b"Minsk", "bytes"), (None, "NoneType"), (["Minsk"], "list")])
def test_what_is_no_article_and_no_text_is_an_input_error(engine, wrong, word):
    with pytest.raises(InputError, match=f"an article or its text is wanted, not {word}"):
        geo.parse(wrong, engine)
    with pytest.raises(InputError, match=f"an article or its text is wanted, not {word}"):
        list(geo.parse_many([wrong], engine))


@pytest.mark.parametrize("one", ["Minsk", b"Minsk", geo.Article("Minsk")])
def test_one_text_for_many_is_an_input_error_at_once(engine, one):
    with pytest.raises(InputError, match="several articles or texts are wanted, not one"):
        geo.parse_many(one, engine)


def test_many_are_parsed_as_they_come(engine):
    def endless():
        while True:
            yield "Rain in Minsk."

    stories = geo.parse_many(endless(), engine)
    assert next(stories).mentions and next(stories).mentions


def test_places_of_a_story_come_once_with_all_their_mentions(engine):
    story = geo.parse("Rain in Minsk. Then snow in Minsk, and rain in Gomel.", engine)
    assert [(p.place.name, len(p.mentions)) for p in story.places] == [("Minsk", 2), ("Gomel", 1)]


def test_text_without_places_has_none(engine):
    assert geo.parse("Nothing happened.", engine).mentions == ()


def test_the_shipped_engine_is_loaded_when_none_is_given():
    assert geo.parse("Rain in Minsk.").places[0].place.country_code == "BY"


def test_an_engine_says_what_it_is_made_of(engine):
    about = engine.about()
    assert about["version"] == geo.__version__
    assert len(about["model"]["sha256"]) == len(about["resolver"]["sha256"]) == 64
    assert about["gazetteer"]["sources"] and about["shapes"]


def test_an_engine_is_frozen(engine):
    assert replace(engine) == engine
    with pytest.raises(AttributeError):
        engine.tagger = None


def test_a_missing_gazetteer_says_so(tmp_path):
    with pytest.raises(DataError, match="nowhere.sqlite"):
        geo.load(gazetteer=tmp_path / "nowhere.sqlite", model=files.MODEL)


MINE = """id,name,lat,lon,country,geowkt
z1,Camp 16,52.1,30.2,BY,
z2,Lyon,10,20,,
z3,Zone Zulu,,,BY,"POLYGON ((30 52, 31 52, 31 53, 30 53, 30 52))"
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    path = tmp_path_factory.mktemp("own") / "mine.csv"
    path.write_text(MINE, encoding="utf-8")
    return geo.load(threads=1, places=[path])


def test_places_of_the_users_own_are_found_win_and_are_drawn(own):
    story = geo.parse(
        "Shells hit Camp 16 and Zone Zulu in Belarus. Talks were held in Lyon, France, and in Minsk.", own
    )
    found = {m.surface: m for m in story.mentions}
    assert {s: found[s].place.id for s in ("Camp 16", "Lyon", "Zone Zulu")} == {
        "Camp 16": "z1",
        "Lyon": "z2",
        "Zone Zulu": "z3",
    }
    assert found["Camp 16"].resolution.reasons[0] == "one of your own places (mine.csv)"
    assert (found["Lyon"].location.lat, found["Lyon"].location.lon) == (10.0, 20.0)
    assert found["Zone Zulu"].location.geometry["type"] == "Polygon"
    assert found["Minsk"].place.id == "geonames:625144"


def test_an_engine_says_which_places_of_the_users_own_it_has(own):
    assert [file["name"] for file in own.about()["gazetteer"]["own"]] == ["mine.csv"]


def test_a_story_without_the_users_own_names_is_the_same_with_and_without_them(engine, own):
    assert geo.parse(TEXT, own) == geo.parse(TEXT, engine)


def test_files_of_places_that_cannot_be_read_end_the_loading(tmp_path):
    with pytest.raises(InputError, match="gone.csv: there is no such file of places"):
        geo.load(places=[tmp_path / "gone.csv"])


def test_an_engine_in_the_other_view_shares_what_it_loaded(engine):
    other = engine.seen("de-facto")
    assert (engine.view, other.view, engine.seen("un")) == ("un", "de-facto", engine)
    assert other.tagger is engine.tagger and other.shown.view == "de-facto"
    assert (engine.about()["view"], other.about()["view"]) == ("un", "de-facto")


def test_a_story_seen_in_the_other_view_is_the_one_that_its_engine_would_parse(engine):
    other = engine.seen("de-facto")
    text = "Shots fell on the border between Ukraine and Russia, near Crimea. Serbia spoke of its border with Kosovo."
    story = geo.parse(text, engine)
    assert geo.pipeline.seen(story, other) == geo.parse(text, other)
    assert geo.pipeline.seen(story, engine) is story
    border, ukraine = story.mentions[:2]
    shown = geo.pipeline.seen(story, other)
    assert shown.mentions[0].place.id == border.place.id == "border:RU-UA"
    assert shown.mentions[0].location.geometry != border.location.geometry
    assert shown.mentions[1].location.geometry != ukraine.location.geometry


def test_a_view_that_there_is_not_is_an_input_error():
    with pytest.raises(InputError, match="'us' is no view"):
        geo.load(view="us")


def test_hostile_names_of_the_users_own_reach_no_page_and_no_spreadsheet_as_code(tmp_path):
    rows = "name,lat,lon,names\n</script><img src=x onerror=alert(1)>,52.1,30.2,Camp 16\n=1+1,1,1,Camp 17\n"
    (tmp_path / "mine.csv").write_text(rows, encoding="utf-8")
    story = geo.parse("From Camp 16 to Camp 17.", geo.load(threads=1, places=[tmp_path / "mine.csv"]))
    assert [m.place.name for m in story.mentions] == ["</script><img src=x onerror=alert(1)>", "=1+1"]
    out = {format: io.StringIO(newline="") for format in ("html", "kml", "csv")}
    for format, stream in out.items():
        FORMATS[format].write([story], stream)
    assert "<img" not in out["html"].getvalue() and "<img" not in out["kml"].getvalue()
    assert ",=1+1" not in out["csv"].getvalue()


def test_coordinates_in_the_text_are_located_where_they_say(engine):
    story = geo.parse("The wreck lies at 52.434° N, 30.975° E near Gomel.", engine)
    (point,) = (mention for mention in story.mentions if mention.kind == "coordinates")
    assert (point.surface, point.location.lat, point.location.lon) == ("52.434° N, 30.975° E", 52.434, 30.975)
    assert point.place.id == "point:52.43400,30.97500"
    assert geo.pipeline.seen(story, engine.seen("de-facto")).mentions[0].place == point.place
