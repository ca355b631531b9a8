import streamlit as st

from geo.ui.style import page_style


def test_the_style_stands_in_the_page_and_asks_nobody_for_a_file(monkeypatch):
    put = []
    monkeypatch.setattr(st, "html", put.append)
    page_style()
    (style,) = put
    assert style.startswith("<style>") and style.endswith("</style>")
    assert "@import" not in style and "http" not in style
