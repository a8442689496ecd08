"""The place that a dateline names: how far its name reaches, and how much like a place it looks.

No gazetteer decides: case, separators, agency and day carry a dateline. Lists of places (``places.txt``) and of
words that are none (``kickers.txt``) vote where those witnesses are weak.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from pathlib import Path

from cleanscrape.fields.day import is_weekday, month_number
from cleanscrape.fields.late_pattern import LatePattern

LONGEST_NAME = 7
"""Words of the longest name that is read; "Joint Base San Antonio-Lackland" and "Frankfurt an der Oder" are shorter."""

SHORT_CAPITALS = 4
"""Letters up to which an unlisted name in capitals is an acronym sooner than a town."""


MOSTLY_CAPITALS = 7
"""Tenths of a name's letters that make it one in capitals: "McALLEN", "'s-HERTOGENBOSCH"."""


class Standing(IntEnum):
    """How much a name looks like a place."""

    NONE = -1
    """A kicker, a body, or words that no place name holds."""
    OPEN = 0
    """Nothing is known for or against it."""
    LIKELY = 1
    """It has the ending of a town, or a word such as "Beach"."""
    LISTED = 2
    """It is on the list, or the region after it is."""


# Letters are told from punctuation by what they are not: vowel signs of Indic scripts are no letters to `re`.
_CJK = r"\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef"
_STOPS = _CJK + r"∙·●▪■►▶★→፣።፡\s,;:.!?()（）\[\]{}<>/|\\\"“”„«»‹›–—―−…।۔،؛、。*•=+#@%&$€£~^_\-"
_LETTER = rf"[^{_STOPS}\d'’‘`]"
_ARABIC = r"\u0590-\u08ff"
_NAME_WORD = LatePattern(
    rf"(?:['’‘](?=s-))?(?:[dDlL]['’]|[^\W\d_]\.-)?{_LETTER}+"
    rf"(?:['’‘`.‑-](?![{_ARABIC}]){_LETTER}+)*(?:['’](?=\s[^a-z\s]))?"
)
_JOINERS = frozenset(
    "de del della dell delle dei degli di da do dos das du des la las los el le les al au aux am an ob der dem den "
    "und y e i et en und im in bei auf vor zu zum zur of on upon by the and sur sous lès sul sulla in der "
    "es van aan het ter te 't op nad pod na u ve og och ja bin ibn as ash ul do do pri kod".split()
)
_ABBREVIATED = frozenset(
    "st ste sta tp tx ft mt pt s n e w nr bez kr cd gral gen pte cnel sto stº d a b i o h v p st.. bgm dr "
    "ul г с пос обл д".split()
)
_DOTTED = LatePattern(r"(?:(?:[a-zäöü]{1,2}\.)+\w{0,4})\Z")
_GEOGRAPHY_FIRST = frozenset(
    "saint st sankt san santa são sao fort port mount lake cape camp glen north south east west upper lower aboard "
    "near outside gulf sea bay kota kuala bandar tanjung bukit sungai pulau kampung dera mandi chak ciudad villa "
    "puerto cerro rio río vila bad ile île isle islas nova novo nový nowy nowa staré kabupaten el la los las al le "
    "les joint uss palm".split()
)
_GEOGRAPHY_LAST = frozenset(
    "city town township village villages beach lake lakes springs spring falls park hills hill heights island islands "
    "isle river valley county harbor harbour bay creek grove point rock rocks desert sea ocean canyon bluffs bluff "
    "ridge prairie plains meadows junction crossing landing airport base border mountain mountains station".split()
)
_ENDINGS = tuple(
    "abad pur pura pore garh nagar patnam puram palli gudem ganj ville burg burgh borough town grad град "
    "stadt dorf heim hausen ingen furt münster kirchen hafen brück brücken walde rode leben büttel stedt weiler "
    "hofen stetten bronn haven hoven drecht foss owice polis стан ськ горск поль город باد آباد پور नगर पुर गढ़ "
    "बाद".split()
)
_KICKER_ENDINGS = tuple(
    "tion sion ment ness ism isme ismus ismo ung ungen keit heit schaft tät ción cion sión ção ções ité zione "
    "logy logie ología ics phy ique iques ing ings able ение ание ство ость ція ция".split()
)
_AND = r"\s(?:and|und|y|et|e|és|og|och|en|и|و|va|ve)\s"
_PARTS = rf"\s?/\s?|,\s+|{_AND}|[()\[\]]+"


