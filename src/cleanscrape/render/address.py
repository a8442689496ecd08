"""Web addresses: which address of a page may stand in what is rendered, and how it is written there."""

from __future__ import annotations

import re

_WEB = re.compile(r"https?://[^/?#\\]", re.IGNORECASE)
_EDGES = "".join(map(chr, range(0x21)))
_SKIPPED = re.compile(r"[\t\n\r]+")
_ENCODED = re.compile(r"[\x00-\x20\"<>\\^`{|}\x7f-\xa0\u2028\u2029\ud800-\udfff]")


def web_address(url: str | None) -> str | None:
    """The address if it is an absolute one of http or https, else None.

    What may not stand in an address (white space, quotes, angle brackets, pipes) comes out percent-encoded,
    so that the address can stand between double quotes, in Markdown's parentheses, or in a table's cell.
    White space around it and line breaks in it go, as browsers do it (https://url.spec.whatwg.org/#url-parsing).

    >>> web_address("https://example.org/a b")
    'https://example.org/a%20b'
    >>> web_address("javascript:alert(1)"), web_address("/news/1"), web_address(None)
    (None, None, None)
    """
    if not url:
        return None
    address = _SKIPPED.sub("", url.strip(_EDGES))
    if not _WEB.match(address):
        return None
    return _ENCODED.sub(_percent, address)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))
