"""Words as Markdown (https://spec.commonmark.org/0.31.2/): escaped, with the marks that Markdown has.

What is written parses back to the same words. Where Markdown cannot mark what is marked (emphasis that begins
or ends at a quotation mark within a word, say), the mark shrinks to what can be marked, or goes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from cleanscrape.render.inline import LINE_BREAK, Piece

_SPACES = " \n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# An underscore within a word marks nothing. An ampersand that may begin a character reference is escaped, too
# where the text ends before the reference does.
_SPECIAL = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};|#?\w{0,32}\Z)")
# What opens a block, or turns the line above into a heading or a table, where a line begins with it; the
# backslash goes behind the group.
_BLOCK_START = re.compile(r"([0-9]{1,9}(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|\+(?:\s|$)|-(?:[\s:-]|$)|=+\s*$|>|:-))")
_IN_ADDRESS = re.compile(r"[()]|&(?=#?\w{1,32};)")
_SCRIPTS = ("sub", "sup")
_TICKS = re.compile(r"`+")
_BREAKS = re.compile(r" *\n[ \n]*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands: on one line alone, in a table's cell, within emphasis."""

    one_line: bool = field(default=False, kw_only=True)
    in_cell: bool = field(default=False, kw_only=True)
    in_emphasis: bool = field(default=False, kw_only=True)


ANYWHERE = Place()
ON_ONE_LINE = Place(one_line=True)
IN_CELL = Place(one_line=True, in_cell=True)
IN_EMPHASIS = Place(in_emphasis=True)


