"""Whether parts that were read make a dateline: the first rule that can say does."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .agency import canonical_agency, is_site
from .dateline_parts import Mark, Reading
from .day import iso_day
from .place import Standing, in_capitals, is_region, is_town, name_end, standing

STALE = 45
"""Days between a printed day and publication, from which on a day is a subject rather than a dateline."""

SHORTEST_REST = 40
"""Characters that follow a dateline which only its place attests; shorter ones are headings and list items."""

OLDEST_YEAR = 1990
"""The year before which a lone day is history: no page with a dateline is older than the web."""

MOST_WORDS = 5
"""Words of the longest place, not in capitals, that stands without agency and day: longer ones are headlines."""

LONG_SENTENCE = 9
"""Words of a first sentence from which on "Town. Sentence" is a dateline outside the German press."""

_QUOTES = "\"'“”„«»‹›‘’「『【（([*—–-• \u00a0\u200b\u200e\u200f\ufeff"
_SCORE = re.compile(r"(?:[^\W\d_a-z][^\s\d]*\s){0,4}\(?\d{1,3}\s?[-–:]\s?\d{1,3}\b|\d+[.,]?\d*\s?%|\d+\s?[-–]\s")
_BRAND = re.compile(r"[a-zà-ž]{1,2}[A-ZÀ-Ž]|al-[A-Z]|el-[A-Z]|d'[A-Z]|de\s[A-Z]")
_WORK = re.compile(
    r"(?:The|A|An)\s(?:[A-Z]\w+\s){0,2}(?:Musical|Movie|Series|Story|Game|Album|Book|Novel|Opera|Play|Sequel|Experience|"
    r"Untold|Making|Rise|Fall|Biography|Memoir|History|Guide|Complete|Ultimate)\b"
)
_SPEECH = re.compile(
    r"(?:I|I['’]\w+|Well|Yes|Yeah|No|So|And|But|You|We|Thank|Thanks|Right|Oh|OK|Okay|That['’]s|It['’]s|My|Hi|Hello|"
    r"Good|Um|Uh|Absolutely|Exactly|Sure|Because|What|How|Why|Who|Do|Did|Is|Are|Can|Let|Let['’]s)\b"
)
_GERMAN = re.compile(
    r"\b(?:der|die|das|und|ist|nicht|mit|für|auf|dem|den|ein|eine|einen|einer|einem|im|zum|zur|wird|hat|sich|von)\b"
)
_LONE_WORD = re.compile(r"\w+[.!?…](?:\s|$)")
# A sentence that points at the place before the mark makes prose, or an entry of a list, of both.
_POINTING = re.compile(
    r"(?:Hier|Dort|Da|Here|There|This|These|It|Its|One of|Known|Home to|Famous|Once|Ici|Aquí|Qui|Aqui|Zdes|Здесь|Тут)\b"
)
_SENTENCE = re.compile(r"[^.!?…]+")
_SENTENCE_END = re.compile(r"[.!?…:;,»”\"](?:\s|$)")


@dataclass(slots=True)
class Evidence:
    """What the rules weigh: the reading, the text after it, and what is known of the page."""

    reading: Reading
    rest: str = field(kw_only=True)
    language: str | None = field(default=None, kw_only=True)
    published: dt.date | None = field(default=None, kw_only=True)
    _standing: Standing | None = field(default=None, init=False)

    @property
    def standing(self) -> Standing:
        """How much the place looks like one; `Standing.NONE` where there is none."""
        if self._standing is None:
            place = self.reading.location
            self._standing = standing(place) if place else Standing.NONE
        return self._standing

    @property
    def capitals(self) -> bool:
        """Whether the place is in capitals."""
        return in_capitals(self.reading.location or "")

    @property
    def cased(self) -> bool:
        """Whether the place is in a script with capitals."""
        first = (self.reading.location or " ")[0]
        return first.upper() != first.lower() or first in "'’‘"

    @property
    def first(self) -> str:
        """The first letter or digit after the mark, past quotes."""
        return self.rest.lstrip(_QUOTES)[:1]

    @property
    def small(self) -> bool:
        """Whether the text goes on in small letters, as a sentence would; brands and Arabic names do not count."""
        return self.first.islower() and not _BRAND.match(self.rest.lstrip(_QUOTES))

    @property
    def german(self) -> bool:
        """Whether the text is German, by what is said of it or by its small words."""
        if self.language is not None:
            return self.language[:2] == "de"
        return len(_GERMAN.findall(self.rest)) >= 3

    @property
    def stale(self) -> bool:
        """Whether the printed day, with its year, is far from publication."""
        day = self.reading.day
        if day is None or not day.year or self.published is None:
            return False
        iso = iso_day(day, self.published)
        return iso is not None and not iso.startswith("--") and _apart(iso, self.published) > STALE


def _apart(iso: str, published: dt.date) -> int:
    return abs((dt.date.fromisoformat(iso) - published).days)


def is_dateline(evidence: Evidence) -> bool:
    """Whether the parts make a dateline: what the first rule says that speaks."""
    return next((said for rule in RULES if (said := rule(evidence)) is not None), False)


def _nothing_follows(e: Evidence) -> bool | None:
    """A line of its own is a dateline with a place, and an agency or a day; a name alone is not."""
    if e.rest.strip():
        return None
    r = e.reading
    if r.location is None or e.standing == Standing.NONE or r.mark is Mark.COMMA:
        return False
    return (r.known and (r.bracketed or r.day is not None)) or (
        r.day is not None and e.standing == Standing.LISTED and not e.stale
    )


def _no_mark(e: Evidence) -> bool | None:
    """Without a mark the text may only go on after a known agency in brackets, or after its day."""
    r = e.reading
    if r.mark not in (Mark.NONE, Mark.COMMA):
        return None
    if r.mark is Mark.COMMA:
        return False
    if r.bracketed and r.day is not None and r.location is None and not r.agencies:
        return _plain_day(e)
    if r.location is not None and r.bracketed and not r.agencies and r.day is None and r.end == _bracket_end(e):
        return (e.language or "fr")[:2] == "fr" and e.cased and e.first.isupper()
    if e.small or not r.known or (not r.bracketed and r.day is None):
        return False
    if r.location is None or r.day is not None:
        return True
    return e.standing >= (Standing.OPEN if e.capitals else Standing.LIKELY)


def _bracket_end(e: Evidence) -> int:
    """Where a bracket that holds the place alone ends, as in "(Town) Sentence"."""
    return e.reading.start + len(e.reading.location or "") + 2


def _agency_is_the_place(e: Evidence) -> bool | None:
    """A name before a bracket that is an agency's is its full name: "Associated Press (AP)"."""
    place, names = e.reading.location, [canonical_agency(a) for a in e.reading.agencies]
    if place and names and canonical_agency(place) and not is_town(place):
        return False
    return False if len(names) > 1 and names[0] is not None and names[0] == names[1] and place is None else None


