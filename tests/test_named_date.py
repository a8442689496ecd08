"""Dates with the month's name, in the languages of the world."""

from __future__ import annotations

import datetime as dt

import pytest

from cleanscrape.fields.moment import find_moments

THIRD = dt.date(2021, 11, 3)


@pytest.mark.parametrize(
    "text",
    [
        "3 November 2021",
        "3rd of November, 2021",
        "November 3rd, 2021",
        "Nov. 3 2021",
        "NOV 3, 2021",
        "3-Nov-2021",
        "03/Nov/2021",
        "3. November 2021",
        "le 3 novembre 2021",
        "3 de noviembre de 2021",
        "3 de novembro de 2021",
        "3 novembre 2021",
        "3 november 2021",
        "3 listopada 2021",
        "3 ноября 2021",
        "3 нояб. 2021",
        "3-го ноября 2021 года",
        "3 листопада 2021 року",
        "3 Kasım 2021",
        "3 KASIM 2021",
        "3 نوفمبر 2021",
        "٣ تشرين الثاني ٢٠٢١",
        "3 نوفمبر/تشرين الثاني 2021",
        "3 نونبر 2021",
        "۳ نوامبر ۲۰۲۱",
        "۱۲ آبان‌ماه ۱۴۰۰",
        "3 نومبر 2021ء",
        "3 नवंबर 2021",
        "३ नवम्बर २०२१",
        "৩ নভেম্বর ২০২১",
        "২০২১ সালের ৩ নভেম্বর",
        "十一月 3, 2021",
        "11月 3, 2021",
        "den 3 november 2021",
        "3. nov. 2021",
        "3. marraskuuta 2021",
        "3. listopadu 2021",
        "2021. november 3.",
        "3 noiembrie 2021",
        "3 ноември 2021",
        "3. новембра 2021.",
        "3. novembra 2021",
        "3 Νοεμβρίου 2021",
        "3 tháng 11 năm 2021",
        "3 Tháng Mười Một, 2021",
        "3 พฤศจิกายน 2564",
        "3 พ.ย. 2564",
        "3 พ.ย. พ.ศ. 2564",
        "3 พ.ย. 64",
        "3 בנובמבר 2021",
        "3 de novembre de 2021",
        "2021 m. lapkričio 3 d.",
        "2021. gada 3. novembris",
        "3. november 2021",
        "3. nóvember 2021",
        "3 Nov '21",
        "3-Nov-21",
        "3.Nov.21",
        "3 Nov 21 14:05",
        "November 032021",
        "2021 оны 11 сарын 3",
        "2021(e)ko azaroaren 3a",
        "2021 ж. 3 қараша",
    ],
)
def test_forms(text: str) -> None:
    assert [moment.value for moment in find_moments(text)] == [THIRD]


@pytest.mark.parametrize(
    ("text", "language", "month"),
    [
        ("3 listopada 2021", "pl", 11),
        ("3. listopada 2021.", "hr", 10),
        ("3 gen 2021", "it", 1),
        ("3 out 2021", "pt-BR", 10),
        ("3. des. 2021", "no", 12),
        ("3 lis 2021", "cs", 11),
        ("3 srp 2021", "hr", 7),
    ],
)
def test_names_that_depend_on_the_language(text: str, language: str, month: int) -> None:
    assert [moment.value for moment in find_moments(text, language=language)] == [dt.date(2021, month, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "5 gen 2021",
        "10 out 2021",
        "12 Pro 2021",
        "at 14:05 November 2021",
        "$3 November 2021",
        "May 2021",
        "in 2021 May was cold",
        "2021 May 14:05",
        "2024 Şubat'ta 15 bin",
        "November 3, 21 people",
        "(3) November 2021",
        "3: November 2021",
        "3 Ramadan 2021",
    ],
)
def test_no_dates(text: str) -> None:
    assert find_moments(text, language="en") == []


def test_lunar_months() -> None:
    assert [m.value for m in find_moments("27 Rabi al-Awwal 1443")] == [THIRD]
    assert [m.value for m in find_moments("27 ربیع الاول 1443ھ", language="ur")] == [THIRD]


def test_year_before_belongs_to_the_date_after_it() -> None:
    assert [m.value for m in find_moments("Since 2020 November 3, 2021")] == [THIRD]
