"""What the documentation says of measured figures is what was measured; the measures are those of the field."""

from __future__ import annotations

import json

import pytest

from benchmarks.__main__ import FIGURES, PAGES, table, with_table
from benchmarks.measure import Quality, f1, same_day


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_tables_are_the_recorded_figures(page: object) -> None:
    results = json.loads(FIGURES.read_text(encoding="utf-8"))
    text = page.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert with_table(text, table(results)) == text


def test_f1_counts_what_is_shared() -> None:
    assert f1("aab", "abb") == pytest.approx(2 / 3)
    assert f1("", "") == 1.0


def test_days_are_compared_in_their_zone_and_in_utc() -> None:
    assert same_day("2021-06-14T23:30:00+02:00", "2021-06-14")
    assert same_day("2021-06-15T01:30:00+02:00", "2021-06-14T23:30:00Z")
    assert not same_day("2021-06-15", "2021-06-14")
    assert not same_day(None, "2021-06-14")


def test_quality_of_a_perfect_page() -> None:
    quality = Quality()
    gold = {
        "paragraphs": ["One two three four five.", "[Six.]"],
        "title": "A – B",
        "authors": ["Ann Droe"],
        "with": ["two"],
    }
    quality.add(gold, {"text": "One two three four five.\n\nSix.", "title": "a b", "authors": ["ann droe"]})
    result = quality.result()
    assert result.pop("shingle_f1") == pytest.approx(1.0)
    assert result == {"authors": 1.0, "exact": 1.0, "para_f1": 1.0, "seg_f1": 1.0, "title": 1.0, "word_f1": 1.0}
