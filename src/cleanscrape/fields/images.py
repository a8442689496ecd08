"""The article's pictures: those printed with the body, and the lead that the page declares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from cleanscrape.article import Image, Source
from cleanscrape.block import Node, Piece, attributes
from cleanscrape.fields.credit import Caption, read_caption
from cleanscrape.inline import address
from cleanscrape.label import BOILERPLATE, Label
from cleanscrape.linked import plain
from cleanscrape.reading import Found, Reading

# The attributes that hold a picture's address, the largest first: lazy loading leaves a stand-in in `src`.
_SETS: Final = ("data-srcset", "data-lazy-srcset", "srcset")
_ADDRESSES: Final = (
    "data-full-src",
    "data-large-file",
    "data-orig-file",
    "data-hi-res-src",
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazyload",
    "data-lazy",
    "data-cfsrc",
    "data-url",
    "src",
)
# Where no candidate begins at a word, none begins within it: the word is passed over, which keeps the time linear.
_CANDIDATE: Final = re.compile(r"(\S+?)(?:\s+([\d.]+)([wx]))?\s*(?:,\s+|,(?=\S[^\s:]*:)|$)|\S+")
_BARE_SIZE: Final = re.compile(r"[\d.]+[wx]")  # a candidate whose address is missing
_SMALLEST: Final = 90  # pixels; a picture declared smaller in either direction is an icon, a face or a counter
_SIZE: Final = re.compile(r"[-_](?:\d+x\d+|scaled|\d{2,4}w?)(?=\.\w+$)")  # at the end of a file's name
_NO_PICTURE: Final = re.compile(
    r"(?:^|[/_.\-])(?:\w*pixel|spacer|blank|transparent|1x1|loading|placeholder|avatar|gravatar|sprite|logo|icon|emoji|"
    r"favicon|badge|button|tracking|beacon|author[-_]?photo|no[-_]?image|default[-_](?:image|og|share|social|thumb\w*))(?:[/_.\-]|$)|\.svg(?:\?|$)|^data:",
    re.IGNORECASE,
)
# The size that an address asks for: of pictures as small as this, one in twenty on real pages shows the story.
_SIZE_ASKED: Final = re.compile(r"(?<![\dA-Za-z])(\d{1,4})x(\d{1,4})(?!\d)|[?&;]w(?:idth)?=(\d{1,4})\b", re.IGNORECASE)
_SMALLEST_ASKED: Final = 150
_NO_ALT: Final = re.compile(r"(?:^|\b)(?:avatar|logo|icon|author photo)\b", re.IGNORECASE)
_SOURCES_BEFORE: Final = 12  # tokens before an ``img`` in which its ``source`` elements stand
_MOST_BESIDE: Final = 12  # pieces of the smallest element with text around a picture, that is a box of its own
_ELSEWHERE: Final = BOILERPLATE - {Label.MEDIA_CHROME, Label.OTHER, Label.NAVIGATION, Label.TIMESTAMP, Label.FOOTER}
_MOST: Final = 100  # pictures of an article that are kept


def read_images(reading: Reading) -> Found[tuple[Image, ...]] | None:
    """The pictures, the lead first; each address once."""
    declared = _declared(reading)
    printed = list(_printed(reading)) if reading.blocks.is_markup else []
    kept = []
    if declared is not None:
        # The house's own choice: it also heads the page, or stands in it, or is shown where the story is shared.
        lead = next((image for image in printed if _same(image.url, declared)), None)
        same = lead or Image(declared)
        kept = [Image(declared, alt=same.alt, caption=same.caption, credit=same.credit, is_lead=True)]
        printed = [replace(image, is_lead=False) for image in printed if image is not lead]
    seen = {_stem(image.url) for image in kept}
    for image in printed:
        stem = _stem(image.url)
        if stem not in seen:
            seen.add(stem)
            kept.append(image)
    if not kept:
        return None
    by = "print" if declared is None else "meta"
    return Found(tuple(kept[:_MOST]), source=Source(by, kept[0].url))


def _declared(reading: Reading) -> str | None:
    given = reading.prints.get("lead_image")
    if given:
        return address(given[0].url or given[0].text, reading.page.url)
    linked = reading.page.linked
    image: Any = linked.article.get("image")
    while isinstance(image, (list, tuple)) and image:
        image = image[0]
    if isinstance(image, dict):
        image = image.get("url") or image.get("contentUrl")
    meta = linked.meta
    for value in (
        *(meta.get("og:image:secure_url") or meta.get("og:image") or ()),
        plain(image),
        *meta.get("twitter:image", ()),
        *meta.get("twitter:image:src", ()),
    ):
        url = address(value, reading.base()) if value else None
        if url and not _NO_PICTURE.search(url):
            return url
    return None


def _stem(url: str) -> str:
    """An address without its size: the same picture at another width is the same picture."""
    path = url.split("?", 1)[0].rsplit("/", 1)[-1]
    return _SIZE.sub("", path).casefold() or url


def _same(one: str, other: str) -> bool:
    return _stem(one) == _stem(other)


def _printed(reading: Reading) -> Iterable[Image]:
    """The pictures between the headline and the end of the body, in order."""
    body = reading.body()
    if not body:
        return
    blocks = reading.blocks
    first, end = reading.near()
    start, stop = blocks.pieces[first].start, blocks.pieces[end - 1].stop
    tags = blocks.tags("img", start, stop)
    if not tags:
        return
    around = [node for node in blocks.nodes if node.stop > start and node.start < stop]
    top = blocks.pieces[body[min(2, len(body) - 1)]].start
    is_first = True
    for (at, raw), node in zip(tags, _innermost(around, [at for at, _ in tags]), strict=True):
        named = attributes(raw)
        url = best_address(named, reading.page.url) or _of_sources(
            blocks.tags("source", max(start, at - _SOURCES_BEFORE + 1), at), reading.page.url
        )
        if url is None or _stands_elsewhere(reading, node) or _NO_ALT.search(named.get("alt", "")):
            continue
        caption, credit = _caption(reading, _figure(node))
        credit = credit or " ".join(named.get("data-credit", "").split()) or None
        yield Image(url, alt=named.get("alt") or None, caption=caption, credit=credit, is_lead=is_first and at < top)
        is_first = False


def _innermost(nodes: Sequence[Node], places: Sequence[int]) -> Iterable[Node | None]:
    """The innermost of some elements around each of some tokens; both in the order of the page."""
    waiting = iter(nodes)
    upcoming = next(waiting, None)
    around: list[Node] = []
    for at in places:
        while upcoming is not None and upcoming.start <= at:
            around.append(upcoming)
            upcoming = next(waiting, None)
        while around and around[-1].stop <= at:
            around.pop()
        yield around[-1] if around else None


def _figure(node: Node | None) -> Node | None:
    while node is not None and node.tag.name != "figure":
        node = node.parent
    return node


def _stands_elsewhere(reading: Reading, node: Node | None) -> bool:
    """Whether a picture goes with other text than the article's: a teaser's, an author's, an advertisement's."""
    while node is not None and node.first == node.end:
        node = node.parent
    if node is None or node.end - node.first > _MOST_BESIDE:
        return False
    labels = [given.label for i in range(node.first, node.end) if (given := reading.labels[i]) is not None]
    return bool(labels) and all(label in _ELSEWHERE for label in labels)


def _of_sources(sources: Sequence[tuple[int, str]], base: str | None) -> str | None:
    """The largest picture that the ``source`` elements right before an ``img`` offer: it may hold but a stand-in."""
    urls = (best_address(attributes(raw), base) for _, raw in reversed(sources))
    return next(filter(None, urls), None)


def best_address(attributes: dict[str, str], base: str | None) -> str | None:
    """The address of a picture at its largest, or None for icons and pixels."""
    for side in ("width", "height"):
        size = attributes.get(side, "").removesuffix("px")
        if size.isdecimal() and int(size) < _SMALLEST:
            return None
    for name in (*_SETS, *_ADDRESSES):
        if name in attributes:
            value = attributes[name]
            url = address(_widest(value) if name in _SETS else value, base)
            if url and not _NO_PICTURE.search(url) and not _is_small(url):
                return url
    return None


def _is_small(url: str) -> bool:
    """Whether an address asks for a picture of an icon's or a face's size."""
    sizes = [[int(side) for side in match.groups() if side] for match in _SIZE_ASKED.finditer(url)]
    return bool(sizes) and max(map(max, sizes)) <= _SMALLEST_ASKED


def _widest(candidates: str) -> str | None:
    best: tuple[float, str] | None = None
    for match in _CANDIDATE.finditer(candidates[:10_000]):
        size = float(match[2] or 1) if (match[2] or "1").count(".") < 2 else 1.0
        if match[1] and not _BARE_SIZE.fullmatch(match[1]) and (best is None or size > best[0]):
            best = size, match[1]
    return best[1] if best else None


def _caption(reading: Reading, figure: Node | None) -> Caption:
    """The caption and credit printed in a figure."""
    if figure is None:
        return Caption(None, None)
    printed: dict[Label, list[Piece]] = {Label.CAPTION: [], Label.CREDIT: []}
    for index in range(figure.first, figure.end):
        given = reading.labels[index]
        if given is not None and given.label in printed:
            printed[given.label].append(reading.blocks.pieces[index])
    return read_caption(reading.blocks, printed[Label.CAPTION], printed[Label.CREDIT])
