import zipfile
from io import BytesIO

import pytest

from geo.errors import NotText
from geo.reading.office import Walker, opened, properties, walk
from tests.reading.documents import zipped

NAMED = '<a xmlns:x="urn:x"><x:title>One </x:title><x:title>Two</x:title><x:name>A&amp;B</x:name></a>'


class Told(Walker):
    skipped = frozenset({"secret"})

    def __init__(self):
        super().__init__()
        self.told = []

    def begin(self, name, attributes):
        self.told.append((name, dict(attributes)))

    def end(self, name):
        self.told.append(name)

    def words(self, text):
        self.told.append(text)


def archive(**files):
    return opened(zipped({f"{name}.xml": data for name, data in files.items()}), "a.docx", ".docx")


def test_a_walker_is_told_names_without_namespaces_and_nothing_of_what_is_skipped():
    walker = Told()
    walk(archive(a='<a xmlns:x="u" x:b="1">Minsk<secret>x<b/></secret></a>'), "a.xml", walker, "a.docx", ".docx")
    assert walker.told == [("a", {"b": "1"}), "Minsk", "a"]


def test_the_first_property_of_a_name_counts():
    assert properties(archive(a=NAMED), "a.xml", "a.docx", ".docx") == {"title": "One ", "name": "A&B"}


@pytest.mark.parametrize("part", ["gone.xml", "b.xml"])
def test_properties_that_cannot_be_read_are_none(part):
    assert properties(archive(b="<a"), part, "a.docx", ".docx") == {}


def test_an_entry_with_a_password_is_told_as_one():
    data = bytearray(zipped({"a.xml": "<a/>"}))
    for at, mark in ((6, b"PK\x03\x04"), (8, b"PK\x01\x02")):
        data[data.index(mark) + at] |= 1
    with pytest.raises(NotText, match="has a password"):
        walk(zipfile.ZipFile(BytesIO(data)), "a.xml", Told(), "a.docx", ".docx")
