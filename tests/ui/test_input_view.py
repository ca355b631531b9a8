"""The header: which article is shown. What the dialogs do is in the tests of their modules."""

import pytest

from geo.drawing import words
from geo.reading import sample_articles
from geo.ui import input_view, session
from geo.ui.input_view import named
from tests.stories import PAYLOADS, story

FIRST = sample_articles()[0]


@pytest.fixture
def kept(projects):
    """`kept(story, …)`: a project with these, by its token."""

    def keep(*stories):
        with projects.create() as made:
            made.add(stories)
        return made.token

    return keep


def rain(id, text="It rained in [Minsk|minsk].", title="Rain", date="2024-03-01"):
    return story(text, id=id, title=title, date=date)


def test_without_a_project_the_samples_are_listed_and_the_first_is_shown(page):
    test = page()
    assert test.selectbox[0].options[0] == f"{FIRST.title} ({words.day(FIRST.date)}) · sample"
    assert all(option.endswith("· sample") for option in test.selectbox[0].options)


def test_own_articles_are_listed_before_the_samples_the_latest_first(page, kept):
    test = page(project=kept(rain("a.txt"), rain("b.txt", "[Kyiv|kyiv].", None, None)))
    assert test.selectbox[0].options[:3] == ["All articles on one map (2)", "b.txt", "Rain (1 March 2024)"]


def test_an_own_article_is_chosen_and_left_again_and_the_address_follows(page, kept):
    token = kept(rain("a.txt"))
    test = page(project=token)
    test.selectbox[0].set_value((True, "a.txt")).run()
    assert not test.exception and "The one mention" in test.expander[0].label
    address = {name: value for name, (value,) in _lists(test.query_params).items()}
    assert address == {"project": token, "article": "a.txt"}
    test.selectbox[0].set_value((False, FIRST.id)).run()
    assert "22 mentions" in test.expander[0].label
    assert {name: value for name, (value,) in _lists(test.query_params).items()} == {
        "project": token, "article": FIRST.id,
    }  # fmt: skip


def _lists(address):
    return {name: value if isinstance(value, list) else [value] for name, value in dict(address).items()}


def test_two_articles_of_one_headline_and_day_can_both_be_chosen(page, kept):
    test = page(project=kept(rain("a.txt"), rain("b.txt", "[Kyiv|kyiv] and [Minsk|minsk].")))
    assert test.selectbox[0].options[1:3] == ["Rain (1 March 2024)", "Rain (1 March 2024) · a.txt"]
    for id, mentions in (("b.txt", "All 2"), ("a.txt", "The one"), ("b.txt", "All 2")):
        test.selectbox[0].set_value((True, id)).run()
        assert not test.exception and test.selectbox[0].value == (True, id)
        assert mentions in test.expander[0].label


def test_a_headline_that_somebody_set_meanwhile_is_listed_and_the_choice_stays(page, projects, kept):
    token = kept(rain("a.txt"))
    test = page(project=token, article="a.txt")
    with projects.open(token) as made:
        made.edit("a.txt", title="Snow")
    test.run()
    assert not test.exception and test.selectbox[0].value == (True, "a.txt")
    assert test.selectbox[0].options[0] == "Snow (1 March 2024)"


def test_an_article_older_than_the_list_is_shown_all_the_same(page, kept, monkeypatch):
    monkeypatch.setattr(input_view.desk, "LISTED", 1)
    token = kept(rain("a.txt"), rain("b.txt", "[Kyiv|kyiv]."))
    test = page(project=token, article="a.txt")
    assert not test.exception and test.selectbox[0].value == (True, "a.txt")


def test_lines_are_told_apart_also_where_a_headline_pretends_to_be_another_line():
    titles = {"a": "Rain · c", "b": "Rain", "c": "Rain", "d": "Rain", "e": "Rain · d"}
    lines = named([(True, id) for id in titles], lambda choice: titles[choice[1]])
    assert lines == {
        (True, "a"): "Rain · c", (True, "b"): "Rain", (True, "c"): "Rain · c · c", (True, "d"): "Rain · d",
        (True, "e"): "Rain · d · e",
    }  # fmt: skip


def test_one_s_own_article_and_a_sample_of_the_same_id_are_two_choices():
    assert len(named([(True, "a"), (False, "a")], lambda choice: "Rain")) == 2


@pytest.mark.parametrize("payload", [*PAYLOADS, "**b**", "../../x", "%00"])
def test_hostile_article_names_in_the_address_show_a_sample(page, kept, payload):
    test = page(project=kept(rain("a.txt")), article=payload)
    assert not test.exception and not test.error and test.selectbox[0].value == (False, FIRST.id)


def test_every_button_of_the_header_is_there_for_samples_too(page):
    assert {"Details", "Add articles …"} <= {button.label for button in page().button}


def framed(page, monkeypatch, **address):
    monkeypatch.setattr(session, "is_embedded", lambda: True)
    test = page(**address)
    assert not test.exception
    return test


def test_in_a_frame_nothing_can_be_changed_and_nothing_leads_away_but_the_link(page, kept, monkeypatch):
    test = framed(page, monkeypatch, project=kept(rain("a.txt")), article="a.txt", mention="0")
    keys = {button.key for button in test.button if button.key}
    assert not keys & {"open_add", "open_share", "open_export", "open_history", "open_facts", "another", "act_Right"}


def test_in_a_frame_of_a_project_the_samples_are_not_offered(page, kept, monkeypatch):
    test = framed(page, monkeypatch, project=kept(rain("a.txt"), rain("b.txt")), show="all")
    assert not [option for option in test.selectbox[0].options if option.endswith("sample")]


def test_in_a_frame_a_project_s_only_article_is_its_title_and_no_choice(page, kept, monkeypatch):
    test = framed(page, monkeypatch, project=kept(rain("a.txt", title="Rain <b>")), article="a.txt")
    assert not test.selectbox
    assert "Rain &lt;b&gt;" in " ".join(element.proto.body for element in test.get("html"))
