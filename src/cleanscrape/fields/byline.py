"""The byline: who wrote the article, read from a printed line or from declared values.

What is read: people in the order of naming, their posts, and organisations. What is not known to name a
person is left away: unknown is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from cleanscrape.article import Author, Byline
from cleanscrape.fields.byline_parts import LONGEST, Gap, Lead, Part, parts
from cleanscrape.fields.byline_words import (
    AUTHOR,
    CUT,
    DEGREE,
    GROUP,
    HOUSE,
    MADE,
    NOBODY,
    NOISE,
    NOT_IN_NAMES,
    OTHER,
    PARTICLE,
    RANK,
    RANK_WEAK,
    ROLE,
    STOP,
    SUFFIX,
    WORK,
)
from cleanscrape.fields.east_asian_name import is_east_asian, read_east_asian
from cleanscrape.fields.house import Houses, houses, is_house_name
from cleanscrape.fields.person_name import folded_name, is_name, is_person_name, is_single_name, kind_of

__all__ = ["is_person_name", "read_author_names", "read_byline"]

_MOST_VALUES: Final = 500
"""Declared values that are read; papers of large collaborations declare more, and nobody needs them."""

_MOST_LINKS: Final = 40
"""Links of a byline that are looked at."""

_ACRONYM: Final = 5
"""Capitals up to which a single word is taken for an organisation (TPN, UNHCR)."""

_LONGEST_HOUSE: Final = 80
"""Characters of a site's name."""

_SHORT: Final = 3
"""Characters of an initial or a suffix with its full stop."""

_LABELS: Final = AUTHOR | WORK | MADE | OTHER
_IN_ROLE: Final = RANK | RANK_WEAK | GROUP | HOUSE
_QUOTES: Final = "\"'“”„«»‹›*,.:;-–—|/ "
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|i)?|auteurs?|autore|forfatter|by|av|profiles?|profil|people|person|staff|team|"
    r"contributors?|journalists?|columnists?|writers?|reporters?|users?|u|redaktion|redaktor|correspondents?)[/\-]|/@",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"\s*((?:(?:van|von|de|der|den|di|da|del|la|le) ){0,3}[^\W\d_][^\W\d_'’\-]+),\s*"
    r"([^\W\d_][^\W\d_'’\-]+(?:\s[^\W\d_]\.?){0,2}|(?:[^\W\d_]\.\s?){1,3})\s*"
)


def read_byline(
    raw: str,
    *,
    language: str | None = None,
    site_names: Sequence[str] = (),
    urls: Mapping[str, str] | None = None,
) -> Byline | None:
    """The people and organisations that a printed byline names; None where it names nobody.

    `language` is the page's base language (``de``); `site_names` are names of the site and its publisher,
    which are organisations, never persons; `urls` gives the addresses of the links in the byline by their
    text. Line breaks in `raw` part what stands on different lines.

    >>> byline = read_byline("By Ana Roe, Science Editor, and Jon Doe | Reuters | 12 March 2021")
    >>> [(a.name, a.role) for a in byline.authors], byline.organisations
    ([('Ana Roe', 'Science Editor'), ('Jon Doe', None)], ('Reuters',))
    """
    links = {" ".join(text.split()): url for text, url in list(urls.items())[:_MOST_LINKS]} if urls else {}
    known = houses(tuple(site_names))
    reader = _Reader(known, language=language, urls=links)
    reader.read(_upright(_with_links_apart(raw[:LONGEST], links), known))
    if not reader.people and not reader.organisations:
        return None
    return Byline(
        " ".join(raw.split()), authors=tuple(reader.people), organisations=tuple(reader.organisations)
    )


def read_author_names(
    values: Sequence[str | Mapping[str, object]], *, site_names: Sequence[str] = ()
) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """People and organisations that a page declares as authors.

    `values` are what JSON-LD's ``author``, ``<meta name=author>``, ``rel=author`` and the like hold: names,
    lists of names in one string, whole bylines, addresses (which name nobody), and nodes of linked data
    (``@type``, ``name``, ``url``, ``jobTitle``), nested or not.

    >>> read_author_names([{"@type": "Person", "name": "Ana Roe"}, "Example Newsroom"])
    ((Author(name='Ana Roe', url=None, role=None),), ('Example Newsroom',))
    """
    reader = _Reader(houses(tuple(site_names)), declared=True)
    for value in _declared(values):
        if isinstance(value, str):
            reader.read(_upright(value[:LONGEST], reader.houses))
        else:
            reader.read_node(value)
    return tuple(reader.people), tuple(reader.organisations)


