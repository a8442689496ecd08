"""The other pages of the same article: what its pager leads to.

A link is to another page of the article where its address is the article's own but for the number of a page, and
where what it prints bears that out: the number itself, or a few words beside a plain mark such as ``?page=2``. The
pager of the comments, of a section or of a list of other stories is none of it. `rel=next` alone says nothing: most
pages that have it lead to the neighbouring story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import parse_qsl

from cleanscrape.address import address_parts
from cleanscrape.article import Source
from cleanscrape.hint import Hint
from cleanscrape.inline import address, href
from cleanscrape.label import Label
from cleanscrape.reading import Found, Reading

SINGLE_PAGE: Final = "single_page"
"""How the witness of `pages` ends where its one address is that of the whole article, as a profile names it."""

_DIGITS: Final = 3  # of the number of a page in a query: longer ones name stories
_MOST_IN_QUERY: Final = 100
_MOST: Final = 100  # pages of one article that are kept
_WORDS: Final = "page|seite|p[aá]gina|strona|sayfa|sida|side|sivu|halaman|stranica|strana|oldal|pag|pg|p"
_KEYS: Final = frozenset(
    "page p pg pag paged pageno page_no pagenum page_num pagenumber page_number pn seite pagina strona sayfa sida "
    "side sivu halaman".split()
)
# Parts of a query that make no other page of an address.
_NEUTRAL: Final = re.compile(r"(?:utm_\w+|\w*clid|ref|from|source|locale|lang|language|amp)$", re.IGNORECASE)
# The number as a step of its own: /story/2, /story/page/2, /story/seite-2.
_STEP: Final = re.compile(rf"/(?:(?:{_WORDS})[-_/.]?)?(\d{{1,3}})$", re.IGNORECASE)
# The number behind a word for page: story-seite-2, story_p2.
_NAMED_TAIL: Final = re.compile(rf"[-_,.;](?:{_WORDS})[-_=]?(\d{{1,3}})$", re.IGNORECASE)
_TAIL: Final = re.compile(r"(?<=\w)[-_,.;](\d{1,3})$")  # story-2: the names of stories and sequels end so too
_ENDING: Final = re.compile(r"(?:/(?:index|default))?(?:\.[a-z]{2,5})?$", re.IGNORECASE)
_SCRIPT: Final = re.compile(r"\.(?:php\d?|aspx?|jsp|cgi|cfm|do|dll)$", re.IGNORECASE)
_HOST: Final = re.compile(r"^(?:www|m|amp|mobile)\.")
_PRINTED: Final = re.compile(
    rf"\W*(?:(?:{_WORDS})\W*)?(\d{{1,3}})\W*(?:(?:of|von|de|di|van|av|z)?\W*\d{{1,3}}\W*)?", re.I
)
_SHORT: Final = 25  # characters of a link that may say "on to the next page", in whatever language
_REL: Final = re.compile(r'\srel="[^"]*\b(?:next|prev)', re.IGNORECASE)
_NO_PAGE: Final = re.compile(r"comment|respond|disqus|reply|load-?more|infinite", re.IGNORECASE)
_ABOVE: Final = 12  # pieces before the article in which its pager is looked for
_BELOW: Final = 40  # pieces after it
_NO_STORY: Final = frozenset({"forum", "product"})
# Headings that are links, beside the text: the page lists stories. Of 18 pages with a pager that are no article, 13
# have as many; of 8 articles in parts none has more than five.
_LISTED: Final = 8
# Past these a number leads on in them. A box of related stories may stand between an article and its pager.
_OTHER_LISTS: Final = frozenset({Label.COMMENTS, Label.RECENT_STORIES})


class _Place(NamedTuple):
    """An address as a page of something: what it is a page of, the number in it, whether that is plainly a page's."""

    stem: str
    query: frozenset[tuple[str, str]]
    mark: int | None
    is_plain: bool


class _Link(NamedTuple):
    """A link that may be to another page: where to, the number that it prints, whether it says "next" or "previous"."""

    url: str
    printed: int | None
    is_beside: bool


def read_pages(reading: Reading) -> Found[tuple[str, ...]] | None:
    """The addresses of the article's other pages, in order.

    Who joins them begins with the first page, and goes on from each page to the first of its `pages` that has not
    been read: that is the next one, also where a pager leaves numbers out. Where a profile finds the link to the
    article on one page, that is the only address, and the witness ends in `SINGLE_PAGE`.
    """
    for name in (SINGLE_PAGE, "next_page"):
        for given in reading.prints.get(name, ()):
            url = _absolute(given.url or given.text, reading)
            if url:
                return Found((url,), source=Source(given.by, url))
    numbered = page_links(reading)
    if not numbered or reading.value("kind") in _NO_STORY or _lists_stories(reading):
        return None
    numbers = ", ".join(map(str, list(numbered)[:10]))
    return Found(tuple(numbered.values())[:_MOST], source=Source("pager", f"links to {numbers}"))


def _lists_stories(reading: Reading) -> bool:
    first, end = reading.near()
    stretch = reading.blocks.pieces[first:end]
    linked = (p for p in stretch if p.kind == "heading" and (p.outer is not None or 2 * p.link_chars > len(p.text)))
    return sum(1 for _ in linked) >= _LISTED


