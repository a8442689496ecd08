"""A corpus: a folder with ``gold.jsonl`` (a page a line, `id` first) and ``pages/ID.html.gz`` or ``ID.txt.gz``."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """One page with its truth."""

    id: str
    source: bytes = field(kw_only=True, repr=False)
    gold: dict[str, Any] = field(kw_only=True, repr=False)

    @property
    def url(self) -> str | None:
        """The page's address, where the truth has it."""
        url: str | None = self.gold.get("url")
        return url


def source_of(folder: Path, name: str) -> bytes:
    """The bytes of one page of a corpus."""
    for ending in (".html.gz", ".txt.gz"):
        path = folder / "pages" / (name + ending)
        if path.is_file():
            return gzip.decompress(path.read_bytes())
    raise FileNotFoundError(f"{folder} has no page {name}")


def cases(folder: Path, *, every: int = 1) -> Iterator[Case]:
    """The pages of a corpus, every `every`-th of them."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        truths = [json.loads(line) for line in islice(lines, 0, None, every)]
    for gold in truths:
        yield Case(gold["id"], source=source_of(folder, gold["id"]), gold=gold)
