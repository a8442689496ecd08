"""Whether parts that were read make a dateline: the first rule that can say does."""

from __future__ import annotations

import re
from collections.abc import Callable

from cleanscrape.fields.agency import canonical_agency, house_like, is_site
from cleanscrape.fields.dateline_evidence import QUOTES, Evidence
from cleanscrape.fields.dateline_marks import Mark
from cleanscrape.fields.day import day_at
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.place import (
    SHORT_CAPITALS,
    Standing,
    in_capitals,
    is_given_name,
    is_kicker,
    is_region,
    is_town,
    name_end,
)

SHORTEST_REST = 40
"""Characters that follow a dateline which only its place attests; shorter ones are headings and list items."""

OLDEST_YEAR = 1990
"""The year before which a lone day is history: no page with a dateline is older than the web."""

MOST_WORDS = 5
"""Words of the longest place, not in capitals, that stands without agency and day: longer ones are headlines."""

LONG_SENTENCE = 9
"""Words of a first sentence from which on "Town. Sentence" is a dateline outside the German press."""

_SCORE = LatePattern(r"(?:[^\W\d_a-z][^\s\d]*\s){0,4}\(?\d{1,3}\s?[-–:]\s?\d{1,3}\b|\d+[.,]?\d*\s?%|\d+\s?[-–]\s")
_WORK = LatePattern(
    r"(?:The|A|An)\s(?:[A-Z]\w+\s){0,2}(?:Musical|Movie|Series|Story|Game|Album|Book|Novel|Opera|Play|Sequel|Experience|"
    r"Untold|Making|Rise|Fall|Biography|Memoir|History|Guide|Complete|Ultimate)\b"
)
_SPEECH = LatePattern(
    r"(?:I|I['’]\w+|Well|Yes|Yeah|No|So|And|But|You|We|Thank|Thanks|Right|Oh|OK|Okay|That['’]s|It['’]s|My|Hi|Hello|"
    r"Good|Um|Uh|Absolutely|Exactly|Sure|Because|What|How|Why|Who|Do|Did|Is|Are|Can|Let|Let['’]s)\b"
)
_COMPOUND = LatePattern(
    r"[,/.()\[\]]|\s(?:and|und|y|et|e|en|og|och)\s|^(?:Bad|Sankt|St|San|Santa|Saint|Port|Fort|New)\s"
)
_ROW = LatePattern(r"\s(?:and|und|y|et|e|en|og|och|и|и|dan|ve)\s")
_LONE_WORD = LatePattern(r"\w+[.!?…](?:\s|$)")
# A sentence that points at the place before the mark makes prose, or an entry of a list, of both.
_POINTING = LatePattern(
    r"(?:Hier|Dort|Da|Here|There|This|These|It|Its|One of|Known|Home to|Famous|Once|Ici|Aquí|Qui|Aqui|Zdes|Здесь|Тут)\b"
)
_SENTENCE = LatePattern(r"[^.!?…]+")
_SENTENCE_END = LatePattern(r"[.!?…:;,»”\"](?:\s|$)")


def is_dateline(evidence: Evidence) -> bool:
    """Whether the parts make a dateline: what the first rule says that speaks."""
    return next((said for rule in RULES if (said := rule(evidence)) is not None), False)


def _nothing_follows(e: Evidence) -> bool | None:
    """A line of its own is a dateline with a place, and an agency or a day; a name alone is not."""
    if e.rest.strip():
        return None
    r = e.reading
    if r.location is None or e.mark is Mark.COMMA or e.standing == Standing.NONE:
        return False
    if not (e.capitals or not e.cased or is_town(r.location.partition(",")[0])):
        return False
    if r.known:
        return r.bracketed or r.day is not None
    return r.day is not None and e.capitals and e.standing == Standing.LISTED and not e.stale


def _no_mark(e: Evidence) -> bool | None:
    """Without a mark the text may only go on after a known agency in brackets, or after its day."""
    r = e.reading
    if e.mark not in (Mark.NONE, Mark.COMMA):
        return None
    if e.mark is Mark.COMMA or e.small or not r.agencies or (not r.bracketed and r.day is None):
        return False
    if not r.known:
        signed = not e.cased or all(house_like(a) for a in r.agencies)
        return r.day is not None and e.standing > Standing.NONE and signed
    if r.location is None or r.day is not None:
        return r.day is not None or r.reporter is None
    return e.standing >= (Standing.OPEN if e.capitals else Standing.LIKELY)


