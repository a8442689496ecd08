"""Microdata of an article: what the page marks up in its own elements (`itemscope`, `itemprop`)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lxml import etree

from cleanscrape.node import folded, is_article_type

# The attribute that holds the value, by the element's tag; `content` stands before all.
_VALUE_IN = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "source": "src",
    "track": "src",
    "video": "src",
    "object": "data",
    "data": "value",
    "meter": "value",
    "time": "datetime",
}
# Names of people and sections are links as often as not: there the text is meant, not the address.
_READ_AS_TEXT = frozenset(
    {"name", "author", "creator", "editor", "publisher", "articlesection", "keywords", "headline"}
)
# Characters of one value. A body is longer, and is read from its blocks.
_LONGEST = 10_000
_OTHER_STORIES = frozenset({"review", "recipe", "report", "creativework"})


@lru_cache(maxsize=2)
def _marked(expression: str) -> etree.XPath:
    return etree.XPath(expression)


def article_properties(root: Any, titles: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The properties of the page's own article, as microdata states them: name to values; {} for none.

    Args:
        root: the tree. It is only read.
        titles: the page's titles, folded, to tell its own article from teasers.
    """
    # Not //@itemprop/.., which is faster on small pages but quadratic: it sorts the elements by walking their siblings.
    marked: Any = _marked("descendant-or-self::*[@itemprop]")(root)
    if not marked:
        return {}
    scopes: dict[Any, Any] = {}
    found: dict[Any, list[tuple[str, Any]]] = {}
    for element in marked:
        scope = _scope(element, scopes)
        if scope is not None:
            found.setdefault(scope, []).extend((name, element) for name in element.get("itemprop").split())
    stories = [scope for scope in found if _is_story(scope)]
    if not stories:
        return {}
    own = max(stories, key=lambda scope: _ownness(found[scope], titles))
    values: dict[str, list[str]] = {}
    for name, element in found[own]:
        text = _value(element, name, found)
        if text:
            values.setdefault(name, []).append(text)
    return {name: tuple(texts) for name, texts in values.items()}


def _scope(element: Any, scopes: dict[Any, Any]) -> Any:
    """The element whose item a property belongs to. What was climbed is remembered: linear in all."""
    climbed = []
    at = element.getparent()
    while at is not None and at not in scopes:
        climbed.append(at)
        if at.get("itemscope") is not None:
            scopes[at] = at
            break
        at = at.getparent()
    scope = scopes.get(at) if at is not None else None
    for passed in climbed:
        scopes[passed] = scope
    return scope


def _is_story(scope: Any) -> bool:
    kinds = [kind.rpartition("/")[2] for kind in (scope.get("itemtype") or "").split()]
    return any(is_article_type(kind) or kind.lower() in _OTHER_STORIES for kind in kinds)


def _ownness(properties: list[tuple[str, Any]], titles: tuple[str, ...]) -> int:
    """How much an item looks like the page's own article: it has a body, and a headline of the page's."""
    names = {name for name, _ in properties}
    rank = 2 * ("articleBody" in names or "reviewBody" in names) + ("datePublished" in names)
    for name, element in properties:
        if name in {"headline", "name"}:
            headline = folded(_value(element, name, {}))
            return rank + 4 * (bool(headline) and any(headline in title for title in titles))
    return rank


def _value(element: Any, name: str, found: dict[Any, list[tuple[str, Any]]]) -> str:
    for inner, named in found.get(element, ()):
        if inner == "name" and named is not element:
            return _value(named, inner, {})
    value = element.get("content")
    if value is None and name.lower() not in _READ_AS_TEXT:
        value = element.get(_VALUE_IN.get(element.tag, "content"))
    if value is None:
        value = _text(element) or element.get(_VALUE_IN.get(element.tag, "content")) or ""
    return " ".join(value.split())


def _text(element: Any) -> str:
    parts: list[str] = []
    size = 0
    for text in element.itertext():
        parts.append(text)
        size += len(text)
        if size > _LONGEST:
            break
    return "".join(parts)[:_LONGEST].strip()
