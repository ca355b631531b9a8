"""The page's own style: Streamlit's clutter away, both panes to the window's height, narrow screens stacked."""

from __future__ import annotations

import streamlit as st

CSS = """
<style>
:root { --reader-height: max(460px, calc(100vh - 11.5rem)); }
[data-testid="stHeader"] { background: transparent; height: 0; min-height: 0; }
[data-testid="stMainBlockContainer"] { padding: 1.1rem clamp(14px, 2.4vw, 40px) 2rem; max-width: 1640px; }
.dl-title { font: 700 1.65rem/1.2 "Source Serif", Georgia, serif; letter-spacing: -.015em; padding: 0; margin: 0; }
.st-key-pane_map iframe { height: calc(var(--reader-height) * .62); border-radius: 10px; border: 1px solid var(--dl-edge, rgba(128,128,128,.28)); display: block; }
.dl-legend { display: flex; flex-wrap: wrap; gap: 3px 16px; margin: 0; padding: 0; list-style: none; font-size: .78rem; opacity: .85; }
.dl-legend li { display: flex; align-items: center; gap: 6px; margin: 0; font-size: inherit; }
.lg { display: inline-block; width: 12px; height: 12px; box-sizing: border-box; border: 2px solid #0b5f8a; border-radius: 50%; flex: none; }
.lg-place { background: #0b5f8a; }
.lg-area { border-radius: 3px; background: #0b5f8a; }
.lg-unsure { border-style: dashed; }
.lg-approximate { border: 1.5px dashed #0b5f8a; background: rgba(11, 95, 138, .15); border-radius: 50%; width: 15px; height: 15px; }
.lg-picked { background: #c4420a; border-color: #c4420a; }
@media (max-width: 640px) {
  :root { --reader-height: 62vh; }
  .st-key-pane_map iframe { height: 38vh; }
}
</style>
"""


def page_style() -> None:
    """Put the style into the page."""
    st.html(CSS)
