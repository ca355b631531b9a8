import pytest

from geo.gazetteer import Gazetteer
from geo.recognition.social import SCORE, with_social
from geo.types import Mention
from tests.marked import marked


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


def told(sentence, gazetteer):
    """Surfaces and roles, as "~Paris" where associative."""
    text, mentions = marked(sentence)
    found = with_social(text, mentions, gazetteer)
    assert all(text[m.start : m.end] == m.surface for m in found)
    return ["~" * (m.role == "associative") + m.surface for m in found]


@pytest.mark.parametrize(
    ("tag", "places"),
    [
        ("#Kyiv", ["Kyiv"]),
        ("#kyiv", ["kyiv"]),
        ("#Київ", ["Київ"]),
        ("#_Paris_", ["Paris"]),
        ("#NewYorkCity", ["NewYorkCity"]),
        ("#newyork", ["newyork"]),
        ("#New_York", ["New_York"]),
        ("#HongKong", ["HongKong"]),
        ("#KharkivRegion", ["KharkivRegion"]),
        ("#BlackSea", ["BlackSea"]),
        ("#USA", ["USA"]),
        ("#uk", ["uk"]),
        ("#NYC", ["NYC"]),
        ("#Kiev", ["Kiev"]),
        ("#houston", ["houston"]),
        ("#Turkey", ["Turkey"]),
    ],
)
def test_a_tag_that_is_a_known_places_name_is_the_place(tag, places, gazetteer):
    assert told(f"Rain again {tag} today", gazetteer) == places


@pytest.mark.parametrize(
    ("tag", "places"),
    [
        ("#PrayForParis", ["~Paris"]),
        ("#StandWithUkraine", ["~Ukraine"]),
        ("#StandWithUkraine2022", ["~Ukraine"]),
        ("#RussiaUkraineWar", ["~Russia", "~Ukraine"]),
        ("#AbuDhabiGP", ["~AbuDhabi"]),
        ("#CrimeaIsUkraine", ["~Crimea", "~Ukraine"]),
        ("#PrayForHouston", ["~Houston"]),
        ("#WhitneyHouston", []),
        ("#JordanPeterson", []),
        ("#USElection", []),
        ("#prayforparis", []),
    ],
)
def test_the_places_in_a_longer_tag_are_associative_and_no_persons_names(tag, places, gazetteer):
    assert told(f"{tag} tonight", gazetteer) == places


@pytest.mark.parametrize(
    "tag",
    "#reading #Reading #nice #Nice #mobile #turkey #us #java #of #Bucha #love #BlackFriday #G20 #it # #_ #1".split(),
)
def test_everyday_words_and_little_known_names_are_no_places(tag, gazetteer):
    assert told(f"so much {tag} now", gazetteer) == []


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("RT @Ukraine: news", ["~Ukraine"]),
        ("thanks @CityofParis!", ["~Paris"]),
        ("by @KyivIndependent", ["~Kyiv"]),
        ("by @nytimes and @Houston", []),
        ("write to press@Kyiv.com or info@Paris", []),
        ("@user@Paris.social and @Paris.fr", []),
    ],
)
def test_an_account_is_no_place_but_its_words_may_name_one(sentence, places, gazetteer):
    assert told(sentence, gazetteer) == places


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/#Paris",
        "example.org/a?b=#Paris",
        "www.example.org/@Paris",
        "C#Paris",
        "&#Paris;",
        "##Paris",
    ],
)
def test_addresses_and_other_uses_of_the_signs_are_left_alone(address, gazetteer):
    assert told(f"see {address} there", gazetteer) == []


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("#[Kyiv] is calm", ["Kyiv"]),
        ("#[~Kyiv] is calm", ["~Kyiv"]),
        ("#New_[York] is calm", ["New_York"]),
        ("#[PrayForParis] now", ["PrayForParis"]),
        ("@[Ukraine] says", ["~Ukraine"]),
        ("[@Ukraine says] so", ["@Ukraine says"]),
        ("From [Goma] #Kyiv to [Lyon]", ["Goma", "Kyiv", "Lyon"]),
    ],
)
def test_a_mention_gives_way_only_to_a_longer_one_in_its_hashtag(sentence, places, gazetteer):
    assert told(sentence, gazetteer) == places


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Write to desk@[london].example or see https://example.com/[Paris]/news about [Rome].", ["Rome"]),
        ("See www.[london].gov.uk/[Berlin] and [Berlin].", ["Berlin"]),
        ("[Rome] said @[georgia_b] of [Georgia].", ["Rome", "Georgia"]),
    ],
)
def test_what_was_found_in_an_address_or_an_account_without_a_place_is_left_out(sentence, left, gazetteer):
    text, mentions = marked(sentence)
    assert [mention.surface for mention in with_social(text, mentions, gazetteer)] == left


def test_what_is_found_has_its_own_score_and_the_rest_keeps_theirs(gazetteer):
    found = with_social("Lyon #Kyiv", (Mention(0, 4, "Lyon", score=0.7),), gazetteer)
    assert [mention.score for mention in found] == [0.7, SCORE]


@pytest.mark.parametrize("text", ["", "no sign", "#" * 500, "@" * 500, "#" + "Aa" * 5000])
def test_texts_without_tags_and_with_monstrous_ones_yield_nothing(text, gazetteer):
    assert with_social(text, (), gazetteer) == ()
