"""`cleanscrape profiles import-ftr`: site configs of Full-Text RSS become profiles of tier "imported"."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from cleanscrape.profile.ftr import Imported, SiteConfig

_PATH = click.Path(exists=True, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("import-ftr")
@click.argument("path", type=_PATH)
@click.option("--output", "-o", type=_FOLDER, required=True, help="The folder for the profiles, a HOST.toml each.")
@click.option("--force", is_flag=True, help="Overwrite profiles that are there.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: every directive and what became of it.")
@click.option("--verbose", "-v", is_flag=True, help="Print every directive that is not used, not their sums.")
@click.option("--debug", is_flag=True, help="Show a traceback where something fails.")
def import_ftr(
    *,
    path: Path,
    output: Path,
    force: bool,
    as_json: bool,
    verbose: bool,
    debug: bool,  # noqa: ARG001 - read by `run`
) -> None:
    """Read PATH, a site config of Full-Text RSS or a folder of them, and write profiles.

    Each is named for its host: example.com.txt, .example.com.txt for subdomains alone, global.txt. What is not used is
    said, and why. A selector that does not compile is named by file and line and left out; it does not stop the rest.
    """
    from cleanscrape.profile.ftr import imported

    groups, unread = _configs(path)
    found = [imported(group) for group in groups.values()]
    written = {each.host: _write(each, output, force=force) for each in found if each.profile is not None}
    if as_json:
        click.echo(
            json.dumps([_as_json(each, written.get(each.host, "")) for each in found], ensure_ascii=False, indent=1)
        )
    else:
        for line in _report(found, written, verbose=verbose):
            click.echo(line)
    for problem in unread:
        click.echo(problem, err=True)


def _configs(path: Path) -> tuple[dict[str, list[SiteConfig]], list[str]]:
    """The site configs in a path by host, and what is wrong with those that cannot be read."""
    from cleanscrape.errors import BadProfile
    from cleanscrape.profile.ftr import read_site_config

    files = sorted(path.glob("*.txt")) + sorted(path.glob(".*.txt")) if path.is_dir() else [path]
    groups: dict[str, list[SiteConfig]] = {}
    unread = []
    for file in dict.fromkeys(files):
        try:
            config = read_site_config(file)
        except BadProfile as error:
            unread.append(str(error))
        else:
            groups.setdefault(config.host, []).append(config)
    if not groups:
        raise BadProfile("\n".join(unread) or f"{path} holds no site configs: they are named as example.com.txt")
    return dict(sorted(groups.items())), unread


def _write(each: Imported, folder: Path, *, force: bool) -> str:
    """Write a profile, when it loads and is not there yet; give its path, or why it was not written."""
    from cleanscrape.profile import loads
    from cleanscrape.profile.writing import profile_toml

    assert each.profile is not None
    path = folder / f"{each.host}.toml"
    if path.exists() and not force:
        return f"{path} is there already: --force overwrites it"
    remarks = [f"# from {Path(file).name}, a site config of Full-Text RSS" for file in each.files]
    remarks += [f"# a page: {page}" for page in each.pages if page.isprintable()]
    text = "\n".join((*remarks, profile_toml(each.profile)))
    loads(text, file=str(path))
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def _report(found: list[Imported], written: dict[str, str], *, verbose: bool) -> Iterator[str]:
    """The table: a line a host, then what was refused or not used."""
    from cleanscrape.profile.ftr import Use

    yield f"{'host':<32} {'used':>5} {'always':>7} {'unused':>7} {'refused':>8} {'unknown':>8}  profile"
    for each in found:
        counts = [each.count(use) for use in (Use.USED, Use.ALWAYS, Use.UNUSED, Use.BAD, Use.UNKNOWN)]
        row = " ".join(f"{count:>{width}}" for count, width in zip(counts, (5, 7, 7, 8, 8), strict=True))
        yield f"{each.host or 'global':<32} {row}  {written.get(each.host) or each.why}"
    said: Counter[str] = Counter()
    for each in found:
        for file, note in each.notes:
            if note.use in (Use.USED, Use.ALWAYS):
                continue
            if note.use is Use.UNUSED and not verbose:
                said[f"{note.directive}: not used: {note.why}"] += 1
            else:
                yield f"{file}:{note.line}: {note.directive}: {note.use}: {note.why}"
    yield from (f"{count} times {line}" for line, count in sorted(said.items()))
    yield f"{sum(each.profile is not None for each in found)} profiles of {len(found)} hosts"


def _as_json(each: Imported, profile: str) -> dict[str, Any]:
    return {
        "host": each.host or None,
        "files": list(each.files),
        "profile": profile or None,
        "why": each.why or None,
        "pages": list(each.pages),
        "directives": [
            {
                "file": file, "line": note.line, "directive": note.directive, "value": note.value,
                "use": note.use.value, "why": note.why or None,
            }
            for file, note in each.notes
        ],
    }  # fmt: skip
