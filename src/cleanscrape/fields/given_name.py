"""Given names: what tells a line that is nothing but a name from one that only looks like it.

The list is evidence, never a condition: many names are not on it (``given_names.txt``), read when first needed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_EDGE: Final = ".,:;\"'“”‘’()"
_MOST_BEFORE = 12  # words of a name that are looked at, titles and initials among them
_TITLES: Final = frozenset(("dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame", "rev", "fr", "sr", "sra"))


@cache
def _names() -> frozenset[str]:
    lines = Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def opens_with_given_name(name: str) -> bool:
    """Whether the first word of a full name, past titles and initials, is a known given name.

    >>> opens_with_given_name("Dr. Anne-Sofie Roe"), opens_with_given_name("J. Robert Roe")
    (True, True)
    >>> opens_with_given_name("Case Studies"), opens_with_given_name("Anne")
    (False, False)
    """
    words = [word.strip(_EDGE).lower() for word in name.split(None, _MOST_BEFORE)[:_MOST_BEFORE]]
    first = next((word for word in words[:-1] if word not in _TITLES and len(word) != 1), words[-1] if words else "")
    return " " in name.strip() and is_given_name(first)


@cache
def given_names_of(length: int) -> tuple[str, ...]:
    """The known given names of so many letters, all of the Latin alphabet without accents, in order."""
    return tuple(sorted(name for name in _names() if len(name) == length and name.isascii() and name.isalpha()))


def is_given_name(word: str) -> bool:
    """Whether a word is a known given name: "Ana", "Anne-Sofie"."""
    word = word.lower()
    return word in _names() or word.partition("-")[0] in _names()
