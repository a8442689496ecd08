from __future__ import annotations

import pytest

import cleanscrape
from cleanscrape import way
from cleanscrape.block import Blocks
from cleanscrape.opinion import second_opinion
from cleanscrape.page import Page
from cleanscrape.tree import cut_tree

STORY = (
    "The keeper of the pier said on day {} that the rope would hold until the spring tide and not a day longer, "
    "whatever the council of the town had written on its boards."
)
HTML = (
    "<html><body><nav><a href=/>Home</a></nav><article><h1>The pier of Velmora</h1>"
    + "".join(f"<p>{STORY.format(day)}</p>" for day in range(6))
    + "</article><footer>Imprint of an invented paper</footer></body></html>"
)


def test_the_other_text_chooses_the_pieces() -> None:
    page = Page(HTML)
    blocks = cut_tree(page.root, page.limits)
    chosen = second_opinion(page, blocks)
    assert chosen is not None
    stories = [STORY.format(day) for day in range(6)]
    assert [blocks.pieces[i].text for i in chosen] == ["The pier of Velmora", *stories]


def test_no_text_is_no_opinion() -> None:
    page = Page("<p>Too little.</p>")
    assert second_opinion(page, cut_tree(page.root, page.limits)) is None


def test_it_is_asked_only_on_request_and_where_confidence_is_low(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def opinion(page: Page, blocks: Blocks) -> tuple[int, ...] | None:
        asked.append(len(page.utf8))
        return tuple(piece.index for piece in blocks.pieces if STORY.format(3) in piece.text)

    monkeypatch.setattr(way, "second_opinion", opinion)
    cleanscrape.extract(HTML, profile=None)
    assert asked == []
    monkeypatch.setattr(way, "LOW_CONFIDENCE", 1.1)
    article = cleanscrape.Extractor(profile=None, ask_second=True).extract(HTML)
    assert len(asked) == 1
    assert article.text == STORY.format(3)
    assert article.warnings[0].startswith("body by trafilatura")
