"""Times printed as counted from now: "3 hours ago", "vor 2 Stunden", "yesterday at 14:05"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cleanscrape.fields.clock import at_clock, clock_after, clock_before
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.lettering import WORD, fold
from cleanscrape.fields.page_habits import Habits


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_SECOND, _MINUTE, _HOUR, _DAY = 1, 60, 3600, 86400
_UNITS = {
    fold(word): seconds
    for seconds, words in (
        (
            _SECOND,
            "second seconds sec secs sekunde sekunden seconde secondes segundo segundos secondo secondi "
            "seconden sekund sekunder sekundy секунд секунды секунду сек с saniye ثانية ثواني सेकंड সেকেন্ড "
            "giây detik sekunti sekuntia",
        ),
        (
            _MINUTE,
            "minute minutes min mins minuten minuto minutos minuti minuut minuten minuty minut minutę минут "
            "минуты мин минуту минута хвилин хвилини хвилину хв dakika dk دقيقة دقائق دقیقه منٹ मिनट মিনিট "
            "phút menit minit minutter minuter minuutti minuuttia minuut minutit perc perce λεπτά λεπτό "
            "דקות דקה นาที minuta minutu minúty minút minuty minúta minūtes minučių minutes mínútum mínútur "
            "hace_min m",
        ),
        (
            _HOUR,
            "hour hours hr hrs h stunde stunden std heure heures hora horas ora ore uur uren godzin godziny "
            "godzinę час часа часов ч година годин години годину saat sa ساعة ساعات ساعت گھنٹے گھنٹہ घंटे घंटा "
            "घण्टे ঘণ্টা ঘন্টা giờ tiếng jam timme timmar timer time tunti tuntia tund tundi óra órája órával "
            "ώρες ώρα שעות שעה ชั่วโมง hodin hodiny hodinou hodinu hodinami hodín sat sata sati uro ur ure "
            "часа hores stundas stundām stundu valandas valandų valandą klukkustundum",
        ),
        (
            _DAY,
            "day days d tag tage tagen jour jours día días dia dias giorno giorni dag dagen dage dager "
            "dagar dni dzień день дня дней дні днів gün يوم أيام روز دن दिन দিন ngày hari päivä päivää päev "
            "päeva nap napja nappal napja ημέρες ημέρα μέρες μέρα ימים יום วัน dny dnem dnů dňami dan dana "
            "dneva zile zi ден дни dies dienas dienām dienų dienas dögum",
        ),
    )
    for word in words.split()
}
# Written on end with their "ago", or with no space around them.
_GLUED = {
    "秒前": _SECOND, "分前": _MINUTE, "分钟前": _MINUTE, "分鐘前": _MINUTE, "時間前": _HOUR, "小时前": _HOUR,
    "小時前": _HOUR, "日前": _DAY, "天前": _DAY, "분전": _MINUTE, "시간전": _HOUR, "일전": _DAY,
    "분": _MINUTE, "시간": _HOUR, "일": _DAY, "นาทีที่": _MINUTE, "ชั่วโมงที่": _HOUR, "วันที่": _DAY,
}  # fmt: skip
_GLUED_FOLDED = {fold(word): seconds for word, seconds in _GLUED.items()}
_BEFORE = _folded(
    "vor a hace há ha för for acum πριν قبل منذ לפני před pred prije пре pre преди prieš pirms đây fa duela fyrir"
)
_AFTER = _folded(
    "ago fa atrás geleden temu назад тому önce sedan siden sitten síðan पहले আগে 전 前 trước แล้ว ผ่านมา lalu "
    "پہلے پیش قبل tagasi ezelőtt gelede əvvəl oldin"
)
_ONE = _folded("a an one einer einem eine ein une un una uma um en et een ett bir jednu godzinę час یک एक één hour_an")
_AGO_ENDINGS = tuple(fold(word) for word in ("前", "전", "แล้ว", "ผ่านมา"))
_BEFORE_REACH = 12
"""Characters before a number in which a word for "ago" ends."""
_COUNT = LatePattern(rf"(?<![\w.:/-])([0-9]{{1,3}}|[^\W0-9_]{{1,6}})\s?({WORD})")
_NEXT_WORD = LatePattern(rf"[\s.]{{0,3}}({WORD})(?:\s({WORD}))?")
_LAST_WORD = LatePattern(rf"(?:il y )?({WORD})\s?$", re.IGNORECASE)
_LONGEST_DAY_LINE = 64
"""Characters of a line in which "today" alone is when the line was published; in a longer one it is prose."""
_TODAY = _folded(
    "today heute aujourd'hui hoy hoje oggi vandaag dziś dzisiaj сегодня сьогодні bugün اليوم امروز آج आज আজ "
    "今天 今日 오늘 idag tänään dnes ma astăzi azi днес данас danas danes σήμερα hari_ini วันนี้ היום avui "
    "šiandien šodien täna bu_gün"
)
_YESTERDAY = _folded(
    "yesterday gestern hier ayer ontem ieri gisteren wczoraj вчера вчора dün أمس امس دیروز कल গতকাল 昨天 "
    "昨日 어제 igår eilen včera tegnap ieri јуче jučer juče včeraj χθες χτες kemarin semalam เมื่อวาน אתמול "
    "ahir vakar eile"
)
_DAY_WORD = LatePattern(rf"{WORD}(?:'hui)?")


def relative_moments(text: str, now: dt.datetime, habits: Habits) -> Iterator[tuple[dt.datetime | dt.date, int, int]]:
    """Moments counted from `now`, each with its span: exact to its unit; days give a date.

    Weeks, months and years are left out: they say no day.
    """
    local = now.astimezone(habits.zone) if habits.zone else now
    local = local.replace(tzinfo=dt.timezone(local.utcoffset() or dt.timedelta()))
    found = False
    for match in _COUNT.finditer(text):
        seconds = _seconds(match[2])
        if seconds is None:
            continue
        count, span = _count(match[1]), _ago(text, match)
        if count is None or span is None:
            continue
        found = True
        moment = local - dt.timedelta(seconds=count * seconds)
        yield moment.date() if seconds == _DAY else moment, *span
    if not found:
        yield from _day_words(text, local, habits)


def _count(printed: str) -> int | None:
    """The printed number; a word for one is 1."""
    if printed.isdecimal():
        return int(printed)
    return 1 if fold(printed) in _ONE else None


def _seconds(unit: str) -> int | None:
    """The length of the unit after the number."""
    word = fold(unit)
    if word in _UNITS:
        return _UNITS[word]
    return next((s for glued, s in _GLUED_FOLDED.items() if word.startswith(glued)), None)


def _ago(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The span of the phrase, if a word for "ago" stands before the number or after the unit; else None."""
    start, end = match.span()
    before = _LAST_WORD.search(text, max(0, start - _BEFORE_REACH), start)
    if before is not None and fold(before[1]) in _BEFORE:
        start = before.start()
    following = _NEXT_WORD.match(text, end)
    if following is not None:
        end = next((following.end(n) for n in (1, 2) if fold(following[n] or "") in _AFTER), end)
    said = (start, end) != match.span() or fold(match[2]).endswith(_AGO_ENDINGS)
    return (start, end) if said else None


def _day_words(text: str, local: dt.datetime, habits: Habits) -> Iterator[tuple[dt.datetime | dt.date, int, int]]:
    """ "Today" and "yesterday" with the time beside them, or alone on a short line."""
    for match in _DAY_WORD.finditer(text):
        word = fold(match[0])
        back = 0 if word in _TODAY else 1 if word in _YESTERDAY else None
        if back is None:
            continue
        clock = clock_after(text, match.end(), len(text), habits) or clock_before(text, 0, match.start(), habits)
        if clock is None and len(text) > _LONGEST_DAY_LINE:
            continue
        day = local.date() - dt.timedelta(days=back)
        start = min(match.start(), clock.start) if clock else match.start()
        end = max(match.end(), clock.end) if clock else match.end()
        yield at_clock(day, clock, habits), start, end
        return
