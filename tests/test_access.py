from __future__ import annotations

import pytest

import cleanscrape
from cleanscrape import Access

STORY = "".join(
    f"<p>The keeper of the pier said on day {day} that the rope would hold until spring, and not a day longer.</p>"
    for day in range(6)
)


def page(head: str = "", after: str = "") -> str:
    return f"<html><head>{head}</head><body><article><h1>The pier of Velmora</h1>{STORY}</article>{after}</body></html>"


@pytest.mark.parametrize(
    ("html", "access"),
    [
        (page(), Access.UNKNOWN),
        (page('<meta property="article:content_tier" content="metered">'), Access.METERED),
        (page('<meta property="article:content_tier" content="locked">'), Access.PAYWALLED),
        (
            page(
                '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
            ),
            Access.PAYWALLED,
        ),
        (
            page('<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": true}</script>'),
            Access.FREE,
        ),
        (page(after="<div><p>This article is for subscribers only</p></div>"), Access.PAYWALLED),
        (page(after="<div><p>We use cookies to make this site work</p></div>"), Access.UNKNOWN),
    ],
)
def test_access(html: str, access: Access) -> None:
    assert cleanscrape.extract(html, "https://example.org/news/the-pier-of-velmora", profile=None).access is access
