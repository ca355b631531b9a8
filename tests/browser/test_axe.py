"""What axe-core finds wrong for readers who hear the page, see it badly or use it by keys; in both themes."""

import os

import pytest

from geo.project import Decision, Projects, Verify
from tests.browser.conftest import serve
from tests.stories import story

pytestmark = pytest.mark.browser

GRAVE = {"serious", "critical"}

EXCEPTIONS: dict[str, tuple[str, ...]] = {}
"""Rule → parts of selectors of Streamlit's own widgets that break it and that we cannot change, the reason beside each."""

TALKS = story(id="talks")
RAIN = story("It rained in [Minsk|minsk] and [Kyiv|kyiv].", id="rain", title="Rain", date="2022-03-01")

DIALOGS = ("Details", "Share", "History", "Export", "Add articles …")


@pytest.fixture(scope="module")
def script():
    """axe-core's script; in CI a missing package is a failure, elsewhere a skip."""
    if not os.environ.get("CI"):
        pytest.importorskip("axe_playwright_python", reason="no axe: pip install -r requirements-test.txt")
    from axe_playwright_python.base import AXE_SCRIPT

    return AXE_SCRIPT


@pytest.fixture(scope="module")
def project(hand_made_script, tmp_path_factory):
    """A server whose project holds two articles and a decision; gives the address that opens it."""
    folder = tmp_path_factory.mktemp("projects")
    with Projects(folder).create() as made:
        made.add([TALKS, RAIN])
        first = RAIN.mentions[0]
        made.decide(Decision("rain", first.start, first.end, Verify()), "Ann")
    with serve(hand_made_script, projects=folder) as address:
        yield f"{address}/?project={made.token}"


def found(reader, script: str) -> list[str]:
    """The grave findings on the page as it stands, in the light and in the dark theme."""
    return [line for theme in ("light", "dark") for line in _in_theme(reader.page, script, theme)]


def _in_theme(page, script: str, theme: str) -> list[str]:
    page.emulate_media(color_scheme=theme)
    page.wait_for_function(
        "theme => getComputedStyle(document.querySelector('.stApp')).colorScheme === theme", arg=theme
    )
    lines = _lines(page, script, theme)
    for _ in range(3):
        if not lines:
            break
        page.wait_for_timeout(
            1500
        )  # colours change, and the page is asked anew: what was wrong only then is not counted
        lines = _lines(page, script, theme)
    return lines


def _lines(page, script: str, theme: str) -> list[str]:
    for frame in page.frames:
        if not frame.evaluate("() => !!window.axe"):
            frame.evaluate(script)
    result = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{theme} · {rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in result["violations"]
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
        if not any(part in str(node["target"]) for part in EXCEPTIONS.get(rule["id"], ()))
    ]


def test_an_article_its_card_and_every_dialog(open_page, project, script):
    reader = open_page(f"{project}&article=talks&mention=1")
    reader.card.get_by_role("heading").first.wait_for()
    assert found(reader, script) == []
    for name in DIALOGS:
        reader.page.get_by_role("button", name=name, exact=True).click()
        dialog = reader.page.get_by_role("dialog")
        dialog.wait_for()
        assert found(reader, script) == [], name
        reader.page.keyboard.press("Escape")
        dialog.wait_for(state="detached")


def test_the_dialog_for_another_place_with_its_map(open_page, project, script):
    reader = open_page(f"{project}&article=talks&mention=1")
    reader.page.get_by_role("button", name="Another place").click()
    dialog = reader.page.get_by_role("dialog")
    dialog.get_by_role("radiogroup").first.wait_for()
    assert found(reader, script) == []
    dialog.get_by_role("radio", name="On a map").click()
    dialog.locator("iframe").wait_for()
    reader.page.wait_for_timeout(1500)  # its tools are there
    assert found(reader, script) == []


def test_a_project_s_map_its_filters_its_tables_and_its_review(open_page, project, script):
    reader = open_page(f"{project}&show=all")
    for section in ("Summary", "All mentions as a table", "About Dateline"):
        reader.page.get_by_text(section).click()
    reader.page.get_by_text("Countries", exact=True).wait_for()
    assert found(reader, script) == []
    reader.page.get_by_role("button", name="Filter", exact=False).first.click()
    reader.page.get_by_text("Place or region").wait_for()
    assert found(reader, script) == []
    reader.page.keyboard.press("Escape")
    reader.page.get_by_role("radio", name="Review").click()
    reader.page.locator(".review h2").first.wait_for()
    assert found(reader, script) == []


@pytest.mark.parametrize("shown", ["&article=talks&mention=1", "&show=all"])
def test_a_phone(open_page, project, script, shown):
    reader = open_page(project + shown, width=390, height=844)
    assert found(reader, script) == []
    reader.show("Text")
    assert found(reader, script) == []
