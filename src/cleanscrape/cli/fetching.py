"""The options of commands that fetch, and the fetcher that they make."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from cleanscrape.errors import BadSetting

if TYPE_CHECKING:
    from cleanscrape.fetch import Fetcher

_SCHEMES: Final = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Fetching:
    """What the command line says of fetching."""

    cache: Path | None = None
    _: KW_ONLY
    offline: bool = False
    delay: float | None = None
    ignore_robots: bool = False
    contact: str | None = None
    allow: tuple[str, ...] = ()
    timeout: float | None = None
    save: Path | None = None

    def fetcher(self) -> Fetcher:
        """A fetcher with these settings; it keeps the pages where they are to be saved."""
        from cleanscrape.cli.saving import SavingFetcher
        from cleanscrape.fetch import FetchLimits, Manners, Network, PageCache

        if self.offline and self.cache is None:
            raise click.UsageError("--offline reads pages from a cache: name its folder with --cache DIR")
        if self.ignore_robots:
            click.echo("cleanscrape: robots.txt is not read: make sure that you may read these pages", err=True)
        manners = Manners(robots=not self.ignore_robots)
        manners = _changed(manners, delay=self.delay, contact=self.contact)
        try:
            return SavingFetcher(
                self.save,
                manners=manners,
                limits=_changed(FetchLimits(), total=self.timeout),
                network=Network(self.allow),
                cache=PageCache(self.cache, offline=self.offline) if self.cache is not None else None,
            )
        except BadSetting as error:
            raise click.UsageError(str(error)) from error


def _changed(settings: Any, **changes: Any) -> Any:
    from dataclasses import replace

    try:
        return replace(settings, **{name: value for name, value in changes.items() if value is not None})
    except BadSetting as error:
        raise click.UsageError(str(error)) from error


def is_address(name: str) -> bool:
    """Whether what is named on the command line is an address, not a file."""
    return name.lower().startswith(_SCHEMES)


_OPTIONS: Final = (
    click.option("--cache", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
                 help="Keep fetched pages here, and ask for them again only when they are stale."),
    click.option("--offline", is_flag=True, help="Fetch nothing: read from the cache alone."),
    click.option("--delay", type=click.FloatRange(min=0), metavar="SECONDS",
                 help="The least time between two requests to one host.  [default: 1]"),
    click.option("--ignore-robots", is_flag=True, help="Read no robots.txt. Make sure that you may."),
    click.option("--contact", metavar="URL", help="Who a site's people can turn to; it stands in the User-Agent."),
    click.option("--allow", multiple=True, metavar="HOST",
                 help="A host, address or network of your own that may be reached; may be given several times."),
    click.option("--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS",
                 help="How long one page may take in all.  [default: 90]"),
)  # fmt: skip


save_option: Final = click.option(
    "--save",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Keep each page as it was fetched, as DIR/HOST/NAME.html, with a NAME.json beside it.",
)
"""For commands that fetch pages: it stands above `fetching_options`."""


def fetching_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of fetching; it takes them as one argument, `fetching`."""

    @functools.wraps(command)
    def with_fetching(
        *,
        cache: Path | None,
        offline: bool,
        delay: float | None,
        ignore_robots: bool,
        contact: str | None,
        **rest: Any,
    ) -> None:
        fetching = Fetching(
            cache,
            offline=offline,
            delay=delay,
            ignore_robots=ignore_robots,
            contact=contact,
            allow=rest.pop("allow"),
            timeout=rest.pop("timeout"),
            save=rest.pop("save", None),
        )
        command(fetching=fetching, **rest)

    for option in reversed(_OPTIONS):
        with_fetching = option(with_fetching)
    return with_fetching
