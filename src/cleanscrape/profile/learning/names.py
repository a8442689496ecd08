"""What an element may be called in a selector that still holds next month: names that people gave, not machines.

Ids and classes with numbers in them, hashes of style compilers (``css-1x2y3z``, ``sc-a1b2``, ``_3fQ9k``) and state
(``is-open``) are left out. Of a name with a hash behind it (``ArticleBody-dDoYjY``) the part before the hash is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple


class Name(NamedTuple):
    """A compound selector for one element, and what it costs: the less, the longer it is likely to hold."""

    cost: float
    css: str


# Names of two letters are mostly counted out by machines.
_PLAIN: Final = re.compile(r"-?[A-Za-z_][\w-]{2,50}", re.ASCII)
_VALUE: Final = re.compile(r"[A-Za-z][\w -]{1,40}", re.ASCII)
_PARTS: Final = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*|\d+")
_VOWELS: Final = frozenset("aeiouyAEIOUY")
# Names that say how an element looks or what state it is in.
# What style compilers write; short names without a separator beside it are theirs too.
_COMPILED: Final = re.compile(r"(?:sc|css|jsx|jss|svelte|emotion|astro|styled|makeStyles)-?[\w-]*", re.ASCII)
_SHORT_HASH: Final = re.compile(r"[A-Za-z0-9]{4,8}", re.ASCII)
_PAINT: Final = re.compile(
    r"(?:[mp][trblxyse]?|w|h|min|max|col|row|flex|grid|gap|text|bg|border|rounded|font|leading|tracking|space|inset|top|"
    r"left|right|bottom|z|order|float|align|justify|items|self|overflow|shadow|opacity|d|u|g|size|width|height|span|"
    r"hidden|visible|block|inline|relative|absolute|fixed|sticky|clearfix|cf|clear|container|wrapper|wrap|inner|outer|"
    r"row|column|grid|box|bold|small|large|big|lg|md|sm|xl|xs|print|no|uk|mb|mt|ml|mr|pt|pb|pl|pr|px|py|mx|my)"
    r"(?:[-_].*)?|.*--.*",
    re.IGNORECASE,
)
_STATE: Final = re.compile(
    r"(?:is|has|js|lazy|active|open|closed?|show|hide|first|last|odd|even|current|loaded|loading|initiali[sz]ed|wp|"
    r"selected|expanded|collapsed|animated?|visible|dark|light|theme|premium|free|paid|locked|subscriber)(?:[-_].*)?",
    re.IGNORECASE,
)
# How a page is sold may differ from story to story.
_WALLED: Final = re.compile(r"paywall|premium|subscri|metered|locked|sponsored|regwall", re.IGNORECASE)
# What a theme says on the element of one story: where it is filed, which number it has.
_FILED: Final = re.compile(
    r"(?:post|category|tag|author|channel|format|status|type|term|topic|section|page|single|sponsor|story|article|"
    r"ressort|rubrik|hentry|has|group|primary|publication|site)[-_].*",
    re.IGNORECASE,
)
_ATTRIBUTES: Final = (
    "itemprop", "data-testid", "data-test-id", "data-qa", "data-component", "data-component-name", "data-type",
    "data-module", "data-block", "data-name", "data-role", "data-area", "data-gtm-element", "data-track-module",
    "data-element", "data-ct-area", "role", "rel", "property", "slot",
)  # fmt: skip
_RELATIONS: Final = ("author", "tag", "category tag")  # of a link; the others are for search engines
_MEANING: Final = frozenset("time figcaption aside address nav header footer form figure cite".split())
_SINGLE: Final = frozenset(("article", "main", "h1"))  # of which a page has one, mostly
_ATTRIBUTE: Final = 0.1
_ID: Final = 0.2
_CLASS: Final = 0.1
_BARE: Final = 1.2
_BARE_MEANING: Final = 0.8
_BARE_SINGLE: Final = 0.5
_CUT: Final = 0.8  # a name with its hash cut off
_PAINTED: Final = 1.5
_STATED: Final = 2.0
_NUMBERED: Final = 0.4
_MANY: Final = 8  # an element of more classes carries those of its filing
_FILING: Final = 1.2
_LETTER: Final = 0.004  # what a letter costs: of equal names the shorter
_MOST: Final = 8
_PAIRED: Final = 4  # classes of which two together are tried


def names_of(element: Any) -> tuple[Name, ...]:
    """The names of an element, the best first; its bare tag is the last."""
    tag = element.tag
    found = [*_of_id(element, tag), *_of_attributes(element, tag), *_of_classes(element, tag)]
    bare = Name(_BARE_SINGLE if tag in _SINGLE else _BARE_MEANING if tag in _MEANING else _BARE, tag)
    kept = sorted(Name(name.cost + _LETTER * len(name.css), name.css) for name in found)
    return (*kept[:_MOST], bare)


def is_stem(name: Name) -> bool:
    """Whether a selector names the part of a class before its hash."""
    return "[class*=" in name.css


def is_named(element: Any) -> bool:
    """Whether an element has a name beyond its tag."""
    return len(names_of(element)) > 1


def _of_id(element: Any, tag: str) -> Iterator[Name]:
    name = element.get("id")
    if name and _PLAIN.fullmatch(name) and not any(map(str.isdigit, name)) and not is_hashed(name):
        yield Name(_ID, f"{tag}#{name}" if tag not in ("div", "section") else f"#{name}")


def _of_attributes(element: Any, tag: str) -> Iterator[Name]:
    for attribute in _ATTRIBUTES:
        value = element.get(attribute)
        if attribute == "rel" and value not in _RELATIONS:
            continue
        if value and _VALUE.fullmatch(value) and not any(map(str.isdigit, value)) and not is_hashed(value):
            yield Name(_ATTRIBUTE, f"{tag}[{attribute}='{value}']")


def _of_classes(element: Any, tag: str) -> Iterator[Name]:
    classes = (element.get("class") or "").split()
    many = len(classes) > _MANY
    if any(map(_COMPILED.fullmatch, classes)):
        classes = [name for name in classes if not _COMPILED.fullmatch(name) and not _SHORT_HASH.fullmatch(name)]
    elif any(map(_without_hash, classes)):  # such compilers write a bare hash beside it
        classes = [name for name in classes if name.islower() or not _SHORT_HASH.fullmatch(name)]
    good: list[Name] = []
    for name in dict.fromkeys(classes):
        stem = _without_hash(name)
        if stem is not None:
            yield Name(_CUT, f"{tag}[class*='{stem}']")
        elif _PLAIN.fullmatch(name) and not is_hashed(name):
            good.append(Name(_class_cost(name, many=many), f".{name}"))
    good.sort()
    for name in good:
        yield Name(name.cost, tag + name.css)
    for one, other in pairwise(good[:_PAIRED]):
        yield Name(one.cost + other.cost / 2 + _CLASS, f"{tag}{one.css}{other.css}")


@lru_cache(maxsize=4096)
def _class_cost(name: str, *, many: bool) -> float:
    cost = _CLASS
    if _PAINT.fullmatch(name):
        cost += _PAINTED
    if _STATE.fullmatch(name) or _WALLED.search(name):
        cost += _STATED
    if any(map(str.isdigit, name)):
        cost += _NUMBERED
    if many and _FILED.fullmatch(name):
        cost += _FILING
    return cost


@lru_cache(maxsize=4096)
def is_hashed(name: str) -> bool:
    """Whether a machine made a name.

    >>> [is_hashed(name) for name in ("css-1x2y3z", "sc-bdVaJa", "_3fQ9k", "articleBody", "story-text", "h-card")]
    [True, True, True, False, False, False]
    """
    return any(_is_random(part) for part in re.split(r"[-_]+", name)) or bool(re.search(r"\d{3,}", name))


_SHORTEST_HASH: Final = 5
_SHORT: Final = 7
_STUMP: Final = 2
_TURNS: Final = 3.0  # letters between two turns of case, on the mean; words have more


def _is_random(part: str) -> bool:
    if len(part) < _SHORTEST_HASH or part.isdigit():
        return False
    if re.search(r"[A-Za-z]\d+[A-Za-z]|\d[A-Za-z]+\d", part):
        return True
    if len(part) <= _SHORT and not part.isalpha() and part != part.lower() != part.upper():
        return True
    if part.isalpha() and not part.isupper():
        runs = _PARTS.findall(part)
        vowels = sum(letter in _VOWELS for letter in part)
        if len(runs) > 1 and len(part) <= _SHORT and any(len(run) <= _STUMP for run in runs[1:]):
            return True
        if len(runs) > 2 and len(part) < _TURNS * len(runs):
            return True
        return vowels == 0 or (len(runs) > 1 and len(part) < 2 * _TURNS + 2 and vowels * 5 < len(part))
    return False


_HASH_BEHIND: Final = re.compile(r"([A-Za-z][A-Za-z]*(?:[-_]+[A-Za-z]+)*?[-_]{1,2})([A-Za-z0-9]{5,10}|\d+)(?:-\d+)?")
# How modules of style sheets are compiled: ``Part_name__h4sh5``, where the hash may read as a word.
_MODULE: Final = re.compile(r"([A-Z][A-Za-z0-9]*_[A-Za-z0-9]+__)[\w-]{5}")
# How components are compiled: ``PartName-hAShED``, five or six letters in neither small letters nor as a name.
_STYLED: Final = re.compile(r"((?:[A-Z][a-z]+){2,}-)(?![A-Z]?[a-z]+$)[A-Za-z]{5,6}")
_SHORTEST_STEM: Final = 6


def lasting(name: str) -> str | None:
    """What of a class or id the next build of a site still has: the name, its part before the hash, or nothing.

    >>> [lasting(name) for name in ("story-text", "ArticleBody_root__2gF81", "css-10spavb")]
    ['story-text', 'ArticleBody_root__', None]
    """
    if _COMPILED.fullmatch(name):
        return None
    return _without_hash(name) or (None if is_hashed(name) else name)


def _without_hash(name: str) -> str | None:
    """The part of a name before its hash, where what is left says something.

    >>> _without_hash("ArticleBody-dDoYjY"), _without_hash("story_text__3fQ9k"), _without_hash("css-1x2y3z")
    ('ArticleBody-', 'story_text__', None)
    """
    named = _MODULE.fullmatch(name) or _STYLED.fullmatch(name)
    if named is not None:
        return named[1]
    match = _HASH_BEHIND.fullmatch(name)
    if match is None or not _is_random(match[2]) or len(match[1]) < _SHORTEST_STEM or is_hashed(match[1]):
        return None
    return match[1]
