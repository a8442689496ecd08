"""What the words of furniture say of pieces and lines, as the body models read it."""

from __future__ import annotations

import time

from cleanscrape.label import Label
from cleanscrape.rules import announced

BODY = "The harbour council of Velmora met on Tuesday evening and put off its vote on the ferry again."
RECENT = list(Label).index(Label.RECENT_STORIES) + 1
SHARE = list(Label).index(Label.SHARE) + 1


def test_pieces_know_their_own_words_and_those_of_the_heading_that_rules_them() -> None:
    texts = [BODY, "Recent Stories", "Ferry is late", "Share on Facebook"]
    rows = announced.said_of_pieces(texts, [-1, -1, 1, 1])
    assert [row[0] for row in rows] == [0, 0, 0, SHARE]
    assert [row[1] for row in rows] == [0, RECENT, 0, 0]
    assert [row[2] for row in rows] == [0, 0, RECENT, RECENT]
    assert {row[3] for row in rows} == {2 / 11}


def test_a_long_piece_of_markup_says_nothing_of_itself() -> None:
    assert announced.said_of_pieces([f"{BODY} {BODY} Subscribe to our newsletter"], [-1])[0][0] == 0


def test_lines_know_how_far_the_words_of_furniture_are() -> None:
    rows = announced.said_of_lines([BODY, "Recent Stories", "Ferry is late", "Pier is shut", "Share on Facebook"])
    since, ruled, until = ([row[at] for row in rows] for at in (2, 3, 4))
    assert since == [99, 99, 1, 2, 3]
    assert ruled == [0, 0, RECENT, RECENT, RECENT]
    assert until == [1, 3, 2, 1, 99]


def test_no_lines_have_no_rows() -> None:
    assert announced.said_of_lines([]) == []
    assert announced.said_of_pieces([], []) == []


def test_the_cost_of_many_lines_is_linear() -> None:
    start = time.process_time()
    assert len(announced.said_of_lines(["Recent Stories", BODY] * 20_000)) == 40_000
    assert time.process_time() - start < 8