def _declared(values: Sequence[object]) -> Iterator[str | Mapping[str, object]]:
    """Strings and nodes in the order of the page, out of lists and nodes that hold them."""
    pending = list(values)[:_MOST_VALUES][::-1]
    for _ in range(_MOST_VALUES):
        if not pending:
            return
        value = pending.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            inner = next((value[k] for k in ("@list", "@set", "@graph", "author") if value.get(k)), None)
            if inner is None:
                yield value
            else:
                pending.append(inner)
        elif isinstance(value, Sequence):
            pending.extend(list(value)[:_MOST_VALUES][::-1])


def _upright(value: str, houses: Houses) -> str:
    """The value, with names that stand surname first ("Roe, Ana; Doe, Jon") turned round."""
    if "," not in value:
        return value
    found = [_INVERTED.fullmatch(piece) for piece in value.split(";")]
    turned = [f"{m[2].strip()} {m[1]}" for m in found if m and not _speaks(m, houses)]
    return "; ".join(turned) if len(turned) == len(found) else value


def _speaks(match: re.Match[str], houses: Houses) -> bool:
    """Whether one side of the comma is no part of a name."""
    if houses.knows(match[1]) or houses.knows(match[2]):
        return True
    return any(kind_of(word) & NOT_IN_NAMES for word in (match[1].split()[-1], *match[2].split()))


def _with_links_apart(raw: str, links: Mapping[str, str]) -> str:
    """The byline, with separators around the names that are links: pages glue posts and hover text to them."""
    for text in sorted(links, key=len, reverse=True):
        if not is_person_name(text):
            continue
        if text in raw:
            raw = raw.replace(text, f";{text};")
        elif " " in text:
            raw = re.sub(r"\s+".join(map(re.escape, text.split())), lambda _, name=text: f";{name};", raw)
    return raw


