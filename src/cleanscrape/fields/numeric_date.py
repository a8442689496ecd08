"""Dates of three numbers: ``2021-11-03``, ``3.11.2021``, ``11/03/21``, ``2021年11月3日``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from cleanscrape.fields.calendars import ERAS, Calendar, day_of
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.page_habits import Habits
from cleanscrape.fields.printed_date import PrintedDate, weekdays_before, word_before

_NUMBERS = LatePattern(
    r"([0-9][0-9]{0,3})(\s?)([-./|])\s?([0-9]{1,2})\s?\3\s?"
    # The year and a time or another date whose elements ran together: "03/11/20219:05", "03.11.2109:05".
    r"([0-9]{4}(?=[0-9]{1,2}(?:[:./-][0-9]|\.\s))|[0-9][0-9](?=[0-2][0-9]:[0-9][0-9](?![:0-9]))|[0-9]{1,4}(?![0-9]))"
)
_SEPARATED = LatePattern(r"[0-9](?:\s?[-./]\s?|\|)[0-9]")
_MARKED = LatePattern(
    r"(?<![0-9])(?:(?P<era>令和|平成|昭和|民[國国])\s?(?P<count>元|[0-9]{1,3})|(?P<year>[0-9]{4}))"
    r"\s?(?:\([^()]{1,10}\))?\s?[年년]\s?(?:\([^()]{1,10}\))?\s?"
    r"(?P<month>[0-9]{1,2})\s?[月월]\s?(?P<day>[0-9]{1,2})(?:\s?[日일号號])?"
)
_PADDED = LatePattern(r"[0-9]{1,2}/ [0-9]/[0-9]{2}\Z")  # "10/ 5/21"
_HIJRI_MARK = LatePattern(r"\s?(?:هـ|ه|ھ|AH\b|A\.H)")
# Zones of North America, where the month comes first, and of other places where English is printed.
_ZONE_NEAR = LatePattern(
    r"\b(?:((?:[ECMP][SD]?|AK[SD]|HS)T)|GMT|BST|IST|CES?T|EES?T|PKT|SGT|HKT|MYT|AE[SD]T|NZ[SD]T|SAST|[EWC]AT|GST)\b"
)
_ZONE_REACH = 24
"""Characters after a date in which the zone of its time stands."""
# What may follow a date without white space: "03/11/2021-14:05", "2021-11-03T14:05", "3.11.2021г.".
_TIME_NEXT = LatePattern(r"[-/@+][0-9]{1,2}:?[0-9][0-9]")
_BEFORE = frozenset(" \t\n\r([|,;:>*\"'~")
_NOT_BEFORE = frozenset("/\\=&?#%@_+$€£¥₹^")
_NOT_AFTER = frozenset("/\\=&%_$€£^")
_VERSION_WORDS = frozenset(
    "v ver version versions release build firmware driver rev revision ip ipv4 tel phone fax isbn android ios".split()
)
_YEAR_LAST_SHORT_FROM = 90
"""Years of two digits from here are of the last century; the web is younger than the others below 50."""
_YEAR_LAST_SHORT_TO = 49
_LONGEST_CHUNK = 24
_SHORT_LINE = 64
"""Characters of a line of date and author, in which "1/2/21" is a date; in prose it may be anything."""


class _Candidate(NamedTuple):
    """Three numbers and the days that they may be, by order: day first, or month first."""

    match: re.Match[str]
    day_first: dt.date | None
    month_first: dt.date | None
    calendar: Calendar

    @property
    def is_open(self) -> bool:
        """Whether both orders give a day, and not the same."""
        return None not in (self.day_first, self.month_first) and self.day_first != self.month_first


def numeric_dates(text: str, habits: Habits) -> Iterator[PrintedDate]:
    """Dates of three numbers with signs between them, in order.

    Where the numbers fit both orders, these decide: the printed weekday, then the order of another date in
    the same text that fits one order alone, then `Habits.day_first`, and only then the order is a guess.
    """
    if _SEPARATED.search(text) is None:
        return
    candidates = [c for match in _NUMBERS.finditer(text) if (c := _candidate(text, match, habits))]
    if not candidates:
        return
    sure = {
        (candidate.match[3], candidate.day_first is not None)
        for candidate in candidates
        if len(candidate.match[1]) < 3 and None in (candidate.day_first, candidate.month_first)
    }
    for candidate in candidates:
        day, assumed = _chosen(text, candidate, sure, habits)
        if day is not None:
            start, end = candidate.match.span()
            is_short = len(candidate.match[1]) < 3 and len(candidate.match[5]) < 3
            yield PrintedDate(day, start, end, assumed, candidate.calendar, is_short)


def _chosen(
    text: str, candidate: _Candidate, sure: set[tuple[str, bool]], habits: Habits
) -> tuple[dt.date | None, bool]:
    """The day that the numbers mean, and whether it was a guess."""
    if not candidate.is_open:
        return candidate.day_first or candidate.month_first, False
    settled = _settled(text, candidate, sure)
    day_first = _likelier(text, candidate.match.end(), habits) if settled is None else settled
    day = candidate.day_first if day_first else candidate.month_first
    return day, settled is None and not habits.is_sure_of(candidate.match[3])


def _likelier(text: str, end: int, habits: Habits) -> bool:
    """Whether the day is likelier first: by a zone that is printed near where the language is no help."""
    if habits.told is None and habits.language in ("en", None) and habits.region is None:
        zone = _ZONE_NEAR.search(text, end, end + _ZONE_REACH)
        if zone is not None:
            return zone[1] is None
    return habits.day_first


def _settled(text: str, candidate: _Candidate, sure: set[tuple[str, bool]]) -> bool | None:
    """Whether the day comes first, where the weekday or another date of the text proves it; else None."""
    weekdays = weekdays_before(text, candidate.match.start())
    if len(weekdays) == 1 and candidate.day_first and candidate.month_first:
        fits = [day.weekday() in weekdays for day in (candidate.day_first, candidate.month_first)]
        if fits[0] != fits[1]:
            return fits[0]
    orders = {first for separator, first in sure if separator == candidate.match[3]}
    return orders.pop() if len(orders) == 1 else None


def _candidate(text: str, match: re.Match[str], habits: Habits) -> _Candidate | None:
    """What the three numbers may be; None where they are no date: a version, an address, a number to call."""
    first, _, separator, _, third = match.groups()
    if not _stands_alone(text, match.start(), match.end()):
        return None
    if len(first) == 4 and len(third) <= 2:
        return _year_first(match, int(first), _calendar(text, match, int(first), habits))
    if len(first) > 2 or separator == "|":
        return None
    if len(third) == 4:
        return _year_last(match, int(third), _calendar(text, match, int(third), habits))
    if len(third) != 2 or not _short_year_is_sure(text, match, habits):
        return None
    if habits.year_first:
        return _year_first(match, 2000 + int(first), Calendar.GREGORIAN)
    return _year_last(match, *_long_year(int(third), habits))


def _year_first(match: re.Match[str], year: int, calendar: Calendar | None) -> _Candidate | None:
    """A candidate with the year first, which has but one order."""
    day = day_of(year, int(match[4]), int(match[5]), calendar=calendar) if calendar else None
    return _Candidate(match, day, None, calendar) if calendar and day else None


def _year_last(match: re.Match[str], year: int, calendar: Calendar | None) -> _Candidate | None:
    """A candidate with the year last."""
    if calendar is None:
        return None
    first, second = int(match[1]), int(match[4])
    day_first = day_of(year, second, first, calendar=calendar)
    month_first = day_of(year, first, second, calendar=calendar)
    return _Candidate(match, day_first, month_first, calendar) if day_first or month_first else None


def _long_year(short: int, habits: Habits) -> tuple[int, Calendar | None]:
    """The year that two digits stand for, and its calendar; no calendar where they stand for none."""
    if habits.language == "th" and short > _YEAR_LAST_SHORT_TO:
        return 2500 + short, Calendar.BUDDHIST
    if _YEAR_LAST_SHORT_TO < short < _YEAR_LAST_SHORT_FROM:
        return short, None
    return (2000 if short <= _YEAR_LAST_SHORT_TO else 1900) + short, Calendar.GREGORIAN


def _short_year_is_sure(text: str, match: re.Match[str], habits: Habits) -> bool:
    """Whether three short numbers are a date and nothing else: a version, a fraction, a part of a number.

    They are if day and month have two digits each or one of them is no month, or in a short line; with stops
    between them not in English.
    """
    first, _, separator, second, _ = match.groups()
    if " " in match[0] and _PADDED.match(match[0]) is None:
        return False
    padded = len(first) == 2 and len(second) == 2
    if separator == "-":
        return padded and habits.language is not None and not habits.year_first
    if padded or (separator == "/" and (int(first) > 12 or int(second) > 12)):
        return True
    return len(text) <= _SHORT_LINE and (separator == "/" or habits.language not in ("en", None))


def _calendar(text: str, match: re.Match[str], year: int, habits: Habits) -> Calendar | None:
    """The calendar of a year of four digits, as far as the page says it; None where it fits none."""
    if 1990 <= year <= 2100:
        # Nepal counts from 57 BCE: 2078 is 2021, and is no Gregorian year.
        return None if habits.language == "ne" and year > 2050 else Calendar.GREGORIAN
    if 2533 <= year <= 2643 and habits.language in ("th", "lo", "km"):
        return Calendar.BUDDHIST
    if 1410 <= year <= 1524 and _HIJRI_MARK.match(text, match.end()):
        return Calendar.HIJRI
    if 1369 <= year <= 1479 and habits.language in ("fa", "ps"):
        return Calendar.PERSIAN
    return None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the numbers are no part of a longer run: an address, a file's name, a version, a telephone number."""
    return _free_after(text, end) and _free_before(text, start)


