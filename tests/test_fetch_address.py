from __future__ import annotations

import ipaddress

import pytest

from cleanscrape.fetch.address import why_forbidden


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("0.0.0.0", "unspecified"),
        ("0.1.2.3", "of this network"),
        ("10.1.2.3", "private"),
        ("100.64.0.1", "shared by carriers"),
        ("100.100.100.200", "a metadata service"),
        ("127.0.0.1", "loopback"),
        ("127.255.0.9", "loopback"),
        ("169.254.1.1", "link-local"),
        ("169.254.169.254", "a metadata service"),
        ("168.63.129.16", "a metadata service"),
        ("172.16.0.1", "private"),
        ("172.31.255.255", "private"),
        ("192.0.0.192", "a metadata service"),
        ("192.0.0.9", "reserved"),
        ("192.0.2.1", "for documentation"),
        ("192.168.1.1", "private"),
        ("198.18.0.1", "for benchmarks"),
        ("203.0.113.9", "for documentation"),
        ("224.0.0.1", "multicast"),
        ("239.255.255.250", "multicast"),
        ("240.0.0.1", "reserved"),
        ("255.255.255.255", "reserved"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("::ffff:10.0.0.1", "private"),
        ("::ffff:169.254.169.254", "a metadata service"),
        ("::7f00:1", "loopback"),
        ("::10.0.0.1", "private"),
        ("64:ff9b::7f00:1", "loopback"),
        ("64:ff9b::a9fe:a9fe", "a metadata service"),
        ("64:ff9b:1::1", "a local translation to IPv4"),
        ("2002:7f00:1::", "loopback"),
        ("2002:c0a8:101::1", "private"),
        ("2001:0:7f00:1::", "loopback"),
        ("2001:0:4136:e378:8000:63bf:80ff:fffe", "loopback"),
        ("2001:db8::1", "for documentation"),
        ("2001:2::1", "reserved"),
        ("2001:470:1::5efe:10.0.0.1", "private"),
        ("fc00::1", "private"),
        ("fd00:ec2::254", "a metadata service"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("fec0::1", "local to a site"),
        ("ff02::1", "multicast"),
        ("4000::1", "reserved"),
    ],
)
def test_forbidden(address: str, why: str) -> None:
    assert why_forbidden(ipaddress.ip_address(address)) == why


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.32.0.1", "192.169.0.1", "198.20.0.1",
        "223.255.255.1", "2606:4700:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808",
    ],
)  # fmt: skip
def test_public(address: str) -> None:
    assert why_forbidden(ipaddress.ip_address(address)) == ""
