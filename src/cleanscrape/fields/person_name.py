"""Names of persons: what may be one, and how two spellings of one are found equal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleanscrape.fields.byline_words import (
    ARTICLE,
    GROUP,
    HOUSE,
    HOUSE_WEAK,
    KINDS,
    NOISE,
    NOT_IN_NAMES,
    PARTICLE,
    ROLE,
    STOP,
    SUFFIX,
    TITLE,
)
from cleanscrape.fields.east_asian_name import is_east_asian, is_east_asian_name
from cleanscrape.fields.given_name import is_given_name
from cleanscrape.fields.lettering import fold
from cleanscrape.fields.weekday_names import weekdays_named

LONGEST_NAME = 6
"""Words in a name without its particles and titles: Spanish and Lusophone names reach five."""

_LONGEST_UNCASED = 4
"""Words in a name of a script without capitals: five words and more are a sentence, which nothing else would tell."""

_MOST_PARTICLES = 4
"""Particles, titles and suffixes in a name."""

LONGEST_WORD = 30
"""Letters in a word of a name; the longest surnames on record in passports have about as many."""

# The last parts of German compounds that name an organisation: "Landesanstalt", "Bundesverband".
_COMPOUNDS = (
    "verband", "anstalt", "ministerium", "gesellschaft", "fraktion", "institut", "zeitung", "stiftung", "rundfunk",
    "redaktion", "bundesamt", "landesamt", "architekten", "agentur", "kammer",
)  # fmt: skip
_SHORTEST_COMPOUND = 7
_EDGE = ".,:;!?*\"'“”„«»‘’‹›()[]{}<>®™©†‡-–—_|/"
_QUOTES = '"“”„«»‹›'
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ`´.\-‐‑·][^\W\d_]+)*[.'’]?")
# What most names are, to be known at one look: two to four words with capitals, hyphens, apostrophes, initials.
_PLAIN_WORD = "[A-ZÀ-ÖØ-Þ](?:\\.|[a-zß-öø-ÿ]{1,29})(?:['’\\-]?[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{1,29}){0,3}"
_PLAIN = re.compile(f"{_PLAIN_WORD}(?: {_PLAIN_WORD}){{1,3}}")
_LOWER_PREFIX = re.compile(r"(?:[dlmst]['’]|[a-z]{1,3}-|van['’]|o['’])(?=\w)", re.IGNORECASE)


def kind_of(word: str) -> int:
    """The kinds of a printed word: bits of `byline_words`.

    >>> kind_of("By") == kind_of("BY:") != 0
    True
    """
    key = word.lower()
    kind = KINDS.get(key)
    if kind is None:
        if key.isalpha():
            return HOUSE if len(key) > _SHORTEST_COMPOUND and key.endswith(_COMPOUNDS) else 0
        key = key.strip(_EDGE)
        kind = KINDS.get(key, 0)
        if not kind and "/" in key:
            # "Autorin/Autor": what both halves say.
            one, _, other = key.partition("/")
            kind = KINDS.get(one, 0) & KINDS.get(other, 0)
        if not kind and "-" in key:
            # "MM-Redaktion", "Wirtschafts-Redakteur": the last part of a compound says what it is.
            kind = KINDS.get(key.rpartition("-")[2], 0) & (ROLE | GROUP | HOUSE | NOISE)
    return kind


def folded_name(name: str) -> str:
    """The name without case, punctuation and white space: equal for two spellings of one name."""
    return "".join(filter(str.isalnum, name.casefold()))


def is_person_name(text: str) -> bool:
    """Whether `text` is plausible as the full name of one person: two words or more, or an East Asian name.

    >>> is_person_name("Ana de la Fuente"), is_person_name("Staff Writer"), is_person_name("Paris")
    (True, False, False)
    """
    if len(text) > LONGEST_NAME * LONGEST_WORD:
        return False
    words = text.split()
    if words and is_east_asian(text):
        return is_east_asian_name(text)
    return is_name(words, [kind_of(word) for word in words])


def is_name(words: Sequence[str], kinds: Sequence[int], *, lower: bool = False) -> bool:
    """Whether `words`, with their `kinds`, are the full name of one person.

    `lower` lets a name be written in small letters, as users of a site write themselves.
    """
    if not any(kinds) and _PLAIN.fullmatch(" ".join(words)):
        return True
    if not 2 <= len(words) <= LONGEST_NAME + _MOST_PARTICLES or _is_no_name(words, kinds):
        return False
    counted = titles = suffixes = 0
    # "ana roe", "Ana roe"
    lower = lower and len(words) <= 3 and all(word.islower() for word in words[1:])
    lower = lower and (words[0].islower() or len(words) == 2)
    for word, kind in zip(words, kinds, strict=True):
        if kind & PARTICLE and word.islower():
            continue
        if kind & TITLE and not counted:
            titles += 1
        elif kind & SUFFIX and counted and (word.isupper() or word.istitle()):
            suffixes += 1
        elif _is_name_word(word, lower=lower and not kind):
            counted += 1
        else:
            return False
    if counted == 1 and suffixes and not titles:
        counted += words[-1].istitle()  # "Taya Iv"
    longest = _LONGEST_UNCASED if words[0].lower() == words[0].upper() else LONGEST_NAME
    return (1 if titles else 2) <= counted <= longest and not (kinds[-1] & PARTICLE and words[-1].islower())


# Arabic given names that open with the article; others with it are surnames or no names.
_WITH_ARTICLE = frozenset(("السيد", "الياس", "الحسن", "الحسين", "الطيب", "الأمين", "العربي", "الهادي", "الشيخ"))


def _is_no_name(words: Sequence[str], kinds: Sequence[int]) -> bool:
    """Whether one of the words shuts out a name."""
    every = 0
    for word, kind in zip(words, kinds, strict=True):
        if kind & STOP and word.islower() and not kind & PARTICLE:
            return True
        every |= kind
        if kind & ARTICLE and word.lower() == "the":
            return True
    if words[0].startswith("ال") and words[0] not in _WITH_ARTICLE:
        return True
    if all(len(word) == 2 and word.isupper() for word in words):
        return True  # "DE FR IT"
    if every & NOT_IN_NAMES and not _is_surname_too(words, kinds):
        return True
    if kinds[0] & ARTICLE and not words[0].islower():
        return True
    return bool(every & HOUSE_WEAK) and len(words) > 2


def _is_surname_too(words: Sequence[str], kinds: Sequence[int]) -> bool:
    """Whether a word of the page's furniture is a surname here: it stands alone behind a known given name.

    >>> from cleanscrape.fields.person_name import is_person_name
    >>> is_person_name("Anna Link"), is_person_name("Copy Link"), is_person_name("Anna Reporter")
    (True, False, False)
    """
    last = kinds[-1] == NOISE and len(words) == 2 and not kinds[0]
    return last and all(map(str.istitle, words)) and is_given_name(words[0])


def is_single_name(word: str) -> bool:
    """Whether one word may be a name alone, where the context says that it is a name.

    >>> is_single_name("Kofi"), is_single_name("Newsroom"), is_single_name("7up")
    (True, False, False)
    """
    kind = kind_of(word)
    return (
        2 <= len(word) <= LONGEST_WORD
        and not kind & (NOT_IN_NAMES | STOP | ARTICLE | TITLE)
        and not (kind & PARTICLE and word.islower())
        and word.count(".") <= 2
        and not weekdays_named(fold(word))
        and _WORD.fullmatch(word) is not None
    )


def _is_name_word(word: str, *, lower: bool) -> bool:
    """Whether a word is spelt as one of a name: a capital, or a script without capitals."""
    if len(word) > LONGEST_WORD:
        return False
    word = word.strip(_QUOTES)
    first = word[:1]
    if not first.isalpha() or not _WORD.fullmatch(word):
        return first.isalpha() and _is_marked(word)
    return not first.islower() or lower or _LOWER_PREFIX.match(word) is not None


def _is_marked(word: str) -> bool:
    """Whether a word is made of letters and the vowel signs of its script (Devanagari, Thai, Arabic)."""
    return all(c.isalpha() or not (c.isascii() or c.isspace() or c.isdigit()) for c in word)
