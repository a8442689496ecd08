"""Names of persons in Chinese, Japanese and Korean: scripts without capitals, and mostly without spaces.

A name is known by its length, its surname, and by the post that stands before it (``记者``) or behind it
(``기자``, ``記者``). Surnames are those that most people bear: in China and Korea over nine in ten, in Japan
about a third, so that a Japanese name wants a space inside, a post or an author's place beside it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from cleanscrape.fields.byline_words import KINDS, NOISE
from cleanscrape.fields.east_asian_surnames import CHINESE, CHINESE_TWO, JAPANESE, KOREAN, KOREAN_TWO

_BEFORE: Final = (
    "(?:本[报報刊社網网台]|特[约約派]|[实實]习|見習|见习|首席|[资資]深|[体體]育|[財财][经經]|科技|专职|專職|[駐驻][^駐驻\\s]{1,5}?)*"
    "(?:[记記]者|通[讯訊][员員]|撰[文稿]|作者|著者|筆者|執筆|评论员|評論員|ライター|글쓴이|글)[:：\\s]*"
)
_BEHIND: Final = (
    "(?:\\s+(?:著|文)|\\s*(?:報道|报道|報導|撰文|撰稿|氏|さん|"
    "(?:\\S{1,4}(?:支局|総局|部|局))?(?:特派員|記者|支局長|編集委員|論説委員|解説委員|副?編集長|主筆|コラムニスト|ライター)|"
    "记者|評論員|评论员|\\S{0,4}(?:기자|특파원|위원|실장|앵커|에디터|칼럼니스트|편집장|국장|교수|작가|변호사|평론가|리포터)|PD))\\s*$"
)
_OTHERS: Final = (
    "(?:监?译|監?訳|翻[译訳譯]者?|编[辑輯]|編[輯集]|责编|校[对對]|摄影?|攝影?|撮影|写真|插?[图圖]|イラスト|来源|來源|出典|"
    "사진|그림|번역|편집|영상|촬영)\\s*$"
)
_HOUSES: Final = (
    "(?:[报報网網社台局]|新[闻聞]|日刊|[时時]报|時報|[週周]刊|通[讯訊信]|[電电][视視]|テレビ|放送|編集部|编辑部|編輯部|取材班|"
    "デジタル|オンライン|ニュース|DIGITAL|Web|뉴스|신문|일보|방송|통신|미디어|닷컴|경제|타임즈|타임스|편집부|팀)$"
)
_REPORTS: Final = frozenset(("報道", "报道", "報導"))
"""Behind a place as well as behind a name."""

_WRITTEN: Final = frozenset(("著", "文"))
"""What is printed behind a name for "written by", and is no post."""

_UNITS: Final = "(?:[部局班室課]|支局|総局|부|국)$"


# Names by the shape of their letters (`_shape`): Han, kana, Hangul, a dot inside, a space.
_NAME = re.compile(r"H{2,4}|H{1,4}[HK]{1,5}|K{2,6}[HK]{1,5}|K{2,}(?:[. ]K{1,12}){1,4}|H{1,6}(?:\.H{1,7}){1,3}|G{2,5}")
_SPACED = re.compile("(?!H{4,} H{4})[HK]{1,5} [HK]{1,5}")  # neither half of a name is four characters beside another
_KATAKANA = re.compile(r"K{2,}(?:[. ]K{1,12}){1,4}")
_ANNOUNCES = re.compile(r"\w(?:[记記]者|通[讯訊][员員])$")
_DOT = re.compile(r"(?<=\w)[・·‧](?=\w)")
_RUN = re.compile("H+|K+|G+")


class _Patterns(NamedTuple):
    """What tells posts and houses; compiled when the first East Asian byline is read."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    second: re.Pattern[str]
    others: re.Pattern[str]
    house: re.Pattern[str]
    unit: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        before=re.compile(_BEFORE),
        behind=re.compile(_BEHIND),
        second=re.compile(rf"\s+(?={_BEFORE}\s*\w)"),
        others=re.compile(_OTHERS),
        house=re.compile(_HOUSES),
        unit=re.compile(_UNITS),
    )


_LAST_BEFORE: Final = "\u3040"
"""No character of an East Asian script comes before kana."""

_LONGEST_NAME: Final = 30
"""Characters of a name; foreign ones in katakana are the longest."""

_LONGEST_HALF: Final = 8
"""Characters of the longer half of a name with a dot inside."""

_LONGEST_HOUSE: Final = 20
"""Characters of the name of a house; the longest have about 15."""


class EastAsian(NamedTuple):
    """What a piece of a byline names: people as (name, post or None), and organisations.

    `others`: it names whose work is another one than writing.
    """

    people: tuple[tuple[str, str | None], ...] = ()
    organisations: tuple[str, ...] = ()
    others: bool = False


def is_east_asian(text: str) -> bool:
    """Whether there is Chinese, Japanese or Korean script in the text."""
    # A look at the highest character settles it for all other scripts but emoji.
    return not text.isascii() and max(text) > _LAST_BEFORE and any(_script(c) in "HKG" for c in text)


def _script(character: str) -> str:
    """A letter for the script of a character: H for Han, K for kana, G for Hangul; a dot, a space, or x."""
    if "\u3400" <= character <= "\u9fff" or character in "々〆":
        return "H"
    if "\u3041" <= character <= "\u30fa" or character == "ー":
        return "K"
    if "\uac00" <= character <= "\ud7a3":
        return "G"
    return "." if character in "・·‧＝" else " " if character == " " else "x"


def _shape(text: str) -> str:
    """The scripts of the text's characters: ``HHKK`` for two Han characters and two kana."""
    return "".join(map(_script, text))