def _lone_bracket(e: Evidence) -> bool | None:
    """(Town) Sentence, as some French papers print it; (1 May 2021) Sentence."""
    r = e.reading
    if e.mark is not Mark.NONE or not r.bracketed or r.agencies:
        return None
    if r.location is None:
        return _plain_day(e)
    if r.day is not None or r.end != r.start + len(r.location) + 2:
        return None
    return (e.language or "fr")[:2] == "fr" and e.cased and e.first.isupper()


def _agency_is_the_place(e: Evidence) -> bool | None:
    """A name before a bracket that is an agency's is its full name: "Associated Press (AP)"."""
    place, names = e.reading.location, [canonical_agency(a) for a in e.reading.agencies]
    if place and names and ((canonical_agency(place) and not is_town(place)) or _spelled_out(e)):
        return False
    return False if len(names) > 1 and names[0] is not None and names[0] == names[1] else None


def _spelled_out(e: Evidence) -> bool:
    """Whether the letters in the bracket are the initials of the words before it: "Harbour Repair Fund (HRF)"."""
    initials = "".join(w[0] for w in re.split(r"[\s-]+", e.place) if w[0].isupper())
    return len(initials) > 1 and initials in e.reading.agencies


def _known_agency(e: Evidence) -> bool | None:
    """A known agency carries the dateline, unless the words before it are no place or the text reads on."""
    r = e.reading
    if not r.known:
        return None
    if r.location is None:
        return _agency_alone(e)
    if e.standing == Standing.NONE and r.day is None:
        plain = not is_kicker(r.location.split()[0])
        return e.capitals and r.bracketed and e.mark is Mark.DASH and not e.small and plain
    if e.small and e.cased:
        certain = e.capitals or r.day is not None or e.standing >= Standing.LIKELY
        return r.bracketed and e.mark is Mark.DASH and certain
    signed = r.bracketed or r.day is not None or (r.site_first and e.mark is Mark.DASH)
    return signed or e.standing >= Standing.LIKELY or e.capitals


def _agency_alone(e: Evidence) -> bool:
    """An agency without a place: in brackets or slashes, with a day, or a bare one before a dash."""
    r = e.reading
    if r.bracketed:
        # An agency and a person alone are a photograph's credit.
        return r.reporter is None and (not e.small or e.mark is Mark.DASH)
    if e.small:
        return False
    if r.day is not None:
        return True
    if r.location is None and (_is_aside(e) or _acronym_of(e)):
        return False
    site = any("." in a for a in r.agencies) and all(is_site(a) or canonical_agency(a) for a in r.agencies)
    listed = all(canonical_agency(a) for a in r.agencies)
    return e.mark in (Mark.DASH, Mark.BAR) and e.spaced and (listed or site) and len(e.rest) >= SHORTEST_REST


def _shaped_agency(e: Evidence) -> bool | None:
    """An unlisted house in brackets needs a dash, and a place that stands for itself."""
    r = e.reading
    if not r.shaped:
        return None
    if e.small or _SCORE.match(e.rest) or any(len(a) < 2 or is_town(a) for a in r.agencies):
        return False
    code = all(a.islower() for a in r.agencies)
    if r.location is None:
        return e.mark is Mark.DASH or (code and e.mark is Mark.STOP)
    if r.day is not None and e.standing > Standing.NONE:
        return True
    if e.standing >= Standing.LIKELY:
        return e.mark in (Mark.DASH, Mark.STOP, Mark.COLON, Mark.BAR)
    if e.standing == Standing.NONE or e.mark is not Mark.DASH:
        return False
    return e.capitals or code or any("." in a for a in r.agencies)


