import io

import pytest

from geo.errors import InputError
from geo.reading import packed
from geo.reading.failures import stop
from geo.reading.packed import Budget, Member, Packed, inner, rewindable, zip_file
from tests.reading.made import zip_file as made


class Pipe(io.BytesIO):
    """Bytes that cannot be read again."""

    def seekable(self):
        return False


def test_a_budget_is_spent_and_then_refuses():
    budget = Budget(10)
    budget.spend(10)
    with pytest.raises(OSError, match="unpacks to more than is read of one"):
        budget.spend(1)


def test_a_member_is_read_as_any_stream():
    stream = io.BufferedReader(Member(io.BytesIO(b"Minsk\nGomel"), 5, Budget()))
    assert (stream.readline(), stream.read(), stream.read()) == (b"Minsk\n", b"Gomel", b"")


def test_a_member_ends_where_it_is_too_much_for_what_it_is_packed_in(monkeypatch):
    monkeypatch.setattr(packed, "RATIO_FROM", 100)
    with pytest.raises(OSError, match="more than 250 times its size"):
        io.BufferedReader(Member(io.BytesIO(b"a" * 1000), 2, Budget())).read()


@pytest.mark.parametrize("error", [EOFError, ValueError, RuntimeError, NotImplementedError])
def test_what_a_library_raises_is_damage(error):
    class Broken(io.BytesIO):
        def read1(self, size=-1):
            raise error("inside\nthe library")

    with pytest.raises(OSError, match="^it is damaged in the archive$"):
        io.BufferedReader(Member(Broken(), 5, Budget())).read()


def test_a_stream_that_cannot_go_back_is_copied_up_to_a_limit(monkeypatch):
    assert rewindable("a", Pipe(b"Minsk")).seekable()
    stream = io.BytesIO()
    assert rewindable("a", stream) is stream
    monkeypatch.setattr("geo.reading.decoding.MAX_BYTES", 3)
    with pytest.raises(InputError, match="larger than"):
        rewindable("a", Pipe(b"Minsk"))


def test_a_list_of_contents_that_is_too_long_is_refused_before_it_is_read(monkeypatch):
    data = made({f"{n}.txt": b"x" for n in range(100)})
    assert len(zip_file("a.zip", io.BytesIO(data)).namelist()) == 100
    monkeypatch.setattr(packed, "MOST_DIRECTORY", 4000)
    with pytest.raises(InputError, match="its list of contents is longer than"):
        zip_file("a.zip", io.BytesIO(data))


def test_readers_of_archives_know_how_deep_they_are():
    depths = []

    def unpack(name, stream, on_error, readers, budget):
        depths.append(budget)
        if len(name) < 9:
            yield from readers[".zip"](f"{name}/x", stream, on_error)

    readers = {}
    readers[".zip"] = Packed(unpack, readers)
    failures = []
    assert list(readers[".zip"]("a", None, failures.append)) == []
    assert len(depths) == 3 and len(set(map(id, depths))) == 1
    assert str(failures[0]) == "a/x/x/x: lies in more than 2 other archives; unpack it yourself"


def test_readers_of_other_files_stay_as_they_are():
    assert inner({".txt": stop}, Budget(), 1) == {".txt": stop}
