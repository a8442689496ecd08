"""A time that is declared in UTC, told in the local time of the page.

A story that goes online late in the evening is dated a day later, or earlier, in UTC than the page prints. The instant
is the declared one; the zone is the page's own where it shows, else the nearest in which the printed day is right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

_QUARTER: Final = 15 * 60
_WEST, _EAST = -10, 13
"""Hours from UTC: Hawaii, New Zealand's summer."""
_OFFSETS: Final = tuple(sorted((hours for hours in range(_WEST, _EAST + 1) if hours), key=abs))


def in_local_time(
    stamp: dt.datetime, day: dt.date | None, *, stamps: Iterable[dt.datetime] = (), clock: dt.datetime | None = None
) -> dt.datetime:
    """The instant of `stamp` in local time; `stamp` where it has an offset of its own, or nothing says otherwise.

    Args:
        stamp: an aware datetime.
        day: the day that the page prints for it.
        stamps: other points in time that the page declares, whose offsets may be its own.
        clock: the local time that the page prints for it, as if it were UTC.
    """
    if stamp.utcoffset():
        return stamp
    offsets = [(other == stamp, offset) for other in stamps if (offset := other.utcoffset())]
    for same, offset in offsets:
        if same:
            return stamp.astimezone(dt.timezone(offset))
    if day is None or day == stamp.date():
        return stamp
    known = [offset for _, offset in offsets]
    if clock is not None and (offset := _between(stamp, clock)):
        known.insert(0, offset)
    for offset in (*known, *(dt.timedelta(hours=hours) for hours in _OFFSETS)):
        local = stamp.astimezone(dt.timezone(offset))
        if local.date() == day:
            return local
    return stamp


def _between(stamp: dt.datetime, clock: dt.datetime) -> dt.timedelta | None:
    """The offset in which `stamp` reads as the printed clock; None where that is none of any zone."""
    seconds = (clock - stamp.replace(second=0, microsecond=0)).total_seconds()
    quarters = round(seconds / _QUARTER)
    fits = abs(seconds - quarters * _QUARTER) < 60 and _WEST * 4 <= quarters <= _EAST * 4
    return dt.timedelta(minutes=15 * quarters) if fits else None
