"""A printed byline cut into parts: runs of words between separators, with the labels before them read.

Nothing is judged here but signs, numbers and the words that lead to names; `cleanscrape.fields.byline_reader`
says whom each part names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from typing import Final

from cleanscrape.fields.byline_text import OTHERS_MARK, SEAM, tokens
from cleanscrape.fields.byline_words import (
    AUTHOR,
    BY,
    BY_FIRST,
    BY_FIRST_IN,
    CLOCK,
    CUT,
    JOIN,
    JOIN_IN,
    MADE,
    NOISE,
    OTHER,
    PARTICLE,
    RANK,
    ROLE,
    STOP,
    WAW_NAMES,
    WORK,
)
from cleanscrape.fields.east_asian_name import is_east_asian
from cleanscrape.fields.lettering import fold
from cleanscrape.fields.month_names import month_named
from cleanscrape.fields.person_name import is_person_name, kind_of
from cleanscrape.fields.weekday_names import weekdays_named


class Gap(IntEnum):
    """What stands between a part and the one before it."""

    START = 0
    COMMA = 1
    JOIN = 2
    BREAK = 3


class Lead(IntEnum):
    """Whom a label or a word such as "by" announces."""

    NONE = 0
    AUTHOR = 1
    OTHER = 2


@dataclass(slots=True)
class Part:
    """Words between two separators, each with its kinds.

    `every` holds the bits of all `kinds`. `joiner` is the word of a `Gap.JOIN`, with a comma before it where
    one is printed. `dated`: a date stands before. `others`: what follows says that the work is another one
    than writing ("(photos)").
    """

    words: list[str] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    every: int = 0
    gap: Gap = Gap.START
    lead: Lead = Lead.NONE
    joiner: str = ""
    dated: bool = False
    others: bool = False


_SIGNS: Final[dict[str, Gap]] = dict.fromkeys(",;،؛、，；/／" + SEAM, Gap.COMMA) | dict.fromkeys(
    "|｜•·・‧…\n<>—―-–»›►▪●_【】「」", Gap.BREAK
)
_COLONS: Final = frozenset(":：=＝")
_EQUALS: Final = frozenset("=＝")
_NUMBER = re.compile(r"\d")
_FOOTNOTE = re.compile(r"([^\W\d_]{3,})\d[\d\-/.]*")
_GLUED_YEAR = re.compile(r"\d[\d\-/.]*([A-ZÀ-ÖØ-Þ][^\W\d_]+)")
_HOUSE_NUMBER = re.compile(r"[A-Z]{2,}\d{1,3}|\d[A-Z][a-z]+")
_PHRASE: Final = MADE | OTHER | WORK | NOISE
_JOINTS: Final = BY_FIRST | AUTHOR | OTHER | JOIN
_AND: Final = frozenset("&+")
_COMMA, _JOIN, _BREAK = Gap.COMMA, Gap.JOIN, Gap.BREAK
_BEHIND: Final = "द्वारा"
"""The one word for "by" that stands behind the name too."""

# Pages in many tongues are declared as English: these are no words of English.
_NEVER_ENGLISH: Final = frozenset(("y", "e", "и", "و"))

_SHORTEST_JOINED: Final = 4
"""Letters of an Arabic word that may be "and" with a name."""


@lru_cache(maxsize=16)  # a line is asked whether it is a byline, and then who is in it
def parts(text: str, *, language: str | None = None) -> tuple[Part, ...]:
    """The parts of a byline, in order; in time linear in the text's length.

    >>> [(" ".join(p.words), p.lead.name, p.gap.name) for p in parts("Text: Ana Roe, Foto: Jon Doe")]
    [('Ana Roe', 'AUTHOR', 'START'), ('Jon Doe', 'OTHER', 'BREAK')]
    """
    return tuple(_Cutter(tokens(text), language).cut())


class _Cutter:
    """Walks over the tokens once."""

    def __init__(self, tokens: list[str], language: str | None) -> None:
        self.tokens = tokens
        self.language = language
        self.part = Part()
        self.parts: list[Part] = []
        self.after_number = False

    def cut(self) -> list[Part]:
        """Walk, and give the parts."""
        for index, token in enumerate(self.tokens):
            sign = _SIGNS.get(token)
            if sign is not None:
                self.flush(sign)
                if sign is _BREAK:
                    self.after_number = False
            elif token in _COLONS:
                self.colon(token)
            elif token == OTHERS_MARK:
                self.part.others = True
                self.flush(_COMMA)
            elif token.isalpha():
                self.word(token, index)
            elif _NUMBER.search(token):
                self.number(token)
            elif len(token) > 1 or token in _AND:
                self.word(token, index)
        self.flush(_BREAK)
        return self.parts

    def flush(self, gap: Gap) -> None:
        """Close the part; the next one comes after `gap`. Of two in a row the wider holds, but "and" holds."""
        part = self.part
        if part.words or part.others:
            for kind in part.kinds:
                part.every |= kind
            self.parts.append(part)
            self.part = Part(gap=gap)
        elif gap > part.gap and part.gap is not _JOIN and self.parts:
            part.gap = gap

    def lead(self, lead: Lead) -> None:
        """Open a part that a label announces."""
        self.flush(Gap.BREAK)
        self.part.lead = lead
        self.part.dated = self.after_number = False

    def word(self, token: str, index: int) -> None:
        """A word: of a date, a label, a joint, or a part."""
        kind = kind_of(token)
        if self.after_number and self.is_of_date(token, kind):
            return
        self.after_number = False
        if kind & BY:
            self.by(token)
        elif not (kind & _JOINTS or token[0] == "و") or not self.is_joint(token, kind, index):
            self.append(token, kind)

    def is_joint(self, token: str, kind: int, index: int) -> bool:
        """Whether the word leads to a name or joins two, and is heeded."""
        if kind & BY_FIRST and self.by_first(token, index):
            return True
        if kind & (AUTHOR | OTHER) and is_east_asian(token) and self.eastern_label(kind, index):
            return True
        if kind & JOIN and self.joins(token, kind, index):
            return True
        return token[0] == "و" and len(token) >= _SHORTEST_JOINED and self.waw(token, index)

    def append(self, word: str, kind: int) -> None:
        """Put the word into the part."""
        self.part.words.append(word)
        self.part.kinds.append(kind)

    def eastern_label(self, kind: int, index: int) -> bool:
        """A label without colon: before a name it leads, behind one it says what that one has done."""
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else ","
        if following not in _SIGNS and following not in _COLONS:
            is_other = kind & OTHER and not self.shares_label()
            self.lead(Lead.OTHER if is_other else Lead.AUTHOR)
            return True
        if self.part.words and following not in _COLONS and kind & OTHER:
            self.part.others = True
            return True
        return False

    def is_of_date(self, token: str, kind: int) -> bool:
        """Whether the word beside a number is a month, a weekday or a word of the clock."""
        if kind & (CLOCK | CUT) and (token.islower() or token.isupper()):
            return True
        name = fold(token.rstrip(".,"))
        return month_named(name, self.language) is not None or bool(weekdays_named(name))

    def number(self, token: str) -> None:
        """A number ends the part; words of a date before it go. A name that is glued to it stays."""
        before = _FOOTNOTE.fullmatch(token)
        if before and (self.part.words or is_east_asian(token)) and not self.is_of_date(before[1], 0):
            self.append(before[1], kind_of(before[1]))
            self.flush(Gap.COMMA)
            return
        if _HOUSE_NUMBER.fullmatch(token) and not self.after_number:
            self.append(token, 0)
            return
        words, kinds = self.part.words, self.part.kinds
        if not words and self.parts and self.part.gap is _COMMA:
            self.drop_weekday()
        while words and self.is_of_date(words[-1], kinds[-1]):
            words.pop()
            if kinds.pop() & CLOCK:
                break  # "on 21 January": a name may stand before it that is a month's somewhere
        self.flush(Gap.COMMA)
        self.part.dated = self.after_number = True
        behind = _GLUED_YEAR.fullmatch(token)
        if behind and not self.is_of_date(behind[1], 0):
            self.append(behind[1], kind_of(behind[1]))

    def drop_weekday(self) -> None:
        """Take the day of the week from the end of the part before the comma: "Thursday, 4 May"."""
        last = self.parts[-1]
        if len(last.words) > 1 and weekdays_named(fold(last.words[-1])):
            last.words.pop()
            last.kinds.pop()

    def by(self, token: str) -> None:
        """A word such as "by": what stands before it says whose work is meant; not so in a sentence."""
        if token == _BEHIND and self.part.words:
            self.part.lead = Lead.AUTHOR
            self.flush(Gap.COMMA)
            return
        phrase = self.pop_phrase()
        if self.part.words and not phrase:
            self.append(token, STOP)
        elif phrase & OTHER:
            self.lead(Lead.AUTHOR if self.shares_label() else Lead.OTHER)
        elif phrase or self.part.lead is not Lead.OTHER or self.part.dated:  # not so in "Photos: by …"
            self.lead(Lead.AUTHOR)

    def pop_phrase(self) -> int:
        """Take the words of a label from the end of the part; give their kinds."""
        phrase = 0
        words, kinds = self.part.words, self.part.kinds
        while words and kinds[-1] & (_PHRASE | STOP | JOIN | AUTHOR):
            phrase |= kinds.pop()
            words.pop()
        return phrase

    def by_first(self, token: str, index: int) -> bool:
        """A word such as "von": leads where nothing but words of work stands before it."""
        kinds = self.part.kinds
        before = 0
        for kind in kinds:
            if not kind & (_PHRASE | STOP | AUTHOR):
                return False
            before |= kind
        if not before & _PHRASE and not self.leads_at(token, index):
            return False
        self.part.words.clear()
        kinds.clear()
        if self.part.lead is Lead.OTHER and not before and not self.part.dated:
            return True
        self.lead(Lead.OTHER if before & OTHER else Lead.AUTHOR)
        return True

    def leads_at(self, token: str, index: int) -> bool:
        """Whether an ambiguous lead at the opening of a part leads here."""
        if self.part.gap is Gap.JOIN or (self.part.gap is Gap.COMMA and not self.part.dated):
            return False
        if self.language is not None and self.language in BY_FIRST_IN.get(token.lower(), "").split():
            return True
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else "\n"
        if following in _COLONS or following in ("\n", SEAM) or following.islower():
            return True
        return self.names_ahead(index) > 1

    def names_ahead(self, index: int) -> int:
        """How many words, up to two, could be of a name before the next separator."""
        count = 0
        for token in self.tokens[index + 1 : index + 3]:
            if token in _SIGNS or token in _COLONS or not token[0].isalpha():
                break
            kind = kind_of(token)
            if kind & (JOIN | BY) or (token[0].islower() and not (count and kind & PARTICLE)):
                break
            count += 1
        return count

    def joins(self, token: str, kind: int, index: int) -> bool:
        """Whether "and" in one of its forms joins two names here."""
        words = self.part.words
        if ("." in token or token != token.lower()) and not self.shouts(token):
            return False
        if kind & PARTICLE and words and self.part.kinds[-1] & PARTICLE and words[-1].islower():
            return False  # "von und zu"
        languages = JOIN_IN.get(token.lower())
        if languages is not None:
            ahead = self.names_ahead(index)
            known = self.language in languages.split()
            if not known and self.language is not None and token not in _NEVER_ENGLISH:
                return False
            if not ((len(words) > 1 and ahead > 1) or (known and ahead and len(words) == ahead)):
                return False
        after_comma = "" if words else ","
        self.flush(Gap.JOIN)
        self.part.joiner = after_comma + token
        return True

    def shouts(self, token: str) -> bool:
        """Whether "AND" stands among capitals, or "And" between names."""
        words = self.part.words
        if token.lower() in ("and", "und"):
            return True
        return token.isupper() and token.isalpha() and bool(words) and words[-1].isupper()

    def waw(self, token: str, index: int) -> bool:
        """Arabic "and" is written onto the word behind it."""
        if token in WAW_NAMES or not self.part.words[1:] or not self.names_ahead(index):
            return False
        self.flush(Gap.JOIN)
        self.part.joiner = "و"
        self.append(token[1:], kind_of(token[1:]))
        return True

    def colon(self, sign: str) -> None:
        """A label ends: one of an author, one of another's work, or one that is not known."""
        if not self.part.words:
            return
        label = self.pop_phrase() or self.pop_label()
        # "Posted:" and "Updated:" lead to a date.
        known = label & (AUTHOR | WORK | MADE | BY | BY_FIRST) and not label & (NOISE | OTHER)
        if known or (label & OTHER and self.shares_label()):
            self.lead(Lead.AUTHOR)
        elif sign in _EQUALS and not label & OTHER:
            self.flush(Gap.BREAK)  # "(서울=연합뉴스)"
        else:
            self.lead(Lead.OTHER)

    def pop_label(self) -> int:
        """Take an unknown label from the end of the part: a post, a word behind a name, or all of it."""
        words, kinds = self.part.words, self.part.kinds
        if not kinds[-1] & ROLE and not is_person_name(" ".join(words[:-1])):
            words.clear()
            kinds.clear()
            return 0
        words.pop()
        label = kinds.pop()
        while words and kinds[-1] & (ROLE | RANK):
            words.pop()
            label |= kinds.pop()
        return label

    def shares_label(self) -> bool:
        """Whether the label is joined to an author's ("Words and pictures"), which is taken too."""
        if not self.parts or self.part.words or self.part.gap not in (Gap.JOIN, Gap.COMMA):
            return False
        last = self.parts[-1]
        if not all(kind & (WORK | AUTHOR | MADE) for kind in last.kinds):
            return False
        self.parts.pop()
        return True