def _known_agency(e: Evidence) -> bool | None:
    """A known agency carries the dateline, unless the words before it are no place or the text reads on."""
    r = e.reading
    if not r.known:
        return None
    if r.location is None:
        return _agency_alone(e)
    if e.standing == Standing.NONE and r.day is None:
        return e.capitals and r.bracketed and r.mark is Mark.DASH and not e.small and " " in r.location
    if e.small and e.cased:
        return r.bracketed and r.mark is Mark.DASH
    return r.bracketed or r.day is not None or e.standing >= Standing.LIKELY or e.capitals


def _agency_alone(e: Evidence) -> bool:
    """An agency without a place: in brackets or slashes, with a day, or a bare one before a dash."""
    r = e.reading
    if r.bracketed:
        return not e.small or r.mark is Mark.DASH
    if e.small:
        return False
    if r.day is not None:
        return True
    site = any("." in a for a in r.agencies) and all(is_site(a) or canonical_agency(a) for a in r.agencies)
    listed = all(canonical_agency(a) for a in r.agencies)
    return r.mark in (Mark.DASH, Mark.BAR) and r.spaced and (listed or site) and len(e.rest) >= SHORTEST_REST


def _shaped_agency(e: Evidence) -> bool | None:
    """An unlisted house in brackets needs a dash, and a place that stands for itself."""
    r = e.reading
    if not r.shaped:
        return None
    if e.small or _SCORE.match(e.rest) or any(len(a) < 2 for a in r.agencies):
        return False
    code = all(a.islower() for a in r.agencies)
    if r.location is None:
        return r.mark is Mark.DASH or (code and r.mark is Mark.STOP)
    if r.day is not None and e.standing > Standing.NONE:
        return True
    if e.standing >= Standing.LIKELY:
        return r.mark in (Mark.DASH, Mark.STOP, Mark.COLON, Mark.BAR)
    if e.standing == Standing.NONE or r.mark is not Mark.DASH:
        return False
    return e.capitals or code or any("." in a for a in r.agencies)


