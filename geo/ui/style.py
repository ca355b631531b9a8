"""The page's own style: Streamlit's clutter away, both panes to the window's height, narrow screens stacked."""

from __future__ import annotations

import streamlit as st

CSS = """
<style>
:root {
  --reader-height: max(540px, calc(100vh - 9.4rem));
  --map-height: calc(var(--reader-height) * .56);
  --card-height: calc(var(--reader-height) * .44 - 3.6rem);
  --legend: light-dark(#0b5f8a, #6cc0ea);
  --legend-line: light-dark(#7b2d6f, #e29ad6);
  --legend-pick: light-dark(#c4420a, #ff9a62);
}
[data-testid="stHeader"] { background: transparent; height: 0; min-height: 0; }
[data-testid="stMainBlockContainer"] { padding: 1rem clamp(14px, 2.4vw, 40px) 1.5rem; max-width: 1680px; }
[data-testid="stBaseButton-primary"], [data-testid="stBaseButton-primaryFormSubmit"] { color: light-dark(#ffffff, #0f161c); font-weight: 600; }
[data-testid="stBaseButton-primary"]:hover, [data-testid="stBaseButton-primaryFormSubmit"]:hover { color: light-dark(#ffffff, #0f161c); }
.dl-title { font: 700 1.6rem/1.3 "Source Serif", Georgia, serif !important; letter-spacing: -.015em; padding: 0 !important; margin: 0; }
.st-key-header { border-bottom: 1px solid light-dark(#e4dfd4, #2b343d); padding-bottom: .7rem; }
.st-key-pane_map, .st-key-pane_map > div { gap: .5rem; }
.st-key-pane_map iframe { height: var(--map-height); border-radius: 10px; display: block; outline: 1px solid light-dark(rgba(60, 55, 40, .2), rgba(200, 210, 220, .16)); outline-offset: -1px; }
.dl-legend { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 0 !important; padding: 0 2px !important; list-style: none; line-height: 1.5; }
.dl-legend li { display: flex; align-items: center; gap: 6px; margin: 0 !important; padding: 0 !important; font-size: .78rem !important; color: light-dark(#4d555b, #b4bac0); }
.lg { display: inline-block; width: 12px; height: 12px; box-sizing: border-box; border: 2px solid var(--legend); border-radius: 50%; flex: none; }
.lg-place { background: var(--legend); }
.lg-area { border-radius: 3px; background: var(--legend); }
.lg-border { width: 18px; height: 4px; border: 0; border-radius: 2px; background: var(--legend-line); }
.lg-unsure { border-style: dashed; }
.lg-approximate { border: 1.5px dashed var(--legend); background: color-mix(in srgb, var(--legend) 15%, transparent); border-radius: 4px; width: 15px; }
.lg-picked { background: var(--legend-pick); border-color: var(--legend-pick); }
@media (max-width: 640px) {
  :root { --reader-height: 60vh; --map-height: 36vh; --card-height: auto; }
  .st-key-header [data-testid="stHorizontalBlock"] { gap: .5rem; }
  .st-key-header [data-testid="stColumn"]:first-child { display: none; }
  /* One column: the map, the text, the card. The wrappers between them step aside so that they can be put in order. */
  .st-key-reader [data-testid="stHorizontalBlock"] { flex-direction: column; flex-wrap: nowrap; gap: .7rem; }
  .st-key-reader [data-testid="stColumn"], .st-key-reader [data-testid="stColumn"] > [data-testid="stVerticalBlock"],
  .st-key-reader [data-testid="stColumn"] > div > [data-testid="stVerticalBlock"] { display: contents; }
  .st-key-reader [data-testid="stLayoutWrapper"]:has(> .st-key-pane_map) { order: 1; }
  .st-key-reader [data-testid="stLayoutWrapper"]:has(> .st-key-pane_article) { order: 2; }
  .st-key-reader [data-testid="stLayoutWrapper"]:has(> .st-key-pane_card) { order: 3; }
  .dl-legend { gap: 0 12px; }
}
</style>
"""


def page_style() -> None:
    """Put the style into the page."""
    st.html(CSS)
