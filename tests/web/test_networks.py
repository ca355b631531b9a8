from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.web.networks import CLOSED_V4, CLOSED_V6, is_open


@pytest.mark.parametrize("ip", ["93.184.215.14", "8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111"])
def test_addresses_of_the_open_internet_are_open(ip):
    assert is_open(ip)


@pytest.mark.parametrize("net", [*CLOSED_V4, *CLOSED_V6], ids=str)
def test_the_first_and_the_last_address_of_a_special_network_are_closed(net):
    assert not is_open(str(net[0])) and not is_open(str(net[-1]))


@pytest.mark.parametrize("text", ["", "example.org", "127.1", "2606:4700::1111%eth0", "8.8.8.8/32", "０.0.0.0"])
def test_what_is_no_address_or_has_a_zone_is_closed(text):
    assert not is_open(text)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_no_form_of_ipv4_in_ipv6_is_open(number):
    embedded = [
        number,
        0xFFFF << 32 | number,
        0xFFFF << 48 | number,
        0x0064FF9B << 96 | number,
        0x0064FF9B0001 << 80 | number,
        0x2002 << 112 | number << 80 | 1,
        0x20010000 << 96 | number ^ 0xFFFFFFFF,
        0x26001F00 << 96 | 0x5EFE << 32 | number,
    ]
    assert [str(IPv6Address(made)) for made in embedded if is_open(str(IPv6Address(made)))] == []


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_what_is_open_is_global_to_the_standard_library_too(ip: IPv4Address | IPv6Address):
    if is_open(str(ip)):
        assert ip_address(ip).is_global and not ip.is_private and not ip.is_multicast and not ip.is_reserved
