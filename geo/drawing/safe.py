"""Rendering once, so that data never becomes a template or a script.

folium and branca render every element to a string and then compile that string as a Jinja2 template again
(`Element(rendered)`). Whatever the data holds is executed on the second pass: `{{7*7}}` prints 49, `{#` breaks the page.
`Once` stands between folium's classes and branca's `MacroElement` in the order of inheritance and stores the rendered
string as it is. Nothing is patched, so other users of folium in the same process see no change. Tied to folium 0.20.0 and
branca 0.8.2, which requirements.txt pins.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import folium
from branca.element import Element, Figure, MacroElement

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_UNSAFE = re.compile(r"[<>&'`${}%#_/]")


class Raw(Element):
    """Text that is finished: rendering returns it and never looks inside."""

    def __init__(self, text: str):
        super().__init__()
        self._raw = text

    def render(self, **kwargs: Any) -> str:
        return self._raw


class Once(MacroElement):
    """A macro element whose header, html and script are rendered exactly once.

    As the last base of a folium class (`class Map(folium.Map, Once)`) it takes the place of `MacroElement.render`.
    """

    @property
    def controller(self) -> str:
        """The script's expression for our side of the map that this element is on, directly or within a group."""
        above = self._parent
        while above is not None and not isinstance(above, folium.Map):
            above = above._parent
        if above is None:
            raise ValueError("an element of ours renders only on a map")
        return f"datelineMap({above.get_name()})"

    def render(self, **kwargs: Any) -> None:
        figure = self.get_root()
        if not isinstance(figure, Figure):
            raise ValueError("an element of a map renders only inside a figure")
        macros = self._template.module.__dict__
        for part, target in (("header", figure.header), ("html", figure.html), ("script", figure.script)):
            macro: Callable[..., str] | None = macros.get(part)
            if macro is not None:
                target.add_child(Raw(str(macro(self, kwargs))), name=self.get_name())
        for child in self._children.values():
            child.render(**kwargs)


def to_script(value: Any) -> str:
    r"""JSON that may stand in any script, template or HTML: inside strings only letters, digits and plain marks are left.

    Everything else becomes `\uXXXX`, also U+2028 and U+2029, so no `</script>`, `${`, `{{`, backtick or comment can form.
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return _STRING.sub(lambda string: _UNSAFE.sub(_escape, string.group()), text)


def _escape(match: re.Match[str]) -> str:
    return "".join(f"\\u{ord(character):04x}" for character in match.group())
