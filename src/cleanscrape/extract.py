"""The way of one page: cut it into pieces, say of every piece what it is and why, read the article off the labels.

A profile speaks first; its contract is checked; where it fails, the generic rules speak for the whole page.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from pathlib import Path
from typing import Final

from cleanscrape.article import Article, ProfileUse, Tier
from cleanscrape.assembly import assemble
from cleanscrape.errors import NotAnArticle
from cleanscrape.fields import FIELDS, LATE_FIELDS
from cleanscrape.label import Given, Label, Labelling
from cleanscrape.lines import cut_lines
from cleanscrape.page import Limits, Page
from cleanscrape.profile import Profile, Profiles, broken_clauses, default_profiles, load
from cleanscrape.profile.labeller import read_by_profile
from cleanscrape.reading import Reading
from cleanscrape.rules import RULES
from cleanscrape.rules.body import choose_body
from cleanscrape.rules.captions import label_captions
from cleanscrape.tree import cut_tree


class Lookup(Enum):
    """How a profile is chosen where none is given."""

    BY_HOST = "by host"


AUTO: Final = Lookup.BY_HOST
"""The profile of the page's host, where there is one."""

ProfileChoice = Profile | str | Path | None | Lookup


class Extractor:
    """Configuration for many pages. It holds no page, and may be used from several threads.

    Args:
        profile: `AUTO` looks the profile up by the page's host; None uses none; else a `Profile`, or the path of a
            profile's file.
        profiles: where profiles are looked up; the user's folder, entry points and the package by default.
        limits: how large a page may be.

    Raises:
        BadProfile: the profile's file does not load.
    """

    def __init__(
        self, *, profile: ProfileChoice = AUTO, profiles: Profiles | None = None, limits: Limits | None = None
    ) -> None:
        self._profile = load(Path(profile)) if isinstance(profile, (str, Path)) else profile
        self._profiles = profiles
        self._limits = limits

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
            fetched: when the page was fetched (aware); times such as "3 hours ago" are read against it.

        Raises:
            NotAnArticle: nothing in the page reads as an article.
            BadSource, LimitExceeded: the page cannot be read.
        """
        page = source if isinstance(source, Page) else Page(source, url, charset=charset, limits=self._limits)
        warnings: list[str] = []
        profile = self._profile_of(page)
        if profile is not None:
            article = _by_profile(page, profile, fetched, warnings)
            if article is not None:
                return article
        return _generic(page, fetched, warnings)

    def _profile_of(self, page: Page) -> Profile | None:
        if isinstance(self._profile, Lookup):
            address = page.url or (page.linked.canonical if page.is_markup else None)
            if not address:
                return None
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


def _by_profile(page: Page, profile: Profile, fetched: dt.datetime | None, warnings: list[str]) -> Article | None:
    """The article as the site's profile reads it, or None where the profile does not hold."""
    read = read_by_profile(page, profile)
    if read is None:
        what = "no layout's markers are all in the page" if page.is_markup else "it has no [capture]"
        warnings.append(f"profile {profile.name}: {what}; the generic rules read it")
        return None
    reading, layout = read
    reading.now = fetched
    _complete(reading)
    use = ProfileUse(profile.tier, name=profile.name, layout=layout)
    article = assemble(reading, use)
    broken = broken_clauses(profile.contract, [b.text for b in article.body if b.kind != "caption"], set(reading.found))
    if broken or not article.body:
        clauses = "; ".join(broken) or "the body is empty"
        warnings.append(
            f"profile {profile.name}, layout {layout}: contract broken ({clauses}); the generic rules read it"
        )
        return None
    return article


def _generic(page: Page, fetched: dt.datetime | None, warnings: list[str]) -> Article:
    """The article as the rules that hold on any site read it."""
    blocks = cut_tree(page.root, page.limits) if page.is_markup else cut_lines(page.lines)
    choice = choose_body(blocks)
    reading = Reading(page, blocks, Labelling(len(blocks.pieces)), now=fetched, warnings=warnings)
    reading.chosen = choice.chosen
    reading.confidence = choice.confidence
    if not reading.chosen:
        raise NotAnArticle(
            "no running text was found in the page: it may be a listing, a wall, or drawn by scripts; "
            "pass the page as a browser shows it",
            seen=f"{len(blocks.pieces)} pieces of text",
        )
    _complete(reading)
    return assemble(reading, ProfileUse(Tier.GENERIC))


def _complete(reading: Reading) -> None:
    """Read the fields, then label all that is still without a label."""
    pieces = reading.blocks.pieces
    for name, read, label in FIELDS:
        found = read(reading)
        if found is None:
            continue
        reading.found[name] = found
        if label is not None:
            reading.label(found.pieces, label, found.source.by, found.source.evidence)
    label_captions(reading)
    for index in reading.chosen:
        reading.labels.give(index, Given(Label(pieces[index].kind), by="rules.body"))
    for rule in RULES:
        rule(reading)
    for name, read, _ in LATE_FIELDS:
        found = read(reading)
        if found is not None:
            reading.found[name] = found
