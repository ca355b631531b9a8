"""Stories as maps. The only package that imports folium; only numbers and names of places reach it, never article text."""

from geo.drawing.map import MISSING, blank, bring, draw
from geo.drawing.offline import INLINE, Assets, served
from geo.drawing.standalone import standalone_html

__all__ = ["INLINE", "MISSING", "Assets", "blank", "bring", "draw", "served", "standalone_html"]
