"""`cleanscrape PAGE...`: pages, files or addresses, read and printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import Final

import click

from cleanscrape.article import Article
from cleanscrape.cli.fetching import Fetching, fetching_options, is_address, save_option
from cleanscrape.cli.progress import each
from cleanscrape.errors import CleanscrapeError, FetchError, NotAnArticle
from cleanscrape.extract import AUTO, Extractor, ProfileChoice
from cleanscrape.fetch.location import shown
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


class SomeFailed(Exception):
    """Of several pages some failed, which has been said; `without_article` where that was all."""

    def __init__(self, errors: list[Exception]) -> None:
        super().__init__(f"{len(errors)} failed")
        self.without_article = all(isinstance(error, NotAnArticle) for error in errors)


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
# Of several articles: a line each.
_LINES: Final[dict[str, Callable[[Article], str]]] = {"json": render_json, "jsonld": render_jsonld}


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE")
@click.option("--url", help="The page's address: finds the site's profile and makes links absolute.")
@click.option("--format", "form", type=click.Choice(tuple(_FORMATS)), default="text", show_default=True,
              help="What to print it as.")  # fmt: skip
@click.option("--profile", help=f"A profile's file, or '{_NONE}' for the generic rules alone.  [default: by host]")
@click.option("--charset", help="The encoding that the server declared.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write here, not to stdout.")
@click.option("--only", type=click.Choice(ONLY), metavar="FIELD", help=f"Print one field alone: {', '.join(ONLY)}.")
@click.option("--removed", is_flag=True, help="Print the rest of the page, by kind.")
@save_option
@fetching_options
@click.option("--debug", is_flag=True, help="Show a traceback where something fails.")
def read(  # noqa: PLR0913 - an option is an argument in click
    *,
    pages: tuple[str, ...],
    url: str | None,
    form: str,
    profile: str | None,
    charset: str | None,
    output: Path | None,
    only: str | None,
    removed: bool,
    fetching: Fetching,
    debug: bool,
) -> None:
    """Read each PAGE, an address, a file or - for standard input, and print its article.

    Several are read at once and printed in their order, one that fails does not stop the rest; JSON is then a line a
    page.
    """
    if url is not None and (len(pages) > 1 or is_address(pages[0])):
        raise click.UsageError("--url is the address of one saved page: leave it out")
    extractor = Extractor(profile=profile_choice(profile))
    form_of = _Form(form, only=only, removed=removed, several=len(pages) > 1)
    with ExitStack() as stack:
        fetcher = stack.enter_context(fetching.fetcher()) if any(map(is_address, pages)) else None

        def work(page: str) -> Article:
            if fetcher is not None and is_address(page):
                return fetcher.scrape(page, extractor=extractor)
            return extractor.extract(source_of(page), url, charset=charset)

        if len(pages) == 1 and fetcher is None:
            _write(form_of.printed(pages[0], work(pages[0])), output)
            return
        _print_all(each(pages, work), form_of, output, debug=debug)


@dataclass(frozen=True, slots=True)
class _Form:
    """How articles are printed."""

    name: str
    _: KW_ONLY
    only: str | None
    removed: bool
    several: bool

    def printed(self, page: str, article: Article) -> str:
        """An article as it is printed, with a newline at its end; what went wrong in it goes to stderr."""
        where = f"{shown(page)}: " if self.several else ""
        for warning in article.warnings:
            click.echo(f"cleanscrape: {where}{warning}", err=True)
        if self.removed:
            printed = _by_kind(article)
        elif self.only is not None:
            printed = _field(article, self.only, self.name, indent=0 if self.several else 2)
        else:
            printed = (_LINES if self.several else _FORMATS).get(self.name, _FORMATS[self.name])(article)
        printed = printed.rstrip("\n") + "\n"
        return f"==> {shown(page)} <==\n{printed}\n" if self.several and self.name not in _LINES else printed


def _print_all(
    results: Iterable[tuple[str, Future[Article]]], form: _Form, output: Path | None, *, debug: bool
) -> None:
    """Print all that comes; where several were asked for, an error is said, and its exit code kept for the end."""
    errors: list[Exception] = []
    with ExitStack() as stack:
        file = stack.enter_context(output.open("w", encoding="utf-8")) if output is not None else None
        for page, future in results:
            try:
                article = future.result()
            except (CleanscrapeError, OSError, click.UsageError) as error:
                if not form.several or debug:
                    raise
                errors.append(error)
                said = "" if isinstance(error, FetchError) else f"{shown(page)}: "
                text = error.format_message() if isinstance(error, click.UsageError) else str(error)
                click.echo("cleanscrape: " + " ".join(f"{said}{text}".split()), err=True)
            else:
                click.echo(form.printed(page, article), file=file, nl=False)
    if errors:
        raise SomeFailed(errors)


def profile_choice(named: str | None) -> ProfileChoice:
    """The profile that the option `--profile` names."""
    return AUTO if named is None else None if named == _NONE else Path(named)


def source_of(page: str) -> bytes:
    """The bytes that the argument PAGE names."""
    if is_address(page):
        raise click.UsageError(
            f"{page} is an address, and this command reads files: cleanscrape {page} --save DIR keeps it as one"
        )
    if page == "-":
        return sys.stdin.buffer.read()
    path = Path(page)
    if not path.is_file():
        raise click.UsageError(f"there is no file {page}: name a saved page, or - for standard input")
    return path.read_bytes()


def _field(article: Article, name: str, form: str, *, indent: int) -> str:
    """One field as lines of text, or as JSON."""
    value = getattr(article, name)
    if form == "json":
        return as_json(value, indent=indent)
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
