import re

import pytest
import streamlit as st

from geo.files import VENDOR
from geo.ui.style import page_style


def test_the_style_stands_in_the_page_and_asks_nobody_for_a_file(monkeypatch):
    put = []
    monkeypatch.setattr(st, "html", put.append)
    page_style()
    (style,) = put
    assert style.startswith("<style>") and style.endswith("</style>")
    assert "@import" not in style and "http" not in style


SIZES = {*"11px 12px 13px 14px 15px 17px 19px .8125rem .875rem 1.1875rem 1.6rem .86em 1.5em".split()}
"""The type scale: signs, small, quiet, text, quotes, the article, headings; in rem what follows the browser's own size."""


@pytest.mark.parametrize("style", sorted((VENDOR / "dateline").glob("*.css")), ids=lambda path: path.stem)
def test_letters_are_of_the_scale_s_sizes(style):
    fonts = re.findall(r"font(?:-size)?:([^;}]*)", style.read_text())
    used = {size for font in fonts for size in re.findall(r"(?<![\w/])[\d.]+(?:px|r?em)", font)}
    assert used <= SIZES
