"""Printed moments: the date, the time beside it, the zone, and the span of it all."""

from __future__ import annotations

import dataclasses
import datetime as dt
import time

import pytest

from cleanscrape.fields.moment import Moment, find_moments, read_declared, read_moment

DAY = "2021-11-03"


def values(text: str, **known: object) -> list[str]:
    return [moment.value.isoformat() for moment in find_moments(text, **known)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language", "timezone", "expected"),
    [
        ("Wed 29th April 2020 | 03:32 PM", "en", "Asia/Karachi", "2020-04-29T15:32:00+05:00"),
        ("February 08, 2022 | 03:20 AM", "en", "Asia/Karachi", "2022-02-08T03:20:00+05:00"),
        ("den 3. marts 2021 kl. 12.30", "da", "Europe/Copenhagen", "2021-03-03T12:30:00+01:00"),
        ("3 ноября 2021 г., 14:05", "ru", "Europe/Moscow", "2021-11-03T14:05:00+03:00"),
        ("2021年11月3日 14:05", "ja", "Asia/Tokyo", "2021-11-03T14:05:00+09:00"),
        ("2021年11月3日(水) 14時05分", "ja", "Asia/Tokyo", "2021-11-03T14:05:00+09:00"),
        ("2021年11月3日 下午2:05", "zh", "Asia/Taipei", "2021-11-03T14:05:00+08:00"),
        ("2021. 11. 3. 오후 2:05", "ko", "Asia/Seoul", "2021-11-03T14:05:00+09:00"),
        ("2021년 11월 3일 (수) 오후 2시 5분", "ko", "Asia/Seoul", "2021-11-03T14:05:00+09:00"),
        ("3.11.2021 klo 14:05", "fi", "Europe/Helsinki", "2021-11-03T14:05:00+02:00"),
        ("03/11/2021 à 14h05", "fr", "Europe/Paris", "2021-11-03T14:05:00+01:00"),
        ("3 de novembro de 2021 às 14h", "pt", "America/Sao_Paulo", "2021-11-03T14:00:00-03:00"),
        ("Mittwoch, 3. November 2021, 14.05 Uhr", "de", "Europe/Berlin", "2021-11-03T14:05:00+01:00"),
        ("3 novembre 2021 alle 14.05", "it", "Europe/Rome", "2021-11-03T14:05:00+01:00"),
        ("3 Kasım 2021 Çarşamba 14:05", "tr", "Europe/Istanbul", "2021-11-03T14:05:00+03:00"),
        ("3 พ.ย. 2564 14:05 น.", "th", "Asia/Bangkok", "2021-11-03T14:05:00+07:00"),
        ("۱۲ آبان ۱۴۰۰ - ۱۴:۰۵", "fa", "Asia/Tehran", "2021-11-03T14:05:00+03:30"),
        ("03 नवंबर 2021, शाम 5:03 बजे", "hi", "Asia/Kolkata", "2021-11-03T17:03:00+05:30"),
        ("3 نوفمبر 2021 - 2:05 م", "ar", "Asia/Riyadh", "2021-11-03T14:05:00+03:00"),
        ("2021-11-03 14:05", None, "UTC", "2021-11-03T14:05:00+00:00"),
        ("14:05 - 3 November 2021", "en", "Europe/London", "2021-11-03T14:05:00+00:00"),
        ("5:03 PM · Nov 3, 2021", "en", "America/New_York", "2021-11-03T17:03:00-04:00"),
    ],
)
def test_time_in_the_zone_of_the_page(text: str, language: str | None, timezone: str, expected: str) -> None:
    assert values(text, language=language, timezone=timezone) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Updated 5:03 p.m. ET, Nov. 3, 2021", "2021-11-03T17:03:00-04:00"),
        ("Nov. 10, 2021 5:03 pm ET", "2021-11-10T17:03:00-05:00"),
        ("Nov 3, 2021 at 5:03pm EDT", "2021-11-03T17:03:00-04:00"),
        ("3 Nov 2021 14:05 BST", "2021-11-03T14:05:00+01:00"),
        ("3 November 2021 at 5.03pm GMT", "2021-11-03T17:03:00+00:00"),
        ("3/11/2021, 14:05 (GMT+7)", "2021-11-03T14:05:00+07:00"),
        ("2021-11-03T14:05:00-05:00", "2021-11-03T14:05:00-05:00"),
        ("2021-11-03T14:05:07.250Z", "2021-11-03T14:05:07.250000+00:00"),
        ("03.11.2021 | 14:05 Uhr MEZ", "2021-11-03T14:05:00+01:00"),
        ("Updated 0315 GMT (1115 HKT) November 3, 2021", "2021-11-03T03:15:00+00:00"),
        ("Wed Nov 3 14:05:00 UTC 2021", "2021-11-03T14:05:00+00:00"),
        ("3 ноября 2021, 14:05 мск", "2021-11-03T14:05:00+03:00"),
    ],
)
def test_time_in_the_printed_zone(text: str, expected: str) -> None:
    assert values(text, language="en-GB", timezone="Asia/Tokyo") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "3 Nov 2021 14:05",
        "Nov 3, 2021, 10:00 – 12:00",
        "Nov 3, 2021 | 12 min read",
        "November 3, 2021 4:40 min",
        "Nov 3, 2021. Fares rise by 12.50 a day",
        "Nov 3, 2021, doors open at 19:30 and close later",
        "(1:07) - November 3, 2021",
    ],
)
def test_a_time_that_is_none_or_has_no_zone_leaves_the_day(text: str) -> None:
    assert values(text) == [DAY]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Posted: Wed, 3 Nov 2021 14:05 GMT by Ann", "Wed, 3 Nov 2021 14:05 GMT"),
        ("By Ann | 14:05, 3 November 2021 | World", "14:05, 3 November 2021"),
        ("By Ann PollNovember 3, 2021", "November 3, 2021"),
        ("Thứ tư, 3/11/2021, 14:05 (GMT+7)", "Thứ tư, 3/11/2021, 14:05 (GMT+7)"),
    ],
)
def test_span_covers_weekday_date_time_and_zone(text: str, span: str) -> None:
    moment = read_moment(text)
    assert moment is not None
    assert text[moment.start : moment.end] == span


