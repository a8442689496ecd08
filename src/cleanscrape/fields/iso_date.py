"""Dates in the forms that machines write: ISO 8601 as it is found in the wild, RFC 822, epochs."""

from __future__ import annotations

import datetime as dt
import re

from cleanscrape.fields.calendars import day_of
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.lettering import plain
from cleanscrape.fields.page_habits import Habits, habits_of
from cleanscrape.fields.zones import zone_at

_DAY = LatePattern(
    r"(\d{4})(?:([-/.: ])(\d{1,2})\2(\d{1,2})(?!\d)|(\d\d)(\d\d)(?=\d{4}(?!\d)|\d{6}(?!\d)|\D|$))", re.ASCII
)
_WEEK = LatePattern(r"(\d{4})-?W(\d\d)-?([1-7])(?!\d)", re.ASCII)
_ORDINAL = LatePattern(r"(\d{4})-(\d{3})(?!\d)", re.ASCII)
_TIME = LatePattern(
    # Between day and time: "T", white space, a comma, and by a template's error the zone ("2020-04-29CEST15:32").
    r"(?:\s*(?:[T,;_@]|[A-Z]{2,5}|at)\s*|\s+|:|(?=\d{4}))"
    r"(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,:](\d{1,9})\d*)?)?|(\d\d)(\d\d)?(?:[.,](\d{1,9})\d*)?)(?!\d)"
    r"(?:\s?([ap])\.?m\b\.?)?",
    re.ASCII | re.IGNORECASE,
)
# A plus that was decoded to a space, or is still an entity.
_LOST_PLUS = LatePattern(r"\s(\d\d):?(\d\d)(?!\d)|&#(?:43|x2b);(\d\d):?(\d\d)(?!\d)", re.ASCII | re.IGNORECASE)
_REGION = LatePattern(r"\s?\[?([A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_]+){1,2})", re.ASCII)
_EPOCH = LatePattern(r"(?:/Date\()?(\d{10}|\d{13}|\d{16})(?:\.\d+)?(?:[+-]\d{4})?(?:\)/)?\s*$", re.ASCII)
_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_CLOCK = r"(?P<time>\d{1,2}:\d\d(?::\d\d)?)"
# RFC 822 and 850, JavaScript's Date, asctime: in this order, since each asks for more than the next.
_NAMED = (
    LatePattern(
        r"(?:[a-z]{3,9},?\s+)?(?P<day>\d{1,2})[\s-](?P<month>[a-z]{3})[a-z]{0,6}[\s-](?P<year>\d{4}|\d\d)"
        rf"[\sT]+{_CLOCK}",
        re.ASCII | re.IGNORECASE,
    ),
    LatePattern(
        rf"[a-z]{{3}},?\s+(?P<month>[a-z]{{3}})\s+(?P<day>\d{{1,2}})\s+(?P<year>\d{{4}})\s+{_CLOCK}",
        re.ASCII | re.IGNORECASE,
    ),
    LatePattern(
        rf"(?:\b[a-z]{{3}},?\s+)?\b(?P<month>[a-z]{{3}})\s+(?P<day>\d{{1,2}})\s+{_CLOCK}"
        r"\s(?P<zone>[a-z]{1,5}(?:[+-]\d{4})?|[+-]\d{4})?\s?(?P<year>\d{4})",
        re.ASCII | re.IGNORECASE,
    ),
)
_ASCTIME = _NAMED[-1]
_LONGEST = 80
"""Characters of a declared string that are read; the longest form, JavaScript's, takes 70."""


def read_iso(text: str, *, timezone: str | None = None) -> dt.datetime | dt.date | None:
    """The point in time that a machine-readable string states; None where it states none.

    An aware datetime where the string has a time and a zone, or where `timezone` (an IANA name) gives the
    zone; else the day. Text after it is left. Impossible days and years outside 1990 to 2100 are None.
    Raises ValueError where `timezone` names no zone.

    >>> read_iso("2020-04-29T15:32:00+0500").isoformat()
    '2020-04-29T15:32:00+05:00'
    >>> read_iso("20200429"), read_iso("2020-02-31")
    (datetime.date(2020, 4, 29), None)
    """
    habits = habits_of(None, timezone, None)
    head = plain(text[: 2 * _LONGEST].lstrip(" \t\r\n\"'")[:_LONGEST])
    if not head[:1].isalnum() and not head.startswith("/Date("):
        return None
    found = _DAY.match(head)
    if found is None:
        return _epoch(head) or _odd_day(head, habits) or _named(head, habits)
    year, _, *numbers = found.groups()
    month, day = (int(number) for number in numbers if number)
    date = day_of(int(year), month, day)
    return date and _with_time(head, found.end(), date, habits)


