"""What comes out: the Article and its parts. Data alone; this module knows no other.

All values are frozen and compare by content. What is unknown is None, or empty where it is a tuple.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Access(StrEnum):
    """Who may read the whole article, as the page declares or shows it."""

    FREE = "free"
    METERED = "metered"
    PAYWALLED = "paywalled"
    UNKNOWN = "unknown"


class Tier(StrEnum):
    """How well the labels of an article are founded."""

    TESTED = "tested"
    """A profile that is held by fixtures."""
    LEARNED = "learned"
    """A profile drafted from pages by `learn`."""
    IMPORTED = "imported"
    """A profile converted from another project's format."""
    GENERIC = "generic"
    """No profile: the rules that hold on any site."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who gave a field or a label: one witness.

    `by` is the name of a rule (``rules.body``), of a profile's selector
    (``urdupoint.com/news_article``), or of a witness (``json-ld``, ``meta``, ``url``);
    `evidence` says what it went by, for a person to read. Evidence does not take part in equality.
    """

    by: str
    evidence: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """An inline link: its address (absolute where the page's URL is known) and its text."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the body, in reading order.

    `kind` is one of ``paragraph``, ``heading``, ``list``, ``quote``, ``table``, ``code``, ``caption``;
    a list has a block an item. `level` is a heading's level (1 to 6) or the depth of a list item
    (from 1), else 0; `ordinal` an ordered item's number. `text` has its white space folded, but for code, and
    rows of a table, which stand a line each with cells apart by tabs. `html` is safe to show.
    """

    kind: str
    text: str = field(kw_only=True)
    level: int = field(default=0, kw_only=True)
    ordinal: int | None = field(default=None, kw_only=True)
    links: tuple[Link, ...] = field(default=(), kw_only=True)
    html: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Removed:
    """A part of the page that is no article: labelled data.

    `kind` is a boilerplate kind of `cleanscrape.label`; `path` the CSS-like path of the part's container
    (None in a plain-text capture); `rule` who said so.
    """

    kind: str
    text: str = field(kw_only=True)
    links: tuple[Link, ...] = field(default=(), kw_only=True)
    path: str | None = field(default=None, kw_only=True)
    rule: str = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Author:
    """A person who wrote the article: name without "By", role, handle or agency."""

    name: str
    url: str | None = field(default=None, kw_only=True)
    role: str | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote it: `raw` as printed, people in order, and organisations apart from them.

    `raw` is the whole printed line; where organisations alone sign, it is what the line says of them. What only the
    page's data declare stands in `raw` as a list of the names.
    """

    raw: str
    authors: tuple[Author, ...] = field(default=(), kw_only=True)
    organisations: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a news report that says where, by whom and when it was filed.

    `raw` is the dateline as printed, without the separator that follows it. `location` and `agencies` are
    as printed. `date` is an ISO day (``2020-04-29``); ``--04-29`` where no year is printed and none is
    known, ``---29`` where only the day of the month is; None where no date is printed.
    """

    raw: str
    location: str | None = field(default=None, kw_only=True)
    agencies: tuple[str, ...] = field(default=(), kw_only=True)
    date: str | None = field(default=None, kw_only=True)
    reporter: str | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A point in time that the page states.

    `value` is an aware datetime where a time and its zone are known, else a date. `raw` is as printed or
    declared; `source` names the witness.
    """

    value: dt.datetime | dt.date
    raw: str = field(default="", kw_only=True)
    source: str = field(default="", kw_only=True)

    @property
    def day(self) -> dt.date:
        """The day, in the zone that the page states."""
        return self.value.date() if isinstance(self.value, dt.datetime) else self.value

    def isoformat(self) -> str:
        """ISO 8601: with time and offset where they are known, else the day."""
        return self.value.isoformat()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article: address, alternative text, caption, credit; `is_lead` for the first one."""

    url: str
    alt: str | None = field(default=None, kw_only=True)
    caption: str | None = field(default=None, kw_only=True)
    credit: str | None = field(default=None, kw_only=True)
    is_lead: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class ProfileUse:
    """Which profile labelled the page: its name and layout, None and `Tier.GENERIC` where none did."""

    tier: Tier
    name: str | None = field(default=None, kw_only=True)
    layout: str | None = field(default=None, kw_only=True)


_DEK_IN = 3  # blocks at the top of a body among which its dek may stand

PARTS_IN_TEXT = frozenset({"paragraph", "heading", "list", "quote", "table", "code"})
"""The kinds of body block that `Article.text` holds: what a news reader reads on, without captions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A news article, read off the labels of a page. See ``docs/article.md`` for each field."""

    url: str | None = None
    canonical_url: str | None = None
    headline: str | None = None
    dek: str | None = None
    description: str | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    published: Timestamp | None = None
    modified: Timestamp | None = None
    body: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    section: str | None = None
    breadcrumbs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = None
    site: str | None = None
    publisher: str | None = None
    license: str | None = None
    access: Access = Access.UNKNOWN
    kind: str = "article"
    confidence: float = 1.0
    pages: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    profile: ProfileUse = ProfileUse(Tier.GENERIC)
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The body, paragraphs apart by a blank line; no dateline, captions or boilerplate.

        `cleanscrape.render_text` has the options that put them back.
        """
        return joined(self.body, PARTS_IN_TEXT)

    @property
    def dek_apart(self) -> str | None:
        """The dek, where it is no part of the body: some sites set it as the first paragraph of the running text."""
        if self.dek is None or any(block.text == self.dek for block in self.body[:_DEK_IN]):
            return None
        return self.dek

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of the authors, in the byline's order."""
        return tuple(a.name for a in self.byline.authors) if self.byline else ()


def joined(blocks: Iterable[Block], kinds: frozenset[str]) -> str:
    """The texts of those blocks that are of one of `kinds`, apart by a blank line."""
    return "\n\n".join(b.text for b in blocks if b.kind in kinds and b.text)
