from __future__ import annotations

import pytest

from cleanscrape.article import PARTS_IN_TEXT, Article, Block, Dateline
from cleanscrape.render.text import TextOptions, render_text

ARTICLE = Article(
    dek="Boats run again.",
    dateline=Dateline("OSTHAVEN (Nordpress)"),
    body=(
        Block("caption", text="The quay."),
        Block("heading", text="Morning", level=2),
        Block("paragraph", text="One."),
        Block("list", text="Two.", level=1),
        Block("quote", text="Three."),
        Block("table", text="a\tb"),
        Block("code", text="x = 1"),
        Block("paragraph", text="Four."),
    ),
)
DEFAULT = ["Morning", "One.", "Two.", "Three.", "a\tb", "x = 1", "Four."]


def test_the_defaults_give_the_articles_text() -> None:
    assert render_text(ARTICLE) == ARTICLE.text == "\n\n".join(DEFAULT)
    assert TextOptions().kinds == PARTS_IN_TEXT


@pytest.mark.parametrize(
    ("options", "parts"),
    [
        (TextOptions(captions=True), ["The quay.", *DEFAULT]),
        (TextOptions(headings=False), DEFAULT[1:]),
        (TextOptions(dek=True), ["Boats run again.", *DEFAULT]),
        (TextOptions(dateline=True), ["Morning", "OSTHAVEN (Nordpress) — One.", *DEFAULT[2:]]),
        (TextOptions(lists=False), [p for p in DEFAULT if p != "Two."]),
        (TextOptions(quotes=False), [p for p in DEFAULT if p != "Three."]),
        (TextOptions(tables=False), [p for p in DEFAULT if p != "a\tb"]),
        (
            TextOptions(headings=False, lists=False, quotes=False, tables=False, dek=True, dateline=True),
            ["Boats run again.", "OSTHAVEN (Nordpress) — One.", "x = 1", "Four."],
        ),
    ],
)
def test_an_option_changes_its_part(options: TextOptions, parts: list[str]) -> None:
    assert render_text(ARTICLE, options) == "\n\n".join(parts)


def test_a_dateline_without_a_paragraph_stands_alone() -> None:
    article = Article(dateline=Dateline("OSTHAVEN"), body=(Block("list", text="One.", level=1),))
    assert render_text(article, TextOptions(dateline=True)) == "OSTHAVEN\n\nOne."


@pytest.mark.parametrize("options", [TextOptions(), TextOptions(dek=True, dateline=True)])
def test_nothing_gives_an_empty_text(options: TextOptions) -> None:
    assert render_text(Article(), options) == ""


def test_a_dek_and_a_dateline_that_are_unknown_add_nothing() -> None:
    article = Article(body=(Block("paragraph", text="One."),))
    assert render_text(article, TextOptions(dek=True, dateline=True)) == "One."
