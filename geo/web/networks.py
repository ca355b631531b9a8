"""Which IP addresses lie on the open internet. All others may be this machine, its network or a cloud's inner service."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

CLOSED_V4 = tuple(
    ip_network(net)
    for net in (
        "0.0.0.0/8",  # this network, RFC 791; most systems take 0.0.0.0 for themselves
        "10.0.0.0/8",  # private, RFC 1918
        "100.64.0.0/10",  # shared by carriers, RFC 6598; Alibaba's metadata service lies in it
        "127.0.0.0/8",  # loopback, RFC 1122
        "168.63.129.16/32",  # Azure's inner service, a public address by its number
        "169.254.0.0/16",  # link-local, RFC 3927; the metadata service of most clouds lies in it
        "172.16.0.0/12",  # private, RFC 1918
        "192.0.0.0/24",  # protocol assignments, RFC 6890; Oracle's metadata service lies in it
        "192.0.2.0/24",  # documentation, RFC 5737
        "192.31.196.0/24",  # AS112, RFC 7535
        "192.52.193.0/24",  # multicast tunnels, RFC 7450
        "192.88.99.0/24",  # 6to4 relays, RFC 7526
        "192.168.0.0/16",  # private, RFC 1918
        "192.175.48.0/24",  # AS112, RFC 7534
        "198.18.0.0/15",  # benchmarks, RFC 2544
        "198.51.100.0/24",  # documentation, RFC 5737
        "203.0.113.0/24",  # documentation, RFC 5737
        "224.0.0.0/4",  # multicast, RFC 1112
        "240.0.0.0/4",  # reserved and broadcast, RFC 1112 and 919
    )
)
"""IANA's registry of special-purpose IPv4 addresses, and multicast."""

UNICAST_V6 = ip_network("2000::/3")
"""All that IANA has given out for the open internet. Outside lie loopback, unspecified, private (fc00::/7, with Amazon's
metadata at fd00:ec2::254), link-local, site-local, multicast, discard-only, and IPv4 in IPv6: mapped ::ffff:0:0/96, compatible
::/96, translated 64:ff9b::/96 and 64:ff9b:1::/48."""

CLOSED_V6 = tuple(
    ip_network(net)
    for net in (
        "2001::/23",  # protocol assignments, RFC 2928: Teredo, benchmarks, ORCHID
        "2001:db8::/32",  # documentation, RFC 3849
        "2002::/16",  # 6to4, IPv4 inside, RFC 3056
        "2620:4f:8000::/48",  # AS112, RFC 7534
        "3ffe::/16",  # 6bone, returned, RFC 3701
        "3fff::/20",  # documentation, RFC 9637
    )
)
"""IANA's registry of special-purpose IPv6 addresses, as far as it lies in `UNICAST_V6`."""

ISATAP = frozenset({0x00005EFE, 0x02005EFE})
"""Bits 64 to 96 of an address with IPv4 inside, RFC 5214."""


def is_open(address: str) -> bool:
    """Whether an IP address, as text, is one of the open internet. What is no address, or has a zone, is not."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        return False
    return _is_open_v4(ip) if isinstance(ip, IPv4Address) else _is_open_v6(ip)


def _is_open_v4(ip: IPv4Address) -> bool:
    return not any(ip in net for net in CLOSED_V4)


def _is_open_v6(ip: IPv6Address) -> bool:
    if ip.scope_id is not None or ip not in UNICAST_V6 or any(ip in net for net in CLOSED_V6):
        return False
    return (int(ip) >> 32) & 0xFFFFFFFF not in ISATAP
