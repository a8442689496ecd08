"""The datelines of Chinese, Japanese and Korean newsrooms, which stand in brackets or end in the word for a wire."""

from __future__ import annotations

import re

from cleanscrape.fields.agency import canonical_agency
from cleanscrape.fields.dateline_korean import read_korean
from cleanscrape.fields.dateline_marks import Found, Reading
from cleanscrape.fields.day import Day
from cleanscrape.fields.east_asian_name import has_surname
from cleanscrape.fields.late_pattern import LatePattern
from cleanscrape.fields.place import han_places

LONGEST_BRACKET = 60
"""Characters in the longest bracket that is read: two reporters, a place, a house and a day are under 40."""

LONGEST_HOUSE = 14
"""Characters of the longest house that is taken from running text."""

_OPENERS = "([【［〔（〖"
_CLOSERS = dict(zip(_OPENERS, ")]】］〕）〗", strict=True))
_SCRIPT = r"\u3005-\u30ff\u3400-\u9fff\uff66-\uff9f"
_CJK = LatePattern(rf"[{_SCRIPT}\uac00-\ud7a3]")
_HANGUL = LatePattern(r"[\uac00-\ud7a3]")
_KANA = LatePattern(r"[\u3041-\u30ff]")
_DAY_SOURCE = r"(?:北京时间|北京時間)?(?:(\d{4})\s?年)?(?:\s?(\d{1,2})\s?月)?\s?(\d{1,2})\s?日"
_DAY = LatePattern(_DAY_SOURCE)
_WIRE = LatePattern(
    r"(?:综合|綜合)?(?:外电|外電)?(?:特稿|特约|特約)?(?:专电|專電|專訊|专讯|快讯|快訊|电讯|電訊|报导|报道|報導|報道|电|電|讯|訊|消息)$"
)
_RUNNING = LatePattern(
    r"(?P<place>[^\d\s，。、：:；;！!？?（）()《》“”\"「」『』记記]{0,12}?)\s?"
    rf"(?P<day>{_DAY_SOURCE})?\s?"
    r"(?P<wire>(?:综合|綜合)?(?:专电|專電|專訊|专讯|电|電|讯|訊)|(?:综合|綜合)?(?:消息|报道|報導|報道)(?=\s*[：:，,（(\s]))"
)
_WRITERS = (
    r"(?:本报|本報|本台|特派|驻外|駐外|大纪元|大紀元)?(?:实习|實習|见习|見習)?(?:记者|記者|編譯|编译|特派員|特派员|"
    r"通讯员|通訊員|編輯|编辑|作者|主播)"
)
_WRITER = LatePattern(rf"{_WRITERS}[\s：:]*")
_BY = LatePattern(
    rf"\s?[（(](?:{_WRITERS}[\s：:]*(?P<names>[^（）()]{{2,40}})|(?P<bare>[\u3400-\u9fff]{{2,3}}(?:[\s、][\u3400-\u9fff]{{2,3}})?))[）)]"
)
_OWN = ("本报", "本報", "本刊", "本台", "本网", "本網", "本社")
_HOUSE = r"[\u3400-\u9fff]{1,8}?(?:网|網|社|报|報|新闻|新聞|在线|客户端|電視|电视|台)"
_ANY_HOUSE = LatePattern(rf"(?:{_HOUSE})\Z")
_HOUSE_AND_MORE = LatePattern(rf"{_HOUSE}(?=[\u3400-\u9fff]{{2,8}}\d)")
_HOUSE_AND_WRITER = LatePattern(rf"{_HOUSE}(?={_WRITERS})")
_AFTER_WIRE = LatePattern(r"\s*[：:，,]?\s*")
_LABELS = frozenset(
    "写真 動画 図解 解説 独自 速報 関連 記事 連載 社説 特集 号外 地図 表 图 圖 "
    "图片 圖片 图源 图为 视频 影片 来源 來源 摄影 攝影 注 註 "
    "編集部 取材 文 構成 訳 提供 資料 資料照 示意圖 编辑 編輯".split()
)
_KANJI_NAME = LatePattern(
    r"(?:[\u3005\u3400-\u9fff\u3041-\u30ff]{2,7}(?:[、・][\u3005\u3400-\u9fff\u3041-\u30ff]{2,7}){0,2})\Z"
)


def opens_cjk(text: str, start: int) -> bool:
    """Whether the text opens in one of these scripts, or with a bracket that holds them.

    >>> opens_cjk("（共同）首相は", 0), opens_cjk("(AP) — The", 0)
    (True, False)
    """
    first = text[start]
    if first < "(" or "(" < first < "[" or "[" < first < "\u1100":
        return False
    if first in "（【［〔〖":
        return True
    if first in "([":
        close = text.find(_CLOSERS[first], start, start + LONGEST_BRACKET)
        return close > 0 and _CJK.search(text, start, close) is not None
    return _CJK.match(first) is not None


