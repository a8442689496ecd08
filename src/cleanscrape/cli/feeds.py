"""`cleanscrape feeds URL`: links to a site's articles."""

from __future__ import annotations

from itertools import islice

import click

from cleanscrape.cli.fetching import Fetching, fetching_options
from cleanscrape.render.json import as_json


@click.command()
@click.argument("url")
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="So many links at most.")
@click.option("--details", is_flag=True, help="Print the time and the title beside each address, apart by tabs.")
@click.option("--json", "as_lines", is_flag=True, help="Print a line of JSON for each link.")
@fetching_options
@click.option("--debug", is_flag=True, help="Show a traceback where something fails.")
def feeds(
    *,
    url: str,
    limit: int,
    details: bool,
    as_lines: bool,
    fetching: Fetching,
    debug: bool,  # noqa: ARG001 - read by `run`
) -> None:
    """Print the addresses of a site's articles, newest first, by its feeds and sitemaps.

    URL is a front page, a section's page, a feed or a sitemap. No list is fetched before its links are needed.
    """
    with fetching.fetcher() as fetcher:
        for link in islice(fetcher.discover(url), limit):
            if as_lines:
                click.echo(as_json(link))
            elif details:
                time = link.published.isoformat() if link.published is not None else ""
                click.echo(f"{link.url}\t{time}\t{link.title or ''}")
            else:
                click.echo(link.url)
