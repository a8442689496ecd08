"""An Article as HTML that is safe to show: every tag is written here or by `cleanscrape.render.inline`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cleanscrape.article import Article, Block, Timestamp
from cleanscrape.render.address import web_address
from cleanscrape.render.body import Figure, code_lines, heading_level, illustrated, separated, with_dateline
from cleanscrape.render.inline import attribute, escaped, inline, safe_html, words
from cleanscrape.render.moment import moment
from cleanscrape.render.outline import steps
from cleanscrape.render.table import Cell, rows

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "azb", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "khw", "ks", "lrc", "mzn", "nqo", "pnb"}
    | {"prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi"}
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"})


def render_html(article: Article, *, document: bool = False, images: bool = True, dateline: bool = False) -> str:
    """The article as an ``<article>`` element, or as a whole `document`.

    Safe to show whatever the article holds: no script, no style, no attribute but those written here,
    no address but absolute ones of http and https. `dateline` puts the dateline back before the text.

    >>> print(render_html(Article(headline="Gulls & boats", language="en")))
    <article lang="en">
    <header>
    <h1>Gulls &amp; boats</h1>
    </header>
    </article>
    """
    body = with_dateline(article) if dateline else article.body
    parts = [*_header(article), *_body(illustrated(body, article.images if images else ()))]
    fragment = "\n".join([f"<article{_language(article)}>", *parts, "</article>"])
    return _document(article, fragment) if document else fragment


def _document(article: Article, fragment: str) -> str:
    head = ['<meta charset="utf-8">', f"<title>{words(article.headline or article.url or '')}</title>"]
    if article.description:
        head.append(f'<meta name="description" content="{attribute(article.description)}">')
    if address := web_address(article.canonical_url or article.url):
        head.append(f'<link rel="canonical" href="{attribute(address)}">')
    lines = ["<!DOCTYPE html>", f"<html{_language(article)}>", "<head>", *head, "</head>"]
    return "\n".join([*lines, "<body>", fragment, "</body>", "</html>", ""])


def _language(article: Article) -> str:
    if not article.language:
        return ""
    return f' lang="{attribute(article.language)}"' + (' dir="rtl"' if _is_rtl(article.language) else "")


def _is_rtl(language: str) -> bool:
    """Whether a language tag (BCP 47) names a script, or a language, that runs from right to left."""
    primary, *rest = language.lower().replace("_", "-").split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    return script in _RIGHT_TO_LEFT_SCRIPTS if script else primary in _RIGHT_TO_LEFT


def _header(article: Article) -> list[str]:
    lines = []
    if article.headline:
        lines.append(f"<h1>{words(article.headline)}</h1>")
    if article.dek_apart:
        lines.append(f'<p class="dek">{words(article.dek_apart)}</p>')
    signed = [words(article.byline.raw)] if article.byline and article.byline.raw else []
    dated = [_time(article.published)] if article.published else []
    if signed or dated:
        lines.append(f'<p class="byline">{" · ".join(signed + dated)}</p>')
    return ["<header>", *lines, "</header>"] if lines else []


def _time(timestamp: Timestamp) -> str:
    return f'<time datetime="{timestamp.isoformat()}">{moment(timestamp)}</time>'


def _body(parts: Iterable[Block | Figure]) -> Iterator[str]:
    shown = (p for p in parts if isinstance(p, Figure) or p.text or p.html)
    for kind, run in groupby(shown, key=lambda part: part.kind):
        figures, blocks = separated(run)
        if kind == "list":
            yield _list(blocks)
        elif kind == "quote":
            yield "\n".join(["<blockquote>", *(f"<p>{_inline(b)}</p>" for b in blocks), "</blockquote>"])
        else:
            yield from filter(None, map(_block, blocks))
        for figure in figures:
            yield from _figure(figure)


def _inline(block: Block) -> str:
    return safe_html(inline(block))


def _block(block: Block) -> str:
    if block.kind == "code":
        return f"<pre><code>{escaped(code_lines(block))}</code></pre>"
    if block.kind == "table":
        return _table(rows(block))
    content = _inline(block)
    if not content:
        return ""
    if block.kind == "heading":
        level = heading_level(block)
        return f"<h{level}>{content}</h{level}>"
    if block.kind == "caption":
        return f"<figure>\n<figcaption>{content}</figcaption>\n</figure>"
    return f"<p>{content}</p>"


def _list(items: Iterable[Block]) -> str:
    out: list[str] = []
    tags: list[str] = []
    expected: list[int] = []
    for step in steps(items):
        for _ in range(step.closed):
            out.append(f"</li>\n</{tags.pop()}>")
            expected.pop()
        if step.opens:
            tags.append("ol" if step.is_ordered else "ul")
            expected.append(1)
            out.append(f"\n<{tags[-1]}>")
        else:
            out.append("</li>")
        number = step.item.ordinal
        start = "<li>" if number in (None, expected[-1]) else f'<li value="{number}">'
        out.append(f"\n{start}{_inline(step.item)}")
        expected[-1] = (number or 0) + 1
    out += (f"</li>\n</{tag}>" for tag in reversed(tags))
    return "".join(out).lstrip("\n")


def _table(table: list[list[Cell]]) -> str:
    head = table[:1] if table and all(cell.is_header for cell in table[0]) else []
    out = ["<table>"]
    for tag, part in (("thead", head), ("tbody", table[len(head) :])):
        if part:
            out += (f"<{tag}>", *(_row(row) for row in part), f"</{tag}>")
    return "\n".join([*out, "</table>"])


def _row(row: list[Cell]) -> str:
    return "<tr>" + "".join(map(_cell, row)) + "</tr>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.is_header else "td"
    spans = "".join(f' {name}="{number}"' for name, number in cell.spans.items() if number != "1")
    return f"<{tag}{spans}>{safe_html(cell.content)}</{tag}>"


def _figure(figure: Figure) -> Iterator[str]:
    """The picture with its caption and credit; the words alone where its address is none to show."""
    address = web_address(figure.image.url)
    caption = _inline(figure.caption) if figure.caption else words(figure.image.caption or "")
    credit = f"<small>{words(figure.credit)}</small>" if figure.credit else ""
    told = " ".join(filter(None, [caption, credit]))
    lines = []
    if address:
        lines.append(f'<img src="{attribute(address)}" alt="{attribute(figure.image.alt or "")}">')
    if told:
        lines.append(f"<figcaption>{told}</figcaption>")
    if lines:
        yield "\n".join(["<figure>", *lines, "</figure>"])
