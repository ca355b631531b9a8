"""What the marks mean, and where everything comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from geo.drawing.style import LEGEND
from geo.types import Roles
from geo.version import VERSION

INTRODUCTION = (
    "Dateline finds every place that a text names, says which place is meant and why, and draws it on a map. "
    "Everything runs on the computer that serves this page: no text leaves it, and no network is needed but for the street "
    "map, if you choose it. "
    "Disputed land is shown in the view that the line under the map names; no view is a judgement on any claim."
)

ALWAYS = (
    "Basemap: made with Natural Earth (public domain)",
    "Street map, where you choose it: © OpenStreetMap contributors (ODbL), or whom the map's corner names",
    "Map: Leaflet (BSD-2-Clause), through folium and streamlit-folium (MIT)",
    f"Dateline {VERSION} (Apache-2.0)",
)

COLUMNS = {"name": "Source", "version": "Version", "date": "Date", "licence": "Licence", "upstream": "What it gives"}


def legend_view(roles: Roles) -> None:
    """The marks in a row under the map; those of governments are faint while they are switched off."""
    off = () if roles == "all" else ("associative", "associative-word")
    items = "".join(
        f'<li{" class=off" if name in off else ""}><i class="lg lg-{name}"></i>{escape(words)}</li>'
        for name, words in LEGEND
    )
    st.html(f'<ul class="dl-legend" aria-label="Legend">{items}</ul>')


def about_view(about: Mapping[str, Any]) -> None:
    """Sources and licences, as the engine's own files name them; an empty mapping where there is no engine."""
    section = st.expander("About Dateline and its data", key="about", on_change="rerun")
    with section:
        st.text(INTRODUCTION)
        st.text("\n".join(credits_of(about)))
        found = sources(about)
        if found and section.open:  # Streamlit's tables weigh more than a megabyte in the browser
            st.dataframe(table(found), hide_index=True, width="stretch")


def sources(about: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The data sources of gazetteer and shapes, each once."""
    listed = [source for part in ("gazetteer", "shapes") for source in about.get(part, {}).get("sources", ())]
    return list({source.get("name"): source for source in listed}.values())


def credits_of(about: Mapping[str, Any]) -> list[str]:
    """The lines that the licences ask for, each once, and our own."""
    asked = (source.get("attribution") for source in sources(about))
    return [line for line in dict.fromkeys([*asked, *ALWAYS]) if line]


def table(found: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """The sources as rows."""
    rows = [{title: source.get(key) or "" for key, title in COLUMNS.items()} for source in found]
    return pd.DataFrame(rows, columns=list(COLUMNS.values()))