@dataclass(frozen=True, slots=True)
class _Span:
    """Words under the same marks, as far as Markdown has them, and the address that they lead to."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str | None = None


_MARKS = {
    "b": "strong",
    "code": "code",
    "del": "struck",
    "em": "emphasis",
    "i": "emphasis",
    "s": "struck",
    "strong": "strong",
    "sub": "sub",
    "sup": "sup",
}
"""What Markdown has for each tag; ``sub`` and ``sup`` it has as tags."""


def phrase(pieces: Iterable[Piece], place: Place = ANYWHERE) -> str:
    """The pieces as Markdown; a line break is a backslash before a line's end. No line of it opens a block.

    >>> from cleanscrape.render.inline import pieces
    >>> print(phrase(pieces('2 * 3 is <b>not</b> <a href="https://example.org/5">5</a>')))
    2 \\* 3 is **not** [5](https://example.org/5)
    """
    spans = _merged(_spans(pieces, place))
    if any(span.marks or span.href for span in spans):
        spans = _merged(_shrunk(_parted(spans)))
    out: list[str] = []
    for href, run in groupby(_trimmed(spans), key=_href):
        if href is None:
            out.append(_styled(list(run), before=")" if out else ""))
            continue
        if out and out[-1].endswith("!"):
            out[-1] = out[-1][:-1] + "\\!"
        out.append(f"[{_styled(list(run), before='[')}]({destination(href)})")
    return "\n".join(map(_inert, "".join(out).split("\n")))


def _inert(line: str) -> str:
    """The line, unable to open a block."""
    found = _BLOCK_START.match(line)
    return f"{found[0]}\\{line[found.end() :]}" if found else line


def destination(address: str) -> str:
    """A web address as it stands between the parentheses of a link or image."""
    return _IN_ADDRESS.sub(r"\\\g<0>", address)


def _spans(pieces: Iterable[Piece], place: Place) -> Iterator[_Span]:
    """What Markdown can say of the pieces."""
    for piece in pieces:
        text = " " if place.one_line and piece.text == LINE_BREAK else piece.text
        marks = _marks(piece.marks, place.in_emphasis)
        if place.in_cell and "code" in marks and "|" in text:
            # A code span in a cell cannot hold the cell's own border.
            marks -= {"code"}
        yield _Span(text, marks, piece.href)


@lru_cache(maxsize=256)
def _marks(tags: tuple[str, ...], in_emphasis: bool) -> frozenset[str]:
    named = {_MARKS[tag] for tag in tags if tag in _MARKS}
    return frozenset(named | {"emphasis"} if in_emphasis else named)


def _href(span: _Span) -> str | None:
    return span.href


def _format(span: _Span) -> tuple[frozenset[str], str | None]:
    return span.marks, span.href


def _merged(spans: Iterable[_Span]) -> list[_Span]:
    """The spans, neighbours under the same marks made one, line breaks without spaces about them."""
    merged = []
    for (marks, href), run in groupby(spans, key=_format):
        text = "".join([span.text for span in run])
        if text:
            merged.append(_Span(_BREAKS.sub("\n", text) if "\n" in text else text, marks, href))
    return merged


def _parted(spans: list[_Span]) -> Iterator[_Span]:
    """The spans, with the white space at the edges of marks and links outside of them."""
    for href, run in groupby(spans, key=_href):
        parts = [part for span in run for part in _apart(span, _SPACES, left=True, right=True)]
        if href is None:
            yield from parts
            continue
        first = next((i for i, part in enumerate(parts) if not _is_space(part.text)), len(parts))
        last = next((i for i in reversed(range(len(parts))) if not _is_space(parts[i].text)), -1)
        for i, part in enumerate(parts):
            yield part if first <= i <= last else _Span(part.text)


def _trimmed(spans: list[_Span]) -> list[_Span]:
    """The spans without white space before and after them all."""
    if spans:
        first = spans[0]
        spans[0] = _Span(first.text.lstrip(_SPACES), first.marks, first.href)
        last = spans[-1]
        spans[-1] = _Span(last.text.rstrip(_SPACES), last.marks, last.href)
    return [span for span in spans if span.text]


def _apart(span: _Span, edges: str, *, left: bool, right: bool) -> Iterator[_Span]:
    """The span without such characters at its edges, and these, unmarked, apart from it."""
    text = span.text
    start = len(text) - len(text.lstrip(edges)) if left else 0
    end = max(start, len(text.rstrip(edges))) if right else len(text)
    if start == 0 and end == len(text):
        yield span
        return
    if start:
        yield _Span(text[:start], href=span.href)
    if start < end:
        yield _Span(text[start:end], span.marks, span.href)
    if end < len(text):
        yield _Span(text[end:], href=span.href)


def _shrunk(parted: Iterable[_Span]) -> Iterator[_Span]:
    """The spans, without punctuation at the edge of a mark where a letter is on the edge's other side.

    ``er<b>(in)</b>nen`` cannot be marked so in Markdown: ``er(**in**)nen`` can.
    """
    spans = list(parted)
    for i, span in enumerate(spans):
        if span.marks.isdisjoint({"strong", "emphasis", "struck"}) or not span.marks.isdisjoint(_SCRIPTS):
            yield span
            continue
        left, right = _is_letter(_neighbour(spans, i, -1)), _is_letter(_neighbour(spans, i, +1))
        if not (left or right):
            yield span
        elif "code" in span.marks:
            yield _Span(span.text, frozenset({"code"}), span.href)
        else:
            yield from _apart(span, _SPACES + _punctuation(span.text), left=left, right=right)


def _neighbour(spans: list[_Span], i: int, step: int) -> str:
    """The character on the other side of a span's edge; empty at the end of the phrase and of a link."""
    if not 0 <= i + step < len(spans) or spans[i + step].href != spans[i].href:
        return ""
    return spans[i + step].text[0 if step > 0 else -1]


def _is_space(text: str) -> bool:
    return not text.strip(_SPACES)


def _is_letter(character: str) -> bool:
    """Whether some Markdown holds it for a letter: versions differ about symbols, so they are counted in."""
    if not character or character in _SPACES or character in _ASCII_PUNCTUATION:
        return False
    return character.isalnum() or not unicodedata.category(character).startswith("P")


def _punctuation(text: str) -> str:
    """The characters of a text that some Markdown holds for punctuation."""
    return "".join(c for c in set(text) if not c.isalnum() and unicodedata.category(c)[0] in "PS")


def _styled(spans: list[_Span], before: str) -> str:
    """Spans of one link, or of none, with Markdown's delimiters; `before` is what stands before them."""
    out: list[str] = []
    closed = ""
    for i, span in enumerate(spans):
        source = _source(span, before, _neighbour(spans, i, +1))
        is_marked = bool(span.marks)
        if is_marked and source[0] == closed:
            # Two runs of one delimiter would be read as one run.
            source, is_marked = _escaped(span.text), False
        out.append(source)
        before = source[-1]
        closed = before if is_marked else ""
    return "".join(out)


def _source(span: _Span, before: str, after: str) -> str:
    if not span.marks:
        return _escaped(span.text)
    text = _code(span.text) if "code" in span.marks else _escaped(span.text)
    script = next((tag for tag in _SCRIPTS if tag in span.marks), None)
    delimiter = _delimiter(span.marks, is_within_word=not script and (_is_letter(before) or _is_letter(after)))
    marked = f"{delimiter}{text}{delimiter[::-1]}"
    return f"<{script}>{marked}</{script}>" if script else marked


def _delimiter(marks: frozenset[str], *, is_within_word: bool) -> str:
    """What opens the marks, and, read backwards, closes them.

    Within a word only one kind of character delimits, and it is no underscore.
    """
    strong = "**" if "strong" in marks else ""
    struck = "~~" if "struck" in marks else ""
    if is_within_word:
        return strong + ("*" if "emphasis" in marks else "") or struck
    return struck + strong + ("_" if "emphasis" in marks else "")


def _escaped(text: str) -> str:
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return text.replace("\n", "\\\n") if "\n" in text else text


def _code(text: str) -> str:
    """A code span, its fence longer than any run of backticks within."""
    text = text.replace("\n", " ")
    fence = "`" * (1 + max(map(len, _TICKS.findall(text)), default=0))
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"
