"""Where a page prints its pictures: the one at the top, the captions, and who took them."""

from __future__ import annotations

from typing import Final

from cleanscrape.article import Article
from cleanscrape.fields.images import best_address
from cleanscrape.fields.wording import words
from cleanscrape.label import Label
from cleanscrape.profile.learning.lesson import Lesson

_LABEL_WORDS: Final = 2  # "Photo by" before a name


def lead_image(lesson: Lesson) -> frozenset[int]:
    """The elements of the picture at the top, where it is printed."""
    images = lesson.reading.value("images")
    if not images or not images[0].is_lead:
        return frozenset()
    base = lesson.page.url
    every = enumerate(lesson.elements.all)
    printed = (place for place, element in every if element.tag == "img")
    found = (p for p in printed if best_address(dict(lesson.elements.all[p].attrib), base) == images[0].url)
    return frozenset(found)


def captions(lesson: Lesson) -> frozenset[int]:
    """The elements of the captions near the article; lines that are a credit alone are none."""
    return _under_pictures(lesson) - credit_lines(lesson)


def credit_lines(lesson: Lesson) -> frozenset[int]:
    """The elements that print a credit and no more; none where the credit is a part of the caption's own text."""
    images = lesson.reading.value("images") or ()
    wanted = {tuple(words(image.credit)) for image in images if image.credit}
    found: set[int] = set()
    for caption in sorted(_under_pictures(lesson)):
        inside = lesson.elements.places(lesson.elements.all[caption].iter("*"))
        found |= {place for place in inside if _says_one(tuple(words(lesson.text(place))), wanted)}
    return frozenset(found - {up for place in found for up in lesson.around(place)})


def _says_one(said: tuple[str, ...], wanted: set[tuple[str, ...]]) -> bool:
    return any(said[-len(credit) :] == credit and len(said) <= len(credit) + _LABEL_WORDS for credit in wanted)


def _under_pictures(lesson: Lesson) -> frozenset[int]:
    begin, end = lesson.reading.near()
    pieces = lesson.reading.blocks.pieces
    labelled = (pieces[i].node.order for i in range(begin, end) if lesson.label(i) in (Label.CAPTION, Label.CREDIT))
    return frozenset(place for place in labelled if place >= 0)


def same_pictures(old: Article, new: Article) -> bool:
    """Whether two articles have the same pictures, with what is said of them, and the same body."""
    return old.images == new.images and old.body == new.body
