"""Lists of links that sites publish for machines: feeds (RSS, Atom, RDF, JSON) and sitemaps, those of news too."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from io import BytesIO
from typing import Any, Final

from lxml import etree

from cleanscrape.fields.iso_date import read_iso

_MOST: Final = 50_000  # links of one list; a sitemap may have no more
_DATES: Final = ("pubDate", "published", "publication_date", "issued", "date", "updated", "modified", "lastmod")
_ITEMS: Final = frozenset({"item", "entry", "url", "sitemap"})
_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE\s+(?!html)|<(?:[\w-]+:)?(?:rss|feed|RDF|urlset|sitemapindex)[\s>])",
    re.IGNORECASE,
)
_LOOKED_AT: Final = 4096


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of a list, as written, with the time and title that the list gives it."""

    url: str
    _: KW_ONLY
    published: dt.datetime | dt.date | None = None
    title: str | None = None
    is_list: bool = False

    @property
    def order(self) -> float:
        """Seconds since 1970, for sorting; without a time it is older than all others, a day is its beginning."""
        if self.published is None:
            return float("-inf")
        if isinstance(self.published, dt.datetime):
            return self.published.timestamp()
        return dt.datetime.combine(self.published, dt.time(), dt.UTC).timestamp()


def is_list(content: bytes) -> bool:
    """Whether bytes are a feed or sitemap, by their beginning."""
    start = content[:_LOOKED_AT]
    if b"<html" in start.lower():
        return False
    return _START.match(start) is not None or _is_json_feed(start)


def entries_of(content: bytes) -> list[Entry]:
    """The links of a feed or sitemap, newest first; none where it is neither.

    Entities are not looked up: a document that declares some is read as if it did not.
    """
    found = _of_json(content) if _is_json_feed(content[:_LOOKED_AT]) else list(_of_xml(content))
    return sorted(found[:_MOST], key=lambda entry: -entry.order)


def _is_json_feed(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b"jsonfeed.org" in start


def _of_json(content: bytes) -> list[Entry]:
    try:
        items = json.loads(content).get("items")
    except (ValueError, RecursionError, AttributeError):
        return []
    found = []
    for item in items if isinstance(items, list) else ():
        url = item.get("url") or item.get("id") if isinstance(item, dict) else None
        if isinstance(url, str) and url:
            title, date = item.get("title"), item.get("date_published") or item.get("date_modified")
            found.append(Entry(url, published=_time(date), title=title if isinstance(title, str) else None))
    return found


def _of_xml(content: bytes) -> Iterator[Entry]:
    """The entries, read one after another and let go of, so that a long list takes little memory."""
    content = _without_entities(content)
    events = etree.iterparse(
        BytesIO(content),
        events=("end",),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        recover=True,
        huge_tree=False,
    )
    count = 0
    try:
        for _, element in events:
            if _name(element) not in _ITEMS:
                continue
            entry = _entry(element)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
            if entry is not None:
                yield entry
                count += 1
                if count == _MOST:
                    return
    except etree.XMLSyntaxError:
        return  # what has been read of it is good


def _without_entities(content: bytes) -> bytes:
    """A document without its own declarations, where they declare entities: no list needs any."""
    declared = content.find(b"<!ENTITY")
    if declared < 0:
        return content
    start, end = content.rfind(b"<!DOCTYPE", 0, declared), content.find(b"]>", declared)
    return content[:start] + content[end + 2 :] if start >= 0 and end > 0 else b""


def _entry(element: Any) -> Entry | None:
    """One item of a feed, or one address of a sitemap."""
    url = guid = title = None
    dates: dict[str, str] = {}
    news = [inner for child in element if _name(child) == "news" for inner in child]
    for child in [*element, *news]:
        name = _name(child)
        text = (child.text or "").strip()
        if name in ("link", "loc"):
            url = url or _address(child, text)
        elif name == "guid" and child.get("isPermaLink") != "false" and text.startswith("http"):
            guid = text
        elif name == "title":
            title = title or " ".join(text.split())
        elif name in _DATES and text:
            dates.setdefault(name, text)
    url = url or guid
    if not url:
        return None
    date = next((dates[name] for name in _DATES if name in dates), None)
    return Entry(url, published=_time(date), title=title or None, is_list=_name(element) == "sitemap")


def _address(child: Any, text: str) -> str | None:
    """Atom has the address in an attribute, and links to other things beside it."""
    href = child.get("href")
    if href is not None:
        return str(href).strip() if child.get("rel", "alternate") == "alternate" else None
    return text or None


def _time(text: object) -> dt.datetime | dt.date | None:
    return read_iso(text) if isinstance(text, str) else None


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
