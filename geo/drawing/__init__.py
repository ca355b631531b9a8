"""Stories as maps. The only package that imports folium; only numbers and names of places reach it, never article text."""

from geo.drawing.map import draw, order
from geo.drawing.offline import INLINE, Assets, served
from geo.drawing.standalone import standalone_html

__all__ = ["INLINE", "Assets", "draw", "order", "served", "standalone_html"]
