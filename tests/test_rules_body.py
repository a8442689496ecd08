"""The choice of the body's pieces."""

from __future__ import annotations

import pytest

from cleanscrape.block import Blocks
from cleanscrape.lines import cut_lines
from cleanscrape.page import Limits, Page
from cleanscrape.rules.body import best_cut, choose_body
from cleanscrape.rules.features import measured
from cleanscrape.rules.guards import guarded
from cleanscrape.tree import cut_tree

PARAGRAPHS = (
    "The harbour council of Velmora met on Tuesday evening and put off its vote on the new ferry again, "
    "the third time since spring.",
    "“We have waited long enough,” said Odile Brant, who runs the smaller of the two piers. "
    "Her petition carries two thousand names.",
    "A spokesman for the council said that the cost of the boat had risen by a fifth, and that no builder "
    "had promised a date.",
    "The next meeting is set for June, when the members will also hear from the island’s only school.",
)
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
MENU = "<nav><ul>" + "".join(f"<li><a href=/{w}>{w}</a></li>" for w in ("News", "Sport", "Weather")) + "</ul></nav>"
CARDS = "<aside><h3>Recent Stories</h3><ul>" + "".join(
    f"<li><a href=/s{n}>Story number {n} about another pier on the coast</a></li>" for n in range(6)
) + "</ul></aside>"  # fmt: skip
FOOTER = "<footer><p>© Velmora Post. All rights reserved.</p><a href=/imprint>Imprint</a></footer>"


def blocks_of(markup: str) -> Blocks:
    return cut_tree(Page(f"<html><body>{markup}</body></html>").root, Limits())


def chosen(markup: str) -> list[str]:
    blocks = blocks_of(markup)
    return [blocks.pieces[i].text for i in choose_body(blocks).chosen]


@pytest.mark.parametrize(
    "markup",
    [
        f"{MENU}<article><h1>Velmora waits for its ferry</h1><div class='article-body'>{BODY}</div></article>"
        f"{CARDS}{FOOTER}",
        f"{MENU}<div><h1>Velmora waits for its ferry</h1><div>{BODY}</div></div>{FOOTER}",
        f"{MENU}<main><h1>Velmora waits for its ferry</h1><div>{BODY}</div>{CARDS}</main>{FOOTER}",
    ],
)
def test_the_paragraphs_are_the_body(markup: str) -> None:
    assert chosen(markup) == list(PARAGRAPHS)


def test_a_capture_is_read_as_a_page_is() -> None:
    lines = ["Velmora waits for its ferry - Velmora Post", "News", "Sport", "Velmora waits for its ferry", *PARAGRAPHS]
    lines += ["Recent Stories", "Another pier closes", "Imprint"]
    blocks = cut_lines("\n\n".join(lines).splitlines())
    assert [blocks.pieces[i].text for i in choose_body(blocks).chosen] == list(PARAGRAPHS)


def test_every_piece_has_a_chance() -> None:
    blocks = blocks_of(f"{MENU}<div>{BODY}</div>")
    choice = choose_body(blocks)
    assert len(choice.chances) == len(blocks.pieces)
    assert all(0 <= chance <= 1 for chance in choice.chances)
    assert 0 < choice.confidence <= 1


@pytest.mark.parametrize("blocks", [blocks_of("<p></p>"), cut_lines([])])
def test_nothing_gives_nothing(blocks: Blocks) -> None:
    choice = choose_body(blocks)
    assert (choice.chosen, choice.confidence) == ((), 0.0)


def test_the_same_page_gives_the_same_choice() -> None:
    markup = f"{MENU}<div>{BODY}</div>{CARDS}"
    assert choose_body(blocks_of(markup)).chances == choose_body(blocks_of(markup)).chances


@pytest.mark.parametrize(
    ("chances", "words", "kept", "expected"),
    [
        ([0.9, 0.9, 0.1], [10, 10, 10], [0, 1], 36 / 39),
        ([0.0, 0.0], [5, 5], [], 0.0),
        ([], [], [], 0.0),
        ([0.2, 1.0], [1, 1], [1], 2 / 2.2),
    ],
)
def test_the_cut_that_expects_most(chances: list[float], words: list[float], kept: list[int], expected: float) -> None:
    found, confidence = best_cut(chances, words)
    assert found == kept
    assert confidence == pytest.approx(expected)


def test_a_list_of_links_is_never_body() -> None:
    links = "".join(f"<li><a href=/s{n}>Story {n} of another pier on the coast</a></li>" for n in range(4))
    assert left(f"<div>{BODY}<ul>{links}</ul></div>") == [0, 1, 2, 3]


def test_a_table_of_contents_may_be_body() -> None:
    links = "".join(f"<li><a href='#part-{n}'>Part {n} of the long story</a></li>" for n in range(4))
    assert left(f"<div>{BODY}<ul>{links}</ul></div>") == [0, 1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"<div>{BODY}</div><div><h3>Recent Stories</h3><p>Another pier closes.</p></div>", [0, 1, 2, 3, 4]),
        (f"<div>{BODY}<h3>Recent Stories</h3><p><a href=/a>Another pier closes</a></p><p>Last line.</p></div>",
         [0, 1, 2, 3, 4, 6]),
        ("<div><h3>Recent Stories</h3><p>All that there is on this page stands here.</p></div>", [0, 1]),
    ],
)  # fmt: skip
def test_what_a_heading_of_furniture_rules_is_never_body(markup: str, expected: list[int]) -> None:
    assert left(markup) == expected


