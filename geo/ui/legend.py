"""What the marks mean, and where everything comes from."""

from __future__ import annotations

from html import escape

import streamlit as st

from geo.drawing.style import LEGEND
from geo.version import VERSION


def legend_view() -> None:
    """The marks in a row under the map."""
    items = "".join(f'<li><i class="lg lg-{name}"></i>{escape(words)}</li>' for name, words in LEGEND)
    st.html(f'<ul class="dl-legend" aria-label="Legend">{items}</ul>')


def about_view() -> None:
    """Sources and licences."""
    with st.expander("About Dateline and its data"):
        st.markdown(
            "Dateline finds every place that a text names, says which place is meant and why, and draws it on a map. "
            "Everything runs on this computer: no text leaves it, and no network is needed.\n\n"
            "- Places: [GeoNames](https://www.geonames.org/) (CC BY 4.0) and tables of our own\n"
            "- Basemap, areas and borders: [Natural Earth](https://www.naturalearthdata.com/) (public domain)\n"
            "- Map: [Leaflet](https://leafletjs.com/) (BSD-2-Clause) through folium and streamlit-folium\n"
            f"- Dateline {VERSION}: Apache-2.0. `data/README.md` lists every source with its date and digest.\n\n"
            "Borders are drawn as the sources draw them and take no side."
        )
