"""The words by which pages announce and label their furniture, in many languages.

``furniture.txt`` holds the phrases by kind and role. A heading or a line is compared as a whole: case, accents,
pictures, and counters and punctuation at its ends aside; any number stands for any other. A phrase with a slot
(``more from {}``) matches its beginning or end. Mere containment counts only for phrases that are unmistakable in a
longer line.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Final, NamedTuple

from cleanscrape.block import folded
from cleanscrape.fields.lettering import fold_line
from cleanscrape.label import Label
from cleanscrape.letters import LETTERS_AND_DIGITS, ascii_words

_LOOKED_AT: Final = 300  # characters of a line that are looked at
_LONGEST_WHOLE: Final = 120  # a longer line is no heading and no button
_MOST_IN_SLOT: Final = 14  # words that a slot takes: a linked headline, not a sentence
_MOST_IN_NAME: Final = 8  # words that the slot of a heading takes: a name or a topic
_EDGES: Final = " \t\r\n:;.,!?…|•·*+-–—−_=~»›>→➜▶►▼▲◄<‹«←#()[]{}0123456789'\"“”„‚‘’`´。！？：；、，．・／/\\"
_WORDS: Final = re.compile(r"[^\W_]+")
_KEY: Final = 2  # characters by which phrases of scripts without spaces are found
_UNSPACED: Final = re.compile(r"[\u0e00-\u0e7f\u2e80-\ud7ff]")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_ANY_NUMBER: Final = "0"
# A counter of pictures: "3 / 12"; "3/12" is a day.
_COUNTER: Final = re.compile(r"\d{1,3} (?:/|of|von|de|di|sur|van|av|из|z) \d{1,3}")
_LONGEST_COUNTER: Final = 12


class _Slotted(NamedTuple):
    fixed: str
    kind: Label
    at_end: bool  # the slot stands at the end


class _Phrases:
    """The phrases of one role: whole ones, and those with a slot by the word at their fixed end."""

    def __init__(self) -> None:
        self.whole: dict[str, Label] = {}
        self.begins: dict[str, list[_Slotted]] = {}
        self.ends: dict[str, list[_Slotted]] = {}
        self.unspaced: dict[str, list[_Slotted]] = {}  # by the characters at the fixed end

    def add_slotted(self, phrase: str, kind: Label) -> None:
        at_end = phrase.endswith("{}")
        fixed = phrase.replace("{}", "").strip()
        slotted = _Slotted(fixed, kind, at_end)
        if _UNSPACED.search(fixed):
            self.unspaced.setdefault(fixed[:_KEY] if at_end else fixed[-_KEY:], []).append(slotted)
        elif at_end:
            self.begins.setdefault(_WORDS.findall(fixed)[0], []).append(slotted)
        else:
            self.ends.setdefault(fixed.rsplit(" ", 1)[-1], []).append(slotted)

    def match(self, text: str, most: int) -> Label | None:
        """The kind of a stripped text."""
        kind = self.whole.get(text)
        if kind is not None:
            return kind
        first = _WORDS.match(text)
        if first is not None and first[0] in self.begins:
            for slotted in self.begins[first[0]]:
                if _fits(text, slotted, most):
                    return slotted.kind
        last = text.rsplit(" ", 1)[-1]
        for slotted in self.ends.get(last, ()):
            if _fits(text, slotted, most):
                return slotted.kind
        if self.unspaced and not text.isascii() and _UNSPACED.search(text):
            likely = (*self.unspaced.get(text[:_KEY], ()), *self.unspaced.get(text[-_KEY:], ()))
            return next((s.kind for s in likely if _fits(text, s, 4 * most)), None)
        return None


def _fits(text: str, slotted: _Slotted, most: int) -> bool:
    """Whether a text begins (or ends) with a phrase's fixed part at a word's edge, and its slot holds little.

    Scripts without spaces show no edges: there a part of two characters may be the beginning of a word.
    """
    fixed = slotted.fixed
    if slotted.at_end:
        if not text.startswith(fixed):
            return False
        rest, edge = text[len(fixed) :], text[len(fixed) : len(fixed) + 1]
    else:
        if not text.endswith(fixed):
            return False
        rest, edge = text[: -len(fixed)], text[-len(fixed) - 1 : -len(fixed)]
    if (not _UNSPACED.match(edge) or len(fixed) <= _KEY) and _goes_on(edge):
        return False
    return len(rest) > 0 and len(rest.split()) <= most and len(rest) <= _LONGEST_WHOLE


def _goes_on(edge: str) -> bool:
    """Whether a word goes on with a character: a letter, or the sign of a vowel."""
    return edge.isalpha() or (edge != "" and unicodedata.category(edge)[0] == "M")


class _Words:
    """All phrases, loaded once."""

    def __init__(self, text: str) -> None:
        self.heading = _Phrases()
        self.line = _Phrases()
        self.within: dict[str, list[tuple[str, Label]]] = {}
        self.within_unspaced: dict[str, list[tuple[str, Label]]] = {}  # by the first characters
        kind, role, phrases = Label.OTHER, "", self.heading
        for line in text.splitlines():
            if not line or line[0] == "#":
                continue
            if line[0] == "[":
                name, role = line[1:-1].split()
                kind = Label(name)
                phrases = self.heading if role == "heading" else self.line
            elif role == "within":
                self._add_within(line, kind)
            elif "{}" in line:
                phrases.add_slotted(line, kind)
            else:
                phrases.whole.setdefault(line, kind)

    def _add_within(self, phrase: str, kind: Label) -> None:
        if _UNSPACED.search(phrase):
            self.within_unspaced.setdefault(phrase[:_KEY], []).append((phrase, kind))
        else:
            longest = max(_WORDS.findall(phrase), key=len)
            self.within.setdefault(longest, []).append((phrase, kind))

    def inside(self, text: str) -> Label | None:
        """The kind of a folded line by an unmistakable phrase inside it."""
        within = self.within
        words = ascii_words(text, LETTERS_AND_DIGITS) if text.isascii() else _WORDS.findall(text)
        if not within.keys().isdisjoint(words):
            for word in words:
                for phrase, kind in within.get(word, ()):
                    if phrase in text:
                        return kind
        if not text.isascii() and _UNSPACED.search(text):
            unspaced = self.within_unspaced
            for at in range(len(text) - _KEY + 1):
                for phrase, kind in unspaced.get(text[at : at + _KEY], ()):
                    if text.startswith(phrase, at):
                        return kind
        return None


@cache
def _words() -> _Words:
    """The phrases, read when the first page asks: some 20,000 lines."""
    return _Words(resources.files("cleanscrape.rules").joinpath("furniture.txt").read_text(encoding="utf-8"))


def _folded(text: str) -> str:
    return folded(fold_line(text[:_LOOKED_AT]))


def _stripped(text: str) -> str:
    text = text.strip(_EDGES)
    return _NUMBER.sub(_ANY_NUMBER, text) if _NUMBER.search(text) else text


def spelling(phrase: str, *, is_whole: bool) -> str:
    """How ``furniture.txt`` writes a phrase: as it is compared, which spares reading every phrase twice.

    >>> spelling("À lire aussi : {}", is_whole=True), spelling("Last 7 days", is_whole=True)
    ('a lire aussi {}', 'last 0 days')
    """
    fixed = _folded(phrase.replace("{}", ""))
    if is_whole:
        fixed = _stripped(fixed)
    at_end, at_start = phrase.endswith("{}"), phrase.startswith("{}")
    return f"{fixed} {{}}" if at_end else f"{{}} {fixed}" if at_start else fixed


def heading_kind(text: str) -> Label | None:
    """The kind that a heading announces for what stands under it, or None for a heading of the article.

    >>> heading_kind("Recent Stories:"), heading_kind("The recent past")
    (<Label.RECENT_STORIES: 'recent-stories'>, None)
    """
    return _heading_kind(text) if len(text) <= _LONGEST_WHOLE else None


@lru_cache(maxsize=2048)  # the pages of a site have the same headings
def _heading_kind(text: str) -> Label | None:
    line = _folded(text)
    stripped = _stripped(line)
    # "More from Velmora." is a sentence; a whole phrase may end with a stop.
    most = 0 if line.endswith(".") and not line.endswith("..") else _MOST_IN_NAME
    return _words().heading.match(stripped, most) if stripped else None


_COPYRIGHT: Final = re.compile(r"^(?:copyright\b|©|\(c\)\s*\d{4})|©\s*(?:copyright\s*)?\d{4}|\bcopyright ©")


def line_kind(text: str) -> Label | None:
    """What a line that stands alone is by its own words, or None.

    >>> line_kind("© 2021 The Daily Example"), line_kind("The council met on Monday.")
    (<Label.FOOTER: 'footer'>, None)
    """
    return _line_kind(text[:_LOOKED_AT])


@lru_cache(maxsize=2048)  # several rules ask of the same line, and the pages of a site have the same ones
def _line_kind(text: str) -> Label | None:
    line = _folded(text)
    if len(line) <= _LONGEST_WHOLE:
        stripped = _stripped(line)
        kind = _words().line.match(stripped, _MOST_IN_SLOT) if stripped else None
        if kind is not None:
            return kind
        if len(line) <= _LONGEST_COUNTER and _COUNTER.fullmatch(line):
            return Label.MEDIA_CHROME
    if ("©" in line or "opyright" in line or "(c)" in line) and _COPYRIGHT.search(line):
        return Label.FOOTER
    return _words().inside(line)
