"""``python -m benchmarks.gate CORPORA``: the floors under the quality that has been reached.

``regions.jsonl`` and ``datelines.jsonl``, where they lie beside the folder of corpora, are measured too.

Each measure of ``floors.toml`` must be at least as good as its floor. ``--raise`` lifts floors to what is measured
now, less a hair; nothing but ``--lower`` lets one down.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import click

from benchmarks.corpus import cases
from benchmarks.labels import datelines, kinds_of_page, regions
from benchmarks.measure import Quality
from benchmarks.peers import ours

FLOORS = Path(__file__).parent / "floors.toml"
_HAIR = 0.004  # what a floor stays under the measured value: a third of a page of the smallest corpus


def measured(corpora: Path, corpus: str) -> dict[str, float]:
    """The quality of cleanscrape, without profiles, on one corpus; higher is better."""
    if corpus == "regions":
        return regions(corpora.parent / "regions.jsonl")
    if corpus == "datelines":
        return datelines(corpora.parent / "datelines.jsonl")
    if corpus == "kinds-of-page":
        return kinds_of_page(corpora)
    extract = ours()
    quality = Quality()
    fields = _fields_of_publishers(corpora) if corpus == "captures" else {}
    for case in cases(corpora / corpus):
        gold = case.gold | fields.get(case.id.removeprefix("publishers-"), {})
        quality.add(gold, extract(case.source, case.url))
    result = quality.result()
    if "date_wrong" in result:
        result["date_not_wrong"] = 1 - result.pop("date_wrong")
    return result


def _fields_of_publishers(corpora: Path) -> dict[str, dict[str, Any]]:
    """The fields of the pages of publishers, of which captures are made: they are true of those as well."""
    names = ("title", "authors", "published")
    pages = cases(corpora / "publishers")
    return {page.id: {name: page.gold[name] for name in names if name in page.gold} for page in pages}


def _written(floors: dict[str, dict[str, float]]) -> str:
    lines = ["# The floors under measured quality; see gate.py. Lowered only by its --lower."]
    for corpus, values in sorted(floors.items()):
        lines += ["", f"[{corpus}]", *(f"{name} = {value:.4f}" for name, value in sorted(values.items()))]
    return "\n".join(lines) + "\n"


@click.command()
@click.argument("corpora", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--raise", "lift", is_flag=True, help="Lift the floors to what is measured now.")
@click.option("--lower", is_flag=True, help="Let floors down to what is measured now.")
def main(corpora: Path, lift: bool, lower: bool) -> None:
    """Hold the measured quality to its floors."""
    floors: dict[str, dict[str, float]] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    broken = 0
    for corpus, values in floors.items():
        now = measured(corpora, corpus)
        for name, floor in values.items():
            value = now.get(name, 0.0)
            holds = value >= floor
            broken += not holds
            click.echo(f"{corpus:14} {name:10} {value:.4f} floor {floor:.4f} {'' if holds else 'BROKEN'}")
            if (lift and value - _HAIR > floor) or (lower and not holds):
                values[name] = round(value - _HAIR, 4)
    if lift or lower:
        FLOORS.write_text(_written(floors), encoding="utf-8")
    if broken and not lower:
        click.echo(
            f"{broken} floors are broken: mend what broke them, or lower them knowingly with --lower",
            err=True,
        )
        sys.exit(1)


if __name__ == "__main__":
    main()
