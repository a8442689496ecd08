"""Calendars that news pages date by, and the Gregorian day of a date in each of them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""No page was published before the web, and none is from the next century: other years are no dates."""


class Calendar(StrEnum):
    """A way of counting years and months."""

    GREGORIAN = "gregorian"
    BUDDHIST = "buddhist"
    """Thai solar: Gregorian months, years from 543 BCE."""
    PERSIAN = "persian"
    """Solar Hijri, of Iran and Afghanistan."""
    HIJRI = "hijri"
    """Islamic, lunar; read by the tabular civil calendar, which is within a day or two of the sighted one."""


_YEARS_AHEAD = {Calendar.GREGORIAN: 0, Calendar.BUDDHIST: 543}

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The Gregorian year before the first of each Japanese era, and of the Minguo count of Taiwan."""

# Words of one name are joined by "_"; months and languages as in `month_names`.
PERSIAN_MONTHS = {
    "fa": (
        "فروردین فروردینماه | اردیبهشت اردیبهشتماه | خرداد خردادماه | تیر تیرماه | مرداد امرداد مردادماه | "
        "شهریور شهریورماه | مهر مهرماه | آبان آبانماه | آذر آذرماه | دی دیماه | بهمن بهمنماه | اسفند "
        "اسفندماه"
    ),
    "ps": (
        "حمل وری | ثور غویی | جوزا غبرګولی | سرطان چنګاښ | اسد زمری | سنبله وږی | میزان تله | عقرب لړم | "
        "قوس لیندۍ | جدی مرغومی | دلو سلواغه | حوت کب"
    ),
    "en": ("farvardin | ordibehesht | khordad | tir | mordad | shahrivar | mehr | aban | azar | dey | bahman | esfand"),
}
HIJRI_MONTHS = {
    "ar": (
        "محرم المحرم | صفر | ربيع_الأول ربيع_أول | ربيع_الثاني ربيع_الآخر ربيع_ثاني | جمادى_الأولى "
        "جمادى_الأول | جمادى_الآخرة جمادى_الثانية جمادى_الثاني جمادى_الآخر | رجب | شعبان | رمضان | شوال | "
        "ذو_القعدة ذي_القعدة ذوالقعدة | ذو_الحجة ذي_الحجة ذوالحجة"
    ),
    "ur": (
        "محرم_الحرام | صفر_المظفر | ربیع_الاول | ربیع_الثانی | جمادی_الاول جمادی_الاولی | جمادی_الثانی | "
        "رجب_المرجب | شعبان_المعظم | رمضان_المبارک | شوال_المکرم | ذیقعد ذیقعدہ ذی_القعدہ | ذی_الحج "
        "ذی_الحجہ ذوالحج"
    ),
    "en": (
        "muharram | safar | rabi_al_awwal rabi_ul_awal rabi_i rabiulawwal | rabi_al_thani rabi_ul_sani "
        "rabi_ii | jumada_al_awwal jumada_al_ula jumada_i | jumada_al_thani jumada_al_akhirah jumada_ii | "
        "rajab | shaban sha_ban | ramadan ramazan ramzan | shawwal | dhu_al_qadah dhul_qadah zilqad | "
        "dhu_al_hijjah dhul_hijjah zilhaj zil_hajj"
    ),
}

# Proleptic Gregorian ordinals from which the two counts of days below start.
_BEFORE_HIJRI = 227_014
_BEFORE_PERSIAN = 226_894


def _hijri_ordinal(year: int, month: int, day: int) -> int:
    """Tabular civil calendar: 11 leap years in 30 (Reingold and Dershowitz, Calendrical Calculations)."""
    if day > 30:
        raise ValueError("no month of the lunar calendar has 31 days")
    months = 29 * (month - 1) + month // 2
    return _BEFORE_HIJRI + 354 * (year - 1) + (3 + 11 * year) // 30 + months + day


def _persian_ordinal(year: int, month: int, day: int) -> int:
    """The 33-year rule, which gives the astronomical calendar's leap years from 1178 to 1634."""
    leap = (8 * year + 29) % 33 < 8
    length = 31 if month <= 6 else 30 if month < 12 or leap else 29
    if day > length:
        raise ValueError("the month is shorter")
    months = 31 * (month - 1) - max(0, month - 7)
    return _BEFORE_PERSIAN + 365 * (year - 1) + (8 * year + 21) // 33 + months + day


def day_of(year: int, month: int, day: int, *, calendar: Calendar = Calendar.GREGORIAN) -> dt.date | None:
    """The Gregorian day of a date; None where there is no such day, or its year is outside 1990 to 2100.

    >>> day_of(1400, 8, 12, calendar=Calendar.PERSIAN)
    datetime.date(2021, 11, 3)
    """
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= LAST_YEAR + 543):
        return None
    try:
        if calendar is Calendar.HIJRI:
            found = dt.date.fromordinal(_hijri_ordinal(year, month, day))
        elif calendar is Calendar.PERSIAN:
            found = dt.date.fromordinal(_persian_ordinal(year, month, day))
        else:
            found = dt.date(year - _YEARS_AHEAD[calendar], month, day)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
