"""Features of pieces, and the word scores that go with them."""

from __future__ import annotations

import time

import pytest

from cleanscrape.block import Blocks
from cleanscrape.hint import Hint, hints_of
from cleanscrape.lines import cut_lines
from cleanscrape.page import Limits, Page
from cleanscrape.rules import features, line_features, wording
from cleanscrape.tree import cut_tree

LONG = "The harbour council of Velmora met on Tuesday evening and put off its vote on the ferry again."


def blocks_of(markup: str) -> Blocks:
    return cut_tree(Page(f"<html><body>{markup}</body></html>").root, Limits())


def column(blocks: Blocks, name: str) -> list[float]:
    m = features.measured(blocks)
    every = range(len(blocks.pieces))
    at = features.NAMES.index(name)
    return [row[at] for row in features.table(blocks, m, every).rows]


def test_running_text_is_long_and_not_linked() -> None:
    m = features.measured(blocks_of(f"<p>{LONG}</p><p><a href=/a>{LONG}</a></p><p>Short.</p>"))
    assert [bool(good) for good in m.good] == [True, False, False]


def test_main_is_the_smallest_element_with_most_running_text() -> None:
    blocks = blocks_of(f"<div id=a><div id=b><p>{LONG}</p><p>{LONG}</p></div><p>Short.</p></div><p>{LONG}</p>")
    assert features.measured(blocks).main.tag.raw == 'div id="b"'


def test_ideographs_weigh_more_than_letters() -> None:
    m = features.measured(blocks_of("<p>港の議会は火曜日の夜に集まった</p><p>abcdefghijklmno</p>"))
    assert m.chars == [37, 15]


def test_short_lines_far_from_the_body_are_no_candidates() -> None:
    blocks = blocks_of(f"<nav><p>{LONG}</p></nav><div><p>{LONG}</p><p>Short.</p><p>{LONG}</p></div><i>Foot</i>")
    assert features.candidates(blocks, features.measured(blocks)) == [1, 2, 3]


def test_what_is_hundreds_of_pieces_from_all_text_is_no_candidate() -> None:
    story = "<p>" + "The ferry came in late again and nobody at the pier was told why. " * 3 + "</p>"
    blocks = blocks_of(f"<div>{story}{'<div>tide</div>' * 900}{story}</div>")
    chosen = features.candidates(blocks, features.measured(blocks))
    assert {0, 1, 399, 901} <= set(chosen)
    assert not {401, 450, 500} & set(chosen)
    short = blocks_of("<div>tide</div>" * 900)
    assert len(features.candidates(short, features.measured(short))) == 900


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("since_h1", [0, 1, 2]),
        ("since_heading", [0, 1, 2]),
        ("heading_level", [1, 1, 1]),
        ("same_count", [1, 2, 2]),
        ("gap_before", [99, 100, 1]),
        ("gap_after", [1, 1, 99]),
        ("ends", [False, True, True]),
        ("repeated", [1, 2, 2]),
        ("next_same", [True, True, True]),
    ],
)
def test_columns(name: str, expected: list[float]) -> None:
    assert column(blocks_of(f"<h1>Ferry waits</h1><p>{LONG}</p><p>{LONG}</p>"), name) == expected


def test_cards_beside_one_another_are_counted() -> None:
    cards = "".join(f"<section><h3>Card {n}</h3><p>Line {n}</p></section>" for n in range(4))
    blocks = blocks_of(f"<main><div><p>{LONG}</p><p>{LONG}</p></div></main><aside>{cards}</aside>")
    assert column(blocks, "twins")[-1] == 4


def test_cards_with_a_linked_heading_are_teasers() -> None:
    cards = "".join(f"<section><h3><a href=/s{n}>Story {n}</a></h3><p>Line {n}</p></section>" for n in range(3))
    plain = "<section><h3>Card</h3><p>Line</p></section>"
    blocks = blocks_of(f"<main><div><p>{LONG}</p><p>{LONG}</p></div></main><aside>{cards}{plain}</aside>")
    assert (column(blocks, "teasers")[-1], column(blocks, "twins")[-1]) == (3, 4)


def test_a_heading_rules_its_own_element() -> None:
    box = "<div><h3>In brief</h3><p>The boat has a new name, and nobody likes it.</p></div>"
    blocks = blocks_of(f"<h2>Ferry waits</h2><p>{LONG}</p>{box}<p>{LONG}</p>")
    table = features.table(blocks, features.measured(blocks), range(5))
    assert table.rulers == [-1, 0, 0, 2, 0]


@pytest.mark.parametrize("end", ["…", "...", "[…]"])
def test_a_text_that_is_cut_short_has_no_end(end: str) -> None:
    assert column(blocks_of(f"<p>The vote was put off {end}</p><p>Again.</p>"), "ends") == [-1, True]


