"""Checking a profile: does it still hold on its site's pages, and where not, what has changed?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Final

from cleanscrape.page import Page
from cleanscrape.profile.elements import Elements
from cleanscrape.profile.health.pages import OTHER_KIND, UNUSUAL, page_health
from cleanscrape.profile.health.report import Health as Health
from cleanscrape.profile.health.report import PageHealth as PageHealth
from cleanscrape.profile.health.report import Problem as Problem
from cleanscrape.profile.health.report import SelectorUse as SelectorUse
from cleanscrape.profile.health.report import Verdict as Verdict
from cleanscrape.profile.key import Form
from cleanscrape.profile.layout import Layout, choose_layout
from cleanscrape.profile.model import Profile
from cleanscrape.profile.selector import Selector

# Of several pages one may be odd by itself; a site is what more of them are.
_ODD: Final = 0.25
_DRIFTED: Final = 0.5  # share of pages that are unusual or of another kind: one long report or live blog is no drift
_FEW: Final = 3  # pages from which on a selector that finds nothing on any is dead


def check(profile: Profile, pages: Iterable[tuple[bytes | str | Page, str | None]]) -> Health:
    """How a profile holds on some pages of its site.

    Args:
        profile: the profile.
        pages: (source, url) pairs, as of `learn`; pages that are no articles say nothing.

    The verdict is `healthy` where it reads the pages as it should, `degraded` where parts are lost or the design
    around the article has changed, `broken` where the generic way has to read them instead.

    Raises:
        BadSource, LimitExceeded: a page cannot be read.
    """
    read = [source if isinstance(source, Page) else Page(source, url) for source, url in pages]
    healths = tuple(page_health(page, profile, page.url or f"page {at}") for at, page in enumerate(read, 1))
    selectors = tuple(_uses(profile, [Elements(page.root) for page in read if page.is_markup]))
    verdict, problems = _verdict(healths, selectors)
    return Health(profile.site, verdict=verdict, problems=problems, pages=healths, selectors=selectors)


def _verdict(pages: Sequence[PageHealth], selectors: Sequence[SelectorUse]) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict of a site, and what speaks for it."""
    told = [page for page in pages if page.verdict is not None]
    if not told:
        return Verdict.BROKEN, ("none of the pages is an article",)
    problems = [
        f"{page.name}: {problem.text}"
        for page in told
        for problem in page.problems
        if problem.verdict is not Verdict.HEALTHY
    ]
    broken = sum(page.verdict is Verdict.BROKEN for page in told)
    hurt = sum(page.verdict is not Verdict.HEALTHY for page in told)
    dead = [use for use in selectors if use.pages >= _FEW and not use.found and use.key.endswith(_NEEDED)]
    problems += [f"{use.key} = {use.source!r} finds nothing on any of {use.pages} pages" for use in dead]
    if drifted := _on_most(told, UNUSUAL):
        problems.append(f"the bodies' shape is unusual on {drifted} of {len(told)} pages")
        hurt = len(told)
    if others := _on_most(told, OTHER_KIND):
        problems.append(f"no layout reads {others} of {len(told)} pages, though its frame stands")
        broken = len(told)
    if broken > _ODD * len(told):
        return Verdict.BROKEN, tuple(problems)
    if hurt > _ODD * len(told) or dead:
        return Verdict.DEGRADED, tuple(problems)
    return Verdict.HEALTHY, tuple(problems)


def _on_most(pages: Sequence[PageHealth], problem: str) -> int:
    """How many of several pages have a problem that counts only where most of them have it; 0 where fewer do."""
    having = sum(any(each.text.startswith(problem) for each in page.problems) for page in pages)
    return having if len(pages) >= _FEW and having > _DRIFTED * len(pages) else 0


_NEEDED: Final = (".headline", ".body", ".published", ".byline")


def _uses(profile: Profile, pages: Sequence[Elements]) -> Iterator[SelectorUse]:
    """How often each selector of each layout finds anything on the layout's pages."""
    chosen = [choose_layout(profile, page) for page in pages]
    for layout in profile.layouts:
        own = [page for page, fit in zip(pages, chosen, strict=True) if fit is layout]
        for key, selector in _selectors(layout):
            counts = [len(selector.places(page)) for page in own]
            yield SelectorUse(
                f"{layout.id}.{key}",
                source=selector.source,
                pages=len(own),
                found=sum(map(bool, counts)),
                matches=sum(counts),
            )


def _selectors(layout: Layout) -> Iterator[tuple[str, Selector]]:
    """All selectors of a layout with their keys."""
    for each in fields(layout):
        form = each.metadata.get("form") if each.metadata else None
        if form in (Form.SELECTORS, Form.MARKERS):
            yield from ((each.name, selector) for selector in getattr(layout, each.name))
        elif form is Form.DROP:
            yield from ((f"drop.{drop.kind}", selector) for drop in layout.drop for selector in drop.selectors)
