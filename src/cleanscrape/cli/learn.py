"""`cleanscrape learn PAGE...`: a draft of a profile from a few pages of one site."""

from __future__ import annotations

from pathlib import Path

import click

from cleanscrape.cli.pages import given_pages


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option(
    "--url", "urls", multiple=True, help="The address of each saved PAGE, in their order; else what it declares."
)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write here, not to stdout.")
@click.option("--debug", is_flag=True, help="Show a traceback where something fails.")
def learn(pages: tuple[str, ...], *, urls: tuple[str, ...], output: Path | None, debug: bool) -> None:  # noqa: ARG001 - read by `run`
    """Learn a profile from PAGEs, articles of one site, saved or by address, and print it as TOML.

    One page is enough; two or three of other days and sections teach more. Comments say what each selector rests on,
    and what is unsure. Name the file HOST.toml, look it over, and give it a fixture.
    """
    from cleanscrape.profile.learning import learn as learned  # loads the models
    from cleanscrape.profile.writing import profile_toml

    profile = learned(given_pages(pages, urls))
    text = profile_toml(profile)
    if output is None:
        click.echo(text, nl=False)
        return
    output.write_text(text, encoding="utf-8")
    for remark in profile.remarks:
        click.echo(f"cleanscrape: unsure: {remark}", err=True)
    click.echo(f"cleanscrape: {output}: {profile.name}, {len(profile.layouts)} layout(s)", err=True)
