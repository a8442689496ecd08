"""The parts of a dateline in scripts with words: place, agencies, day, reporter, in the order that a house prints them.

``read_parts`` reads as many parts as there are; whether they make a dateline is for `dateline_rules` to say.
"""

from __future__ import annotations

from cleanscrape.fields.agency import Credit, bare_agency, canonical_agency, is_domain, read_credit
from cleanscrape.fields.dateline_house import Before, placed_bracket, unlisted_house
from cleanscrape.fields.dateline_marks import (
    BLANKS,
    BRACKET,
    DASHES,
    GATE,
    GLUE,
    NAME_CLOSE,
    SLASHED,
    STRONG_CLOSE,
    Reading,
    ending_at,
)
from cleanscrape.fields.day import Day, day_at, is_before_day, is_weekday, month_and_year_at, month_number
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.place import in_capitals, is_joiner, is_region, is_town, name_end

MOST_NAMES = 3
"""Marks of one kind inside the longest place: "Los Angeles, CA, USA" has two, a sentence of names more."""

MOST_PARTS = 7
"""Parts of the longest dateline that is read: three of a place, a house, its partner, a day, and their brackets."""


_REPORTER = LatePattern(rf",\s([^\W\d_a-z][^\W\d_]+(?:\s[^\W\d_a-z][^\W\d_]+){{1,2}})(?=\.\s|\s[{DASHES}])")
_REGION_IN_BRACKETS = LatePattern(r"(?:[^\W\d_a-z][^\d()\[\],;:!?]{1,30})\Z")
# Most paragraphs: a few words, and one in small letters among them.
_SENTENCE = LatePattern(r"(?:[^\W\d_][\w'’]*(?:-[a-zß-ÿ][\w'’]*)*,?[ \u00a0]){1,4}?([a-zß-öø-ÿ][^\W\d_]*)(?=[ ,])")
_BEFORE_DAY = frozenset("في le am den dne el a दिनांक दि بتاريخ".split())


def read_parts(text: str, start: int, language: str | None = None) -> Reading | None:
    """The parts that stand in `text` from `start` on, None where the text opens with none of them."""
    if (own := _OWN_REPORTER.match(text, start)) is not None:
        return _after_own_reporter(text, start, own.end(), language)
    sentence = _SENTENCE.match(text, start)
    if sentence and not (
        is_joiner(sentence[1]) or is_before_day(sentence[1]) or _BARRED.match(text, sentence.start(1))
    ):
        return None
    chain = _Chain(text, start, language)
    if not chain.open():
        return None
    for _ in range(MOST_PARTS):
        if not chain.extend():
            break
    return chain.reading()


def _after_own_reporter(text: str, start: int, pos: int, language: str | None) -> Reading | None:
    """The parts after "dal nostro inviato", which is no name and may be glued to the place."""
    reading = read_parts(text, pos, language)
    return reading and reading._replace(start=start)