def read_cjk(text: str, start: int) -> Reading | None:
    """The dateline that opens the text, None where there is none."""
    opener = text[start]
    if opener not in _OPENERS:
        return _running(text, start)
    close = text.find(_CLOSERS[opener], start + 1, start + LONGEST_BRACKET)
    content = text[start + 1 : close].strip(" \u3000") if close > 0 else ""
    if not content:
        return None
    if _HANGUL.search(content):
        return read_korean(text, start, close + 1, content)
    found = _bracket(content)
    if found is None:
        return None
    end = close + 1
    if found.reporter is None and (by := _BY.match(text, end)):
        found, end = found._replace(reporter=_names(by)), by.end()
    return found.reading(text, (start, end))


def _names(by: re.Match[str]) -> str:
    return " ".join((by["names"] or by["bare"]).split())


# -- Chinese and Japanese brackets


def _bracket(content: str) -> Found | None:
    """What a Chinese or Japanese bracket holds; None for captions, labels and asides."""
    if content in _LABELS or any(c in "。！？!?；;：:" for c in content):
        return None
    day, content_without = _without_day(content)
    wire = _WIRE.search(content)
    if wire and _KANA.search(content) is None:
        return _chinese(content, wire.start())
    sides = [s.strip(" \u3000") for s in re.split(r"[＝=]", content_without) if s.strip(" \u3000")]
    if len(sides) == 2:
        return _two_sides(sides[0], sides[1], day)
    if len(sides) != 1:
        return None
    return _one_side(sides[0], day)


def _without_day(content: str) -> tuple[Day | None, str]:
    """The day in the content, and the content with a blank in its stead."""
    match = _DAY.search(content)
    if match is None:
        return None, content
    return _day(match), f"{content[: match.start()]} {content[match.end() :]}".strip(" \u3000")


def _day(match: re.Match[str]) -> Day | None:
    year, month, day = (int(g) if g else None for g in match.groups())
    if day is None or not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    return Day(year, month, day, 0)


def _two_sides(left: str, right: str, day: Day | None) -> Found | None:
    """PLACE＝house, PLACE＝reporter, house and PLACE＝reporter."""
    if right in _LABELS or left in _LABELS or len(left) > 16:
        return None
    if canonical_agency(right):
        return Found(left, (right,), day)
    if canonical_agency(f"{left}={right}"):
        return Found(None, (f"{left}={right}",), day)
    if not _KANJI_NAME.match(right.replace(" ", "").replace("\u3000", "")):
        return None
    prefix = _agency_prefix(left)
    if not prefix and not all(_placelike(p) for p in re.split("[・、]", left.partition("（")[0])):
        return None
    if prefix and prefix != left:
        return Found(left[len(prefix) :].strip(" \u3000・"), (prefix,), day, right)
    return Found(None, (left,), day, right) if prefix else Found(left, (), day, right)


def _one_side(content: str, day: Day | None) -> Found | None:
    """Words apart by blanks, or place and house, house and place, place and reporter written as one."""
    words = content.split()
    houses = [w for w in words if canonical_agency(w)]
    if canonical_agency(content):
        return Found(None, (content,), day)
    if houses and len(words) <= 3:
        others = [w for w in words if w not in houses]
        return Found(others[0] if others else None, tuple(houses), day) if len(others) <= 1 else None
    if len(words) == 2 and canonical_agency(" ".join(words)):
        return Found(None, (content,), day)
    if suffix := _agency_suffix(content):
        place = content[: -len(suffix)].strip(" \u3000・（）()")
        return Found(place, (suffix,), day) if place and len(place) <= 12 and place not in _LABELS else None
    prefix = _agency_prefix(content)
    if prefix and day is not None:
        return Found(content[len(prefix) :].strip() or None, (prefix,), day)
    return _placed_reporter(content, day)


def _placed_reporter(content: str, day: Day | None) -> Found | None:
    """A listed place with a reporter's name after it, with or without a dot between them."""
    if content in han_places():
        return Found(content, (), day) if day else None
    for size in range(min(11, len(content) - 2), 1, -1):
        if content[:size] in han_places():
            name = content[size:].strip("・ \u3000")
            dotted = content[size : size + 1] == "・"
            return Found(content[:size], (), day, name) if _signs(name, content[size - 1], dotted=dotted) else None
    return None


def _signs(name: str, before: str, *, dotted: bool) -> bool:
    """Whether a person signs with `name` after a place: another script, a dot between, or a known surname."""
    if name in _LABELS or name.endswith(_NO_NAMES) or not _KANJI_ONLY.match(name):
        return False
    return dotted or "\u30a0" <= before <= "\u30ff" or has_surname(name)


_KANJI_ONLY = LatePattern(r"[\u3005\u3400-\u9fff\u3041-\u3096]{3,6}(?:、[\u3005\u3400-\u9fff\u3041-\u3096]{3,6})?\Z")
_NO_NAMES = tuple(
    "新聞 株式 市場 代表 五輪 大会 情勢 特集 時間 大学 空港 支局 総局 条約 協定 憲章 宣言 会議 映画祭 証券 裁判所 "
    "大使館 本部 議定書 国際 合意 民主派 週報 公演 展覧会 美術館 "
    "博物館 事件 戦争 選挙 首脳会談 円卓 日記 便り 通信 物語 紀行 案内".split()
)


