"""The contract that a few pages teach: what every page of the site must keep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleanscrape.article import Article
from cleanscrape.profile.contract import Contract
from cleanscrape.profile.learning.lesson import Lesson
from cleanscrape.rules.furniture import heading_kind, line_kind

_MOST: Final = 5  # phrases
_LONGEST: Final = 40  # letters of a phrase: furniture is short
_SHORTEST: Final = 12
_FEWEST_WORDS: Final = 3  # fewer stand in running text by chance
_NEAR: Final = 60  # pieces after the body: what may be drawn into it by the next redesign
_SHRINK: Final = 4  # an article may have a quarter of the paragraphs of the shortest that is known
_MOST_NEEDED: Final = 3
# A number, or what follows a colon or a comma, is of one story alone.
_NAMES_SOMETHING: Final = re.compile(r"\d|[:,|]\s*\S")


def contract(lessons: Sequence[Lesson], articles: Sequence[Article]) -> Contract:
    """What held on all pages and must hold on the next."""
    fewest = min(sum(block.kind == "paragraph" for block in article.body) for article in articles)
    required = ["headline"] if all(article.headline for article in articles) else []
    # One page does not tell whether all of the site's print a date.
    if len(articles) > 1 and all(
        article.published is not None and article.published.source != "url" for article in articles
    ):
        required.append("published")
    return Contract(
        min_paragraphs=max(1, min(_MOST_NEEDED, fewest // _SHRINK)),
        require=tuple(required),
        never=tuple(_phrases(lessons, articles)),
    )


def _phrases(lessons: Sequence[Lesson], articles: Sequence[Article]) -> list[str]:
    """Lines of furniture near the body: known ones, or such as stand on all of several pages."""
    text = "\n".join(article.text for article in articles)
    lines: dict[str, int] = {}
    known: set[str] = set()
    for lesson in lessons:
        for line, is_known in dict(_furniture(lesson)).items():
            lines[line] = lines.get(line, 0) + 1
            if is_known:
                known.add(line)
    every = len(lessons)
    kept = [line for line, count in lines.items() if line in known or (every > 1 and count == every)]
    kept = [line for line in kept if line not in text]
    return sorted(kept, key=lambda line: (-lines[line], line not in known, list(lines).index(line)))[:_MOST]


def _furniture(lesson: Lesson) -> Iterator[tuple[str, bool]]:
    """The short lines of boilerplate from the body's beginning to a little after its end."""
    body = lesson.reading.body()
    pieces = lesson.reading.blocks.pieces
    for piece in pieces[body[0] : body[-1] + _NEAR]:
        label = lesson.label(piece.index)
        if label is None or not label.is_boilerplate or not _SHORTEST <= len(piece.text) <= _LONGEST:
            continue
        if piece.text.count(" ") + 1 < _FEWEST_WORDS or _NAMES_SOMETHING.search(piece.text):
            continue
        yield piece.text, (heading_kind(piece.text) or line_kind(piece.text)) is not None
