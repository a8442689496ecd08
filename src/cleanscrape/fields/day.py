"""A day as newsrooms print it: day and month, with or without the year, in some fifty languages.

The names of the months are data (``months.txt``). Digits of any script are read.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

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
_MONTH = r"(?P<month>tháng \d{1,2}|[^\W\d_][^\s\d,،۔;:()/|\[\]«»–—-]*)"
_SECOND = re.compile(r"\s([^\W\d_]+)")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?:(?:st|nd|rd|th|er|re|r|º|ª|°|\.|-?(?:го|е|є))(?!\w)|-)?\s?"
    rf"(?:(?:of|de|di|d'|da|ta')\s)?{_MONTH}"
)
_MONTH_FIRST = re.compile(rf"{_MONTH}\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th|\s?d(?:\.|\b))?(?!\d|:\d)")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})\.?(?:\sm\.|\sм\.|\s?г\.?|-?ж\.|\.?\sgada)?,?\s(?=[^\W\d_]|\d{1,2}\.)")
_YEAR_AFTER = re.compile(rf"[.,،۔]?\s?(?:/\s?)?(?:del?\s|of\s|,\s)?{_YEAR}")
_NUMERIC = re.compile(
    r"(?P<a>\d{1,2})(?P<mark>\s?[./-]\s?)(?P<b>\d{1,2})(?:(?P=mark)(?P<year>\d{2,4})(?!\d)(?:\s?(?:г|р|م)\.?(?!\w))?|\.)?"
)
_ISO = re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)")
# KUNA in Arabic: day, dash, month, then the agency.
_KUNA = re.compile(r"(?P<day>\d{1,2})\s-\s(?P<month>\d{1,2})(?=\s\([\u0600-\u06ff])")
_TIME = re.compile(
    r"(?:,|\s[-–—])?\s\d{1,2}[:.h]\d\d(?!\d)(?::\d\d)?"
    r"(?:\s?(?:Uhr|AM|PM|am|pm|a\.m\.|p\.m\.|hrs?|hs|h|GMT|UTC|IST|WIB|EST|EDT|CET|MSK)(?!\w))?"
)
_CLOCK = re.compile(r"\s?(?:Uhr|h|hrs?|am|pm|a\.m|p\.m|AM|PM|GMT|:)(?!\w)")
_LEAD = re.compile(r"([^\W\d_]+)\.?,?\s+")
_TRAIL = re.compile(r"[.,]{0,2}\s\(?([^\W\d_]+)\)?")

_BEFORE = frozenset("le den am el il a on d di op dem em dne dňa dated ngày في دی بتاريخ यानी".split())
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lørdag "
    "søndag måndag tisdag lördag söndag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle "
    "pondelok utorok streda štvrtok piatok nedeľa hétfő kedd szerda csütörtök péntek szombat vasárnap "
    "luni marți miercuri joi vineri sâmbătă duminică ponedjeljak utorak srijeda četvrtak petak subota nedjelja "
    "ponedeljak sreda nedelja понедельник вторник среда четверг пятница суббота воскресенье "
    "понеделник вторник сряда четвъртък петък събота неделя pazartesi salı çarşamba perşembe cuma cumartesi "
    "pazar senin selasa rabu kamis jumat sabtu minggu isnin khamis jumaat ahad "
    "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد "
    "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार".split()
)
# Bhasha and Varta print the day of the month in words.
_HINDI = (
    "एक दो तीन चार पांच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस "
    "चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस"
).split()
_HINDI_DAYS = {word: n for n, word in enumerate(_HINDI, 1)} | {"पाँच": 5, "छः": 6, "पन्द्रह": 15, "अठाईस": 28}
_HINDI_DAY = re.compile(r"(?P<day>[\u0900-\u0965]{2,9})\s(?P<month>[\u0900-\u0965]+)")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@cache
def _months() -> dict[str, int]:
    """The number of the month by its folded name, and by the name without accents."""
    text = Path(__file__).with_name("months.txt").read_text(encoding="utf-8")
    found: dict[str, int] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        number, _, names = line.partition(": ")
        for name in names.split(", "):
            found[name] = int(number)
            found.setdefault(_bare(name), int(number))
    return found


def _bare(name: str) -> str:
    """The name without Latin, Greek and Cyrillic accents."""
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFD", name) if not "\u0300" <= c <= "\u036f")


def month_number(word: str, language: str | None = None) -> int | None:
    """1 to 12 for the name of a month or its abbreviation; 0 for a month of another calendar; else None.

    >>> month_number("Sept."), month_number("листопада"), month_number("listopada", "hr")
    (9, 11, 10)
    """
    name = word.casefold().replace("i̇", "i").rstrip(".")
    months = _months()
    if language is not None and (local := months.get(f"{language[:2]}:{name}")) is not None:
        return local
    number = months.get(name)
    return months.get(_bare(name)) if number is None and not name.isascii() else number


def is_before_day(word: str) -> bool:
    """Whether the word, in small letters, may stand before a day: a month, a weekday, "den", "le"."""
    return word in _BEFORE or word in _WEEKDAYS or month_number(word) is not None


def is_weekday(word: str) -> bool:
    """Whether the word is the name of a weekday."""
    return word.casefold().rstrip(".") in _WEEKDAYS and len(word) > 2


def day_at(text: str, start: int, *, language: str | None = None) -> Day | None:
    """The day that is printed in `text` from `start` on, with its weekday and time of day; None if there is none.

    >>> day_at("ROMA, 28 LUG - ", 6)
    Day(year=None, month=7, day=28, end=12)
    >>> day_at("on 29th April, 2020)", 3)
    Day(year=2020, month=4, day=29, end=19)
    """
    pos = _after_lead(text, start)
    char = text[pos : pos + 1]
    if char.isdigit():
        found = _iso(text, pos) or _year_first(text, pos, language) or _day_first(text, pos, language)
        found = found or _numeric(text, pos, language)
    elif char.isalpha():
        found = _month_first(text, pos, language) or _hindi(text, pos)
    else:
        found = None
    return found and found._replace(end=_after_trail(text, found.end))


def _after_lead(text: str, pos: int) -> int:
    """The place after weekdays and the little words that stand before a day."""
    for _ in range(3):
        word = _LEAD.match(text, pos)
        if word is None or (folded := word[1].casefold()) not in _WEEKDAYS and folded not in _BEFORE:
            break
        pos = word.end()
    return pos


def _after_trail(text: str, end: int) -> int:
    """The place after the weekday and the time of day that may follow a day."""
    if (word := _TRAIL.match(text, end)) and len(word[1]) > 2 and word[1].casefold() in _WEEKDAYS:
        end = word.end()
    time = _TIME.match(text, end)
    return time.end() if time else end


def _made(year: int | None, month: int | None, day: int, end: int) -> Day | None:
    if month == 0:
        return Day(None, None, 0, end)
    if month is None or not 1 <= month <= 12 or not 1 <= day <= _LONGEST[month - 1]:
        return None
    return Day(year, month, day, end)


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


def _named(match: re.Match[str], language: str | None) -> tuple[int | None, int]:
    """The month that the match names, and where its name ends: one word, two words, or a word before a stop."""
    word, end = match["month"], match.end("month")
    if word.startswith("tháng "):
        return int(word[6:]), end
    number = month_number(word, language)
    if number is None and (second := _SECOND.match(match.string, end)):
        number = month_number(f"{word} {second[1]}", language)
        end = second.end() if number is not None else end
    if number is None and "." in word:
        stem = word.partition(".")[0]
        number, end = month_number(stem, language), match.start("month") + len(stem)
    bare = len(match.string[match.start("month") : end].rstrip("."))
    return number, match.start("month") + bare


def _with_year(text: str, month: int | None, day: int, end: int) -> Day | None:
    """The day with the year that may follow it."""
    after = _YEAR_AFTER.match(text, end)
    if after is None:
        return _made(None, month, day, end)
    return _made(_year(after["year"]), month, day, after.end())


def _day_first(text: str, pos: int, language: str | None) -> Day | None:
    match = _DAY_FIRST.match(text, pos)
    if match is None:
        return None
    month, end = _named(match, language)
    return None if month is None else _with_year(text, month, int(match["day"]), end)


def _month_first(text: str, pos: int, language: str | None) -> Day | None:
    match = _MONTH_FIRST.match(text, pos)
    if match is None or (month := month_number(match["month"], language)) is None:
        return None
    return _with_year(text, month, int(match["day"]), match.end())


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
    return match and _made(_year(match["year"]), int(match["month"]), int(match["day"]), match.end())


def _numeric(text: str, pos: int, language: str | None) -> Day | None:
    """A day in numbers: day first, but where only month first makes one or the house is an American one."""
    if kuna := _KUNA.match(text, pos):
        return _made(None, int(kuna["month"]), int(kuna["day"]), kuna.end())
    match = _NUMERIC.match(text, pos)
    if match is None or not (match["year"] or match["mark"].strip() in "./"):
        return None
    first, second = int(match["a"]), int(match["b"])
    american = match["mark"].strip() == "/" and (language or "")[:2] == "en" and len(match["year"] or "") == 2
    day, month = (second, first) if (american and first <= 12) or second > 12 else (first, second)
    if month == 0 or _CLOCK.match(text, match.end()):
        return None
    return _made(_year(match["year"]), month, day, match.end())


def _hindi(text: str, pos: int) -> Day | None:
    match = _HINDI_DAY.match(text, pos)
    if match is None or match["day"] not in _HINDI_DAYS or not month_number(match["month"]):
        return None
    return _with_year(text, month_number(match["month"]), _HINDI_DAYS[match["day"]], match.end())


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