def _day_alone(e: Evidence) -> bool | None:
    """A day without a place needs its year, and a bracket or a dash."""
    r = e.reading
    if r.location is not None or r.agencies:
        return None
    return _plain_day(e) and not e.small and (r.bracketed or (r.mark is Mark.DASH and r.spaced))


def _plain_day(e: Evidence) -> bool:
    day = e.reading.day
    return day is not None and (day.year or 0) >= OLDEST_YEAR and not e.stale and e.first.isupper()


def _place_and_day(e: Evidence) -> bool | None:
    """A day beside a place carries the dateline, if the place is none of other words and the day is of the page's time."""
    r = e.reading
    if r.day is None:
        return None
    if e.standing == Standing.NONE or e.small or _SCORE.match(e.rest):
        return False
    if r.mark is Mark.DASH and not r.spaced and e.rest[:1].isdigit():
        return False  # "6-9 June": a span of days
    if e.stale and not (e.standing == Standing.LISTED and e.capitals):
        return False
    if e.standing == Standing.OPEN and not e.capitals:
        return " " not in (r.location or "") and r.mark in (Mark.DASH, Mark.COLON) and len(e.rest) >= SHORTEST_REST
    return r.mark is not Mark.STOP or e.first.isupper() or not e.cased


def _place_alone(e: Evidence) -> bool | None:
    """Only a place and a mark: what follows must be a sentence, and the place must stand for itself."""
    r = e.reading
    if r.location is None or r.mark not in _BY_MARK or e.small or (len(r.location.split()) > MOST_WORDS and not e.capitals):
        return False
    if e.standing == Standing.NONE or _is_list(r.location) or _is_pair(e.rest) or _is_title(e.rest):
        return False
    if e.cased and not e.capitals and _POINTING.match(e.rest):
        return False
    if len(e.rest) < SHORTEST_REST or _SCORE.match(e.rest.lstrip(_QUOTES)) or not e.first.isalnum():
        return False
    if not e.cased:
        return e.standing == Standing.LISTED and r.mark in (Mark.DASH, Mark.COLON, Mark.STOP)
    return _BY_MARK[r.mark](e)


def _is_list(place: str) -> bool:
    """Whether the place is towns in a row, as a sentence about them begins."""
    towns = [p for p in place.split(", ")[1:] if is_town(p) and not is_region(p)]
    return len(towns) > (1 if in_capitals(place) else 0)


def _is_title(rest: str) -> bool:
    """Whether the text after the mark is a heading: most words with capitals, and no stop."""
    words = rest.split()
    large = sum(w[0].isupper() for w in words)
    return 2 < len(words) < 16 and rest.rstrip()[-1:].isalnum() and large * 10 >= len(words) * 7


