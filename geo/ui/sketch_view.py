"""The small map of a dialog, on which somebody puts a point, a line or an area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from streamlit_folium import st_folium

from geo.drawing.sketch import Landmark, sketch
from geo.drawing.view import Bounds
from geo.ui import assets, visit
from geo.ui.map_view import theme

HEIGHT = 320
"""Pixels: a dialog with its buttons below fits a laptop's window."""


def sketch_view(
    key: str, at: tuple[float, float] | None, around: Bounds | None = None, landmarks: Sequence[Landmark] = ()
) -> Mapping[str, Any] | None:
    """The GeoJSON geometry that is drawn, longitude first; None: nothing is.

    It opens around `at` (latitude, longitude), else on the box `around`, else on the world; `landmarks`: to find one's way by.
    """
    st_folium(
        sketch(assets=assets.map_assets(), theme=theme(), at=at, around=around, landmarks=landmarks),
        key=key,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
    )
    return drawn(visit.value(key))


def drawn(reported: Any) -> Mapping[str, Any] | None:
    """The geometry of what the map reported last."""
    return reported[0] if isinstance(reported, list) and reported and isinstance(reported[0], Mapping) else None
