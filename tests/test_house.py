"""The rules of the house, as `README.md` tells them to contributors. Each is checked on the files as they are."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

import geo
from geo import cli, errors, files, types
from geo.exporting import FORMATS
from geo.reading import READERS

ROOT = files.ROOT
MODULES = sorted(path for path in (ROOT / "geo").rglob("*.py"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = README + "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))

LONGEST_FILE = 500
"""Lines. Files are rarely above 400; beyond this one a file holds two ideas."""

WHO_MAY_IMPORT = {
    "streamlit": ("geo/ui/", "app.py"),
    "starlette": ("geo/ui/",),
    "streamlit_folium": ("geo/ui/",),
    "folium": ("geo/drawing/",),
    "branca": ("geo/drawing/",),
    "torch": ("geo/training/",),
    "onnxruntime": ("geo/recognition/", "geo/training/"),
    "tokenizers": ("geo/recognition/", "geo/training/"),
    "sqlite3": ("geo/gazetteer/", "geo/location/", "geo/sources/", "geo/geonames/build.py", "geo/drawing/mbtiles.py"),
    "tqdm": ("geo/geonames/", "geo/commands/telling.py"),
    "sqlalchemy": ("geo/project/",),
    "alembic": ("geo/project/",),
    "dateutil": ("geo/dating/", "geo/reading/"),
    "trafilatura": ("geo/reading/html.py",),
    "pypdfium2": ("geo/reading/pdf.py",),
    "striprtf": ("geo/reading/rtf.py",),
    "charset_normalizer": ("geo/reading/charsets.py",),
    "pyarrow": ("geo/reading/columnar.py",),
    "openpyxl": ("geo/reading/workbook.py", "geo/exporting/xlsx.py"),
    "pyogrio": ("geo/exporting/geopackage.py",),
    "PIL": ("geo/drawing/", "geo/exporting/png.py"),
}
NETWORK = {"socket", "ssl", "http", "urllib", "urllib3", "requests", "httpx", "ftplib", "smtplib", "aiohttp"}
HARMLESS = {"urllib.parse"}
"""It takes addresses apart and connects to nothing."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """A file as Python reads it; read once for all rules."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> frozenset[str]:
    """The modules that a file imports when it runs, in functions too; imports for type checkers only are left out."""
    found: set[str] = set()
    waiting: list[ast.AST] = [tree(path)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting += node.orelse
            continue
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        waiting += ast.iter_child_nodes(node)
    return frozenset(found)


def importers(package: str) -> list[str]:
    found = [path for path in [*MODULES, ROOT / "app.py"] if package in {m.split(".")[0] for m in imported(path)}]
    return [name(path) for path in found]


@pytest.mark.parametrize("package", WHO_MAY_IMPORT)
def test_a_library_is_imported_only_where_it_belongs(package):
    strangers = [path for path in importers(package) if not path.startswith(WHO_MAY_IMPORT[package])]
    assert strangers == []


def test_nothing_but_what_a_user_asks_for_by_address_and_downloads_of_data_speaks_to_a_network():
    """`geo/web` reads the addresses that a user names, and checks each before it connects; one command fetches GeoNames'
    dump when a user asks for it; `geo/sources` rebuilds our data."""
    speakers = [path for path in [*MODULES, ROOT / "app.py"] if not NETWORK.isdisjoint(roots(path))]
    others = [name(path) for path in speakers if not name(path).startswith(("geo/sources/", "geo/web/"))]
    assert others == ["geo/geonames/download.py"]


def roots(path: Path) -> set[str]:
    """The packages that a file imports more of than what is harmless."""
    return {module.split(".")[0] for module in imported(path) - HARMLESS}


def test_only_the_command_line_runs_what_makes_a_full_gazetteer():
    others = [path for path in MODULES if not name(path).startswith("geo/geonames/")]
    users = [name(path) for path in others if any(module.startswith("geo.geonames") for module in imported(path))]
    assert users == ["geo/commands/gazetteer.py"]


def test_the_engine_knows_nothing_of_pages_and_build_tools():
    """What runs at parse time imports neither the page nor what only builds data or trains the model."""
    later = ("geo.ui", "geo.sources", "geo.training")
    makers = ("geo/ui/", "geo/sources/", "geo/training/", "geo/geonames/")
    engine = [path for path in MODULES if not name(path).startswith(makers)]
    assert [name(path) for path in engine if any(module.startswith(later) for module in imported(path))] == []


def test_loading_the_public_names_loads_no_page_no_map_and_no_table_library():
    code = "import json, sys, geo, geo.cli, geo.exporting, geo.reading; print(json.dumps(sorted(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    heavy = {"streamlit", "streamlit_folium", "folium", "branca", "pandas", "pyarrow", "torch"}
    heavy |= {"trafilatura", "pypdfium2", "lxml", "openpyxl", "pyogrio", "PIL", "sqlalchemy"}
    assert heavy.isdisjoint(json.loads(out))


def test_one_module_owns_the_session_state():
    owners = [name(p) for p in [*MODULES, ROOT / "app.py"] if "session_state" in attributes(p)]
    assert owners == ["geo/ui/visit.py"]


def attributes(path: Path) -> set[str]:
    return {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}


def test_the_public_names_are_exactly_these():
    assert sorted(geo.__all__) == [
        "Article",
        "BadRecord",
        "Candidate",
        "DataError",
        "DatelineError",
        "Engine",
        "FetchError",
        "Focus",
        "InputError",
        "Located",
        "Location",
        "Match",
        "Mention",
        "NotFound",
        "NotText",
        "OutputError",
        "Place",
        "ProjectError",
        "Resolution",
        "Story",
        "StoryPlace",
        "__version__",
        "draw",
        "load",
        "locate",
        "parse",
        "parse_many",
        "read",
    ]
    assert geo.__all__ == sorted(geo.__all__)
    assert [public for public in geo.__all__ if not hasattr(geo, public)] == []


def test_every_error_has_one_root_and_is_public():
    raised = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, Exception)]
    assert all(issubclass(error, errors.DatelineError) for error in raised)
    assert {error.__name__ for error in raised} <= set(geo.__all__)


