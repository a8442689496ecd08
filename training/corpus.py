"""The pages to learn from: a folder a corpus, each with `gold.jsonl` and `pages/ID.html.gz`.

A line of `gold.jsonl` is an object with `id`, `url` and `body`, and perhaps `paragraphs` (the body's paragraphs; one
in square brackets may stand in the body or not). Where the body is not known whole, `with` holds snippets that stand
in it, `without` snippets of the page that do not.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# The corpora that give the body whole.
WITH_BODY = ("aeb", "publishers", "wcxb-articles")
# The corpus of many languages that knows parts of the body.
WITH_SNIPPETS = "segments"
# A corpus whose bodies another extractor has found: to be trusted a little less.
BY_OTHERS = "reader-view"
# Corpora that know nothing of the body.
WITHOUT_BODY = ("dates", "site-parsers")
FOLDS = 5
_SHORT_LABEL = 3  # co.uk, com.au: a second-level label this short belongs to the suffix


@dataclass(frozen=True, slots=True)
class Page:
    """One page with what is true of it."""

    id: str
    corpus: str
    url: str
    source: bytes
    gold: dict[str, Any]

    @property
    def fold(self) -> int:
        """Which fold it belongs to: all pages of a site are in the same."""
        return int(hashlib.md5(site(self.url).encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def site(url: str) -> str:
    """The registrable domain of an address, nearly.

    >>> site("https://www.news.example.co.uk/a"), site("https://edition.example.com/")
    ('example.co.uk', 'example.com')
    """
    host = urlsplit(url).hostname or url
    parts = host.removeprefix("www.").split(".")
    two = len(parts) < 3 or len(parts[-2]) > _SHORT_LABEL
    return ".".join(parts[-2:] if two else parts[-3:])


def read(folder: Path, corpus: str, suffix: str = "html") -> Iterator[Page]:
    """The pages of one corpus that have a body, or parts of it; all pages of a corpus that knows no bodies."""
    with (folder / corpus / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            gold = json.loads(line)
            if gold.get("body") or gold.get("with") or corpus in WITHOUT_BODY:
                path = folder / corpus / "pages" / f"{gold['id']}.{suffix}.gz"
                yield Page(gold["id"], corpus, gold.get("url") or "", gzip.decompress(path.read_bytes()), gold)
