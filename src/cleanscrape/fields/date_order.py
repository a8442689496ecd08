"""Which comes first on a page where a date of numbers fits both orders, the day or the month."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from cleanscrape.address import address_parts
from cleanscrape.fields.lettering import fold
from cleanscrape.fields.month_names import month_named
from cleanscrape.fields.page_habits import habits_of
from cleanscrape.reading import Reading

_IN_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)/(\d\d?|[a-z]{3,12})(?=/|$)")
_NUMBERS: Final = re.compile(r"(?<![\d./-])(\d\d?)([-./])(\d\d?)\2((?:19|20)\d\d)(?![\d./-])")
_LONGEST: Final = 120
"""Characters of a piece that prints a date line; in longer ones the numbers are of other things."""
_MONTHS: Final = 12


def day_first(reading: Reading, day: dt.date) -> bool | None:
    """Whether days stand before months, where the address or the page's other dates settle it; else None.

    `day` is how an open date was read: its month is compared with that in the address.
    """
    by_address = _month_in_address(reading.base())
    if by_address is not None and by_address[0] == day.year and day.month != by_address[1] == day.day:
        return not habits_of(reading.language or reading.value("language"), reading.timezone, None).day_first
    votes = [vote for piece in reading.blocks.pieces if len(piece.text) <= _LONGEST for vote in _votes(piece.text)]
    if votes:
        return votes[0] if len(set(votes)) == 1 else None
    if _is_written_turned(reading, day):
        return not habits_of(reading.language or reading.value("language"), reading.timezone, None).day_first
    return None


def _is_written_turned(reading: Reading, day: dt.date) -> bool:
    """Whether the page has the other reading of an open date, and not this one, written for machines: year first."""
    turned = day.replace(month=day.day, day=day.month)
    markup = reading.page.utf8
    return turned.isoformat().encode() in markup and day.isoformat().encode() not in markup


def _month_in_address(url: str | None) -> tuple[int, int] | None:
    """The year and month in an address, in numbers or as an English name."""
    match = _IN_ADDRESS.search(address_parts(url).path.lower())
    if match is None:
        return None
    if match[2].isdigit():
        return int(match[1]), int(match[2])
    month = month_named(fold(match[2]), "en")
    return (int(match[1]), month[1]) if month is not None else None


def _votes(text: str) -> list[bool]:
    """What each date of three numbers says that fits one order alone."""
    return [
        int(first) > _MONTHS
        for first, _, second, _ in _NUMBERS.findall(text)
        if (int(first) > _MONTHS) != (int(second) > _MONTHS)
    ]
