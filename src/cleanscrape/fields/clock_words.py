"""Words that stand around printed times: between a date and its time, and for the half of the day."""

from __future__ import annotations

from cleanscrape.fields.lettering import fold


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


AT = _folded(
    "at kl kl. klo kello klokken klokka klukkan um ob o u à a as às las alle ore ora om kell saat saati "
    "pukul jam plkst val godz godzina в у lúc vào στις ώρα ωρα h την hora hora: uhrzeit time tijd heure "
    "北京时间 北京時間 الساعة ساعت בשעה שעה เวลา बजे সময় وقت بوقت"
)
"""Words before a time that make even ``12.30`` one."""

BETWEEN = (
    # after a year: "2021 г.", "2021. gada", "2021 m.", "2021ء", "2021م"
    _folded(
        "г гг год года року рік р r roku rok gada gads m d god godine годину ء م ه ہ ad n c yil yilda жыл "
        "жылы ж он оны թ ko"
    )
    # before a date: "14:05 Uhr am 3. November"
    | _folded(
        "on am le el em il den der die the op de del di do dia dne dnia w z dniu ngày tanggal tgl vom v va pe "
        "la les na وقت في بتاريخ يوم در روز को वार วันที่ of 발행 입력 作成"
    )
    # parts of a weekday's name
    | _folded("feira yom יום thứ chủ dé dydd feria")
)
"""Words that may stand between a date and its time, and say nothing."""

MERIDIEM: dict[str, str] = {
    fold(word): half
    for half, words in (
        (
            "am",
            "am 오전 午前 上午 凌晨 早上 清晨 صباحا صباح ص ق_ظ قظ بامداد صبح सुबह पूर्वाह्न সকাল ভোর এএম sáng sa öö "
            "πμ pagi pg ráno rano délelőtt fm vm nh pd ጥዋት gh",
        ),
        (
            "pm",
            "pm 오후 午後 下午 晚上 晚间 晚間 傍晚 مساء م بظ عصر عصرا ظهرا शाम अपराह्न বিকাল বিকেল সন্ধ্যা পিএম "
            "chiều tối ch ös μμ sore petang ptg malam délután em nm md ከሰዓት gd شام",
        ),
        ("noon", "中午 दोपहर দুপুর ظهر siang trưa دوپہر tghari"),
        ("night", "रात রাত ليلا شب رات 夜"),
    )
    for word in words.split()
}
"""Words for the half of the day, before or after the hour, and which half each means."""

GIVEN_LANGUAGE: dict[str, tuple[str | None, ...]] = {
    "sa": ("vi",),
    "ch": ("vi",),
    "fm": ("sv",),
    "em": ("sv",),
    "vm": ("af",),
    "nm": ("af",),
    "nh": ("fil",),
    "pd": ("sq",),
    "md": ("sq",),
    "gh": ("so",),
    "gd": ("so",),
    "pg": ("ms",),
    fold("م"): ("ar", None),
    fold("ص"): ("ar", None),
    "sore": ("id",),
}
"""Half-day words that mean something else in other languages, and the languages that they count in."""

HOURS = _folded("uhr uur น बजे টা টায় ঘটিকা بجے orakor óra giờ clock klockan")
"""Words after a number alone that make it an hour of the day: "14 Uhr"."""

UNITS = HOURS | _folded(
    "h hs hr hrs hours hour ч час часов часа год година години годин ঘণ্টা মিনিট saat ساعة godz hod hodin val"
)
"""Words after hours and minutes; after a number alone they may count hours that have passed."""


def hour_in(half: str, hour: int) -> int:
    """The hour from 0 to 23, for an hour as printed and a half of the day.

    >>> [hour_in("pm", 5), hour_in("am", 12), hour_in("noon", 11), hour_in("night", 1), hour_in("pm", 14)]
    [17, 0, 11, 1, 14]
    """
    if half == "am":
        return 0 if hour == 12 else hour
    if half == "night":
        return hour + 12 if 6 <= hour < 12 else hour % 12 if hour == 12 else hour
    if half == "noon" and hour >= 10:
        return hour
    return hour + 12 if hour < 12 else hour
