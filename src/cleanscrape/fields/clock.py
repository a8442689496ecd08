"""The time of day that stands beside a printed date, after it or before it."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from cleanscrape.fields.clock_words import AT, BETWEEN, GIVEN_LANGUAGE, HOURS, MERIDIEM, UNITS, hour_in
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.lettering import WORD_AT, fold
from cleanscrape.fields.page_habits import Habits
from cleanscrape.fields.weekday_names import weekdays_named
from cleanscrape.fields.zones import Zone, zone_at

# Languages that print hours and minutes apart by a stop, even without a word such as "kl." before them.
_DOTTED = frozenset({"da", "de", "fi", "it", "id", "ms", "nb", "sv", "et", "th", "sl", "tr", "af", "si"})

_REACH = 56
"""Characters between a date and its time at most: a weekday, two words for "at", and their signs."""
_MOST_WORDS = 5

_YEAR_SIGNS = frozenset((fold("م"),))
"""Letters that mean the common era after a year, and half of the day after an hour."""

_SIGNS = LatePattern(r"[\s,;:|/@\"'.*>~\[\])-]{0,12}")
_BRACKETED = LatePattern(r"\([^()0-9]{0,12}\)?")
_DIGITS = (
    r"(?P<hour>[0-9]{1,2})(?:"
    r"\s?:\s?(?P<minute>[0-9][0-9])(?:\s?:\s?(?P<second>[0-9][0-9])(?:[.,](?P<fraction>[0-9]{1,9}))?)?"
    r"|\.(?P<dotted>[0-9][0-9])(?:\.(?P<dotted_second>[0-9][0-9]))?(?!\.?[0-9])"
    r"|(?:h|H|u|\s[hH]\s)(?P<past>[0-9][0-9])(?:\s?(?:min|mn|m)\b)?"
    r"|(?P<full>\s?[hH])(?![^\W0-9_])"
    r"|\s?[時时点點시](?:\s?(?P<cjk>[0-9]{1,2})\s?[分분]?)?"
    # Digits may follow where the date of a next element ran together with this one: "16:0125. Oktober".
    r")?(?:(?![0-9])|(?=[0-9]{1,2}\.\s))"
)
_AFTER = LatePattern(_DIGITS)
_BEFORE = LatePattern(r"(?<![0-9.:/])" + _DIGITS)
_LATIN_HALF = LatePattern(r"\s{0,2}([aApP])\s?\.?\s?[mM](?![a-z])\.?")
_DOTTED_HALF = LatePattern(r"\s?([^\W0-9_])\s?\.\s?([^\W0-9_])\b\.?")
# "0315 GMT (1115 HKT)": four digits are a time where a zone follows.
_MILITARY = LatePattern(r"(?<![0-9.:/-])([0-9][0-9])([0-9][0-9])\s?(?:hrs|h|hours)?(?=\s?[A-Z(])")
_DURATION = LatePattern(r"\s?min(?:s|ut\w{1,4})?\b", re.IGNORECASE)
_TAIL_WORD = LatePattern(r"\s{0,2}([^\W0-9_][^\s0-9!-/:-@\[-`{-~]{0,11})")


class Clock(NamedTuple):
    """A printed time of day with its zone (None where none is printed), and its span in the text."""

    time: dt.time
    zone: Zone | None
    start: int
    end: int


class _Gap(NamedTuple):
    """What stands between a date and its time: where it ends, and what it says about the digits after it."""

    end: int
    marked: bool = False
    exact: bool = False
    half: str | None = None


def _half_of(word: str, habits: Habits) -> str | None:
    """The half of the day that a folded word names on such a page."""
    half = MERIDIEM.get(word)
    if half is None or habits.language not in GIVEN_LANGUAGE.get(word, (habits.language,)):
        return None
    return half


def _gap(text: str, position: int, limit: int, habits: Habits) -> _Gap | None:
    """The gap from `position` to the next digit, or to `limit`; None where anything else stands in it."""
    marked = exact = False
    half: str | None = None
    for _ in range(_MOST_WORDS):
        if signs := _SIGNS.match(text, position, limit):
            position = signs.end()
        if position >= limit or text[position].isdigit():
            return _Gap(position, marked, exact, half)
        if text[position] == "(" and (aside := _BRACKETED.match(text, position, limit)):
            position = aside.end()
            continue
        word = WORD_AT.match(text, position, limit)
        if word is None:
            return None
        name = fold(word[0])
        position = word.end()
        exact = name == "t"
        if name in AT:
            marked = True
        elif name not in _YEAR_SIGNS and (found := _half_of(name, habits)) is not None:
            half = found
        elif not (exact or name in BETWEEN or weekdays_named(name)):
            return None
    return None


def clock_after(text: str, position: int, limit: int, habits: Habits) -> Clock | None:
    """The time that follows a date which ends at `position`; it lies before `limit`."""
    gap = _gap(text, position, min(limit, position + _REACH), habits)
    if gap is None or gap.end >= limit:
        return None
    digits = _AFTER.match(text, gap.end)
    if digits is None:
        return _military(text, gap.end)
    return _read(text, digits, gap, habits)


def clock_before(text: str, floor: int, position: int, habits: Habits) -> Clock | None:
    """The last time before a date which starts at `position`; it lies after `floor`."""
    floor = max(floor, position - _REACH)
    found: Clock | None = None
    for digits in _BEFORE.finditer(text, floor, position):
        if text[digits.start() - 1 : digits.start()] == "(":
            continue
        clock = _read(text, digits, _Gap(digits.start(), half=_half_before(text, digits, habits)), habits)
        if clock is not None and _touches(text, clock.end, position, habits):
            found = clock
    if found is None and (military := _MILITARY.search(text, floor, position)):
        clock = _military(text, military.start())
        if clock is not None and _touches(text, clock.end, position, habits):
            found = clock
    return found


def _touches(text: str, position: int, date: int, habits: Habits) -> bool:
    """Whether nothing but signs and small words stands from `position` up to the date."""
    if position > date:
        return False
    gap = _gap(text, position, date, habits)
    if gap is None:
        return False
    # A second reading of the same time in another zone: "0315 GMT (1115 HKT)".
    if gap.end < date and (other := _MILITARY.match(text, gap.end, date)):
        clock = _military(text, other.start())
        gap = _gap(text, clock.end, date, habits) if clock else None
    return gap is not None and gap.end >= date


def _half_before(text: str, digits: re.Match[str], habits: Habits) -> str | None:
    """The half of the day that is printed before the hour, as in Chinese, Japanese and Korean."""
    before = text[max(0, digits.start() - 4) : digits.start()].rstrip()
    if before.isascii():
        return None
    return next((h for n in (2, 1) if (h := _half_of(fold(before[-n:]), habits)) in ("am", "pm", "noon")), None)


def _military(text: str, position: int) -> Clock | None:
    """A time of four digits, with its zone."""
    match = _MILITARY.match(text, position)
    zone = zone_at(text, match.end()) if match else None
    if match is None or zone is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return Clock(dt.time(int(match[1]), int(match[2])), zone, position, zone.end)


def _read(text: str, digits: re.Match[str], gap: _Gap, habits: Habits) -> Clock | None:
    """The time in `digits`, with the half of the day, the unit and the zone that follow."""
    _, minute, second, _, dotted, *_ = digits.groups()
    begin = text[digits.end() : digits.end() + 2].lstrip()[:1]
    if minute is not None and begin in ("m", "M") and _DURATION.match(text, digits.end()):
        return None
    end, half, unit = _tail(text, digits.end(), gap.half, habits)
    if digits.end() == digits.end("hour") and half is None and not unit:
        return None
    if minute is None and unit == "counts" and digits.end() == digits.end("hour"):
        return None
    zone = zone_at(text, end, exact=gap.exact or second is not None, any_case=half is not None)
    if dotted is not None and not (half or unit or zone or gap.marked or _prints_stops(digits, habits)):
        return None
    time = _time(digits, half)
    return Clock(time, zone, digits.start(), zone.end if zone else end) if time else None


def _prints_stops(digits: re.Match[str], habits: Habits) -> bool:
    """Whether ``12.30`` is a time by itself on such a page."""
    return habits.language in _DOTTED and len(digits["hour"]) == 2


def _tail(text: str, position: int, half: str | None, habits: Habits) -> tuple[int, str | None, str]:
    """What follows the digits: its end, the half of the day, and the unit.

    The unit is "names" where it makes a number alone an hour of the day ("14 Uhr"), "counts" where it may
    count hours instead, else empty.
    """
    unit = ""
    latin = _LATIN_HALF.match(text, position)
    if latin is not None and not (habits.language == "de" and latin[0].strip() == "am"):
        return latin.end(), latin[1].lower() + "m", unit
    for _ in range(2):
        dotted = _DOTTED_HALF.match(text, position)
        if dotted is not None and (found := _half_of(fold(dotted[1] + dotted[2]), habits)):
            return dotted.end(), found, unit
        word = _TAIL_WORD.match(text, position)
        if word is None:
            break
        name = fold(word[1])
        if name in UNITS:
            unit = "names" if name in HOURS else "counts"
        elif (found := _half_of(name, habits)) is not None:
            half = found
        else:
            break
        position = word.end()
    if unit and text.startswith(".", position):
        position += 1
    return position, half, unit


def _time(digits: re.Match[str], half: str | None) -> dt.time | None:
    """The time of day from the printed numbers; None where there is no such time."""
    printed_hour, minute, second, fraction, dotted, dotted_second, past, _, cjk = digits.groups()
    hour = int(printed_hour)
    minutes = int(minute or dotted or past or cjk or 0)
    seconds = min(int(second or dotted_second or 0), 59)
    if half is not None:
        hour = hour_in(half, hour)
    if hour > 23 or minutes > 59:
        return None
    return dt.time(hour, minutes, seconds, int(fraction.ljust(6, "0")[:6]) if fraction else 0)


def at_clock(day: dt.date, clock: Clock | None, habits: Habits) -> dt.datetime | dt.date:
    """The day at the time of the clock, where its zone is known; else the day."""
    if clock is None:
        return day
    local = dt.datetime.combine(day, clock.time, habits.zone)
    offset = clock.zone.offset(local, habits) if clock.zone is not None else local.utcoffset()
    return day if offset is None else local.replace(tzinfo=dt.timezone(offset))
