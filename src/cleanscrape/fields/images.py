"""The article's pictures: those printed with the body, and the lead that the page declares."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from cleanscrape.article import Image, Source
from cleanscrape.block import Node, attributes
from cleanscrape.inline import address
from cleanscrape.label import Label
from cleanscrape.linked import plain
from cleanscrape.reading import Found, Reading

# The attributes that hold a picture's address, the largest first: lazy loading leaves a stand-in in `src`.
_SETS: Final = ("data-srcset", "data-lazy-srcset", "srcset")
_ADDRESSES: Final = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-hi-res-src",
    "data-url",
    "src",
)
# Where no candidate begins at a word, none begins within it: the word is passed over, which keeps the time linear.
_CANDIDATE: Final = re.compile(r"(\S+?)(?:\s+([\d.]+)([wx]))?\s*(?:,\s+|,(?=\S[^\s:]*:)|$)|\S+")
_SMALLEST: Final = 90  # pixels; a picture declared smaller in either direction is an icon, a face or a counter
_NO_PICTURE: Final = re.compile(
    r"(?:^|[/_.\-])(?:pixel|spacer|blank|transparent|1x1|loading|placeholder|avatar|gravatar|sprite|logo|icon|emoji|"
    r"favicon|badge|button|tracking|beacon)(?:[/_.\-]|$)|\.svg(?:\?|$)|^data:",
    re.IGNORECASE,
)
_MOST: Final = 100  # pictures of an article that are kept
_CREDIT: Final = re.compile(
    r"(?:^|[\s.(|\[])((?:photo(?:graph)?s?|foto|fotos|image|bild|picture|credit|crédits?|quelle|source|©|\(c\))"
    r"(?:\s+(?:by|credit|von|de|di|door|av))?\s*[:/©]?\s*[^.()\[\]|]{2,80})[)\]]?\.?$",
    re.IGNORECASE,
)


def read_images(reading: Reading) -> Found[tuple[Image, ...]] | None:
    """The pictures, the lead first; each address once."""
    declared = _declared(reading)
    printed = list(_printed(reading)) if reading.blocks.is_markup else []
    lead = next((image for image in printed if image.is_lead), None)
    if declared is not None and (lead is None or _same(lead.url, declared)):
        kept = [Image(declared, alt=lead.alt, caption=lead.caption, credit=lead.credit, is_lead=True) if lead else
                Image(declared, is_lead=True)]  # fmt: skip
        printed = [image for image in printed if image is not lead]
    else:
        kept = []
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
        url = address(value, reading.page.url or linked.canonical) if value else None
        if url and not _NO_PICTURE.search(url):
            return url
    return None


def _stem(url: str) -> str:
    """An address without its size: the same picture at another width is the same picture."""
    path = url.split("?", 1)[0].rsplit("/", 1)[-1]
    return re.sub(r"[-_](?:\d+x\d+|scaled|\d{2,4}w?)(?=\.\w+$)", "", path).casefold() or url


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
    figures = [n for n in blocks.nodes if n.tag.name == "figure" and n.stop > start and n.start < stop]
    is_first = True
    for at, raw in blocks.tags("img", start, stop):
        named = attributes(raw)
        url = best_address(named, reading.page.url)
        if url is None:
            continue
        figure = next((f for f in figures if f.start <= at < f.stop), None)
        caption, credit = _caption(reading, figure)
        is_lead = is_first and at < blocks.pieces[body[min(2, len(body) - 1)]].start
        is_first = False
        yield Image(url, alt=named.get("alt") or None, caption=caption, credit=credit, is_lead=is_lead)


def best_address(attributes: dict[str, str], base: str | None) -> str | None:
    """The address of a picture at its largest, or None for icons and pixels."""
    for side in ("width", "height"):
        size = attributes.get(side, "").removesuffix("px")
        if size.isdecimal() and int(size) < _SMALLEST:
            return None
    for name in _SETS:
        if name in attributes:
            widest = _widest(attributes[name])
            url = address(widest, base)
            if url and not _NO_PICTURE.search(url):
                return url
    for name in _ADDRESSES:
        url = address(attributes.get(name), base)
        if url and not _NO_PICTURE.search(url):
            return url
    return None


def _widest(candidates: str) -> str | None:
    best: tuple[float, str] | None = None
    for match in _CANDIDATE.finditer(candidates[:10_000]):
        size = float(match[2] or 1) if (match[2] or "1").count(".") < 2 else 1.0
        if match[1] and (best is None or size > best[0]):
            best = size, match[1]
    return best[1] if best else None


def _caption(reading: Reading, figure: Node | None) -> tuple[str | None, str | None]:
    """The caption and credit printed in a figure."""
    if figure is None:
        return None, None
    texts = []
    for index in range(figure.first, figure.end):
        given = reading.labels[index]
        if given is not None and given.label in (Label.CAPTION, Label.CREDIT):
            texts.append(reading.blocks.pieces[index].text)
    caption = " ".join(texts) or None
    match = _CREDIT.search(caption) if caption else None
    return caption, match[1].strip() if match else None
