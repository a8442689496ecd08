"""The tables of months, weekdays and letters."""

from __future__ import annotations

import pytest

from cleanscrape.fields import month_names, weekday_names
from cleanscrape.fields.calendars import HIJRI_MONTHS, PERSIAN_MONTHS
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.lettering import fold, plain
from cleanscrape.fields.page_habits import habits_of


def test_every_language_has_twelve_months() -> None:
    for table in (month_names._NAMES, PERSIAN_MONTHS, HIJRI_MONTHS):
        for language, row in table.items():
            months = [names.split() for names in row.split("|")]
            assert len(months) == 12, language
            assert all(months), language


def test_every_language_has_seven_weekdays() -> None:
    for language, row in weekday_names._NAMES.items():
        assert len(row.split("|")) == 7, language


def test_a_language_reads_its_own_months() -> None:
    for language, row in month_names._NAMES.items():
        for number, names in enumerate(row.split("|"), 1):
            for name in names.split():
                key = "".join(fold(name.lstrip("*")).replace(".", "_").split("_"))
                found = month_names.month_named(key, language)
                assert found is not None, (language, name)
                assert found[1] == number, (language, name)


def test_a_starred_name_counts_in_its_own_language_alone() -> None:
    assert month_names.month_named("gen", "it") is not None
    assert month_names.month_named("gen", "en") is None
    assert month_names.month_named("gen", None) is None


def test_a_part_of_a_weekdays_name_may_be_any() -> None:
    assert weekday_names.weekdays_named("thu") == frozenset(range(7))
    assert weekday_names.weekdays_named(fold("Среда")) == {2}
    assert weekday_names.weekdays_named("ann") == frozenset()


@pytest.mark.parametrize(
    ("word", "expected"),
    [("März", "marz"), ("KASIM", "kasim"), ("EKİM", "ekim"), ("Μαΐου", "μαιου"), ("آبان‌ماه", "ابانماه")],
)
def test_fold(word: str, expected: str) -> None:
    assert fold(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("３／１１", "3/11"), ("۳–۱۱", "3-11"), ("14：05（水）", "14:05(水)"), ("a · b", "a | b"), ("plain", "plain")],
)
def test_plain_keeps_the_length(text: str, expected: str) -> None:
    assert plain(text) == expected
    assert len(plain(text)) == len(text)


def test_a_late_pattern_has_four_verbs() -> None:
    pattern = LatePattern("b+")
    assert pattern.search("abb") is not None
    assert pattern.match("abb") is None
    with pytest.raises(AttributeError):
        _ = pattern.split


@pytest.mark.parametrize(
    ("tag", "language", "region"),
    [("en-GB", "en", "GB"), ("pt_BR", "pt", "BR"), ("nn-NO", "nb", "NO"), ("zh-Hant-TW", "zh", "TW"), ("", None, None)],
)
def test_language_tags(tag: str, language: str | None, region: str | None) -> None:
    habits = habits_of(tag, None, None)
    assert (habits.language, habits.region) == (language, region)


@pytest.mark.parametrize("name", ["Nowhere", "../etc/passwd", "Europe", ""])
def test_zones_that_are_none(name: str) -> None:
    with pytest.raises(ValueError, match="no such time zone"):
        habits_of(None, name, None)
