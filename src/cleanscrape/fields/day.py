"""The day in a dateline: day and month, with or without the year, in the languages of `month_names`.

It is read where it stands, from its first character on; `named_date` looks for dates in any text. Digits of any
script are read.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from cleanscrape.fields.calendars import Calendar, day_of
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.lettering import fold
from cleanscrape.fields.month_names import Month, month_named
from cleanscrape.fields.weekday_names import weekdays_named

AFTER_PUBLICATION = 45
"""Days by which a printed day without a year may lie after publication; a later one is of the year before."""

NO_LATER = 3
"""As `AFTER_PUBLICATION`, for a day whose month is not printed either."""

BUDDHIST_EPOCH = 543
"""What a Thai year is ahead of the common one."""


class Day(NamedTuple):
    """A printed day: what is known of it, and where it ends in the text.

    `year` and `month` are None where they are not printed or belong to another calendar (`day` is then 0).
    """

    year: int | None
    month: int | None
    day: int
    end: int


_YEAR = r"(?P<year>\d{4}|\d{3}(?!\d)|['’]\d\d)(?!\d)(?:\s?(?:г|год[ау]?|року|р|m|м|م|ء|ж|д|هـ)(?!\w)\.?)?"
_MONTH = r"(?P<month>tháng \d{1,2}|[^\W\d_][^\s\d,،۔፣;:()/|\[\]«»–—-]*)"
_SECOND = LatePattern(r"\s([^\W\d_]+)")
_DAY_FIRST = LatePattern(
    r"(?P<day>\d{1,2})(?:(?:st|nd|rd|th|er|re|r|º|ª|°|-?(?:го|е|є))(?!\w)|\.(?!\d)|-)?\s?"
    rf"(?:(?:of|de|di|d'|da|ta')\s)?{_MONTH}"
)
_MONTH_FIRST = LatePattern(rf"{_MONTH}\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th|\s?d(?:\.|\b))?(?!\d|:\d)")
_YEAR_FIRST = LatePattern(r"(?P<year>\d{4})\.?(?:\sm\.|\sм\.|\s?г\.?|-?ж\.|\.?\sgada)?,?\s(?=[^\W\d_]|\d{1,2}\.)")
_YEAR_AFTER = LatePattern(rf"[.,،۔፣]?\s?(?:/\s?)?(?:del?\s|of\s|,\s)?{_YEAR}")
_NUMERIC = LatePattern(
    r"(?P<a>\d{1,2})(?P<mark>\s?[./-]\s?)(?P<b>\d{1,2})(?:(?P=mark)(?P<year>\d{2,4})(?!\d)(?:\s?(?:г|р|م)\.?(?!\w))?|\.)?"
)
_MONTH_AND_YEAR = LatePattern(r"(?:im\s)?([^\W\d_]{3,12})\.?\s(?:19|20)\d\d(?!\d)")
_ISO = LatePattern(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)")
# KUNA in Arabic: day, dash, month, then the agency.
_KUNA = LatePattern(r"(?P<day>\d{1,2})\s-\s(?P<month>\d{1,2})(?=\s\([\u0600-\u06ff])")
_TIME = LatePattern(
    r"(?:,|\s[-–—])?\s\d{1,2}[:.h]\d\d(?!\d)(?::\d\d)?"
    r"(?:\s?(?:Uhr|AM|PM|am|pm|a\.m\.|p\.m\.|hrs?|hs|h|GMT|UTC|IST|WIB|EST|EDT|CET|MSK)(?!\w))?"
)
_CLOCK = LatePattern(r"\s?(?:Uhr|h|hrs?|am|pm|a\.m|p\.m|AM|PM|GMT|:)(?!\w)")
_LEAD = LatePattern(r"([^\W\d_]+)\.?,?\s+")
_TRAIL = LatePattern(r"[.,]{0,2}\s\(?([^\W\d_]+)\)?")

_BEFORE = frozenset("le den am el il a on d di op dem em dne dňa dated ngày في دی بتاريخ यानी".split())
# Names of months that are common words, or another month, elsewhere; beside the number of a day they are months.
_BESIDE_DAY: dict[str, Month] = {
    name: (Calendar.GREGORIAN, number)
    for number, names in enumerate(
        (
            "gen led oca sij saus tammik stycz yanv ян студз иануар",
            "lut uno vas helmik peb pebruari",
            "bre kov maalisk mac",
            "bal dub tra kwiet huhtik",
            "mag geg kve svi toukok mayi",
            "bir cvn czerw haz kesak",
            "lie lip cvc tem heinak",
            "ags agt ogo elok gusht kol srp sierp авгус аугуст аугуста",
            "set rugs ruj zar wrzes syysk септ σεπτ",
            "out eki rij lokak pazdz",
            "noi lis lap stu studenog marrask novembrie nopember",
            "ara des dis pro pros grudz jouluk",
        ),
        1,
    )
    for name in names.split()
}
# Ethiopian and Nepali months: a day that is read, and has no ISO form.
_BESIDE_DAY |= dict.fromkeys(
    map(
        fold,
        "መስከረም ጥቅምት ኅዳር ህዳር ታኅሣሥ ታህሳስ ጥር የካቲት መጋቢት ሚያዝያ ግንቦት ሰኔ ሐምሌ ነሐሴ ጳጉሜን "
        "वैशाख बैशाख जेठ असार साउन भदौ असोज कात्तिक कार्तिक मंसिर मङ्सिर पुस पुष माघ फागुन चैत".split(),
    ),
    (Calendar.HIJRI, 0),
)
# Bhasha and Varta print the day of the month in words.
_HINDI = (
    "एक दो तीन चार पांच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस "
    "चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस"
).split()
_HINDI_DAYS = {word: n for n, word in enumerate(_HINDI, 1)} | {"पाँच": 5, "छः": 6, "पन्द्रह": 15, "अठाईस": 28}
_HINDI_DAY = LatePattern(r"(?P<day>[\u0900-\u0965]{2,9})\s(?P<month>[\u0900-\u0965]+)")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_number(word: str, language: str | None = None) -> int | None:
    """1 to 12 for the name of a month or its abbreviation; 0 for a month of another calendar; else None.

    >>> month_number("Sept."), month_number("листопада"), month_number("listopada", "hr")
    (9, 11, 10)
    """
    found = _month(word, language)
    return None if found is None else found[1] if found[0] is Calendar.GREGORIAN else 0


def _month(word: str, language: str | None) -> Month | None:
    """The calendar and the month that the word names, as any language prints it beside a day's number."""
    key = fold(word).replace(".", "").replace(" ", "")
    base = language[:2] if language else None
    return month_named(key, base) or _BESIDE_DAY.get(key)


