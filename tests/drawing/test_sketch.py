"""The small map on which people draw: no data becomes a script or HTML in it, and every file is the page's own server's."""

import hashlib
import re

import pytest

from geo import files
from geo.drawing import served
from geo.drawing.safe import to_script
from geo.drawing.sketch import MOST_LANDMARKS, Landmark, sketch
from tests.stories import PAYLOADS


def page(**more) -> str:
    return sketch(assets=served("base"), theme="light", **more).get_root().render()


def test_every_file_comes_from_the_page_s_own_server():
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page())
    assert len(addresses) >= 8 and all(address.startswith("/base/app/static/") for address in addresses)
    assert any("leaflet/draw/leaflet.draw.js" in address for address in addresses)


def test_it_opens_around_a_place_or_on_the_world():
    assert re.search(r"map_\w+\.setView\(\[50\.45,30\.52\], 6\)", page(at=(50.45, 30.52)))
    assert ".setView([30.0,15.0], 2)" in page()


def test_without_a_place_it_opens_on_a_box_but_a_place_comes_first():
    box = [[50.0, 30.0], [52.4, 31.0]]
    assert re.search(r"null,\s+\[\[50\.0,30\.0\],\[52\.4,31\.0\]\], 8, \[\],", page(around=box))
    assert re.search(r"\[50\.45,30\.52\],\s+null, 8,", page(around=box, at=(50.45, 30.52)))


def test_it_reports_what_is_drawn_and_shows_no_alert():
    drawn = page()
    assert "Streamlit.setComponentValue([geometry, Date.now()])" in drawn and "alert(" not in drawn


def test_places_to_find_one_s_way_by_are_shown_up_to_a_number():
    many = [Landmark(f"Town {number}", number, -number) for number in range(MOST_LANDMARKS + 1)]
    drawn = page(landmarks=many)
    assert '[0,0,"Town 0"],[1,-1,"Town 1"]' in drawn and f"Town {MOST_LANDMARKS - 1}" in drawn
    assert f"Town {MOST_LANDMARKS}" not in drawn


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_name_is_only_a_string_of_the_script(payload):
    drawn = page(landmarks=[Landmark(payload, 50.45, 30.52)])
    assert f"[[50.45,30.52,{to_script(payload)}]]" in drawn and payload not in drawn


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_the_theme_reaches_the_map(theme):
    assert f'.setTheme("{theme}")' in sketch(assets=served(), theme=theme).get_root().render()


def test_the_vendor_files_are_those_that_their_readme_names():
    readme = (files.VENDOR / "README.md").read_text("utf-8")
    for name in ("leaflet/draw/leaflet.draw.js", "leaflet/draw/leaflet.draw.css"):
        assert f"| `{name}` | `{hashlib.sha256((files.VENDOR / name).read_bytes()).hexdigest()}` |" in readme


def test_no_file_of_the_drawing_tools_loads_from_elsewhere():
    for path in (files.VENDOR / "leaflet" / "draw").glob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:)?//", path.read_text("utf-8"))
