"""The command line: it parses, calls, prints.

Exit codes: 0 an article, 3 no article found, 2 bad use, 1 anything else. Of several pages, 0 means all of them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final

import click

import cleanscrape
from cleanscrape.cli.explain import explain
from cleanscrape.cli.feeds import feeds
from cleanscrape.cli.fixture import fixture
from cleanscrape.cli.learn import learn
from cleanscrape.cli.profiles import profiles
from cleanscrape.cli.read import SomeFailed, read
from cleanscrape.errors import CleanscrapeError, NotAnArticle

OK: Final = 0
FAILED: Final = 1
BAD_USE: Final = 2
NO_ARTICLE: Final = 3


class _WithDefault(click.Group):
    """A group of commands where a page's name alone means `read`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `read` before arguments that begin with no command."""
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h", "--version"):
            args = ["read", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_WithDefault,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 an article, 3 no article found, 2 bad use, 1 anything else.",
)
@click.version_option(cleanscrape.__version__, prog_name="cleanscrape")
def commands() -> None:
    """Read news pages: headline, byline, date, dateline and body, apart from everything else.

    `cleanscrape PAGE...` is short for `cleanscrape read PAGE...`; see `cleanscrape read --help`.
    """


commands.add_command(read)
commands.add_command(feeds)
commands.add_command(explain)
commands.add_command(fixture)
commands.add_command(learn)
commands.add_command(profiles)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; give the exit code. Errors are one line on stderr, unless `--debug` is given."""
    try:
        commands.main(list(arguments), prog_name="cleanscrape", standalone_mode=False)
    except click.exceptions.Abort:
        return _fail("interrupted", FAILED)
    except click.ClickException as error:
        return _fail(error.format_message(), BAD_USE)
    except SomeFailed as error:
        return NO_ARTICLE if error.without_article else FAILED
    except NotAnArticle as error:
        return _known(error, arguments, NO_ARTICLE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has gone: say nothing more
        return FAILED
    except (CleanscrapeError, OSError) as error:
        return _known(error, arguments, FAILED)
    return OK


def _known(error: Exception, arguments: Sequence[str], code: int) -> int:
    if "--debug" in arguments:
        raise error
    return _fail(str(error), code)


def _fail(message: str, code: int) -> int:
    click.echo("cleanscrape: " + " ".join(message.split()), err=True)
    return code
