"""Finding a site's articles: by the feeds that a page names, and the sitemaps that a robots.txt names."""

from __future__ import annotations

import datetime as dt
import heapq
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import KW_ONLY, dataclass
from functools import cache
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from urllib3.exceptions import DependencyWarning

from cleanscrape.errors import FetchError, NotFound
from cleanscrape.fetch.answer import Answer
from cleanscrape.fetch.content import page_of
from cleanscrape.fetch.listing import Entry, entries_of, is_list
from cleanscrape.fetch.location import Location, located
from cleanscrape.fetch.walls import refuse_status, refuse_wall
from cleanscrape.page import Limits

FEEDS: Final = 10
"""So many feeds of one page are read."""
SITEMAPS: Final = 50
"""So many sitemaps are read; they are asked for one after another, as far as their links are wanted."""
_LINKS: Final = 200_000  # links that are remembered, so that none comes twice
_NEWS: Final = ("news", "latest", "recent")


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """A link to an article: its address, and what the list that has it (`source`, an address) says of it."""

    url: str
    _: KW_ONLY
    published: dt.datetime | dt.date | None = None
    title: str | None = None
    source: str


class Lists(Protocol):
    """What discovery needs of a fetcher."""

    def answer(self, url: str) -> Answer:
        """What is at an address, unpacked."""

    def sitemaps(self, location: Location) -> tuple[str, ...]:
        """The sitemaps that a robots.txt names."""


def article_links(fetcher: Lists, url: str) -> Iterator[ArticleLink]:
    """Links to articles: those of the feeds and news sitemaps, newest first, then those of the other sitemaps.

    Each sitemap is asked for when its links are wanted. Where `url` is a page below the front page, sitemaps give
    only what lies below it too.

    Args:
        fetcher: what asks for pages.
        url: a front page, a section's page, a feed, or a sitemap.

    Raises:
        FetchError: the page could not be fetched, or names no feed, and the site no sitemap.
    """
    answer = fetcher.answer(url)
    refuse_status(answer)
    search = _Search(fetcher, answer)
    if is_list(answer.content):
        yield from search.of_list(answer)
        return
    page = page_of(answer, Limits())
    refuse_wall(page)
    feeds = _feeds(page.utf8.decode("utf-8", "replace"), answer.location)
    yield from search.of_site(feeds)
    if not search.has_list:
        raise NotFound(
            f"{answer.url} names no feed, and the site no sitemap{search.failures()}: pass the address of a feed or "
            "sitemap, if you know one",
            url=answer.url,
            status=answer.status,
            seen="no feed and no sitemap",
        )


