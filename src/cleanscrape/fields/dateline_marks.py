"""The marks between the parts of a dateline and after it, and the reading that comes of the parts."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from cleanscrape.fields.day import Day
from cleanscrape.fields.late_pattern import LatePattern

DASHES = r"\-‐‑‒–—―−─"
"""Every dash that newsrooms use, for a class of a pattern."""

GLUE = LatePattern(rf"\s*((?:[.,،:]?\s?[{DASHES}]{{1,3}}|\.,|[.,،፣;:|/۔]|))\s*")
"""What may stand between two parts."""

BRACKET = LatePattern(r"\(([^()\[\]]{1,90})\)|\[([^()\[\]]{1,90})\]|[«“\"]([^«»“”\"()]{2,40})[»”\"]")
SLASHED = LatePattern(r"\s*[.,]?\s*/\s?([^/\n]{2,60}?)\s?/(?!\w)")
STRONG_CLOSE = LatePattern(rf"\s?(?:[{DASHES}:|/։।۔]|\.(?=\s|[{DASHES}]|$))")
"""What closes a part after a strong mark: another strong mark."""

NAME_CLOSE = LatePattern(rf"\s?(?:[{DASHES}(/\[:։।۔]|,\s|\.(?=[\s-])|$)")
"""What closes a place or a day that stands later: any mark, or a bracket."""

GATE = LatePattern(rf"[ \u00a0\u202f\t]*(?:[,.:;|/(\[«،፣።۔।։∙·•{DASHES}]|\d|\n|$|[a-zäöü]{{3,5}}\s\|\s)")
"""What joins the first name of a text to another part, or closes it."""

AFTER_BRACKET = LatePattern(r"\s*(?:[-–—―－]{1,2}|=|＝)?\s*[：:]?\s*")
"""What may follow a bracket of a Chinese, Japanese or Korean house."""

BLANKS = frozenset(" \u00a0\u202f\t")

_MARK = LatePattern(
    rf"\s*((?:[.,:;،]?\s?(?:[{DASHES}]{{1,3}}|[|/=;:։∙]|>>?|»)(?:\s?[{DASHES}:.]{{1,2}})?|(?<=\s)[·•](?=\s))|[.।۔:;،,։]|)(\s*)"
)


class Mark(Enum):
    """What stands between a dateline and the text after it."""

    NONE = "none"
    LINE = "line"
    COMMA = "comma"
    STOP = "stop"
    COLON = "colon"
    BAR = "bar"
    DOT = "dot"
    DASH = "dash"


class Ending(NamedTuple):
    """The mark after a dateline: its kind, where the text after it begins, and how it is set."""

    mark: Mark
    rest: int
    spaced: bool = True
    """White space follows the mark."""
    hyphen: bool = False
    """The mark is one hyphen."""


class Reading(NamedTuple):
    """The parts as read. `end` is where the last part ends.

    `bracketed`: the credit, or a lone day, stands in brackets or slashes. `known`: one of the agencies is
    listed; `shaped`: none is, but it stands or looks like one. `site_first`: a site's name opens the dateline.
    """

    start: int
    end: int
    ending: Ending
    location: str | None = None
    agencies: tuple[str, ...] = ()
    day: Day | None = None
    reporter: str | None = None
    known: bool = False
    shaped: bool = False
    bracketed: bool = False
    site_first: bool = False


def ending_at(text: str, end: int) -> Ending:
    """The mark that follows `end`.

    >>> ending_at("OSLO (NTB). - The", 10)
    Ending(mark=<Mark.DASH: 'dash'>, rest=14, spaced=True, hyphen=False)
    """
    match = _MARK.match(text, end)
    if match is None:
        return Ending(Mark.NONE, end)
    sign = match[1]
    return Ending(_kind(sign, text[end : match.end()]), match.end(), bool(match[2]), sign == "-")


def _kind(sign: str, between: str) -> Mark:
    kinds = ((DASHES, Mark.DASH), ("·•", Mark.DOT), ("|/=;>»∙", Mark.BAR), (":։", Mark.COLON), (".।۔", Mark.STOP))
    for signs, mark in kinds:
        if any(c in signs for c in sign):
            return mark
    if sign:
        return Mark.COMMA
    return Mark.LINE if "\n" in between else Mark.NONE


class Found(NamedTuple):
    """What a Chinese, Japanese or Korean dateline holds."""

    location: str | None = None
    agencies: tuple[str, ...] = ()
    day: Day | None = None
    reporter: str | None = None

    def reading(self, text: str, span: tuple[int, int], after: LatePattern = AFTER_BRACKET) -> Reading:
        """The reading of this, which stands at `span` of the text; `after` is what may follow it."""
        match = after.match(text, span[1])
        ending = Ending(Mark.BAR, match.end() if match else span[1])
        return Reading(*span, ending, self.location, self.agencies, self.day, self.reporter, known=True)