class _Reader:
    """Reads parts in order and keeps whom they name."""

    def __init__(
        self,
        houses: Houses,
        *,
        language: str | None = None,
        urls: Mapping[str, str] | None = None,
        declared: bool = False,
    ) -> None:
        self.people: list[Author] = []
        self.organisations: list[str] = []
        self.houses = houses
        self.language = language
        self.urls = urls or {}
        self.declared = declared
        self.begin()

    def begin(self) -> None:
        """Forget the last text's state."""
        self.mode = Lead.NONE
        self.led = False  # a label has announced an author
        self.named = False  # somebody has been named since the last label
        self.prose = False  # within a sentence
        self.single = False  # the last name was a single word
        self.house_last = False  # what was named last is an organisation
        self.roleless = 0  # where in `people` those begin whom the next post belongs to

    def read(self, text: str) -> None:
        """Read one byline or declared value."""
        self.begin()
        if len(text) <= _LONGEST_HOUSE and self.houses.is_site(folded_name(text)):
            self.add_organisation(text)
            return
        for part in parts(_halved(text), language=self.language):
            self.read_part(part)

    def read_node(self, node: Mapping[str, object]) -> None:
        """Read one node of linked data."""
        name, url, role = _name_of(node), _url_of(node), node.get("jobTitle")
        if not name:
            return
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if "Person" not in kinds and any(isinstance(k, str) and "Organization" in k for k in kinds):
            self.add_organisation(name)
            return
        before = len(self.people)
        self.read(_upright(name[:LONGEST], self.houses))
        if len(self.people) == before + 1:
            author = self.people[before]
            role = role if isinstance(role, str) and role.strip() else author.role
            self.people[before] = replace(author, url=url, role=role)

    def read_part(self, part: Part) -> None:
        self.turn(part)
        if part.gap is not Gap.JOIN:
            self.house_last = False
        words, kinds = part.words, part.kinds
        if not words or self.prose:
            return
        if self.mode is Lead.OTHER or part.others:
            self.named = True
            return
        text = " ".join(words)
        if is_east_asian(text):
            self.read_eastern(text)
        elif not self.is_label(words, kinds):
            self.read_words(*self.unlabelled(words, kinds), part)

    def turn(self, part: Part) -> None:
        """Follow labels and separators: whose names come now."""
        if part.lead is not Lead.NONE:
            self.mode, self.named, self.prose = part.lead, False, False
        elif part.gap is Gap.BREAK:
            self.prose = False
            if self.named:
                self.mode = Lead.NONE
        elif self.mode is Lead.OTHER and part.dated:
            self.mode = Lead.NONE
        if part.gap is not Gap.JOIN:
            self.single = self.single and part.gap is Gap.COMMA

    def is_label(self, words: list[str], kinds: list[int]) -> bool:
        """Whether the part is nothing but a label, such as a line "Written by"; heed it."""
        every = 0
        for kind in kinds:
            if not kind & _LABELS:
                return False
            every |= kind
        if every & OTHER and not every & (AUTHOR | MADE):
            self.mode, self.named = Lead.OTHER, False
        elif every & (AUTHOR | MADE):
            if self.people and every & ROLE:
                self.add_role(" ".join(words))
            else:
                self.mode, self.named = Lead.AUTHOR, False
        return True

    def unlabelled(self, words: list[str], kinds: list[int]) -> tuple[list[str], list[int]]:
        """The part without a label that stands before the name without a colon ("Autor Jan Novák")."""
        start = 0
        while start < len(words) and kinds[start] & (_LABELS | STOP) and not kinds[start] & RANK:
            start += 1
        if not start or not kinds[0] & (AUTHOR | MADE | OTHER) or not is_name(words[start:], kinds[start:]):
            return words, kinds
        self.mode = Lead.OTHER if kinds[0] & OTHER and not kinds[0] & AUTHOR else Lead.AUTHOR
        self.named = False
        return words[start:], kinds[start:]

    def read_eastern(self, text: str) -> None:
        strong = self.declared or self.mode is Lead.AUTHOR
        found = read_east_asian(text, language=self.language, strong=strong)
        if found.others:
            self.mode, self.named = Lead.OTHER, True
        for name in found.organisations:
            self.add_organisation(name)
        for name, role in found.people:
            if self.houses.knows(name):
                self.add_organisation(name)
            else:
                self.add(name, role)

    def read_words(self, words: list[str], kinds: list[int], part: Part) -> None:
        if self.mode is Lead.OTHER:
            self.named = True
            return
        if self.is_appendix(words, kinds):
            return
        words, kinds = _without_degrees(words, kinds)
        start, end = self.find_house(words, kinds)
        if start < end:
            if start >= 2 and is_name(words[:start], kinds[:start], lower=self.declared):
                self.add(" ".join(words[:start]), None)
            self.add_house(words, kinds, start, end)
            return
        if self.continues_house(words, kinds, part):
            return
        if len(words) == 1:
            self.read_single(words[0], kinds[0], part)
            return
        end = _end_of_name(words, kinds)
        if end == 1 and not kinds[0] & ROLE and not (words[1] in ("of", "for") and is_house_name(words, kinds)):
            self.read_single(words[0], kinds[0], part)
            return
        name, role = self.split_role(words[:end], kinds[:end])
        if name and role and part.gap is Gap.COMMA and kinds[end - 1] & ROLE and self.wants_role():
            name = []  # "Ana Roe, Certified Sleep Consultant"
        if name:
            self.add(" ".join(name), self.with_tail(role, words[end:], kinds[end:]))
        elif role is not None:
            self.add_role(" ".join(words), part)
        else:
            self.read_nameless(words, kinds, end, part)

    def with_tail(self, role: str | None, words: list[str], kinds: list[int]) -> str | None:
        """The post, with the place behind it; a house behind the name is an organisation."""
        if not words or kinds[0] & NOISE:
            return role
        if role is None and is_house_name(words[1:], kinds[1:], trusted=True):
            self.add_organisation(" ".join(words[1:]))
            return None
        return " ".join((role, *words) if role else words)

    def find_house(self, words: list[str], kinds: list[int]) -> tuple[int, int]:
        """Where a known house stands; two or three plain words with capitals are looked at for the site alone."""
        plain = len(words) > 1 and all(map(_is_plain, words, kinds))
        start, end = self.houses.find(words, agencies=not plain)
        # Agencies that sign "Staff Writer" are posts here.
        return (0, 0) if all(kind & (ROLE | RANK | NOBODY) for kind in kinds[start:end]) else (start, end)

    def continues_house(self, words: list[str], kinds: list[int], part: Part) -> bool:
        """Whether "and …" is still the organisation named before ("Center for Ships and Harbours")."""
        if part.gap is not Gap.JOIN or not self.house_last or part.joiner not in ("&", "and", "und", "et", "y", "e"):
            return False
        if is_name(words, kinds) or any(kind & (ROLE | STOP) for kind in kinds):
            return False
        self.organisations[-1] += " ".join(("", part.joiner, *words))
        return True

    def wants_role(self) -> bool:
        """Whether the person named last has no post yet."""
        return bool(self.people) and self.people[-1].role is None

    def is_appendix(self, words: list[str], kinds: list[int]) -> bool:
        """Whether the part belongs to the name before it: a suffix, or degrees."""
        if not self.people or not kinds[0] & (SUFFIX | DEGREE):
            return False
        if all(kind & SUFFIX for kind in kinds):
            last = self.people[-1]
            self.people[-1] = replace(last, name=f"{last.name} {' '.join(words)}")
            return True
        return all(map(_is_degree, words, kinds))

    def add_house(self, words: list[str], kinds: list[int], start: int, end: int) -> None:
        """Keep a known house; a body of it ("Example Staff") under its whole name."""
        tail = kinds[end:]
        if tail and all(kind & (GROUP | RANK | HOUSE) for kind in tail) and any(k & GROUP for k in tail):
            end = len(words)
        elif start == 0 and tail and any(kind & ROLE for kind in tail):
            if self.people:
                self.add_role(" ".join(words))
            return
        self.add_organisation(" ".join(words[start:end]))

    def read_single(self, word: str, kind: int, part: Part) -> None:
        """One word alone: a name only where the page says that an author stands here."""
        word = word.strip(_QUOTES)
        if not word or kind & NOBODY or "admin" in word.lower():
            return
        if is_house_name([word], [kind]):
            self.add_organisation(word)
            return
        linked = _PROFILE.search(self.urls.get(word, "")) is not None
        expected = linked or (self.declared and (part.gap in (Gap.START, Gap.BREAK) or self.single))
        if not expected:
            announced = self.mode is Lead.AUTHOR and not self.named
            expected = (announced or (part.gap is Gap.JOIN and self.single)) and not word[0].islower()
        if not expected or part.dated or not is_single_name(word):
            if kind & ROLE:
                self.add_role(word, part)
            return
        if word.isupper() and word.isascii() and len(word) <= _ACRONYM:
            self.add_organisation(word)
        else:
            self.add(word, None)
            self.single = True

    def split_role(self, words: list[str], kinds: list[int]) -> tuple[list[str], str | None]:
        """The name and the post in words without separator; no name where there is none, no post likewise."""
        posts = [i for i, kind in enumerate(kinds) if kind & ROLE]
        if not posts:
            lower = self.declared or (self.mode is Lead.AUTHOR and not self.named and len(words) == 2)
            return (words, None) if is_name(words, kinds, lower=lower) else ([], None)
        start, end = posts[0], posts[-1] + 1
        while start and kinds[start - 1] & _IN_ROLE:
            start -= 1
        opens_post = kinds[0] & (RANK | RANK_WEAK)
        for at in range(max(start, 2), posts[0] + 1) if not opens_post else ():
            if is_name(words[:at], kinds[:at]):
                return words[:at], " ".join(words[at:])
        if is_name(words[end:], kinds[end:]):
            return words[end:], " ".join(words[:end])
        return [], " ".join(words)

    def read_nameless(self, words: list[str], kinds: list[int], end: int, part: Part) -> None:
        """Words that hold no name: an organisation, a sentence, or nothing."""
        trusted = self.declared or self.mode is Lead.AUTHOR
        if is_house_name(words, kinds, trusted=trusted):
            self.add_organisation(" ".join(words))
            return
        if is_house_name(words[:end], kinds[:end], trusted=trusted):
            self.add_organisation(" ".join(words[:end]))
            return
        for word, kind in zip(words, kinds, strict=True):
            if kind & STOP and word.islower() and not kind & CUT:
                self.prose = True

    def add(self, name: str, role: str | None) -> None:
        """Keep a person, once."""
        name = _trimmed(name)
        key = folded_name(name)
        if self.houses.is_site(key):
            self.add_organisation(name)
            return
        if self.mode is Lead.AUTHOR and not self.led:
            self.led = True
            if not self.declared:
                # What stood before "By" was a section, a kicker or a headline.
                self.people = [a for a in self.people if a.url]
        if not self.named or self.mode is Lead.NONE:
            self.roleless = len(self.people)
        self.named, self.single = True, False
        for index, known in enumerate(self.people):
            if folded_name(known.name) == key:
                self.people[index] = replace(known, role=known.role or role)
                return
        self.people.append(Author(name, url=self.urls.get(name), role=role))

    def add_role(self, role: str, part: Part | None = None) -> None:
        """Give a post to the person named last; one in the plural, to all who have none."""
        if not self.people:
            return
        last = len(self.people) - 1
        plural = role.split()[-1].lower().endswith(("ors", "ers", "ists", "ents", "innen"))
        for index in range(self.roleless if plural else last, last + 1):
            if self.people[index].role is None:
                self.people[index] = replace(self.people[index], role=role)

    def add_organisation(self, name: str) -> None:
        """Keep an organisation, once."""
        name = " ".join(name.split()).strip(_QUOTES)
        key = folded_name(name)
        if key and all(folded_name(known) != key for known in self.organisations):
            self.organisations.append(name)
            self.named = self.house_last = True


