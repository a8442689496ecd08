"""Points in time as pages print and declare them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cleanscrape.fields.clock import Clock, at_clock, clock_after, clock_before
from cleanscrape.fields.iso_date import find_stamp, read_iso
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.lettering import plain
from cleanscrape.fields.named_date import named_dates, short_dates
from cleanscrape.fields.numeric_date import marked_dates, numeric_dates
from cleanscrape.fields.page_habits import Habits, habits_of
from cleanscrape.fields.printed_date import PrintedDate, in_order, start_with_weekday
from cleanscrape.fields.relative_time import relative_moments

__all__ = ["Moment", "find_moments", "printed_dates", "read_declared", "read_iso", "read_moment"]

_DIGIT = LatePattern(r"[0-9]")
_LONGEST_DECLARED = 256
"""Characters of an attribute that are read; what is longer is no date."""
_PERSIAN_DIGIT = LatePattern(r"[۰-۹]")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time and where the text says it.

    `value` is an aware datetime (its zone an offset from UTC) where a time stands beside the date and the
    zone is known, else a date. `start` and `end` are the span of what was read: weekday, date, time, zone.
    `order_assumed`: the numbers fit day first and month first, and which it is was a guess.
    """

    value: dt.datetime | dt.date
    start: int = field(kw_only=True)
    end: int = field(kw_only=True)
    order_assumed: bool = field(default=False, kw_only=True)


def find_moments(
    text: str,
    *,
    language: str | None = None,
    timezone: str | None = None,
    day_first: bool | None = None,
    now: dt.datetime | None = None,
) -> list[Moment]:
    """Every printed date of the text, with its time where one stands beside it, in order.

    `language` is the page's language tag, `timezone` the IANA name of the zone of times that print none,
    `day_first` the order of day and month where the caller knows it. Where `now` is given (aware), "3 hours
    ago" and "yesterday" are moments too. Raises ValueError where `timezone` names no zone or `now` is naive.

    >>> [m.value.isoformat() for m in find_moments("Nov 3, 2021 at 5:03pm EDT, updated 04/11/21")]
    ['2021-11-03T17:03:00-04:00', '2021-11-04']
    """
    habits = habits_of(language, timezone, day_first)
    return list(_moments(text, habits, now))


def read_moment(
    text: str,
    *,
    language: str | None = None,
    timezone: str | None = None,
    day_first: bool | None = None,
    now: dt.datetime | None = None,
) -> Moment | None:
    """The first moment of the text, as `find_moments` reads it; None where there is none."""
    return next(_moments(text, habits_of(language, timezone, day_first), now), None)


def read_declared(
    text: str, *, language: str | None = None, timezone: str | None = None, day_first: bool | None = None
) -> dt.datetime | dt.date | None:
    """The point in time of an attribute or a meta element: written for machines, else as printed.

    Raises ValueError where `timezone` names no zone.
    """
    found = read_iso(text, timezone=timezone)
    if found is not None:
        return found
    moment = read_moment(text[:_LONGEST_DECLARED], language=language, timezone=timezone, day_first=day_first)
    return moment.value if moment else None


def _moments(text: str, habits: Habits, now: dt.datetime | None) -> Iterator[Moment]:
    """The moments of the text: absolute ones, else relative ones."""
    if now is not None and now.utcoffset() is None:
        raise ValueError("now has no time zone; give an aware datetime")
    line = plain(text)
    if habits.language is None and not text.isascii() and _PERSIAN_DIGIT.search(text):
        habits = replace(habits, language="fa")
    dates = _dates(line, habits)
    if not dates:
        yield from _other_moments(line, habits, now)
    floor = 0
    for index, date in enumerate(dates):
        limit = dates[index + 1].start if index + 1 < len(dates) else len(line)
        clock = _clock(line, date, floor, limit, habits)
        start, end = start_with_weekday(line, date.start, floor), date.end
        if clock is not None:
            start, end = min(start, clock.start), max(end, clock.end)
        value = at_clock(date.day, clock, habits) if clock else date.day
        yield Moment(value, start=start, end=end, order_assumed=date.order_assumed)
        floor = end


def _other_moments(line: str, habits: Habits, now: dt.datetime | None) -> Iterator[Moment]:
    """The moments of a text without dates in one piece: with a time inside, or counted from now."""
    stamp = find_stamp(line, habits) if ":" in line else None
    if stamp is not None:
        value, start, end = stamp
        yield Moment(value, start=start, end=end)
    elif now is not None:
        for value, start, end in relative_moments(line, now, habits):
            yield Moment(value, start=start, end=end)


def printed_dates(text: str, habits: Habits) -> list[PrintedDate]:
    """The days that a text prints with their years, and where, in order; times of day aside."""
    return _dates(plain(text), habits)


def _dates(line: str, habits: Habits) -> list[PrintedDate]:
    """The printed dates of the text, in order."""
    if _DIGIT.search(line) is None:
        return []
    found = list(numeric_dates(line, habits))
    found.extend(named_dates(line, habits, found[:]))
    if not line.isascii():
        found.extend(marked_dates(line))
    if not found:
        return list(short_dates(line, habits))
    return in_order(found, line) if len(found) > 1 else found


def _clock(line: str, date: PrintedDate, floor: int, limit: int, habits: Habits) -> Clock | None:
    """The time beside a date: after it, else before it.

    A time between two dates belongs to the second where the first has one before it.
    """
    after = clock_after(line, date.end, limit, habits)
    if after is not None and (limit == len(line) or clock_before(line, date.end, limit, habits) is None):
        return after
    return clock_before(line, floor, date.start, habits) or after