def _is_pair(rest: str) -> bool:
    """Whether another town follows the mark: a fixture, a road, a line of trains."""
    end = name_end(rest, 0)
    return is_town(rest[:end]) and rest[end : end + 2].strip()[:1] in tuple(":-–—")


def _place_dash(e: Evidence) -> bool:
    """TOWN — Sentence; in small letters a listed town, in German also one with a town's ending."""
    place, language = e.reading.location or "", (e.language or "")[:2]
    if e.capitals:
        # French newsrooms put their kickers in capitals before a hyphen, and no unlisted towns.
        if e.standing >= Standing.LIKELY:
            return True
        return language != "fr" and len(place.split()) <= 4 and not _acronym_of(e) and not _is_aside(e)
    if not e.reading.spaced or _is_aside(e) or (is_region(place) and not is_town(place)):
        return False
    return e.standing == Standing.LISTED or (e.standing == Standing.LIKELY and e.german)


def _place_bar(e: Evidence) -> bool:
    """TOWN | Sentence."""
    return e.capitals and e.standing == Standing.LISTED


def _place_colon(e: Evidence) -> bool:
    """TOWN: Sentence; no title of a work, no answer in a conversation."""
    place = e.reading.location or ""
    if _SPEECH.match(e.rest.lstrip(_QUOTES)) and e.standing < Standing.LISTED:
        return False
    if e.capitals:
        return e.standing >= Standing.LIKELY
    if is_region(place) and not is_town(place):
        return False
    return e.standing == Standing.LISTED and not _WORK.match(e.rest) and _SENTENCE_END.search(e.rest) is not None


def _place_stop(e: Evidence) -> bool:
    """Town. Sentence: the German press with any town, others with a listed one before a long sentence."""
    place = e.reading.location or ""
    if not e.first.isupper() or _LONE_WORD.match(e.rest) or (is_region(place) and not is_town(place)):
        return False
    if e.german or e.capitals:
        return e.standing == Standing.LISTED or (e.standing == Standing.LIKELY and e.german)
    sentence = _SENTENCE.match(e.rest)
    return e.standing == Standing.LISTED and sentence is not None and len(sentence[0].split()) >= LONG_SENTENCE


_BY_MARK: dict[Mark, Callable[[Evidence], bool]] = {
    Mark.DASH: _place_dash,
    Mark.BAR: _place_bar,
    Mark.COLON: _place_colon,
    Mark.STOP: _place_stop,
}


def _acronym_of(e: Evidence) -> bool:
    """Whether the text after the mark spells the place out: "GNW - Good News Weekly"."""
    initials = "".join(w[0] for w in e.rest.split()[:8] if w[0].isupper())
    return len(initials) > 1 and (e.reading.location or "").startswith(initials)


def _is_aside(e: Evidence) -> bool:
    """Whether the dash opens an aside: its like closes it in the same sentence."""
    sign = "—" if e.rest.count(" — ") else "–" if e.rest.count(" – ") else "-"
    sentence = re.match(r"[^.!?]*", e.rest)
    closers = re.findall(rf"\s{sign}\s(\S)", sentence[0]) if sentence else []
    return len(closers) % 2 == 1 and closers[-1].islower()


RULES: tuple[Callable[[Evidence], bool | None], ...] = (
    _nothing_follows,  # first: the other rules read the text that follows
    _no_mark,  # a sentence that merely begins with these words has no mark
    _agency_is_the_place,  # before the agency's own rule: its name and its letters are no place and agency
    _known_agency,  # the best witness
    _shaped_agency,  # as the known one, with more asked of the place
    _day_alone,  # a day may open a report without place and agency
    _place_and_day,  # the second witness
    _place_alone,  # the weakest shape: case, mark and lists decide
)
"""Their order is by strength of the witness, after the shapes that are none."""