def _lists(name: str) -> dict[str, str]:
    """The sections of a data file, by their names."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    sections: dict[str, str] = {}
    for section in text.split("\n[")[1:]:
        title, _, body = section.partition("]\n")
        sections[title] = body
    return sections


@cache
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    """The regions and the towns, folded."""
    found = _lists("places.txt")
    regions, towns = (
        frozenset(n.strip() for n in found[k].casefold().replace("\n", ", ").split(", ")) for k in ("regions", "towns")
    )
    return regions, towns


@cache
def _not_places() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The kickers, the bodies and the words that no place name holds."""
    found = _lists("kickers.txt")
    kickers, bodies, words = (frozenset(found[k].split()) for k in ("kickers", "bodies", "words"))
    return kickers, bodies, words


def is_joiner(word: str) -> bool:
    """Whether the word, in small letters, may stand inside a name: "de", "am"."""
    return word in _JOINERS


@cache
def han_places() -> frozenset[str]:
    """Places as Chinese and Japanese newsrooms write them."""
    return frozenset(n.strip() for n in _lists("places.txt")["han"].replace("\n", ", ").split(", "))


def name_end(text: str, start: int) -> int:
    """Where the name that starts at `start` ends: capitalised words, with the small ones that join them.

    In scripts without case a name is up to four words. Returns `start` where no name starts there.

    >>> name_end("PALMA DE MALLORCA (dpa)", 0), name_end("Limburg a. d. Lahn (x)", 0), name_end("The deal was", 0)
    (17, 18, 3)
    """
    end, pos, caseless = start, start, 0
    for _ in range(LONGEST_NAME):
        word = _NAME_WORD.match(text, pos)
        if word is None:
            break
        first = text[pos]
        after = _past_stop(text, word.group(), word.end())
        if is_small(first) and first not in "'’‘":
            if end == start or not _joins(text, word.group(), after):
                break
            end = after if _DOTTED.match(word.group()) else end
        else:
            caseless += not first.isupper()
            end = after
        if caseless > 4 or text[after : after + 1] not in _BLANKS:
            break
        pos = after + 1
    return end


_BLANKS = frozenset(" \u00a0\u202f")


def _joins(text: str, word: str, after: int) -> bool:
    """Whether the small `word` joins two parts of a name: a capital, or another such word, comes next."""
    if _DOTTED.match(word):
        return True
    if word not in _JOINERS and word not in _ABBREVIATED:
        return False
    following = text[after + 1 : after + 2]
    return text[after : after + 1] in _BLANKS and following.isalpha()


def _past_stop(text: str, word: str, end: int) -> int:
    """The place after the stop of an abbreviation that ends at `end`: St., N.Y., Mich., a. d."""
    if text[end : end + 1] != ".":
        return end
    folded = word.casefold()
    short = len(word) == 1 or "." in word or folded in _ABBREVIATED
    if not short and (len(word) > 5 or folded not in _listed()[0]):
        return end
    # ".-" is a separator of its own in Spanish.
    if text[end + 1 : end + 2] == "-" and text[end + 2 : end + 3] != "-":
        return end
    return end + 1


def in_capitals(name: str) -> bool:
    """Whether the name is in capitals; small joining words, initials and scripts without case do not count."""
    head = name.partition(",")[0].partition("(")[0]
    if head.isupper():
        return len(head.strip(" .")) > 1
    if head[-1:].islower() or not any(map(str.isupper, head[1:])):
        return False
    letters = "".join(w for w in re.split(r"[\s/-]+", head) if w not in _JOINERS)
    large = sum(map(str.isupper, letters))
    return large > 1 and large * 10 >= sum(map(str.isalpha, letters)) * MOSTLY_CAPITALS


def is_small(char: str) -> bool:
    """Whether the character is a small letter; those of Georgian have no capitals in print."""
    return char.islower() and not "\u10d0" <= char <= "\u10ff"


def written_in_cases(name: str) -> bool:
    """Whether the name is in a script that has capitals.

    >>> written_in_cases("Oslo"), written_in_cases("القاهرة")
    (True, False)
    """
    first = name[:1]
    return (first.upper() != first.lower() and not "\u10d0" <= first <= "\u10ff") or first in "'’‘"


def is_region(name: str) -> bool:
    """Whether the name is a listed country or state, or its abbreviation."""
    return name.casefold().rstrip(".") in _listed()[0]


def is_given_name(name: str) -> bool:
    """Whether the town's name is also a person's, or a common word."""
    return name.casefold() in _GIVEN_NAMES


