"""Times counted from now."""

from __future__ import annotations

import datetime as dt

import pytest

from cleanscrape.fields.moment import find_moments

NOW = dt.datetime(2021, 11, 3, 14, 5, tzinfo=dt.UTC)


def only(text: str, timezone: str | None = None) -> tuple[str, str]:
    (moment,) = find_moments(text, now=NOW, timezone=timezone)
    return moment.value.isoformat(), text[moment.start : moment.end]


@pytest.mark.parametrize(
    "text",
    [
        "3 hours ago",
        "vor 3 Stunden",
        "il y a 3 heures",
        "hace 3 horas",
        "há 3 horas",
        "3 ore fa",
        "3 uur geleden",
        "3 godziny temu",
        "3 часа назад",
        "3 години тому",
        "3 saat önce",
        "för 3 timmar sedan",
        "for 3 timer siden",
        "3 tuntia sitten",
        "před 3 hodinami",
        "πριν 3 ώρες",
        "3 giờ trước",
        "3 jam yang lalu",
        "3 ชั่วโมงที่แล้ว",
        "منذ 3 ساعات",
        "۳ ساعت پیش",
        "3 घंटे पहले",
        "৩ ঘণ্টা আগে",
        "3時間前",
        "3小时前",
        "3시간 전",
    ],
)
def test_hours(text: str) -> None:
    assert only(text) == ("2021-11-03T11:05:00+00:00", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 minutes ago", "2021-11-03T14:00:00+00:00"),
        ("an hour ago", "2021-11-03T13:05:00+00:00"),
        ("2 days ago", "2021-11-01"),
        ("yesterday", "2021-11-02"),
        ("gestern, 14:05 Uhr GMT", "2021-11-02T14:05:00+00:00"),
    ],
)
def test_other_units(text: str, expected: str) -> None:
    assert only(text)[0] == expected


def test_the_page_has_its_own_day() -> None:
    assert only("today at 6:30 am", "Pacific/Auckland")[0] == "2021-11-04T06:30:00+13:00"


@pytest.mark.parametrize("text", ["2 weeks ago", "3 months ago", "5 min read", "last year", "12 days to go"])
def test_what_says_no_day(text: str) -> None:
    assert find_moments(text, now=NOW) == []


def test_today_in_prose_is_no_moment() -> None:
    text = "The mayor said today that the bridge over the river will be closed to lorries for good."
    assert find_moments(text, now=NOW) == []


def test_a_printed_date_goes_first() -> None:
    assert only("Nov 1, 2021, 2 days ago")[0] == "2021-11-01"


def test_nothing_without_now() -> None:
    assert find_moments("3 hours ago") == []
    assert find_moments("yesterday") == []


def test_now_must_be_aware() -> None:
    with pytest.raises(ValueError, match="aware"):
        find_moments("3 hours ago", now=dt.datetime(2021, 11, 3))
