import re

from geo import files
from geo.sources.pins import DOWNLOADS, OWN, requirements


def test_the_requirements_file_holds_exactly_the_pins():
    text = (files.ROOT / "requirements-build.txt").read_text(encoding="utf-8")
    assert "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#")) == requirements()


def test_every_pin_has_an_exact_version_a_hash_a_licence_and_an_attribution():
    for pin in DOWNLOADS:
        assert re.fullmatch(r"[\d.-]+", pin.version) and re.fullmatch(r"[0-9a-f]{64}", pin.sha256), pin.name
        assert pin.licence and pin.attribution and pin.version in pin.file, pin.name


def test_the_readme_of_the_data_names_every_pin_with_its_hash():
    text = (files.DATA / "README.md").read_text(encoding="utf-8")
    for pin in DOWNLOADS:
        assert pin.sha256 in text and pin.version in text and pin.licence in text, pin.name
    assert OWN.licence in text
