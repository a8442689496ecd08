"""`cleanscrape PAGE`: one page, read and printed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from cleanscrape.article import Article
from cleanscrape.extract import AUTO, Extractor, ProfileChoice
from cleanscrape.render import render_html, render_json, render_jsonld, render_markdown, render_text
from cleanscrape.render.json import as_json
from cleanscrape.render.line import lines

ONLY: Final = (
    "access", "authors", "body", "breadcrumbs", "byline", "canonical_url", "dateline", "dek", "description",
    "headline", "images", "kind", "language", "license", "modified", "pages", "published", "publisher", "removed",
    "section", "site", "tags", "text", "url", "warnings",
)  # fmt: skip
"""The fields that `--only` prints."""

_NONE: Final = "none"


def _text(article: Article) -> str:
    """Readable on a terminal: headline, byline, date, dateline, body."""
    head = [article.headline]
    if article.dek_apart:
        head.append(article.dek_apart)
    if article.byline:
        head.append("By " + ", ".join(article.authors) if article.authors else article.byline.raw)
    if article.published:
        head.append(f"Published {article.published.isoformat()}")
    if article.dateline:
        head.append(article.dateline.raw)
    return "\n".join(line for line in head if line) + "\n\n" + render_text(article)


_FORMATS: Final[dict[str, Callable[[Article], str]]] = {
    "text": _text,
    "markdown": render_markdown,
    "html": render_html,
    "json": lambda article: render_json(article, indent=2),
    "jsonld": lambda article: render_jsonld(article, indent=2),
}


@click.command()
@click.argument("page")
@click.option("--url", help="The page's address: finds the site's profile and makes links absolute.")
@click.option("--format", "form", type=click.Choice(tuple(_FORMATS)), default="text", show_default=True,
              help="What to print it as.")  # fmt: skip
@click.option("--profile", help=f"A profile's file, or '{_NONE}' for the generic rules alone.  [default: by host]")
@click.option("--charset", help="The encoding that the server declared.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write here, not to stdout.")
@click.option("--only", type=click.Choice(ONLY), metavar="FIELD", help=f"Print one field alone: {', '.join(ONLY)}.")
@click.option("--removed", is_flag=True, help="Print the rest of the page, by kind.")
@click.option("--debug", is_flag=True, help="Show a traceback where something fails.")
def read(  # noqa: PLR0913 - an option is an argument in click
    *,
    page: str,
    url: str | None,
    form: str,
    profile: str | None,
    charset: str | None,
    output: Path | None,
    only: str | None,
    removed: bool,
    debug: bool,  # noqa: ARG001 - read by `run`
) -> None:
    """Read PAGE, a file or - for standard input, and print its article."""
    article = Extractor(profile=profile_choice(profile)).extract(source_of(page), url, charset=charset)
    for warning in article.warnings:
        click.echo(f"cleanscrape: {warning}", err=True)
    if removed:
        printed = _by_kind(article)
    elif only is not None:
        printed = _field(article, only, form)
    else:
        printed = _FORMATS[form](article)
    _write(printed.rstrip("\n") + "\n", output)


def profile_choice(named: str | None) -> ProfileChoice:
    """The profile that the option `--profile` names."""
    return AUTO if named is None else None if named == _NONE else Path(named)


def source_of(page: str) -> bytes:
    """The bytes that the argument PAGE names."""
    if page.startswith(("http://", "https://")):
        raise click.UsageError(
            f"{page} is an address, and fetching is not built in yet: save the page, then cleanscrape FILE --url {page}"
        )
    if page == "-":
        return sys.stdin.buffer.read()
    path = Path(page)
    if not path.is_file():
        raise click.UsageError(f"there is no file {page}: name a saved page, or - for standard input")
    return path.read_bytes()


def _field(article: Article, name: str, form: str) -> str:
    """One field as lines of text, or as JSON."""
    value = getattr(article, name)
    if form == "json":
        return as_json(value, indent=2)
    if name == "body":
        return "\n".join(f"{block.kind}\t{block.text}" for block in value)
    if name == "removed":
        return _by_kind(article)
    return "\n".join(lines(value))


def _by_kind(article: Article) -> str:
    kinds: dict[str, list[str]] = {}
    for part in article.removed:
        kinds.setdefault(part.kind, []).append(part.text)
    return "\n\n".join(f"[{kind}]\n" + "\n--\n".join(texts) for kind, texts in sorted(kinds.items()))


def _write(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