def _day_alone(e: Evidence) -> bool | None:
    """A day without a place needs its year, and a bracket or a dash."""
    r = e.reading
    if r.location is not None or r.agencies:
        return None
    dashed = e.mark is Mark.DASH and e.spaced and len(e.rest) >= SHORTEST_REST and not _is_title(e.rest)
    return _plain_day(e) and not e.small and (r.bracketed or dashed)


def _plain_day(e: Evidence) -> bool:
    day = e.reading.day
    return day is not None and (day.year or 0) >= OLDEST_YEAR and not e.stale and e.first.isupper()


def _place_and_day(e: Evidence) -> bool | None:
    """A day beside a place carries the dateline, if the place may be one and the day is of the page's time."""
    r = e.reading
    if r.day is None:
        return None
    if e.standing == Standing.NONE or e.small or e.mark is Mark.DOT or _SCORE.match(e.rest):
        return False
    if e.mark is Mark.DASH and not e.spaced and e.rest[:1].isdigit():
        return False  # "6-9 June": a span of days
    if r.day.year and r.day.year < OLDEST_YEAR:
        return False
    if e.stale and not (e.standing == Standing.LISTED and e.capitals):
        return False
    if e.standing == Standing.OPEN and not e.capitals:
        return " " not in (r.location or "") and e.mark in (Mark.DASH, Mark.COLON) and len(e.rest) >= SHORTEST_REST
    return e.mark is not Mark.STOP or e.first.isupper() or not e.cased


def _place_alone(e: Evidence) -> bool | None:
    """Only a place and a mark: the place must stand for itself, and what follows must be a sentence."""
    if not e.place or e.mark not in _BY_MARK or e.small or len(e.rest) < SHORTEST_REST or _is_headline(e):
        return False
    if not e.cased:
        return e.standing == Standing.LISTED and _reads_as_report(e)
    # In this order for speed: most of what comes here is a headline, a kicker or an entry of a list.
    return e.standing > Standing.NONE and _BY_MARK[e.mark](e) and _reads_as_report(e)


def _is_headline(e: Evidence) -> bool:
    """Whether the name is a row of words that only a listed town could be: soonest said, most often so."""
    words = e.place.count(" ")
    if not words or e.capitals or not e.cased:
        return False
    return words >= MOST_WORDS or not (_COMPOUND.search(e.place) or is_town(e.place))


def _reads_as_report(e: Evidence) -> bool:
    """Whether the place is one, not a row of them, and a report's first sentence follows."""
    if _is_list(e.place) or _is_pair(e.rest) or _is_title(e.rest) or day_at(e.rest, 0):
        return False
    if e.cased and not e.capitals and (_POINTING.match(e.rest) or is_given_name(e.place)):
        return False
    return e.first.isalnum() and not _SCORE.match(e.rest.lstrip(QUOTES))


def _is_list(place: str) -> bool:
    """Whether the place is towns in a row, as a sentence about them begins."""
    names = place.split(", ")
    if len(names) > 1 and is_region(names[0]) and is_region(names[1]) and not is_town(names[0]):
        return True
    towns = [p for p in names[1:] if is_town(p) and not is_region(p)]
    if len(names) > 1 and _ROW.search(names[-1]) and is_town(names[0]):
        return True
    return len(towns) > (1 if in_capitals(place) else 0)


def _is_title(rest: str) -> bool:
    """Whether the text after the mark is a heading: most words with capitals, and no stop."""
    words = rest.split()
    large = sum(w[0].isupper() for w in words)
    return 2 < len(words) < 16 and rest.rstrip()[-1:].isalnum() and large * 10 >= len(words) * 7


def _is_pair(rest: str) -> bool:
    """Whether another name and a mark follow: a fixture, a road, a line of trains."""
    end = name_end(rest, 0)
    return rest[end : end + 1] == ":" or (is_town(rest[:end]) and rest[end : end + 2].strip()[:1] in tuple(":-–—"))


