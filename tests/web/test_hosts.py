import pytest

from geo.errors import FetchError
from geo.web.hosts import CLOSED_NAMES, host_of


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("news.example.org", "news.example.org"),
        ("NEWS.Example.ORG.", "news.example.org"),
        ("a_b.example.org", "a_b.example.org"),
        ("1und1.de", "1und1.de"),
        ("news.xn--p1ai", "news.xn--p1ai"),
        ("новости.рф", "xn--b1amnebsh.xn--p1ai"),
        ("bücher.example.org", "xn--bcher-kva.example.org"),
        ("straße.de", "xn--strae-oqa.de"),
        ("93.184.215.14", "93.184.215.14"),
        ("2606:4700:0:0::1111", "2606:4700::1111"),
    ],
)
def test_a_host_has_one_spelling(name, host):
    assert host_of(name) == host


@pytest.mark.parametrize("name", sorted(CLOSED_NAMES))
def test_names_of_inner_networks_are_refused_with_all_below_them(name):
    for closed in (name, f"a.{name}", f"a.b.{name}.", name.upper()):
        with pytest.raises(FetchError, match="is no host of the open internet"):
            host_of(closed)


@pytest.mark.parametrize("name", ["mylocal.org", "local.example.org", "internal.fm", "corp.com", "test.de"])
def test_names_that_only_look_alike_are_asked(name):
    assert host_of(name) == name


@pytest.mark.parametrize("name", ["a..b.org", "-a.org", "a-.org", "a b.org", "a\x00.org", f"{'a' * 64}.org", "☃" * 300])
def test_what_is_no_name_is_refused_in_one_line(name):
    with pytest.raises(FetchError, match="is no name of a host") as told:
        host_of(name)
    assert str(told.value).isprintable() and len(str(told.value)) < 3000
