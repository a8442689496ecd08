"""Names with what is printed behind or before them without a separator: posts, places, houses, degrees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cleanscrape.fields.byline_words import (
    CUT,
    DEGREE,
    GROUP,
    HOUSE,
    JOIN,
    NOISE,
    PARTICLE,
    RANK,
    RANK_WEAK,
    ROLE,
    STOP,
    TITLE,
)
from cleanscrape.fields.given_name import opens_with_given_name
from cleanscrape.fields.person_name import is_name

_IN_POSTS: Final = RANK | RANK_WEAK | GROUP | HOUSE
_NOSENTENCE: Final = CUT | PARTICLE | JOIN | ROLE | _IN_POSTS
_CAPITALISED_CUTS: Final = frozenset(("For", "In", "At", "From", "With"))
_DEGREES: Final = frozenset(("PhD", "Esq", "BSc", "MSc", "PharmD", "DPhil"))

SENTENCE: Final = 4
"""Small words that no name and no post has, from which on words are taken for a sentence."""


class NameAndPost(NamedTuple):
    """What words hold: `name` is empty where there is none; `post` None where there is none.

    A post without a name is a post alone. `end` is where a place, a house or the page's furniture begins.
    """

    name: str
    post: str | None
    end: int


def split_post(words: Sequence[str], kinds: Sequence[int], *, lower: bool = False) -> NameAndPost:
    """The name and the post in words that stand between two separators; `lower` as in `is_name`.

    >>> from cleanscrape.fields.person_name import kind_of
    >>> words = "Ana Roe Senior Health Reporter in Ulm".split()
    >>> split_post(words, [kind_of(word) for word in words])
    NameAndPost(name='Ana Roe', post='Senior Health Reporter', end=5)
    """
    if not any(kinds):
        return NameAndPost(" ".join(words) if is_name(words, kinds, lower=lower) else "", None, len(words))
    end = _end(words, kinds)
    posts = [i for i in range(end) if kinds[i] & ROLE]
    if not posts:
        name = " ".join(words[:end]) if is_name(words[:end], kinds[:end], lower=lower) else ""
        return NameAndPost(name, None, end)
    first, behind = posts[0], posts[-1] + 1
    start = first
    while start and kinds[start - 1] & _IN_POSTS:
        start -= 1
    if not kinds[0] & (RANK | RANK_WEAK):
        for at in range(max(start, 2), first + 1):
            if is_name(words[:at], kinds[:at]):
                return NameAndPost(" ".join(words[:at]), " ".join(words[at:end]), end)
    if is_name(words[behind:end], kinds[behind:end]):
        return NameAndPost(" ".join(words[behind:end]), " ".join(words[:behind]), end)
    return NameAndPost("", " ".join(words[:end]), end)


def _end(words: Sequence[str], kinds: Sequence[int]) -> int:
    """Where a name and a post end, before a place, a house or the page's furniture."""
    for index in range(1, len(words)):
        kind, word = kinds[index], words[index]
        if kind & CUT and not kind & TITLE and (word.islower() or (index > 1 and word in _CAPITALISED_CUTS)):
            return index
        if word in _CAPITALISED_CUTS and index + 1 == len(words):
            return index  # "Ana In", before a section that is gone
        if index > 1 and kind & NOISE and "-" not in word:
            return index
        if index > 1 and word == "The" and opens_with_given_name(" ".join(words[:index])):
            return index  # "Ana Roe The Daily Example"
        is_rank = kind & RANK and not kinds[index - 1] & ROLE
        if index > 1 and is_rank and index + 1 < len(words) and kinds[index + 1] & CUT:
            return index  # "Ana Roe Special to The Example"
    return len(words)


def is_sentence(words: Sequence[str], kinds: Sequence[int]) -> bool:
    """Whether the words are of a sentence: small ones that no name and no post has.

    Words of which none is a `STOP` and that are fewer than `SENTENCE` are never one.
    """
    small = stops = 0
    for word, kind in zip(words, kinds, strict=True):
        if word.islower() and not kind & _NOSENTENCE:
            small += 1
            stops += bool(kind & STOP)
    return stops > 1 or (stops == 1 and small > 1) or small >= SENTENCE


def is_degree(word: str, kind: int) -> bool:
    """Whether the word is a degree, written as such words are: in capitals or with stops."""
    return bool(kind & DEGREE) and (word.isupper() or "." in word or word in _DEGREES)


def without_degrees(words: list[str], kinds: list[int], *, ahead: bool = False) -> tuple[list[str], list[int]]:
    """The words without the degrees behind a name; a name in capitals keeps what may be its own.

    `ahead`: degrees that stand first are of a name before them ("Ana Roe, MA Example Health News").
    """
    while ahead and len(words) > 1 and is_degree(words[0], kinds[0]):
        words, kinds = words[1:], kinds[1:]
    end = len(words)
    while end > 2 and is_degree(words[end - 1], kinds[end - 1]) and not words[0].isupper():
        end -= 1
    return words[:end], kinds[:end]
