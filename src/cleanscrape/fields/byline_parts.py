"""A printed byline cut into parts: runs of words between separators, with the labels before them read.

Nothing is judged here but signs, numbers and the words that lead to names; `cleanscrape.fields.byline`
says what each part names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from html import unescape
from typing import Final

from cleanscrape.fields.byline_words import (
    AUTHOR,
    BY,
    BY_FIRST,
    BY_FIRST_IN,
    CLOCK,
    CUT,
    GROUP,
    HOUSE,
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
from cleanscrape.fields.east_asian_name import has_surname, is_east_asian
from cleanscrape.fields.lettering import fold
from cleanscrape.fields.month_names import month_named
from cleanscrape.fields.person_name import kind_of
from cleanscrape.fields.weekday_names import weekdays_named

LONGEST: Final = 3000
"""Characters that are read. The longest true byline seen, of a paper with forty authors, has about 1,000."""


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

    `joiner` is the word of a `Gap.JOIN`. `dated`: a date stands before. `others`: what was in brackets
    behind says that the work is another one than writing ("(photos)").
    """

    words: list[str] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    gap: Gap = Gap.START
    lead: Lead = Lead.NONE
    joiner: str = ""
    dated: bool = False
    others: bool = False


_BEHIND: Final = "द्वारा"
"""The one word for "by" that stands behind the name too."""

_OTHERS_MARK: Final = "\ue000"
_HELD_DOT: Final = "\ue001"
_SIGNS: Final[dict[str, Gap]] = {sign: Gap.COMMA for sign in ",;،؛、，；/／\ue002"} | {
    sign: Gap.BREAK for sign in "|｜•·・‧…\n<>—―-–»›►▪●_【】「」"
}
_SIGN_CLASS = ",;،؛、，；/／\ue002|｜•·・‧…\n<>—―»›►▪●:：=＝{}\\[\\]()（）【】「」"
_TOKEN = re.compile(f"[^\\s{_SIGN_CLASS}]+|[{_SIGN_CLASS}]")
_COLONS: Final = frozenset(":：=＝")
_NUMBER = re.compile(r"\d")
_GLUED = re.compile(r"(?<=[a-zß-öø-ÿ.)])(?=[A-ZÀ-ÖØ-Þ])")
_FOOTNOTE = re.compile(r"([^\W\d_]{3,})\d[\d\-/.]*")
_GLUED_YEAR = re.compile(r"\d[\d\-/.]*([A-ZÀ-ÖØ-Þ][^\W\d_]+)")
_HOUSE_NUMBER = re.compile(r"[A-Z]{2,}\d{1,3}|\d[A-Z][a-z]+")
_PAREN = re.compile(r"[(（\[]([^()\[\]（）\n]{0,120})[)）\]]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@,;|/()<>]*@[\w.\-]+", re.IGNORECASE)
_GENDERED = re.compile(r"(?<=[a-zäöü])[:*_](in(?:nen)?)\b")
_TAG = re.compile(r"<[^<>]{0,300}>")
_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
_EASTERN_DOT = re.compile("(?<=[\u30a0-\u30ff\u3400-\u9fff])[·・‧](?=[\u30a0-\u30ff\u3400-\u9fff])")
_EASTERN_RUN = re.compile("[\u3400-\u9fff]+|[\u30a0-\u30ff]+")
_NAME_PREFIXES: Final = frozenset("mac fitz van von del des dela della saint ben abu der ten".split())
_PHRASE: Final = MADE | OTHER | WORK | NOISE
_GLUABLE: Final = ROLE | RANK | NOISE | GROUP | HOUSE | OTHER | BY


def parts(text: str, *, language: str | None = None) -> list[Part]:
    """The parts of a byline, in order. Reads the first `LONGEST` characters; linear in their number.

    >>> [(" ".join(p.words), p.lead.name, p.gap.name) for p in parts("Text: Ana Roe, Foto: Jon Doe")]
    [('Ana Roe', 'AUTHOR', 'BREAK'), ('Jon Doe', 'OTHER', 'BREAK')]
    """
    text = _cleaned(text[:LONGEST])
    tokens = _TOKEN.findall(text)
    if _GLUED.search(text):
        tokens = _unglued(tokens)
    cutter = _Cutter(tokens, language, numbered=_NUMBER.search(text) is not None)
    return cutter.cut()


