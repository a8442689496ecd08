"""Pages kept as they were fetched: the bytes, and how they came."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from cleanscrape.fetch import Fetcher
from cleanscrape.page import Fetched, Page
from cleanscrape.render.json import as_json

_LONGEST: Final = 80  # characters of a file's name, without its ending
_FACTS: Final = ("url", "status", "at", "charset", "hops", "headers")


class SavingFetcher(Fetcher):
    """A fetcher that keeps each page in a folder, also those in which no article is found."""

    def __init__(self, folder: Path | None, **settings: Any) -> None:
        super().__init__(**settings)
        self._folder = folder

    def fetch(self, url: str) -> Page:
        """One page; its bytes are in the folder then."""
        page = super().fetch(url)
        if self._folder is not None and page.fetched is not None:
            save(page.fetched, self._folder, is_markup=page.is_markup)
        return page


def save(fetched: Fetched, folder: Path, *, is_markup: bool = True) -> Path:
    """Write a page's bytes into a folder, and beside them when and from where it came, as JSON; give its path."""
    path = folder / (urlsplit(fetched.url).hostname or "").replace(":", "_") / file_name(fetched.url)
    path.parent.mkdir(parents=True, exist_ok=True)
    page = path.with_name(path.name + (".html" if is_markup else ".txt"))
    page.write_bytes(fetched.content)
    facts = {name: getattr(fetched, name) for name in _FACTS} | {"headers": dict(fetched.headers)}
    path.with_name(path.name + ".json").write_text(as_json(facts, indent=2) + "\n", encoding="utf-8")
    return page


def file_name(url: str) -> str:
    """A name for an address: its path in ASCII, and a number that is its own.

    >>> file_name("https://example.org/2024/05/../Ferry stays.html?id=7")
    '2024-05-ferry-stays-html-87d24cbf'
    """
    words = re.findall(r"[a-z0-9]+", unquote(urlsplit(url).path).lower())
    own = hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:8]
    return "-".join([*("-".join(words)[: _LONGEST - 9].strip("-").split("-") if words else ["index"]), own])
