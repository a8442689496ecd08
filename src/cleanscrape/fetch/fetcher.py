"""From an address to a page, and to an article."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Final

from cleanscrape.article import Article
from cleanscrape.errors import NotAnArticle
from cleanscrape.extract import Extractor
from cleanscrape.fetch.allowance import Allowance
from cleanscrape.fetch.answer import Answer
from cleanscrape.fetch.body import GZIP, unpacked
from cleanscrape.fetch.cache import PageCache, Store
from cleanscrape.fetch.clock import Clock
from cleanscrape.fetch.content import page_of
from cleanscrape.fetch.discovery import ArticleLink, article_links
from cleanscrape.fetch.limits import FetchLimits, Retries
from cleanscrape.fetch.location import Location, located
from cleanscrape.fetch.manners import Manners
from cleanscrape.fetch.network import Network
from cleanscrape.fetch.onward import onward
from cleanscrape.fetch.pages import whole_article
from cleanscrape.fetch.robots import HOPS, READ, Robots
from cleanscrape.fetch.session import Session, astray
from cleanscrape.fetch.walls import instead_of_article, refuse_status, refuse_teaser, refuse_wall
from cleanscrape.page import Limits, Page


class Fetcher:
    """A session with settings: fetches pages politely and safely. It may be used from several threads.

    Keep one for many pages: it remembers each host's robots.txt and when its next turn is, and keeps connections open.
    It is a context manager, and closes them at the end.

    Args:
        manners: who we say we are, how often we come, whether robots.txt is obeyed.
        limits: what a page may cost.
        retries: how often a request is tried again.
        network: which hosts may be reached beside those of the public internet, and a proxy.
        cache: a folder where pages are kept, or a `PageCache` with its settings. Needs the extra `cache`.
        clock: the clock to wait by.

    Raises:
        MissingExtra: a cache is asked for, and requests-cache is not installed.
        BadSetting: the cache's folder cannot be made.
    """

    def __init__(
        self,
        *,
        manners: Manners | None = None,
        limits: FetchLimits | None = None,
        retries: Retries | None = None,
        network: Network | None = None,
        cache: PageCache | Path | str | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._manners = manners or Manners()
        self._limits = limits or FetchLimits()
        self._clock = clock or Clock()
        if isinstance(cache, (str, Path)):
            cache = PageCache(Path(cache))
        self._offline = cache is not None and cache.offline
        self._session = Session(
            manners=self._manners,
            network=network or Network(),
            retries=retries or Retries(),
            clock=self._clock,
            store=Store(cache) if cache is not None else None,
        )
        self._robots = Robots(self._ask_robots, self._manners, self._clock)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections, and the cache. What is fetched later opens them anew."""
        self._session.close()

    def fetch(self, url: str) -> Page:
        """One page, with how it was fetched in `Page.fetched`.

        Args:
            url: its address. A user name and a password in it are sent to its own origin alone, and never shown.

        Raises:
            FetchError: the page could not be fetched; its subclasses say why.
            BadSource, LimitExceeded: it cannot be read.
        """
        allowance = Allowance(self._limits, self._clock)
        answer = self._answer(located(url), allowance)
        while True:
            refuse_status(answer)
            page = page_of(answer, Limits(self._limits.bytes))
            target = onward(page, self._limits)
            there = answer.location.towards(target) if target else answer.location
            if there.url == answer.url:
                refuse_wall(page)
                return page
            passed = (*answer.hops, answer.url)
            if there.url in passed or len(passed) > self._limits.redirects:
                raise astray(answer.location, "in a circle" if there.url in passed else f"over {len(passed) - 1} times")
            answer = self._answer(there, allowance, passed)

    def scrape(self, url: str, *, extractor: Extractor | None = None) -> Article:
        """The article at an address, with its other pages where it has some.

        Args:
            url: the address of the article's page.
            extractor: how the page is read; by its host's profile, or the generic rules, where none is given.

        Raises:
            FetchError: the page could not be fetched; its subclasses say why. `Paywalled` has what stands before the
                wall as its `article`.
            NotAnArticle: there is no article in it.
            BadSource, LimitExceeded: it cannot be read.
        """
        reader = extractor or Extractor()
        article = self._read(url, reader)
        return whole_article(article, lambda other: self._read(other, reader), self._limits.pages)

    def _read(self, url: str, extractor: Extractor) -> Article:
        """The article on one page."""
        page = self.fetch(url)
        try:
            article = extractor.extract(page)
        except NotAnArticle as error:
            found = instead_of_article(page, error)
            if found is error:
                raise
            raise found from error
        refuse_teaser(article)
        return article

    def answer(self, url: str) -> Answer:
        """What is at an address, page or not, whatever its status, at the end of all redirects.

        A file that is packed by itself, as sitemaps are, is unpacked.

        Raises:
            FetchError: nothing came back.
        """
        allowance = Allowance(self._limits, self._clock)
        answer = self._answer(located(url), allowance)
        if answer.content.startswith(GZIP):
            return replace(answer, content=unpacked(answer.content, "gzip", answer.url, allowance))
        return answer

    def discover(self, url: str) -> Iterator[ArticleLink]:
        """Links to a site's articles, from its feeds and sitemaps; each list is asked for when it is needed.

        Those of feeds and news sitemaps come first, newest first; then those of each further sitemap, newest first.
        None comes twice.

        Args:
            url: a front page, a section's page, a feed, or a sitemap.

        Raises:
            FetchError: the page could not be fetched, or names no feed, and the site no sitemap.
        """
        return article_links(self, url)

    def sitemaps(self, location: Location) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of a location's origin names.

        Raises:
            FetchError: it could not be fetched.
        """
        if self._offline:
            return ()
        return self._robots.sitemaps(location, Allowance(self._limits, self._clock))

    def _answer(self, location: Location, allowance: Allowance, passed: tuple[str, ...] = ()) -> Answer:
        def delay(location: Location) -> float:
            if not self._manners.robots or self._offline:
                return self._manners.delay
            return self._robots.delay(location, allowance)

        return self._session.follow(location, allowance, delay=delay, hops=self._limits.redirects, passed=passed)

    def _ask_robots(self, location: Location, allowance: Allowance) -> Answer:
        with allowance.cutting(READ):
            return self._session.follow(location, allowance, delay=lambda _: self._manners.delay, hops=HOPS)


_DEFAULT: Final[list[Fetcher]] = []
_DEFAULT_LOCK: Final = threading.Lock()


def default_fetcher() -> Fetcher:
    """The fetcher of `fetch` and `scrape`: one for the whole process, so that hosts have their turns."""
    with _DEFAULT_LOCK:
        if not _DEFAULT:
            _DEFAULT.append(Fetcher())
        return _DEFAULT[0]
