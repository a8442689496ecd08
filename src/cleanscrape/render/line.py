"""A field's value as lines of plain text, one an item: what a terminal or a report prints of it."""

from __future__ import annotations

from typing import Any


def lines(value: Any) -> tuple[str, ...]:
    """The lines of a value: none where it is unknown, one for each item of a tuple, else one.

    >>> from cleanscrape.article import Byline
    >>> lines(Byline("By Ann Droe")), lines(("rope", "tide")), lines(None)
    (('By Ann Droe',), ('rope', 'tide'), ())
    """
    if value is None:
        return ()
    return tuple(map(_line, value)) if isinstance(value, tuple) else (_line(value),)


def _line(value: Any) -> str:
    """A point in time in ISO 8601; else what is printed of it, its address, or its name."""
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    for attribute in ("raw", "url", "name"):
        if hasattr(value, attribute):
            return str(getattr(value, attribute))
    return str(value)
