"""The reference of the command line, derived from its commands.

``python -m cleanscrape.cli.reference docs/cli.md`` writes it into the documentation.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final

import click

from cleanscrape.cli import commands
from cleanscrape.document import rewrite, with_part

BEGIN: Final = "<!-- commands: written by python -m cleanscrape.cli.reference docs/cli.md -->"
END: Final = "<!-- end of commands -->"


def reference() -> str:
    """All commands with their arguments and options, in Markdown."""
    return "\n\n".join(_sections(commands, "cleanscrape"))


def with_reference(document: str) -> str:
    """A document with the reference between its marks; ValueError where it has no marks."""
    return with_part(document, reference(), begin=BEGIN, end=END)


def _sections(command: click.Command, name: str) -> Iterator[str]:
    """A command, and those of a group in the order of their names."""
    if isinstance(command, click.Group):
        for each in sorted(command.commands):
            yield from _sections(command.commands[each], f"{name} {each}")
        return
    words = [_argument(param) for param in command.params if isinstance(param, click.Argument)]
    usage = " ".join([name, "[OPTIONS]", *words])
    yield "\n\n".join([f"## {name}", f"`{usage}`", _text(command.help), *_options(command)])


def _argument(argument: click.Argument) -> str:
    word = argument.metavar or str(argument.name).upper()
    return f"{word}..." if argument.nargs == -1 else word


def _text(said: str | None) -> str:
    """A help text as paragraphs, as click reflows it."""
    paragraphs = (said or "").replace("\b\n", "").strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _options(command: click.Command) -> Iterator[str]:
    options = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    if options:
        rows = "\n".join(map(_row, options))
        yield f"| option | value | default | meaning |\n| --- | --- | --- | --- |\n{rows}"


def _row(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    meaning, _, default = (option.help or "").partition("  [default: ")
    default = default.rstrip("]") or (str(option.default) if option.show_default else "")
    return f"| {names} | {_value(option)} | {_cell(default)} | {_cell(meaning)} |"


def _value(option: click.Option) -> str:
    """What stands behind an option: a choice's words, unless its meaning lists them."""
    if option.is_flag:
        return ""
    value = option.metavar or option.type.name
    if isinstance(option.type, click.Choice) and any(word not in str(option.help) for word in option.type.choices):
        return ", ".join(f"`{word}`" for word in option.type.choices)
    return value


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main(paths: list[str]) -> None:
    """Write the reference into documents."""
    rewrite(paths, with_reference)


if __name__ == "__main__":
    main(sys.argv[1:])
