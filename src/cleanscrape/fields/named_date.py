"""Dates with the month's name: ``29th April 2020``, ``Feb. 8, 2022``, ``2021. gada 3. maijs``.

The year is what is looked for; the day and the month are then read from it backwards, or forwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleanscrape.fields.calendars import FIRST_YEAR, LAST_YEAR, Calendar, day_of
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.lettering import WORD, fold
from cleanscrape.fields.month_names import Month, is_part_of_name, month_named
from cleanscrape.fields.page_habits import Habits
from cleanscrape.fields.printed_date import PrintedDate

_REACH = 64
"""Characters before or after a year in which its day and month may stand: the longest are Lithuanian."""
_LONGEST_ERA = 8
_MOST_LINKS = 5
"""Tokens between two parts of a date at most: "3 rd , of the" has four."""

_TOKEN = LatePattern(rf"[0-9]+|{WORD}|\S")
_YEAR = LatePattern(r"[0-9][0-9]{3,}")
_SHORT_YEAR = LatePattern(r"[ '/.-][0-9][0-9](?![.:]?[0-9])")
# What a day and month on either side of a year begin with: cheap tests before the tokens are cut.
_DIGIT = LatePattern(r"[0-9]")
_NAME_AND_DAY_NEXT = LatePattern(r"[\s.,/'(-]{0,3}[^\W0-9_][^0-9|]{0,40}[0-9]")
_THAI_BEFORE = LatePattern("[\u0e00-\u0e7f]")
_TIME_NEXT = LatePattern(r",? [0-9][0-9]?:[0-9][0-9]")
_LINE_ENDS = LatePattern(r"\s*(?:[)\]]\s*)?$")
_SHORT_LINE = 64
"""Characters of a line of place, date and author, in which "3 Nov 21" is a day; in prose it may be anything."""
_FIRST_SHORT_YEAR = 10
_SIGNS = frozenset(".,-/'")
_MONTH_YEAR_SIGNS = _SIGNS | frozenset("()")
_LINKS = frozenset(
    fold(word)
    for word in (
        "թ د р st nd rd th re er ère ème e º ª ° a o η ης го е ого ое й то ри ти ви án én i ja je ste ta of "
        "the day de del d di do da dia dal ng den le el la ben year anul năm tahun год году года року ปี "
        "เดือน سنة عام لعام سال ماه شهر من m mėn men gada gads eko ko yil yili жылғы жылы оны ж সালের সাল "
        "সালে"
    ).split()
)
_YEAR_THEN_DAY = frozenset(fold(w) for w in "gada সালের সালে ж жылы жылғы жылдын yil yili ýylyň".split())
_MONTH_MARKS_BEFORE = frozenset(("thang", "thg", "th"))
_ERA = LatePattern(r"[พค]\s?\.?\s?ศ\s?\.?\s*$")
"""The Thai marks for Buddhist and common era before a year."""
_MONTH_MARKS_AFTER = frozenset(fold(word) for word in ("月", "월", "сар", "сарын"))
_LAST_HUMP = LatePattern(r"(?<=.)[A-Z][a-z]{2,}$|(?<=[a-z])[A-Z]{3,}$")


class _Found(NamedTuple):
    """A month's name: the tokens from `first` to `last`, and where it starts in the first of them."""

    month: Month
    first: int
    last: int
    offset: int = 0


