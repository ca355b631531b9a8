"""Where the files that ship with Dateline lie."""

from pathlib import Path

from geo.errors import DataError

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
ARTICLES = DATA / "articles"
TABLES = DATA / "tables"
MODEL = DATA / "models" / "toponyms"
RESOLVER = DATA / "models" / "resolver" / "weights.json"
PLACES = DATA / "places.sqlite"
SHAPES = DATA / "shapes.bin"
BASEMAP = ROOT / "static" / "basemap"
VENDOR = ROOT / "static"


def shipped(path: Path) -> Path:
    """The path itself, or a `DataError` that says how to get the file back."""
    if not path.exists():
        name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name
        raise DataError(f"{path} is missing; it ships with Dateline: restore it with `git checkout -- {name}`")
    return path
