"""A regular expression that is compiled when it is first used: compiling all of them would slow the import."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

_VERBS = ("findall", "finditer", "match", "search")


class LatePattern:
    """`re.Pattern` with the verbs that are used here. The first use compiles it, later ones cost nothing more.

    >>> LatePattern("[0-9]+").findall("8 of 10")
    ['8', '10']
    """

    findall: Callable[..., list[Any]]
    finditer: Callable[..., Iterator[re.Match[str]]]
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _VERBS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for verb in _VERBS:
            setattr(self, verb, getattr(compiled, verb))
        return getattr(compiled, name)
