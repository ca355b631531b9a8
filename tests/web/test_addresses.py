from ipaddress import ip_address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import FetchError
from geo.web.addresses import MAX_SHOWN, checked, demand_open, followed, named
from tests.web.bypasses import BY_WORDS

HERE = checked("https://news.example.org/a/b?c")


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("http://news.example.org", "http://news.example.org/"),
        ("HTTPS://News.Example.Org:443/A?b=C#d", "https://news.example.org/A?b=C"),
        ("http://news.example.org:80/", "http://news.example.org/"),
        ("http://news.example.org:/", "http://news.example.org/"),
        (" https://news.example.org/a ", "https://news.example.org/a"),
        ("https://news.example.org/a b/ä?q=ü ", "https://news.example.org/a%20b/%C3%A4?q=%C3%BC"),
        ("https://news.example.org/a%20b%2Fc", "https://news.example.org/a%20b%2Fc"),
        ("https://news.example.org/\\evil", "https://news.example.org/%5Cevil"),
        ("https://news.example.org?q", "https://news.example.org/?q"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
    ],
)
def test_an_address_has_one_spelling(address, text):
    assert checked(address).text == text
    assert checked(checked(address).text) == checked(address)


@pytest.mark.parametrize("address", BY_WORDS, ids=lambda address: ascii(address[:60]))
def test_a_bypass_is_refused_by_its_words_alone(address):
    with pytest.raises(FetchError) as told:
        checked(address)
    assert str(told.value).isprintable()


PIECES = st.sampled_from(
    "http:// https:// file: // / \\ @ : # ? % [ ] . .. 127.0.0.1 0x7f 0177 2130706433 localhost ::1 ::ffff: 64:ff9b:: 2002: "
    "news.example.org example com 8.8.8.8 2606:4700::1111 :80 :443 :22 %2e %00 xn-- \u3002 \uff0e \uff11 \u2460 \u00ad".split(
        " "
    )
    + ["\t", "\n", " ", "\ud800", "\u202e"]
)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=9).map("".join)), st.booleans())
def test_whatever_is_handed_in_is_refused_or_of_the_open_internet(words, is_prefixed):
    try:
        address = checked(("http://" if is_prefixed else "") + words)
    except FetchError:
        return
    assert address.scheme in ("http", "https") and address.port in (80, 443) and address.text.isascii()
    assert "." in address.host or ip_address(address.host).version == 6
    if address.is_ip:
        assert ip_address(address.host).is_global


def test_a_permitted_server_may_be_asked_and_nothing_else_that_is_closed():
    permit = frozenset({("127.0.0.1", 8000)})
    assert checked("http://127.0.0.1:8000/", permit).port == 8000
    for address in ("http://127.0.0.1/", "http://127.0.0.2:8000/", "http://127.0.0.1:8001/", "http://localhost:8000/"):
        with pytest.raises(FetchError):
            checked(address, permit)


@pytest.mark.parametrize(
    ("location", "text"),
    [
        ("/c", "https://news.example.org/c"),
        ("d?e", "https://news.example.org/a/d?e"),
        ("//www.example.org/", "https://www.example.org/"),
        ("https://www.example.org/f", "https://www.example.org/f"),
        ("/caf\u00c3\u00a9", "https://news.example.org/caf%C3%A9"),
        ("/caf\u00e9", "https://news.example.org/caf%C3%A9"),
    ],
)
def test_a_redirection_is_followed_from_where_it_was_met(location, text):
    assert followed(HERE, location).text == text


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        (None, "leads on to no address"),
        ("", "leads on to no address"),
        ("/a\r\nb", "leads on to no address"),
        ("/" + "a" * 9000, "leads on to no address"),
        ("http://[", "is not followed"),
        ("file:///etc/passwd", "which is not followed: is no http"),
        ("http://169.254.169.254/", "is not followed: 169.254.169.254 is no address of the open internet"),
        ("//localhost/", "is not followed: localhost is no host"),
        ("http://news.example.org/a", "from https to .* which is not encrypted"),
    ],
)
def test_a_redirection_that_leads_astray_is_refused(location, reason):
    with pytest.raises(FetchError, match=reason):
        followed(HERE, location)


def test_a_redirection_from_http_may_go_either_way():
    here = checked("http://news.example.org/")
    assert followed(here, "https://news.example.org/").scheme == "https"
    assert followed(here, "http://www.example.org/").scheme == "http"


def test_where_a_name_is_found_to_be_is_checked_and_told():
    with pytest.raises(
        FetchError, match=r"^news.example.org is at 10.0.0.1, which is no address of the open internet$"
    ):
        demand_open("10.0.0.1", HERE)
    demand_open("10.0.0.1", HERE, frozenset({("10.0.0.1", 443)}))


def test_a_long_or_hostile_address_takes_one_line_in_a_message():
    told = named("http://a.org/\n\x1b[31m" + "b" * 5000)
    assert told.isprintable() and len(told) < MAX_SHOWN + 20
