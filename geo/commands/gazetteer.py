"""`gazetteer download` and `gazetteer build`: all places that GeoNames has."""

from __future__ import annotations

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    steps = parser.add_subparsers(dest="step", required=True, metavar="download|build")
    download = steps.add_parser("download", help="fetch GeoNames' files, some 0.6 GB")
    download.add_argument("--to", type=Path, default=Path("geonames"), metavar="DIR", help="default: geonames")
    build = steps.add_parser("build", help="make a gazetteer of GeoNames' files, or go on where it was cut off")
    build.add_argument("--geonames", type=Path, required=True, metavar="DIR", help="the folder with GeoNames' files")
    build.add_argument("--out", type=Path, metavar="FILE", help="default: places.sqlite in DIR")


def run(options: argparse.Namespace) -> int:
    """Do the step."""
    if options.step == "download":
        from geo.geonames.download import download

        download(options.to)
    else:
        from geo.geonames.build import build

        build(options.geonames, options.out or options.geonames / "places.sqlite")
    return 0