def find_stamp(text: str, habits: Habits) -> tuple[dt.datetime | dt.date, int, int] | None:
    """A time between month and year, as `asctime` writes it ("Nov 3 14:05:00 2021"), with its span."""
    match = _ASCTIME.search(text)
    value = _named(match[0], habits) if match else None
    return (value, match.start(), match.end()) if match and value else None


def _epoch(text: str) -> dt.datetime | None:
    """Seconds, milliseconds or microseconds since 1970."""
    match = _EPOCH.match(text)
    if match is None:
        return None
    seconds = int(match[1][:10])
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
    return moment.replace(microsecond=int(match[1][10:].ljust(6, "0")))


def _odd_day(text: str, habits: Habits) -> dt.datetime | dt.date | None:
    """ISO 8601 by the week (``2020-W18-3``) or by the day of the year (``2020-120``)."""
    try:
        if match := _WEEK.match(text):
            date = dt.date.fromisocalendar(int(match[1]), int(match[2]), int(match[3]))
        elif match := _ORDINAL.match(text):
            date = dt.datetime.strptime(match[1] + match[2], "%Y%j").date()
        else:
            return None
    except ValueError:
        return None
    known = day_of(date.year, date.month, date.day)
    return known and _with_time(text, match.end(), known, habits)


def _named(text: str, habits: Habits) -> dt.datetime | dt.date | None:
    """A day with the English name of its month, as mail, logs and programs write it."""
    for form in _NAMED:
        match = form.match(text)
        month = _MONTHS.get(match["month"].lower()) if match else None
        if match is None or month is None:
            continue
        year = int(match["year"])
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        date = day_of(year, month, int(match["day"]))
        if date is None:
            return None
        rest = text[match.end("time") : match.end("time") + _ZONE_REACH]
        return _with_time(f" {match['time']}{rest}", 0, date, habits)
    return None


_ZONE_REACH = 32
"""Characters after a time in which its zone stands."""


def _with_time(text: str, position: int, date: dt.date, habits: Habits) -> dt.datetime | dt.date:
    """The day with the time that follows it, where there is one and its zone is known; else the day."""
    match = _TIME.match(text, position)
    if match is None:
        return date
    hour, minute, second, fraction, minute_c, second_c, fraction_c, half = match.groups()
    hours = int(hour)
    if half:
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    whole_day = hours == 24 and not int(minute or minute_c or 0)
    try:
        time = dt.time(
            0 if whole_day else hours,
            int(minute or minute_c or 0),
            min(int(second or second_c or 0), 59),
            int((fraction or fraction_c or "0")[:6].ljust(6, "0")),
        )
        local = dt.datetime.combine(date, time) + dt.timedelta(days=whole_day)
    except (ValueError, OverflowError):
        return date
    offset = _offset(text, match.end(), local, habits)
    return date if offset is None else local.replace(tzinfo=dt.timezone(offset))


def _offset(text: str, position: int, local: dt.datetime, habits: Habits) -> dt.timedelta | None:
    """The offset of the zone that stands after a time, else of the page's own zone."""
    zone = zone_at(text, position, exact=True, any_case=True)
    if zone is not None:
        if zone.name == "Z" and (further := zone_at(text, zone.end, exact=True)):
            zone = further
        return zone.offset(local, habits)
    if lost := _LOST_PLUS.match(text, position):
        hours, minutes = (int(group) for group in lost.groups() if group)
        return dt.timedelta(hours=hours, minutes=minutes) if hours <= 14 and minutes < 60 else None
    if region := _REGION.match(text, position):
        try:
            return local.replace(tzinfo=habits_of(None, region[1], None).zone).utcoffset()
        except ValueError:
            return None
    return local.replace(tzinfo=habits.zone).utcoffset() if habits.zone else None
