from __future__ import annotations

from urllib.parse import urlsplit

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from cleanscrape import BadAddress
from cleanscrape.fetch.location import located, shown


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://WWW.Example.ORG:443/A?b=c#d", "https://www.example.org/A?b=c"),
        ("http://example.org.:80/", "http://example.org/"),
        ("http://example.org:8080/x", "http://example.org:8080/x"),
        ("http://bücher.example/x", "http://xn--bcher-kva.example/x"),
        ("http://example。org/", "http://example.org/"),
        ("  http://example.org/a b\tc  ", "http://example.org/a%20b%09c"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("http://0x7f000001/", "http://127.0.0.1/"),
        ("http://0177.0.0.01/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://１２７.０.０.１/", "http://127.0.0.1/"),
        ("http://[::FFFF:7f00:1]:81/", "http://[::ffff:127.0.0.1]:81/"),
        ("http://[0:0:0:0:0:0:0:1]/", "http://[::1]/"),
    ],
)
def test_one_spelling(written: str, url: str) -> None:
    if "::ffff" in url:
        assert located(written).url in (url, "http://[::ffff:7f00:1]:81/")
    else:
        assert located(written).url == url


@pytest.mark.parametrize(
    "written",
    [
        "", "example.org/x", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "http://", "http:///x",
        "http://:80/", "http://example.org:99999/", "http://example.org:0/", "http://example.org:x/", "http://[::1/",
        "http://[::g]/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://a.1/", "http://exa mple.org/",
        "http://good.example\\@evil.example/", "http://ex%61mple.org/", "http://a..b/", "http://-/",
        "http://" + "a" * 9000 + ".org/",
    ],
)  # fmt: skip
def test_no_address(written: str) -> None:
    with pytest.raises(BadAddress) as caught:
        located(written)
    assert len(str(caught.value)) < 500


def test_no_text() -> None:
    with pytest.raises(BadAddress, match="str, not bytes"):
        located(b"http://example.org/")  # type: ignore[arg-type]


def test_credentials_are_kept_apart() -> None:
    location = located("https://ann:p%40ss@example.org/x")
    assert location.url == "https://example.org/x"
    assert location.userinfo == ("ann", "p@ss")
    assert "p@ss" not in repr(location)
    assert "ann" not in shown("https://ann:secret@example.org/" + "x" * 500)
    with pytest.raises(BadAddress) as caught:
        located("ftp://ann:secret@example.org/")
    assert "secret" not in str(caught.value) + caught.value.url


def test_credentials_stay_on_their_origin() -> None:
    here = located("https://ann:secret@example.org/x")
    assert here.towards("/y?z=1").userinfo == ("ann", "secret")
    assert here.towards("https://example.org:443/y").userinfo == ("ann", "secret")
    for elsewhere in ("http://example.org/y", "https://example.org:8443/y", "https://www.example.org/y"):
        assert here.towards(elsewhere).userinfo is None
    assert located("https://example.org/").towards("https://bob:pw@evil.example/").userinfo is None


@given(st.text(max_size=40) | st.text("htp:/\\\\@%[]?#.:0x1aü。①\x00\ud800", max_size=40))
def test_any_text_is_an_address_or_an_error(text: str) -> None:
    """What is taken for an address is one to requests too, with the host that was read."""
    for url in (text, f"http://{text}", f"http://news.test/{text}"):
        try:
            location = located(url)
        except BadAddress:
            continue
        prepared = requests.Request("GET", location.url).prepare()
        assert prepared.url is not None
        assert urlsplit(prepared.url).hostname == location.host
        assert located(location.url) == location.__class__(
            location.url, scheme=location.scheme, host=location.host, port=location.port
        )


def test_where_a_redirect_leads() -> None:
    here = located("http://example.org/a/b?c")
    assert here.towards("../d").url == "http://example.org/d"
    assert here.towards("//other.example/x#y").url == "http://other.example/x"
    for nowhere in ("file:///etc/passwd", "http://[x", "//[::1", "javascript:alert(1)", "http://a:b:c/"):
        with pytest.raises(BadAddress):
            here.towards(nowhere)
