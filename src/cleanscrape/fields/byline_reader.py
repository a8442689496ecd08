"""Reading the parts of a byline in order: whom each of them names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cleanscrape.fields.author_page import is_author_page
from cleanscrape.fields.byline_named import Named, trimmed
from cleanscrape.fields.byline_parts import Gap, Lead, Part, parts
from cleanscrape.fields.byline_text import HELD_DOT, SEAM
from cleanscrape.fields.byline_words import (
    ARTICLE,
    AUTHOR,
    CUT,
    DEGREE,
    GROUP,
    HOUSE,
    MADE,
    NOBODY,
    NOISE,
    OTHER,
    RANK,
    ROLE,
    STOP,
    SUFFIX,
    WORK,
)
from cleanscrape.fields.east_asian_name import is_east_asian, read_east_asian
from cleanscrape.fields.given_name import opens_with_given_name
from cleanscrape.fields.house import Houses, is_house_name, is_paper
from cleanscrape.fields.name_and_post import SENTENCE, is_degree, is_sentence, split_post, without_degrees
from cleanscrape.fields.person_name import is_name, is_single_name, kind_of

# The members by short names: looking one up in its enumeration costs as much as five other steps.
_NOBODY, _AUTHORS, _OTHERS = Lead.NONE, Lead.AUTHOR, Lead.OTHER
_START, _COMMA, _JOIN, _BREAK = Gap.START, Gap.COMMA, Gap.JOIN, Gap.BREAK

_LABELS: Final = AUTHOR | WORK | MADE | OTHER
_IN_HOUSES: Final = frozenset(("&", "and", "und", "et", "y", "e"))
_OUTER: Final = ' \t\n"“”„«»' + SEAM
_ACRONYM: Final = 5
"""Capitals up to which a single word is taken for an organisation (TPN, UNHCR)."""

_MOST_WORDS: Final = 4
"""Words with capitals in a name that nothing announces."""

_LONGEST_HOUSE: Final = 80
"""Characters of a site's name."""

_SHORTEST_DOUBLED: Final = 8
"""Characters of the shortest name that is taken for a doubled one."""


