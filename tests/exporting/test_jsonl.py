import json
from dataclasses import replace
from io import StringIO

from geo.exporting.jsonl import document, dumps, write
from geo.exporting.provenance import NOTHING_KNOWN
from geo.types import Article, Boilerplate, Focus, Language, Location, Mention, Part, Place, Resolution, Story, When
from tests.stories import FOCUS

FIELDS = [
    "start",
    "end",
    "surface",
    "kind",
    "role",
    "place_id",
    "name",
    "country_code",
    "feature",
    "lat",
    "lon",
    "geometry",
    "radius_km",
    "confidence",
    "reasons",
    "alternatives",
    "review",
    "when",
    "part",
    "boilerplate",
    "state",
]
DOCUMENT = [
    "id",
    "title",
    "date",
    "source",
    "outlet",
    "author",
    "address",
    "language",
    "dateline",
    "length",
    "told",
    "view",
    "focus",
    "boilerplate",
    "made_by",
    "mentions",
]


def written(*stories):
    out = StringIO()
    write(stories, out)
    return out.getvalue()


def test_a_document_has_the_documented_fields_in_their_order(parse):
    document = json.loads(written(parse(Article("In Minsk.", id="a", title="T", date="2022-02-27", source="S"))))
    assert list(document) == DOCUMENT
    assert list(document["mentions"][0]) == FIELDS
    assert list(document["mentions"][0]["alternatives"][0]) == [
        "place_id",
        "name",
        "country_code",
        "lat",
        "lon",
        "confidence",
    ]


def test_a_located_mention_says_what_where_how_sure_and_why(parse):
    (mention,) = document(parse("In Minsk."))["mentions"]
    assert (mention["start"], mention["end"], mention["surface"]) == (3, 8, "Minsk")
    assert (mention["place_id"], mention["country_code"], mention["feature"]) == ("geonames:625144", "BY", "P.PPLC")
    assert (mention["lat"], mention["lon"], mention["radius_km"], mention["confidence"]) == (53.9, 27.56667, 1.5, 0.97)
    assert mention["reasons"] == ["the only Minsk named here", "a second reason"]
    assert mention["geometry"]["type"] == "Polygon"


def test_an_unlocated_mention_has_nulls_and_still_says_why(parse):
    (mention,) = document(parse("In Nowhere."))["mentions"]
    nulls = ["place_id", "name", "country_code", "feature", "lat", "lon", "geometry", "radius_km"]
    assert [mention[field] for field in nulls] == [None] * len(nulls)
    assert (mention["confidence"], mention["reasons"]) == (0.0, ["no gazetteer knows the name"])


def test_a_mention_that_was_not_looked_up_has_no_reasons():
    (mention,) = document(Story(Article("Minsk"), (Mention(0, 5, "Minsk"),)))["mentions"]
    assert (mention["reasons"], mention["alternatives"]) == ([], [])


def test_what_is_known_of_an_article_says_where_from():
    article = Article("x", outlet="The Herald", author="A. Reader", dateline="KYIV", told={"outlet": "its source"})
    told = document(Story(article, (), languages=(Language("uk", "Ukrainian"),)))
    assert (told["outlet"], told["author"], told["dateline"], told["length"]) == ("The Herald", "A. Reader", "KYIV", 1)
    assert (told["told"], told["language"]) == ({"language": "its words", "outlet": "its source"}, "uk")
    known = replace(article, language="uk")
    assert document(Story(known, (), languages=(Language("ru", "Russian"),)))["told"] == {"outlet": "its source"}


def test_the_language_that_the_source_says_comes_before_the_words():
    story = Story(Article("x", language="be"), (), languages=(Language("uk", "Ukrainian"),))
    assert document(story)["language"] == "be"


def test_a_mention_says_when_on_which_page_and_whether_in_boilerplate():
    when = When("2022-02-27", "2022-02-27", "on Sunday", "day")
    article = Article("Minsk on Sunday", parts=(Part(0, 15, "page 3"),))
    spans = (Boilerplate(0, 15, "a caption"),)
    told = document(Story(article, (Mention(0, 5, "Minsk", when=when, boilerplate=True),), boilerplate=spans))
    (mention,) = told["mentions"]
    assert mention["when"] == {"from": "2022-02-27", "to": "2022-02-27", "text": "on Sunday", "precision": "day"}
    assert (mention["part"], mention["boilerplate"]) == ("page 3", True)
    assert told["boilerplate"] == [{"start": 0, "end": 15, "reason": "a caption"}]


def test_a_story_without_mentions_is_a_line_too(parse):
    lines = written(parse(Article("", id="a")), parse(Article("Minsk", id="b"))).splitlines()
    empty = {"id": "a", "view": "un", "length": 0, "told": {}, "boilerplate": [], "mentions": []}
    assert json.loads(lines[0]) == dict.fromkeys(DOCUMENT) | empty | {"made_by": NOTHING_KNOWN.line}
    assert json.loads(lines[1])["id"] == "b"


def test_a_focus_has_its_parts_as_candidates_and_null_where_there_is_none(parse):
    told = replace(parse("In Minsk."), focus=replace(FOCUS, place=None))
    focus = document(told)["focus"]
    assert list(focus) == ["country", "adm1", "place", "reasons"]
    assert focus["country"] == {
        "place_id": "geonames:630336", "name": "Belarus", "country_code": "BY", "lat": 53.0, "lon": 28.0, "confidence": 0.97,
    }  # fmt: skip
    assert (focus["adm1"]["place_id"], focus["place"]) == ("geonames:628281", None)
    assert focus["reasons"] == list(FOCUS.reasons)


def test_a_focus_on_nowhere_is_written_with_its_reason(parse):
    told = replace(parse("Soup."), focus=Focus(reasons=("no place is named",)))
    assert document(told)["focus"] == {"country": None, "adm1": None, "place": None, "reasons": ["no place is named"]}


def test_numbers_are_rounded_to_what_they_can_mean():
    place = Place("x:1", "X", lat=1.23456789, lon=-0.00000001)
    mention = Mention(
        0,
        1,
        "X",
        resolution=Resolution(place, 0.123456789),
        location=Location(1.23456789, -0.00000001, radius_km=30.00049),
    )
    (record,) = document(Story(Article("X"), (mention,)))["mentions"]
    assert (record["lat"], str(record["lon"]), record["confidence"], record["radius_km"]) == (
        1.234568,
        "0.0",
        0.1235,
        30.0,
    )


def test_letters_stay_readable_and_lone_surrogates_become_escapes():
    line = dumps({"surface": "Київ\ud800\u2028\0"})
    assert line.encode("utf-8").decode() == line
    assert "Київ\\ud800" in line
    assert json.loads(line) == {"surface": "Київ\ud800\u2028\0"}


def test_a_surface_with_a_line_break_stays_on_its_line(parse):
    assert len(written(parse(Article("x", id="a\nb"))).splitlines()) == 1


def test_each_story_is_written_before_the_next_is_asked_for(parse):
    out = StringIO()

    def stories():
        yield parse(Article("Minsk", id="a"))
        assert out.getvalue().count("\n") == 1
        yield parse(Article("Paris", id="b"))

    write(stories(), out)
    assert out.getvalue().count("\n") == 2
