"""Dates of three numbers: which is the day, which the month, and which calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from cleanscrape.fields.moment import find_moments

THIRD = dt.date(2021, 11, 3)
ELEVENTH = dt.date(2021, 3, 11)


@pytest.mark.parametrize(
    ("text", "known", "day", "assumed"),
    [
        ("25/11/2021", {"language": "en"}, dt.date(2021, 11, 25), False),
        ("11/25/2021", {"language": "fr"}, dt.date(2021, 11, 25), False),
        ("05/05/2021", {}, dt.date(2021, 5, 5), False),
        ("11/03/2021", {"language": "en"}, THIRD, True),
        ("11/03/2021", {"language": "en-US"}, THIRD, True),
        ("03/11/2021", {"language": "en-GB"}, THIRD, True),
        ("03/11/2021", {"language": "en_IN"}, THIRD, True),
        ("03/11/2021", {"language": "fr"}, THIRD, True),
        ("03/11/2021", {"language": "es-MX"}, THIRD, True),
        ("11/03/2021", {"language": "es-US"}, THIRD, True),
        ("03/11/2021", {}, THIRD, True),
        ("03.11.2021", {"language": "de"}, THIRD, False),
        ("11.03.2021", {"language": "en"}, THIRD, True),
        ("03/11/2021", {"language": "en", "timezone": "Asia/Karachi"}, THIRD, True),
        ("11/03/2021", {"language": "en", "timezone": "America/Chicago"}, THIRD, True),
        ("11/03/2021", {"language": "en", "timezone": "UTC"}, THIRD, True),
        ("11/03/2021", {"language": "fr", "day_first": False}, THIRD, False),
        ("03/11/2021", {"language": "en", "day_first": True}, THIRD, False),
        ("25/11/2021", {"day_first": False}, dt.date(2021, 11, 25), False),
        ("Wed 03/11/2021", {"language": "en"}, THIRD, False),
        ("mercredi 11/03/2021", {"language": "fr"}, THIRD, False),
        ("Thursday 11/03/2021", {"language": "en"}, ELEVENTH, False),
    ],
)
def test_order(text: str, known: dict[str, object], day: dt.date, assumed: bool) -> None:
    (moment,) = find_moments(text, **known)  # type: ignore[arg-type]
    assert (moment.value, moment.order_assumed) == (day, assumed)


def test_a_printed_zone_tells_where_the_page_is_from() -> None:
    (british,) = find_moments("03/11/2021 02:05pm GMT", language="en")
    (american,) = find_moments("11/03/2021 02:05 PM EDT", language="en")
    assert british.value.isoformat() == "2021-11-03T14:05:00+00:00"
    assert american.value.isoformat() == "2021-11-03T14:05:00-04:00"


def test_another_date_of_the_text_tells_the_order() -> None:
    first, second = find_moments("25/10/2021, corrected 03/11/2021", language="en")
    assert (first.value, second.value) == (dt.date(2021, 10, 25), THIRD)
    assert not second.order_assumed


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2021-11-03", None),
        ("2021/11/3", None),
        ("2021. 11. 3.", "ko"),
        ("2021 . 11 . 03", "ko"),
        ("2021·11·03", None),
        ("3 / 11 / 2021", "fr"),
        ("3. 11. 2021", "cs"),
        ("3-11-2021", "nl"),
        ("03.11.21", "de"),
        ("3.11.21", "fi"),
        ("3/11/21", "en-GB"),
        ("21.11.03", "ko"),
        ("٣/١١/٢٠٢١", "ar"),
        ("০৩/১১/২০২১", "bn"),
        ("2021／11／03", "ja"),
        ("2021年11月3日", "zh"),
        ("2021年11月3日付", "ja"),
        ("2021年（令和3年）11月3日", "ja"),
        ("令和3年11月3日", "ja"),
        ("中華民國110年11月3日", "zh-TW"),
        ("2021년 11월 3일", "ko"),
        ("3/11/2564", "th"),
        ("03/11/64", "th"),
        ("۱۴۰۰/۰۸/۱۲", None),
        ("1400/8/12", "fa"),
        ("Published03/11/2021", "fr"),
        ("Madrid-03/11/2021", "es"),
    ],
)
def test_forms(text: str, language: str | None) -> None:
    assert [moment.value for moment in find_moments(text, language=language)] == [THIRD]


def test_first_year_of_an_era() -> None:
    assert [moment.value for moment in find_moments("令和元年5月1日")] == [dt.date(2019, 5, 1)]


def test_hijri_numbers_only_where_the_page_says_so() -> None:
    assert [moment.value for moment in find_moments("27/03/1443هـ", language="ar")] == [THIRD]
    assert find_moments("27/03/1443", language="ar") == []


def test_years_of_nepal_are_no_gregorian_ones() -> None:
    assert find_moments("2078/07/17", language="ne") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("3.11.21", "en"),
        ("1/2/21 of the line", None),
        ("03-11-21", None),
        ("31/02/2021", "fr"),
        ("13/13/2021", "fr"),
        ("3.11.64", "de"),
        ("1.2.2021.4", "de"),
        ("a-2021-11-03-b", None),
        ("x=2021-11-03", None),
        ("WordPress 4.8.12 runs this site, as it has for many years, and nobody has thought of a change", "de"),
    ],
)
def test_no_dates(text: str, language: str | None) -> None:
    expected = [dt.date(2021, 2, 1)] if text.startswith("1/2/21") else []
    assert [moment.value for moment in find_moments(text, language=language)] == expected
