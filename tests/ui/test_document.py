import re

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from geo.files import VENDOR
from geo.ui.document import MIDDLEWARE, dressed

THEIRS = "<html><head><title>Streamlit</title></head><body><p>a</p></body></html>"


async def theirs(request):
    if request.headers.get("if-none-match"):
        return HTMLResponse(status_code=304)
    return HTMLResponse(THEIRS, headers={"etag": "theirs", "cache-control": "no-cache"})


async def healthy(request):
    return PlainTextResponse("ok", headers={"etag": "theirs"})


async def away(request):
    return RedirectResponse("/other")


def client(*routes):
    return TestClient(Starlette(routes=list(routes), middleware=MIDDLEWARE), follow_redirects=False)


def test_a_document_gets_our_title_and_our_style_behind_all_others():
    html = dressed(THEIRS)
    assert "<title>Dateline</title>" in html
    assert re.search(
        r'<p>a</p><link rel="stylesheet" href="/app/static/dateline/app.css\?v=\w{8}"></body></html>$', html
    )


def test_what_is_no_document_stays_as_it_is():
    assert dressed("nothing here") == "nothing here"


def test_the_page_s_address_answers_with_the_dressed_document_at_its_own_length():
    answer = client(Route("/", theirs)).get("/")
    assert answer.text == dressed(THEIRS) and answer.headers["content-length"] == str(len(answer.content))
    assert answer.headers["cache-control"] == "no-cache" and "etag" not in answer.headers


def test_a_browser_that_has_an_older_document_gets_the_new_style():
    assert client(Route("/", theirs)).get("/", headers={"If-None-Match": "theirs"}).text == dressed(THEIRS)


def test_other_addresses_other_methods_and_other_answers_pass_as_they_are():
    page = client(
        Route("/a/index.html", theirs), Route("/health", healthy), Route("/", theirs, methods=["POST", "HEAD"])
    )
    assert page.get("/a/index.html").text == THEIRS and page.post("/").text == THEIRS
    assert page.get("/health").text == "ok" and page.get("/health").headers["etag"] == "theirs"
    assert page.head("/").headers["etag"] == "theirs"
    assert client(Route("/", away)).get("/").headers["location"] == "/other"


@pytest.mark.parametrize("path", ["/news/map", "/news/map/"])
def test_below_a_base_path_the_document_is_there_and_so_is_the_style(path, monkeypatch):
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "/news/map/"}.get)
    assert 'href="/news/map/app/static/dateline/app.css' in client(Route(path, theirs)).get(path).text


def test_the_style_asks_nobody_for_a_file():
    style = (VENDOR / "dateline" / "app.css").read_text()
    assert "@import" not in style and "url(http" not in style and "//" not in style.replace("/*", "").replace("*/", "")


SIZES = {*"11px 12px 13px 14px 15px 17px 19px .8125rem .875rem 1.1875rem 1.6rem .86em 1.5em".split()}
"""The type scale: signs, small, quiet, text, quotes, the article, headings; in rem what follows the browser's own size."""


@pytest.mark.parametrize("style", sorted((VENDOR / "dateline").glob("*.css")), ids=lambda path: path.stem)
def test_letters_are_of_the_scale_s_sizes(style):
    fonts = re.findall(r"font(?:-size)?:([^;}]*)", style.read_text())
    used = {size for font in fonts for size in re.findall(r"(?<![\w/])[\d.]+(?:px|r?em)", font)}
    assert used <= SIZES
