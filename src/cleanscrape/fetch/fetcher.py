"""From an address to a page, and to an article."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Final

from cleanscrape.article import Article
from cleanscrape.errors import NotAnArticle
from cleanscrape.extract import Extractor
from cleanscrape.fetch.allowance import Allowance
from cleanscrape.fetch.answer import Answer
from cleanscrape.fetch.cache import PageCache, Store
from cleanscrape.fetch.clock import Clock
from cleanscrape.fetch.content import page_of
from cleanscrape.fetch.limits import FetchLimits, Retries
from cleanscrape.fetch.location import Location, located
from cleanscrape.fetch.manners import Manners
from cleanscrape.fetch.network import Network
from cleanscrape.fetch.robots import HOPS, READ, Robots
from cleanscrape.fetch.session import Session
from cleanscrape.fetch.walls import instead_of_article, refuse_status, refuse_wall
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
            LimitExceeded: the page is too large to be read.
        """
        answer = self.answer(url)
        refuse_status(answer)
        page = page_of(answer, Limits(self._limits.bytes))
        refuse_wall(page)
        return page

    def scrape(self, url: str, *, extractor: Extractor | None = None) -> Article:
        """The article at an address.

        Args:
            url: the address of the article's page.
            extractor: how the page is read; by its host's profile, or the generic rules, where none is given.

        Raises:
            FetchError: the page could not be fetched; its subclasses say why.
            NotAnArticle: there is no article in it.
            BadSource, LimitExceeded: it cannot be read.
        """
        page = self.fetch(url)
        try:
            return (extractor or Extractor()).extract(page)
        except NotAnArticle as error:
            found = instead_of_article(page, error)
            if found is error:
                raise
            raise found from error

    def answer(self, url: str) -> Answer:
        """What is at an address, page or not, whatever its status, at the end of all redirects.

        Raises:
            FetchError: nothing came back.
        """
        allowance = Allowance(self._limits, self._clock)

        def delay(location: Location) -> float:
            if not self._manners.robots or self._offline:
                return self._manners.delay
            return self._robots.delay(location, allowance)

        return self._session.follow(located(url), allowance, delay=delay, hops=self._limits.redirects)

    def _ask_robots(self, location: Location, allowance: Allowance) -> Answer:
        with allowance.cutting(READ):
            return self._session.follow(
                location, allowance, delay=lambda _: self._manners.delay, hops=HOPS, accept="text/plain,*/*;q=0.5"
            )


_DEFAULT: Final[list[Fetcher]] = []
_DEFAULT_LOCK: Final = threading.Lock()


def default_fetcher() -> Fetcher:
    """The fetcher of `fetch` and `scrape`: one for the whole process, so that hosts have their turns."""
    with _DEFAULT_LOCK:
        if not _DEFAULT:
            _DEFAULT.append(Fetcher())
        return _DEFAULT[0]
