"""Fetching: from an address to a page, politely, safely and with patience.

`fetch` and `scrape` are for one page now and then; all else is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleanscrape.late_names import late_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleanscrape.article import Article
    from cleanscrape.extract import Extractor
    from cleanscrape.fetch.cache import PageCache
    from cleanscrape.fetch.clock import Clock
    from cleanscrape.fetch.discovery import ArticleLink
    from cleanscrape.fetch.fetcher import Fetcher
    from cleanscrape.fetch.limits import FetchLimits, Retries
    from cleanscrape.fetch.manners import Manners
    from cleanscrape.fetch.network import Network
    from cleanscrape.page import Page

__all__ = [
    "ArticleLink",
    "Clock",
    "FetchLimits",
    "Fetcher",
    "Manners",
    "Network",
    "PageCache",
    "Retries",
    "discover",
    "fetch",
    "scrape",
]

_HOMES = {
    "ArticleLink": "discovery",
    "Clock": "clock",
    "FetchLimits": "limits",
    "Fetcher": "fetcher",
    "Manners": "manners",
    "Network": "network",
    "PageCache": "cache",
    "Retries": "limits",
}

__getattr__ = late_names(__name__, _HOMES)


def fetch(url: str) -> Page:
    """One page, fetched with the default settings by a `Fetcher` that all calls share. See `Fetcher.fetch`.

    Raises:
        FetchError: the page could not be fetched; its subclasses say why.
    """
    from cleanscrape.fetch.fetcher import default_fetcher

    return default_fetcher().fetch(url)


def discover(url: str) -> Iterator[ArticleLink]:
    """Links to a site's articles, from its feeds and sitemaps, newest first. See `Fetcher.discover`."""
    from cleanscrape.fetch.fetcher import default_fetcher

    return default_fetcher().discover(url)


def scrape(url: str, *, extractor: Extractor | None = None) -> Article:
    """The article at an address, fetched with the default settings by a `Fetcher` that all calls share.

    See `Fetcher.scrape` for arguments and errors.
    """
    from cleanscrape.fetch.fetcher import default_fetcher

    return default_fetcher().scrape(url, extractor=extractor)