class _Line:
    """The tokens on one side of a year, and the months and days among them."""

    __slots__ = ("floor", "language", "limit", "text", "tokens")

    def __init__(self, text: str, floor: int, limit: int, language: str | None) -> None:
        self.text = text
        self.floor, self.limit = floor, limit
        self.language = language
        self.tokens: list[str] = _TOKEN.findall(text, floor, limit)

    def start(self, index: int) -> int:
        """Where the token starts in the text; looked for from the end, past the tokens in between."""
        place, at = self.limit, len(self.tokens)
        while at > index:
            at -= 1
            place = self.text.rindex(self.tokens[at], self.floor, place)
        return place

    def end(self, index: int) -> int:
        """Where the token ends in the text."""
        place = self.floor
        for token in self.tokens[: index + 1]:
            place = self.text.index(token, place) + len(token)
        return place

    def skip(self, index: int, step: int, signs: frozenset[str] = _SIGNS) -> int:
        """The first token from `index` on, backwards where `step` is -1, that is no sign or linking word."""
        tokens = self.tokens
        for _ in range(_MOST_LINKS):
            if not 0 <= index < len(tokens):
                return -1
            token = tokens[index]
            if token not in signs and (token[0].isdigit() or fold(token) not in _LINKS):
                return index
            index += step
        return -1

    def number(self, index: int) -> int | None:
        """The number of one or two digits at `index`."""
        token = self.tokens[index] if index >= 0 else ""
        return int(token) if len(token) < 3 and token.isdecimal() else None

    def month(self, index: int, step: int) -> _Found | None:
        """The month that ends at `index` where `step` is -1, or begins there where it is 1."""
        if index < 0:
            return None
        token = self.tokens[index]
        if token[0].isdigit():
            return self._marked(index)
        name = fold(token)
        if name in _MONTH_MARKS_AFTER and (number := self._number_before(index)):
            return number
        if is_part_of_name(name) and (found := self._long_name(index, step)):
            return found
        return self._single_name(index, name)

    def _marked(self, index: int) -> _Found | None:
        """The month at a number that stands after or before the word for month."""
        if index and fold(self.tokens[index - 1]) in _MONTH_MARKS_BEFORE:
            return self._numbered(index, index - 1, index)
        after = self.skip(index + 1, 1)
        if after > 0 and fold(self.tokens[after]) in _MONTH_MARKS_AFTER:
            return self._numbered(index, index, after)
        return None

    def _number_before(self, index: int) -> _Found | None:
        """The month whose number stands before the word for month at `index`."""
        before = self.skip(index - 1, -1)
        return self._numbered(before, before, index)

    def _numbered(self, index: int, first: int, last: int) -> _Found | None:
        """A month as a number with the word for month: ``tháng 11``, ``11月``."""
        number = self.number(index)
        if number is None or not 1 <= number <= 12:
            return None
        return _Found((Calendar.GREGORIAN, number), first, last)

    def _single_name(self, index: int, name: str) -> _Found | None:
        """A month's name of one word; of two words that ran together, the last ("SmithNovember", "SmithNOVEMBER")."""
        month = month_named(name, self.language)
        if month is not None:
            return _Found(month, index, index)
        hump = _LAST_HUMP.search(self.tokens[index])
        month = month_named(fold(hump[0]), self.language) if hump else None
        return _Found(month, index, index, hump.start()) if hump and month else None

    def _long_name(self, index: int, step: int) -> _Found | None:
        """A month's name of two or three words, the longest."""
        words = [index]
        at = index + step
        while len(words) < 3 and 0 <= at < len(self.tokens) and abs(at - index) <= 5:
            token = self.tokens[at]
            if is_part_of_name(fold(token)):
                words.append(at)
            elif token not in (".", "-", "'"):
                break
            at += step
        while len(words) > 1:
            first, last = min(words), max(words)
            month = month_named("".join(fold(self.tokens[i]) for i in sorted(words)), self.language)
            if month:
                return _Found(month, first, last)
            words.pop()
        return None


def named_dates(text: str, habits: Habits, read: Sequence[PrintedDate] = ()) -> Iterator[PrintedDate]:
    """Dates with the month's name and a year of four digits, in the order of their years.

    Years within the dates of numbers that are already `read` (in order) are left out.
    """
    spans = iter(read)
    span = next(spans, None)
    floor = 0
    for match in _YEAR.finditer(text):
        start, end = match.span()
        while span is not None and span.end <= start:
            span = next(spans, None)
        if span is not None and span.start <= start:
            continue
        if end - start > 4:
            start, end = _year_within(match[0], start)
        if end - start == 4:
            date = _before_year(text, (start, end), floor, habits) or _after_year(text, (start, end), habits)
            if date is not None:
                floor = date.end
                yield date


def short_dates(text: str, habits: Habits) -> Iterator[PrintedDate]:
    """Dates with the month's name and a year of two digits, where these can be nothing else.

    They are after an apostrophe (``'21``), joined to the month by a sign (``3-Nov-21``), before a time
    (``3 Nov 21 14:05``), at the end of a short line or its bracket (``(Oslo, 3 Nov 21)``), or Thai (``3 พ.ย. 64``).
    """
    floor = 0
    for match in _SHORT_YEAR.finditer(text):
        start, end = match.start() + 1, match.end()
        if match[0][0] != " " or _may_be_year(text, start, end, habits):
            date = _before_year(text, (start, end), floor, habits)
            if date is not None:
                floor = end
                yield date


def _year_within(digits: str, start: int) -> tuple[int, int]:
    """The span of a year that ran together with what stands beside it: "20239:05", "022023"; else empty."""
    if len(digits) < 7 and FIRST_YEAR <= int(digits[:4]) <= LAST_YEAR:
        return start, start + 4
    if len(digits) == 6 and FIRST_YEAR <= int(digits[2:]) <= LAST_YEAR:
        return start + 2, start + 6
    return start, start


