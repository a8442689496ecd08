"""The parts of an address that a page or a caller gives, whatever it is."""

from __future__ import annotations

from typing import Final
from urllib.parse import SplitResult, urlsplit

_NONE: Final = SplitResult("", "", "", "", "")


def address_parts(url: str | None) -> SplitResult:
    """The parts of an address; all are empty where it is none.

    >>> address_parts("https://example.org/a?b").path, address_parts("http://[broken").path
    ('/a', '')
    """
    try:
        parts = urlsplit(url or "")
        _ = parts.hostname  # some that are broken say so only when they are asked
    except ValueError:
        return _NONE
    return parts