def test_a_heading_that_links_to_itself_stays() -> None:
    heading = "<h4><a href='#docks'>How the docks were built</a></h4>"
    markup = f"<div>{BODY}<h3>Recent Stories</h3>{heading}<p><a href=/a>Another pier closes</a></p></div>"
    assert left(markup) == [0, 1, 2, 3, 4, 5]


def left(markup: str) -> list[int]:
    """What the guards leave of a page whose every piece is chosen, with even chances."""
    blocks = blocks_of(markup)
    size = len(blocks.pieces)
    return guarded(blocks, measured(blocks), range(size), [0.5] * size)


def kept(markup: str) -> list[str]:
    """The texts of what is left."""
    pieces = blocks_of(markup).pieces
    return [pieces[i].text for i in left(markup)]


CARD = "<div class=card><h3><a href=/s{n}>Story {n} of another pier</a></h3><p>The pier was {end}</p></div>"


def test_cards_with_excerpts_of_other_stories_are_no_body() -> None:
    cards = "".join(CARD.format(n=n, end="closed when …") for n in range(3))
    assert kept(f"<main>{BODY}{cards}</main>") == list(PARAGRAPHS)


@pytest.mark.parametrize(("count", "end"), [(2, "closed when …"), (4, "closed in May.")])
def test_few_cards_and_whole_texts_stay(count: int, end: str) -> None:
    cards = "".join(CARD.format(n=n, end=end) for n in range(count))
    assert len(kept(f"<main>{BODY}{cards}</main>")) == len(PARAGRAPHS) + 2 * count


@pytest.mark.parametrize("mark", ["###", "-ENDS-", "- 30 -"])
def test_what_follows_the_end_of_a_press_release_is_no_body(mark: str) -> None:
    assert kept(f"<div>{BODY}<p>{mark}</p><p>Velmora Ferries runs nine boats.</p></div>") == list(PARAGRAPHS)


def test_a_consent_box_of_a_known_maker_may_be_large() -> None:
    box = f"<div id=onetrust-consent-sdk><div class=ot-sdk-row><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></div></div>"
    assert kept(f"<article>{BODY * 2}</article>{box}") == list(PARAGRAPHS) * 2


def test_a_consent_box_of_a_known_maker_may_be_larger_than_the_article() -> None:
    notes = "".join(f"<div class=ot-host><p>{PARAGRAPHS[1]} {n}</p></div>" for n in range(9))
    box = f"<div id=onetrust-consent-sdk><div id=ot-content><p>{PARAGRAPHS[0]}</p></div>{notes}</div>"
    assert kept(f"<article>{BODY * 3}</article>{box}") == list(PARAGRAPHS) * 3


def test_the_components_of_a_content_system_are_no_consent_box() -> None:
    line = "<div class='cmp-text'><p>The boat is new.</p></div>"
    assert kept(f"<article>{BODY}{line}</article>") == [*PARAGRAPHS, "The boat is new."]


@pytest.mark.parametrize("box", ["class=comment-list", "id=comments", "class=newsletter-signup", "class=author-bio"])
def test_boxes_with_plain_names_are_no_body(box: str) -> None:
    assert kept(f"<article>{BODY}</article><div {box}><p>{PARAGRAPHS[1][:70]}</p></div>") == list(PARAGRAPHS)


def test_the_articles_own_element_is_no_box() -> None:
    assert kept(f"<div class=newsletter>{BODY}</div>") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "names",
    ["c-paywall-offer", "sourcepoint__social-placeholder", "cmplz-blocked-content-notice", "embed-privacy-container"],
)
def test_what_a_wall_or_an_embed_says_is_no_body(names: str) -> None:
    box = f'<div class="{names}"><p>{PARAGRAPHS[0][:60]}</p></div>'
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert kept(f"<article>{text}{box}</article>") == list(PARAGRAPHS)


def test_a_paywall_around_the_body_is_no_box() -> None:
    walled = "".join(f"<p class=paywall>{text}</p>" for text in PARAGRAPHS)
    assert kept(f"<article>{walled}</article>") == list(PARAGRAPHS)


def test_comments_leave_an_article_of_their_length_alone() -> None:
    comments = "".join(f"<div class=comment><p>{text}</p></div>" for text in PARAGRAPHS)
    assert kept(f"<article>{comments}</article>") == list(PARAGRAPHS)


def test_lines_that_say_what_they_are_are_no_body() -> None:
    line = "<p>Sign up for our newsletter</p>"
    assert kept(f"<article>{BODY}{line}</article>") == list(PARAGRAPHS)


def test_the_words_of_a_line_that_is_surely_body_are_not_asked() -> None:
    blocks = blocks_of("<p>Sign up for our newsletter</p>")
    assert guarded(blocks, measured(blocks), [0], [0.5]) == []
    assert guarded(blocks, measured(blocks), [0], [0.99]) == [0]


@pytest.mark.parametrize(
    ("below", "stays"),
    [
        ("<div><a href=/s1>Another ferry is late, says the pier</a></div>", False),
        ("<div>Photographs of 1961</div>", True),
    ],
)
def test_a_last_heading_over_links_is_no_body(below: str, stays: bool) -> None:
    blocks = blocks_of(f"<article>{BODY}<h2>On the other boats</h2>{below}</article>")
    given = [piece.index for piece in blocks.pieces if piece.text not in below]
    kept = guarded(blocks, measured(blocks), given, [0.9] * len(blocks.pieces))
    assert ("On the other boats" in [blocks.pieces[i].text for i in kept]) is stays
