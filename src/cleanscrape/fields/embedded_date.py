"""The day of publication in the data of a page's scripts, or under a name of `meta` that only this site uses.

Pages that a program draws in the browser hold their story as data: ``"datePublished":"2021-11-03T14:05"``, often
escaped once more, ``&quot;publishedAt&quot;:``. The data hold other stories too: only a day that is alone counts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from cleanscrape.fields.moment import read_iso

_QUOTE: Final = rb'(?:\\{0,3}"|&quot;|&#34;)'
_KEY: Final = (
    rb"(?:date_?(?:published|publication)|published_?(?:at|date|time|on)"
    rb"|(?:first_?|original_?)?(?:publish|publication)_?(?:date|time|date_?time))"
)
_IN_SCRIPT: Final = re.compile(
    _QUOTE + _KEY + _QUOTE + rb"\s?:\s?" + _QUOTE + rb"([12][0-9]{3}-[0-9]{2}-[0-9]{2}[^\"&\\<]{0,22})", re.IGNORECASE
)
# What every such date holds, in small letters. It begins with plain letters, which are found at a tenth of the cost.
_YEAR_IN_SCRIPT: Final = re.compile(rb"publi[a-z_]{2,20}" + _QUOTE + rb"\s?:\s?" + _QUOTE + rb"[12][0-9]{3}-")
_BEFORE: Final = 15  # bytes of the longest name before it: "&quot;original_"
_BEHIND: Final = 30  # bytes of the day and the time behind the year
_MOST: Final = 200
"""Dates that are read of one page's scripts; a page with more is a listing."""
_NAME: Final = re.compile(
    r"publi(?:sh|c)|pubdate|(?:upload|post|releas|issu)ed?[-_:. ]?(?:at|on|date|time|$)", re.IGNORECASE
)
_NOT_NAME: Final = re.compile(r"modif|updat|expir|unpubl|publisher|embargo|until|end", re.IGNORECASE)


def day_in_scripts(utf8: bytes) -> tuple[dt.datetime | dt.date, str] | None:
    """The time of publication in the data of a page's scripts, and as it is written; None where they hold two days."""
    found: dict[dt.date, tuple[dt.datetime | dt.date, str]] = {}
    for count, match in enumerate(_in_scripts(utf8)):
        raw = match[1].decode("ascii", "replace").strip()
        value = read_iso(raw)
        if value is None:
            continue
        found.setdefault(value.date() if isinstance(value, dt.datetime) else value, (value, raw))
        if len(found) > 1 or count > _MOST:
            return None
    return next(iter(found.values()), None)


def _in_scripts(utf8: bytes) -> Iterator[re.Match[bytes]]:
    """The days of publication in a page's scripts, with the time that stands behind them."""
    for year in _YEAR_IN_SCRIPT.finditer(utf8.lower()):
        match = _IN_SCRIPT.search(utf8, max(0, year.start() - _BEFORE), year.end() + _BEHIND)
        if match is not None:
            yield match


def is_publication_name(name: str) -> bool:
    """Whether a name of `meta` says that it holds the time of publication: ``w-published-date``."""
    return bool(_NAME.search(name)) and not _NOT_NAME.search(name)
