"""A printed date: the day, and where it stands in the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from cleanscrape.fields.calendars import Calendar
from cleanscrape.fields.lettering import fold
from cleanscrape.fields.weekday_names import weekdays_named

_WEEKDAY_REACH = 24
"""Characters in which the weekday before a date is looked for: the longest name and its signs."""
_BETWEEN = " \t\n\r\v\f\x1c\x1d\x1e\x1f,.|)"
"""What may stand between a weekday and a date: the white space of ASCII, and signs."""
_TWIN_REACH = 24
"""Characters that may stand between one day printed in two calendars: brackets, a dash, a short word."""
_ALL_DAYS = 7
"""What a word that is but a part of a weekday's name may stand for ("Thứ" in "Thứ tư")."""
_TIME_REACH = 12
"""Characters between a date and its time in stops, with one word for "at"."""
_TWIN_DAYS = 2
"""Days by which the tabular lunar calendar may differ from the sighted one."""


class PrintedDate(NamedTuple):
    """A day and its span; `order_assumed` where which number is the month was a guess.

    `is_short`: three numbers of at most two digits, which beside a longer date are rather a time ("17.03.00").
    """

    day: dt.date
    start: int
    end: int
    order_assumed: bool = False
    calendar: Calendar = Calendar.GREGORIAN
    is_short: bool = False


def word_before(text: str, position: int) -> tuple[str, int]:
    """The word that ends before `position`, and its start; an empty word where there is none near."""
    floor = max(0, position - _WEEKDAY_REACH)
    before = text[floor:position].rstrip(_BETWEEN)
    if not before:
        return "", position
    word = before.rsplit(None, 1)[-1].lstrip("([\"'|-/:>")
    return word, floor + len(before) - len(word)


def weekdays_before(text: str, position: int) -> frozenset[int]:
    """The days of the week that the word before `position` may name; empty where it names none."""
    word, _ = word_before(text, position)
    return weekdays_named(fold(word)) if word else frozenset()


def start_with_weekday(text: str, start: int, floor: int) -> int:
    """Where a date that starts at `start` begins with the weekday before it, if one stands after `floor`."""
    while start >= floor + 3:
        word, first = word_before(text, start)
        days = weekdays_named(fold(word)) if first >= floor else ()
        if not days:
            break
        start = first
        if len(days) < _ALL_DAYS:
            break
    return start


def in_order(found: Iterable[PrintedDate], text: str) -> list[PrintedDate]:
    """The dates by place: of two that overlap the longer, of one day printed in two calendars one."""
    dates: list[PrintedDate] = []
    for date in sorted(found, key=lambda date: (date.start, -date.end)):
        last = dates[-1] if dates else None
        if last is not None and date.start < last.end:
            if date.end - date.start > last.end - last.start:
                dates[-1] = date
        elif last is not None and date.is_short and not last.is_short and date.start - last.end <= _TIME_REACH:
            continue
        elif last is not None and _are_twins(last, date, text):
            exact = date if date.calendar is Calendar.GREGORIAN else last
            dates[-1] = exact._replace(start=last.start, end=date.end)
        else:
            dates.append(date)
    return dates


def _are_twins(first: PrintedDate, second: PrintedDate, text: str) -> bool:
    """Whether the two are one day, printed in the Gregorian and another calendar side by side."""
    return (
        (first.calendar is Calendar.GREGORIAN) != (second.calendar is Calendar.GREGORIAN)
        and abs((first.day - second.day).days) <= _TWIN_DAYS
        and second.start - first.end <= _TWIN_REACH
        and not any(sign.isdigit() for sign in text[first.end : second.start])
    )