class _Search:
    """What has been found at one site so far."""

    def __init__(self, fetcher: Lists, answer: Answer) -> None:
        here = answer.location
        self._fetcher = fetcher
        self._here = here
        self._seen = {here.url}
        self._lists: set[str] = set()
        self._failed: list[str] = []
        self._accepted = _acceptance(here)
        self._below = "" if is_list(answer.content) else urlsplit(here.url).path.rstrip("/")
        self.has_list = False

    def failures(self) -> str:
        """What went wrong with the lists that were asked for, for a message."""
        return f" ({self._failed[0]})" if self._failed else ""

    def of_list(self, answer: Answer) -> Iterator[ArticleLink]:
        """The links of one feed or sitemap, and of the sitemaps that it names."""
        self.has_list = True
        entries = entries_of(answer.content)
        yield from self._links((entry, answer.url) for entry in entries if not entry.is_list)
        yield from self._of_sitemaps([entry for entry in entries if entry.is_list])

    def of_site(self, feeds: Iterable[str]) -> Iterator[ArticleLink]:
        """The links of feeds and news sitemaps, together, and then those of the other sitemaps."""
        sitemaps = [Entry(url, is_list=True) for url in self._sitemaps()]
        news = [entry for entry in sitemaps if _is_news(entry)]
        new: list[tuple[Entry, str]] = []
        below: list[Entry] = []
        for url in (*feeds, *(entry.url for entry in news[:FEEDS])):
            entries = self._entries(url)
            new += [(entry, url) for entry in entries if not entry.is_list]
            below += [entry for entry in entries if entry.is_list]
        new.sort(key=lambda pair: -pair[0].order)
        yield from self._links(new)
        yield from self._of_sitemaps([*below, *sitemaps])

    def _sitemaps(self) -> list[str]:
        try:
            named = self._fetcher.sitemaps(self._here)
        except FetchError as error:
            self._failed.append(str(error))
            return []
        guesses = [f"/{guess}" for guess in _trafilatura()[1].GUESSES if "." in guess]
        return [url for url in map(self._absolute, named or guesses) if url]

    def _absolute(self, url: str) -> str | None:
        """The address of a list; None where it is broken."""
        try:
            return self._here.towards(url).url
        except FetchError as error:
            self._failed.append(str(error))
            return None

    def _of_sitemaps(self, entries: Iterable[Entry]) -> Iterator[ArticleLink]:
        """The links of sitemaps and of those that they name: news first, then by the time of their last change."""
        queue = [(not _is_news(entry), -entry.order, number, entry.url) for number, entry in enumerate(entries)]
        heapq.heapify(queue)
        number = len(queue)
        while queue and len(self._lists) < SITEMAPS:
            url = self._absolute(heapq.heappop(queue)[-1])
            if url is None:
                continue
            found = self._entries(url)
            yield from self._links((entry, url) for entry in found if not entry.is_list and self._is_below(entry))
            for entry in found:
                if entry.is_list:
                    number += 1
                    heapq.heappush(queue, (not _is_news(entry), -entry.order, number, entry.url))

    def _entries(self, url: str) -> list[Entry]:
        """The entries of a list; none where it cannot be read, or has been read already."""
        if url in self._lists:
            return []
        self._lists.add(url)
        try:
            answer = self._fetcher.answer(url)
            refuse_status(answer)
        except FetchError as error:
            self._failed.append(str(error))
            return []
        if not is_list(answer.content):
            return []
        self.has_list = True
        return entries_of(answer.content)

    def _is_below(self, entry: Entry) -> bool:
        return not self._below or _path(entry.url).startswith(self._below + "/")

    def _links(self, entries: Iterable[tuple[Entry, str]]) -> Iterator[ArticleLink]:
        for entry, source in entries:
            url = self._accepted(entry.url)
            if url is not None and url not in self._seen and len(self._seen) < _LINKS:
                self._seen.add(url)
                yield ArticleLink(url, published=entry.published, title=entry.title, source=source)


def _is_news(entry: Entry) -> bool:
    return any(word in _path(entry.url).lower() for word in _NEWS)


def _path(url: str) -> str:
    """An address's path; "" where it is broken."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _acceptance(here: Location) -> Callable[[str], str | None]:
    """What makes a list's link one to a page of the site: its address without what only counts readers, or none."""
    from courlan import clean_url, extract_domain
    from courlan.filters import extension_filter

    def site(location: Location) -> str:
        return extract_domain(location.url, fast=True) or location.host

    own = site(here)

    def accepted(link: str) -> str | None:
        try:
            there = here.towards(link)
            if site(there) != own or not extension_filter(_path(there.url).lower()):
                return None
            return located((clean_url(there.url) or there.url).partition("#")[0]).url
        except FetchError:
            return None

    return accepted


def _feeds(html: str, here: Location) -> list[str]:
    """The addresses of the feeds that a page names."""
    feeds, _ = _trafilatura()
    parameters = feeds.FeedParameters(f"{here.scheme}://{urlsplit(here.url).netloc}", here.host, here.url)
    return list(feeds.determine_feed(html, parameters))[:FEEDS]


@cache
def _trafilatura() -> tuple[Any, Any]:
    """What trafilatura knows of feeds and of sitemaps. It takes a third of a second to load."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DependencyWarning)  # that it could use a SOCKS proxy, which it does not here
        from trafilatura import feeds, sitemaps
    return feeds, sitemaps
