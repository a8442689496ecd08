"""Who may read the whole article: what the page declares, and the wall that it shows."""

from __future__ import annotations

import re
from typing import Final

from cleanscrape.article import Access, Source
from cleanscrape.label import Label
from cleanscrape.reading import Found, Reading

_DECLARED: Final = {
    "free": Access.FREE, "metered": Access.METERED, "locked": Access.PAYWALLED, "premium": Access.PAYWALLED,
    "paid": Access.PAYWALLED, "subscription": Access.PAYWALLED, "plus": Access.PAYWALLED, "paywall": Access.PAYWALLED,
}  # fmt: skip
_BY_WORDS: Final = ("rules.words", "rules.sections")  # not by the names of elements: login boxes stand everywhere
_NEAR: Final = 12  # pieces after the body within which a wall is its own
_COOKIE: Final = re.compile(r"cookie|consent|privacy|datenschutz|confidential|privacidad", re.IGNORECASE)
_NAMES: Final = (
    "article:content_tier",
    "og:article:content_tier",
    "content_tier",
    "access",
    "article:paywall",
)


def read_access(reading: Reading) -> Found[Access] | None:
    """What the page says of access, or the wall that it shows; None where it says nothing."""
    free = reading.page.linked.article.get("isAccessibleForFree")
    if free is not None:
        says_free = str(free).strip().lower() in (
            "true",
            "1",
            "yes",
            "http://schema.org/true",
            "https://schema.org/true",
        )
        return Found(
            Access.FREE if says_free else Access.PAYWALLED,
            source=Source("json-ld", f"isAccessibleForFree {free}"),
        )
    meta = reading.page.linked.meta
    for name in _NAMES:
        for value in meta.get(name, ()):
            access = _DECLARED.get(value.strip().lower())
            if access is not None:
                return Found(access, source=Source(f"meta {name}", value))
    return _of_wall(reading)


def _of_wall(reading: Reading) -> Found[Access] | None:
    """The wall for subscribers that stands where the body ends, where a line says itself that it is one."""
    body = reading.body()
    pieces = reading.blocks.pieces
    end = body[-1] + 1 if body else 0
    for index in range(end, min(len(pieces), end + _NEAR)):
        given = reading.labels[index]
        text = pieces[index].text
        if given is not None and given.label is Label.CONSENT and given.by in _BY_WORDS and not _COOKIE.search(text):
            return Found(Access.PAYWALLED, source=Source("print", text[:80]))
    return None