_GIVEN_NAMES = frozenset(
    "adelaide alexandria austin brooklyn carson charlotte chelsea concord darwin elizabeth florence helena jackson "
    "lourdes lincoln madison mobile nancy nice orlando phoenix reading regina salem savannah sofia split surrey "
    "trinidad valencia victoria virginia".split()
)


def is_kicker(name: str) -> bool:
    """Whether the name is a word that newsrooms put before a story: "Opinion", "Photo"."""
    return name.casefold() in _not_places()[0]


def is_town(name: str) -> bool:
    """Whether the name is a listed town."""
    return _folded(name) in _listed()[1]


def _folded(name: str) -> str:
    return name.casefold().replace("i̇", "i").replace("’", "'").rstrip(".")


def standing(place: str) -> Standing:
    """How much `place` looks like a place, whole or by its parts.

    >>> standing("Dekalb, Ill."), standing("Papendorf"), standing("OPINION")
    (<Standing.LISTED: 2>, <Standing.LIKELY: 1>, <Standing.NONE: -1>)
    """
    if is_town(place):
        return Standing.LISTED
    parts = [p.strip() for p in re.split(_PARTS, place) if p.strip()]
    if not parts:
        return Standing.NONE
    if len(parts) > 1 and not in_capitals(place) and re.search(_AND, place):
        return Standing.LISTED if all(is_town(p) or is_region(p) for p in parts) else Standing.NONE
    if len(parts) > 1:
        if is_town(parts[0]) or any(_places(p, parts[0], bracketed=place.endswith(")")) for p in parts[1:]):
            named = in_capitals(parts[0]) or _name_standing(parts[0]) > Standing.NONE
            return Standing.LISTED if named else Standing.NONE
        return min(_name_standing(p) for p in parts)
    return _name_standing(place)


# What follows the name of a graduate is no state.
_DEGREES = frozenset("MD MA PA DO MS BA".split())


def _places(region: str, name: str, *, bracketed: bool) -> bool:
    """Whether the region after the name makes it a place; a person's country or degree does not."""
    person = not in_capitals(name) and " " in name
    if bracketed and (person or len(region) < SHORT_CAPITALS):
        return False
    if is_region(region):
        return not (person and region in _DEGREES)
    return is_town(region) and not (bracketed and not in_capitals(name))  # "Exampler (Ulm)" is a firm or a club


def _name_standing(name: str) -> Standing:
    """The standing of one name that stands alone."""
    capitals = in_capitals(name)
    if is_town(name) or (capitals and len(name) >= SHORT_CAPITALS and is_region(name)):
        return Standing.LISTED
    words = _folded(name).replace("-", " ").split() or [""]
    if _says_otherwise(words, capitals) or _is_month(name):
        return Standing.NONE
    if len(words) > 1 and (words[0] in _GEOGRAPHY_FIRST or words[-1] in _GEOGRAPHY_LAST):
        return Standing.LIKELY
    if more := _after_town(words):
        return Standing.LISTED if more in _listed()[0] else Standing.NONE
    if len(words) == 1 and len(words[0]) > SHORT_CAPITALS + 1 and words[0].endswith(_ENDINGS):
        return Standing.LIKELY
    doing = len(words) > 1 and words[0].endswith("ing")
    initials = len(max(words[0].split("."), key=len)) < 2
    if doing or initials or words[-1].endswith(_KICKER_ENDINGS):
        return Standing.NONE
    return Standing.OPEN


def _says_otherwise(words: list[str], capitals: bool) -> bool:
    """Whether one of the words is a kicker, a body, a weekday, or a word that no place name holds."""
    kickers, bodies, others = _not_places()
    if words[0] in others or (len(words) == 1 and words[0] in _JOINERS):
        return True
    if any((w in others and w not in _JOINERS) or (w in kickers and w not in _GEOGRAPHY_LAST) for w in words):
        return True
    return words[-1] in bodies or is_weekday(words[-1]) or (not capitals and any(w in bodies for w in words))


def _after_town(words: list[str]) -> str:
    """What follows the town that the words begin with: its team, its paper, its region; no river that it lies on."""
    towns = _listed()[1]
    more = [(words[n], " ".join(words[n:])) for n in range(1, len(words)) if " ".join(words[:n]) in towns]
    return next((rest for word, rest in more if rest in _listed()[0] or not _joined(word)), "")


def _is_month(name: str) -> bool:
    return len(name) >= SHORT_CAPITALS - 1 and " " not in name and month_number(name) is not None


def _joined(word: str) -> bool:
    return word in _JOINERS or word.rstrip(".") in _ABBREVIATED or _DOTTED.match(word) is not None