def is_before_day(word: str) -> bool:
    """Whether the word, in small letters, may stand before a day: a month, a weekday, "den", "le"."""
    return word in _BEFORE or is_weekday(word) or month_number(word) is not None


def is_weekday(word: str) -> bool:
    """Whether the word is the name of a weekday."""
    folded = fold(word.rstrip("."))
    # Dushanbe is named after its Monday market.
    return len(word) > 1 and folded != "душанбе" and bool(weekdays_named(folded))


def day_at(text: str, start: int, *, language: str | None = None) -> Day | None:
    """The day that is printed in `text` from `start` on, with its weekday and time of day; None if there is none.

    >>> day_at("ROMA, 28 LUG - ", 6)
    Day(year=None, month=7, day=28, end=12)
    >>> day_at("on 29th April, 2020)", 3)
    Day(year=2020, month=4, day=29, end=19)
    """
    found = _bare_day(text, start, language)
    if found is None and (pos := _after_lead(text, start)) > start:
        found = _bare_day(text, pos, language)
    return found and found._replace(end=_after_trail(text, found.end))


def _bare_day(text: str, pos: int, language: str | None) -> Day | None:
    """The day without a weekday before it."""
    char = text[pos : pos + 1]
    if char.isdigit():
        found = _iso(text, pos) or _year_first(text, pos, language) or _day_first(text, pos, language)
        return found or _numeric(text, pos, language)
    if not char.isalpha():
        return None
    return _hindi(text, pos) if "\u0900" <= char <= "\u0965" else _month_first(text, pos, language)


def _after_lead(text: str, pos: int) -> int:
    """The place after weekdays and the little words that stand before a day."""
    for _ in range(3):
        word = _LEAD.match(text, pos)
        if word is None or not (word[1].casefold() in _BEFORE or is_weekday(word[1])):
            break
        pos = word.end()
    return pos


def _after_trail(text: str, end: int) -> int:
    """The place after the weekday and the time of day that may follow a day."""
    if (word := _TRAIL.match(text, end)) and len(word[1]) > 2 and is_weekday(word[1]):
        end = word.end()
    time = _TIME.match(text, end)
    return time.end() if time else end


def _made(printed: str | None, month: Month | None, day: int, end: int) -> Day | None:
    """The day of the printed year, month and number; None where no calendar has it."""
    if month is None:
        return None
    calendar, number = month
    if calendar is not Calendar.GREGORIAN:
        found = day_of(int(printed), number, day, calendar=calendar) if printed and printed.isdigit() else None
        return Day(found.year, found.month, found.day, end) if found else Day(None, None, 0, end)
    if not (1 <= number <= 12 and 1 <= day <= _LONGEST[number - 1]):
        return None
    return Day(_year(printed), number, day, end)


def _year(printed: str | None) -> int | None:
    """The year as printed, two digits being of this century; None where the number is no year of news."""
    if printed is None:
        return None
    year = int(printed.lstrip("'’"))
    if len(printed) <= 3 and year < 100:
        return 2000 + year if year < 70 else 1900 + year
    if year > 2400:
        year -= BUDDHIST_EPOCH
    return year if 1600 <= year <= 2200 else None