def _agency_prefix(content: str) -> str:
    sizes = range(min(LONGEST_HOUSE, len(content)), 1, -1)
    return next((content[:n] for n in sizes if canonical_agency(content[:n])), "")


def _agency_suffix(content: str) -> str:
    sizes = range(min(LONGEST_HOUSE, len(content) - 1), 1, -1)
    return next((content[-n:] for n in sizes if canonical_agency(content[-n:])), "")


# -- Chinese: house, writer, place, day, and the word for a wire


def _chinese(content: str, wire: int) -> Found | None:
    """中央社記者NAME PLACE 3日電, 新华社PLACE 11月3日电, 記者NAME／PLACE報導, PLACE 3日讯."""
    body = content[:wire]
    house = _agency_prefix(body) or next((own for own in _OWN if body.startswith(own)), "")
    if not house and (unlisted := _HOUSE_AND_WRITER.match(body)):
        house = unlisted[0]
    writer = _WRITER.match(body, len(house))
    day, after = _without_day(body[writer.end() if writer else len(house) :])
    agencies = (house,) if house else ()
    if writer:
        place, names = _place_and_names(after)
        return Found(place, agencies, day, names)
    place = after.strip(" \u3000／/，,") or None
    if not house and not day and _ANY_HOUSE.match(body):
        return Found(None, (body,))
    if house:
        return Found(place, agencies, day) if place is None or len(place) <= 12 else None
    return Found(place, (), day) if place in han_places() and day else None


def _place_and_names(joined: str) -> tuple[str | None, str | None]:
    """Place and names that stand together: "NAME／PLACE", "NAME、NAMEPLACE", "NAMEPLACE"."""
    sides = re.split(r"[／/\s]+", joined.strip(" \u3000／/"), maxsplit=1)
    if len(sides) == 2:
        return sides[1] or None, sides[0]
    head, dot, last = joined.rpartition("、")
    size = next((n for n in range(min(7, len(last)), 1, -1) if last[-n:] in han_places()), 0)
    if not size and len(last) > 4:
        size = len(last) - 3
    name = last[: len(last) - size]
    return (last[len(last) - size :] if size else None), f"{head}{dot}{name}" or None


# -- Chinese without brackets, and a place before a house in brackets


def _running(text: str, start: int) -> Reading | None:
    """新华社PLACE 11月3日电（记者NAME）…, PLACE（house）…"""
    pos = start + (text[start] in "据據")
    house = _agency_prefix(text[pos : pos + LONGEST_HOUSE]) or next((o for o in _OWN if text.startswith(o, pos)), "")
    if not house and (unlisted := _HOUSE_AND_MORE.match(text, pos)):
        house = unlisted[0]
    if house and text[pos + len(house) : pos + len(house) + 1] in "【〔":
        return _house_and_bracket(text, start, pos + len(house))
    if house:
        return _running_wire(text, start, pos, house)
    head = _HEAD.match(text, start)
    if head is None or not canonical_agency(head["house"]) or not _placelike(head["place"]):
        return None
    return Found(head["place"], (head["house"],)).reading(text, head.span())


_HEAD = LatePattern(rf"(?P<place>[{_SCRIPT}]{{2,12}})[（(](?P<house>[^（）()]{{2,16}})[）)](?=[\s–—―：:-])")


def _house_and_bracket(text: str, start: int, pos: int) -> Reading | None:
    """House【NAME／PLACE報導】…"""
    close = text.find(_CLOSERS[text[pos]], pos, pos + LONGEST_BRACKET)
    content = text[pos + 1 : max(close, pos + 1)]
    wire = _WIRE.search(content)
    if wire is None:
        return None
    writer = _WRITER.match(content)
    day, after = _without_day(content[writer.end() if writer else 0 : wire.start()])
    place, names = _place_and_names(after)
    found = Found(place, (text[start:pos],), day, names)
    return found.reading(text, (start, close + 1))


def _placelike(name: str) -> bool:
    return name in han_places() or (2 < len(name) < 9 and all("\u30a0" <= c <= "\u30ff" for c in name))


def _running_wire(text: str, start: int, pos: int, house: str) -> Reading | None:
    match = _RUNNING.match(text, pos + len(house))
    if match is None:
        return None
    place = match["place"].strip() or None
    dated = match["day"] is not None
    if not dated and (pos > start or not _closes(text, match.end(), place)):
        return None
    end, reporter = match.end(), None
    if by := _BY.match(text, end):
        end, reporter = by.end(), _names(by)
    day = _without_day(match["day"])[0] if dated else None
    return Found(place, (house,), day, reporter).reading(text, (start, end), _AFTER_WIRE)


def _closes(text: str, end: int, place: str | None) -> bool:
    """Whether the word for a wire ends the dateline where no day stands before it."""
    told = text[end - 1] in "息道導"
    return (place is None or place in han_places()) and text[end : end + 1] in ("（(：: \u3000" if told else _WIRE_END)


_WIRE_END = "（(：:，, \u3000\n"
