import zipfile

import pytest

from geo.errors import DataError
from geo.geonames import inputs
from tests.geonames import dump


def test_the_files_are_found_plain_and_in_their_archives(tmp_path):
    dump.write(tmp_path)
    dump.pack(tmp_path, inputs.PLACES)
    found = inputs.find(tmp_path)
    assert [source.path.name for source in found.values()][:2] == ["allCountries.zip", "alternateNamesV2.txt"]
    with found[inputs.PLACES].open() as packed:
        assert packed.read() == dump.PLACES.encode()


def test_an_archive_says_how_long_its_file_is_and_can_be_read_from_the_middle(tmp_path):
    dump.write(tmp_path)
    dump.pack(tmp_path, inputs.NAMES)
    source = inputs.find(tmp_path)[inputs.NAMES]
    assert source.size == len(dump.NAMES.encode())
    with source.open() as stream:
        stream.seek(10)
        assert stream.read() == dump.NAMES.encode()[10:]


def test_the_date_is_that_of_the_last_change_in_an_archive_too(tmp_path):
    dump.write(tmp_path)
    plain = inputs.find(tmp_path)[inputs.PLACES].date
    dump.pack(tmp_path, inputs.PLACES)
    assert plain == inputs.find(tmp_path)[inputs.PLACES].date == "2026-02-02"


def test_facts_name_date_size_and_sha256(tmp_path):
    dump.write(tmp_path, hierarchy=b"abc")
    assert inputs.find(tmp_path)[inputs.HIERARCHY].facts() == {
        "name": "hierarchy.txt",
        "date": "2026-02-02",
        "bytes": 3,
        "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    }


def test_missing_files_are_named_with_what_fetches_them(tmp_path):
    dump.write(tmp_path)
    (tmp_path / inputs.HIERARCHY).unlink()
    with pytest.raises(DataError, match=r"lacks hierarchy\.txt; `python -m geo gazetteer download --to "):
        inputs.find(tmp_path)


def test_a_folder_that_is_none_is_told(tmp_path):
    with pytest.raises(DataError, match="is no folder"):
        inputs.find(tmp_path / "gone")


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut off"])
def test_an_archive_that_is_none_is_told(tmp_path, content):
    dump.write(tmp_path)
    (tmp_path / inputs.PLACES).unlink()
    (tmp_path / "allCountries.zip").write_bytes(content)
    with pytest.raises(DataError, match="is no whole zip archive"):
        print(inputs.find(tmp_path)[inputs.PLACES].size)


def test_an_archive_of_something_else_is_told(tmp_path):
    dump.write(tmp_path)
    (tmp_path / inputs.PLACES).unlink()
    with zipfile.ZipFile(tmp_path / "allCountries.zip", "w") as archive:
        archive.writestr("readme.txt", "")
    with pytest.raises(DataError, match="holds no allCountries.txt"):
        print(inputs.find(tmp_path)[inputs.PLACES].date)