def _free_before(text: str, start: int) -> bool:
    """Whether a date may begin at `start`."""
    sign = text[start - 1] if start else " "
    if sign in _BEFORE or sign.isspace():
        word, _ = word_before(text, start)
        return word.lower() not in _VERSION_WORDS
    if sign in _NOT_BEFORE or sign.isdigit():
        return False
    if sign in "-." or (sign.isascii() and sign.isalpha()):
        # "Published03/11/2021": two elements whose texts ran together; "v3.11.2021" is no date.
        chunk = text[max(0, start - _LONGEST_CHUNK) : start].split()[-1]
        word = chunk[:-1] if sign in "-." else chunk
        return not word or (word.isalpha() and len(word) > 2 and word.lower() not in _VERSION_WORDS)
    return True


def _free_after(text: str, end: int) -> bool:
    """Whether a date may end at `end`."""
    sign = text[end] if end < len(text) else " "
    if sign.isdigit():
        return True
    following = text[end + 1] if end + 1 < len(text) else " "
    if sign in "-/@+" and _TIME_NEXT.match(text, end):
        return True
    if sign in _NOT_AFTER:
        return False
    if sign in ".-?":
        return not (following.isdigit() or (following.isascii() and following.islower()))
    return not (sign == "," and following.isdigit())


def marked_dates(text: str) -> Iterator[PrintedDate]:
    """Dates whose numbers are followed by the words for year, month and day in Chinese, Japanese or Korean.

    Years of a Japanese era or of the Minguo count are read where the era is named.
    """
    if "月" not in text and "월" not in text:
        return
    for match in _MARKED.finditer(text):
        year = int(match["year"]) if match["year"] else ERAS[match["era"]] + _count(match["count"])
        day = day_of(year, int(match["month"]), int(match["day"]))
        if day is not None:
            yield PrintedDate(day, match.start(), match.end())


def _count(printed: str) -> int:
    """The number of a year in its era; the first is printed as 元."""
    return 1 if printed == "元" else int(printed)
