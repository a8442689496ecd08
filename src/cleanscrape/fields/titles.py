"""What a page declares its title to be: JSON-LD, microdata, Open Graph, ``<title>``; and the names of its site, which
such titles end or begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from cleanscrape.address import address_parts, original
from cleanscrape.fields.wording import held, words
from cleanscrape.linked import first, plain
from cleanscrape.reading import Reading

_EAST_ASIAN: Final = "\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef"
_SEPARATORS: Final = re.compile(
    r"\s+[|\-–—»·•:<>~／]+\s+|\s*[|｜»]\s*|(?<!_)_+(?=[^\s_])|\s*::\s*"
    rf"|(?<=[{_EAST_ASIAN}])\s?-+\s?(?=[{_EAST_ASIAN}A-Z])"  # scripts without spaces have none beside a dash either
)
_SHORTEST_LABEL: Final = 4  # letters of a part of a host's name that may be the site's name
_LAST_OF_WORDS: Final = "\u0dff"  # the scripts behind it write without spaces
_SHORT: Final = 3  # words of a last part that may be a section
_LONGEST_NAME: Final = 6  # words of a site's name with a word or two beside it


class Title(NamedTuple):
    """A declared title without the site's name: its witness, its text, its words; and without what may be a section."""

    witness: str
    text: str
    words: list[str]
    bare: str


class Titles(NamedTuple):
    """The declared titles of a page, the most exact witness first, and the names of its site as words."""

    declared: list[Title]
    names: list[list[str]]


def titles_of(reading: Reading) -> Titles:
    """What the page declares its title to be, site names off, and what its site is called."""
    linked = reading.page.linked
    meta = linked.meta
    written = plain(linked.article.get("headline"))
    raw = (
        ("json-ld", written),  # written for this article alone
        ("microdata", None if written else first(linked.microdata.get("headline"))),  # costs most of all
        ("meta", first(meta.get("og:title"))),  # often with the site's name behind it
        ("meta", first(meta.get("twitter:title"))),
        ("title", linked.title),  # nearly always with it
    )
    names = site_names(reading)
    declared: list[Title] = []
    known: dict[str, Title] = {}
    for witness, given in raw:
        title = " ".join((given or "").split())
        if title:
            if title not in known:
                text = without_name(title, names)
                known[title] = Title(witness, text, words(text), without_section(text))
            declared.append(known[title]._replace(witness=witness))
    if linked.title:
        names += _beside(words(linked.title), declared)
    return Titles(declared, names)


def _beside(title: list[str], declared: Sequence[Title]) -> list[list[str]]:
    """What the page's title holds before or behind another declared title: the name of the site, if anything."""
    for said in (title.words for title in declared):
        if 1 < len(said) < len(title):
            if title[-len(said) :] == said:
                return [title[: -len(said)]]
            if title[: len(said)] == said:
                return [title[len(said) :]]
    return []


def site_names(reading: Reading) -> list[list[str]]:
    """The words of the site's names: as it calls itself, and its host; read once."""
    known: list[list[str]] | None = reading.memo.get("site names")
    if known is None:
        known = reading.memo["site names"] = _site_names(reading)
    return known


def _site_names(reading: Reading) -> list[list[str]]:
    linked = reading.page.linked
    host = (address_parts(original(reading.base())).hostname or "").removeprefix("www.")
    labels = host.split(".")
    found = [
        first(linked.meta.get("og:site_name")),
        plain(linked.article.get("publisher")),
        *(".".join(labels[at:]) for at in range(len(labels) - 1)),  # the host and the domains that it stands in
        *(label for label in labels[:-1] if len(label) >= _SHORTEST_LABEL),
    ]
    return [words(name) for name in dict.fromkeys(found) if name]


def without_name(title: str, names: Sequence[list[str]]) -> str:
    """A title without the site's name at its end or beginning, and what stands between the two.

    >>> without_name("Rain stops play - Sport - The Daily Example", [["daily", "example"]])
    'Rain stops play'
    """
    parts = _SEPARATORS.split(title)
    if len(parts) == 1:
        return title
    named = [is_site_name(words(part), names) for part in parts]
    if any(named[1:]):
        kept = 1 + named[1:].index(True)
        while kept > 1 and len(words(parts[kept - 1])) <= 2 < len(words(parts[0])):
            kept -= 1  # "Sport" between the title and the site's name
        return _first_parts(title, parts, kept)
    return title[title.index(parts[1]) :] if named[0] else title


def without_section(title: str) -> str:
    """A title without its last part, where that is so short that it may be a section, or a name that nobody declares.

    >>> without_section("Rain stops play for hours - Sport")
    'Rain stops play for hours'
    """
    parts = _SEPARATORS.split(title)
    if len(parts) > 1 and _count(parts[-1]) <= _SHORT < _count(" ".join(parts[:-1])):
        return _first_parts(title, parts, len(parts) - 1)
    return title


def _count(text: str) -> float:
    """The words of a text; of a script without spaces two characters are one."""
    return sum(0.5 if len(word) == 1 and word > _LAST_OF_WORDS else 1 for word in words(text))


def _first_parts(title: str, parts: Sequence[str], kept: int) -> str:
    end = title.index(parts[kept - 1], sum(map(len, parts[: kept - 1]))) + len(parts[kept - 1])
    return title[:end]


def is_site_name(folded: list[str], names: Iterable[list[str]]) -> bool:
    """Whether some words are a name of the site, alone or with a word or two beside it."""
    if not folded:
        return False
    joined = "".join(folded)
    most = len(folded) if len(folded) < _LONGEST_NAME else 0
    return any(joined == "".join(name) or (1 < len(name) <= most and held(name, folded) == 1) for name in names)
