"""Days in other calendars."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from cleanscrape.fields.calendars import Calendar, day_of


@pytest.mark.parametrize(
    ("date", "calendar", "expected"),
    [
        ((2021, 11, 3), Calendar.GREGORIAN, "2021-11-03"),
        ((2564, 11, 3), Calendar.BUDDHIST, "2021-11-03"),
        # New Year's days and leap days of the Iranian calendar as proclaimed.
        ((1400, 1, 1), Calendar.PERSIAN, "2021-03-21"),
        ((1399, 12, 30), Calendar.PERSIAN, "2021-03-20"),
        ((1403, 12, 30), Calendar.PERSIAN, "2025-03-20"),
        ((1404, 1, 1), Calendar.PERSIAN, "2025-03-21"),
        ((1408, 12, 30), Calendar.PERSIAN, "2030-03-20"),
        # The civil calendar of Calendrical Calculations.
        ((1443, 1, 1), Calendar.HIJRI, "2021-08-10"),
        ((1445, 12, 29), Calendar.HIJRI, "2024-07-06"),
        ((1446, 1, 1), Calendar.HIJRI, "2024-07-08"),
    ],
)
def test_days(date: tuple[int, int, int], calendar: Calendar, expected: str) -> None:
    assert day_of(*date, calendar=calendar) == dt.date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("date", "calendar"),
    [
        ((2021, 2, 29), Calendar.GREGORIAN),
        ((2021, 0, 3), Calendar.GREGORIAN),
        ((1989, 12, 31), Calendar.GREGORIAN),
        ((2101, 1, 1), Calendar.GREGORIAN),
        ((99999, 1, 1), Calendar.GREGORIAN),
        ((1400, 12, 30), Calendar.PERSIAN),
        ((1400, 7, 31), Calendar.PERSIAN),
        ((1443, 1, 31), Calendar.HIJRI),
        ((2021, 9, 3), Calendar.HIJRI),
    ],
)
def test_no_days(date: tuple[int, int, int], calendar: Calendar) -> None:
    assert day_of(*date, calendar=calendar) is None


def test_every_day_of_the_persian_calendar_follows_the_last() -> None:
    days = [
        day
        for year in range(1370, 1470)
        for month in range(1, 13)
        for number in range(1, 32)
        if (day := day_of(year, month, number, calendar=Calendar.PERSIAN))
    ]
    assert all(later - earlier == dt.timedelta(days=1) for earlier, later in pairwise(days))
