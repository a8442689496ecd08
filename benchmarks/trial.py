"""One extractor measured over all corpora, in the process that it is called in."""

from __future__ import annotations

import resource
import time
from pathlib import Path
from statistics import median
from typing import Any

import click

from benchmarks.corpus import Case, cases
from benchmarks.measure import Quality
from benchmarks.peers import EXTRACTORS

MEASURED = ("aeb", "wcxb-articles", "publishers", "segments")
TIMED = ("aeb", "publishers")
_WARM = 3  # pages that are read before the clock runs: imports and caches are no page's cost


def _bare(source: bytes) -> float:
    from lxml import html

    start = time.perf_counter()
    html.fromstring(source)
    return time.perf_counter() - start


def measure(name: str, corpora: Path, every: int) -> dict[str, Any]:
    """One extractor on all corpora: quality by corpus, milliseconds, ratios, memory."""
    extract = EXTRACTORS[name]()
    ratios: list[float] = []
    times: list[float] = []
    quality: dict[str, dict[str, float]] = {}
    for corpus in MEASURED:
        if not (corpora / corpus).is_dir():
            continue
        counted = Quality()
        for number, case in enumerate(cases(corpora / corpus, every=every)):
            seconds, found = _timed(extract, case)
            counted.add(case.gold, found)
            if corpus in TIMED and number >= _WARM:
                times.append(seconds)
                ratios.append(seconds / min(_bare(case.source) for _ in range(2)))
        quality[corpus] = counted.result()
    return {
        "name": name,
        "quality": quality,
        "milliseconds": round(1000 * median(times), 2),
        "ratio": round(median(ratios), 2),
        "slowest_ratio": round(max(ratios), 1),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _timed(extract: Any, case: Case) -> tuple[float, dict[str, Any]]:
    start = time.perf_counter()
    try:
        found = extract(case.source, case.url)
    except Exception as error:
        click.echo(f"{case.id}: {type(error).__name__}", err=True)
        found = {}
    return time.perf_counter() - start, found
