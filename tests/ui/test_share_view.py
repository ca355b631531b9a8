"""Links that are handed out, and what those who have one may do."""

from urllib.parse import parse_qs

from geo.project import Filter, reading_token
from geo.ui import desk, memory, session, share_view
from tests.stories import story

RAIN = story("It rained in [Minsk|minsk].", id="a.txt", title="Rain")


def test_a_sample_s_link_names_it_and_nothing_else(reader, hand_made):
    session.choose_sample("two")
    memory.remember_removed(None)
    reader["dateline.project"] = None
    assert [row[2] for row in share_view.rows()] == ["article=two", "article=two&embed=true"]


def test_only_the_link_to_work_together_has_the_token(reader, hand_made):
    token = session.project()
    session.choose_project_map()
    session.choose_filter(Filter(countries=("UA", "BY")))
    to_look, to_work, frame = share_view.rows()
    assert parse_qs(to_work[2])["project"] == [token]
    for row in (to_look, frame):
        assert parse_qs(row[2])["read"] == [reading_token(token)] and token not in row[2]
        assert parse_qs(row[2])["country"] == ["UA", "BY"] and parse_qs(row[2])["show"] == ["all"]


def kept(projects):
    with projects.create() as made:
        made.add([RAIN])
    return made.token


def test_who_may_only_look_sees_the_project_and_can_change_nothing(page, projects):
    token = kept(projects)
    test = page(read=reading_token(token), article="a.txt", mention="0")
    assert not test.exception and not test.warning
    assert "The one mention" in test.expander[0].label
    assert {button.key for button in test.button if button.key}.isdisjoint(
        {"open_add", "act_Right", "another", "remove"}
    )
    test.button(key="open_facts").click().run()
    assert not test.exception and not test.text_input
    assert token not in repr(test.query_params)


def test_who_may_only_look_goes_on_under_that_address(page, projects):
    token = kept(projects)
    test = page(read=reading_token(token), article="a.txt")
    test.toggle(key="roles").set_value(False).run() if test.toggle else None
    test.selectbox[0].set_value((True, "a.txt")).run()
    assert test.query_params["read"] in (reading_token(token), [reading_token(token)])
    assert "project" not in test.query_params


def test_a_link_to_look_at_nothing_says_so(page):
    test = page(read="A" * 32)
    assert not test.exception and "there is not" in test.warning[0].value


def test_the_token_cannot_be_given_as_a_link_to_look_at(page, projects):
    test = page(read=kept(projects), article="a.txt")
    assert not test.exception and test.warning


def test_for_a_link_to_look_at_the_desk_finds_the_project(projects, reader, hand_made):
    assert desk.for_reading(reading_token(session.project())) == session.project()
    assert desk.for_reading("../x") is None
