"""JSON-LD nodes: objects of schema.org as pages declare them, flattened, with their references followed.

JSON-LD has a long standard; pages use a short part of it, which is read here without fetching contexts.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

Node = dict[str, Any]

# Nodes of one page, and lists within lists around them. The most of 2,006 real pages were 233 and 3.
_MOST_NODES = 1000
_DEEPEST = 8
# Lists and objects around a text: a publisher's name's value is three deep.
_NESTING = 5
# Larger numbers are none that a page prints; Python refuses to print the largest.
_LARGEST = 1e18
# What stands for an object in a sentence, best first.
_NAMES = ("@value", "name", "headline", "legalName", "text")

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s small span strike strong sub sup tt u var "
    "wbr".split()
)

_POSTINGS = frozenset({"blogposting", "liveblogposting"})
# Kinds that a page may be about, or that may stand beside its story: they count when URL or headline says so.
_OTHER_STORIES = frozenset(
    "report review criticreview claimreview usereview recipe howto socialmediaposting discussionforumposting "
    "creativework mediagallery imagegallery podcastepisode episode radioepisode tvepisode videoobject audioobject "
    "interview quotation".split()
)


def plain(value: object) -> str | None:
    """The text of a value: tags and entities out, white space folded; None where there is none.

    A string, a number, ``{"@value": …}`` or an object with a name; of a list the first that has a text.

    >>> plain([{"name": "Fish &amp; <b>Chips</b>"}])
    'Fish & Chips'
    """
    return next(_texts(value, _NESTING), None)


def texts(value: object) -> tuple[str, ...]:
    """The texts of a value, one for each member where it is a list, as `plain` has them."""
    return tuple(_texts(value, _NESTING))


def _texts(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        if text := _clean(value):
            yield text
    elif isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < _LARGEST:
        yield str(value)
    elif depth and isinstance(value, (list, tuple)):
        for member in value:
            yield from _texts(member, depth - 1)
    elif depth and isinstance(value, dict):
        named = (next(_texts(value[key], depth - 1), None) for key in _NAMES if key in value)
        yield from (text for text in (next(filter(None, named), None),) if text)


def _clean(text: str) -> str:
    if "&" in text:
        text = unescaped(text)
        if _ENTITY.search(text):  # escaped once for HTML, and once more for the script
            text = unescaped(text)
    if "<" in text:
        text = _TAG.sub(lambda tag: "" if tag[1].lower() in _INLINE else " ", text)
    return " ".join(text.split())


def unescaped(text: str) -> str:
    """The text with its entities read; as it is where one of them has more digits than Python reads."""
    try:
        return html.unescape(text)
    except ValueError:
        return text


def types_of(node: Node) -> tuple[str, ...]:
    """The node's types without their vocabulary: ``NewsArticle`` for ``http://schema.org/NewsArticle``."""
    declared = node.get("@type", node.get("type"))
    names = declared if isinstance(declared, list) else [declared]
    return tuple(filter(None, (_short(name) for name in names if isinstance(name, str))))


def _short(name: str) -> str:
    return name[max(map(name.rfind, "/#:")) + 1 :].strip()


def flatten(values: Iterable[object]) -> list[Node]:
    """The nodes in `values`, in the order of the page: lists, graphs and main entities opened."""
    nodes: list[Node] = []
    waiting: list[tuple[object, int]] = [(value, 0) for value in values]
    waiting.reverse()
    while waiting and len(nodes) < _MOST_NODES:
        value, depth = waiting.pop()
        if depth > _DEEPEST:
            continue
        inner: list[object] = []
        if isinstance(value, list):
            inner = value
        elif isinstance(value, dict):
            inner = _inner(value)
            if _is_node(value):
                nodes.append(value)
        waiting.extend((member, depth + 1) for member in reversed(inner))
    return nodes


def _is_node(value: Node) -> bool:
    """Whether an object says something, or only holds others (a graph, a list that PHP made an object)."""
    if "@type" in value:
        return True
    return any(not isinstance(v, (dict, list)) for k, v in value.items() if k not in {"@context", "@id"})


def _inner(value: Node) -> list[object]:
    if "@graph" in value:
        return [value["@graph"]]
    if _is_node(value):
        main = value.get("mainEntity")
        return [main] if isinstance(main, dict) else []
    return [v for k, v in value.items() if k != "@context"]


def resolve(nodes: list[Node]) -> list[Node]:
    """The nodes with each reference (``{"@id": …}``) to a node of the page replaced by that node.

    One level deep: references inside what was put in stay as they are, so there is no cycle.
    """
    known: dict[str, Node] = {}
    for node in nodes:
        for candidate in (node, *node.values()):
            if isinstance(candidate, dict) and len(candidate) > _REFERENCE:
                name = candidate.get("@id")
                if isinstance(name, str):
                    known.setdefault(name, candidate)
    return [_resolved(node, known) for node in nodes] if known else nodes


# An object with so many keys only refers: its name, and sometimes its type.
_REFERENCE = 2


def _resolved(node: Node, known: dict[str, Node]) -> Node:
    changed: Node = {}
    for key, value in node.items():
        if isinstance(value, dict):
            target = _target(value, known)
            if target is not None and target is not node:
                changed[key] = target
        elif isinstance(value, list) and any(_target(member, known) for member in value):
            changed[key] = [_target(member, known) or member for member in value]
    return {**node, **changed} if changed else node