def test_every_date_has_its_own_time() -> None:
    utc = {"timezone": "UTC", "language": "fr"}
    after = "Publié 03/11/2021 14:05, mis à jour 04/11/2021 15:10"
    before = "14:05 03/11/2021 15:10 04/11/2021"
    expected = ["2021-11-03T14:05:00+00:00", "2021-11-04T15:10:00+00:00"]
    assert values(after, **utc) == expected
    assert values(before, **utc) == expected


def test_texts_of_elements_that_ran_together() -> None:
    assert values("October 17, 20216:01 PM ET") == ["2021-10-17T18:01:00-04:00"]
    assert values("6. November 20217. November 2021") == ["2021-11-06", "2021-11-07"]
    assert values("03.11.20213. November 2021")[0] == DAY
    assert values("03.11.2109:05", language="de", timezone="UTC") == ["2021-11-03T09:05:00+00:00"]


def test_one_day_in_two_calendars_is_one_moment() -> None:
    text = "الأربعاء 28 ربيع الأول 1443 هـ - 3 نوفمبر 2021"
    (moment,) = find_moments(text, language="ar")
    assert moment.value == dt.date(2021, 11, 3)
    assert (moment.start, moment.end) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no digits at all",
        "Copyright 2021",
        "November 2021",
        "3 November",
        "In 2021 3 people",
        "version 3.11.2021",
        "v3.11.2021",
        "192.168.10.20",
        "call 03-11-2021-55",
        "https://example.org/2021/11/03/story",
        "photo_2021-11-03.jpg",
        "$3.11.2021",
        "score 3-1-2",
        "3 November 1988",
        "31 November 2021",
        "12 Pro 2021",
        "2 and a half of 1/2/21 of a long line of prose that says what the share was in words and more",
        "three hours and 3 hours ago",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_moments(text, language="en") == []


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="Mars/Base"):
        find_moments("3 Nov 2021", timezone="Mars/Base")


def test_read_moment_gives_the_first() -> None:
    assert read_moment("3 Nov 2021, updated 4 Nov 2021") == Moment(dt.date(2021, 11, 3), start=0, end=10)
    assert read_moment("nothing") is None


def test_a_moment_is_a_value() -> None:
    moment = Moment(dt.date(2021, 11, 3), start=0, end=10)
    assert moment.order_assumed is False
    with pytest.raises(dataclasses.FrozenInstanceError):
        moment.start = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-11-03T14:05:00Z", "2021-11-03T14:05:00+00:00"),
        ("November 3, 2021 2:05 pm", "2021-11-03T14:05:00+05:00"),
        ("03/11/2021", DAY),
    ],
)
def test_declared_for_machines_or_for_readers(text: str, expected: str) -> None:
    found = read_declared(text, language="en-GB", timezone="Asia/Karachi")
    assert found is not None
    assert found.isoformat() == expected


def test_declared_nothing() -> None:
    assert read_declared("soon") is None


@pytest.mark.parametrize(
    "unit",
    ["2021 ", "3/11/2021 ", "12.", "1", "(", "2021年", "'21 ", "พ.ย. 2564 ", "14:05 PM ", "de 2021 ", " ", "2021-"],
)
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.process_time()
        find_moments(text)
        return time.process_time() - start

    seconds(1_000)
    # Ten times the text in a quadratic way would be a hundred times as long.
    assert seconds(100_000) < 40 * seconds(10_000) + 0.5
