"""A map asks nobody but the page's own server, and a self-contained one asks nobody at all."""

import hashlib
import json
import re

import pytest

from geo import files
from geo.drawing import draw, offline, served
from geo.drawing.offline import INLINE
from tests.stories import story

LOADED = re.compile(r"""(?:src|href)=["']([^"']+)["']""")


def links(page: str) -> list[str]:
    """Addresses that a page would load; links in texts of scripts begin with http and are checked apart."""
    return LOADED.findall(re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL))


def test_a_served_map_loads_only_from_its_own_server():
    found = links(draw(story(), assets=served()).get_root().render())
    assert found
    assert all(link.startswith("/app/static/") for link in found)


def test_no_address_of_another_server_is_left_in_a_served_map():
    assert not re.search(r"https?://|cdn", draw(story(), assets=served()).get_root().render())


def test_an_inline_map_loads_nothing():
    assert links(draw(story(), assets=INLINE).get_root().render()) == []


@pytest.mark.parametrize(
    ("base", "address"), [("", "/app/static"), ("maps", "/maps/app/static"), ("/a/b/", "/a/b/app/static")]
)
def test_the_base_path_of_the_server_leads_every_address(base, address):
    assert served(base).address == address
    assert all(link.startswith(f"{address}/") for link in links(draw(story(), assets=served(base)).get_root().render()))


def test_every_linked_file_ships():
    for name in (*offline.SCRIPTS, *offline.STYLES, *offline.BASEMAP):
        assert files.shipped(files.VENDOR / name).stat().st_size > 0


def test_a_link_changes_with_the_content_of_its_file():
    link = served().link("dateline/map.js")
    assert link.endswith(f"?v={offline.digest('dateline/map.js')}")


@pytest.mark.parametrize("name", [*offline.SCRIPTS, "dateline/article.js", "dateline/card.js", "dateline/page.js"])
def test_no_script_can_end_the_element_it_is_put_into(name):
    assert "</script" not in offline.text(name).lower()


@pytest.mark.parametrize("name", [*offline.STYLES, "dateline/article.css", "dateline/card.css", "dateline/page.css"])
def test_no_style_can_end_the_element_it_is_put_into_or_loads_from_elsewhere(name):
    assert "</style" not in offline.text(name).lower()
    assert "@import" not in offline.text(name)
    assert not re.search(r"url\(['\"]?(?:https?:)?//", offline.text(name))


def test_the_land_is_small_enough_to_load_at_once():
    assert len(offline.text(offline.BASEMAP[0])) <= 1_000_000


def test_an_inline_map_holds_the_borders_near_its_story_only():
    _, borders, _, _ = json.loads(INLINE.basemap([[50.0, 27.0], [53.0, 33.0]]))
    _, everywhere, _, _ = json.loads(INLINE.basemap([[-90.0, -180.0], [90.0, 180.0]]))
    near, all_lines = (len(found["geometry"]["coordinates"]) for found in (borders, everywhere))
    assert 0 < near < all_lines / 5


def test_the_vendor_files_are_those_that_their_readme_names():
    readme = (files.VENDOR / "README.md").read_text("utf-8")
    for name in ("leaflet/leaflet.js", "leaflet/leaflet.css"):
        assert f"| `{name}` | `{hashlib.sha256((files.VENDOR / name).read_bytes()).hexdigest()}` |" in readme
