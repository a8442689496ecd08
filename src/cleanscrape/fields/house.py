"""Houses: news agencies, papers, publishers and other organisations, as bylines name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from cleanscrape.fields.agency import bare_agency, is_domain
from cleanscrape.fields.byline_words import (
    ARTICLE,
    CUT,
    GROUP,
    HOUSE,
    HOUSE_WEAK,
    JOIN,
    NOBODY,
    NOISE,
    OTHER,
    PARTICLE,
    RANK,
    ROLE,
    STOP,
)
from cleanscrape.fields.given_name import is_given_name, opens_with_given_name
from cleanscrape.fields.person_name import folded_name, kind_of
from cleanscrape.fields.place import is_region, is_town

_LONGEST: Final = 9
"""Words in the name of an organisation ("Center for Drug Evaluation and Research")."""

_APART: Final = re.compile(r"\s*[,/|]\s*|\s[-–]\s|\s(?:und|et|and|y)\s")
_EDGE: Final = ".,:;\"'“”„«»()[]"
_GENERIC: Final = RANK | ROLE | GROUP | HOUSE | HOUSE_WEAK | NOISE | STOP | CUT | JOIN | NOBODY | ARTICLE | PARTICLE
_POSTS: Final = ROLE | RANK | NOBODY
_NEVER_OPENS: Final = ROLE | CUT | JOIN | PARTICLE
_MAY_FOLLOW: Final = HOUSE | HOUSE_WEAK | GROUP | OTHER

_SHORT: Final = 4
"""Letters of an agency that signs in small letters (dpa, epd), or of one word of it (أ ف ب)."""

_LONG: Final = 7
"""Letters of a site's name, folded, that no surname opens with by chance."""

_ARTICLES: Final = frozenset(("the", "der", "die", "das", "le", "la", "les", "el", "los", "il", "lo", "o", "het", "de"))


class Houses:
    """The houses that are known by name: agencies, and the site's own names."""

    __slots__ = ("_first", "_keys")

    def __init__(self, site_names: Iterable[str] = ()) -> None:
        self._keys: set[str] = set()
        self._first: dict[str, list[tuple[str, ...]]] = {}
        for name in site_names:
            self._learn(name)

    def _learn(self, name: str) -> None:
        words = tuple(_key(word) for word in name.split()[:_LONGEST])
        if not any(words):
            return
        bare = words[1:] if words[0] in _ARTICLES and len(words) > 1 else words
        for variant in dict.fromkeys((words, bare)):
            self._first.setdefault(variant[0], []).append(variant)
            key = folded_name("".join(variant))
            self._keys.update((key, key.removesuffix("com")))

    def is_site(self, name: str) -> bool:
        """Whether a name is the site's or its publisher's, and none that a person gave to his own site."""
        return folded_name(name) in self._keys and not opens_with_given_name(name)

    def is_of_site(self, name: str) -> bool:
        """Whether a name is the site's, or opens or ends with it ("Example Times Tax"), as in `is_site`."""
        key = folded_name(name)
        opens = any(key.startswith(own) for own in self._keys if len(own) >= _LONG)
        opens = opens or (len(first := _key(name.split(" ", 1)[0])) >= _SHORT and first in self._keys)
        last = _key(name.rpartition(" ")[2])
        closes = len(last) >= _LONG and last in self._first and last != key
        return (opens or closes or key in self._keys) and not opens_with_given_name(name)

    def knows(self, name: str) -> bool:
        """Whether this is, whole, the name of a known house."""
        return folded_name(name) in self._keys or bare_agency(name, 0, sure=False) == len(name) > 0

    def find(self, words: Sequence[str], kinds: Sequence[int]) -> tuple[int, int]:
        """Where in the words the first known house stands, as a half-open span; (0, 0) where none does.

        A name of one word counts alone, or written otherwise than the words beside it: papers and agencies
        are named as people are.

        >>> Houses(["Example Times"]).find(["Ana", "Roe", "Example", "Times"], [0, 0, 0, 0])
        (2, 4)
        """
        alone = len(words) == 1
        sited = bool(self._first) and not self._first.keys().isdisjoint(map(str.lower, words))
        listed = alone or any(kinds) or not " ".join(words).istitle()
        for start in range(len(words)) if sited or listed else ():
            end = self._site_end(words, start) if sited else start
            if end == start and (alone or _may_open_agency(words, kinds, start)):
                end = _agency_end(words, start, alone=alone)
            if end > start and (end - start > 1 or alone or _stands_out(words, start)):
                # Agencies that sign "Staff Writer" are posts here.
                return (0, 0) if all(kind & _POSTS for kind in kinds[start:end]) else (start, end)
        return 0, 0

    def _site_end(self, words: Sequence[str], start: int) -> int:
        """Where the site's name at `start` ends; `start` where it does not stand there."""
        for name in self._first.get(_key(words[start]), ()):
            if tuple(map(_key, words[start : start + len(name)])) == name:
                return start + len(name)
        return start


