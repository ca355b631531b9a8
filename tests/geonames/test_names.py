import pytest

from geo.geonames import names
from tests.geonames import dump


def read(*lines):
    return names.read("".join(line + "\n" for line in lines).encode())


def line(name, language="", flags="\t\t\t", more="\t\t"):
    return f"1\t703448\t{language}\t{name}\t{flags}{more}"


def kinds(*lines):
    found, failures = read(*lines)
    assert failures.count == 0
    return [kind for _, _, kind in found]


def test_every_real_row_is_read_and_links_and_codes_are_left_out():
    found, failures = names.read(dump.NAMES.encode())
    assert failures.count == 0
    assert (627907, "Gomel", "english") in found and (1275004, "Calcutta", "former") in found
    assert {name for _, name, _ in found}.isdisjoint({"PAR", "https://en.wikipedia.org/wiki/Gomel"})


def test_kinds_follow_language_and_flags():
    assert kinds(line("Kiev", "en"), line("Kyjev", "cs"), line("Kyjev")) == ["english", "alternate", "alternate"]
    assert kinds(line("Kiovia", "la", "\t\t\t1")) == ["former"]
    assert kinds(line("Kijew", "de", more="\t900\t1991")) == ["former"]
    assert kinds(line("Big Onion", "en", "\t\t1\t")) == ["alternate"]
    assert kinds(line("D.C.", "abbr")) == ["abbreviation"]
    assert kinds(line("Franciade", "fr_1793")) == ["former"]


@pytest.mark.parametrize("language", sorted(names.NO_NAMES))
def test_what_is_no_name_is_left_out(language):
    assert kinds(line("SEA 12", language)) == []


@pytest.mark.parametrize("name", ["KBP", "kiev", "KIEV", "Kiev (city)", "x" * 61, "UAKBP"])
def test_noise_among_the_alternates_is_left_out(name):
    assert kinds(line(name)) == []


def test_a_dump_of_ten_or_eight_columns_is_read():
    assert kinds("1\t703448\ten\tKiev\t\t\t\t", line("Kiev", "en")) == ["english", "english"]


HOSTILE = {
    "no columns": "703448",
    "columns too many": line("Kiev") + "\t\t",
    "no number": "1\tKyiv\ten\tKiev\t\t\t\t\t\t",
    "no name": line(" "),
    "a NUL": line("Ki\0ev"),
}


@pytest.mark.parametrize("bad", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_row_is_counted_and_the_next_is_read(bad):
    found, failures = read(bad, line("Kyjev"))
    assert ([name for _, name, _ in found], failures.count) == (["Kyjev"], 1)


def test_a_name_of_a_megabyte_is_noise():
    assert kinds(line("x" * 1_000_000, "en")) == []