def has_surname(name: str) -> bool:
    """Whether the name opens with a frequent surname and has the length of a name with it.

    >>> has_surname("王小明"), has_surname("山田太郎"), has_surname("홍길동"), has_surname("社会部")
    (True, True, True, False)
    """
    if "\uac00" <= name[:1] <= "\ud7a3":
        return (len(name) == 3 and name[0] in KOREAN) or (len(name) == 4 and name.startswith(KOREAN_TWO))
    if len(name) in (2, 3) and name[0] in CHINESE:
        return True
    if len(name) == 4 and name[:2] in CHINESE_TWO:
        return True
    return 3 <= len(name) <= 6 and (name[:2] in JAPANESE or name[:3] in JAPANESE)


def part_dots(text: str, *, held: str) -> str:
    """The text with middle dots between names as commas, and those inside one (ジョン・スミス) as `held`."""
    if "・" not in text and "·" not in text and "‧" not in text:
        return text
    return _DOT.sub(lambda match: _dot(match, held), text)


def _dot(match: re.Match[str], held: str) -> str:
    """What stands for one middle dot; it stays between words of other scripts."""
    at, text = match.start(), match.string
    left, right = text[max(0, at - _LONGEST_HALF) : at], text[at + 1 : at + 1 + _LONGEST_HALF]
    before, behind = _RUN.findall(_shape(left)), _RUN.match(_shape(right))
    if not before or not behind or _script(left[-1]) == "x":
        return match[0]
    halves = (left[-len(before[-1]) :], right[: behind.end()])
    if any(half in KINDS for half in halves) or all(map(has_surname, halves)):
        return "、"
    return held


def is_east_asian_name(text: str, *, strong: bool = False) -> bool:
    """Whether the text is one name; `strong` where it stands in an author's place, so that length is enough.

    >>> is_east_asian_name("大渡 美咲"), is_east_asian_name("ジョン・スミス"), is_east_asian_name("会員登録")
    (True, True, False)
    """
    if (
        len(text) > _LONGEST_NAME
        or _patterns().unit.search(text)
        or (_patterns().house.search(text) and not has_surname(text))
    ):
        return False
    shape = _shape(text)
    if any(KINDS.get(word, 0) & NOISE for word in text.split()):
        return False
    if _SPACED.fullmatch(shape):
        return True
    if not _NAME.fullmatch(shape):
        return False
    if "\uac00" <= text[0] <= "\ud7a3":
        return has_surname(text) or (strong and len(text) == 2 and text[0] in KOREAN)
    return strong or _KATAKANA.fullmatch(shape) is not None or has_surname(text)


def read_east_asian(text: str, *, language: str | None = None, strong: bool = False) -> EastAsian:
    """The people and houses that a piece of a byline without commas names.

    >>> read_east_asian("本报记者 王小明 李华", language="zh").people
    (('王小明', None), ('李华', None))
    >>> read_east_asian("서울 홍길동 특파원").people
    (('홍길동', '특파원'),)
    """
    text = text.strip("　 【】「」『』")
    if _patterns().others.search(text):
        return EastAsian(others=True)
    pieces = _patterns().second.split(text) if " " in text else [text]
    found = [_read_piece(piece, language=language, strong=strong) for piece in pieces]
    return EastAsian(
        tuple(person for piece in found for person in piece.people),
        tuple(house for piece in found for house in piece.organisations),
    )


def _read_piece(text: str, *, language: str | None, strong: bool) -> EastAsian:
    """What stands between two posts."""
    before = _patterns().before.search(text[:40])
    houses: tuple[str, ...] = ()
    if before and before.end() < len(text):
        house = text[: before.start()].strip()
        houses = (house,) if house else ()
        text, strong = text[before.end() :], True
    behind = _patterns().behind.search(text[-24:])
    post = None
    if behind:
        start = len(text) - len(text[-24:]) + behind.start()
        post = text[start:].strip()
        strong = post not in _REPORTS
        post = None if post in _WRITTEN else post
        text = text[:start].strip()
    words = text.split()
    while len(words) > 1 and _patterns().house.search(words[0]) and not has_surname(words[0]):
        houses += (words.pop(0),)
    names = _names(words, language=language, strong=strong, posted=strong and behind is not None)
    if names:
        return EastAsian(tuple((name, post) for name in names), houses)
    if _patterns().house.search(text) and len(text) <= _LONGEST_HOUSE:
        houses += (text,)
    return EastAsian(organisations=houses)


def ends_with_post(word: str) -> bool:
    """Whether a word, house and post in one, announces the name behind it.

    >>> ends_with_post("某某报记者"), ends_with_post("记者会"), ends_with_post("Reporter")
    (True, False, False)
    """
    return word[-1:] in "者员員" and is_east_asian(word) and _ANNOUNCES.search(word) is not None


def _names(words: list[str], *, language: str | None, strong: bool, posted: bool) -> list[str]:
    """The names in the words between two separators."""
    if not words:
        return []
    if posted and "\uac00" <= words[-1][0] <= "\ud7a3":
        # The word before a Korean post is the name; what comes before it is a place or a desk.
        words = words[-1:]
    apart = [word for word in words if has_surname(word) and not KINDS.get(word, 0) & NOISE]
    if len(words) > 1 and len(apart) == len(words) and language != "ja":
        return apart
    whole = " ".join(words)
    if posted and len(words) == 1 and _NAME.fullmatch(_shape(whole)):
        return [whole]
    if is_east_asian_name(whole, strong=strong):
        return [whole]
    rest = [word for word in words if word not in apart]
    return apart if strong or language in ("zh", "ko") or all(map(_patterns().unit.search, rest)) else []
