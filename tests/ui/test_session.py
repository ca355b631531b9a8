"""What a reader chose, through a small app that calls the session as the page does."""

import pytest
from streamlit.testing.v1 import AppTest

from geo.ui import session


def app():
    import streamlit as st

    from geo.ui import session
    from tests.stories import story

    session.start({"one", "two"}, "one", lambda project, article: project == "mine" and article in ("", "own", "two"))
    told = story("[Kyiv|kyiv] and [Minsk|minsk]")
    if st.button("text"):
        session.pick_in_text(1)
    if st.button("map"):
        session.pick_on_map(0)
    if st.button("card"):
        session.pick_elsewhere(1)
    if st.button("none"):
        session.pick_elsewhere(None)
    if st.button("own"):
        session.choose_own("mine", "own")
    if st.button("project"):
        session.choose_project("mine")
    if st.button("asides"):
        session.choose_boilerplate(True, 0)
    if st.button("two"):
        session.choose_sample("two")
    state = [session.article(), session.mention(told), session.moves(), session.scrolls()]
    st.json([*state, session.is_own(), session.project(), session.is_lost(), session.boilerplate()])


def run(**address):
    test = AppTest.from_function(app)
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def state(test):
    import json

    return json.loads(test.json[0].value)


def click(test, label):
    next(button for button in test.button if button.label == label).click()
    return test.run()


def test_a_first_visit_shows_the_first_sample_with_nothing_picked():
    assert state(run())[:2] == ["one", None]


def test_a_shared_address_opens_its_article_at_its_mention():
    assert state(run(article="two", mention="1"))[:2] == ["two", 1]


@pytest.mark.parametrize("mention", ["99", "-1", "1.5", "{{7*7}}", "", "9" * 50, "१", "0x1"])
def test_a_mention_that_does_not_exist_in_the_address_picks_nothing(mention):
    assert state(run(article="one", mention=mention))[1] is None


@pytest.mark.parametrize("article", ["three", "../../etc/passwd", "<img>"])
def test_an_unknown_article_in_the_address_shows_the_first(article):
    assert state(run(article=article))[0] == "one"


def test_a_pick_in_the_text_moves_the_map_and_not_the_text():
    before = state(run())
    after = state(click(run(), "text"))
    assert (after[1], after[2] - before[2], after[3] - before[3]) == (1, 1, 0)


def test_a_pick_on_the_map_moves_the_text_and_not_the_map():
    before = state(run())
    after = state(click(run(), "map"))
    assert (after[1], after[2] - before[2], after[3] - before[3]) == (0, 0, 1)


def test_a_second_pick_of_the_same_place_on_the_map_counts_again():
    once = click(run(), "map")
    count = state(once)[3]
    assert state(click(once, "map"))[3] == count + 1


def test_a_pick_in_the_card_moves_both():
    before = state(run())
    after = state(click(run(), "card"))
    assert (after[2] - before[2], after[3] - before[3]) == (1, 1)


def test_a_pick_is_in_the_address_to_be_shared():
    shown = dict(click(run(), "text").query_params)
    assert str(shown) in ("{'article': 'one', 'mention': '1'}", "{'article': ['one'], 'mention': ['1']}")


def test_a_pick_of_none_takes_the_mention_out_of_the_address():
    shown = click(click(run(), "text"), "none")
    assert state(shown)[1] is None
    assert "mention" not in dict(shown.query_params)


def in_address(test):
    return {name: value[0] if isinstance(value, list) else value for name, value in dict(test.query_params).items()}


def test_an_article_of_one_s_own_is_in_the_address_with_its_project():
    own = click(click(run(), "text"), "own")
    assert in_address(own) == {"project": "mine", "article": "own"}
    assert (state(own)[0], *state(own)[4:7]) == ("own", True, "mine", False)


def test_project_article_mention_and_asides_are_in_the_address_together_and_open_again():
    shown = click(click(run(project="mine", article="own"), "text"), "asides")
    address = in_address(shown)
    assert address == {"project": "mine", "article": "own", "mention": "0", "asides": "shown"}
    assert state(run(**address)) == [*state(run(project="mine", article="own", mention="0"))[:7], True]


def test_a_project_that_is_new_is_in_the_address_while_a_sample_is_shown():
    shown = click(run(article="two"), "project")
    assert in_address(shown) == {"project": "mine", "article": "two"}
    assert state(shown)[4:7] == [False, "mine", False]


def test_a_project_stays_the_reader_s_when_they_look_at_a_sample():
    shown = click(click(run(project="mine", article="own"), "two"), "text")
    assert in_address(shown) == {"project": "mine", "article": "two", "mention": "1"}


@pytest.mark.parametrize("article", ["", "gone", "one"])
def test_an_address_of_a_project_and_no_article_of_it_shows_a_sample(article):
    shown = state(run(project="mine", article=article))
    assert (shown[0], *shown[4:7]) == ("one", False, "mine", False)


@pytest.mark.parametrize("token", ["yours", "../x", "%00", "x" * 10_000])
def test_a_project_that_there_is_not_is_told_and_not_kept(token):
    shown = state(run(project=token, article="own"))
    assert (shown[0], *shown[4:7]) == ("one", False, None, True)
    assert state(click(run(project=token, article="own"), "own"))[6] is False


@pytest.mark.parametrize(("asked", "shown"), [("shown", True), ("", False), ("1", False), ("<img>", False)])
def test_the_address_says_whether_boilerplate_is_shown(asked, shown):
    assert state(run(article="one", asides=asked))[7] is shown


