"""What goes in: one capture of a page, decoded once and parsed once.

A page is markup (HTML, as bytes or text) or a plain-text capture: what a cruder tool has kept of a page,
lines of text without tags. Which of the two is found by looking.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from functools import cached_property
from typing import Any

from lxml import etree

from cleanscrape.encoding import decode
from cleanscrape.errors import BadSource, EmptySource, LimitExceeded
from cleanscrape.linked import Declared, LinkedData, declared_in


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a page may be: bytes of input, blocks nested in one another, elements in all.

    The defaults let through every page of a few thousand real ones: the largest had 6 MB and 60,000 elements.
    libxml2 itself ends a tree at 2,048 open elements; such a page is refused too.
    """

    bytes: int = 32 * 1024 * 1024
    depth: int = field(default=2000, kw_only=True)
    elements: int = field(default=500_000, kw_only=True)


# What is cut from the bytes before they are parsed: nothing that a reader sees stands in it, and parsing and
# serialising it would cost more than a third of the whole way.
# Empty groups tell which it is; first letters are spelt out, since that passes over all other tags at a glance.
_CUT = re.compile(
    rb"<(?:[sS](?:(?i:cript)()|(?i:tyle)()|(?i:vg)())|[nN](?i:oscript)()|!--()|/(?:[bB](?i:ody)|[hH](?i:tml))\s*>())"
)
_COMMENT, _LATE = 5, 6
_ENDS = tuple(
    re.compile(end, re.IGNORECASE)
    for end in (rb"</script[\s/>]", rb"</style[\s/>]", rb"</svg[\s/>]", rb"</noscript[\s/>]", rb"--!?>")
)
_JSON_LD = re.compile(rb"""\stype\s*=\s*["']?\s*application/ld\+json""", re.IGNORECASE)
_TAG = re.compile(r"<(?:!doctype\b|!--|[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|/[a-z])", re.IGNORECASE)
# A text is markup when it has this many tags in its first part: a capture may quote a tag or two.
_TAGS_OF_MARKUP = 3
_LOOKED_AT = 20_000
_MARKUP_START = re.compile(r"\s*(?:<\?xml\b[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|!--)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fetched:
    """How a page was fetched: what came over the wire, from where, and when.

    `url` is the address that answered, `hops` those that led there; `headers` are the answer's, `charset` is what its
    Content-Type declares; `at` is when it came (aware), also where it has lain in a cache since; `content` are its
    bytes as the site has them.
    """

    url: str
    _: KW_ONLY
    status: int
    headers: Mapping[str, str] = field(repr=False)
    charset: str | None
    at: dt.datetime
    content: bytes = field(repr=False)
    hops: tuple[str, ...] = ()
    from_cache: bool = False


class Page:
    """One page: its address, its tree or its lines, and its linked data.

    Args:
        source: markup or a plain-text capture, as bytes in any encoding or as text.
        url: the page's address, where it is known.
        charset: the encoding that the transport declared (a label or a whole Content-Type header).
        limits: how large the page may be.
        fetched: how it was fetched, if it was.

    Raises:
        EmptySource: nothing but white space.
        UndecodableSource: bytes that are no text.
        LimitExceeded: over one of `limits`.
    """

    def __init__(
        self,
        source: bytes | str,
        url: str | None = None,
        *,
        charset: str | None = None,
        limits: Limits | None = None,
        fetched: Fetched | None = None,
    ) -> None:
        self.url = url
        self.fetched = fetched
        self.limits = limits or Limits()
        self.utf8, self.encoding = _as_utf8(source, charset, self.limits)
        if not self.utf8 or self.utf8.isspace():
            raise EmptySource("the source is empty: pass the page's markup, or its text")
        self.is_markup = looks_like_markup(self.utf8)
        self._declared: Declared | None = None

    @cached_property
    def _pruned(self) -> tuple[bytes, tuple[str, ...]]:
        return prune(self.utf8)

    @cached_property
    def root(self) -> Any:
        """The parsed tree's root element. It is never changed.

        The bodies of scripts, styles, drawings and comments are not in it.
        """
        if not self.is_markup:
            raise BadSource("a plain-text capture has no tree: ask for `lines`")
        root = parse(self._pruned[0])
        self._declared = declared_in(root)
        return root

    @cached_property
    def lines(self) -> list[str]:
        """The lines of a plain-text capture."""
        return self.utf8.decode("utf-8", "replace").splitlines()

    @cached_property
    def linked(self) -> LinkedData:
        """What the page says of itself for machines: JSON-LD, microdata, meta. Empty for a capture."""
        if not self.is_markup:
            return LinkedData((), None, self.url)
        root = self.root
        return LinkedData(self._pruned[1], root, self.url, declared=self._declared, markup=self._pruned[0])


def _as_utf8(source: bytes | str, charset: str | None, limits: Limits) -> tuple[bytes, str]:
    if not isinstance(source, (bytes, str)):
        raise BadSource(f"a source is bytes or str, not {type(source).__name__}: read the file or response first")
    if len(source) > limits.bytes:
        raise LimitExceeded(
            f"the source has {len(source):,} bytes, the limit is {limits.bytes:,}: "
            "pass a smaller page, or Limits(bytes=...) that allow it"
        )
    if isinstance(source, bytes):
        decoded = decode(source, charset)
        return decoded.utf8, decoded.encoding
    text = source.removeprefix("\ufeff")
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    return text.encode("utf-8", "replace"), "utf-8"


def looks_like_markup(utf8: bytes) -> bool:
    """Whether the bytes are HTML rather than the plain text of a page."""
    head = utf8[:_LOOKED_AT].decode("utf-8", "replace")
    if _MARKUP_START.match(head):
        return True
    found = 0
    for _ in _TAG.finditer(head):
        found += 1
        if found == _TAGS_OF_MARKUP:
            return True
    return found > 0 and head.lstrip().startswith("<")


def prune(utf8: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Cut scripts, styles, drawings, noscript and comments; give what is left, and the JSON-LD scripts.

    The end tags of body and html go too: a browser shows what follows them, the parser would drop it.
    One pass: the time is linear in the length. What is not closed is left to the parser.
    """
    kept: list[bytes] = []
    json_ld: list[str] = []
    last = 0
    search = _CUT.search
    unclosed: set[int] = set()
    at = 0
    while match := search(utf8, at):
        which = match.lastindex or 1
        at = match.end()
        if which == _LATE:
            kept.append(utf8[last : match.start()])
            last = at
            continue
        if which in unclosed:
            continue
        end = _ENDS[which - 1].search(utf8, at)
        if end is None:
            unclosed.add(which)
            continue
        close = end.end() if which == _COMMENT else utf8.find(b">", end.end() - 1) + 1
        if close == 0:
            break
        if which == 1 and _JSON_LD.search(utf8, at, utf8.find(b">", at) + 1):
            body = utf8[utf8.find(b">", at) + 1 : end.start()]
            json_ld.append(body.decode("utf-8", "replace"))
        kept.append(utf8[last : match.start()])
        last = at = close
    kept.append(utf8[last:])
    return b"".join(kept) if len(kept) > 1 else utf8, tuple(json_ld)


def parse(utf8: bytes) -> Any:
    """Parse clean UTF-8 into a tree, or say which limit it breaks."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    try:
        root = etree.fromstring(utf8, parser)
    except etree.XMLSyntaxError as error:
        raise BadSource(f"the markup cannot be parsed ({error}): check that it is HTML") from error
    if root is None:
        raise EmptySource("the markup holds no element: pass the page's markup, or its text")
    if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
        raise LimitExceeded(
            "the page nests more than 2,048 elements in one another: it is broken or made to hurt; "
            "close its elements, or pass its text"
        )
    return root
