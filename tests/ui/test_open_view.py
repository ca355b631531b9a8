"""The link from a frame to the page itself."""

from geo.project import reading_token
from geo.ui import open_view, session


def test_the_link_lets_people_look_and_never_has_the_token(reader, monkeypatch):
    sent = {}
    monkeypatch.setattr(open_view, "_component", lambda **given: sent.update(given))
    open_view.open_view()
    assert sent["data"] == {"reading": reading_token(session.project())}


def test_a_sample_s_link_needs_no_project(reader, monkeypatch):
    sent = {}
    monkeypatch.setattr(open_view, "_component", lambda **given: sent.update(given))
    reader["dateline.project"] = None
    open_view.open_view()
    assert sent["data"] == {"reading": None}
