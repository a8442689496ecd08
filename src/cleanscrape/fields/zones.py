"""Names of time zones as they are printed after a time, and the offset from UTC that each means."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.lettering import fold
from cleanscrape.fields.page_habits import Habits, zone_of

# Minutes east of UTC. Where a name has several meanings, the commonest on news sites stands first; the
# page's own zone or language (below) may choose another.
_OFFSETS: dict[str, tuple[int, ...]] = {
    name: tuple(round(float(hours) * 60) for hours in meanings.split("/"))
    for name, meanings in (
        entry.split("=")
        for entry in (
            "UTC=0 GMT=0 Z=0 WET=0 WEST=1 BST=1/6 IST=5.5/2/1 CET=1 CEST=2 MEZ=1 MESZ=2 MET=1 MEST=2 EET=2 "
            "EEST=3 MSK=3 МСК=3 TRT=3 TSİ=3 SAST=2 CAT=2 EAT=3 WAT=1 AST=-4/3 ADT=-3 IDT=3 GST=4 AZT=4 "
            "AMT=4/-4 IRST=3.5 IRDT=4.5 AFT=4.5 PKT=5 UZT=5 SLST=5.5 NPT=5.75 BDT=6 MMT=6.5 ICT=7 WIB=7 "
            "WITA=8 SGT=8 MYT=8 HKT=8 PHT=8 AWST=8 KST=9 JST=9 ACST=9.5 ACDT=10.5 AEST=10 AEDT=11 NZST=12 "
            "NZDT=13 EST=-5/10 EDT=-4/11 CST=-6/8/-5 CDT=-5/-4 MST=-7/8 MDT=-6 PST=-8/8/5 PDT=-7 AKST=-9 "
            "AKDT=-8 HST=-10 NST=-3.5 NDT=-2.5 BRT=-3 CLT=-4 CLST=-3 VET=-4 HNE=-5 HAE=-4"
        ).split()
    )
}
_BY_LANGUAGE = {
    ("IST", "he"): 120,
    ("IST", "ga"): 60,
    ("BST", "bn"): 360,
    ("CST", "zh"): 480,
    ("AST", "ar"): 180,
    ("PST", "ur"): 300,
    ("PST", "fil"): 480,
}
# Names that hold summer and winter: the offset is the region's on that day.
_REGIONS = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "AET": "Australia/Sydney",
    "eastern": "America/New_York",
    "us eastern": "America/New_York",
    "eastern time": "America/New_York",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles",
    "london time": "Europe/London",
    "uk time": "Europe/London",
    "israel time": "Asia/Jerusalem",
    "central european time": "Europe/Berlin",
    "heure de paris": "Europe/Paris",
    "heure de l'est": "America/Toronto",
    "за києвом": "Europe/Kyiv",
    "по киевскому времени": "Europe/Kyiv",
}
_PHRASES = {
    "eastern standard time": -300,
    "eastern daylight time": -240,
    "central standard time": -360,
    "central daylight time": -300,
    "pacific standard time": -480,
    "pacific daylight time": -420,
    "greenwich mean time": 0,
    "beijing time": 480,
    "hong kong time": 480,
    "singapore time": 480,
    "moscow time": 180,
    "moscow standard time": 180,
    "indian standard time": 330,
    "india standard time": 330,
    "pakistan standard time": 300,
    "japan standard time": 540,
    "korea standard time": 540,
    "horario de brasilia": -180,
    "hora de brasilia": -180,
    "de brasilia": -180,
    "по московскому времени": 180,
    "по мск": 180,
    "turkiye saati": 180,
}
_LONGEST_PHRASE = 24
_FIRST_WORDS = frozenset(fold(phrase).split()[0] for phrase in (*_PHRASES, *_REGIONS))
_FOLDED_PHRASES: dict[str, int | str] = {fold(p): meaning for p, meaning in (_PHRASES | _REGIONS).items()}

_OFFSET = LatePattern(
    r"(?P<space>\s{0,2})\(?(?:(?P<base>utc|gmt)\s?)?(?P<sign>[+-])(?P<gap>\s?)(?P<hours>[0-9]{1,2})"
    r"(?::?(?P<minutes>[0-9][0-9])(?::00)?)?(?![0-9:])\s?\)?",
    re.IGNORECASE,
)
_OFFSET_BEGINS = frozenset("+-(uUgG")
_NAME = LatePattern(r"\s{0,2}[(\[]?\s?((?:[A-Z]\.){2,4}|[^\W0-9_]{1,12})")
_CLOSING = LatePattern(r"\s?[)\]]")
_FARTHEST = 14 * 60  # minutes; the Line Islands


class Zone(NamedTuple):
    """A zone as printed: one of `offsets` (minutes), or the zone of an IANA `region`; it ends at `end`."""

    name: str
    end: int
    offsets: tuple[int, ...] = ()
    region: str | None = None

    def offset(self, local: dt.datetime, habits: Habits) -> dt.timedelta | None:
        """The offset at a local time, by the page's own zone and language where the name is ambiguous."""
        if self.region is not None:
            return _regional_offset(self.region, local)
        minutes = self.offsets[0]
        if len(self.offsets) > 1:
            minutes = _BY_LANGUAGE.get((self.name, habits.language or ""), minutes)
            own = local.replace(tzinfo=habits.zone).utcoffset() if habits.zone else None
            minutes = next((m for m in self.offsets if dt.timedelta(minutes=m) == own), minutes)
        return dt.timedelta(minutes=minutes)


