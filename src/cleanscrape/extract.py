"""One page in, one Article out: the face of the way that `cleanscrape.way` goes.

Rules, fields and profiles are loaded with the first page, so that importing costs little.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from cleanscrape.article import Article
from cleanscrape.page import Limits, Page

if TYPE_CHECKING:
    from cleanscrape.explain.report import Report
    from cleanscrape.profile import Profile, Profiles
    from cleanscrape.way import Outcome


class Lookup(Enum):
    """How a profile is chosen where none is given."""

    BY_HOST = "by host"


AUTO: Final = Lookup.BY_HOST
"""The profile of the page's host, where there is one."""

ProfileChoice: TypeAlias = "Profile | str | Path | Lookup | None"


class Extractor:
    """Configuration for many pages. It holds no page, and may be used from several threads.

    Args:
        profile: `AUTO` looks the profile up by the page's host; None uses none; else a `Profile`, or the path of a
            profile's file.
        profiles: where profiles are looked up; the user's folder, entry points and the package by default.
        limits: how large a page may be.
        ask_second: let trafilatura choose the body where no profile speaks and our own confidence is low. That is
            rare on news pages, and takes ten times as long there.

    Raises:
        BadProfile: the profile's file does not load.
    """

    def __init__(
        self,
        *,
        profile: ProfileChoice = AUTO,
        profiles: Profiles | None = None,
        limits: Limits | None = None,
        ask_second: bool = False,
    ) -> None:
        if isinstance(profile, (str, Path)):
            from cleanscrape.profile import load

            profile = load(Path(profile))
        self._profile = profile
        self._profiles = profiles
        self._limits = limits
        self._ask_second = ask_second

    def extract(
        self,
        source: bytes | str | Page,
        url: str | None = None,
        *,
        charset: str | None = None,
        fetched: dt.datetime | None = None,
    ) -> Article:
        """Read one page.

        Args:
            source: markup or a plain-text capture, as bytes in any encoding or as text; or a `Page`.
            url: the page's address: it makes links absolute and finds the site's profile.
            charset: the encoding that the transport declared: a label or a whole Content-Type header.
            fetched: when the page was fetched (aware); times such as "3 hours ago" are read against it. A page from
                `fetch` knows it by itself.

        Raises:
            NotAnArticle: nothing in the page reads as an article.
            BadSource, LimitExceeded: the page cannot be read.
        """
        return self._read(source, url, charset, fetched)[0].article()

    def explain(
        self,
        source: bytes | str | Page,
        url: str | None = None,
        *,
        charset: str | None = None,
        fetched: dt.datetime | None = None,
    ) -> Report:
        """Say of every piece of one page what it was taken for and why; arguments as for `extract`.

        A page that is no article has a report too: `Report.refusal` says why.

        Raises:
            BadSource, LimitExceeded: the page cannot be read.
        """
        from cleanscrape.explain.report import report_of

        return report_of(*self._read(source, url, charset, fetched))

    def _read(
        self, source: bytes | str | Page, url: str | None, charset: str | None, fetched: dt.datetime | None
    ) -> tuple[Outcome, Profile | None]:
        """What came of one page, and the profile that was asked first."""
        from cleanscrape.way import read_page

        page = source if isinstance(source, Page) else Page(source, url, charset=charset, limits=self._limits)
        if fetched is None and page.fetched is not None:
            fetched = page.fetched.at
        profile = self._profile_of(page)
        return read_page(page, profile, fetched, ask_second=self._ask_second), profile

    def _profile_of(self, page: Page) -> Profile | None:
        if isinstance(self._profile, Lookup):
            address = page.url or (page.linked.canonical if page.is_markup else None)
            if not address:
                return None
            from cleanscrape.profile import default_profiles

            return (self._profiles or default_profiles()).find(address)
        return self._profile


def extract(
    source: bytes | str | Page,
    url: str | None = None,
    *,
    profile: ProfileChoice = AUTO,
    charset: str | None = None,
    fetched: dt.datetime | None = None,
    limits: Limits | None = None,
) -> Article:
    """Read one page: `Extractor(...).extract(...)` in one line. See there for arguments and errors."""
    return Extractor(profile=profile, limits=limits).extract(source, url, charset=charset, fetched=fetched)
