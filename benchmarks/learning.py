"""``python -m benchmarks.learning CORPORA``: what learned profiles give, and whether the check notices new designs.

A profile is learned, unedited, from one page of each site of the corpus `publishers`, the older where it has several,
and read against the generic way on that page. Then all pages of all corpora that share a host are taken in pairs: from
one of them is learned, on the other are measured the profile and the check. How many of the classes and ids of the
smaller page the other has too says whether the design is the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from pathlib import Path
from statistics import mean
from urllib.parse import urlsplit

import click

from benchmarks.corpus import Case, cases
from benchmarks.measure import Quality
from cleanscrape import CleanscrapeError, Profile, check, extract, learn
from cleanscrape.profile.host import host_of
from cleanscrape.profile.learning.names import lasting

WITH_PAGES = ("publishers", "aeb", "wcxb-articles", "segments", "dates", "site-parsers")
MEASURES = ("para_f1", "word_f1", "shingle_f1", "seg_f1", "title", "authors", "date")
_NAMES = re.compile(rb"\s(class|id)=([\"'])([^\"'>]*)")
# Shares of names: pairs with less are of two designs, pairs with more of one. Between the two nobody can say.
SAME = 0.8
OTHER = 0.35


@dataclass(eq=False)
class Beside:
    """The measures of two ways over the same pages."""

    profile: Quality = field(default_factory=Quality)
    generic: Quality = field(default_factory=Quality)
    pages: int = 0
    better: int = 0
    worse: int = 0

    def add(self, case: Case, profile: Profile) -> None:
        """Read a page both ways and count it."""
        with_it, without = found(case, profile), found(case, None)
        self.pages += 1
        self.profile.add(case.gold, with_it)
        self.generic.add(case.gold, without)
        one, other = Quality(), Quality()
        one.add(case.gold, with_it)
        other.add(case.gold, without)
        measure = next((m for m in MEASURES if m in one.result()), "")
        self.better += one.result().get(measure, 0) > other.result().get(measure, 0)
        self.worse += one.result().get(measure, 0) < other.result().get(measure, 0)

    def lines(self) -> Iterator[str]:
        """The figures, a measure a line."""
        with_it, without = self.profile.result(), self.generic.result()
        for name in MEASURES:
            if name in with_it:
                gain = with_it[name] - without[name]
                yield f"  {name:10} learned {with_it[name]:.4f}  generic {without[name]:.4f}  gain {gain:+.4f}"
        yield f"  {self.pages} pages: {self.better} better, {self.worse} worse"


def found(case: Case, profile: Profile | None) -> dict[str, object]:
    """What is read off a page, as the measures ask for it; nothing where there is no article."""
    try:
        article = extract(case.source, case.url, profile=profile)
    except CleanscrapeError:
        return {}
    return {
        "text": article.text,
        "title": article.headline,
        "authors": article.authors,
        "published": article.published.isoformat() if article.published else None,
    }


def learned(case: Case) -> Profile | None:
    """The profile that one page teaches; None where it teaches none."""
    try:
        return learn([(case.source, case.url)])
    except CleanscrapeError:
        return None


@cache
def names(source: bytes) -> frozenset[str]:
    """The classes and ids of a page that people gave: those of style compilers change with every build."""
    found = {name for match in _NAMES.finditer(source) for name in match[3].decode("utf-8", "replace").split()}
    return frozenset(filter(None, map(lasting, found)))


def likeness(one: Case, other: Case) -> float:
    """The share of the names of the page that has fewer which the other has too."""
    mine, its = names(one.source), names(other.source)
    return len(mine & its) / max(1, min(len(mine), len(its)))


def mutated(source: bytes) -> bytes:
    """A page whose classes and ids all have other names, as after a redesign."""

    def renamed(match: re.Match[bytes]) -> bytes:
        return b" %s=%s%s" % (match[1], match[2], b" ".join(b"n-" + name[::-1] for name in match[3].split()))

    return _NAMES.sub(renamed, source)


def older_pages(corpora: Path, every: int) -> list[Case]:
    """A page of each publisher: the older, where it has several. The names of pages end in the day."""
    by_site: dict[str, Case] = {}
    for case in sorted(cases(corpora / "publishers"), key=lambda case: case.id):
        by_site.setdefault(re.sub(r"_\d{4}.*", "", case.id), case)
    return list(by_site.values())[::every]


def pairs(corpora: Path) -> Iterator[tuple[Case, Case]]:
    """Pages of one host, each with each, of all corpora."""
    by_host: dict[str, dict[str | None, Case]] = {}
    for name in WITH_PAGES:
        if (corpora / name).is_dir():
            for case in cases(corpora / name):
                host = re.sub(r"^(?:www|m|amp|edition)\.", "", host_of(case.url or ""))
                if "." in host and "archive.org" not in host and not _is_home(case.url or ""):
                    by_host.setdefault(host, {}).setdefault(case.url, case)
    for _, known in sorted(by_host.items()):
        yield from combinations(known.values(), 2)


def _is_home(url: str) -> bool:
    """Whether an address is that of a home page, which is no article."""
    return urlsplit(url).path in ("", "/")


def of_own_pages(corpora: Path, every: int) -> None:
    """Print what profiles give on the pages that they were learned from."""
    chosen = older_pages(corpora, every)
    own = Beside()
    verdicts: Counter[str] = Counter()
    noticed: list[bool] = []
    for case in chosen:
        profile = learned(case)
        if profile is None:
            verdicts["nothing learned"] += 1
            continue
        own.add(case, profile)
        verdicts[check(profile, [(case.source, case.url)]).verdict] += 1
        noticed.append(check(profile, [(mutated(case.source), case.url)]).verdict != "healthy")
    click.echo(f"\nOn the pages that they were learned from, {len(chosen)} sites")
    click.echo("\n".join(own.lines()))
    click.echo(f"  by their own check: {', '.join(f'{k} {v}' for k, v in sorted(verdicts.items()))}")
    click.echo(f"  all names changed, noticed: {mean(noticed):.1%} of {len(noticed)}")


def of_other_pages(corpora: Path, every: int) -> None:
    """Print what profiles give on other pages of their sites, and what the check says of those."""
    taught: dict[str, Profile | None] = {}
    by_design = {"the same design": Beside(), "another design": Beside(), "between": Beside()}
    verdicts: dict[str, Counter[str]] = {design: Counter() for design in by_design}
    for one, other in list(pairs(corpora))[::every]:
        alike = likeness(one, other)
        design = "the same design" if alike >= SAME else "another design" if alike < OTHER else "between"
        for teacher, case in ((one, other), (other, one)):
            if teacher.id not in taught:
                taught[teacher.id] = learned(teacher)
            profile = taught[teacher.id]
            if profile is not None:
                by_design[design].add(case, profile)
                verdicts[design][check(profile, [(case.source, case.url)]).verdict] += 1
    for design, beside in by_design.items():
        if beside.pages:
            click.echo(f"\nOn other pages of their hosts, {design}")
            click.echo("\n".join(beside.lines()))
            click.echo(f"  check: {', '.join(f'{k} {v}' for k, v in sorted(verdicts[design].items()))}")


@click.command()
@click.argument("corpora", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--every", default=1, show_default=True, help="Take every N-th site, and every N-th pair.")
def main(corpora: Path, every: int) -> None:
    """Learn profiles from pages of CORPORA and measure them."""
    of_own_pages(corpora, every)
    of_other_pages(corpora, every)


if __name__ == "__main__":
    main()
