"""The format of Full-Text RSS for what is known of a site: lines of ``directive: value``, in the order of the file.

A file is named for its host: ``example.com.txt``; a dot in front stands for the subdomains alone, ``global.txt`` for
every site.
"""

from __future__ import annotations

import re
from dataclasses import KW_ONLY, dataclass, field
from pathlib import Path
from typing import Final

from cleanscrape.errors import BadProfile
from cleanscrape.profile.host import host_of, is_host_name

GLOBAL: Final = "global"
_SUFFIX: Final = ".txt"
# `http_header(user-agent): …`, `replace_string(a:b): …`: what is in brackets may hold a colon.
_WITH_ARGUMENT: Final = re.compile(r"(\w+)\((.*)\)\s*:\s?(.*)")
_DIRECTIVE: Final = re.compile(r"(\w+)\s*:\s*(.*)")
_LARGEST: Final = 1_000_000  # bytes; the longest of hundreds of real files had under 20,000


@dataclass(frozen=True, slots=True)
class Directive:
    """One line: its name, its value, what stands in brackets behind the name, and its number in the file.

    `name` is empty where the line is no directive; `value` is then the line.
    """

    name: str
    value: str
    _: KW_ONLY
    argument: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """A whole file. `host` is empty in ``global.txt``; `subdomains` says that it is for those alone."""

    file: str
    _: KW_ONLY
    host: str
    subdomains: bool = False
    directives: tuple[Directive, ...] = field(default=())

    def named(self, name: str) -> tuple[Directive, ...]:
        """The directives of one name, in their order; those without a value left out."""
        return tuple(each for each in self.directives if each.name == name and each.value)


def read_site_config(path: Path) -> SiteConfig:
    """Read a file.

    Raises:
        BadProfile: it cannot be read, is no text, or is not named for a host.
    """
    name = path.name.removesuffix(_SUFFIX)
    host = "" if name == GLOBAL else host_of(name.removeprefix("."))
    if name != GLOBAL and not is_host_name(host):
        raise BadProfile(f"{path}: is named for no host: name it as example.com.txt, .example.com.txt or global.txt")
    return SiteConfig(str(path), host=host, subdomains=name.startswith("."), directives=_directives(_text(path)))


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadProfile(f"{path}: cannot be read ({error.strerror or error})") from error
    if len(content) > _LARGEST or b"\0" in content:
        raise BadProfile(f"{path}: is no site config: over {_LARGEST:,} bytes, or no text")
    return content.decode("utf-8-sig", "replace")


def _directives(text: str) -> tuple[Directive, ...]:
    """The directives of a file; comments and empty lines are left out."""
    found = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        match = _WITH_ARGUMENT.fullmatch(line)
        if match and match[1] in ("http_header", "replace_string", "wrap_in", "move_into"):
            found.append(Directive(match[1], match[3], argument=match[2], line=number))
        elif match := _DIRECTIVE.fullmatch(line):
            found.append(Directive(match[1].lower(), match[2].strip(), line=number))
        else:
            found.append(Directive("", line, line=number))
    return tuple(found)
