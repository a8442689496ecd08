"""`cleanscrape explain PAGE`: what every part of a page was taken for, by whom and why."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from cleanscrape.cli.read import profile_choice, source_of
from cleanscrape.explain import explain as explain_page
from cleanscrape.label import Label

if TYPE_CHECKING:
    from cleanscrape.explain.report import Report

_WIDTH: Final = 120  # columns where no terminal says how many it has


@click.command()
@click.argument("page")
@click.option("--url", help="The page's address: finds the site's profile and makes links absolute.")
@click.option("--profile", help="A profile's file, or 'none' for the generic rules alone.  [default: by host]")
@click.option("--charset", help="The encoding that the server declared.")
@click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), help="Write one HTML page here, for a browser."
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice([label.value for label in Label]), metavar="KIND",
              help="Print the pieces of this label alone; may be given several times.")  # fmt: skip
@click.option("--debug", is_flag=True, help="Show a traceback where something fails.")
def explain(  # noqa: PLR0913 - an option is an argument in click
    *,
    page: str,
    url: str | None,
    profile: str | None,
    charset: str | None,
    html: Path | None,
    as_json: bool,
    kinds: tuple[str, ...],
    debug: bool,  # noqa: ARG001 - read by `run`
) -> None:
    """Show what each part of PAGE, a file or - for standard input, was taken for, by whom and why.

    A page that is no article is explained too.
    """
    if html is not None and (as_json or kinds):
        raise click.UsageError(
            "--html writes the whole page, with a switch for every kind: leave out --json and --kind"
        )
    report = explain_page(source_of(page), url, profile=profile_choice(profile), charset=charset)
    if html is not None:
        _write(report, html)
    elif as_json:
        click.echo(_json(report, kinds), nl=False)
    else:
        _print(report, kinds)


def _write(report: Report, path: Path) -> None:
    from cleanscrape.explain.document import render_report

    path.write_text(render_report(report), encoding="utf-8")
    click.echo(f"cleanscrape: wrote {path}: open it in a browser", err=True)


def _json(report: Report, kinds: tuple[str, ...]) -> str:
    from dataclasses import replace

    from cleanscrape.render.json import as_json

    if kinds:
        report = replace(report, pieces=tuple(piece for piece in report.pieces if piece.label in kinds))
    return as_json(report, indent=2) + "\n"


def _print(report: Report, kinds: tuple[str, ...]) -> None:
    from rich.console import Console  # loaded when it is asked for

    from cleanscrape.explain.table import print_report

    is_known = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(width=None if is_known else _WIDTH, highlight=False, markup=False, emoji=False)
    print_report(report, console, kinds)
