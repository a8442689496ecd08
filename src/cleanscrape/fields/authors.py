"""Who wrote the article: the printed byline, and what the page declares.

The line beside the headline is the byline as printed; the names come from the witness that names people most
exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from cleanscrape.article import Author, Byline, Source
from cleanscrape.block import Context, Piece
from cleanscrape.fields.byline import read_author_names, read_byline
from cleanscrape.hint import Hint
from cleanscrape.inline import address, attribute, href
from cleanscrape.linked import plain
from cleanscrape.reading import Found, Reading

_META: Final = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "article:author_name", "twitter:data1", "dcsext.author", "authors",
)  # fmt: skip
_LONGEST: Final = 300
_BELOW: Final = 14
_NAMED: Final = Hint.BYLINE | Hint.AUTHOR


def read_authors(reading: Reading) -> Found[Byline] | None:
    """The byline: raw as printed where it is, authors and organisations."""
    sites = _site_names(reading)
    given = reading.prints.get("byline")
    if given:
        found = _of_prints(reading, sites)
        if found is not None:
            return found
    printed = _printed(reading, sites)
    declared = _declared(reading, sites)
    if declared is not None and declared.value.authors:
        raw = printed.value.raw if printed is not None else declared.value.raw
        byline = Byline(raw, authors=declared.value.authors, organisations=declared.value.organisations)
        return Found(byline, source=declared.source, pieces=printed.pieces if printed is not None else ())
    return printed or declared


def _site_names(reading: Reading) -> tuple[str, ...]:
    linked = reading.page.linked
    names = (reading.value("site"), reading.value("publisher"), plain(linked.article.get("publisher")))
    return tuple(dict.fromkeys(name for name in names if name))


def _of_prints(reading: Reading, sites: Sequence[str]) -> Found[Byline] | None:
    prints = reading.prints["byline"]
    raw = ", ".join(dict.fromkeys(p.text for p in prints if p.text))
    urls = {p.text: p.url for p in prints if p.url}
    byline = read_byline(raw, language=reading.language, site_names=sites, urls=urls)
    if byline is None:
        return None
    pieces = tuple(i for p in prints for i in p.pieces)
    return Found(byline, source=Source(prints[0].by, raw), pieces=pieces)


def _declared(reading: Reading, sites: Sequence[str]) -> Found[Byline] | None:
    linked = reading.page.linked
    witnesses: tuple[tuple[str, Iterable[Any]], ...] = (
        ("json-ld", _listed(linked.article.get("author"))),
        ("microdata", linked.microdata.get("author", ())),
        *((f"meta {name}", linked.meta.get(name, ())) for name in _META),
        ("json-ld", _listed(linked.article.get("creator"))),
    )
    only_organisations: Found[Byline] | None = None
    for witness, values in witnesses:
        authors, organisations = read_author_names(list(values), site_names=sites)
        if not authors and not organisations:
            continue
        names = [*(a.name for a in authors), *organisations]
        byline = Byline(", ".join(names), authors=_with_addresses(authors, reading), organisations=organisations)
        found = Found(byline, source=Source(witness, byline.raw))
        if authors:
            return found
        only_organisations = only_organisations or found
    return only_organisations


def _with_addresses(authors: Iterable[Author], reading: Reading) -> tuple[Author, ...]:
    base = reading.page.url or reading.page.linked.canonical
    return tuple(Author(a.name, url=address(a.url, base), role=a.role) for a in authors)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _printed(reading: Reading, sites: Sequence[str]) -> Found[Byline] | None:
    """The line beside the headline that names who wrote."""
    organisations: Found[Byline] | None = None
    for piece in _beside(reading):
        byline = read_byline(piece.text, language=reading.language, site_names=sites, urls=_urls(piece, reading))
        if byline is None:
            continue
        found = Found(byline, source=Source("print", piece.text[:80]), pieces=(piece.index,))
        if byline.authors:
            return found
        organisations = organisations or found
    return organisations


def _urls(piece: Piece, reading: Reading) -> dict[str, str]:
    base = reading.page.url or reading.page.linked.canonical
    pairs = ((text, address(href(raw), base)) for raw, text in piece.links)
    return {text: url for text, url in pairs if url}


def _beside(reading: Reading) -> Iterable[Piece]:
    """The pieces between the headline and the body, and after it, whose names or words say byline."""
    body = reading.body()
    if not body:
        return
    first, end = reading.near()
    headline = reading.found.get("headline")
    at = headline.pieces[-1] + 1 if headline is not None and headline.pieces else max(0, body[0] - _BELOW)
    pieces = reading.blocks.pieces
    above = range(max(0, first - 4), first)
    for index in (
        *range(at, max(body[0], min(at + _BELOW, end))),
        *above,
        *range(end, min(end + 4, len(pieces))),
    ):
        piece = pieces[index]
        if len(piece.text) > _LONGEST or piece.node.context & (Context.NAV | Context.ASIDE | Context.FIGURE):
            continue
        if _is_named(piece) or _begins_as_one(piece.text):
            yield piece


def _is_named(piece: Piece) -> bool:
    hints = piece.node.tag.hints | piece.inline
    up = piece.node.parent
    if up is not None:
        hints |= up.tag.hints
    if hints & (Hint.RELATED | Hint.COMMENTS | Hint.RECENT):
        return False
    return bool(hints & _NAMED) or any(attribute(raw, "rel") == "author" for raw, _ in piece.links)


_BY: Final = (
    "by ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "autor", "text:", "text ", "words", "written by",
    "автор", "بقلم", "文", "記者", "记者", "od ", "przez ", "a cura", "writes ", "skrevet av", "tekst", "texte",
)  # fmt: skip


def _begins_as_one(text: str) -> bool:
    return len(text) < 120 and text.lower().startswith(_BY)
