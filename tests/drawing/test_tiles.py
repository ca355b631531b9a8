"""Which addresses are those of tiles, and how a credit is written."""

import re

import pytest

from geo.drawing.tiles import CREDIT, OPENSTREETMAP, credit_html, fault, from_environment, host, is_own
from geo.errors import InputError
from tests.stories import PAYLOADS


def test_without_settings_it_is_openstreetmap_s_with_its_credit_and_link():
    tiles = from_environment({})
    assert tiles.address == OPENSTREETMAP and (tiles.finest, tiles.closest) == (18, 18)
    assert tiles.credit == (
        '© <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener">OpenStreetMap</a> contributors'
    )


def test_the_settings_name_another_map_and_whom_to_credit():
    tiles = from_environment({"DATELINE_TILES": " /tiles/{z}/{x}/{y}.png ", "DATELINE_TILES_CREDIT": "© Us & you"})
    assert tiles.told() == {
        "address": "/tiles/{z}/{x}/{y}.png",
        "credit": "© Us &amp; you",
        "finest": 18,
        "closest": 18,
    }


@pytest.mark.parametrize(
    "address",
    [
        OPENSTREETMAP,
        "http://localhost:8080/{z}/{x}/{y}.png",
        "https://{s}.tiles.example.org/{z}/{x}/{y}{r}.png?key=a1b2",
        "https://[::1]:8080/{z}/{x}/{y}",
        "/tiles/{z}/{x}/{y}.png",
    ],
)
def test_an_address_of_tiles_is_taken(address):
    assert fault(address) is None


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://tiles.example.org/{z}/{x}.png", "{z}, {x} and {y}"),
        ("https://tiles.example.org/", "{z}, {x} and {y}"),
        ("ftp://tiles.example.org/{z}/{x}/{y}.png", "begins with"),
        ("javascript:alert(1)//{z}{x}{y}", "begins with"),
        ("data:image/png,{z}{x}{y}", "begins with"),
        ("//tiles.example.org/{z}/{x}/{y}.png", "begins with"),
        ("tiles/{z}/{x}/{y}.png", "begins with"),
        ("https:///{z}/{x}/{y}.png", "begins with"),
        ("https://[::1/{z}/{x}/{y}.png", "begins with"),
        ("https://tiles.example.org:99999/{z}/{x}/{y}.png", "begins with"),
        ("https://me:secret@tiles.example.org/{z}/{x}/{y}.png", "password"),
        ("https://tiles.example.org/{z}/{x}/{y}.png?key={key}", "only {s} and {r}"),
        ("https://tiles.example.org/{z}/{x}/{y}.png{", "only {s} and {r}"),
        ("https://tiles.example.org/{z}/{x}/{y}.png'><script>", "only {s} and {r}"),
        ("https://tiles.example.org/{z}/{x}/{y}/a b.png", "no blanks"),
        ("https://tiles.example.org/{z}/{x}/{y}\u202e.png", "no blanks"),
        ("https://tiles.example.org/{z}/{x}/{y}\n", "no blanks"),
        ("https://tiles.example.org/{z}/{x}/{y}" + "a" * 2000, "at most 2000"),
    ],
)
def test_what_is_no_address_of_tiles_is_one_line_that_says_why(address, why):
    assert why in fault(address)
    with pytest.raises(InputError) as error:
        from_environment({"DATELINE_TILES": f"{address}x" if address.endswith("\n") else address})
    assert str(error.value).startswith("DATELINE_TILES: ") and "\n" not in str(error.value)


def test_only_a_path_is_on_the_page_s_own_server():
    assert is_own("/tiles/{z}/{x}/{y}.png") and not is_own(OPENSTREETMAP)


@pytest.mark.parametrize(
    ("address", "named"),
    [
        (OPENSTREETMAP, "tile.openstreetmap.org"),
        ("https://{s}.tiles.example.org/{z}/{x}/{y}.png?key=a1b2", "tiles.example.org"),
        ("http://localhost:8080/{z}/{x}/{y}", "localhost:8080"),
    ],
)
def test_the_server_that_is_asked_is_named_without_the_rest_of_its_address(address, named):
    assert host(address) == named


def test_a_credit_may_hold_several_links():
    html = credit_html("© [A](https://a.example) and [B](http://b.example/x?y=1&z=2), all rights")
    assert re.findall(r'href="([^"]+)"', html) == ["https://a.example", "http://b.example/x?y=1&amp;z=2"]
    assert html.endswith("</a>, all rights")


@pytest.mark.parametrize(
    "payload", [*PAYLOADS, "[x](javascript:alert(1))", '[x](https://a.example/"onclick="a)', "[<b>](https://a.example)"]
)
def test_nothing_in_a_credit_is_html_but_its_links(payload):
    rest = re.sub(r'</?a(?: href="https?://[^"<>]+" target="_blank" rel="noopener")?>', "", credit_html(payload))
    assert "<" not in rest and ">" not in rest and '"' not in rest


def test_the_usual_credit_names_openstreetmap():
    assert "OpenStreetMap" in CREDIT and "/copyright" in CREDIT