def _cleaned(text: str) -> str:
    """The text without tags, addresses, bracketed asides and invisible signs."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
        if is_east_asian(text):
            text = _EASTERN_DOT.sub(_eastern_dot, text)
    if "<" in text:
        text = _TAG.sub("\n", text)
    if "&" in text:
        text = unescape(text)
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(" \ue002 ", text)
    if ":in" in text or "*in" in text or "_in" in text:
        text = _GENDERED.sub(r"\1", text)
    if "(" in text or "[" in text or "（" in text:
        text = _PAREN.sub(_bracketed, text)
    return text


def _eastern_dot(match: re.Match[str]) -> str:
    """A middle dot between two names is a separator; inside one (ジョン・スミス) it is held."""
    text, at = match.string, match.start()
    left = text[max(0, at - 8) : at]
    run = _EASTERN_RUN.match(text, at + 1, at + 9)
    before = _EASTERN_RUN.findall(left)
    if run and before and has_surname(before[-1]) and has_surname(run[0]):
        return "、"
    return _HELD_DOT


def _bracketed(match: re.Match[str]) -> str:
    """What stands for an aside in brackets: nothing, a separator with its agency, or a mark of another's work."""
    words = match[1].split()
    if not words:
        return " "
    kinds = [kind_of(word) for word in words]
    if any(kind & OTHER for kind in kinds) and not any(kind & (WORK | MADE | AUTHOR) for kind in kinds):
        return f" {_OTHERS_MARK} "
    if len(words) == 1 and words[0].istitle() and not kinds[0]:
        following = match.string[match.end() : match.end() + 2]
        if following[:1] == " " and following[1:].isupper():
            return f'"{words[0]}"'
    if any(kind & (HOUSE | GROUP) for kind in kinds) or (len(words) <= 3 and match[1].isupper()):
        return f" | {match[1]} | "
    return " , "


def _unglued(tokens: Iterable[str]) -> list[str]:
    """The tokens, with words parted that the page has glued together ("RoeStaff", "byJane")."""
    source = list(tokens)
    result: list[str] = []
    for index, token in enumerate(source):
        at = _glued_at(source, index) if len(token) > 3 else 0
        if at:
            result += (token[:at], "\n", token[at:])
        else:
            result.append(token)
    return result


def _glued_at(tokens: list[str], index: int) -> int:
    """Where the token at `index` is two words glued; 0 where it is one."""
    token = tokens[index]
    for match in _GLUED.finditer(token):
        at = match.start()
        left, right = token[:at], token[at:]
        if kind_of(left) & (BY | BY_FIRST) and index == 0:
            return at
        if len(left) < 3 or left.lower() in _NAME_PREFIXES:
            continue
        if kind_of(right) & _GLUABLE or right == "The":
            return at if index else 0
        following = tokens[index + 1 : index + 2]
        if following and following[0][0].isdigit() and month_named(fold(right), None):
            return at
        neighbours = tokens[max(0, index - 1) : index] + tokens[index + 1 : index + 2]
        if len(neighbours) == 2 and all(word[:1].isupper() for word in neighbours):
            return at
    return 0


