from io import BytesIO

from geo.reading.failures import stop
from geo.reading.text import read


def test_the_whole_stream_is_one_article():
    (article,) = read("a.txt", BytesIO(b"Gomel\r\n\r\nMinsk"), stop)
    assert (article.id, article.text, article.source) == ("a.txt", "Gomel\r\n\r\nMinsk", "a.txt")


def test_what_is_no_text_is_told_and_gives_no_article():
    failures = []
    assert list(read("a.txt", BytesIO(b"\0\1\2"), failures.append)) == []
    assert str(failures[0]).startswith("a.txt: is not a text file. What can be read: texts, web pages, PDF")


def test_a_stream_that_breaks_while_it_is_read_is_told():
    class Broken(BytesIO):
        def read(self, size=-1):
            raise OSError(5, "Input/output error")

    failures = []
    assert list(read("a.txt", Broken(), failures.append)) == []
    assert str(failures[0]) == "a.txt: cannot be read (Input/output error)"
