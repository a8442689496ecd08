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
        "tags": ["Harbours", "Piers"],
        "lead_image": "https://img.post.example/pier-800x600.jpg",
    }
    found = {
        "text": "One two three four five.\n\nSix.",
        "title": "a b",
        "authors": ["ann droe"],
        "tags": ("piers", "harbours"),
        "lead_image": "https://img.post.example/large/pier.jpg?q=80",
    }
    quality.add(gold, found)
    result = quality.result()
    assert result.pop("shingle_f1") == pytest.approx(1.0)
    assert set(result) == {"authors", "exact", "lead_image", "para_f1", "seg_f1", "tags", "title", "word_f1"}
    assert set(result.values()) == {1.0}


def test_wrong_tags_and_pictures_count() -> None:
    quality = Quality()
    quality.add(
        {"tags": ["Piers"], "lead_image": "/a.jpg"}, {"text": "", "tags": ("Piers", "Home"), "lead_image": "/b.jpg"}
    )
    assert quality.result() == {"lead_image": 0.0, "tags": pytest.approx(2 / 3, abs=0.001)}
