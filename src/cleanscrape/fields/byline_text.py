"""The text of a byline in tokens: without tags, addresses, asides and invisible signs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import Final

from cleanscrape.fields.agency import canonical_agency
from cleanscrape.fields.byline_words import (
    AUTHOR,
    BY,
    BY_FIRST,
    CUT,
    DEGREE,
    GROUP,
    HOUSE,
    MADE,
    NOISE,
    OTHER,
    RANK,
    ROLE,
    STOP,
    WORK,
)
from cleanscrape.fields.east_asian_name import is_east_asian, part_dots, read_east_asian
from cleanscrape.fields.lettering import fold
from cleanscrape.fields.month_names import month_named
from cleanscrape.fields.person_name import kind_of

LONGEST: Final = 3000
"""Characters that are read. A byline of forty authors has about 1,000."""

OTHERS_MARK: Final = "\ue000"
"""The token for an aside that tells of another's work: "(photos)"."""

HELD_DOT: Final = "\ue001"
"""Stands for a middle dot inside a name, until the name is whole: "ジョン・スミス"."""

SEAM: Final = "\ue002"
"""A separator that no page prints: where an address stood, or at the edge of a link."""

_SIGNS: Final = ",;،؛、，；/／|｜•·・‧…<>—―»›►▪●:：=＝{}()（）【】「」\\[\\]\n" + SEAM
_TOKEN = re.compile(f"[^\\s{_SIGNS}]+|[{_SIGNS}]")
_GLUED = re.compile(r"(?<=[a-zß-öø-ÿ.)])(?=[A-ZÀ-ÖØ-Þ])")
_GLUED_DAY = re.compile(r"(?<=[^\W\d_])(?=(?:19|20)\d\d ?[年년./\-])")  # "佐藤彩花2021年3月12日"
_GLUED_LABEL = re.compile(  # "来源：某某报作者：王小明"
    "(?<=\\w)(?<![责責]任)(?=(?:责任编辑|責任編輯|作者|[记記]者|[编編][辑輯]|[责責][编編]|[来來]源|通[讯訊][员員]|[摄攝]影|撰文|[阅閱][读讀])"
    "\\s?[:：])"
)
_SLASHED_LABEL = re.compile(  # "文／山田太郎 写真／佐藤花子"
    "(?<![^\\s\\[【（(|｜])(文|撰文|取材・文|取材|写真|撮影|編集|文字|[攝摄]影|[圖图]|[編编][輯辑]|글|사진)[／/](?=[^\\W摄攝图圖文写撮])"
)
_BARE_LABEL = re.compile("(?<!\\w)(作者|撰文)(?=[\u4e00-\u9fff]{2,4}(?:[^\\w：:]|$))")  # "| 作者王小明"
_REPORTER = re.compile("(?<=\\S) (?=[记記]者[\u4e00-\u9fff]{2,4}(?:[^\\w]|$))")  # "来源：某某报 记者王小明"
_LOUD_PAIR = re.compile(
    "(?<=[^\\W\\d_a-zß-öø-ÿ]{2})-(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü]+ [A-ZÇĞİÖŞÜ]{2})"
)  # "Ayşe ÖRNEK-Mehmet DENEME"
_PAREN = re.compile(r"[(（\[]([^()\[\]（）\n]{0,120})[)）\]]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![^\s@,;|/()<>])[^\s@,;|/()<>]+@[\w\-]+(?:\.[\w\-]+)+|@[\w.\-]+", re.IGNORECASE
)
_GENDERED = re.compile(r"(?<=[a-zäöü])[:*_](in(?:nen)?)\b")
_TAG = re.compile(r"<[^<>]{0,300}>")
_INVISIBLE: Final = dict.fromkeys(
    [0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]
)
_NAME_PREFIXES: Final = frozenset(
    ("mac", "fitz", "van", "von", "del", "des", "dela", "della", "saint", "ben", "abu", "der", "ten")
)
_LEADING: Final = BY | BY_FIRST | AUTHOR | MADE | WORK | OTHER
_GLUABLE: Final = ROLE | RANK | NOISE | GROUP | HOUSE | OTHER | BY

_SHORTEST_HALF: Final = 3
"""Letters before a capital that may be a word of their own: more than "Mc" and "De"."""