class _Cutter:
    """Walks over the tokens once."""

    def __init__(self, tokens: list[str], language: str | None, *, numbered: bool) -> None:
        self.tokens = tokens
        self.language = language
        self.numbered = numbered
        self.part = Part()
        self.parts: list[Part] = []
        self.after_number = False

    def cut(self) -> list[Part]:
        for index, token in enumerate(self.tokens):
            sign = _SIGNS.get(token)
            if sign is not None:
                self.flush(sign)
                if sign is Gap.BREAK:
                    self.after_number = False
            elif token in _COLONS:
                self.colon()
            elif token == _OTHERS_MARK:
                self.part.others = True
                self.flush(Gap.COMMA)
            elif len(token) > 1 or token.isalpha() or token in "&+":
                self.word(token, index)
            elif token.isdigit():
                self.number(token)
        self.flush(Gap.BREAK)
        return self.parts

    def flush(self, gap: Gap) -> None:
        """Close the part; the next one comes after `gap`. Of two gaps in a row the wider holds."""
        if self.part.words or self.part.others:
            self.parts.append(self.part)
            self.part = Part(gap=gap)
        elif gap > self.part.gap:
            self.part.gap = gap
            self.part.joiner = ""

    def lead(self, lead: Lead) -> None:
        """Open a part that a label announces."""
        self.flush(Gap.BREAK)
        self.part.lead = lead
        self.after_number = False

    def word(self, token: str, index: int) -> None:
        if self.numbered and _NUMBER.search(token):
            self.number(token)
            return
        kind = kind_of(token)
        if self.after_number and self.is_of_date(token, kind):
            return
        self.after_number = False
        if kind & BY:
            self.by(token)
            return
        if kind & BY_FIRST and self.by_first(token, index):
            return
        if kind & (AUTHOR | OTHER) and is_east_asian(token) and self.eastern_label(kind, index):
            return
        if kind & JOIN and self.joins(token, kind, index):
            return
        if token[0] == "و" and len(token) > 3 and self.waw(token, index):
            return
        self.part.words.append(token.replace(_HELD_DOT, "・"))
        self.part.kinds.append(kind)

    def eastern_label(self, kind: int, index: int) -> bool:
        """A label without colon: before a name it leads, behind one it says what that one has done."""
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else ","
        if following not in _SIGNS and following not in _COLONS:
            self.lead(Lead.OTHER if kind & OTHER else Lead.AUTHOR)
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
        """A number ends the part; words of a date before it go. What is glued to it stays: a name, a house."""
        before = _FOOTNOTE.fullmatch(token)
        if before and (self.part.words or is_east_asian(token)) and not self.is_of_date(before[1], 0):
            self.append(before[1])
            self.flush(Gap.COMMA)
            return
        if _HOUSE_NUMBER.fullmatch(token) and not self.after_number:
            self.append(token)
            return
        words, kinds = self.part.words, self.part.kinds
        while words and self.is_of_date(words[-1], kinds[-1]):
            words.pop()
            kinds.pop()
        self.flush(Gap.COMMA)
        self.part.dated = self.after_number = True
        behind = _GLUED_YEAR.fullmatch(token)
        if behind and not self.is_of_date(behind[1], 0):
            self.append(behind[1])

    def append(self, word: str) -> None:
        self.part.words.append(word.replace(_HELD_DOT, "・"))
        self.part.kinds.append(kind_of(word))

    def by(self, token: str) -> None:
        """A word such as "by": what stands before it says whose work is meant; in a sentence it says nothing."""
        if token == _BEHIND and self.part.words:
            self.part.lead = Lead.AUTHOR
            self.flush(Gap.COMMA)
            return
        phrase = self.pop_phrase()
        if self.part.words and not phrase:
            self.part.words.append(token)
            self.part.kinds.append(STOP)
        elif phrase or self.part.lead is not Lead.OTHER:  # not so in "Photos: by …"
            self.lead(Lead.OTHER if phrase & OTHER else Lead.AUTHOR)

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
        if self.part.lead is Lead.OTHER and not before:
            return True
        self.lead(Lead.OTHER if before & OTHER else Lead.AUTHOR)
        return True

    def leads_at(self, token: str, index: int) -> bool:
        """Whether an ambiguous lead at the opening of a part leads here."""
        if self.language is not None and self.language in BY_FIRST_IN.get(token.lower(), "").split():
            return True
        if index + 1 == len(self.tokens) or self.tokens[index + 1] in _COLONS or self.tokens[index + 1] == "\n":
            return True
        if self.part.gap is Gap.JOIN or (self.part.gap is Gap.COMMA and not self.part.dated):
            return False
        return self.names_ahead(index) >= 2 or self.tokens[index + 1].islower()

    def names_ahead(self, index: int) -> int:
        """How many words, up to two, could be of a name before the next separator."""
        count = 0
        for token in self.tokens[index + 1 : index + 3]:
            if token in _SIGNS or token in _COLONS or token[0].islower() or not token[0].isalpha():
                break
            if kind_of(token) & (JOIN | BY):
                break
            count += 1
        return count

    def joins(self, token: str, kind: int, index: int) -> bool:
        """Whether "and" in one of its forms joins two names here."""
        words = self.part.words
        if token not in "&+" and not (token.islower() and token.isalpha()) and not self.shouts(token):
            return False
        if kind & PARTICLE and words and self.part.kinds[-1] & PARTICLE and words[-1].islower():
            return False  # "von und zu"
        languages = JOIN_IN.get(token.lower())
        if languages is not None:
            ahead = self.names_ahead(index)
            known = self.language in languages.split()
            if not ((len(words) >= 2 and ahead >= 2) or (known and ahead and len(words) == ahead)):
                return False
            if kind & CUT and self.language is not None and not known:
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
        return token.isupper() and bool(words) and words[-1].isupper() and token.lower() not in JOIN_IN

    def waw(self, token: str, index: int) -> bool:
        """Arabic "and" is written onto the word behind it."""
        if len(self.part.words) < 2 or token in WAW_NAMES or self.names_ahead(index) < 1:
            return False
        self.flush(Gap.JOIN)
        self.part.joiner = "و"
        self.append(token[1:])
        return True

    def colon(self) -> None:
        """A label ends: one of an author, one of another's work, or one that is not known."""
        words, kinds = self.part.words, self.part.kinds
        if not words:
            return
        label = self.pop_phrase()
        if not label:
            while words:  # a label that is not known, or made of other words
                words.pop()
                label |= kinds.pop()
        # "Posted:" and "Updated:" lead to a date.
        known = label & (AUTHOR | WORK | MADE | BY | BY_FIRST) and not label & (OTHER | NOISE)
        self.lead(Lead.AUTHOR if known else Lead.OTHER)
