"""Documents that hold a part which is written from the code, between two marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path


def with_part(document: str, part: str, *, begin: str, end: str) -> str:
    """A document with the part between its marks; ValueError where it has no marks.

    >>> with_part("A <!-- keys --> old <!-- end --> Z", "new", begin="<!-- keys -->", end="<!-- end -->")
    'A <!-- keys -->\\n\\nnew\\n\\n<!-- end --> Z'
    """
    head, has_begin, rest = document.partition(begin)
    _, has_end, tail = rest.partition(end)
    if not (has_begin and has_end):
        raise ValueError(f"the document lacks the lines {begin!r} and {end!r}")
    return f"{head}{begin}\n\n{part}\n\n{end}{tail}"


def rewrite(paths: Iterable[str], renewed: Callable[[str], str]) -> None:
    """Write documents anew, each as `renewed` gives it."""
    for path in map(Path, paths):
        path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
