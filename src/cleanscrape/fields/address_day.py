"""The day in a page's address: ``/2021/11/03/``, ``/20211103/``, ``-03-11-2021``."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from cleanscrape.address import address_parts, original

_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(20[0-3]\d|199\d)(?:/(\d{1,2})/(\d{1,2})(?=/|$)|[-/_.]?(0[1-9]|1[0-2])[-/_.]?(0[1-9]|[12]\d|3[01])(?!\d))"
)
_YEAR_LAST: Final = re.compile(r"(?<!\d)(\d\d)[-_.](\d\d)[-_.](20[0-3]\d)(?!\d)")


def day_in_address(url: str | None) -> tuple[dt.date, str] | None:
    """The day in an address, and as it is written there; None where its path has none, or one of two meanings.

    >>> day_in_address("https://example.org/2021/11/03/harbour")
    (datetime.date(2021, 11, 3), '2021/11/03')
    """
    path = address_parts(original(url)).path
    for match in _YEAR_FIRST.finditer(path):
        year, month, day, padded_month, padded_day = match.groups()
        found = _day(int(year), int(month or padded_month), int(day or padded_day))
        if found is not None:
            return found, match[0]
    for match in _YEAR_LAST.finditer(path):
        first, second, year = (int(number) for number in match.groups())
        days = {_day(year, second, first), _day(year, first, second)} - {None}
        if len(days) == 1 and (found := days.pop()) is not None:
            return found, match[0]
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
