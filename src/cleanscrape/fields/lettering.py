"""Letters and marks of printed dates and lines: one spelling for the many ways to print the same sign.

`plain` keeps the length, so that places in its result are places in the text; `fold` makes two spellings
of one word equal, `fold_line` those of a whole line.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

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

# Letters that hold an accent, a hamza or a nukta. Others that can be taken apart (Cyrillic й, Korean syllables) are
# letters of their own.
_COMPOSED = (
    (0x00C0, 0x024F),  # Latin
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x0401),  # Cyrillic Ѐ and Ё
    (0x0450, 0x0451),
    (0x0622, 0x0627),  # Arabic alefs
    (0x06C0, 0x06D3),  # Urdu
    (0x0929, 0x0934),  # Devanagari
    (0x0958, 0x095F),
    (0x09DC, 0x09DF),  # Bengali
    (0x0A33, 0x0A5E),  # Gurmukhi
    (0x1E00, 0x1FFF),  # Latin with two marks, Greek
)
# Pictures, arrows and shapes, which lines of furniture are decked with.
_PICTURES = ((0x2190, 0x21FF), (0x25A0, 0x27BF), (0x2B00, 0x2BFF), (0xFE00, 0xFE0F), (0x1F000, 0x1FAFF))

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


@cache
def _line_signs() -> dict[int, str | int | None]:
    """What each sign of a line becomes; made when the first page asks, since it holds 5,000 signs."""
    signs: dict[int, str | int | None] = {**_PLAIN, **_FOLDED}
    for first, last in _COMPOSED:
        for code in range(first, last + 1):
            if code not in signs:
                signs[code] = unicodedata.normalize("NFD", chr(code)).translate(_FOLDED)
    signs.update({code: " " for first, last in _PICTURES for code in range(first, last + 1)})
    return signs


def fold_line(text: str) -> str:
    """The text without case, accents, vowel points, regional letter shapes, pictures and typographic marks.

    >>> fold_line("À LIRE AUSSI"), fold_line("Don’t miss"), fold_line("ЕЩЁ"), fold_line("İLGİLİ")
    ('a lire aussi', "don't miss", 'еще', 'ilgili')
    """
    text = text.casefold()
    return text if text.isascii() else text.translate(_line_signs())


# No name of a month, weekday or zone is longer; hostile words shall not fill the cache.
_LONGEST = 32
