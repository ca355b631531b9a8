"""What widgets are told."""

from geo.ui import visit


def test_a_widget_shows_what_was_changed_elsewhere(reader):
    visit.show("box", "rain")
    assert visit.value("box") == "rain"


def test_what_is_kept_is_no_value_of_a_widget(reader):
    visit.put(box="snow")
    visit.show("box", "rain")
    assert (visit.get("box"), visit.get("other", 3)) == ("snow", 3)