def page_links(reading: Reading) -> dict[int, str]:
    """The other pages of the article that a page links to: their numbers, from 1, in order, to their addresses."""
    addresses = dict.fromkeys((reading.page.url, reading.page.linked.canonical))
    owns = [own for url in addresses if url for own in _places(url)]
    links: dict[_Place, list[tuple[_Place, _Link]]] = {}
    for link in _links(reading, {own.stem.rpartition("/")[2] for own in owns}):
        pairs = ((own, place) for place in _places(link.url) for own in owns if _is_other(place, own))
        found = next(pairs, None)
        if found is not None:
            links.setdefault(found[0], []).append((found[1], link))
    return max((_numbered(own, each) for own, each in links.items()), key=len, default={})


def comes_before(url: str, other: str) -> bool:
    """Whether an address is that of an earlier page of the same article than another.

    >>> comes_before("https://post.example/quay", "https://post.example/quay?page=2")
    True
    """
    pairs = ((one, two) for one in _places(url) for two in _places(other) if _is_other(one, two) or _is_other(two, one))
    one, two = next(pairs, (None, None))
    return one is not None and two is not None and (one.mark or 0) < (two.mark or 0)


def _numbered(own: _Place, links: list[tuple[_Place, _Link]]) -> dict[int, str]:
    """The links that are borne out, by the number of their page: sites count from one, or from nought."""
    ahead = [link.printed - (place.mark or 0) for place, link in links if link.printed is not None and place.mark]
    first = 0 if 1 in ahead and 0 not in ahead else 1
    here = _number(own, first)
    found: dict[int, str] = {}
    for place, link in links:
        number = _number(place, first)
        if link.printed is None:
            is_borne_out = abs(number - here) == 1 and (link.is_beside or (place.is_plain and own.is_plain))
        else:
            is_borne_out = link.printed == number
        if is_borne_out and number != here:
            found.setdefault(number, link.url)
    return dict(sorted(found.items()))


def _number(place: _Place, first: int) -> int:
    return 1 if place.mark is None else place.mark + 1 - first


def _absolute(href: str | None, reading: Reading) -> str | None:
    url = address(href, reading.base())
    return url.partition("#")[0] if url else None


def _links(reading: Reading, names: set[str]) -> Iterator[_Link]:
    """The links of the page's head to its neighbours, then those of the print that may be part of a pager.

    `names` are last steps of the page's own address: a link that holds none of them, nor only a query, is passed over.
    """
    relations = reading.page.linked.links
    for name in ("prev", "previous", "next"):
        for url in relations.get(name, ()):
            yield _Link(url.partition("#")[0], None, is_beside=True)
    for raw, text in _short_links(reading):
        if ('href="?' in raw or any(name in raw for name in names)) and not _NO_PAGE.search(raw):
            url = _absolute(href(raw), reading) or ""
            printed = _PRINTED.fullmatch(text)
            yield _Link(url, int(printed[1]) if printed else None, is_beside=bool(_REL.search(raw)))


def _short_links(reading: Reading) -> list[tuple[str, str]]:
    """The links with short texts around the article: (start tag, text)."""
    first, end = reading.near()
    pieces = reading.blocks.pieces
    labels = reading.labels
    stop = min(len(pieces), end + _BELOW)
    for index in range(end, stop):
        given = labels[index]
        if given is not None and given.label in _OTHER_LISTS:
            stop = index
            break
    linked = [piece for piece in pieces[max(0, first - _ABOVE) : stop] if piece.links]
    return [
        link
        for piece in linked
        if not piece.node.hints & Hint.COMMENTS
        for link in piece.links
        if len(link[1]) <= _SHORT
    ]


def _is_other(place: _Place, own: _Place) -> bool:
    """Whether an address is another page of what an address of this page is a page of."""
    if place.mark == own.mark or place.stem != own.stem:
        return False
    # A script's query says what it shows; behind the name of a story it says where the reader comes from.
    return place.query == own.query or (place.query < own.query and not _SCRIPT.search(own.stem))


@lru_cache(maxsize=256)
def _places(url: str) -> tuple[_Place, ...]:
    """What an address may be a page of: the whole of it, and what is left of it without the number of a page."""
    parts = address_parts(url)
    try:
        query = dict(parse_qsl(parts.query, max_num_fields=_MOST_IN_QUERY))
    except ValueError:  # a query without end
        return ()
    whole = parts.path.rstrip("/")
    if parts.scheme not in ("http", "https") or not whole:
        return ()  # pages of a front page are no article
    host = _HOST.sub("", (parts.hostname or "").lower(), count=1)
    rest = {key: value for key, value in query.items() if not _NEUTRAL.match(key)}
    paged = [key for key in rest if key.lower() in _KEYS and rest[key].isascii() and rest[key].isdigit()]
    stem = host + (whole if _SCRIPT.search(whole) else _ENDING.sub("", whole, count=1))
    if len(paged) == 1 and len(rest[paged[0]]) <= _DIGITS:
        mark = int(rest.pop(paged[0]))
        return (_Place(stem, frozenset(rest.items()), mark, is_plain=True),)
    found = [_Place(stem, frozenset(rest.items()), None, is_plain=True)]
    for pattern, is_plain in ((_STEP, True), (_NAMED_TAIL, True), (_TAIL, False)):
        match = pattern.search(stem)
        if match is not None and "/" in stem[: match.start()]:
            shorter = _ENDING.sub("", stem[: match.start()], count=1)
            found.append(_Place(shorter, frozenset(rest.items()), int(match[1]), is_plain))
            break
    return tuple(found)
