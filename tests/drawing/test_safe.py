"""Nothing that data holds is executed: not by Jinja on the server, not as a script or markup in the browser."""

import json
import subprocess
import sys

import folium
import pytest
from branca.element import Figure
from folium.template import Template

from geo.drawing.map import draw
from geo.drawing.safe import Once, to_script
from tests.stories import PAYLOADS, story


class _Says(Once):
    _template = Template("{% macro script(this, kwargs) %}say({{ this.words }});{% endmacro %}")

    def __init__(self, words):
        super().__init__()
        self._name, self.words = "Says", to_script(words)


class _SaysRaw(_Says):
    def __init__(self, words):
        super().__init__("")
        self.words = words


def rendered(element):
    return Figure().add_child(element).render()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_comes_back_from_json_as_it_was(payload):
    assert json.loads(to_script([payload])) == [payload]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_escaped_json_keeps_nothing_that_html_javascript_or_jinja_would_read(payload):
    inside = to_script(payload)[1:-1]
    assert not set(inside) & set("<>&'`${}%#_/\u2028\u2029")
    assert inside.isascii()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_story_s_names_renders_as_escaped_text(payload):
    text = draw(story(f"[{'x'}|gomel]")).get_root().render()
    hostile = draw(story("[x|gomel]", renamed={"gomel": payload})).get_root().render()
    assert len(hostile) - len(text) == len(to_script(payload[:60])) - len(to_script("Homyel"))


def test_what_is_rendered_once_is_not_a_template_again():
    assert "say({{ 7 * 7 }});" in rendered(_SaysRaw("{{ 7 * 7 }}"))


def test_folium_s_own_elements_are_left_as_they_are():
    draw(story())
    shown = Figure().add_child(folium.Map(tiles=None).add_child(folium.Marker((1, 2), tooltip="{{ 7 * 7 }}"))).render()
    assert "49" in shown, "folium renders twice; when it stops, geo.drawing.safe can go"


def test_a_number_that_is_not_one_is_refused():
    with pytest.raises(ValueError, match="JSON compliant"):
        to_script([float("nan")])


def test_an_element_outside_a_figure_says_so():
    with pytest.raises(ValueError, match="inside a figure"):
        _Says("x").render()


def test_python_started_anew_has_folium_unpatched_after_drawing():
    code = "from branca.element import MacroElement as M; was = M.render; import geo.drawing; assert M.render is was"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
