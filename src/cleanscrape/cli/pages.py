"""Pages that a command is given: saved ones with their addresses, or addresses to be fetched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from cleanscrape.page import Page


def given_pages(names: Sequence[str], urls: Sequence[str]) -> list[tuple[Page, str | None]]:
    """The pages in files or at addresses, each with its address.

    `urls` are the addresses of the files, in their order; without any each page declares its own.

    Raises:
        UsageError: a file is missing, or there are not as many addresses as files.
        FetchError: a page could not be fetched.
    """
    files = [name for name in names if not is_address(name)]
    if urls and len(urls) != len(files):
        raise click.UsageError(
            f"{len(files)} saved pages and {len(urls)} addresses: give --url once for each of them, or never"
        )
    addresses = iter(urls)
    pages = [_fetched(name) if is_address(name) else _saved(name, next(addresses, None)) for name in names]
    return [(page, page.url) for page in pages]


def is_address(name: str) -> bool:
    """Whether a page is given by its address."""
    return name.startswith(("http://", "https://"))


def _fetched(address: str) -> Page:
    from cleanscrape.fetch import fetch  # loads what the network needs

    return fetch(address)


def _saved(name: str, url: str | None) -> Page:
    path = Path(name)
    if not path.is_file():
        raise click.UsageError(f"there is no file {name}: name saved pages, or addresses")
    page = Page(path.read_bytes(), url)
    if page.url is None and page.is_markup:
        page.url = page.linked.canonical
    return page
