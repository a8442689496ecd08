"""Where a house that is on no list signs a dateline: by its place among the other parts; and brackets with a place."""

from __future__ import annotations

from typing import NamedTuple

from cleanscrape.fields.agency import has_news_word
from cleanscrape.fields.dateline_marks import DASHES, GLUE, STRONG_CLOSE
from cleanscrape.fields.day import Day, day_at
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.place import in_capitals, is_region, is_town, name_end, written_in_cases

_CAPITALS = LatePattern(r"[^\W\d_a-zа-я]{2,10}(?:-[^\W\d_a-zа-я]{2,10})?\Z")
_DASH = LatePattern(rf"\s?[{DASHES}]")
_STOP = LatePattern(r"\.\s")
_BAR = LatePattern(r"\s?\|")
LONGEST = 3
"""Words of the longest house that is taken without brackets and without being on the list."""


class Before(NamedTuple):
    """What stands before the house: the part and its text, the mark after it, and whether a day has been read."""

    part: str
    text: str
    mark: str


def unlisted_house(text: str, pos: int, before: Before, language: str | None = None) -> int:
    """Where the house ends that signs at `pos` by its place alone; `pos` where none does.

    >>> unlisted_house("GABORONE, Nov 3, Pulawire - The", 17, Before("day", "Nov 3", ","))
    25
    """
    end = name_end(text, pos)
    if end == pos or len(text[pos:end].split()) > LONGEST:
        return pos
    signs = _after_day if before.part == "day" else _after_place
    return end if signs(text, (pos, end), before, language) else pos


def _after_day(text: str, span: tuple[int, int], before: Before, _language: str | None) -> bool:
    """DAY, Name –; DAY — Name. Text; DAY. NAME –; DAY NAME –"""
    pos, end = span
    capitals = _CAPITALS.match(text[pos:end]) is not None
    if before.mark == ",":
        return STRONG_CLOSE.match(text, end) is not None
    if before.mark == ".":
        return capitals and STRONG_CLOSE.match(text, end) is not None
    if before.mark == "":
        return capitals and _DASH.match(text, end) is not None
    return _STOP.match(text, end) is not None


def _after_place(text: str, span: tuple[int, int], before: Before, language: str | None) -> bool:
    """Place, NAME –; Place, Name Press –; PLACE | Name |; PLACE. NAME –; place - name - in scripts without case."""
    pos, end = span
    name, place = text[pos:end], before.text.rpartition(", ")[2]
    if is_region(name) or is_town(name):
        return False
    if before.mark == "|":
        return _BAR.match(text, end) is not None
    if not STRONG_CLOSE.match(text, end):
        return False
    capitals = _CAPITALS.match(name) is not None and len(name) > 2
    if before.mark in (",", "،"):
        return has_news_word(name) or (capitals and not in_capitals(place) and written_in_cases(place))
    dashed = _DASH.match(text, end) is not None
    if before.mark == ".":
        return capitals and dashed and is_town(place)
    if not written_in_cases(place):
        return is_town(place)
    return dashed and (has_news_word(name) or _day_follows(text, end, language))


def _day_follows(text: str, end: int, language: str | None) -> bool:
    glue = GLUE.match(text, end)
    return glue is not None and day_at(text, glue.end(), language=language) is not None


def placed_bracket(content: str, language: str | None = None) -> tuple[int, Day | None] | None:
    """Where the place in a bracket ends, with its region, and the day after it; None for any other bracket.

    >>> placed_bracket("Geneva, Switzerland, May 1, 2022")
    (19, Day(year=2022, month=5, day=1, end=11))
    """
    name, _, more = content.partition(",")
    if not is_town(name.strip()):
        return None
    region = more.split(",")[0]
    end = len(name) + 1 + len(region) if more and is_region(region.strip()) else len(name)
    rest = content[end:].lstrip(" ,")
    found = day_at(rest, 0, language=language) if rest else None
    return None if rest and found is None else (end, found)