class _Chain:
    """The parts read so far. `end` is where the last of them ends, `last` what it was."""

    __slots__ = (
        "agencies", "bracketed", "day", "end", "known", "language", "last", "loose", "place", "reporter", "shaped",
        "start", "text",
    )  # fmt: skip

    def __init__(self, text: str, start: int, language: str | None) -> None:
        self.text, self.start, self.end, self.language = text, start, start, language
        self.place: tuple[int, int] | None = None
        self.agencies: tuple[str, ...] = ()
        self.day: Day | None = None
        self.reporter: str | None = None
        self.known = self.shaped = self.bracketed = False
        self.last = ""
        self.loose = 0  # where a credit in brackets that may be a region ends, 0 for none

    # -- the first part

    def open(self) -> bool:
        """Read the first part; False, soon, where the text opens like any sentence."""
        text, start = self.text, self.start
        first = text[start : start + 1]
        if first in "([/":
            return self._slashed() or self._bracket(start)
        if first.isdigit():
            return self._day(start) or self._bare(start, sure=True)
        end = name_end(text, start)
        if end == start or not self._gate(end):
            return first.islower() and self._open_small()
        return self._open_name(end)

    def _gate(self, end: int) -> bool:
        """Whether what follows the name may join it to another part or close the dateline."""
        return GATE.match(self.text, end) is not None

    def _open_small(self) -> bool:
        """Read an agency that signs in small letters: "dpa Erfurt"."""
        blank = self.text.find(" ", self.start, self.start + 30)
        word = self.text[self.start : blank] if blank > 0 else ""
        if not word or not (canonical_agency(word.rstrip(",.:")) or "." in word):
            return False
        return self._bare(self.start, sure=True)

    def _open_name(self, end: int) -> bool:
        """Read the name that ends at `end` as agency, agency and place, day, or place."""
        text, start = self.text, self.start
        word = text[start:end].split(" ", 1)[0]
        if (month_number(word) or is_weekday(word)) and self._day(start):
            return True
        agency = bare_agency(text, start)
        if agency >= end or (agency > start and text[agency] not in BLANKS):
            return self._take_bare(start, agency)
        if agency > start and is_town(text[agency + 1 : end]):
            return self._take_bare(start, agency)
        self._take_place(start, self._without_day(start, end))
        return self.place is not None

    def _without_day(self, start: int, end: int) -> int:
        """The end of the name before the month, or the little word, that belongs to the day after it."""
        while self.text[end : end + 1] in BLANKS and self.text[end + 1 : end + 2].isdigit():
            blank = self.text.rfind(" ", start, end)
            word = self.text[blank + 1 : end]
            if blank < start or not (word in _BEFORE_DAY or month_number(word) or is_weekday(word)):
                break
            end = blank
        return end

    # -- the parts after it

    def extend(self) -> bool:
        """Read one more part; False where there is none."""
        if self._slashed():
            return True
        glue = GLUE.match(self.text, self.end)
        after = glue.end() if glue else self.end
        mark = glue[1] if glue else ""
        if after >= len(self.text):
            return False
        if self.text[after] in '([«“"':
            return self._bracket(after)
        strong = mark not in _WEAK
        if mark == "" and after == self.end and self.last != "place":
            return False
        return (
            self._next_day(after, mark, strong)
            or self._next_agency(after, mark, strong)
            or self._next_place(after, mark, strong)
        )

    def _next_day(self, pos: int, mark: str, strong: bool) -> bool:
        if self.day is not None:
            return False
        found = day_at(self.text, pos, language=self.language)
        found = (
            found
            or self._lone_day(pos)
            or (month_and_year_at(self.text, pos) if mark == "," and self.last == "place" else None)
        )
        if found is None or mark.endswith(":"):
            return False
        if strong and not NAME_CLOSE.match(self.text, found.end):
            return False
        figure = not found.year and mark == "" and found.day and not any(map(str.isalpha, self.text[pos : found.end]))
        if figure and not self.text[found.end :].lstrip().startswith("("):
            return False
        return self._take_day(found)

    def _lone_day(self, pos: int) -> Day | None:
        """A day of the month alone, between the place and a known agency in brackets: "SEVILLA, 3 (…)"."""
        number = _LONE_DAY.match(self.text, pos) if self.last == "place" else None
        if number is None or not 1 <= int(number[1]) <= 31:
            return None
        bracket = BRACKET.match(self.text, number.end())
        credit = read_credit((bracket and bracket[1]) or "", language=self.language)
        signed = credit.known or (credit.shaped and self._trusts())
        return Day(None, None, int(number[1]), number.end(1)) if signed else None

    def _next_agency(self, pos: int, mark: str, strong: bool) -> bool:
        """Read an agency without brackets: listed, a site, or capitals between a day and the mark."""
        text = self.text
        if self.last == "agency" and mark != "/":
            return False
        barred = mark == "" and self._is_barred(pos)
        if mark == "" and not barred and (self.last != "day" or self.place is None):
            return False
        end = bare_agency(text, pos, sure=self.last != "day" and not barred)
        if end == pos:
            return self._next_unlisted(pos, mark)
        person = _REPORTER.match(text, end)
        tight = mark == "-" and pos == self.end + 1
        open_end = tight or (self.last == "day" and _LOUD_HOUSE.match(text[pos:end]) is not None)
        if not (
            person or STRONG_CLOSE.match(text, end) or ((open_end or not strong) and _closed(text, end, mark, open_end))
        ):
            return False
        self._take_bare(pos, end)
        self.bracketed = self.bracketed or tight
        if person and self.last == "agency":
            self.reporter, self.end = person[1], person.end()
        return True

    def _is_barred(self, pos: int) -> bool:
        """Whether letters of a house stand between a town in capitals and a bar: "BERLIN epd | "."""
        loud = self.place is not None and in_capitals(self.text[slice(*self.place)])
        return loud and _BARRED.match(self.text, pos) is not None

    def _next_unlisted(self, pos: int, mark: str) -> bool:
        """Read a house that is known by its place alone."""
        if self.last not in ("day", "place") or self.place is None or (self.agencies and not self.loose):
            return False
        before = Before(self.last, self.text[slice(*self.place)], mark)
        end = unlisted_house(self.text, pos, before, self.language)
        return end > pos and self._take_bare(pos, end, known=False)

    def _next_place(self, pos: int, mark: str, strong: bool) -> bool:
        text = self.text
        end = name_end(text, pos)
        if end == pos:
            return False
        if self.last == "place" and self.place:
            if mark not in (",", "/", "،", "፣") or text.count(mark, *self.place) >= MOST_NAMES:
                return False
            self._take_place(self.place[0], self._without_day(pos, end))
            return True
        if self.place is not None or not NAME_CLOSE.match(text, end):
            return False
        if self.last == "day" and (mark == "" or mark.endswith(":")):
            return False
        end = self._without_day(pos, end)
        name = text[pos:end]
        if strong and not (in_capitals(name) or is_town(name) or self._day_follows(end)):
            return False
        self._take_place(pos, end)
        return True

    def _day_follows(self, end: int) -> bool:
        glue = GLUE.match(self.text, end)
        return glue is not None and day_at(self.text, glue.end(), language=self.language) is not None

    # -- reading one part

    def _slashed(self) -> bool:
        """Read a credit between slashes: /TASS/, / ACCESSWIRE /."""
        match = SLASHED.match(self.text, self.end)
        if match is None:
            return False
        content = match[1]
        placed = self.last in ("place", "day") and not (is_town(content) or is_region(content))
        credit = read_credit(content, language=self.language, trusted=placed)
        return (credit.known or (placed and credit.shaped)) and self._take_credit(credit, match.end())

    def _bracket(self, pos: int) -> bool:
        """Read a bracket: a credit, a day, or the region of the place before it."""
        match = BRACKET.match(self.text, pos)
        # A sentence that goes on after a bracket: soonest said, most often so.
        if match is None or _GOES_ON.match(self.text, match.end()):
            return False
        content = match[1] or match[2] or match[3]
        credit = read_credit(content, language=self.language, trusted=self._trusts())
        if match[3] is not None and not credit.known:
            return False
        if self.last == "" and not credit.known and self._placed_bracket(content, match.end()):
            return True
        if is_region(content) and self.last == "place" and not self._signs(content):
            return self._take_region(content, match.end())
        if credit.known or (credit.shaped and not self.agencies):
            loose = self.last == "place" and not credit.known
            self._take_credit(credit, match.end())
            self.loose = match.end() if loose else 0
            self._signature(match.end())
            return True
        if credit.day and not credit.agencies and self.day is None and _only_day(content, credit.day):
            self.bracketed = self.bracketed or self.last == ""
            return self._take_day(credit.day._replace(end=match.end()))
        return self._take_region(content, match.end())

    def _signs(self, content: str) -> bool:
        """Whether what is a region's code, too, signs here: "LONDON (PA)"."""
        place = self.text[slice(*self.place)] if self.place else ""
        return bare_agency(content, 0) > 0 or (in_capitals(place) and canonical_agency(content) is not None)

    def _placed_bracket(self, content: str, end: int) -> bool:
        """Read a bracket that opens the text and holds a place, its region and the day: (Geneva, 1 May 2022)."""
        found = placed_bracket(content, self.language)
        if found is None:
            return False
        self._take_place(self.start + 1, self.start + 1 + found[0])
        self.day, self.end, self.bracketed = found[1], end, True
        return True

    def _signature(self, end: int) -> None:
        """Take the reporter who signs in capitals between two dashes: ANKARA (AA) - ADA SAYGIN - …"""
        name = _SIGNATURE.match(self.text, end)
        if name and self.place and not is_town(name[1]):
            self.reporter, self.end = name[1], name.end(1)

    def _trusts(self) -> bool:
        """Whether a bracket here holds a house, whatever its name: after a day, or a place in capitals or listed."""
        if self.last != "place" or self.place is None:
            return self.last == "day"
        name = self.text[slice(*self.place)]
        return in_capitals(name) or (is_town(name) and (self.language or "")[:2] != "de")

    def _take_region(self, content: str, end: int) -> bool:
        """Take the bracket as a part of the place, or as the place where it opens the text."""
        if self.last == "" and is_town(content):
            self._take_place(self.start + 1, end - 1)
            self.end, self.bracketed = end, True
            return True
        if self.last != "place" or self.place is None:
            return False
        coded = len(content) == 1 and content.isupper() and _MORE_PLACE.match(self.text, end)
        if not coded and not _REGION_IN_BRACKETS.match(content):
            return False
        if len(content.split()) > 3:
            return False
        self._take_place(self.place[0], end)
        return True

    def _bare(self, pos: int, *, sure: bool) -> bool:
        end = bare_agency(self.text, pos, sure=sure)
        return end > pos and self._take_bare(pos, end)

    def _day(self, pos: int) -> bool:
        found = day_at(self.text, pos, language=self.language)
        if found is None or found.month is None:
            return False
        # "11.04" alone is a time of day sooner than a day.
        named = found.year is not None or any(map(str.isalpha, self.text[pos : found.end]))
        return named and self._take_day(found)

    def _take_bare(self, pos: int, end: int, *, known: bool = True) -> bool:
        if self.loose and self.place:
            self.place, self.agencies, self.shaped = (self.place[0], self.loose), (), False
        self.agencies += (self.text[pos:end],)
        self.known, self.shaped = self.known or known, self.shaped or not known
        self.end, self.last, self.loose = end, "agency", 0
        return True

    def _take_credit(self, credit: Credit, end: int) -> bool:
        if self.loose and self.place and credit.known:
            self.place, self.agencies = (self.place[0], self.loose), ()
        self.agencies += credit.agencies
        self.day = self.day or credit.day
        self.reporter = self.reporter or credit.reporter
        self.known, self.shaped = self.known or credit.known, self.shaped or credit.shaped
        self.bracketed, self.end, self.last, self.loose = True, end, "agency", 0
        return True

    def _take_day(self, found: Day) -> bool:
        self.day, self.end, self.last = found, found.end, "day"
        return True

    def _take_place(self, start: int, end: int) -> None:
        self.place, self.end, self.last = (start, end), end, "place"

    def reading(self) -> Reading:
        """The parts, and the mark after them."""
        location = " ".join(self.text[slice(*self.place)].split()) if self.place else None
        return Reading(
            self.start,
            self.end,
            ending_at(self.text, self.end),
            location,
            self.agencies,
            self.day,
            self.reporter,
            self.known,
            self.shaped and not self.known,
            self.bracketed,
            bool(self.agencies) and is_domain(self.agencies[0]) and self.text.startswith(self.agencies[0], self.start),
        )


