"""Letters and marks of printed dates: one spelling for the many ways to print the same sign.

`plain` keeps the length, so that places in its result are places in the text; `fold` makes two spellings
of one word equal.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from cleanscrape.fields.late_pattern import LatePattern

_MARKS = {
    "-": "‐‑‒–—―−﹣－",
    "'": "’‘ʼʻ′＇`´׳",
    '"': "“”„«»״",
    ",": "、،，",
    ".": "。．॰।۔",
    ":": "：∶﹕",
    "/": "／⁄",
    "(": "（【「『〔［",
    ")": "）】」』〕］",
    "|": "｜•·・‧∙●│┃…",
    "+": "＋",
    "@": "＠",
    # All white space, and marks that no reader sees: zero-width space, byte order mark, directions.
    " ": "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f"
    "\u205f\u3000\u200b\ufeff\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069",
}
# Zeros of the scripts that news sites print numbers in; the other nine digits follow each.
_ZEROS = "٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀០᠐０"
_PLAIN = str.maketrans(
    {mark: sign for sign, marks in _MARKS.items() for mark in marks}
    | {chr(ord(zero) + digit): str(digit) for zero in _ZEROS for digit in range(10)}
)

# What a reader does not need in order to know the word: accents, vowel points, joiners, nukta.
_SILENT = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x0300, 0x036F),  # accents
    (0x0591, 0x05C7),  # Hebrew points
    (0x0640, 0x0640),  # Arabic tatweel
    (0x064B, 0x0655),  # Arabic vowels and hamza
    (0x0670, 0x0670),  # Arabic small alef
    (0x093C, 0x093C),  # nukta: Devanagari, Bengali, Gurmukhi
    (0x09BC, 0x09BC),
    (0x0A3C, 0x0A3C),
    (0x200C, 0x200D),  # zero-width joiners
)
_FOLDED: dict[int, str | None] = {
    code: None for first, last in _SILENT for code in range(first, last + 1)
} | str.maketrans({"ı": "i", "ی": "ي", "ى": "ي", "ې": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ة": "ه", "ۃ": "ه"})

WORD = r"[^\s!-@\[-`{-~]+"
"""A run of what is neither white space, digit nor ASCII punctuation: letters with their vowel signs."""

WORD_AT = LatePattern(WORD)


def plain(text: str) -> str:
    """`text` with typographic dashes, quotes, stops and brackets, and the digits of all scripts, as ASCII.

    The length stays.
    """
    return text if text.isascii() else text.translate(_PLAIN)


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    """The word without case and silent marks, for a word that is not all ASCII."""
    return unicodedata.normalize("NFD", word.casefold()).translate(_FOLDED)


def fold(word: str) -> str:
    """The word without case, accents, vowel points and regional letter shapes.

    >>> fold("MÄRZ"), fold("Kasım"), fold("Décembre")
    ('marz', 'kasim', 'decembre')
    """
    return word.lower() if word.isascii() else _folded(word[:_LONGEST])


# No name of a month, weekday or zone is longer; hostile words shall not fill the cache.
_LONGEST = 32
