"""The phrases by which pages announce their furniture: how they are compared."""

from __future__ import annotations

import time

import pytest

from cleanscrape.label import Label
from cleanscrape.rules.furniture import heading_kind, line_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Recent Stories", Label.RECENT_STORIES),
        ("  RECENT   STORIES:  ", Label.RECENT_STORIES),
        ("» Recent stories (12)", Label.RECENT_STORIES),
        ("More stories from Velmora", Label.RECENT_STORIES),
        ("Related Topics", Label.RELATED),
        ("The recent past", None),
        ("Recent storiesque", None),
        ("", None),
        ("!!!", None),
        ("Recent stories " * 20, None),
    ],
)
def test_headings(text: str, kind: Label | None) -> None:
    assert heading_kind(text) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("© 2021 The Velmora Courier", Label.FOOTER),
        ("Copyright 2019, Courier Press", Label.FOOTER),
        ("(c) 2004 Courier Press", Label.FOOTER),
        ("The board spoke of the copyright in the songs of the pier.", None),
        ("The keeper tied the rope before the tide came in.", None),
    ],
)
def test_lines(text: str, kind: Label | None) -> None:
    assert line_kind(text) is kind


def test_long_lines_cost_no_more_than_their_beginning() -> None:
    start = time.process_time()
    for text in ("rope " * 1_000_000, "縄" * 1_000_000, "© " * 1_000_000):
        line_kind(text)
        heading_kind(text)
    assert time.process_time() - start < 5