def _may_be_year(text: str, start: int, end: int, habits: Habits) -> bool:
    """Whether two digits after a space can be a year, if a day and a month stand before them."""
    if habits.language == "th" or _THAI_BEFORE.search(text, max(start - 3, 0), start):
        return True
    if len(text) <= _SHORT_LINE and _LINE_ENDS.match(text, end) and int(text[start:end]) >= _FIRST_SHORT_YEAR:
        return True
    return _TIME_NEXT.match(text, end) is not None


def _before_year(text: str, year: tuple[int, int], floor: int, habits: Habits) -> PrintedDate | None:
    """Day, month, year or month, day, year, by the span of the year; they stand after `floor`."""
    start, end = year
    floor = max(floor, start - _REACH)
    if _DIGIT.search(text, floor, start) is None:
        return None
    limit = start
    if "ศ" in text[start - _LONGEST_ERA : start] and (era := _ERA.search(text, floor, start)):
        limit = era.start()
    line = _Line(text, floor, limit, habits.language)
    index = line.skip(len(line.tokens) - 1, -1, _MONTH_YEAR_SIGNS)
    month = line.month(index, -1)
    if month is not None:
        month = _same_month_before(line, month)
        index = line.skip(month.first - 1, -1)
        day = line.number(index)
        first = line.start(index) if day is not None else 0
        if day is None or not _is_day(text, first):
            return None
    else:
        day = line.number(index)
        month = line.month(line.skip(index - 1, -1), -1) if day is not None else None
        if month is None or day is None:
            return None
        first = line.start(month.first) + month.offset
    if end - start == 2 and not _short_year_is_sure(line, month):
        return None
    return _date(line, text[start:end], month, day, (first, end))


def _same_month_before(line: _Line, month: _Found) -> _Found:
    """The first of two names of one month: ``نوفمبر/تشرين الثاني``."""
    if not month.first or line.tokens[month.first - 1] not in "/()":
        return month
    other = line.month(line.skip(month.first - 1, -1, _MONTH_YEAR_SIGNS), -1)
    return other if other and other.month == month.month else month


def _after_year(text: str, year: tuple[int, int], habits: Habits) -> PrintedDate | None:
    """Year, month, day; or year, day, month after a word that says so."""
    start, end = year
    if _NAME_AND_DAY_NEXT.match(text, end) is None:
        return None
    line = _Line(text, end, end + _REACH, habits.language)
    index = line.skip(0, 1, _MONTH_YEAR_SIGNS)
    month = line.month(index, 1)
    if month is not None:
        last = line.skip(month.last + 1, 1)
        day = line.number(last)
        if day is None or "'" in line.tokens[month.last : last] or not _ends_date(line, last):
            return None
    else:
        day = line.number(index)
        if day is None or not any(fold(token) in _YEAR_THEN_DAY for token in line.tokens[:index]):
            return None
        month = line.month(line.skip(index + 1, 1), 1)
        if month is None:
            return None
        last = month.last
    return _date(line, text[start:end], month, day, (start, line.end(last)))


def _is_day(text: str, start: int) -> bool:
    """Whether the number is a day, and not the end of a time, a price or a decimal number."""
    sign = text[start - 1 : start]
    if sign in (":", "$", "€", "£", "₹"):
        return False
    return not (sign in (".", ",", "/") and text[start - 2 : start - 1].isdigit())


def _ends_date(line: _Line, index: int) -> bool:
    """Whether the number after the month is a day: no hour, and no day of a date whose year comes last."""
    end = line.end(index)
    if line.text[end : end + 1] in (":", ".") and line.text[end + 1 : end + 2].isdigit():
        return False
    following = line.skip(index + 1, 1)
    return following < 0 or not line.tokens[following].isdecimal() or len(line.tokens[following]) != 4


def _short_year_is_sure(line: _Line, month: _Found) -> bool:
    """Whether two digits after the month are a year: signs before both must be the same, as in "3-Nov-21"."""
    sign = line.text[line.limit - 1]
    if sign not in "-/." or _is_thai(line, month):
        return True
    start = line.start(month.first) + month.offset
    return line.text[start - 1 : start] == sign


def _is_thai(line: _Line, month: _Found) -> bool:
    """Whether the month is printed in Thai or Lao, beside which years are Buddhist."""
    return "\u0e00" <= line.tokens[month.first][0] <= "\u0eff"


def _date(line: _Line, year: str, month: _Found, day: int, span: tuple[int, int]) -> PrintedDate | None:
    """The date from its parts; None where there is no such day."""
    calendar, number = month.month
    count = int(year)
    thai = calendar is Calendar.GREGORIAN and (line.language == "th" or _is_thai(line, month))
    if len(year) == 2:
        count += 2500 if thai and count > 40 else 2000 if count < 50 else 1900
    if thai and count > 2400:
        calendar = Calendar.BUDDHIST
    found = day_of(count, number, day, calendar=calendar)
    return PrintedDate(found, *span, calendar=calendar) if found else None
