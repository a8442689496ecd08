"""The parts of an address that a page or a caller gives, whatever it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, urlsplit

_NONE: Final = SplitResult("", "", "", "", "")


_ARCHIVED: Final = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:/)")


def original(url: str | None) -> str | None:
    """The address that a page of the Internet Archive was kept from; any other as it is.

    >>> original("https://web.archive.org/web/20130217080612/http://example.org/a")
    'http://example.org/a'
    """
    return _ARCHIVED.sub("", url, count=1) if url and "archive.org/web/" in url else url


@lru_cache(maxsize=128)  # a page's own address is asked for eight times; `urlsplit` itself keeps as many
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