_GOES_ON = LatePattern(r"\s(?!(?:le|den|am|dne|el|a)\s)[a-zß-öø-ÿа-я]{2}")
_WEAK = frozenset(("", ",", "،", "፣", ";", "/"))
_MORE_PLACE = LatePattern(r"\s?[/(]")
_OWN_REPORTER = LatePattern(
    r"(?i:dal(?:la)? nostr[oa] (?:inviat[oa]|corrispondente)|de nuestr[oa] corresponsal|de notre (?:correspondante?|"
    r"envoyée? spéciale?)|from our (?:own )?correspondent)[ \n]*(?:(?i:à|a|en|in)\s)?(?=[^\W\d_a-z])"
)
_SIGNATURE = LatePattern(rf"\s?[{DASHES}]\s([^\W\d_a-z]{{2,}}(?:\s[^\W\d_a-z]{{2,}}){{1,2}})(?=\s[{DASHES}]\s)")
_BARRED = LatePattern(r"[a-zäöü]{3,5}\s\|\s")
_LONE_DAY = LatePattern(r"(\d{1,2})\s?(?=\()")
_LOUD_HOUSE = LatePattern(r"(?:[^\W\d_a-zа-я]{5,})\Z")


def _closed(text: str, end: int, mark: str, open_end: bool) -> bool:
    """Whether a bare agency after a comma, a slash or a day ends there: the text ends, or a comma follows."""
    return text[end : end + 1] in ("", "\n", ",", "،") or ((mark == "" or open_end) and text[end : end + 1] in BLANKS)


def _only_day(content: str, day: Day) -> bool:
    return not content[day.end :].strip(" .,") and content[:1].strip() != ""
