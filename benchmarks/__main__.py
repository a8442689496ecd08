"""``python -m benchmarks CORPORA``: cleanscrape and its peers over a folder of corpora, in one run, as a table.

Time is a ratio to a bare parse of the same bytes by ``lxml.html.fromstring`` in the same run: the machine does not
matter. Each extractor runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import click

from benchmarks.corpus import Case, cases
from benchmarks.measure import Quality
from benchmarks.peers import EXTRACTORS
from benchmarks.picture import draw

MEASURED = ("aeb", "wcxb-articles", "publishers", "segments")
TIMED = ("aeb", "publishers")
_HEADLINE = {"aeb": "shingle_f1", "wcxb-articles": "word_f1", "publishers": "para_f1", "segments": "seg_f1"}
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


def _in_a_process(name: str, corpora: Path, every: int) -> dict[str, Any] | None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        try:
            return pool.apply(measure, (name, corpora, every))
        except ImportError as error:
            click.echo(f"{name} is left out: {error}; pip install 'cleanscrape[benchmarks]'", err=True)
            return None


def table(results: Sequence[dict[str, Any]]) -> str:
    """The results as a Markdown table."""
    columns = [corpus for corpus in MEASURED if any(corpus in r["quality"] for r in results)]
    head = ["", *(f"{c} {_HEADLINE[c]}" for c in columns), "ms a page", "× bare parse", "peak MB"]
    rows = [head, ["---"] * len(head)]
    for r in results:
        scores = [f"{r['quality'].get(c, {}).get(_HEADLINE[c], 0):.3f}" for c in columns]
        rows.append([r["name"], *scores, f"{r['milliseconds']:.1f}", f"{r['ratio']:.1f}", str(r["peak_mb"])])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


@click.command()
@click.argument("corpora", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", multiple=True, type=click.Choice(tuple(EXTRACTORS)), help="Measure these alone.")
@click.option("--every", default=1, show_default=True, help="Take every N-th page.")
@click.option("--json", "json_path", type=click.Path(path_type=Path), help="Write the figures here.")
@click.option("--picture", type=click.Path(path_type=Path), help="Write quality against speed here, as SVG.")
def main(corpora: Path, only: tuple[str, ...], every: int, json_path: Path | None, picture: Path | None) -> None:
    """Measure cleanscrape and its peers over CORPORA."""
    names = only or tuple(EXTRACTORS)
    results = [r for name in names if (r := _in_a_process(name, corpora, every)) is not None]
    click.echo(table(results))
    if json_path is not None:
        json_path.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    if picture is not None:
        picture.write_text(draw(results), encoding="utf-8")


if __name__ == "__main__":
    main()