_ACRONYM_WORDS: Final = 3
"""Words in capitals that a bracket may hold and be a house ("(ABC TV)")."""


def tokens(text: str) -> list[str]:
    """Words and separators of a byline; reads the first `LONGEST` characters.

    >>> tokens("By Ana RoeStaff Writer, <b>EXA</b> (photos)")
    ['By', 'Ana', 'Roe', '\\n', 'Staff', 'Writer', ',', '\\n', 'EXA', '\\n', '\ue000']
    """
    text = _cleaned(text[:LONGEST])
    found = _TOKEN.findall(text)
    return _unglued(found) if _GLUED.search(text) else found


def _cleaned(text: str) -> str:
    """The text without tags, addresses, bracketed asides and invisible signs."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
        if is_east_asian(text):
            text = _GLUED_DAY.sub("\n", part_dots(text, held=HELD_DOT))
            text = _SLASHED_LABEL.sub(r"\1：", text)
            text = _BARE_LABEL.sub(r"\1：", _REPORTER.sub("\n", _GLUED_LABEL.sub(SEAM, text)))
    if "-" in text:
        text = _LOUD_PAIR.sub(SEAM, text)
    if "<" in text:
        text = _TAG.sub("\n", text)
    if "&" in text:
        text = unescape(text)
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(f" {SEAM} ", text)
    if ":in" in text or "*in" in text or "_in" in text:
        text = _GENDERED.sub(r"\1", text)
    if "(" in text or "[" in text or "（" in text:
        text = _PAREN.sub(_bracketed, text)
    return text


def _bracketed(match: re.Match[str]) -> str:
    """What stands for an aside in brackets: a separator, its house or reporter, or a mark of another's work."""
    words = match[1].split()
    kinds = [kind_of(word) for word in words]
    if any(kind & OTHER for kind in kinds) and not any(kind & (WORK | MADE | AUTHOR) for kind in kinds):
        return f" {OTHERS_MARK} "
    if len(words) == 1 and words[0].istitle() and not kinds[0]:
        following = match.string[match.end() : match.end() + 2]
        if following[:1] == " " and following[1:].isupper():
            return f'"{words[0]}"'
    while kinds and kinds[0] & (CUT | BY | BY_FIRST | STOP):
        del words[0], kinds[0]
    content = " ".join(words)
    return f" | {content} | " if content and _names_somebody(content, kinds) else " , "


def _names_somebody(content: str, kinds: list[int]) -> bool:
    """Whether what is in brackets names a house, or a reporter in an East Asian script."""
    if any(kind & (HOUSE | GROUP) for kind in kinds) or (len(kinds) <= _ACRONYM_WORDS and content.isupper()):
        return True
    if is_east_asian(content):
        return any(read_east_asian(part).people for part in re.split("[,，、]", content))
    return canonical_agency(content.partition("/")[0].partition(",")[0]) is not None


def _unglued(tokens: Iterable[str]) -> list[str]:
    """The tokens, with words parted that the page has glued together ("RoeStaff", "byJane")."""
    source = list(tokens)
    result: list[str] = []
    for index, token in enumerate(source):
        at = _glued_at(source, index) if len(token) > _SHORTEST_HALF else 0
        if at:
            result += (token[:at], "\n", token[at:])
        else:
            result.append(token)
    return result


def _glued_at(tokens: list[str], index: int) -> int:
    """Where the token at `index` is two words glued; 0 where it is one."""
    token = tokens[index]
    before = tokens[index - 1] if index else ""
    begun = before[:1].isupper() and not kind_of(before) & (_LEADING | DEGREE)
    for match in _GLUED.finditer(token):
        at = match.start()
        left = token[:at]
        if index == 0 and kind_of(left) & (BY | BY_FIRST):
            return at
        # A name must have begun before, or the word is one of the many with a capital inside.
        if begun and len(left) >= _SHORTEST_HALF and left.lower() not in _NAME_PREFIXES:
            following = tokens[index + 1] if index + 1 < len(tokens) else ""
            if _is_glued_on(token[at:], following):
                return at
    return 0


def _is_glued_on(word: str, following: str) -> bool:
    """Whether the word that stands at the end of another is one of its own: a post, a month, another name."""
    if kind_of(word) & _GLUABLE or word == "The" or following[:1].isupper():
        return True
    return following[:1].isdigit() and month_named(fold(word), None) is not None
