"""From an answer to a page: what is no page is refused by looking at it, not by what its header says alone."""

from __future__ import annotations

import re
from typing import Final

from cleanscrape.encoding import transport_label
from cleanscrape.errors import BadResponse, EmptySource, NotAPage, UndecodableSource
from cleanscrape.fetch.answer import Answer
from cleanscrape.page import Fetched, Limits, Page

_FEED: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]{0,500}>\s*|<!DOCTYPE[^>]{0,300}>\s*){0,5}"
    rb"<(?:[\w-]{1,20}:)?(rss|feed|rdf|urlset|sitemapindex|opml|svg)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_DATA: Final = re.compile(rb"\s*(?:\{\s*(?:\"|\})|\[\s*(?:\{|\"|\]|\d))")
_TEXT: Final = frozenset({"", "text/plain", "text/html", "application/xhtml+xml", "application/octet-stream"})


def page_of(answer: Answer, limits: Limits) -> Page:
    """The page that an answer holds.

    Raises:
        NotAPage: a picture, a document, data, a feed.
        BadResponse: there is nothing in it.
        LimitExceeded: the page is larger than `limits`.
    """
    header = answer.headers.get("Content-Type", "")
    if feed := _FEED.match(answer.content):
        name = feed[1].decode().lower()
        advice = "it is a picture" if name == "svg" else "pass its address to cleanscrape.discover for its links"
        raise _no_page(answer, f"a document of type <{name}>", advice)
    try:
        page = Page(
            answer.content, answer.url, charset=header, limits=limits, fetched=_fetched(answer, transport_label(header))
        )
    except EmptySource:
        raise BadResponse(
            f"{answer.url} answers with nothing: open it in a browser to see whether there is a page",
            url=answer.url,
            status=answer.status,
            seen="no bytes",
        ) from None
    except UndecodableSource as error:
        raise NotAPage(f"{answer.url}: {error}", url=answer.url, status=answer.status, seen=str(error)) from error
    kind = header.partition(";")[0].strip().lower()
    if not page.is_markup:
        if _DATA.match(page.utf8):
            raise _no_page(answer, "data (JSON)", "pass the address of the page that shows it")
        if kind not in _TEXT:
            raise _no_page(answer, f"{kind}, and has no markup in it", "pass the address of a page")
    return page


def _fetched(answer: Answer, charset: str) -> Fetched:
    return Fetched(
        answer.url,
        status=answer.status,
        headers=answer.headers,
        charset=charset or None,
        at=answer.at,
        content=answer.content,
        hops=answer.hops,
        from_cache=answer.from_cache,
    )


def _no_page(answer: Answer, what: str, advice: str) -> NotAPage:
    return NotAPage(f"{answer.url} is no page but {what}: {advice}", url=answer.url, status=answer.status, seen=what)
