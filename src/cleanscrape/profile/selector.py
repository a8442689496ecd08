"""Selectors: CSS, or XPath where they begin with ``/``, ``./`` or ``(/``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lxml import etree

from cleanscrape.errors import BadProfile
from cleanscrape.profile.elements import Elements
from cleanscrape.profile.xpath import evaluator, is_xpath

_LONGEST = 2_000  # characters; hand-written ones have under 200
# More than all profiles of one process have; each takes about 2 kB.
_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Selector:
    """What a profile finds in a page: elements, or attributes (``::attr(name)`` in CSS, ``@name`` in XPath).

    It is compiled when it is first used, or by `check`. `where` says in which file and under which key it
    stands, `remark` what it rests on where it was learned; they take no part in equality.

    >>> from lxml import html
    >>> page = html.document_fromstring("<p class=by>Ann Droe</p><p><a href='/x'>More</a></p>")
    >>> Selector("p.by").values(page), Selector("p > a::attr(href)").values(page)
    (['Ann Droe'], ['/x'])
    """

    source: str
    where: str = field(default="", kw_only=True, compare=False, repr=False)
    remark: str = field(default="", kw_only=True, compare=False, repr=False)

    def check(self) -> None:
        """Raise `BadProfile` where the selector does not compile."""
        self._compiled()

    def places(self, page: Elements) -> list[int]:
        """The places in `page` of the elements that it finds, or whose attributes or text; in order."""
        compiled = self._compiled()
        try:
            return compiled.places(page)
        except etree.XPathError as error:
            raise self._bad(f"it cannot be evaluated ({error})") from error

    def select(self, root: Any) -> list[Any]:
        """The elements that it finds, or whose attributes or text, in document order.

        `root` is the root element of a document, or its `Elements`, which spare the second selector the
        walk through the page.
        """
        page = root if isinstance(root, Elements) else Elements(root)
        every = page.all
        return [every[place] for place in self.places(page)]

    def values(self, root: Any) -> list[str]:
        """The values of the attributes that it finds, or the texts of the elements; white space folded.

        What has no text, and elements without the attribute, are passed over.
        """
        page = root if isinstance(root, Elements) else Elements(root)
        compiled = self._compiled()
        try:
            found = compiled.read(page)
        except etree.XPathError as error:
            raise self._bad(f"it cannot be evaluated ({error})") from error
        folded = (" ".join(text.split()) for text in found)
        return [text for text in folded if text]

    def _compiled(self) -> _Xpath | _Css:
        try:
            return _compile(self.source)
        except ValueError as error:
            raise self._bad(str(error)) from error

    def _bad(self, problem: str) -> BadProfile:
        where = f"{self.where} = " if self.where else ""
        return BadProfile(f"{where}{self.source!r}: {problem}")


def first_places(selectors: Iterable[Selector], page: Elements) -> tuple[Selector, list[int]] | None:
    """The first of `selectors` that finds anything, and the places of what it finds."""
    for selector in selectors:
        places = selector.places(page)
        if places:
            return selector, places
    return None


def first_values(selectors: Iterable[Selector], root: Any) -> tuple[Selector, list[str]] | None:
    """The first of `selectors` that finds a value, and the values."""
    page = root if isinstance(root, Elements) else Elements(root)
    for selector in selectors:
        values = selector.values(page)
        if values:
            return selector, values
    return None


@lru_cache(maxsize=_KEPT)
def _compile(source: str) -> _Xpath | _Css:
    """Compile a selector; ValueError says why it does not."""
    if not source.strip():
        raise ValueError("the selector is empty")
    if len(source) > _LONGEST:
        raise ValueError(f"the selector has {len(source):,} characters, the limit is {_LONGEST:,}")
    return _Xpath(source) if is_xpath(source) else _Css(source)


class _Xpath:
    """An XPath expression that gives elements, attributes or text."""

    __slots__ = ("_evaluate",)

    def __init__(self, source: str) -> None:
        self._evaluate = evaluator(source, smart_strings=True)
        try:
            kind = type(self._evaluate(etree.fromstring("<html><body/></html>")))
        except etree.XPathError as error:
            raise ValueError(f"it cannot be evaluated ({error})") from error
        if kind not in (list, str):
            raise ValueError(f"it gives a {kind.__name__}: select elements, attributes or text")

    def places(self, page: Elements) -> list[int]:
        return sorted(set(page.places(map(_owner, self._hits(page)))))

    def read(self, page: Elements) -> list[str]:
        return [hit if isinstance(hit, str) else _text(hit) for hit in self._hits(page)]

    def _hits(self, page: Elements) -> list[Any]:
        found = self._evaluate(page.root)
        return found if isinstance(found, list) else [found]


def _owner(hit: Any) -> Any:
    """The element that a hit is, or that an attribute or text stands in; None for a computed string."""
    if not isinstance(hit, str):
        return hit
    parent = getattr(hit, "getparent", lambda: None)()
    if parent is not None and getattr(hit, "is_tail", False):
        return parent.getparent()
    return parent


def _text(element: Any) -> str:
    return "".join(element.itertext())


class _Css:
    """A list of CSS selectors: what any of them finds."""

    __slots__ = ("_each",)

    def __init__(self, source: str) -> None:
        from cleanscrape.profile.css import chains  # here: a host without a profile needs no cssselect

        self._each = chains(source)

    def places(self, page: Elements) -> list[int]:
        if len(self._each) == 1:
            return self._each[0][0].places(page)
        return sorted({place for chain, _ in self._each for place in chain.places(page)})

    def read(self, page: Elements) -> list[str]:
        found: dict[tuple[int, str], str | None] = {}
        for chain, name in self._each:
            for place in chain.places(page):
                element = page.all[place]
                found[place, name or ""] = element.get(name) if name else _text(element)
        return [value for key in sorted(found) if (value := found[key]) is not None]
