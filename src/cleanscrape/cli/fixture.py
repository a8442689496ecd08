"""`cleanscrape fixture`: page cases that may be published, and what is expected of them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from cleanscrape.cli.read import source_of
from cleanscrape.errors import BadFixture
from cleanscrape.profile import host_of

_FOLDER: Final = Path("tests/fixtures")
_MOST_SHOWN: Final = 12  # differences that are named one by one


@click.group()
def fixture() -> None:
    """Make page cases with invented words, and write what is expected of them.

    A case is a folder HOST/CASE with page.html (or page.txt) and expected.json; the pytest plugin
    cleanscrape.testing makes a test of each field of each case.
    """


_profiles = click.option(
    "--profiles",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder of your own profiles, used before those that come with cleanscrape.",
)
_yes = click.option("--yes", "-y", is_flag=True, help="Write without asking.")
_debug = click.option("--debug", is_flag=True, help="Show a traceback where something fails.")


@fixture.command()
@click.argument("page")
@click.option("--url", required=True, help="The page's address. Its host stays, the rest is invented.")
@click.option("--case", "name", help="The case's name.  [default: what the page is, with a number]")
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), default=_FOLDER, show_default=True,
              help="Where the cases are kept, a folder for each host.")  # fmt: skip
@_profiles
@_yes
@_debug
def add(  # noqa: PLR0913 - an option is an argument in click
    *,
    page: str,
    url: str,
    name: str | None,
    folder: Path,
    profiles: Path | None,
    yes: bool,
    debug: bool,  # noqa: ARG001 - read by `run`
) -> None:
    """Make a case of PAGE, a file or - for standard input.

    Every word, name, link, picture and date is replaced by an invented one; the structure and the names of the
    design stay. What then is read otherwise than of the real page is said. The expectation is shown before it is
    written.
    """
    from cleanscrape.fixture.case import Case, profiles_in
    from cleanscrape.fixture.disguise import disguised

    host = host_of(url).removeprefix("www.")
    if not host:
        raise click.UsageError(f"--url {url} names no host: give the page's address, as https://example.com/story")
    store = profiles_in(profiles)
    made = disguised(source_of(page), url, profile=store.find(url))
    _say_differences([str(each) for each in made.differences])
    case = Case(folder / host / name if name else _free(folder / host, "article"), store)
    if case.folder.exists():
        raise BadFixture(f"{case.folder} is there already: give another --case, or remove the folder")
    file = case.folder / ("page.html" if made.is_markup else "page.txt")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(made.text, encoding="utf-8")
    written = False
    try:
        written = _write(case, made.url, yes=yes)
    finally:
        if not written:
            file.unlink()
            _remove_empty(case.folder)
    if written:
        click.echo(f"{case.folder}: written")


@fixture.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--url", help="The page's address, where a case has no expectation yet.")
@_profiles
@_yes
@_debug
def update(
    *,
    paths: tuple[Path, ...],
    url: str | None,
    profiles: Path | None,
    yes: bool,
    debug: bool,  # noqa: ARG001 - read by `run`
) -> None:
    """Write what is expected of the cases in PATHS anew, each shown as a diff before.

    PATHS are cases, or folders that hold some; by default tests/fixtures.
    """
    from cleanscrape.fixture.case import cases_in, profiles_in

    store = profiles_in(profiles)
    found = [case for path in paths or (_FOLDER,) for case in cases_in(path, store)]
    if not found:
        raise BadFixture(
            f"there are no cases in {', '.join(map(str, paths or (_FOLDER,)))}: a case holds page.html or page.txt"
        )
    if url is not None and len(found) > 1:
        raise click.UsageError("--url is one page's address: name the one case that it is for")
    for case in found:
        expected = case.expected
        address = url or (expected or {}).get("url")
        if expected is None and address is None:
            raise BadFixture(f"{case.folder} has no expectation, so its address is not known: give it with --url")
        if _write(case, address, yes=yes):
            click.echo(f"{case.folder}: written")


def _write(case: object, url: str | None, *, yes: bool) -> bool:
    """Show how the expectation changes, and write it when that is agreed to; say whether it was written."""
    from cleanscrape.fixture.case import EXPECTED, Case, difference

    assert isinstance(case, Case)
    found = case.found(url)
    changes = difference(case.expected, found, (f"{case.folder / EXPECTED}, as it is", "as it would be"))
    if not changes:
        click.echo(f"{case.folder}: nothing has changed")
        return False
    click.echo(changes)
    for warning in found.get("warnings", ()):  # a profile that does not hold is no case to expect
        click.echo(f"cleanscrape: {warning}", err=True)
    if not yes and not click.confirm(f"Write {case.folder / EXPECTED}?"):
        return False
    case.write(found)
    return True


def _say_differences(differences: list[str]) -> None:
    if not differences:
        click.echo("read as the real page is: every label, every field", err=True)
        return
    click.echo(f"read otherwise than the real page in {len(differences)} places:", err=True)
    for each in differences[:_MOST_SHOWN]:
        click.echo(f"  {each}", err=True)
    if len(differences) > _MOST_SHOWN:
        click.echo("  ...", err=True)


def _free(folder: Path, name: str) -> Path:
    """A case's folder: with a number where the name is taken."""
    taken = {path.name for path in folder.glob("*")} if folder.is_dir() else set()
    number = 2
    found = name
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    return folder / found


def _remove_empty(folder: Path) -> None:
    for each in (folder, folder.parent):
        if each.is_dir() and not any(each.iterdir()):
            each.rmdir()