class Reader:
    """Reads bylines and declared values, and keeps whom they name.

    `declared`: what is read is said to be an author, so that one word, or small letters, are enough.
    """

    def __init__(
        self,
        houses: Houses,
        *,
        language: str | None = None,
        urls: Mapping[str, str] | None = None,
        declared: bool = False,
    ) -> None:
        self.named = Named(houses, urls or {})
        self._houses = houses
        self._language = language
        self._urls = urls or {}
        self._declared = declared
        self._eastern = False
        self._begin()

    def _begin(self) -> None:
        """Forget the state of the last text."""
        self._mode = Lead.NONE
        self._led = False  # a label has announced an author, and he was named
        self._met = False  # somebody has been named since the last label
        self._prose = False  # within a sentence
        self._dangling = False  # the last part ended with a preposition
        self._single = False  # the last name was a single word
        self._waiting = ""  # a single word that is a name if a name is joined to it
        self._house_last = False  # what was named last is an organisation

    def read(self, text: str) -> None:
        """Read one byline or declared value."""
        self._begin()
        text = _halved(text.strip(_OUTER))
        if len(text) <= _LONGEST_HOUSE and self._houses.is_site(text):
            self.named.add_organisation(text)
            return
        self._eastern = is_east_asian(text)
        for part in parts(text, language=self._language):
            self._read_part(part)

    def _read_part(self, part: Part) -> None:
        self._turn(part)
        words, every = part.words, part.every
        if not words or self._prose:
            return
        dangling, self._dangling = self._dangling, bool(part.kinds[-1] & CUT) and words[-1].islower()
        if dangling and self.named.people and part.lead is _NOBODY:
            return  # "Ana Roe in", "Garden Care"
        if (every & STOP or len(words) >= SENTENCE) and is_sentence(words, part.kinds):
            self._prose = True
        elif self._mode is _OTHERS or part.others:
            self._met = True
        elif self._eastern and is_east_asian(" ".join(words)):
            self._read_eastern(" ".join(words))
        elif not every or every & ~_LABELS or not self._is_label(part):
            self._read_words(part)

    def _turn(self, part: Part) -> None:
        """Follow labels and separators: whose names come now."""
        if part.lead is not _NOBODY:
            self._mode, self._met, self._prose = part.lead, False, False
        elif part.gap is _BREAK:
            self._prose = False
            if self._met:
                self._mode = Lead.NONE
        elif self._mode is _OTHERS and part.dated:
            self._mode = Lead.NONE
        if part.gap is not _JOIN:
            self._single = self._single and part.gap is _COMMA
            self._house_last, self._waiting = False, ""

    def _is_label(self, part: Part) -> bool:
        """Whether the part is nothing but a label, such as a line "Written by"; heed it."""
        every = part.every
        if not all(part.kinds):
            return False
        if every & (AUTHOR | MADE):
            if self.named.people and every & ROLE:
                self.named.add_post(" ".join(part.words))
            else:
                self._mode, self._met = Lead.AUTHOR, False
        elif every & OTHER:
            self._mode, self._met = Lead.OTHER, False
        return True

    def _read_eastern(self, text: str) -> None:
        text = text.replace(HELD_DOT, "・")
        strong = self._declared or self._mode is _AUTHORS
        found = read_east_asian(text, language=self._language, strong=strong)
        if found.others:
            self._mode, self._met = Lead.OTHER, True
        for name in found.organisations:
            self._add_organisation(name)
        for name, post in found.people:
            if kind_of(name) & NOBODY:
                continue
            if self._houses.knows(name):
                self._add_organisation(name)
            else:
                self._add_person(name, post)

    def _read_words(self, part: Part) -> None:
        words, kinds = part.words, part.kinds
        if part.every & (AUTHOR | MADE | OTHER):
            words, kinds = self._unlabelled(words, kinds)
            if self._mode is _OTHERS:
                self._met = True
                return
        if part.every & (SUFFIX | DEGREE):
            if self._is_appendix(words, kinds):
                return
            words, kinds = without_degrees(words, kinds, ahead=bool(self.named.people))
        start, end = self._houses.find(words, kinds)
        if start < end:
            if start and words[start - 1].lower() == "the":
                start -= 1
            head = start
            while head and kinds[head - 1] & CUT:
                head -= 1  # "Ana Roe with Reuters"
            if head > 1:
                self._read_named(words[:head], kinds[:head], part)
            self._add_house(words, kinds, start, end)
        elif not (self._house_last and self._continues_house(words, kinds, part)):
            self._read_named(words, kinds, part)

    def _unlabelled(self, words: list[str], kinds: list[int]) -> tuple[list[str], list[int]]:
        """The part without a label that stands before the name without a colon ("Autor Jan Novák")."""
        start = every = 0
        while start < len(words) and kinds[start] & (_LABELS | STOP | CUT) and not kinds[start] & RANK:
            every |= kinds[start]
            start += 1
        if not every & (AUTHOR | MADE | OTHER) or not is_name(words[start:], kinds[start:]):
            return words, kinds
        self._mode = Lead.OTHER if every & OTHER and not every & AUTHOR else Lead.AUTHOR
        self._met = False
        return words[start:], kinds[start:]

    def _is_appendix(self, words: list[str], kinds: list[int]) -> bool:
        """Whether the part belongs to the name before it: a suffix, or degrees."""
        if not self.named.people:
            return False
        if all(kind & SUFFIX for kind in kinds):
            self.named.add_suffix(" ".join(words))
            return True
        return all(map(is_degree, words, kinds))

    def _add_house(self, words: list[str], kinds: list[int], start: int, end: int) -> None:
        """Keep a known house; a body of it ("Example Staff") under its whole name."""
        tail = kinds[end:]
        if (
            tail
            and (tail[-1] & GROUP or all(k & (GROUP | RANK | HOUSE) for k in tail))
            and any(k & (GROUP | HOUSE) for k in tail)
        ):
            end = len(words)
        elif start == 0 and any(kind & ROLE for kind in tail):
            self.named.add_post(" ".join(words))
            return
        self._add_organisation(" ".join(words[start:end]))

    def _continues_house(self, words: list[str], kinds: list[int], part: Part) -> bool:
        """Whether "and …" is still the organisation named before ("Center for Ships and Harbours")."""
        if part.gap is not _JOIN or part.joiner not in _IN_HOUSES:
            return False
        if is_name(words, kinds) or any(kind & (ROLE | STOP) for kind in kinds):
            return False
        self.named.organisations[-1] += " ".join(("", part.joiner, *words))
        return True

    def _read_named(self, words: list[str], kinds: list[int], part: Part) -> None:
        """Words without a known house: a name and its post, a post, another house, or nothing."""
        lower = self._declared or (self._mode is _AUTHORS and not self._met and len(words) == 2)
        if lower and words[0].endswith("ing") and words[0].islower():
            return  # "By signing up"
        name, post, end = split_post(words, kinds, lower=lower)
        if name.count(" ") >= _MOST_WORDS and self._is_headline(name):
            return
        if end == 1 and (len(words) == 1 or not kinds[0] & ROLE) and not _is_house_of(words, kinds):
            self._read_single(words[0], kinds[0], part)
        elif is_paper(words, kinds, self._language) or (words[0].isupper() and self._is_in_capitals(words, part)):
            self._add_organisation(" ".join(words))
        elif name and not (post and self._is_post_behind(part, kinds[end - 1], name, post)):
            if part.gap is _JOIN and self._waiting and not self._met:
                self._add_person(self._waiting)
            if end < len(words):
                post = self._with_tail(post, words[end:], kinds[end:])
            self._add_person(name, post, sure=part.gap is _START)
        elif post is not None:
            self._read_post(words, kinds)
        else:
            self._read_nameless(words, kinds, end)

    def _is_headline(self, name: str) -> bool:
        """Whether what looks like a long name is rather a headline in capitals."""
        if self._declared or self._mode is _AUTHORS or name in self._urls:
            return False
        return sum(not word.islower() for word in name.split()) > _MOST_WORDS

    def _is_post_behind(self, part: Part, last: int, name: str, post: str) -> bool:
        """Whether seeming name and post are a post alone ("Ana Roe, Certified Sleep Consultant")."""
        if part.gap is not _COMMA or not last & ROLE or not self.named.wants_post():
            return False
        return name.isupper() == post.isupper() and not opens_with_given_name(name)

    def _is_in_capitals(self, words: list[str], part: Part) -> bool:
        """Whether the words are in capitals behind a name that is not: a house ("Ana Roe, EXAMPLE CITY")."""
        people = self.named.people
        behind = part.gap in (Gap.COMMA, Gap.BREAK) and bool(people) and not people[-1].name.isupper()
        return behind and len(words) > 1 and " ".join(words).isupper()

    def _with_tail(self, post: str | None, words: list[str], kinds: list[int]) -> str | None:
        """The post, with the place behind it; a house behind the name is an organisation."""
        start = 0
        while start < len(words) and kinds[start] & (CUT | RANK):
            start += 1
        if kinds[0] & NOISE or all(kind & (RANK | GROUP | HOUSE) for kind in kinds[start:]):
            return post  # "with wire reports"
        house = words[start:]
        if post is None and is_house_name(house, kinds[start:], trusted=bool(kinds[start] & ARTICLE)):
            self._add_organisation(" ".join(house))
            return None
        return " ".join((post, *words) if post else words)

    def _read_post(self, words: list[str], kinds: list[int]) -> None:
        """A post alone; a body of people in an author's place is an organisation ("The Example editors")."""
        if kinds[-1] & GROUP and not self.named.people:
            self._read_nameless(words, kinds, len(words))
            return
        end = len(words)
        while end > 1 and kinds[end - 1] & CUT:
            end -= 1
        self.named.add_post(" ".join(words[:end]))

    def _read_single(self, word: str, kind: int, part: Part) -> None:
        """One word alone: a name only where the page says that an author stands here."""
        word = trimmed(word)
        if not word or kind & NOBODY or "admin" in word.lower():
            if kind & ROLE:
                self.named.add_post(word)
        elif is_house_name([word], [kind]):
            self._add_organisation(word)
        elif not is_single_name(word):
            if kind & ROLE:
                self.named.add_post(word)
        elif part.dated or not self._expects_single(word, part):
            self._waiting = word if word[0].isupper() else ""
        elif word.isupper() and word.isascii() and len(word) <= _ACRONYM:
            self._add_organisation(word)
        else:
            self._single = self._add_person(word)

    def _expects_single(self, word: str, part: Part) -> bool:
        """Whether a single word in this place is a name."""
        if is_author_page(self._urls.get(word, "")):
            return True
        if self._declared:
            return part.gap in (Gap.START, Gap.BREAK) or self._single
        announced = self._mode is _AUTHORS and not self._met
        return (announced or (part.gap is _JOIN and self._single)) and not word[0].islower()

    def _read_nameless(self, words: list[str], kinds: list[int], end: int) -> None:
        """Words that hold no name: an organisation, or nothing."""
        for at in range(2, len(words) - 1):
            if " ".join(words[at:]).isupper() and is_name(words[:at], kinds[:at]) and not words[0].isupper():
                self._add_person(" ".join(words[:at]))
                self._add_organisation(" ".join(words[at:]))
                return
        trusted = self._declared or (self._mode is _AUTHORS and not self._met)
        for stop in dict.fromkeys((len(words), end)):
            if is_house_name(words[:stop], kinds[:stop], trusted=trusted):
                self._add_organisation(" ".join(words[:stop]))
                return

    def _add_person(self, name: str, post: str | None = None, *, sure: bool = False) -> bool:
        if self._mode is _AUTHORS and not self._led:
            self._led = True
            if self.named.people and not self._declared and not self._eastern:
                self.named.keep_linked()  # before "By" stood a section, a kicker or a headline
        afresh = not self._met or self._mode is Lead.NONE
        self._met, self._single = True, False
        return self.named.add_person(name, post, afresh=afresh, sure=sure)

    def _add_organisation(self, name: str) -> None:
        if self.named.add_organisation(name):
            self._met = self._house_last = True


def _halved(text: str) -> str:
    """The text once, where hover text has doubled it ("Ana RoeAna Roe")."""
    half = len(text) // 2
    if len(text) < _SHORTEST_DOUBLED or text[0] != text[-half] or text[:half].strip() != text[-half:].strip():
        return text
    return text[:half]


def _is_house_of(words: list[str], kinds: list[int]) -> bool:
    """Whether a preposition behind the first word is within the name of a house ("Center for …")."""
    return len(words) > 1 and words[1] in ("of", "for") and is_house_name(words, kinds)
