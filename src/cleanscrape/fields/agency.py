"""News agencies and houses by the names they sign with, in many scripts, and the credit that holds them.

The names are data (``agencies.txt``), read when first needed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from cleanscrape.fields.day import Day, day_at, is_weekday
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.place import is_kicker

LONGEST_CREDIT = 80
"""Characters of the longest credit that is read; the longest of press releases are under 70."""

LONGEST_NAME = 6
"""Words of the longest listed name."""


class Credit(NamedTuple):
    """What stands inside the brackets or slashes of a dateline, or bare in their stead.

    `known`: one of the agencies is listed. `shaped`: none is, but it looks like a house's name.
    """

    agencies: tuple[str, ...] = ()
    known: bool = False
    shaped: bool = False
    day: Day | None = None
    reporter: str | None = None


class _Names(NamedTuple):
    canonical: dict[str, str]
    """Every spelling, and its folded form, to the agency's name."""
    bare: dict[str, list[str]]
    """Spellings that count without brackets, longest first, by their first word."""
    dubious: dict[str, list[str]]
    """As `bare`, for the spellings that are also something else."""
    exact: set[str]
    """The spellings as listed and in capitals."""
    words: set[str]
    """The dubious spellings, folded."""


@cache
def _names() -> _Names:
    names = _Names({}, {}, {}, set(), set())
    for line in Path(__file__).with_name("agencies.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            spellings = line.split(" | ")
            agency = spellings[0].rstrip("*")
            for spelling in spellings:
                _enter(names, spelling, agency)
    for forms in (*names.bare.values(), *names.dubious.values()):
        if len(forms) > 1:
            forms.sort(key=len, reverse=True)
    return names


def _enter(names: _Names, spelling: str, agency: str) -> None:
    name = spelling.rstrip("*")
    folded, loud = name.casefold(), name.upper()
    names.canonical.setdefault(name, agency)
    names.canonical.setdefault(folded, agency)
    by_word = names.bare if name == spelling else names.dubious
    if name != spelling:
        names.words.add(folded)
    for form in (name,) if loud == name else (name, loud):
        names.exact.add(form)
        by_word.setdefault(form.partition(" ")[0], []).append(form)


def canonical_agency(name: str) -> str | None:
    """The name of the agency that signs with `name`, None where no listed one does. Case counts only to tell two.

    >>> canonical_agency("РИА Новости"), canonical_agency("AFP"), canonical_agency("Lena Vogt")
    ('RIA Novosti', 'AFP', None)
    """
    canonical = _names().canonical
    folded = " ".join(name.split())
    return canonical.get(folded) or canonical.get(folded.casefold())


_TOP_LEVELS = frozenset("com net org info news tv press media online co biz".split())
_DOMAIN = LatePattern(r"(?:(?:[\w-]{2,}\.)+[A-Za-zа-яА-Я]{2,6})\Z")
_NEWS_WORD = LatePattern(
    r"(?i:news|press|media|wire|agency|network|radio|times|post|herald|tribune|gazette|journal|daily|today|report|"
    r"agencia|agência|agence|agenzia|agentur|noticias|notícias|prensa|presse|dienst|zeitung|nachrichten|блог|новости|"
    r"информ|пресс|агентство|haber|ajans[ıi]|وكالة|نيوز|नیوز|न्यूज|समाचार|संवाददाता|डेस्क|নিউজ|báo|desk)"
)
_HOUSE_CODE = LatePattern(r"(?:[a-zäöüß]+(?:-[a-zäöüß]+)+|[a-zäöüß]{2,4})\Z")
_CAPITAL_WORD = r"(?:[^\W\d_a-zß-öø-ÿ]{2,8}\d{0,2}|\d?[A-Z]{1,4}\d{1,2})"
_CAPITALS = LatePattern(rf"{_CAPITAL_WORD}\Z")
_CAPITALS_FIRST = LatePattern(rf"{_CAPITAL_WORD}(?!\w)")
_CAMEL = LatePattern(r"(?:[A-Z][a-z]+[A-Z]\w*)\Z")
_TICKER = LatePattern(r"(?i:nyse|nasdaq|tsx|otc|lse|asx|cse|amex|bse|nse|etr|xetra|isin|wkn)\b|.*:\s?[A-Z]{1,5}$")
# What a photograph's credit says, and a label's colon.
_CAPTION = LatePattern(
    r"(?i):\s?\D|\b(?:photos?|fotos?|bilder|bild|images?|pictures?|getty|archiv\w*|file|courtesy|grafik|montage|"
    r"symbolbild|фото|صورة|तस्वीर)\b"
)
_SCORE = LatePattern(r"\d\s?[-–:.]\s?\d|\d{3}")
_DPA_DESK = LatePattern(r"(?:l[a-z]{2}|bb|be|bw|by|hb|hh|he|mv|ni|nw|rp|sh|sl|sn|st|th|sa|tmn|gms)\Z")


def is_domain(word: str) -> bool:
    """Whether the word is a site's name: "Example.com", not "U.S." and not a missing blank after a stop."""
    if "." not in word or not _DOMAIN.match(word):
        return False
    labels = word.split(".")
    last = labels[-1]
    return last.lower() in _TOP_LEVELS or (
        len(last) == 2
        and len(max(labels[:-1], key=len)) > 2
        and (last.islower() or word.isupper() or last == last.title())
    )


def bare_agency(text: str, start: int, *, sure: bool = True) -> int:
    """Where the listed agency that stands at `start` without brackets ends; `start` where none does.

    With `sure` the spellings that are also common words do not count.

    >>> bare_agency("17 мая — РИА Новости. Около", 9), bare_agency("AP Biology", 0), bare_agency("APPLE", 0)
    (20, 2, 0)
    """
    word = _FIRST_WORD.match(text, start)
    if word is None:
        return start
    names = _names()
    tables = (names.bare,) if sure else (names.bare, names.dubious)
    token = word.group()
    for first in (token, token.rstrip(".-–—:։।۔"), token.partition("/")[0], token.partition("-")[0]):
        for table in tables:
            for form in table.get(first, ()):
                end = start + len(form)
                if text.startswith(form, start) and not text[end : end + 1].isalnum():
                    return end
    site = token.rstrip(".-:")
    return start + len(site) if is_domain(site) else start


_FIRST_WORD = LatePattern(r"[^\s,;:()\[\]|،]+")


def is_site(text: str) -> bool:
    """Whether the text is a site's name that says itself that it brings news, or is in capitals."""
    return is_domain(text) and (text.isupper() or _NEWS_WORD.search(text) is not None)


_BETWEEN = LatePattern(r"\s*[/|+;·،、۔]\s*|\s+[-–—]+\s+|,\s+|\s(?:via|and|und|et|y|e|en|og|och|och|и|і|ve)\s")
_AT_EDGE = " \t\u00a0,;-–—/:*©\u200e\u200f"
_LEAD = LatePattern(r"(?i:(?:спец)?корр\.|корреспондент|corr\.|via|por|by|ag\.|агентство)\s+")
_PERSON = LatePattern(r"(?:[^\W\d_a-z][^\s\d,/()]+(?:\s(?:[a-z]{2,3}\s)?[^\W\d_a-z][^\s\d,/()]*){1,3})\Z")


def read_credit(content: str, *, language: str | None = None, trusted: bool = False) -> Credit:
    """The agencies, the day and the reporter in the content of a bracket; an empty credit where it holds none.

    With `trusted`, what stands where a house signs counts as one, if it may be a name at all.

    >>> read_credit("UrduPoint News / Sputnik - 29th April, 2020").agencies
    ('UrduPoint News', 'Sputnik')
    >>> read_credit("the building, not the news agency")
    Credit(agencies=(), known=False, shaped=False, day=None, reporter=None)
    """
    content = content.strip(_AT_EDGE)
    if not content or len(content) > LONGEST_CREDIT or _CAPTION.search(content):
        return Credit()
    if _is_listed(content):
        return Credit((content,), known=True)
    pieces, day = _pieces(content, language)
    return _sorted_out(pieces, day, trusted=trusted)


def _pieces(content: str, language: str | None) -> tuple[list[tuple[str, str]], Day | None]:
    """The pieces of a credit, each with the mark before it, and the day among them."""
    pieces: list[tuple[str, str]] = []
    day, pos, mark = None, 0, ""
    while pos < len(content):
        found = day_at(content, pos, language=language) if day is None else None
        if found:
            day, pos = found, found.end
        else:
            between = _BETWEEN.search(content, pos)
            end = between.start() if between else len(content)
            pieces.append((mark, _unstopped(content[pos:end].strip(_AT_EDGE))))
            pos = end
        between = _BETWEEN.match(content, pos)
        if between is None:
            rest = content[pos:].strip(_AT_EDGE)
            pos, mark = (len(content), "") if not rest or pos == 0 else (pos + 1, " ")
        else:
            pos, mark = between.end(), between.group()
    return [p for p in pieces if p[1]], day


def _unstopped(piece: str) -> str:
    """The piece without a closing stop, where that is no part of a listed name."""
    return piece if canonical_agency(piece) else piece.rstrip(".")


def _sorted_out(pieces: list[tuple[str, str]], day: Day | None, *, trusted: bool) -> Credit:
    """The credit that the pieces make: agencies as printed, one person beside a known agency as the reporter."""
    agencies: list[str] = []
    reporter: str | None = None
    known = [_is_known(piece) for _, piece in pieces]
    for (mark, piece), listed in zip(pieces, known, strict=True):
        if agencies and mark == "/" and agencies[-1].casefold() == "dpa" and _DPA_DESK.match(piece):
            agencies[-1] += f"/{piece}"
        elif (lead := _LEAD.match(piece)) and not listed:
            agency, person = _after_lead(piece[lead.end() :])
            agencies += [agency] if agency else []
            reporter = reporter or person
        elif any(known) and not listed and mark.strip() in {",", "", "/"} and _is_person(piece):
            reporter = reporter or piece
        else:
            agencies.append(piece)
    may_be = house_name if trusted or (day is not None and len(agencies) == 1) else house_like
    shaped = bool(agencies) and len(agencies) <= 4 and all(may_be(a) for a in agencies)
    certain = any(known) or any(_is_known(a) for a in agencies)
    if certain or shaped or not agencies:
        return Credit(tuple(agencies), certain, shaped and not certain, day, reporter)
    return Credit((), day=day, reporter=reporter)


def _is_known(piece: str) -> bool:
    """Whether the piece is a listed agency, or one with its desk after it: "Reuters Sports"."""
    if _is_listed(piece):
        return True
    end = bare_agency(piece, 0)
    return 0 < end < len(piece) and piece[end] == " " and piece[end + 1 :].istitle() and len(piece) < 30


def _is_listed(piece: str) -> bool:
    """Whether the piece is a listed spelling; one that is also a word counts as printed on the list alone."""
    names = _names()
    return piece in names.exact or (canonical_agency(piece) is not None and piece.casefold() not in names.words)


def _after_lead(piece: str) -> tuple[str | None, str | None]:
    """Agency and person behind a word such as "Корр.": either may be missing."""
    end = bare_agency(piece, 0, sure=False)
    if not end and (word := _CAPITALS_FIRST.match(piece)):
        end = word.end()
    person = piece[end:].strip(_AT_EDGE)
    return piece[:end] or None, person if person and _is_person(person) else None


def _is_person(piece: str) -> bool:
    if not _PERSON.match(piece) or _NEWS_WORD.search(piece) or piece.isupper():
        return False
    plain = all(w[1:].replace("-", "").replace("'", "").replace("’", "").islower() for w in piece.split())
    return plain and not piece.startswith(("The ", "El ", "La ", "Le ", "Il "))


def house_like(piece: str) -> bool:
    """Whether an unlisted name looks like a house's: a call sign, a site, a code, capitals, "News"."""
    if len(piece) < 2 or len(piece) > 40 or _TICKER.match(piece) or is_kicker(piece) or _SCORE.search(piece):
        return False
    if is_domain(piece) or _CAPITALS.match(piece) or _HOUSE_CODE.match(piece) or _CAMEL.match(piece):
        return True
    words = piece.split()
    if len(words) > 5 or not any(c.isalpha() for c in piece):
        return False
    return piece[0].isupper() and (_NEWS_WORD.search(piece) is not None or piece.isupper())


def house_name(piece: str) -> bool:
    """Whether the piece may be a house's name where one is expected: a few words, no figures, no kicker."""
    if house_like(piece):
        return True
    words = piece.split()
    return (
        _NAME_LIKE.match(piece) is not None and len(words) <= 4 and not is_kicker(words[0]) and not is_weekday(words[0])
    )


def has_news_word(name: str) -> bool:
    """Whether the name holds a word such as "News" or "Press"."""
    return _NEWS_WORD.search(name) is not None


_NAME_LIKE = LatePattern(r"(?:[^\W\d_a-zß-öø-ÿа-я][^\d()\[\],;:!?]{1,34})\Z")
