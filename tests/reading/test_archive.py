import io
import logging
import stat
import struct
import zipfile

import pytest

from geo.errors import InputError
from geo.reading import READERS, archive, packed
from geo.reading.archive import own_name, safe_name
from geo.reading.failures import stop
from tests.reading.made import FILES, zip_file

TEXT = b"Talks began in Minsk."


def articles(data, on_error=stop):
    return list(READERS[".zip"]("a.zip", io.BytesIO(data), on_error))


def told(data):
    """The ids of what is read, and what is told."""
    failures = []
    return [article.id for article in articles(data, failures.append)], [str(error) for error in failures]


def with_entry(**attributes):
    """An archive of a good file and one whose entry has these attributes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        entry = zipfile.ZipInfo("a.txt")
        for name, value in attributes.items():
            setattr(entry, name, value)
        made.writestr(entry, TEXT)
        made.writestr("b.txt", TEXT)
    return out.getvalue()


def patched(data, header, at, value):
    """The archive with two bytes of the first header of that kind set."""
    place = data.index(header) + at
    return data[:place] + struct.pack("<H", value) + data[place + 2 :]


def test_files_are_read_in_the_order_of_their_names_and_called_by_their_path():
    found = articles(zip_file({"b/c.txt": b"Gomel", "a.txt": TEXT}))
    assert [(a.id, a.text) for a in found] == [("a.zip/a.txt", TEXT.decode()), ("a.zip/b/c.txt", "Gomel")]


def test_every_format_is_read_in_an_archive_too():
    for suffix, made in FILES.items():
        ids, failures = told(zip_file({f"x{suffix}": made()}))
        assert ids and not failures, suffix


def test_hidden_files_are_left_out_and_others_told_in_one_warning(caplog):
    data = zip_file(
        {"a.txt": TEXT, ".b.txt": TEXT, "__MACOSX/._a.txt": TEXT, ".git/c.txt": TEXT, "d.png": b"", "e": b""}
    )
    with caplog.at_level(logging.WARNING, logger="geo"):
        assert told(data) == (["a.zip/a.txt"], [])
    assert "skipped 1 × .png, 1 × no suffix" in caplog.text


def test_an_archive_without_texts_says_what_would_be_read():
    with pytest.raises(InputError, match=r"a.zip: holds no file that can be read \(.*\.txt"):
        articles(zip_file({"a.png": b"x"}))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a/b.txt", "a/b.txt"),
        ("../../etc/passwd.txt", "%2E%2E/%2E%2E/etc/passwd.txt"),
        ("a/./../b.txt", "a/%2E/%2E%2E/b.txt"),
        ("/etc/passwd.txt", "%2Fetc/passwd.txt"),
        ("//host/a.txt", "%2F/host/a.txt"),
        ("..\\b.txt", "..%5Cb.txt"),
        ("C:\\b.txt", "C:%5Cb.txt"),
        ("a\0b.txt", "a%00b.txt"),
        ("a\x1b[2J\n.txt", "a%1B[2J%0A.txt"),
        ("a\u202etxt.exe.txt", "a%E2%80%AEtxt.exe.txt"),
        ("\ud800.txt", "%ED%A0%80.txt"),
        ("Київ.txt", "Київ.txt"),
    ],
)
def test_a_name_leads_nowhere_else_and_does_nothing_to_a_terminal(name, shown):
    assert safe_name(name) == shown


def test_files_with_such_names_are_read():
    ids, failures = told(zip_file({"../a.txt": TEXT, "/b.txt": TEXT, "c\\d.txt": TEXT}))
    assert (ids, failures) == (["a.zip/%2E%2E/a.txt", "a.zip/%2Fb.txt", "a.zip/c%5Cd.txt"], [])


def test_files_of_the_same_name_have_ids_of_their_own():
    with pytest.warns(UserWarning, match="Duplicate name"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr("a.txt", TEXT)
            made.writestr("a.txt", b"Gomel")
    assert told(out.getvalue())[0] == ["a.zip/a.txt", "a.zip/a.txt (2)"]


def test_a_name_in_utf8_without_its_bit_is_read_as_it_was_written():
    entry = zipfile.ZipInfo("Київ.txt".encode().decode("cp437"))
    assert own_name(entry) == "Київ.txt"


def test_a_link_is_told_and_not_followed():
    data = with_entry(external_attr=(stat.S_IFLNK | 0o777) << 16)
    assert told(data) == (["a.zip/b.txt"], ["a.zip/a.txt: cannot be read (it is a link, and these are not followed)"])


def test_an_encrypted_file_is_told_and_the_others_are_read():
    data = patched(patched(with_entry(), b"PK\x01\x02", 8, 1), b"PK\x03\x04", 6, 1)
    assert told(data) == (["a.zip/b.txt"], ["a.zip/a.txt: cannot be read (it is encrypted; unpack it yourself)"])


def test_an_unknown_way_of_packing_is_told_and_the_others_are_read():
    data = patched(patched(with_entry(), b"PK\x01\x02", 10, 99), b"PK\x03\x04", 8, 99)
    ids, failures = told(data)
    assert ids == ["a.zip/b.txt"] and "packed in a way that is not known" in failures[0]


def test_a_damaged_file_is_told_and_the_others_are_read():
    data = zip_file({"a.txt": TEXT * 9, "b.txt": TEXT})
    place = data.index(b"a.txt") + 10
    ids, failures = told(data[:place] + b"\xff\xff\xff" + data[place + 3 :])
    assert ids == ["a.zip/b.txt"]
    assert failures == ["a.zip/a.txt: cannot be read (it is damaged in the archive)"]


def test_a_file_that_says_it_is_small_is_counted_as_it_comes(monkeypatch):
    monkeypatch.setattr(packed, "RATIO_FROM", 1000)
    ids, failures = told(zip_file({"a.txt": b"a" * 2**20, "b.txt": TEXT}))
    assert ids == ["a.zip/b.txt"]
    assert failures == ["a.zip/a.txt: cannot be read (it unpacks to more than 250 times its size; unpack it yourself)"]


def test_an_archive_that_unpacks_to_too_much_ends_there(monkeypatch):
    monkeypatch.setattr(packed, "MOST_UNPACKED", 50)
    ids, failures = told(zip_file({f"{n}.txt": TEXT for n in range(5)}))
    assert ids == ["a.zip/0.txt", "a.zip/1.txt"]
    assert "0 MB" not in failures[0] and "unpacks to more than is read of one" in failures[0]
    assert failures[1:] == ["a.zip: the rest of the archive is not read"]


def test_archives_in_archives_share_what_may_be_unpacked(monkeypatch):
    inner = zip_file({"a.txt": TEXT})
    monkeypatch.setattr(packed, "MOST_UNPACKED", 2 * len(inner) + len(TEXT))
    ids, failures = told(zip_file({f"{n}.zip": inner for n in range(5)}))
    assert ids == ["a.zip/0.zip/a.txt"]
    assert failures[1:] == [f"{name}: the rest of the archive is not read" for name in ("a.zip/1.zip", "a.zip")]


def test_archives_are_read_in_two_others_and_no_deeper():
    data = zip_file({"deep.txt": TEXT})
    for level in range(3):
        data = zip_file({"in.zip": data, f"{level}.txt": TEXT})
    assert told(data) == (
        ["a.zip/2.txt", "a.zip/in.zip/1.txt", "a.zip/in.zip/in.zip/0.txt"],
        ["a.zip/in.zip/in.zip/in.zip: lies in more than 2 other archives; unpack it yourself"],
    )


def test_more_files_than_are_read_are_told(monkeypatch):
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    ids, failures = told(zip_file({f"{n}.txt": TEXT for n in range(5)}))
    assert len(ids) == 2 and failures == ["a.zip: holds 5 files; only 2 of them are read"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"junk", zip_file()[:-30], zip_file()[:40]])
def test_what_is_no_archive_or_breaks_off_is_one_line(data):
    with pytest.raises(InputError, match="a.zip: is a damaged or incomplete ZIP archive"):
        articles(data)


@pytest.mark.parametrize("at", range(0, len(zip_file()), 5))
def test_a_byte_that_fell_over_gives_articles_or_told_failures(at):
    data = bytearray(zip_file())
    data[at] ^= 0xFF
    ids, failures = told(bytes(data))
    assert ids or failures
    assert all("\n" not in failure for failure in failures)
