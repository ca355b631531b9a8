"""The vector basemap: countries that the browser fetches once, or that stand in the file itself."""

from __future__ import annotations

from folium.template import Template

from geo.drawing import view
from geo.drawing.offline import Assets
from geo.drawing.safe import Once, to_script
from geo.drawing.view import Bounds

ATTRIBUTION = "Natural Earth"


class Basemap(Once):
    """Land, coasts and the countries' names, on panes below everything else."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        {{ this.controller }}.setTheme({{ this.theme }}).basemap({{ this.sources }}, {{ this.credit }});
        {% endmacro %}"""
    )

    def __init__(self, assets: Assets, theme: str, bounds: Bounds = view.WORLD):
        super().__init__()
        self._name = "Basemap"
        self.theme = to_script(theme)
        self.sources = assets.basemap(bounds)
        self.credit = to_script(ATTRIBUTION)
