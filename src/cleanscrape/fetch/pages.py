"""Articles in parts: the pages that an article's pager leads to, joined in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from cleanscrape.article import Article, Block, Image, Removed
from cleanscrape.errors import CleanscrapeError
from cleanscrape.fetch.location import shown
from cleanscrape.fields.pages import SINGLE_PAGE, comes_before

# What a site repeats at the top of each page: dek, headings, captions. Short items, rows of tables and lines of code
# may be alike in earnest.
_ONCE: Final = frozenset({"paragraph", "heading", "quote", "caption"})
_LONG_ITEM: Final = 40  # characters of an item that is not written twice by chance


def whole_article(article: Article, read: Callable[[str], Article], most: int) -> Article:
    """An article with the texts of its other pages, from the first one on.

    From each page the way leads to the first of its `pages` that has not been read. Where the profile knows the
    address of the article on one page, that is read in place of all. A page that cannot be read ends the way, and the
    article's `warnings` say so.

    Args:
        article: one of its pages.
        read: gives the article at an address.
        most: how many pages are read in all.
    """
    if not article.pages or most <= 1:
        return article
    parts = [article]
    warnings: list[str] = []
    try:
        if article.sources["pages"].by.endswith(SINGLE_PAGE):
            return replace(read(article.pages[0]), pages=())
        if comes_before(article.pages[0], article.url or ""):
            parts = [read(article.pages[0])]
        _go_on(parts, article, read, most, warnings)
    except CleanscrapeError as error:
        warnings.append(f"pages: the article has another page that could not be read: {error}")
    return _joined(parts, warnings)


def _go_on(
    parts: list[Article], given: Article, read: Callable[[str], Article], most: int, warnings: list[str]
) -> None:
    """Add the pages that follow the last of `parts`; `given` has been read already."""
    known = {part.url for part in parts}
    while True:
        last = parts[-1]
        ahead = (url for url in last.pages if url not in known and not comes_before(url, last.url or ""))
        url = next(ahead, None)
        if url is None:
            return
        if len(parts) == most:
            warnings.append(f"pages: {most} were read, {shown(url)} comes next: pass FetchLimits(pages=...) for more")
            return
        known.add(url)
        step = given if url == given.url else read(url)
        if step.url != url and step.url in known:
            return  # it leads back to a page that has been read
        known.add(step.url)
        if not _is_new(step, parts):
            return  # sites show their last page for any number after it
        parts.append(step)


def _is_new(step: Article, parts: Sequence[Article]) -> bool:
    """Whether a page has a text that no page before it has."""
    before = {block.text for part in parts for block in part.body}
    return any(block.text not in before for block in step.body)


def _joined(parts: Sequence[Article], warnings: list[str]) -> Article:
    """One article of several pages: the first one's fields, everybody's text, pictures and rest."""
    first, *others = parts
    said = [warning for part in parts for warning in part.warnings]
    return replace(
        first,
        body=_bodies(parts),
        images=_images(parts),
        removed=_removed(parts),
        pages=tuple(part.url for part in others if part.url),
        confidence=min(part.confidence for part in parts),
        warnings=tuple(dict.fromkeys([*said, *warnings])),
    )


def _bodies(parts: Sequence[Article]) -> tuple[Block, ...]:
    """The bodies in order; what an earlier page has said already is said once."""
    body: list[Block] = []
    said: set[tuple[str, str]] = set()
    for part in parts:
        body += [block for block in part.body if (block.kind, block.text) not in said or not _is_once(block)]
        said |= {(block.kind, block.text) for block in part.body}
    return tuple(body)


def _is_once(block: Block) -> bool:
    return block.kind in _ONCE or (block.kind == "list" and len(block.text) >= _LONG_ITEM)


def _images(parts: Sequence[Article]) -> tuple[Image, ...]:
    images: dict[str, Image] = {}
    for part in parts:
        for image in part.images:
            images.setdefault(image.url, replace(image, is_lead=image.is_lead and part is parts[0]))
    return tuple(images.values())


def _removed(parts: Sequence[Article]) -> tuple[Removed, ...]:
    """The rest of all pages; what stands around each of them is kept once."""
    return tuple(dict.fromkeys(removed for part in parts for removed in part.removed))
