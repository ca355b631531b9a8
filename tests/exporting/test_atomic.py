import os

import pytest

from geo.errors import OutputError
from geo.exporting.atomic import atomic


def test_the_file_has_its_text_when_the_block_ends(tmp_path):
    with atomic(tmp_path / "a.txt") as out:
        out.write("Київ\n")
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").read_bytes() == "Київ\n".encode()
    assert os.listdir(tmp_path) == ["a.txt"]


def test_after_a_failure_the_old_file_stays_and_nothing_else_is_left(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(RuntimeError), atomic(tmp_path / "a.txt") as out:
        out.write("half")
        raise RuntimeError
    assert (tmp_path / "a.txt").read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "a.txt").chmod(0o640)
    with atomic(tmp_path / "a.txt") as out:
        out.write("new")
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    with atomic(tmp_path / "link.txt") as out:
        out.write("new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_device_is_written_and_not_replaced(tmp_path):
    with atomic(os.devnull) as out:
        out.write("x")
    assert not os.path.isfile(os.devnull)


@pytest.mark.parametrize("name", ["missing/a.txt", ".", "x" * 5000], ids=["no folder", "a folder", "too long"])
def test_where_nothing_can_be_written_an_error_names_the_path(tmp_path, name):
    with pytest.raises(OutputError, match="cannot be written"), atomic(tmp_path / name) as out:
        out.write("x")


def test_a_lone_surrogate_is_escaped_rather_than_fatal(tmp_path):
    with atomic(tmp_path / "a.txt") as out:
        out.write("\ud800")
    assert (tmp_path / "a.txt").read_text() == "\\ud800"


def test_bytes_are_written_whole_or_not_at_all_too(tmp_path):
    with atomic(tmp_path / "a.bin", binary=True) as out:
        out.write(b"\0\xff\r\n")
    assert (tmp_path / "a.bin").read_bytes() == b"\0\xff\r\n"
    with pytest.raises(RuntimeError), atomic(tmp_path / "a.bin", binary=True) as out:
        out.write(b"half")
        raise RuntimeError
    assert (tmp_path / "a.bin").read_bytes() == b"\0\xff\r\n"
