"""Names of zones, and the offsets that they mean."""

from __future__ import annotations

import datetime as dt

import pytest

from cleanscrape.fields.page_habits import habits_of
from cleanscrape.fields.zones import zone_at

WINTER, SUMMER = dt.datetime(2021, 1, 15, 12), dt.datetime(2021, 7, 15, 12)


def hours(
    text: str, local: dt.datetime = WINTER, language: str | None = None, timezone: str | None = None
) -> float | None:
    zone = zone_at(text, 0, exact=text.startswith("-0"), any_case=text == "est")
    offset = zone.offset(local, habits_of(language, timezone, None)) if zone else None
    return None if offset is None else offset / dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Z", 0),
        (" UTC", 0),
        (" gmt", 0),
        (" (GMT)", 0),
        (" GMT+7", 7),
        (" (UTC+05:30)", 5.5),
        (" UTC -3", -3),
        ("+0500", 5),
        ("+05:45", 5.75),
        ("-05:00", -5),
        (" -0330", -3.5),
        (" EST", -5),
        (" E.S.T.", -5),
        ("est", -5),
        (" PKT", 5),
        (" MSK", 3),
        (" мск", 3),
        (" по московскому времени", 3),
        (" KST", 9),
        (" MESZ", 2),
        (" Beijing time", 8),
        (" (horário de Brasília)", -3),
        (" Eastern Standard Time", -5),
    ],
)
def test_offsets(text: str, expected: float) -> None:
    assert hours(text) == expected


@pytest.mark.parametrize("text", [" ET", " Eastern Time", " US Eastern"])
def test_zones_that_hold_summer_and_winter(text: str) -> None:
    assert (hours(text, WINTER), hours(text, SUMMER)) == (-5, -4)


@pytest.mark.parametrize(
    ("text", "language", "timezone", "expected"),
    [
        ("IST", "en", None, 5.5),
        ("IST", "he", None, 2),
        ("IST", "en", "Asia/Jerusalem", 2),
        ("CST", "en", None, -6),
        ("CST", "zh", None, 8),
        ("CST", "en", "Asia/Shanghai", 8),
        ("PST", "en", "Asia/Karachi", 5),
        ("PST", "en", "Asia/Manila", 8),
        ("BST", "bn", None, 6),
    ],
)
def test_names_with_several_meanings(text: str, language: str, timezone: str | None, expected: float) -> None:
    assert hours(text, WINTER, language, timezone) == expected


@pytest.mark.parametrize("text", ["", " by Ann", " est", " ist", "-15:10", " - 15:10", "+99:00", "+05:07", "."])
def test_no_zones(text: str) -> None:
    assert zone_at(text, 0) is None
