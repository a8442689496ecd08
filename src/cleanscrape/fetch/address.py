"""Which network addresses a page may live at: those of the public internet, and no others."""

from __future__ import annotations

import ipaddress
from typing import Final, TypeAlias

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

# What is special, by the registries of IANA; ours, since what `ipaddress` takes for private differs from one version of
# Python to the next. The first that holds an address names it.
_SPECIAL: Final = tuple(
    (ipaddress.ip_network(network), why)
    for network, why in (
        ("169.254.169.254/32", "a metadata service"),
        ("168.63.129.16/32", "a metadata service"),  # Azure's, public by number
        ("100.100.100.200/32", "a metadata service"),
        ("192.0.0.192/32", "a metadata service"),
        ("fd00:ec2::254/128", "a metadata service"),
        ("0.0.0.0/32", "unspecified"),
        ("0.0.0.0/8", "of this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by carriers"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "for documentation"),
        ("192.88.99.0/24", "a relay of 6to4"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "for benchmarks"),
        ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("64:ff9b:1::/48", "a local translation to IPv4"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "local to a site"),
        ("ff00::/8", "multicast"),
        ("2001:db8::/32", "for documentation"),
        ("3fff::/20", "for documentation"),
        ("2001::/23", "reserved"),
    )
)
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_MAPPED: Final = ipaddress.ip_network("::ffff:0:0/96")
_COMPATIBLE: Final = ipaddress.ip_network("::/96")
_UNICAST: Final = ipaddress.ip_network("2000::/3")
_ISATAP: Final = (0x00005EFE, 0x02005EFE)

# The ports of other services, which browsers refuse too (https://fetch.spec.whatwg.org/#port-blocking).
BAD_PORTS: Final = frozenset({
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
    111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
    540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
    6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
})  # fmt: skip


def why_forbidden(address: Address) -> str:
    """What is special about an address; "" where it is one of the public internet.

    An IPv4 address inside an IPv6 one (mapped, compatible, 6to4, Teredo, NAT64, ISATAP) is looked at too.

    >>> why_forbidden(ipaddress.ip_address("10.0.0.1")), why_forbidden(ipaddress.ip_address("::ffff:127.0.0.1"))
    ('private', 'loopback')
    >>> why_forbidden(ipaddress.ip_address("1.1.1.1"))
    ''
    """
    if isinstance(address, ipaddress.IPv6Address):
        for inner in _inside(address):
            if why := why_forbidden(inner):
                return why
    for network, why in _SPECIAL:
        if address in network:
            return why
    if isinstance(address, ipaddress.IPv4Address) or address in _UNICAST or address in _MAPPED or address in _NAT64:
        return ""
    return "reserved"


def _inside(address: ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses that an IPv6 address carries."""
    number = int(address)
    found = [address.sixtofour, *(address.teredo or ())]
    is_last = address in _MAPPED or address in _NAT64 or (address in _COMPATIBLE and number > 1)
    if is_last or (number >> 32) & 0xFFFFFFFF in _ISATAP:
        found.append(ipaddress.IPv4Address(number & 0xFFFFFFFF))
    return [inner for inner in found if inner is not None]