def _target(value: object, known: dict[str, Node]) -> Node | None:
    if not isinstance(value, dict) or len(value) > _REFERENCE:
        return None
    name = value.get("@id")
    return known.get(name) if isinstance(name, str) else None


class Own(NamedTuple):
    """What the page says of itself outside of JSON-LD: keys of its addresses, folded titles and headings."""

    addresses: frozenset[str]
    titles: tuple[str, ...]


def is_article(node: Node) -> bool:
    """Whether the node's type is one of the kinds of article, of any publisher's spelling."""
    return any(is_article_type(name) for name in types_of(node))


def is_article_type(name: str) -> bool:
    """Whether the type is one of the kinds of article: ``NewsArticle``, ``BlogPosting``, …"""
    lower = name.lower()
    return lower.endswith("article") or lower in _POSTINGS


# How far a node is the page's own story. The address says most; a headline may be shortened or altered for
# sharing, so that it differs says little; that both differ says that it is another story.
_SAME_ADDRESS = 4
_OTHER_ADDRESS = -3
_SAME_TITLE = 3
_OTHER_TITLE = -1
_ARTICLE = 1


def own_article(nodes: list[Node], own: Own) -> Node:
    """The node of the page's own story, {} where none is.

    What it lacks is filled from other nodes of article types that do not speak of another story.
    """
    ranked: list[tuple[int, Node]] = []
    for node in nodes:
        article = is_article(node)
        if not article and not any(name.lower() in _OTHER_STORIES for name in types_of(node)):
            continue
        rank = _likeness(node, own)
        if rank > _OTHER_ADDRESS + _OTHER_TITLE and (article or rank >= _SAME_TITLE):
            ranked.append((rank + _ARTICLE * article, node))
    if not ranked:
        return {}
    best = max(ranked, key=lambda pair: pair[0])[1]
    story = {key: value for key, value in best.items() if not _is_void(value)}
    for rank, node in ranked:
        if node is not best and rank > 0 and is_article(node):
            story = {**{k: v for k, v in node.items() if not _is_void(v)}, **story}
    return story


def _is_void(value: object) -> bool:
    return value is None or value in ("", [], {})


def _likeness(node: Node, own: Own) -> int:
    addresses = {address_key(text) for text in _addresses(node)} - {""}
    rank = 0
    if addresses and own.addresses:
        rank += _OTHER_ADDRESS if own.addresses.isdisjoint(addresses) else _SAME_ADDRESS
    headlines = [folded(text) for key in ("headline", "name") if (text := plain(node.get(key)))]
    if headlines and own.titles:
        same = any(_alike(headline, title) for headline in headlines for title in own.titles)
        rank += _SAME_TITLE if same else _OTHER_TITLE
    return rank


def _addresses(node: Node) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        for member in value if isinstance(value, list) else (value,):
            if isinstance(member, dict):
                member = member.get("@id") or member.get("url")
            if isinstance(member, str):
                yield member


# A shorter headline may stand in a title by chance.
_TELLING = 15


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _TELLING and shorter in longer


def folded(text: str) -> str:
    """The words of a text in small letters, for comparing what is printed and what is declared."""
    return " ".join(re.findall(r"\w+", text.casefold()))


_SCHEME = re.compile(r"(?:https?:)?//(?:www\.|m\.|amp\.|mobile\.)?", re.IGNORECASE)
_AMP = re.compile(r"(?:/amp|\.amp|\.amp\.html?|\.html?)?/?$", re.IGNORECASE)
_SCRIPT = (".php", ".asp", ".aspx", ".jsp", ".cgi", ".cfm", ".do", ".dll")


def address_key(url: str) -> str:
    """What two addresses of one page have in common; "" for a site's front page and for no web address."""
    match = _SCHEME.match(url.strip())
    if match is None:
        return ""
    address = url.strip()[match.end() :].partition("#")[0]
    path, _, query = address.partition("?")
    host, _, path = path.partition("/")
    path = _AMP.sub("", path.rstrip("/"), count=1)
    if query and (not path or path.lower().endswith(_SCRIPT)):
        return f"{host.lower()}/{path}?{query}"
    return f"{host.lower()}/{path}" if path else ""


def breadcrumbs(nodes: list[Node]) -> tuple[str, ...]:
    """The names of the longest list of breadcrumbs, in the order of their positions."""
    lists = [node for node in nodes if "BreadcrumbList" in types_of(node)]
    lists += [b for node in nodes if isinstance(b := node.get("breadcrumb"), dict)]
    return max((_crumbs(node) for node in lists), key=len, default=())


def _crumbs(node: Node) -> tuple[str, ...]:
    members = node.get("itemListElement")
    members = members if isinstance(members, list) else [members]
    placed: list[tuple[float, str]] = []
    for index, member in enumerate(members):
        name, place = plain(member), float(index)
        if isinstance(member, dict):
            name = plain(member.get("name")) or plain(_without_address(member.get("item")))
            place = _number(member.get("position"), place)
        if name:
            placed.append((place, name))
    return tuple(name for _, name in sorted(placed, key=lambda pair: pair[0]))


def _without_address(item: object) -> object:
    return item if isinstance(item, dict) else None


_PLACE_DIGITS = 9


def _number(value: object, otherwise: float) -> float:
    text = plain(value)
    return float(text) if text and len(text) <= _PLACE_DIGITS and text.isascii() and text.isdigit() else otherwise
