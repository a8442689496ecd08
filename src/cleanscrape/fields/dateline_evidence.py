"""What the rules of datelines weigh: the parts as read, the text after them, and what is known of the page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from cleanscrape.fields.dateline_marks import Mark, Reading
from cleanscrape.fields.day import iso_day
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.place import Standing, in_capitals, is_small, standing, written_in_cases

STALE = 45
"""Days between a printed day and publication, from which on a day is a subject rather than a dateline."""

QUOTES = "\"'“”„«»‹›‘’「『【（([*—–-• \u00a0\u200b\u200e\u200f\ufeff"
"""What may stand before the first letter of the text after a dateline."""

_BRAND = LatePattern(r"[a-zà-ž]{1,2}[A-ZÀ-Ž]|al-[A-Z]|el-[A-Z]|d'[A-Z]|de\s[A-Z]")
_GERMAN_START = LatePattern(
    r"(?:Der|Die|Das|Den|Dem|Ein|Eine|Einen|Nach|Bei|Mit|Für|Auf|Aus|Wegen|Seit|Trotz|Zwei|Drei|Mehr|Viele|Immer)\b"
)
_GERMAN = LatePattern(
    r"\b(?:der|die|das|und|ist|nicht|mit|für|auf|dem|den|ein|eine|einen|einer|einem|im|zum|zur|wird|hat|sich|von|"
    r"gegen|nach|bei|aus|als|auch|sie|wie|über|unter|durch|am|zu|werden|sind|war|vor|seit|mehr)\b"
)


@dataclass(slots=True)
class Evidence:
    """What the rules weigh: the reading, the text after it, and what is known of the page."""

    reading: Reading
    rest: str = field(kw_only=True)
    language: str | None = field(default=None, kw_only=True)
    published: dt.date | None = field(default=None, kw_only=True)
    _standing: Standing | None = field(default=None, init=False)

    @property
    def standing(self) -> Standing:
        """How much the place looks like one; `Standing.NONE` where there is none."""
        if self._standing is None:
            self._standing = standing(self.place) if self.place else Standing.NONE
        return self._standing

    @property
    def mark(self) -> Mark:
        """The kind of the mark between the parts and the text after them."""
        return self.reading.ending.mark

    @property
    def spaced(self) -> bool:
        """Whether white space follows the mark."""
        return self.reading.ending.spaced

    @property
    def place(self) -> str:
        """The place, empty where there is none."""
        return self.reading.location or ""

    @property
    def capitals(self) -> bool:
        """Whether the place is in capitals."""
        return in_capitals(self.place)

    @property
    def cased(self) -> bool:
        """Whether the place is in a script with capitals."""
        return written_in_cases(self.place)

    @property
    def first(self) -> str:
        """The first letter or digit after the mark, past quotes."""
        return self.rest.lstrip(QUOTES)[:1]

    @property
    def small(self) -> bool:
        """Whether the text goes on in small letters, as a sentence would; brands and Arabic names do not count."""
        return is_small(self.first) and not _BRAND.match(self.rest.lstrip(QUOTES))

    @property
    def german(self) -> bool:
        """Whether the text is German, by what is said of it or by its small words."""
        if self.language is not None:
            return self.language[:2] == "de"
        return _GERMAN_START.match(self.rest) is not None or len(_GERMAN.findall(self.rest)) >= 3

    @property
    def stale(self) -> bool:
        """Whether the printed day, with its year, is far from publication."""
        day = self.reading.day
        if day is None or not day.year or self.published is None:
            return False
        iso = iso_day(day, self.published)
        return iso is not None and not iso.startswith("--") and _apart(iso, self.published) > STALE


def _apart(iso: str, published: dt.date) -> int:
    return abs((dt.date.fromisoformat(iso) - published).days)
