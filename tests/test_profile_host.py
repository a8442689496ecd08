from __future__ import annotations

import pytest

from cleanscrape.profile.host import host_of, is_host_name


@pytest.mark.parametrize(
    ("given", "host"),
    [
        ("https://www.Example.com/a/b?c=d#e", "www.example.com"),
        ("http://example.com:8080", "example.com"),
        ("//cdn.example.com/x.js", "cdn.example.com"),
        ("example.com", "example.com"),
        ("EXAMPLE.com.", "example.com"),
        ("example.com/a/b", "example.com"),
        ("example.com:443/a", "example.com"),
        ("  https://example.com\n", "example.com"),
        ("https://user:word@example.com/x", "example.com"),
        ("https://example.org\\@example.com/", "example.org"),
        ("https://example.com?x=http://example.org/", "example.com"),
        ("example.com/?to=https://example.org/", "example.com"),
        ("https://Bücher.example/x", "xn--bcher-kva.example"),
        ("https://xn--bcher-kva.example/x", "xn--bcher-kva.example"),
        ("https://straße.example", "xn--strae-oqa.example"),
        ("http://[2001:DB8::1]:80/", "[2001:db8::1]"),
        ("http://127.0.0.1:8000/", "127.0.0.1"),
        ("/only/a/path.html", ""),
        ("", ""),
        ("?", ""),
        ("https://", ""),
        ("a" * 300 + ".com", ""),
    ],
)
def test_host_of(given: str, host: str) -> None:
    assert host_of(given) == host


@pytest.mark.parametrize("given", ["\u2026." * 5, "\u0130\u0300.example", "a\u200d.b", "\ud800.example"])
def test_names_that_have_no_idna_form_are_still_answered(given: str) -> None:
    assert host_of(given) == host_of(host_of(given))


def test_a_long_address_costs_no_time() -> None:
    assert host_of("https://example.com/" + "ü/" * 3_000_000) == "example.com"
    assert host_of("ü" * 3_000_000) == ""


@pytest.mark.parametrize(
    ("host", "answer"),
    [
        ("example.com", True),
        ("a-b.example.co.uk", True),
        ("localhost", True),
        ("com", False),
        ("", False),
        ("a b.com", False),
        ("*.example.com", False),
        ("-a.example.com", False),
    ],
)
def test_is_host_name(host: str, answer: bool) -> None:
    assert is_host_name(host) is answer
