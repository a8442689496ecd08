"""The closed list of labels, and what a labelling is. This module knows no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Label(StrEnum):
    """What a block of a page is. The value is the hyphenated name that profiles and reports use."""

    HEADLINE = "headline"
    DEK = "dek"
    BYLINE = "byline"
    DATELINE = "dateline"
    TIMESTAMP_PUBLISHED = "timestamp-published"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    CAPTION = "caption"
    CREDIT = "credit"
    NAVIGATION = "navigation"
    RECENT_STORIES = "recent-stories"
    RELATED = "related"
    LINK_FARM = "link-farm"
    FOOTER = "footer"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    ADVERTISEMENT = "advertisement"
    COMMENTS = "comments"
    AUTHOR_BIO = "author-bio"
    CONSENT = "consent"
    MEDIA_CHROME = "media-chrome"
    TIMESTAMP = "timestamp"
    OTHER = "other"

    @property
    def is_body(self) -> bool:
        """Whether a block with this label stands in `Article.body`."""
        return self in BODY

    @property
    def is_boilerplate(self) -> bool:
        """Whether a block with this label stands in `Article.removed`."""
        return self in BOILERPLATE


BODY = frozenset({Label.PARAGRAPH, Label.HEADING, Label.LIST, Label.QUOTE, Label.TABLE, Label.CODE, Label.CAPTION})
FIELDS = frozenset({Label.HEADLINE, Label.DEK, Label.BYLINE, Label.DATELINE, Label.TIMESTAMP_PUBLISHED, Label.CREDIT})
BOILERPLATE = frozenset(Label) - BODY - FIELDS


@dataclass(frozen=True, slots=True)
class Given:
    """A label with its author: who gave it, on what evidence, how surely (0 to 1)."""

    label: Label
    by: str = field(kw_only=True)
    evidence: str = field(default="", kw_only=True, compare=False)
    confidence: float = field(default=1.0, kw_only=True, compare=False)


class Labelling:
    """The labels of one page's blocks. A label that is given stays: who speaks first is heard.

    >>> labels = Labelling(2)
    >>> labels.give(0, Given(Label.HEADLINE, by="a profile"))
    True
    >>> labels.give(0, Given(Label.DEK, by="a rule that came later"))
    False
    >>> labels[0].label, labels.open()
    (<Label.HEADLINE: 'headline'>, [1])
    """

    __slots__ = ("_given", "_last", "changes")

    def __init__(self, size: int) -> None:
        self._given: list[Given | None] = [None] * size
        self._last: Given | None = None  # a rule gives the same many times in a row: they share one object
        self.changes = 0  # how many labels have been given

    def __len__(self) -> int:
        return len(self._given)

    def __iter__(self) -> Iterator[Given | None]:
        return iter(self._given)

    def __getitem__(self, index: int) -> Given | None:
        return self._given[index]

    def give(self, index: int, given: Given) -> bool:
        """Label block `index`, unless it has a label; say whether it took it."""
        if self._given[index] is not None:
            return False
        self._given[index] = given
        self.changes += 1
        return True

    def give_all(self, indexes: Sequence[int], label: Label, by: str, evidence: str = "") -> None:
        """Label those of the blocks `indexes` that have no label yet."""
        given = self._last
        for index in indexes:
            if self._given[index] is None:
                if given is None or given.label is not label or given.by != by or given.evidence != evidence:
                    given = self._last = Given(label, by=by, evidence=evidence)
                self._given[index] = given
                self.changes += 1

    def open(self) -> list[int]:
        """The indexes of the blocks that have no label yet."""
        return [i for i, given in enumerate(self._given) if given is None]