def _place_dash(e: Evidence) -> bool:
    """TOWN — Sentence; in small letters a listed town, in German also one with a town's ending."""
    place, language = e.place, (e.language or "")[:2]
    if e.capitals:
        if not e.spaced and e.reading.ending.hyphen:
            return False
        if e.standing >= Standing.LIKELY:
            return is_town(place) or not is_region(place) or not _is_aside(e)
        loud = language in _LOUD_KICKERS or (not language and e.german)
        return not loud and _may_be_small_town(place) and not _acronym_of(e) and not _is_aside(e)
    if not e.spaced or not (e.standing == Standing.LISTED or (e.standing == Standing.LIKELY and e.german)):
        return False
    return not _is_aside(e) and not (is_region(place) and not is_town(place))


# Newsrooms in these languages put kickers and names in capitals before a dash, but hardly ever a town.
_LOUD_KICKERS = frozenset(("fr", "de"))


def _may_be_small_town(place: str) -> bool:
    """Whether a name in capitals that nothing else attests may be a town: no acronym, no surname, no phrase."""
    head = re.split(r"[,/(]", place)[0]
    return len(head) > SHORT_CAPITALS and len(place.split()) <= 4


def _place_bar(e: Evidence) -> bool:
    """TOWN | Sentence."""
    return e.capitals and e.standing == Standing.LISTED


def _place_dot(e: Evidence) -> bool:
    """Town · Sentence."""
    return e.standing == Standing.LISTED and e.first.isupper() and not (is_region(e.place) and not is_town(e.place))


def _place_colon(e: Evidence) -> bool:
    """TOWN: Sentence; no title of a work, no answer in a conversation."""
    place = e.place
    if _SPEECH.match(e.rest.lstrip(QUOTES)) and not (e.capitals and e.standing == Standing.LISTED):
        return False
    if e.first.isdigit():
        return False
    if is_region(place) and not is_town(place):
        return False
    if e.capitals:
        return e.standing >= Standing.LIKELY
    if not is_town(re.split(r"\s?[,/(\[]", place)[0]):
        return False
    return e.standing == Standing.LISTED and not _WORK.match(e.rest) and _SENTENCE_END.search(e.rest) is not None


def _place_stop(e: Evidence) -> bool:
    """Town. Sentence: the German press with any town, others with a listed one before a long sentence."""
    place = e.place
    if not e.first.isupper() or _LONE_WORD.match(e.rest) or (is_region(place) and not is_town(place)):
        return False
    if e.german or e.capitals:
        return e.standing == Standing.LISTED or (e.standing == Standing.LIKELY and e.german)
    sentence = _SENTENCE.match(e.rest)
    return e.standing == Standing.LISTED and sentence is not None and len(sentence[0].split()) >= LONG_SENTENCE


_BY_MARK: dict[Mark, Callable[[Evidence], bool]] = {
    Mark.DASH: _place_dash,
    Mark.BAR: _place_bar,
    Mark.DOT: _place_dot,
    Mark.COLON: _place_colon,
    Mark.STOP: _place_stop,
}


def _acronym_of(e: Evidence) -> bool:
    """Whether the text after the mark spells the place out: "GNW - Good News Weekly"."""
    initials = "".join(w[0] for w in e.rest.split()[:8] if w[0].isupper())
    name = e.place.join(e.reading.agencies)
    return len(initials) > 1 and name.startswith(initials)


def _is_aside(e: Evidence) -> bool:
    """Whether the dash opens an aside: its like closes it in the same sentence."""
    sign = "—" if e.rest.count(" — ") else "–" if e.rest.count(" – ") else "-"
    sentence = re.match(r"[^.!?]*", e.rest)
    closers = re.findall(rf"\s{sign}\s(\S)", sentence[0]) if sentence else []
    return len(closers) % 2 == 1 and closers[-1].islower()


RULES: tuple[Callable[[Evidence], bool | None], ...] = (
    _nothing_follows,  # first: the other rules read the text that follows
    _lone_bracket,  # before the next one: a bracket is its own mark
    _no_mark,  # a sentence that merely begins with these words has no mark
    _agency_is_the_place,  # before the agency's own rule: its name and its letters are no place and agency
    _known_agency,  # the best witness
    _shaped_agency,  # as the known one, with more asked of the place
    _day_alone,  # a day may open a report without place and agency
    _place_and_day,  # the second witness
    _place_alone,  # the weakest shape: case, mark and lists decide
)
"""Their order is by strength of the witness, after the shapes that are none."""
