"""What `check` says of a profile: a verdict a site, a page, and how often each selector finds anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """How well a profile holds."""

    HEALTHY = "healthy"
    DEGRADED = "degraded"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong, in words, and how bad it is by itself."""

    text: str
    verdict: Verdict = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class PageHealth:
    """How a profile holds on one page.

    `name` is the page's address or file; `layout` the layout that read it, None where none did; `verdict` None where
    the page is no article, and says nothing. `agreement` is the F1 of words between the body that the profile gives
    and that of the generic way, None where one of them gives none.
    """

    name: str
    layout: str | None = field(kw_only=True)
    verdict: Verdict | None = field(kw_only=True)
    problems: tuple[Problem, ...] = field(default=(), kw_only=True)
    agreement: float | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class SelectorUse:
    """A selector, the pages of its layout, those on which it finds anything, and how many elements it finds in all."""

    key: str
    source: str = field(kw_only=True)
    pages: int = field(kw_only=True)
    found: int = field(kw_only=True)
    matches: int = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Health:
    """How a profile holds on some pages: the verdict, what speaks for it, and how each selector is used."""

    site: str
    verdict: Verdict = field(kw_only=True)
    problems: tuple[str, ...] = field(default=(), kw_only=True)
    pages: tuple[PageHealth, ...] = field(default=(), kw_only=True)
    selectors: tuple[SelectorUse, ...] = field(default=(), kw_only=True)