def test_a_row_has_a_number_for_each_name() -> None:
    blocks = blocks_of(f"<h1>Ferry waits</h1><p>{LONG}</p>")
    table = features.table(blocks, features.measured(blocks), [0, 1])
    assert [len(row) for row in table.rows] == [len(features.NAMES)] * 2
    assert table.rulers == [-1, 0]


def test_lines_have_a_number_for_each_name() -> None:
    blocks = cut_lines(["Ferry waits - Velmora Post", "", "Ferry waits", "", LONG])
    rows = line_features.line_rows(blocks, features.measured(blocks), [0.0] * 3)
    assert [len(row) for row in rows] == [len(line_features.NAMES)] * 3


def test_a_line_that_repeats_the_title_is_known() -> None:
    blocks = cut_lines(["The ferry waits - Velmora Post", "", "Menu", "", "The ferry waits", "", LONG])
    rows = line_features.line_rows(blocks, features.measured(blocks), [0.0] * 4)
    titled, since = (line_features.NAMES.index(name) for name in ("titled", "since_title"))
    assert [row[titled] for row in rows] == [False, False, True, False]
    assert rows[3][since] == 1


def test_no_lines_give_no_rows() -> None:
    assert line_features.line_rows(cut_lines([]), features.measured(cut_lines([])), []) == []


def test_a_score_is_the_sum_over_the_root_of_the_words() -> None:
    assert wording.score("Read also: read", {"^read": 1.0, "read": -2.0}) == pytest.approx(-1.5)
    assert wording.score("2021", {"read": -2.0}) == 0.0


def test_word_columns_look_around() -> None:
    assert wording.columns([1.0, 2.0, 4.0], [0, 1, 1], [-1, 0, 0]) == [
        (1.0, 0.0, 0.0, 2.0, 1.0),
        (2.0, 1.0, 1.0, 4.0, 3.0),
        (4.0, 1.0, 2.0, 0.0, 3.0),
    ]


def test_the_packages_words_know_furniture() -> None:
    invitation, paragraph = wording.scores(["Sign up for our newsletter", LONG])
    assert invitation < 0 < paragraph + 1


@pytest.mark.parametrize(
    "markup", ["<p>x</p>", "<div>" * 5 + "<p>word word</p>" + "</div>" * 5, "<li><a href=/a>x</a></li>"]
)
def test_the_cost_is_linear(markup: str) -> None:
    def seconds(times: int) -> float:
        """Processor time of the best of three: other programs on the machine slow each of them."""
        blocks = blocks_of(markup * times)
        taken = []
        for _ in range(3):
            start = time.process_time()
            m = features.measured(blocks)
            features.table(blocks, m, features.candidates(blocks, m))
            taken.append(time.process_time() - start)
        return min(taken)

    small = max(seconds(400), 0.002)
    assert seconds(8 * 400) < 32 * small  # quadratic cost would be 64 times as much


def test_the_element_that_says_it_is_the_story_is_measured() -> None:
    blocks = blocks_of(f"<div class='entry-content'><p>{LONG}</p></div><div class='content'><p>{LONG}</p></div>")
    assert column(blocks, "story") == [0.5, 0.5]
    assert [p.node.hints & Hint.STORY > 0 for p in blocks.pieces] == [True, False]


def test_names_of_other_things_are_no_story() -> None:
    assert not hints_of("article-body-related") & Hint.STORY
    assert hints_of("article-body paywall") & Hint.STORY


def test_the_kinds_of_pieces_in_the_body_are_counted_in_tenths() -> None:
    blocks = blocks_of(f"<div><h2>Ferry</h2><p>{LONG}</p><p>{LONG}</p><ul><li>One</li><li>Two</li></ul></div>")
    assert (column(blocks, "listed")[0], column(blocks, "titled")[0]) == (4, 2)


def test_a_picture_stands_by_what_shares_its_box() -> None:
    markup = f"<div><div><img src=a><p>{LONG}</p><p>Photo: A. Droe</p></div><p>{LONG}</p><p>{LONG}</p></div>"
    assert column(blocks_of(markup), "pictured") == [True, True, False, False]


def test_italics_and_bold_among_the_first_tags_of_a_piece_are_seen() -> None:
    plain = "<p>Rain fell on <u>two</u> of <s>the</s> three piers and <b>nobody</b> came</p>"
    blocks = blocks_of(f"<p><em>Corrected on Monday</em></p><p><b>Also:</b> rain</p>{plain}")
    assert column(blocks, "styled") == [1, 2, 0]


def test_a_page_that_says_it_is_news_says_so_of_each_piece() -> None:
    blocks = blocks_of(f"<p>{LONG}</p>")
    m = features.measured(blocks)
    at = features.NAMES.index("news")
    assert [features.table(blocks, m, [0], is_news=news).rows[0][at] for news in (True, False)] == [True, False]