@lru_cache(maxsize=256)
def houses(site_names: tuple[str, ...] = ()) -> Houses:
    """The known houses on a site with these names: many pages of few sites are read."""
    return Houses(site_names)


def _may_open_agency(words: Sequence[str], kinds: Sequence[int], at: int) -> bool:
    """Whether an agency among other words may begin here: most words of names need no look at the list."""
    word = words[at]
    if kinds[at] & _NEVER_OPENS:
        return False
    if word.isupper() or "." in word[1:-1] or (len(word) <= _SHORT and not word.istitle()):
        return True
    return at + 1 < len(words) and bool(kinds[at + 1] & _MAY_FOLLOW or words[at + 1].isupper())


def _agency_end(words: Sequence[str], start: int, *, alone: bool) -> int:
    """Where the listed agency at `start` ends; `start` where none stands. Alone, a doubtful name counts too."""
    text = " ".join(words[start : start + _LONGEST])
    skipped = 4 if text[:4].lower() == "the " else 0
    at = bare_agency(text, skipped, sure=not alone)
    return start + text[:at].count(" ") + 1 if at > skipped else start


_LONGEST_PAPER: Final = 4  # words: "El Faro de Vigo"
_NO_ARTICLES: Final[frozenset[str]] = frozenset()
_PAPER_ARTICLES: Final[dict[str | None, frozenset[str]]] = {
    "fr": frozenset(("le", "la", "les")),
    "es": frozenset(("el", "la", "los", "las")),
    "it": frozenset(("il", "la", "lo", "gli")),
    "pt": frozenset(("o", "a", "os", "as")),
    "nl": frozenset(("de", "het")),
    "de": frozenset(("der", "die", "das")),
}


def is_paper(words: Sequence[str], kinds: Sequence[int], language: str | None) -> bool:
    """Whether words are a paper's name in its own language: an article with a capital, and a noun, maybe with its town.

    >>> is_paper(["Le", "Moniteur"], [0, 0], "fr"), is_paper(["Le", "Dung"], [0, 0], "vi")
    (True, False)
    >>> is_paper("El Faro de Vigo".split(), [0, 0, 0, 0], "es")
    True
    """
    articles = _PAPER_ARTICLES.get(language, _NO_ARTICLES)
    if words[0].lower() not in articles or not words[0].istitle() or is_given_name(words[1]):
        return False
    return not kinds[1] and (len(words) == 2 or (len(words) <= _LONGEST_PAPER and words[2].islower()))


def _key(word: str) -> str:
    return word.lower().strip(_EDGE)


def _stands_out(words: Sequence[str], at: int) -> bool:
    """Whether one word is written otherwise than the names beside it."""
    word = words[at]
    beside = words[at - 1] if at else words[at + 1]
    return is_domain(word) or (word.isupper() and not beside.isupper()) or (word.islower() and len(word) == 3)


def is_house_line(text: str) -> bool:
    """Whether a line is nothing but the house that signs a story, or several, with its town.

    >>> is_house_line("(AFP)"), is_house_line("AFP, MANILA"), is_house_line("XY-Redaktion"), is_house_line("Manila")
    (True, True, True, False)
    """
    first, *rest = (part.strip() for part in _APART.split(text.strip("()[] .")))
    return _is_house(first) and all(_is_house(part) or is_town(part) or is_region(part) for part in rest)


def _is_house(name: str) -> bool:
    if is_domain(name):
        return False  # it may be whence a picture comes
    return bare_agency(name, 0) == len(name) > 0 or ("-" in name and bool(kind_of(name) & GROUP) and " " not in name)


def is_house_name(words: Sequence[str], kinds: Sequence[int], *, trusted: bool = False) -> bool:
    """Whether the words name an organisation, by the words that such names are made of.

    `trusted`: they stand in an author's place, so that what opens with an article is a name, and a body of
    people is one without its house ("News Desk").

    >>> from cleanscrape.fields.person_name import kind_of
    >>> words = "Example Media Group".split()
    >>> is_house_name(words, [kind_of(word) for word in words])
    True
    """
    count = len(words)
    if count == 1:
        return is_domain(words[0])
    every = 0
    for index, (word, kind) in enumerate(zip(words, kinds, strict=True)):
        every |= kind
        if kind & STOP and word.islower() and not kind & (CUT | JOIN) and not (kind & ARTICLE and index == 0):
            return False
    if not 1 < count <= _LONGEST or every & NOISE:
        return False
    opens = kinds[0] & ARTICLE and not words[0].islower()
    own = any(not kind & _GENERIC and not word.islower() for word, kind in zip(words, kinds, strict=True))
    if not own:
        return trusted and bool(kinds[-1] & GROUP) and not words[0].islower()
    if trusted and (opens or (not every & (ROLE | OTHER) and all(word[0].isupper() for word in words))):
        return True
    body = every & (HOUSE | GROUP) or (every & HOUSE_WEAK and (count > 2 or opens))
    return bool(body) and (not kinds[-1] & ROLE or bool(kinds[-1] & GROUP))