def _regional_offset(region: str, local: dt.datetime) -> dt.timedelta | None:
    """The region's offset; None where the machine has no data on it, since an unknown zone is no zone."""
    try:
        return local.replace(tzinfo=zone_of(region)).utcoffset()
    except ValueError:
        return None


def zone_at(text: str, position: int, *, exact: bool = False, any_case: bool = False) -> Zone | None:
    """The zone that is printed at `position`, in brackets or not; None where none is.

    `exact`: the time is printed in the form of ISO 8601, so that ``-05:00`` right after it is an offset and
    not the end of a span. `any_case`: the time has "am" or "pm", so that ``est`` is a zone and not a word.
    """
    begin = text[position : position + 3].lstrip()[:1]
    if not (begin.isalpha() or begin in ("+", "-", "(", "[")):
        return None
    sign = _OFFSET.match(text, position) if begin in _OFFSET_BEGINS else None
    if sign is not None:
        minutes = _minutes(sign, exact)
        return None if minutes is None else Zone("UTC", sign.end(), (minutes,))
    match = _NAME.match(text, position)
    if match is None:
        return None
    name = match[1].replace(".", "")
    if name.isupper() or any_case or name.lower() in ("utc", "gmt", "мск"):
        key = name.upper()
        if key in _OFFSETS:
            return Zone(key, _closed(text, match.end()), _OFFSETS[key])
        if key in _REGIONS:
            return Zone(key, _closed(text, match.end()), region=_REGIONS[key])
    return _phrase_at(text, match.start(1)) if fold(name) in _FIRST_WORDS else None


def _closed(text: str, position: int) -> int:
    """The place after a bracket that closes here."""
    closing = _CLOSING.match(text, position)
    return closing.end() if closing else position


def _minutes(sign: re.Match[str], exact: bool) -> int | None:
    """Minutes east of UTC of a printed offset; None where it is rather the end of a span of time."""
    hours, minutes = int(sign["hours"]), int(sign["minutes"] or 0)
    bare = sign["base"] is None
    if bare and (sign["gap"] or (sign["minutes"] is None and not (exact and len(sign["hours"]) == 2))):
        return None
    if bare and sign["sign"] == "-" and not exact and not sign["space"] and ":" in sign[0]:
        return None
    total = hours * 60 + minutes
    if minutes not in (0, 15, 30, 45) or total > _FARTHEST:
        return None
    return -total if sign["sign"] == "-" else total


def _phrase_at(text: str, position: int) -> Zone | None:
    """A zone's name of several words."""
    words = text[position : position + _LONGEST_PHRASE + 2]
    for end in range(min(len(words), _LONGEST_PHRASE), 5, -1):
        if end < len(words) and words[end].isalpha():
            continue
        meaning = _FOLDED_PHRASES.get(fold(words[:end]))
        if isinstance(meaning, int):
            return Zone(words[:end], _closed(text, position + end), (meaning,))
        if meaning is not None:
            return Zone(words[:end], _closed(text, position + end), region=meaning)
    return None
