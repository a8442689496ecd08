"""What a page says of itself for machines: JSON-LD, microdata, `meta`, `link`, title. Read when asked, once.

Nothing here is checked against what the page prints: these are witnesses, and the fields weigh them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urljoin

from cleanscrape.lenient_json import json_values
from cleanscrape.microdata import article_properties
from cleanscrape.node import (
    Node,
    Own,
    address_key,
    breadcrumbs,
    flatten,
    folded,
    own_article,
    plain,
    resolve,
    texts,
    types_of,
)

__all__ = ["LinkedData", "first", "plain", "texts"]

# Links for the browser, dozens on a page, that say nothing of the article.
_MACHINERY = frozenset(
    "stylesheet preload prefetch prerender dns-prefetch preconnect modulepreload icon shortcut mask-icon "
    "apple-touch-icon apple-touch-icon-precomposed apple-touch-startup-image manifest pingback edituri "
    "wlwmanifest search profile fluid-icon image_src".split()
)
# The attributes of `meta` that name what it says; some may hold several names.
_NAMING = frozenset({"property", "name", "itemprop", "http-equiv"})
_MANY = frozenset({"property", "itemprop"})
_MICRODATA = (b"itemprop", b"itemProp", b"ITEMPROP")
# The page's own heading is among its first ones.
_HEADINGS = 3
_PIECES = 20
_LONGEST_TITLE = 1000


class Declared(NamedTuple):
    """What the elements of a tree declare of the page, each kind in the tree's order.

    `meta` holds the attributes of each element, `link` pairs of ``rel`` and ``href``, `base` addresses.
    """

    meta: list[list[tuple[str, str]]]
    link: list[tuple[str, str]]
    base: list[str]
    titles: list[str]
    headings: list[str]


def declared_in(root: Any) -> Declared:
    """What the elements of a tree declare, from one walk through it.

    Right after parsing, while the tree is warm, the walk costs a sixth of what it costs later.
    """
    found = Declared([], [], [], [], [])
    for element in root.iter("meta", "link", "base", "title", "h1") if root is not None else ():
        tag = element.tag
        if tag == "meta":
            found.meta.append(element.items())
        elif tag == "link":
            found.link.append((element.get("rel") or "", (element.get("href") or "").strip()))
        elif tag == "base":
            found.base.append((element.get("href") or "").strip())
        elif tag == "title":
            found.titles.append(" ".join("".join(islice(element.itertext(), _PIECES)).split())[:_LONGEST_TITLE])
        elif len(found.headings) < _HEADINGS:
            found.headings.append("".join(islice(element.itertext(), _PIECES))[:_LONGEST_TITLE])
    return found


class LinkedData:
    """The linked data of one page.

    Args:
        json_ld: the texts of its JSON-LD scripts.
        root: its tree's root element, which is only read; None for a page without markup.
        url: its address, where it is known.
        declared: what the elements of its tree declare, where it is known already.
        markup: what its tree was parsed from, where it is known: where that names no property, none is looked for.
    """

    def __init__(
        self,
        json_ld: Sequence[str],
        root: Any,
        url: str | None,
        *,
        declared: Declared | None = None,
        markup: bytes | None = None,
    ) -> None:
        self._json_ld = json_ld
        self._known = declared
        self._markup = markup
        self._root = root
        self._url = url

    @cached_property
    def items(self) -> tuple[Node, ...]:
        """The nodes of all JSON-LD scripts, graphs and lists opened, references within the page followed."""
        values = [value for text in self._json_ld for value in json_values(text)]
        return tuple(resolve(flatten(values))) if values else ()

    @cached_property
    def article(self) -> Node:
        """The node of the page's own article; {} where there is none.

        Of several it is the one whose address or headline is the page's. Gaps are filled from the others
        that do not speak of another story, in the order of the page.
        """
        return own_article(list(self.items), self._own) if self.items else {}

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The types of all items, sorted."""
        return tuple(sorted({name for item in self.items for name in types_of(item)}))

    @cached_property
    def is_news(self) -> bool:
        """Whether an item says that the page is news: ``NewsArticle`` and its kinds, ``ReportageNewsArticle``."""
        return any("newsarticle" in name.lower() for name in self.types)

    @cached_property
    def breadcrumbs(self) -> tuple[str, ...]:
        """The names in the page's list of breadcrumbs, outermost first."""
        return breadcrumbs(list(self.items)) if self.items else ()

    @cached_property
    def meta(self) -> Mapping[str, tuple[str, ...]]:
        """The `meta` elements: `property`, `name`, `itemprop` or `http-equiv` in small letters to contents.

        Wherever they stand in the page, in its order. What is empty is left out.
        """
        found: dict[str, list[str]] = {}
        for attributes in self._declared.meta:
            given = dict(attributes)
            content = (given.get("content") or given.get("value") or "").strip()
            if not content:
                continue
            for attribute, value in attributes:
                if attribute in _NAMING:
                    for key in value.lower().split() if attribute in _MANY else (value.lower().strip(),):
                        contents = found.setdefault(key, [])
                        if not contents or contents[-1] != content:  # named twice over
                            contents.append(content)
        return {key: tuple(contents) for key, contents in found.items()}

    @cached_property
    def title(self) -> str | None:
        """The text of `title`, white space folded."""
        return next(filter(None, self._declared.titles), None)

    @cached_property
    def links(self) -> Mapping[str, tuple[str, ...]]:
        """The `link` elements that relate the page to others: `rel` in small letters to absolute addresses.

        Styles, icons, feeds of the browser and the like are left out.
        """
        found: dict[str, list[str]] = {}
        for rel, href in self._declared.link:
            if not rel or not href:
                continue
            names = rel.lower().split()
            if _MACHINERY.isdisjoint(names):
                address = self._absolute(href)
                for name in dict.fromkeys(names):
                    found.setdefault(name, []).append(address)
        return {name: tuple(addresses) for name, addresses in found.items()}

    @cached_property
    def canonical(self) -> str | None:
        """The address that the page gives as its canonical one, absolute where the page's own is known."""
        return next(iter(self.links.get("canonical", ())), None)

    @cached_property
    def html_lang(self) -> str | None:
        """The language of the root element, as declared."""
        if self._root is None:
            return None
        return (self._root.get("lang") or self._root.get("xml:lang") or "").strip() or None

    @cached_property
    def microdata(self) -> Mapping[str, tuple[str, ...]]:
        """The properties of the page's own article in microdata: name to values."""
        if self._root is None or (self._markup is not None and not any(name in self._markup for name in _MICRODATA)):
            return {}
        return article_properties(self._root, self._own.titles)

    @cached_property
    def _declared(self) -> Declared:
        return self._known or declared_in(self._root)

    @cached_property
    def _base(self) -> str | None:
        href = next(filter(None, self._declared.base), None)
        return _joined(self._url, href) if href else self._url

    def _absolute(self, href: str) -> str:
        return href if href.startswith(("https://", "http://")) else _joined(self._base, href)

    @cached_property
    def _own(self) -> Own:
        addresses = [self._url, self.canonical, *self.meta.get("og:url", ())]
        keys = {address_key(address) for address in addresses if address}
        titles = [self.title or "", *self.meta.get("og:title", ()), *self.meta.get("twitter:title", ())]
        titles += self._declared.headings
        unique = dict.fromkeys(folded(plain(title) or "") for title in titles)
        return Own(frozenset(keys - {""}), tuple(title for title in unique if title))


def _joined(base: str | None, href: str) -> str:
    if not base:
        return href
    try:
        return urljoin(base, href)
    except ValueError:  # an address that is none, such as "http://[x"
        return href


def first(values: Sequence[str] | None) -> str | None:
    """The first of the contents that a key of `LinkedData.meta` or `LinkedData.microdata` has, or None."""
    return values[0] if values else None
