from __future__ import annotations

import copy
import re

import pytest
from lxml import etree

import cleanscrape
from cleanscrape.block import Blocks
from cleanscrape.page import Page
from cleanscrape.tree import cut_tree


def cut(html: str) -> Blocks:
    page = Page(html)
    return cut_tree(page.root, page.limits)


def texts(html: str) -> list[str]:
    return [piece.text for piece in cut(html).pieces]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<div>One <b>bold</b> word<p>Two</p>three</div>", ["One bold word", "Two", "three"]),
        ("<p>One<br>line</p>", ["One line"]),
        ("<div>One<br><br>Two<br> <br/>Three</div>", ["One", "Two", "Three"]),
        ("<ul><li><a href=a>A</a><li><a href=b>B</a></ul>", ["A", "B"]),
        ("<nav><a href=a>A</a><a href=b>B</a></nav>", ["A B"]),
        ("<nav id=n></nav><div><p>One.</p><p>Two.</p></div>", ["One.", "Two."]),
        ("<p>Seen<script>var x = '<p>not</p>'</script> too</p>", ["Seen too"]),
        ("<p>Hel<!-- -->lo</p>", ["Hello"]),
        ("<p>a &amp; b &lt;c&gt; &quot;d&quot;</p>", ['a & b <c> "d"']),
        ("<a href=x><h3>Title</h3><p>Teaser</p></a>", ["Title", "Teaser"]),
        ("<html><body><p>In.</p></body></html><p>After the end.</p>", ["In.", "After the end."]),
        ("<p>Some <x-price>12</x-price> coins</p><x-box>Apart</x-box>", ["Some 12 coins", "Apart"]),
    ],
)
def test_pieces(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_kinds_and_levels() -> None:
    blocks = cut(
        "<h2>Head</h2><blockquote><p>Said.</p></blockquote><ol><li>One<li>Two<ul><li>Deep</ul></ol>"
        "<pre>a\n  b</pre><figure><img src=x><figcaption>Seen</figcaption></figure>"
    )
    found = [(p.kind, p.level, p.ordinal, p.text) for p in blocks.pieces]
    assert found == [
        ("heading", 2, None, "Head"),
        ("quote", 0, None, "Said."),
        ("list", 1, 1, "One"),
        ("list", 1, 2, "Two"),
        ("list", 2, None, "Deep"),
        ("code", 0, None, "a\n  b"),
        ("caption", 0, None, "Seen"),
    ]


def test_a_table_of_data_is_one_piece() -> None:
    table = "<table><tr><th>Town<th>Goats<tr><td>Pell<td>12<tr><td>Amber<td>7</table>"
    assert [(p.kind, p.text) for p in cut(table).pieces] == [("table", "Town\tGoats\nPell\t12\nAmber\t7")]


def test_a_table_of_layout_is_cut() -> None:
    long = "A sentence of the article that goes on for a while. " * 15
    assert texts(f"<table><tr><td>Menu<td><p>{long}</p><p>{long}</p><td>More</table>") == [
        "Menu", long.strip(), long.strip(), "More",
    ]  # fmt: skip


def test_a_table_whose_one_cell_holds_a_column_of_the_page_is_cut() -> None:
    story = "".join(f"<p>The ferry sailed {n} times that week, half empty.</p>" for n in range(5))
    page = f"<table><tr><td>{story}<td>Menu<tr><td>Foot<td>Legal</table>"
    assert [p.kind for p in cut(page).pieces] == ["paragraph"] * 8


def test_a_piece_has_its_own_links_alone() -> None:
    plain, linked = cut("<p>No link at all.</p><p>Read <a href='/a'>this story</a></p>").pieces
    assert (list(plain.links), list(linked.links)) == ([], [('a href="/a"', "this story")])


def test_links_know_their_share() -> None:
    (piece,) = cut("<p>Read <a href='/a'>this story</a> now</p>").pieces
    assert (piece.links, piece.link_chars) == ([('a href="/a"', "this story")], 10)


def test_a_piece_inside_a_link_knows_it() -> None:
    first, second = cut("<a href='/a'><h3>Title</h3></a><p>Text</p>").pieces
    assert (first.outer, second.outer) == ('a href="/a"', None)


def test_marked_elements_stand_alone() -> None:
    page = Page("<html><body><p>By <span>Ann</span> today</p></body></html>")
    place = [element.tag for element in page.root.iter("*")].index("span")
    assert [p.text for p in cut_tree(page.root, page.limits, {place}).pieces] == ["By", "Ann", "today"]


def test_the_tree_is_never_changed(fixture_page: bytes) -> None:
    page = Page(fixture_page, "https://www.urdupoint.com/en/world/harbour-council-906868.html")
    before = etree.tostring(copy.deepcopy(page.root))
    cleanscrape.extract(page)
    cleanscrape.extract(page, profile=None)
    assert etree.tostring(page.root) == before


def test_nothing_is_lost(fixture_page: bytes) -> None:
    page = Page(fixture_page)
    seen = re.sub(r"\s+", "", " ".join(page.root.find("body").itertext()))
    cut_texts = "".join(p.text for p in cut_tree(page.root, page.limits).pieces)
    assert re.sub(r"\s+", "", cut_texts) == seen


def test_an_empty_item_counts() -> None:
    assert [p.ordinal for p in cut("<ol><li></li><li>Two</li><li><p>Three</p></li></ol>").pieces] == [2, 3]


def test_what_holds_no_piece_has_no_node() -> None:
    nodes = cut("<div><div class='gap'></div><p>Text</p></div>").nodes
    assert [node.tag.name for node in nodes] == ["html", "html", "body", "div", "p"]


def test_a_line_break_behind_a_long_ended_sentence_parts_paragraphs() -> None:
    long = "The keeper of the pier said that the rope would hold until the spring tide, and no longer."
    assert [p.text for p in cut(f"<div>{long}<br>{long}<br>Tide</div>").pieces] == [long, long, "Tide"]
    assert [p.text for p in cut("<p>Pier 4.<br>Velmora<br>Ostrel</p>").pieces] == ["Pier 4. Velmora Ostrel"]
    assert [p.text for p in cut(f"<p>{long[:-1]}<br>{long}</p>").pieces] == [f"{long[:-1]} {long}"]
