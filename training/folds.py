"""The honest measure: the whole way over pages whose sites the models have not seen.

Each fold's models are put in the place of the package's, and the pages of the fold are read as users read them: the
fields take their lines, captions and insets are told apart, guards speak, the dateline is cut off.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from types import ModuleType
from unittest import mock

from benchmarks.measure import Quality
from cleanscrape.article import ProfileUse, Tier
from cleanscrape.assembly import assemble
from cleanscrape.page import Page as Source
from cleanscrape.rules import wording
from cleanscrape.way import read_generic
from training import corpus
from training.corpus import Page

CORPORA = {"aeb": "html", "publishers": "html", "wcxb-articles": "html", "captures": "txt", "segments": "html"}
MEASURES = ("shingle_f1", "exact", "para_f1", "word_f1", "seg_f1")
EDGES = ("starts early", "starts late", "ends early", "ends late")
_WORDS = re.compile(r"\w+").findall
_SHINGLE = 4
_SLACK = 5  # words that may stand before or be lost at an edge: an initial, a byline's rest


@dataclass(frozen=True, slots=True)
class Models:
    """What one training gives: the sources of the two models, and the table of words."""

    markup: str
    lines: str = field(kw_only=True)
    words: str = field(kw_only=True)

    def write(self, folder: Path) -> None:
        """Write them where the package reads them."""
        for name, text in (("body_model.py", self.markup), ("line_model.py", self.lines), ("wording.txt", self.words)):
            (folder / name).write_text(text, encoding="utf-8")

    @contextmanager
    def installed(self) -> Iterator[None]:
        """In the place of the package's own, in memory."""
        modules = {"body_model": self.markup, "line_model": self.lines}
        loaded = {f"cleanscrape.rules.{name}": _loaded(name, source) for name, source in modules.items()}
        table = wording.parsed(self.words)
        with mock.patch.dict(sys.modules, loaded), mock.patch.object(wording, "_weights", lambda: table):
            yield


def _loaded(name: str, source: str) -> ModuleType:
    module = ModuleType(name)
    exec(compile(source, name, "exec"), module.__dict__)  # written by this very program
    return module


class Table:
    """The figures of all corpora, and of each page what it is worth."""

    def __init__(self) -> None:
        self._qualities: dict[str, Quality] = {}
        self._edges: dict[str, list[tuple[bool, ...]]] = {}
        self.pages: list[tuple[float, str, tuple[bool, ...]]] = []

    def add(self, page: Page) -> None:
        """Read one page and count it."""
        text = text_of(page)
        self._qualities.setdefault(page.corpus, Quality()).add(page.gold, {"text": text})
        if page.gold.get("body"):
            at = edges(text, page.gold["body"])
            self._edges.setdefault(page.corpus, []).append(at)
            given, wanted = Counter(_WORDS(text.lower())), Counter(_WORDS(page.gold["body"].lower()))
            worth = 2 * (given & wanted).total() / max(1, given.total() + wanted.total())
            self.pages.append((worth, f"{page.corpus} {page.id}", at))

    def markdown(self) -> str:
        """A row for each corpus: its measures, then the share of pages with each fault at an edge."""
        rows = [["corpus", *MEASURES, *EDGES], ["---"] * (1 + len(MEASURES) + len(EDGES))]
        for name, quality in self._qualities.items():
            found = quality.result()
            at = self._edges.get(name)
            faults = [f"{mean(column):.3f}" for column in zip(*at, strict=True)] if at else [""] * len(EDGES)
            rows.append([name, *(f"{found[m]:.4f}" if m in found else "" for m in MEASURES), *faults])
        return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def text_of(page: Page) -> str:
    """The text of a page's article, read without a profile; empty where no body is found."""
    reading = read_generic(Source(page.source, page.url or None))
    return assemble(reading, ProfileUse(Tier.GENERIC)).text if reading.chosen else ""


def edges(text: str, body: str) -> tuple[bool, ...]:
    """Whether a text starts too early, starts too late, ends too early, ends too late by more than a few words.

    >>> edges("Sign up for our six letters. One two three four five", "One two three four five six")
    (True, False, False, False)
    """
    given, wanted = _WORDS(text.lower()), _WORDS(body.lower())
    early, late = _unshared(given, wanted), _unshared(wanted, given)
    over, short = _unshared(given[::-1], wanted[::-1]), _unshared(wanted[::-1], given[::-1])
    return early > _SLACK, late > _SLACK, short > _SLACK, over > _SLACK


def _unshared(one: Sequence[str], two: Sequence[str]) -> int:
    """How many words of `one` stand before the first few in a row that `two` has too."""
    known = set(zip(*(two[i:] for i in range(_SHINGLE)), strict=False))
    runs = zip(*(one[i:] for i in range(_SHINGLE)), strict=False)
    return next((at for at, run in enumerate(runs) if run in known), len(one))


def measured(folder: Path, models: Mapping[int, Models]) -> Table:
    """The figures of all pages, each fold's read with its own models."""
    table = Table()
    by_fold: dict[int, list[Page]] = {}
    for name, suffix in CORPORA.items():
        for page in corpus.read(folder, name, suffix):
            by_fold.setdefault(page.fold, []).append(page)
    for fold, pages in sorted(by_fold.items()):
        with models[fold].installed():
            for page in pages:
                table.add(page)
    return table
