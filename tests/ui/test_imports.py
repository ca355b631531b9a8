"""Who may import what: the engine has never heard of the page, and only drawing knows folium."""

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "geo"
ALLOWED = {"streamlit": {"ui"}, "streamlit_folium": {"ui"}, "folium": {"drawing"}, "branca": {"drawing"}}


@cache
def imported(path: Path) -> set[str]:
    """Top-level packages that a file imports, also inside functions; imports for type checking only do not count."""
    tree = ast.parse(path.read_text("utf-8"))
    only_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    names: set[str] = set()
    for node in ast.walk(tree):
        if node in only_types:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_only_its_own_folder_imports(package):
    users = {path.relative_to(PACKAGE).parts[0] for path in PACKAGE.rglob("*.py") if package in imported(path)}
    assert users == ALLOWED[package]


def test_one_module_touches_streamlit_s_session_state():
    touching = {
        path.name
        for path in (PACKAGE / "ui").glob("*.py")
        if "session_state" in path.read_text("utf-8").replace("st.session_state`", "")
    }
    assert touching == {"visit.py"}
