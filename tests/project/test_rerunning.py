from geo.project import Choose, Flag, Missed, rerunning
from tests.project.made import KYIV, PARIS_TX, on, told

OLD = told("[Paris|paris:0.5] and Boma.", "a")


def test_a_newer_story_is_shown_with_the_decisions_that_still_hold(project):
    project.add([OLD])
    project.decide(on(OLD, "Paris", Choose(PARIS_TX)))
    undone = project.decide(on(OLD, "Paris", Flag()))
    project.undo(undone)
    with project._write() as connection:
        done = rerunning.rerun(connection, "a", told("[Paris|kyiv:0.5] and Boma.", "a", title="Newer"))
    assert (done.applied, done.lost) == ((1,), ())
    assert project.story("a").mentions[0].place == PARIS_TX and project.articles()[0].title == "Newer"
    assert project.articles()[0].verified == 1


def test_words_that_were_overlooked_and_are_found_now_are_one_mention(project):
    project.add([OLD])
    project.decide(on(OLD, "Boma", Missed(KYIV)))
    done = project.rerun("a", told("[Paris|paris:0.5] and [Boma|?].", "a"))
    assert done.applied == (1,) and [mention.surface for mention in project.story("a").mentions] == ["Paris", "Boma"]
    assert project.story("a").mentions[1].place == KYIV


def test_the_search_finds_the_newer_text_only(project):
    from geo.project import Filter

    project.add([OLD])
    project.rerun("a", told("[Paris|paris:0.5] and Juba.", "a"))
    assert project.article_count(Filter(text="juba")) == 1 and project.article_count(Filter(text="boma")) == 0
