"""Pages flattened to lines, for training."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy", reason="training wants numpy")

from training.corpus import Page
from training.flattening import flattened

LONG = "The harbour council of Velmora met on Tuesday evening and put off its vote on the ferry again."
MENU = "<nav><a href=/a>News</a><a href=/b>Sport</a></nav>"
TABLE = "<table><tr><th>Town<th>Goats<tr><td>Pell<td>12<tr><td>Amber<td>7</table>"


def page(body: str) -> Page:
    source = f"<html><head><title>Ferry late</title></head><body>{body}</body></html>"
    return Page("1", "invented", "https://a.example/1", source.encode(), {})


def test_entries_and_cells_are_lines_of_their_own() -> None:
    flat = flattened(page(f"{MENU}<p>{LONG}</p>{TABLE}"))
    assert flat is not None
    lines = [piece.text for piece in flat.blocks.pieces]
    assert lines == ["Ferry late", "News", "Sport", LONG, "Town", "Goats", "Pell", "12", "Amber", "7"]
    assert flat.pieces == [-1, 0, 0, 1, 2, 2, 2, 2, 2, 2]


def test_what_is_known_of_the_markup_is_said_of_its_lines() -> None:
    flat = flattened(page(f"{MENU}<div><p>{LONG}</p><p>{LONG}</p></div><p>Foot</p>"))
    assert flat is not None
    assert list(flat.of_candidates([1.0, 0.5])) == [0, 0, 0, 1, 0.5, 0]


def test_a_page_without_lines_is_left_out() -> None:
    assert flattened(Page("1", "invented", "", b"<html><body><br></body></html>", {})) is None
