"""`cleanscrape profiles ...`: which there are, what they say, whether they are right and still hold."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from cleanscrape.cli.import_ftr import import_ftr
from cleanscrape.cli.pages import given_pages

if TYPE_CHECKING:
    from cleanscrape.fixture.case import Case
    from cleanscrape.page import Page
    from cleanscrape.profile import Profile
    from cleanscrape.profile.health import Health

DEGRADED: Final = 4
BROKEN: Final = 5
_FIXTURES: Final = "tests/fixtures"
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(epilog=f"Exit codes of `check`: 0 all healthy, {DEGRADED} some degraded, {BROKEN} some broken.")
def profiles() -> None:
    """What is known of single sites: list, show, lint, check."""


profiles.add_command(import_ftr)


@profiles.command("list")
def list_profiles() -> None:
    """Print each host that has a profile, with its name and tier."""
    from cleanscrape.profile import default_profiles

    for host in default_profiles().hosts():
        profile = _found(host)
        click.echo(f"{host}\t{profile.name}\t{profile.tier.value}\t{', '.join(each.id for each in profile.layouts)}")


@profiles.command()
@click.argument("host")
def show(host: str) -> None:
    """Print the profile of HOST as TOML, and where it comes from."""
    from cleanscrape.profile.writing import profile_toml

    profile = _found(host)
    click.echo(f"# {profile.origin}")
    click.echo(profile_toml(profile), nl=False)


@profiles.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def lint(files: tuple[str, ...]) -> None:
    """Load each FILE strictly, and say all that is wrong in it."""
    from cleanscrape.errors import BadProfile
    from cleanscrape.profile import load

    wrong = 0
    for name in files:
        try:
            profile = load(name)
        except BadProfile as error:
            wrong += 1
            click.echo(str(error), err=True)
        else:
            click.echo(f"{name}: {profile.name}: {len(profile.layouts)} layouts, tier {profile.tier.value}")
    if wrong:
        sys.exit(1)


@profiles.command()
@click.argument("names", nargs=-1, metavar="[HOST|FILE]...")
@click.option("--page", "pages", multiple=True, metavar="FILE|URL", help="A page of the site to check against.")
@click.option("--url", "urls", multiple=True, help="The address of each saved --page, in their order.")
@click.option("--fixtures", type=_FOLDER, default=Path(_FIXTURES), show_default=True, help="Folder of HOST/CASE/page.*")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for machines.")
@click.option("--verbose", "-v", is_flag=True, help="Print every selector with its matches.")
def check(
    names: tuple[str, ...],
    *,
    pages: tuple[str, ...],
    urls: tuple[str, ...],
    fixtures: Path,
    as_json: bool,
    verbose: bool,
) -> None:
    """Check profiles against their fixtures and other pages: all that have fixtures, or those named.

    One verdict a site: healthy, degraded (parts are lost, or the design around the article has changed) or broken
    (the profile does not read the pages any more).
    """
    from cleanscrape.profile.health import check as checked

    given = given_pages(pages, urls)
    chosen = [_named(name) for name in names] or list(_with_fixtures(fixtures))
    if pages and len(chosen) != 1:
        raise click.UsageError("--page goes with one profile: name its host or its file")
    healths = []
    for profile in chosen:
        cases = _cases(fixtures, profile)
        against = [*map(_page_of, cases), *given]
        if not against:
            raise click.UsageError(
                f"{profile.site}: no fixture in {fixtures}, and no --page: there is nothing to check"
            )
        healths.append(_with_cases(checked(profile, against), cases))
    if as_json:
        click.echo(json.dumps([asdict(health) for health in healths], indent=2))
    else:
        _print(healths, verbose=verbose)
    sys.exit(_code(healths))


def _found(host: str) -> Profile:
    """The profile of a host."""
    from cleanscrape.profile import default_profiles

    profile = default_profiles().find(host)
    if profile is None:
        raise click.UsageError(f"there is no profile for {host}: `cleanscrape profiles list` prints all")
    return profile


def _named(name: str) -> Profile:
    """The profile in a file, or of a host."""
    from cleanscrape.profile import load

    return load(name) if Path(name).is_file() else _found(name)


def _with_fixtures(folder: Path) -> Iterator[Profile]:
    """The profiles of the hosts that have fixtures."""
    from cleanscrape.profile import default_profiles

    hosts = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    found = [profile for host in hosts if (profile := default_profiles().find(host)) is not None]
    if not found:
        raise click.UsageError(f"no site in {folder} has a profile: name hosts or files, or another --fixtures")
    yield from found


def _cases(folder: Path, profile: Profile) -> list[Case]:
    """The page cases of a profile's hosts."""
    from cleanscrape.fixture.case import cases_in
    from cleanscrape.profile import Given, Profiles

    store = Profiles((Given(profile),))
    return [case for host in profile.hosts if (folder / host).is_dir() for case in cases_in(folder / host, store)]


def _with_cases(health: Health, cases: Sequence[Case]) -> Health:
    """A verdict that minds what is expected of page cases too: a field that has changed degrades it."""
    from cleanscrape.profile.health import Verdict

    changed = []
    for case in cases:
        expected = case.expected or {}
        found = case.found(expected.get("url"))
        fields = [name for name, value in found.items() if name in expected and expected[name] != value]
        if fields or not expected:
            what = f"not as expected: {', '.join(fields)}" if expected else "nothing is expected of it"
            changed.append(f"{case.name}: {what}: {case.command}")
    if not changed:
        return health
    verdict = Verdict.DEGRADED if health.verdict is Verdict.HEALTHY else health.verdict
    return replace(health, verdict=verdict, problems=(*health.problems, *changed))


def _page_of(case: Case) -> tuple[Page, str | None]:
    from cleanscrape.page import Page

    url = (case.expected or {}).get("url")
    return Page(case.page.read_bytes(), url), url


def _code(healths: Sequence[Health]) -> int:
    verdicts = {health.verdict.value for health in healths}
    return BROKEN if "broken" in verdicts else DEGRADED if "degraded" in verdicts else 0


def _print(healths: Sequence[Health], *, verbose: bool) -> None:
    """The verdicts as a table for people, with what speaks for them."""
    from rich.console import Console
    from rich.table import Table

    table = Table("site", "verdict", "pages", "selectors", "agreement", box=None, pad_edge=False)
    for health in healths:
        used = [use for use in health.selectors if use.pages]
        agreements = [page.agreement for page in health.pages if page.agreement is not None]
        table.add_row(
            health.site,
            health.verdict.value,
            str(len(health.pages)),
            f"{sum(bool(use.found) for use in used)} of {len(used)} found",
            f"{min(agreements):.2f}" if agreements else "",
        )
    console = Console(highlight=False, soft_wrap=True)
    console.print(table)
    for health in healths:
        for problem in health.problems:
            console.print(f"{health.site}: {problem}", markup=False)
        if verbose:
            for use in health.selectors:
                seen = f"on {use.found} of {use.pages} pages, {use.matches} matches"
                console.print(f"{health.site}: {use.key} = {use.source!r}: {seen}", markup=False)
