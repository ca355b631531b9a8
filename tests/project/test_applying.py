import pytest

from geo.project.applying import added_mention, concerns, in_text_order, judge, occurrences, reason
from geo.project.clean import surface_key
from geo.project.decisions import Choose, Decided, Flag, Missed, NotAPlace, Pin, SetRole, Unflag, Verify
from geo.types import Candidate, Location, Mention, Resolution
from tests.project.made import KYIV, PARIS, PARIS_TX

ARTICLE = 7
RAW = Mention(
    10, 15, "Paris", resolution=Resolution(PARIS, 0.6, ("the best known",), (Candidate(PARIS_TX, 0.3),)),
    location=Location(PARIS.lat, PARIS.lon),
)  # fmt: skip


def decided(id, act, scope="mention", *, article=ARTICLE, start=10, surface="Paris", newest=ARTICLE):
    key = surface_key(surface)
    return Decided(id, act, scope, article, start, start + len(surface), surface, key, "Ann", "2024-05-01", newest)


def judged(*several):
    return judge(RAW, sorted(several, key=lambda each: each.order), ARTICLE)


def test_without_decisions_a_mention_is_as_the_engine_said_it():
    assert judged().mention is RAW and judged().state == "unverified"


def test_a_chosen_place_says_who_chose_it_and_keeps_the_others():
    found = judged(decided(1, Choose(PARIS_TX))).mention.resolution
    assert (found.place, found.confidence, found.reasons) == (PARIS_TX, 1.0, ("chosen by Ann on 2024-05-01",))
    assert found.alternatives == (Candidate(PARIS, 0.6),) and found.review is None


def test_the_reason_of_a_wide_decision_says_which_one_it_is():
    told = judged(decided(4, Choose(PARIS_TX), "everywhere")).mention.resolution.reasons
    assert told == ("chosen by Ann on 2024-05-01 for “Paris” in all articles (decision 4)",)
    assert reason(decided(4, Choose(PARIS_TX), "article")).endswith("for “Paris” in this article (decision 4)")


def test_the_narrower_decision_wins_whichever_was_first():
    here, all_over = Choose(PARIS_TX), Choose(KYIV)
    assert judged(decided(1, here), decided(2, all_over, "everywhere")).mention.place == PARIS_TX
    assert judged(decided(2, here), decided(1, all_over, "everywhere")).mention.place == PARIS_TX
    assert judged(decided(1, Choose(PARIS), "article"), decided(2, all_over, "everywhere")).mention.place == PARIS


def test_of_two_as_wide_the_later_one_wins():
    assert judged(decided(1, Choose(KYIV)), decided(2, Choose(PARIS_TX))).mention.place == PARIS_TX


def test_a_verified_place_stays_where_a_wider_decision_chose_another():
    found = judged(decided(1, Verify(PARIS.id)), decided(2, Choose(KYIV), "everywhere"))
    assert found.mention == RAW and found.state == "verified"


def test_a_verified_place_stays_where_a_wider_decision_says_that_the_name_is_none():
    found = judged(decided(1, Verify(PARIS.id)), decided(2, NotAPlace(), "everywhere"))
    assert not found.gone


def test_a_verification_of_another_place_is_void():
    found = judged(decided(1, Verify(KYIV.id)))
    assert found.state == "unverified" and found.applied == ()


def test_what_is_no_place_is_gone_until_someone_says_which_it_is():
    assert judged(decided(1, NotAPlace())).gone
    assert not judged(decided(1, NotAPlace()), decided(2, Pin(1.0, 2.0, "here"))).gone


def test_a_role_changes_nothing_else():
    found = judged(decided(1, SetRole("associative")))
    assert found.mention.role == "associative" and found.mention.place == PARIS and found.state == "unverified"


def test_a_flag_covers_a_verification_until_it_is_taken_away():
    seen, flag = decided(1, Verify(PARIS.id)), decided(2, Flag("really?"))
    assert judged(seen, flag).state == "flagged"
    assert judged(seen, flag, decided(3, Unflag())).state == "verified"


def test_a_wide_decision_on_a_later_article_is_applied_and_not_taken_for_a_look_at_it():
    found = judged(decided(1, Choose(PARIS_TX), "everywhere", newest=ARTICLE - 1))
    assert found.mention.place == PARIS_TX and found.state == "unverified"


@pytest.mark.parametrize(
    ("other", "does"),
    [
        (decided(1, NotAPlace()), True),
        (decided(1, NotAPlace(), article=8), False),
        (decided(1, NotAPlace(), start=11), False),
        (decided(1, NotAPlace(), surface="PARIS"), False),
        (decided(1, NotAPlace(), "article", start=99, surface="PARIS"), True),
        (decided(1, NotAPlace(), "article", article=8), False),
        (decided(1, NotAPlace(), "everywhere", article=None, surface="PARIS"), True),
        (decided(1, NotAPlace(), "everywhere", surface="Parish"), False),
    ],
)
def test_a_decision_concerns_what_its_scope_reaches(other, does):
    assert concerns(other, RAW, ARTICLE) is does


TEXT = "Boma and BOMA,\nbut not Bomana. Boma"


def test_overlooked_words_are_found_as_far_as_the_scope_reaches():
    here = decided(1, Missed(KYIV), start=0, surface="Boma")
    assert list(occurrences(here, TEXT, ARTICLE)) == [(0, 4)]
    assert list(occurrences(here, TEXT, 8)) == [] == list(occurrences(here, "Juba", ARTICLE))
    article = decided(1, Missed(KYIV), "article", start=0, surface="Boma")
    assert list(occurrences(article, TEXT, ARTICLE)) == [(0, 4), (9, 13), (31, 35)]
    assert list(occurrences(article, TEXT, 8)) == []
    assert len(list(occurrences(decided(1, Missed(), "everywhere", surface="Boma"), TEXT, 8))) == 3


def test_overlooked_words_are_words_and_no_pattern():
    assert list(occurrences(decided(1, Missed(), "article", surface="B.ma"), TEXT, ARTICLE)) == []
    assert list(occurrences(decided(1, Missed(), "article", surface="(a+)+$"), "a" * 5000, ARTICLE)) == []


def test_letters_that_only_a_pattern_takes_for_the_same_are_other_words():
    assert list(occurrences(decided(1, Missed(), "article", surface="Irbil"), "ırbil İrbil IRBIL", ARTICLE)) == [
        (12, 17)
    ]
    assert list(occurrences(decided(1, Missed(), "article", surface="New York"), "New\x0cYork New\nYork", ARTICLE)) == [
        (9, 17)
    ]


def test_an_added_mention_says_who_added_it():
    found = added_mention(decided(1, Missed(KYIV)), 10, 15, "Paris")
    assert found.place == KYIV and found.resolution.reasons == ("added by Ann on 2024-05-01",)
    unknown = added_mention(decided(1, Missed()), 10, 15, "Paris")
    assert unknown.place is None and "nobody has said" in unknown.resolution.reasons[1]


def test_an_outer_mention_comes_before_those_inside_it():
    inner, outer = Mention(3, 5, "ab"), Mention(3, 9, "abcdef")
    assert in_text_order([inner, outer, RAW]) == (outer, inner, RAW)
