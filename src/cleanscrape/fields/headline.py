"""The headline as printed: no site suffix, no kicker, no "LIVE" mark.

Witnesses: the headings of the page's own print, held against what the page declares of its title (JSON-LD,
Open Graph, ``<title>``). A printed heading that agrees with a declared title wins; a declared title stands only
where the print has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from cleanscrape.article import Source
from cleanscrape.block import Context, Piece, unescape
from cleanscrape.fields.wording import held, likeness, words
from cleanscrape.hint import Hint
from cleanscrape.linked import first, plain
from cleanscrape.reading import Found, Reading

_LONGEST: Final = 300  # characters; a longer heading is no headline
_AGREES: Final = 0.5  # likeness with a declared title from which a printed heading is taken for it
_RUNNING: Final = 120  # characters from which a line of a capture reads as running text
_WHOLE: Final = 4  # words before a bar that are a headline by themselves
_LOOKED_AT: Final = 60  # printed candidates that are weighed
_SEPARATORS: Final = re.compile(r"\s+[|\-–—»·•:<>~／]+\s+|\s*[|｜»]\s*|_(?=\S)")
_MOST_KICKER: Final = 0.45  # share of a printed heading that may stand before the declared title
_FIRST_TOKENS: Final = 6  # tags of a heading within which its kicker begins
_KICKER: Final = re.compile(
    r"class=\"[^\"]*(?:kicker|topline|overline|eyebrow|roofline|dachzeile|overtitle|surtitle|supertitle|preheadline|"
    r"pretitle|spitzmarke|occhiello|antetitulo|volanta|surtitre|overhead|headline__top|badge|flag|tagline)"
)
_MARKS: Final = re.compile(
    r"^(?:(?:live|breaking(?: news)?|exclusive|watch|video|update[ds]?|just in|liveblog|eilmeldung|direct|en direct|"
    r"en vivo|ao vivo|diretta|в прямом эфире)\s*[:|•·–—]\s*|(?:LIVE|WATCH|UPDATE|BREAKING)\s+(?=\w))"
)


class Candidate(NamedTuple):
    """A heading that may be the headline: its weight, the negated index of its piece, its likeness to a title.

    Of equals the first in the page is the greatest.
    """

    weight: float
    place: int
    agrees: float


def read_headline(reading: Reading) -> Found[str] | None:
    """The headline and the pieces that print it."""
    given = reading.prints.get("headline")
    if given:
        return Found(_tidy(given[0].text), source=Source(given[0].by, given[0].text), pieces=given[0].pieces)
    declared = _declared(reading)
    if not reading.blocks.is_markup:
        return _of_capture(reading)
    printed = list(_printed(reading, declared))
    best = max(printed, default=None)
    if best is not None and _is_sure(best, printed, reading):
        index = -best.place
        text = _without_kicker(reading, index, [title for _, title in declared])
        return Found(_tidy(text), source=Source("print", f"agrees {best.agrees:.2f}"), pieces=(index,))
    for witness, title in declared:
        return Found(_tidy(title), source=Source(witness, title))
    if best is not None:
        text = reading.blocks.pieces[-best.place].text
        return Found(_tidy(text), source=Source("print", "the only heading"), pieces=(-best.place,))
    return None


def _is_sure(best: Candidate, printed: Sequence[Candidate], reading: Reading) -> bool:
    """Whether a printed heading is the headline: it agrees with a declared title, or is the page's one main heading.

    Many sites declare another title for search engines than the one they print.
    """
    if best.agrees >= _AGREES:
        return True
    pieces = reading.blocks.pieces
    mains = [c for c in printed if pieces[-c.place].level == 1]
    return len(mains) == 1 and mains[0] == best and len(words(pieces[-best.place].text)) >= _WHOLE


def _declared(reading: Reading) -> list[tuple[str, str]]:
    """What the page declares its title to be, the most exact witness first, site names off."""
    linked = reading.page.linked
    names = _site_names(reading)
    meta = linked.meta
    raw = (
        ("json-ld", plain(linked.article.get("headline"))),  # written for this article alone
        ("microdata", first(linked.microdata.get("headline"))),
        ("meta", first(meta.get("og:title"))),  # often with the site's name behind it
        ("meta", first(meta.get("twitter:title"))),
        ("title", linked.title),  # nearly always with it
    )
    seen: list[tuple[str, str]] = []
    for witness, title in raw:
        if title and title.strip():
            seen.append((witness, without_site(" ".join(title.split()), names)))
    return seen


def _site_names(reading: Reading) -> list[list[str]]:
    linked = reading.page.linked
    found = [first(linked.meta.get("og:site_name")), plain(linked.article.get("publisher"))]
    host = urlsplit(reading.page.url or linked.canonical or "").hostname or ""
    parts = host.removeprefix("www.").split(".")
    found += [host.removeprefix("www."), *(part for part in parts[:-1] if len(part) > 3)]
    return [words(name) for name in found if name]


def without_site(title: str, names: Iterable[list[str]]) -> str:
    """A declared title without the site's name, section or slogan at its end or beginning.

    >>> without_site("Rain stops play - Sport - The Daily Example", [["daily", "example"]])
    'Rain stops play'
    """
    names = list(names)
    parts = _SEPARATORS.split(title)
    if len(parts) == 1:
        return title
    kept = len(parts)
    named = [_is_name(part, names) for part in parts]
    if any(named[1:]):
        kept = 1 + next(i for i, is_name in enumerate(named[1:]) if is_name)
        while kept > 1 and len(words(parts[kept - 1])) <= 2 < len(words(parts[0])):
            kept -= 1  # "Sport" between the title and the site's name
    elif named[0]:
        return title[title.index(parts[1]) :]
    elif len(words(parts[-1])) <= 3 < len(words(" ".join(parts[:-1]))):
        kept = len(parts) - 1
    end = title.index(parts[kept - 1], sum(map(len, parts[: kept - 1]))) + len(parts[kept - 1])
    return title[:end]


def _is_name(part: str, names: Iterable[list[str]]) -> bool:
    folded = words(part)
    joined = "".join(folded)
    return any(
        folded == name or joined == "".join(name) or (len(name) > 1 and held(name, folded) == 1 and len(folded) < 6)
        for name in names
    )


def _printed(reading: Reading, declared: list[tuple[str, str]]) -> Iterable[Candidate]:
    """The headings of the page, with how well each agrees with a declared title."""
    titles = [words(title) for title in dict.fromkeys(title for _, title in declared)]
    body = reading.body()
    start = body[0] if body else len(reading.blocks.pieces)
    looked_at = 0
    for piece in reading.blocks.pieces:
        if not _may_be_headline(piece, start):
            continue
        looked_at += 1
        if looked_at > _LOOKED_AT:
            return
        folded = words(piece.text)
        agrees = max((max(likeness(folded, title), _tail(folded, title)) for title in titles), default=_AGREES)
        bonus = 0.15 * (piece.level == 1) + 0.05 * (piece.kind == "heading") + 0.05 * (piece.index <= start)
        weight = agrees + bonus - 0.1 * bool(piece.link_chars or piece.outer)
        yield Candidate(weight, -piece.index, agrees)


def _tail(printed: list[str], title: list[str]) -> float:
    """Likeness of a printed heading that begins with a kicker: its end is the declared title."""
    size = len(title)
    return 0.9 if size > 2 and len(printed) > size and printed[-size:] == title else 0.0


def _may_be_headline(piece: Piece, start: int) -> bool:
    if len(piece.text) > _LONGEST or piece.node.context & (Context.NAV | Context.ASIDE | Context.FOOTER):
        return False
    if piece.kind == "heading":
        return piece.level == 1 or (piece.level <= 3 and piece.index <= start)
    return piece.index <= start and bool(piece.node.tag.hints & Hint.HEADLINE) and piece.kind == "paragraph"


def _without_kicker(reading: Reading, index: int, titles: Sequence[str]) -> str:
    """A printed heading without the kicker inside it: what its element's names say is one, or what stands before
    the declared title, where no declared title holds it.
    """
    piece = reading.blocks.pieces[index]
    text = piece.text
    whole = text.casefold()
    folded = [title.casefold() for title in titles]
    for raw, inside in reading.blocks.tokens(piece)[:_FIRST_TOKENS]:
        kicker = " ".join(unescape(inside).split())
        if kicker and _KICKER.search(raw) and text.startswith(kicker) and len(kicker) <= _MOST_KICKER * len(text):
            if any(title.startswith(kicker.casefold()) for title in folded):
                break  # the page itself counts it as part of the title
            return text[len(kicker) :].lstrip(" :|–-")
        if kicker:
            break
    if any(whole in title for title in folded):
        return text
    for title in folded:
        at = whole.find(title)
        if 0 < at <= _MOST_KICKER * len(text) and at + len(title) >= len(text) - 1:
            return text[at:]
    return text


def _tidy(text: str) -> str:
    """A headline without marks ("LIVE: ") and without a section or series behind a bar."""
    text = " ".join(text.split())
    head = text.split(" | ", 1)[0]
    if head != text and len(words(head)) >= _WHOLE:
        text = head
    return _MARKS.sub("", text, count=1) or text


def _of_capture(reading: Reading) -> Found[str] | None:
    """The headline of a text capture: the line above the running text that is said twice, or reads as one."""
    pieces = reading.blocks.pieces
    start = next((i for i in reading.body() if len(pieces[i].text) >= _RUNNING), min(len(pieces), _LOOKED_AT))
    printed = {i for prints in reading.prints.values() for p in prints for i in p.pieces}
    above = [p for p in pieces[max(0, start - _LOOKED_AT) : start] if p.index not in printed and _is_title(p, reading)]
    if not above:
        return None
    folded = [words(p.text) for p in above]
    best = max(range(len(above)), key=lambda i: _weight(i, folded, words(pieces[0].text)))
    same = [p.index for p, f in zip(above, folded, strict=True) if likeness(f, folded[best]) > 0.9]
    return Found(_tidy(pieces[same[0]].text), source=Source("print", "the line above the body"), pieces=tuple(same))


def _weight(i: int, folded: list[list[str]], title: list[str]) -> tuple[float, int]:
    """How much the i-th line reads as a headline: said twice, held by the capture's first line, long enough."""
    twice = max((likeness(folded[i], other) for j, other in enumerate(folded) if j != i), default=0.0)
    in_title = held(folded[i], title) if folded[i] != title else 0.0
    return round(twice, 1) + in_title + min(len(folded[i]), 8) / 8, i


def _is_title(piece: Piece, reading: Reading) -> bool:
    return reading.labels[piece.index] is None and len(words(piece.text)) > 2 and len(piece.text) <= _LONGEST