def test_another_article_drops_the_pick():
    assert state(click(click(run(), "text"), "two"))[:2] == ["two", None]


@pytest.mark.parametrize(("asked", "shown"), [("de-facto", "de-facto"), ("un", "un"), ("<img>", "un"), ("", "un")])
def test_the_address_opens_the_view_that_it_names_if_there_is_one(asked, shown):
    test = run(article="one", borders=asked)
    assert test.session_state["dateline.view"] == shown


@pytest.mark.parametrize(("asked", "shown"), [("literal", "literal"), ("all", "all"), ("<img>", "all"), ("", "all")])
def test_the_address_says_which_roles_are_shown_if_there_are_such(asked, shown):
    assert run(article="one", roles=asked).session_state["dateline.roles"] == shown


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("tiles", "tiles"),
        ("tiles-offline", "tiles-offline"),
        ("<img>", "built-in"),
        ("https://x", "built-in"),
        ("", "built-in"),
    ],
)
def test_the_address_says_what_lies_below_the_marks_if_there_is_such(asked, shown):
    assert run(article="one", ground=asked).session_state["dateline.ground"] == shown


def test_the_ground_stays_in_the_reader_s_address_and_is_in_no_link_that_is_handed_out(reader):
    session.choose_ground("tiles")
    session.choose_roles("literal", None)
    assert session.state()["ground"] == "tiles"
    assert all("ground" not in session.state(looking=looking) for looking in (True, False))


def test_the_roles_shown_stay_in_the_address_with_a_pick():
    test = click(run(article="one", roles="literal"), "text")
    assert test.query_params["roles"] in ("literal", ["literal"])
    assert test.query_params["mention"] in ("1", ["1"])


def whole():
    import streamlit as st

    from geo.project import Filter
    from geo.ui import session

    session.start({"one"}, "one", lambda project, article: project == "mine" and article in ("", "own", "two"))
    if st.button("all"):
        session.choose_project_map()
    if st.button("filter"):
        session.choose_filter(Filter(text="rain", countries=("UA", "BY")))
    if st.button("place"):
        session.pick_place("geonames:1", None, move=True)
    if st.button("open"):
        session.open_article("two", 3)
    if st.button("close"):
        session.close_article()
    if st.button("own"):
        session.choose_own("mine", "own")
    asked = session.filter()
    st.json(
        [session.scope(), session.place(), session.is_reading(), session.article(), asked.text, list(asked.countries)]
    )


def run_whole(**address):
    test = AppTest.from_function(whole)
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


ASKED = {"project": "mine", "show": "all", "q": "rain", "country": ["UA", "BY"]}


def test_the_project_s_map_opens_from_its_address():
    assert state(run_whole(**ASKED, place="geonames:1")) == [
        "project",
        "geonames:1",
        False,
        "one",
        "rain",
        ["UA", "BY"],
    ]
    assert state(run_whole(**ASKED, article="two"))[:4] == ["project", None, True, "two"]


def test_without_the_project_its_map_is_not_shown():
    assert state(run_whole(**ASKED | {"project": "another"})) == ["article", None, False, "one", None, []]


def test_the_address_follows_what_is_done_on_the_project_s_map():
    test = click(click(click(run_whole(project="mine"), "all"), "filter"), "place")
    assert test.query_params == {
        "project": "mine", "show": "all", "q": "rain", "country": ["UA", "BY"], "place": "geonames:1",
    }  # fmt: skip
    test = click(test, "open")
    assert test.query_params["article"] == "two" and test.query_params["mention"] == "3"
    assert state(test)[1:4] == ["geonames:1", True, "two"]
    test = click(test, "close")
    assert "article" not in test.query_params and state(test)[2] is False


@pytest.fixture
def settled(monkeypatch):
    monkeypatch.setattr(session, "SETTLED_S", -1.0)


def went_to(test, address):
    """The browser went back or forward to an address."""
    test.query_params.clear()
    test.query_params.update(address)
    return test.run()


def test_back_and_forward_show_what_the_address_says(settled):
    test = click(run_whole(project="mine"), "all")
    before = dict(test.query_params)
    test = click(click(test, "filter"), "place")
    after = dict(test.query_params)
    assert state(went_to(test, before)) == ["project", None, False, "one", None, []]
    assert state(went_to(test, after)) == ["project", "geonames:1", False, "one", "rain", ["UA", "BY"]]
    assert state(went_to(test, {"project": "mine"}))[0] == "article"
    assert test.query_params == {"project": "mine"}, "nothing is written that would end the way forward"


def test_back_to_before_the_project_was_made_does_not_lose_it(settled):
    test = click(run(), "own")
    assert state(went_to(test, {}))[4:6] == [False, "mine"]


def test_an_address_that_was_not_shown_in_this_visit_or_came_too_soon_changes_nothing(settled, monkeypatch):
    test = click(run_whole(project="mine"), "all")
    assert state(went_to(test, {"project": "mine", "show": "all", "q": "snow"}))[4] is None
    monkeypatch.setattr(session, "SETTLED_S", 60.0)
    assert state(went_to(test, {"project": "mine"}))[0] == "project"


def test_a_new_article_is_shown_alone_and_the_filter_is_kept_for_later():
    test = click(run_whole(**ASKED), "own")
    assert test.query_params == {"project": "mine", "article": "own"}
    assert state(click(test, "all")) == ["project", None, False, "own", "rain", ["UA", "BY"]]
