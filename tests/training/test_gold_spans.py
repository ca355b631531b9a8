from geo import files
from geo.gazetteer import Gazetteer
from geo.location import Shapes
from geo.pipeline import Engine
from geo.recognition import Tagger
from geo.resolution import Weights
from geo.training.gold_spans import parse_given
from geo.types import Article
from tests.fake_tagger import CapitalTagger
from tests.gazetteers import PARIS_TEXAS
from tests.marked import marked


def given(sentence, tagger=None):
    text, mentions = marked(sentence)
    engine = Engine(tagger or CapitalTagger(), Gazetteer(), Weights.load(), Shapes())
    return parse_given(Article(text, "a"), [(m.start, m.end) for m in mentions], engine)


def test_the_mentions_are_those_that_were_given_also_where_no_tagger_would_find_any():
    story = given("Rain in [paris], Rain in [Nowhereland], and Paris was dry.")
    assert [m.surface for m in story.mentions] == ["paris", "Nowhereland"]
    assert story.mentions[0].location and story.mentions[1].place is None


def test_the_other_mentions_decide_which_place_is_meant():
    assert given("The tornado passed [Paris], [Texas].").mentions[0].place.id == PARIS_TEXAS.id


def test_roles_are_the_tagger_s_opinion_of_the_first_word():
    story = given("“[Paris] has rejected the deal,” a reporter said in [Paris].", Tagger(files.MODEL))
    assert [m.role for m in story.mentions] == ["associative", "literal"]


def test_a_text_without_mentions_or_words_gives_an_empty_story():
    assert given("Rain.").mentions == () and given("").mentions == ()