def _halved(text: str) -> str:
    """The text once, where hover text has doubled it ("Ana RoeAna Roe")."""
    text = text.strip()
    half = len(text) // 2
    return text[:half] if half > 3 and text[:half].strip() == text[-half:].strip() else text


def _end_of_name(words: Sequence[str], kinds: Sequence[int]) -> int:
    """Where in the words the name ends, before a place, a house or the page's furniture."""
    for index in range(1, len(words)):
        kind, word = kinds[index], words[index]
        if kind & CUT and (word.islower() or (index > 1 and word.istitle() and len(word) > 1 and kind & STOP == 0 and word in ("For", "In", "At", "From", "With"))):
            return index
        if kind & NOISE and index > 1:
            return index
    return len(words)


def _is_plain(word: str, kind: int) -> bool:
    """Whether the word is one as names of persons are made of: not in capitals, and known for nothing else."""
    return (not kind or bool(kind & PARTICLE)) and not word.isupper()


def _is_degree(word: str, kind: int) -> bool:
    """Whether the word is a degree as such words are written: in capitals."""
    return bool(kind & DEGREE) and (word.isupper() or "." in word or word in ("PhD", "Esq", "BSc", "MSc", "PharmD"))


def _without_degrees(words: list[str], kinds: list[int]) -> tuple[list[str], list[int]]:
    """The words without the degrees behind a name."""
    end = len(words)
    while end > 2 and _is_degree(words[end - 1], kinds[end - 1]) and not words[end - 2].isupper():
        end -= 1
    return words[:end], kinds[:end]


def _trimmed(name: str) -> str:
    """The name without signs around it; the full stop of an initial or a suffix stays."""
    if name[-1].isalpha() and name[0].isalpha():
        return name
    short = name.endswith(".") and len(name.rpartition(" ")[2]) <= _SHORT
    name = name.strip(_QUOTES)
    return name + "." if short else name


def _name_of(node: Mapping[str, object]) -> str | None:
    """The name of a node of linked data."""
    name = node.get("name")
    if isinstance(name, Mapping):
        name = name.get("@value")
    if isinstance(name, list):
        name = "; ".join(part for part in name if isinstance(part, str))
    if isinstance(name, str) and name.strip():
        return name
    both = [node.get("givenName"), node.get("familyName")]
    return " ".join(part for part in both if isinstance(part, str)) or None


def _url_of(node: Mapping[str, object]) -> str | None:
    """The address of a node of linked data: of its page, else of one that is the same."""
    for key in ("url", "sameAs"):
        url = node.get(key)
        url = url[0] if isinstance(url, list) and url else url
        if isinstance(url, str) and (url.startswith(("http://", "https://", "/"))):
            return url
    return None