def test_the_domain_types_are_frozen():
    made = [c for c in vars(types).values() if isinstance(c, type) and hasattr(c, "__dataclass_params__")]
    assert made and all(c.__dataclass_params__.frozen for c in made)


def test_the_app_only_composes():
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 40
    assert not defines_functions(ROOT / "app.py")


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_file_holds_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_every_module_has_its_test_file():
    """`geo/a/b.py` ↔ `tests/a/test_b.py`; a module without a function (a table of constants) has nothing to test."""
    wanted = [path for path in MODULES if not path.name.startswith("__") and defines_functions(path)]
    mirrored = {path: path.relative_to(ROOT / "geo").with_name(f"test_{path.name}") for path in wanted}
    assert [name(path) for path, test in mirrored.items() if not (ROOT / "tests" / test).is_file()] == []


def defines_functions(path: Path) -> bool:
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree(path)))


# What the README promises.


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_readme_is_short():
    assert len(README.splitlines()) <= 150


def test_the_readme_opens_with_the_command_for_the_app_and_the_command_for_the_tests():
    app, tests = blocks("sh")[0].strip().splitlines()
    assert app.endswith("pip install -r requirements.txt && .venv/bin/streamlit run app.py")
    assert tests.endswith("pip install -r requirements-test.txt && .venv/bin/python -m pytest")


def test_ci_runs_the_readme_line_and_no_copy_of_it():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in script
    assert "requirements-test.txt" not in script


def test_every_file_that_the_documentation_links_to_is_there():
    assert [link for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", README) if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("word", [*FORMATS, *READERS])
def test_every_format_and_suffix_is_documented(word):
    assert f"`{word}`" in DOCS


def every_command(parser, before=""):
    """Commands and the commands of commands: "gazetteer", "gazetteer build"."""
    for command, inner in parser._subparsers._group_actions[0].choices.items():
        yield f"{before}{command}", inner
        if inner._subparsers:
            yield from every_command(inner, f"{before}{command} ")


def test_every_command_and_option_is_documented():
    commands = dict(every_command(cli._parser()))
    options = {o for parser in commands.values() for action in parser._actions for o in action.option_strings}
    assert [c for c in commands if f"python -m geo {c}" not in DOCS] == []
    assert [o for o in options - {"-h", "--help"} if f"`{o}" not in DOCS] == []


def test_the_page_is_served_to_this_machine_only_and_the_readme_says_how_to_share_it():
    server = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]
    assert server["address"] == "localhost"
    assert "`--server.address 0.0.0.0`" in README and "`allowedHosts`" in README


BOUNDED = r'[\w-]+(==[\d.]+|>=[\d.]+,<[\d.]+)(; sys_platform != "win32")?'


def test_the_requirements_of_the_app_are_bounded_on_both_sides():
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in wanted if not re.fullmatch(BOUNDED, line)] == []


@pytest.mark.parametrize("module", ["torch", "pytest", "playwright", "hypothesis", "ruff"])
def test_the_app_needs_no_library_of_tests_or_training(module):
    assert module not in (ROOT / "requirements.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("check",), ("format", "--check")])
def test_the_code_is_as_ruff_would_write_it(words):
    command = [sys.executable, "-m", "ruff", *words, "--no-cache", "geo", "tests", "app.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