def _named(match: re.Match[str], language: str | None) -> tuple[Month | None, int]:
    """The month that the match names, and where its name ends: one word, two words, or a word before a stop."""
    word, end = match["month"], match.end("month")
    if word.startswith("tháng "):
        return (Calendar.GREGORIAN, int(word[6:])), end
    month = _month(word, language)
    if month is None and (second := _SECOND.match(match.string, end)):
        month = _month(f"{word} {second[1]}", language)
        end = second.end() if month else end
    if month is None and "." in word:
        stem = word.partition(".")[0]
        month, end = _month(stem, language), match.start("month") + len(stem)
    bare = len(match.string[match.start("month") : end].rstrip("."))
    return month, match.start("month") + bare


def _with_year(text: str, month: Month | None, day: int, end: int) -> Day | None:
    """The day with the year that may follow it."""
    after = _YEAR_AFTER.match(text, end)
    return _made(after["year"], month, day, after.end()) if after else _made(None, month, day, end)


def _day_first(text: str, pos: int, language: str | None) -> Day | None:
    match = _DAY_FIRST.match(text, pos)
    if match is None:
        return None
    month, end = _named(match, language)
    return None if month is None else _with_year(text, month, int(match["day"]), end)


def _month_first(text: str, pos: int, language: str | None) -> Day | None:
    match = _MONTH_FIRST.match(text, pos)
    if match is None:
        return None
    return _with_year(text, _month(match["month"], language), int(match["day"]), match.end())


def _year_first(text: str, pos: int, language: str | None) -> Day | None:
    lead = _YEAR_FIRST.match(text, pos)
    if lead is None:
        return None
    found = _month_first(text, lead.end(), language)
    if found is None:
        match = _DAY_FIRST.match(text, lead.end())
        month, end = _named(match, language) if match else (None, 0)
        found = _made(None, month, int(match["day"]), end) if match else None
    if found is None or found.month is None:
        return None
    stop = text[found.end : found.end + 1] == "."
    return found._replace(year=_year(lead["year"]), end=found.end + stop)


def _iso(text: str, pos: int) -> Day | None:
    match = _ISO.match(text, pos)
    return match and _made(match["year"], _gregorian(match["month"]), int(match["day"]), match.end())


def _gregorian(number: str | int) -> Month:
    return Calendar.GREGORIAN, int(number)


def _numeric(text: str, pos: int, language: str | None) -> Day | None:
    """A day in numbers: day first, but where only month first makes one or the house is an American one."""
    if kuna := _KUNA.match(text, pos):
        return _made(None, _gregorian(kuna["month"]), int(kuna["day"]), kuna.end())
    match = _NUMERIC.match(text, pos)
    if match is None or not (match["year"] or match["mark"].strip() in "./"):
        return None
    first, second = int(match["a"]), int(match["b"])
    american = match["mark"].strip() == "/" and (language or "")[:2] == "en" and len(match["year"] or "") == 2
    day, month = (second, first) if (american and first <= 12) or second > 12 else (first, second)
    if _CLOCK.match(text, match.end()):
        return None
    return _made(match["year"], _gregorian(month), day, match.end())


def _hindi(text: str, pos: int) -> Day | None:
    match = _HINDI_DAY.match(text, pos)
    if match is None or match["day"] not in _HINDI_DAYS:
        return None
    return _with_year(text, _month(match["month"], "hi"), _HINDI_DAYS[match["day"]], match.end())


def month_and_year_at(text: str, start: int) -> Day | None:
    """A month and its year, which stand for no day: "May 2022"."""
    word = _MONTH_AND_YEAR.match(text, start)
    return Day(None, None, 0, word.end()) if word and month_number(word[1]) else None


def iso_day(day: Day, published: dt.date | None = None) -> str | None:
    """The day in ISO form, with the year and month that `published` makes likely where they are not printed.

    >>> iso_day(Day(None, 12, 30, 0), dt.date(2021, 1, 2)), iso_day(Day(None, 4, 9, 0))
    ('2020-12-30', '--04-09')
    """
    if day.day == 0:
        return None
    if published is None:
        printed = f"--{day.month:02}-{day.day:02}" if day.month else f"---{day.day:02}"
        return f"{day.year:04}{printed[1:]}" if day.year and day.month else printed
    if day.month is None:
        near = _nearest(_months_about(published), day.day, published, NO_LATER)
        return near.isoformat() if near else f"---{day.day:02}"
    years = [day.year] if day.year else [published.year + k for k in (-1, 0, 1)]
    later = 10**6 if day.year else AFTER_PUBLICATION
    exact = _nearest([(year, day.month) for year in years], day.day, published, later)
    return exact.isoformat() if exact else f"--{day.month:02}-{day.day:02}"


def _months_about(published: dt.date) -> list[tuple[int, int]]:
    """The months before, of and after publication."""
    count = published.year * 12 + published.month - 1
    return [((count + k) // 12, (count + k) % 12 + 1) for k in (-1, 0, 1)]


def _nearest(months: list[tuple[int, int]], day: int, published: dt.date, later: int) -> dt.date | None:
    """The day of one of the months that is nearest to publication and not more than `later` days after it."""
    days = []
    for year, month in months:
        try:
            days.append(dt.date(year, month, day))
        except ValueError:
            continue
    days = [d for d in days if (d - published).days <= later]
    return min(days, key=lambda d: abs((d - published).days), default=None)
