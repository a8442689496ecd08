"""An Article as plain text."""

from __future__ import annotations

from dataclasses import dataclass

from cleanscrape.article import PARTS_IN_TEXT, Article, Block, joined
from cleanscrape.render.body import with_dateline


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOptions:
    """What the text holds. The defaults give `Article.text`.

    `captions`, `headings`, `lists`, `tables`, `quotes`: the blocks of that kind. `dek`: the standfirst, in
    front. `dateline`: put back before the first paragraph, with the house's separator, `` — ``.
    """

    captions: bool = False
    headings: bool = True
    dek: bool = False
    dateline: bool = False
    lists: bool = True
    tables: bool = True
    quotes: bool = True

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of block that the text holds. Paragraphs and code always do."""
        chosen = {
            "caption": self.captions,
            "heading": self.headings,
            "list": self.lists,
            "table": self.tables,
            "quote": self.quotes,
        }
        wanted = {kind for kind, is_wanted in chosen.items() if is_wanted}
        return (PARTS_IN_TEXT - chosen.keys()) | wanted


AS_ARTICLE = TextOptions()
"""The options that give `Article.text`."""


def render_text(article: Article, options: TextOptions = AS_ARTICLE) -> str:
    """The article's text, blocks apart by a blank line.

    >>> from cleanscrape.article import Dateline
    >>> article = Article(
    ...     dek="The ferry is back.",
    ...     dateline=Dateline("OSTHAVEN (Nordpress)"),
    ...     body=(Block("paragraph", text="Boats ran again on Monday."),),
    ... )
    >>> render_text(article)
    'Boats ran again on Monday.'
    >>> render_text(article, TextOptions(dek=True, dateline=True))
    'The ferry is back.\\n\\nOSTHAVEN (Nordpress) — Boats ran again on Monday.'
    """
    body = with_dateline(article) if options.dateline else article.body
    if options.dek and article.dek_apart:
        body = (Block("paragraph", text=article.dek_apart), *body)
    return joined(body, options.kinds)
