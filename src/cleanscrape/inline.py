"""The inside of a block as safe HTML, and its links: read from the tokens that it was cut from.

Only elements that mean something within a line of text survive, without attributes but a link's address, and
only web and mail addresses do. Everything is escaped anew, so nothing of the page can run.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any, Final
from urllib.parse import urljoin

from cleanscrape.address import address_parts
from cleanscrape.article import Link
from cleanscrape.block import LONGEST_TAG, UNSEEN, attributes, unescape

_KEPT: Final = frozenset(
    "em i strong b code sub sup s del ins u q cite abbr mark small kbd samp var bdi bdo ruby rt rp dfn".split()
)
_SAFE: Final = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[\w%-][\w%.,+~=&/?-]*[\w%/-]", re.ASCII)  # relative, without dots to be resolved
_UNSEEN_IN_ADDRESS: Final = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]+")


def address(href: str | None, base: str | None) -> str | None:
    """An absolute, harmless address, or None: `javascript:`, `data:` and bare fragments are none.

    >>> address("/a b.html", "https://example.org/x/y")
    'https://example.org/ab.html'
    >>> address("java\\tscript:alert(1)", "https://example.org/")
    """
    if not href:
        return None
    if " " in href or not href.isprintable():
        href = _UNSEEN_IN_ADDRESS.sub("", href)
    if not href or href[0] == "#":
        return None
    if href.startswith(("https://", "http://")):
        return href
    if href[0] == "/" and base and href[1:2] != "/" and "/." not in href:
        return _origin(base) + href  # what urljoin gives, for most links of a page, at a tenth of its cost
    return _resolved(href, base)


def _resolved(href: str, base: str | None) -> str | None:
    if base and _PLAIN.fullmatch(href) and "//" not in href and "/." not in href:
        folder = _folder(base)
        if folder is not None:
            return folder + href  # as above
    if not _SCHEME.match(href):
        if base:
            try:
                href = urljoin(base, href)
            except ValueError:
                return None
        elif href.startswith("//"):
            href = "https:" + href
    return None if _SCHEME.match(href) and not _SAFE.match(href) else href


@lru_cache(maxsize=64)
def _folder(base: str) -> str | None:
    """What a plain relative address stands behind, or None where the base is none."""
    try:
        folder = urljoin(base, "x")[:-1]
    except ValueError:
        return None
    return folder if folder.startswith(("https://", "http://")) else None


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    parts = address_parts(base)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


# A page has hundreds of links: setting the two slots at once is three times as fast as a frozen dataclass's `__init__`.
_SLOTS: Any = Link
_new, _set_url, _set_text = _SLOTS.__new__, _SLOTS.url.__set__, _SLOTS.text.__set__


def links(pairs: Sequence[tuple[str, str]], base: str | None) -> tuple[Link, ...]:
    """The links of a piece: (start tag as written, text) pairs to addresses and texts."""
    found = []
    origin = _origin(base) if base else ""
    for raw, text in pairs:
        start = raw.find(' href="') + 7  # as `href` and `address` do, without a call for the most common links
        if start < 7:
            continue
        written = raw[start : raw.find('"', start)]
        url: str | None = written
        is_plain = "&" not in written and " " not in written and written.isprintable()
        if is_plain and origin and written[:1] == "/" != written[1:2] and "/." not in written:
            url = origin + written
        elif not is_plain or written[:8] != "https://":
            url = address(unescape(written), base)
        if url is not None:
            link: Link = _new(Link)
            _set_url(link, url)
            _set_text(link, text)
            found.append(link)
    return tuple(found)


def href(raw: str) -> str | None:
    """The address in a link's start tag, as written."""
    start = raw.find(' href="') + 7
    if start < 7:  # the length of what was looked for
        return None
    value = raw[start : raw.find('"', start)]
    return unescape(value) if "&" in value else value


def inline_html(tokens: Sequence[tuple[str, str]], base: str | None) -> str:
    """The tokens of one piece as safe inline HTML, white space folded, every element closed.

    >>> inline_html([("p", "Read "), ('a href="/x" onclick="y"', "this"), ("/a", " & that")], "https://example.org/")
    'Read <a href="https://example.org/x">this</a> &amp; that'
    """
    if len(tokens) == 1:  # a paragraph of nothing but text
        return " ".join(escape(unescape(tokens[0][1]), quote=False).split())
    out: list[str] = []
    stack: list[str | None] = []
    unseen = 0  # how many elements are open from the outermost one whose text nobody sees
    for raw, text in tokens:
        name = raw[:LONGEST_TAG].split(" ", 1)[0]
        if unseen or (name in UNSEEN and raw[-1] != "/"):
            unseen += -1 if name[0] == "/" else raw[-1] != "/"
            if unseen:
                continue
        elif name[0] == "/":
            closing = stack.pop() if stack else None
            if closing:
                out.append(f"</{closing}>")
        elif name.rstrip("/") == "br":
            out.append(" ")
        elif raw[-1] != "/":
            opened = _opening(name, raw, base)
            stack.append(name if opened else None)
            out.append(opened)
        out.append(escape(unescape(text), quote=False) if "&" in text else text)
    out.extend(f"</{name}>" for name in reversed(stack) if name)
    return _tidy("".join(out))


def _opening(name: str, raw: str, base: str | None) -> str:
    if name in _KEPT:
        return f"<{name}>"
    if name == "a":
        url = address(href(raw), base)
        if url is not None:
            return f'<a href="{escape(url)}">'
    return ""


_EMPTY = re.compile(r"<(\w+)(?: href=\"[^\"]*\")?>(\s*)</\1>")


def _tidy(html: str) -> str:
    """Fold white space, drop elements that hold nothing."""
    html = " ".join(html.split())
    if "></" in html or "> </" in html:
        html = _EMPTY.sub(r"\2", html)
    return html.strip()


def table_html(tokens: Sequence[tuple[str, str]], base: str | None) -> str:
    """The tokens of a table as rows and cells, with inline HTML in them."""
    rows: list[list[str]] = []
    cell: list[tuple[str, str]] = []
    cell_name = ""
    for raw, text in tokens:
        name = raw[:LONGEST_TAG].split(" ", 1)[0].rstrip("/")
        if name == "tr":
            rows.append([])
        elif name in ("td", "th", "caption"):
            cell_name, cell = name, [("span", text)]
        elif name in ("/td", "/th") and cell_name:
            if not rows:
                rows.append([])
            rows[-1].append(f"<{cell_name}>{inline_html(cell, base)}</{cell_name}>")
            cell_name, cell = "", []
        elif cell_name:
            cell.append((raw, text))
    return "<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in rows if row) + "</table>"


def attribute(raw: str, name: str) -> str | None:
    """One attribute of a start tag as written, entities resolved."""
    return attributes(raw).get(name)
