"""Reading the article off the labels: body, removed parts, and the frozen Article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape, unescape
from typing import Final

from cleanscrape.article import Access, Article, Block, Byline, Dateline, Image, ProfileUse, Removed, Source
from cleanscrape.block import Node, Piece
from cleanscrape.fields.dateline import dateline_span
from cleanscrape.inline import inline_html, links, table_html
from cleanscrape.label import Given, Label
from cleanscrape.reading import Reading

# Titles before a name: a paragraph that ends in one has been cut in two.
_TITLES: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Prof|Rev|Hon|Sgt|Capt|Maj|Adm|Sr|Sra|Mme|Mgr|Hr|Fr)\.$"
)
_OPEN_END: Final = re.compile(r"[\w,;’')\]%-]$")
_LONG_ENOUGH: Final = 60  # a shorter line without a full stop is a heading or an item, not half a paragraph
_DATELINE_IN: Final = 3  # paragraphs at the top that may open with the dateline: past a dek or an "UPDATE" line
_MOST_LINKS: Final = 500  # links kept of one removed part


def assemble(reading: Reading, profile: ProfileUse) -> Article:
    """The Article that the labels and fields of a reading give."""
    body = _rejoined(reading, [_block(reading, i) for i in reading.body()])
    body, dateline = _without_dateline(reading, body)
    value = reading.value
    sources: dict[str, Source] = {name: found.source for name, found in sorted(reading.found.items())}
    if dateline is not None:
        sources["dateline"] = Source("print", dateline.raw)
    byline: Byline | None = value("byline")
    images: tuple[Image, ...] = value("images") or ()
    return Article(
        url=reading.page.url,
        canonical_url=value("canonical_url"),
        headline=value("headline"),
        dek=value("dek"),
        description=value("description"),
        byline=byline,
        dateline=dateline,
        published=value("published"),
        modified=value("modified"),
        body=tuple(body),
        images=images,
        section=value("section"),
        breadcrumbs=value("breadcrumbs") or (),
        tags=value("tags") or (),
        language=value("language"),
        site=value("site"),
        publisher=value("publisher"),
        license=value("license"),
        access=value("access") or Access.UNKNOWN,
        kind=value("kind") or "article",
        confidence=round(reading.confidence, 3),
        pages=value("pages") or (),
        removed=tuple(_removed(reading)),
        sources=sources,
        profile=profile,
        warnings=tuple(reading.warnings),
    )


def _block(reading: Reading, index: int) -> Block:
    piece = reading.blocks.pieces[index]
    given = reading.labels[index]
    kind = given.label.value if given is not None else piece.kind
    base = reading.base()
    tokens = reading.blocks.tokens(piece)
    if kind == "table":
        html = table_html(tokens, base)
    elif kind == "code" or not tokens:
        html = escape(piece.text, quote=False)
    elif len(tokens) == 1 and piece.kind != "code" and "&" not in tokens[0][1]:
        html = piece.text  # a paragraph of nothing but text, which has nothing to be escaped
    else:
        html = inline_html(tokens, base)
    return Block(
        kind,
        text=piece.text,
        level=piece.level,
        ordinal=piece.ordinal,
        links=links(piece.links, base),
        html=html,
    )


def _rejoined(reading: Reading, blocks: list[Block]) -> list[Block]:
    """The paragraphs of a capture whole again where something that stood in them has cut them in two."""
    if reading.blocks.is_markup:
        return blocks
    whole: list[Block] = []
    for block in blocks:
        last = whole[-1] if whole else None
        if last is not None and last.kind == block.kind == "paragraph" and _is_cut(last.text, block.text):
            whole[-1] = replace(
                last,
                text=f"{last.text} {block.text}",
                html=f"{last.html} {block.html}",
                links=last.links + block.links,
            )
        else:
            whole.append(block)
    return whole


def _is_cut(one: str, two: str) -> bool:
    """Whether a paragraph goes on in the next: it ends in a title, or in mid-sentence before a small letter."""
    if len(one) < _LONG_ENOUGH:
        return False
    return bool(_TITLES.search(one)) or (two[:1].islower() and bool(_OPEN_END.search(one)))


def _without_dateline(reading: Reading, body: list[Block]) -> tuple[list[Block], Dateline | None]:
    """The body from after its dateline, and the dateline."""
    published = reading.value("published")
    language = reading.value("language")
    looked_at = 0
    for at, block in enumerate(body):
        if block.kind not in ("paragraph", "quote"):
            continue
        looked_at += 1
        if looked_at > _DATELINE_IN:
            break
        span = dateline_span(block.text, published=published.day if published else None, language=language)
        if span is not None:
            dateline, start = span
            rest = block.text[start:]
            if not rest.strip():
                return [*body[:at], *body[at + 1 :]], dateline
            shorter = replace(
                block, text=rest.lstrip(), html=html_from(block.html, len(block.text) - len(rest.lstrip()))
            )
            return [*body[:at], shorter, *body[at + 1 :]], dateline
    return body, None


_PARTS: Final = re.compile(r"<[^>]*>|[^<]+")


def html_from(html: str, start: int) -> str:
    """Inline HTML without its first `start` characters of text; every element stays closed.

    >>> html_from("<strong>ROME (XY) &amp;</strong> <a href='u'>Rain</a> fell", 12)
    "<a href='u'>Rain</a> fell"
    """
    out: list[str] = []
    for match in _PARTS.finditer(html):
        part = match[0]
        if part[0] == "<" or not start:
            out.append(part)
            continue
        text = unescape(part)
        cut = min(start, len(text))
        start -= cut
        out.append(escape(text[cut:], quote=False))
    joined = "".join(out).lstrip()
    while (shorter := _EMPTY.sub("", joined)) != joined:
        joined = shorter.lstrip()
    return joined


_EMPTY: Final = re.compile(r"<(\w+)(?: [^>]*)?></\1>")


def _removed(reading: Reading) -> Iterable[Removed]:
    """The parts that are no article: pieces in a row with one kind and one rule are one part."""
    run: list[Piece] = []
    key: tuple[Label, str] | None = None
    last: Given | None = None
    for piece, given in zip(reading.blocks.pieces, reading.labels, strict=True):
        if given is last and key is not None:
            run.append(piece)
            continue
        last = given
        this = (given.label, given.by) if given is not None and given.label.is_boilerplate else None
        if this != key:
            if run and key is not None:
                yield _part(reading, key, run)
            run = []
            key = this
        if this is not None:
            run.append(piece)
    if run and key is not None:
        yield _part(reading, key, run)


def _part(reading: Reading, key: tuple[Label, str], run: Sequence[Piece]) -> Removed:
    base = reading.base()
    pairs: list[tuple[str, str]] = []
    for piece in run:
        if len(pairs) < _MOST_LINKS:
            pairs += piece.links
    return Removed(
        key[0].value,
        text="\n".join([piece.text for piece in run]),
        links=links(pairs, base),
        path=_container(run).path() if reading.blocks.is_markup else None,
        rule=key[1],
    )


def _container(run: Sequence[Piece]) -> Node:
    """The smallest element that holds all pieces of a run."""
    node = run[0].node
    while node.parent is not None and node.end <= run[-1].index:
        node = node.parent
    return node
