"""Inline content: the words of a block with the marks that stand on them, read from `Block.html`.

`Block.html` is meant to be safe already. It is not trusted here: it is read by a closed grammar, and what is
rendered is written anew from what was read. Only the tags of `TAGS` come out, with no attribute but a checked
`href`; whatever else looks like a tag goes or comes out as text. So the result is safe by construction, not
by finding out what is dangerous; the tests hold it against nh3, which finds nothing left to clean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cleanscrape.article import Block
from cleanscrape.render.address import web_address

TAGS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "rp",
        "rt",
    }
    | {"ruby", "s", "samp", "small", "strong", "sub", "sup", "time", "u", "var"}
)
"""The tags that may stand on words. `br`, which stands between them, is a piece of its own: a line break."""

LINE_BREAK = "\n"
"""The text of a piece that is a line break; no other piece's text holds this character."""

_SILENT = frozenset({"script", "style"})
_ANNOTATIONS = frozenset({"rp", "rt"})
# No "<" within a tag, not even between quotes: so a search from each "<" ends at the next, in linear time.
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*)>""")
_HREF = re.compile(r"""(?:^|[\s/])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
# All white space but a single space on its own, which stays as it is.
_BLANK = r"\t-\r\x1c-\x1f\x85\u2028\u2029"
_SPACE = re.compile(rf"[{_BLANK}][ {_BLANK}]*| [ {_BLANK}]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]+")
_LONE = re.compile(r"[\ud800-\udfff]")
_ZEROS = re.compile(r"&#0+(?=[0-9])")
_FAR = re.compile(r"&#[0-9]{8,};?")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under the same marks: the tags from the outermost in, and the address where `a` is among them."""

    text: str
    marks: tuple[str, ...] = field(default=(), kw_only=True)
    href: str | None = field(default=None, kw_only=True)


def inline(block: Block) -> list[Piece]:
    """The content of a block: from its html, from its text where it has no html."""
    return (list(pieces(block.html)) if block.html else []) or plain(block.text)


def plain(text: str) -> list[Piece]:
    """Words without marks, white space folded."""
    return [Piece(_folded(text))] if text else []


def pieces(html: str) -> Iterator[Piece]:
    """Read inline html, in time linear in its length, however badly its tags are nested."""
    marks, start, silent = _Marks(), 0, ""
    for found in _TAG.finditer(html):
        text, start, tag = html[start : found.start()], found.end(), found[2].lower()
        if silent:
            silent = "" if found[1] and tag == silent else silent
            continue
        if text:
            yield marks.on(_folded(unescaped(text)))
        if tag == "br":
            yield marks.on(LINE_BREAK)
        elif tag in _SILENT:
            silent = "" if found[1] else tag
        elif tag in TAGS:
            marks.turn(tag, closing=bool(found[1]), attributes=found[3])
    if start < len(html) and not silent:
        yield marks.on(_folded(unescaped(html[start:])))


class _Marks:
    """The tags that are open, from the outermost in.

    A tag within itself counts once, so no more tags are ever open than there are; an annotation of a ruby text
    ends where the next begins or the ruby text ends.
    """

    __slots__ = ("_depth", "_href", "_marks")

    def __init__(self) -> None:
        self._depth: dict[str, int] = {}
        self._href: str | None = None
        self._marks: tuple[str, ...] = ()

    def on(self, text: str) -> Piece:
        return Piece(text, marks=self._marks, href=self._href)

    def turn(self, tag: str, *, closing: bool, attributes: str) -> None:
        """Take in one tag. Those that close what is not open do nothing."""
        if (tag in _ANNOTATIONS and not closing) or (tag == "ruby" and closing):
            self._depth.pop("rp", None)
            self._depth.pop("rt", None)
        depth = self._depth.get(tag, 0) + (-1 if closing else 1)
        if depth < 0:
            return
        if tag == "a" and depth == 1 and not closing:
            self._href = _href(attributes)
        if depth:
            self._depth[tag] = depth
        else:
            del self._depth[tag]
            self._href = None if tag == "a" else self._href
        self._marks = tuple(t for t in self._depth if t != "a" or self._href)


def _href(attributes: str) -> str | None:
    found = _HREF.search(attributes)
    return web_address(unescaped(found[1] or found[2] or found[3] or "")) if found else None


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text)


def unescaped(html: str) -> str:
    """Text with its character references resolved, as HTML has it; those out of Unicode become U+FFFD."""
    if "&" not in html:
        return html
    from html import unescape  # 3 ms: its table of names

    if "&#" in html:
        # Python refuses to read numbers of more than 4300 digits.
        html = _FAR.sub("\ufffd", _ZEROS.sub("&#", html))
    return unescape(html)


def escaped(text: str) -> str:
    """Text as HTML, fit to stand between tags; without the control characters that HTML forbids."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text if text.isascii() and text.isprintable() else well_formed(_CONTROL.sub("", text))


def attribute(text: str) -> str:
    """Text as HTML, white space folded, fit to stand between double quotes as an attribute's value."""
    return escaped(_folded(text).strip()).replace('"', "&quot;")


def well_formed(text: str) -> str:
    """Text that any encoding of Unicode can hold: a lone half of a surrogate pair becomes U+FFFD."""
    return text if text.isascii() else _LONE.sub("\ufffd", text)


def words(text: str) -> str:
    """Text as HTML, white space folded, fit to stand between tags."""
    return escaped(_folded(text).strip())


def safe_html(content: Iterable[Piece]) -> str:
    """The pieces as HTML that is safe to show, its tags balanced and rightly nested."""
    out: list[str] = []
    now: list[tuple[str, str | None]] = []
    for piece in content:
        marks = [(tag, piece.href if tag == "a" else None) for tag in piece.marks]
        same = _common(now, marks)
        out += (f"</{tag}>" for tag, _ in reversed(now[same:]))
        out += (_opened(tag, href) for tag, href in marks[same:])
        out.append("<br>" if piece.text == LINE_BREAK else escaped(piece.text))
        now = marks
    out += (f"</{tag}>" for tag, _ in reversed(now))
    return "".join(out).strip()


def _opened(tag: str, href: str | None) -> str:
    return f'<a href="{attribute(href)}" rel="noopener noreferrer">' if href else f"<{tag}>"


def _common(one: list[tuple[str, str | None]], two: list[tuple[str, str | None]]) -> int:
    """How many marks two pieces have in common, from the outermost in."""
    return next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
