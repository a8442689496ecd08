"""``python -m benchmarks CORPORA``: cleanscrape and its peers over a folder of corpora, in one run, as a table.

Time is a ratio to a bare parse of the same bytes by ``lxml.html.fromstring`` in the same run: the machine does not
matter. Each extractor runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from benchmarks.peers import EXTRACTORS
from benchmarks.picture import draw
from benchmarks.trial import MEASURED, measure
from cleanscrape.document import with_part

_HEADLINE = {"aeb": "shingle_f1", "wcxb-articles": "word_f1", "publishers": "para_f1", "segments": "seg_f1"}


DOCS = Path(__file__).parent.parent / "docs"
FIGURES = DOCS / "benchmarks.json"
PAGES = (DOCS / "benchmarks.md", DOCS.parent / "README.md")
_BEGIN, _END = "<!-- figures: python -m benchmarks CORPORA --record -->", "<!-- end of figures -->"


def with_table(page: str, figures: str) -> str:
    """A page with the table between its two marks replaced."""
    return with_part(page, figures, begin=_BEGIN, end=_END)


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
@click.option("--record", is_flag=True, help="Write figures, picture and table into docs/ and README.md.")
def main(corpora: Path, only: tuple[str, ...], every: int, record: bool) -> None:
    """Measure cleanscrape and its peers over CORPORA."""
    names = only or tuple(EXTRACTORS)
    results = [r for name in names if (r := _in_a_process(name, corpora, every)) is not None]
    click.echo(table(results))
    if record:
        FIGURES.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
        (DOCS / "benchmarks.svg").write_text(draw(results), encoding="utf-8")
        for page in PAGES:
            page.write_text(with_table(page.read_text(encoding="utf-8"), table(results)), encoding="utf-8")


if __name__ == "__main__":
    main()
