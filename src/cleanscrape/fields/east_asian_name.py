"""Names of persons in Chinese, Japanese and Korean: scripts without capitals, and mostly without spaces.

A name is known by its length, its surname, and by the post that stands before it (``记者``) or behind it
(``기자``, ``記者``). Surnames are those that most people bear: in China and Korea over nine in ten, in Japan
about a third, so that a Japanese name wants a space inside, a post or an author's place beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_EAST_ASIAN = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_HAN: Final = "\u3400-\u9fff\uf900-\ufaff々〆ヶ"
_KANA: Final = "\u3040-\u30ff"
_HANGUL: Final = "\uac00-\ud7a3"

# The hundred most frequent surnames of China in simplified and traditional characters, and compound ones.
_CHINESE: Final = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅"
    "沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾鐘汪田任姜范範方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛"
    "邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季"
    "俞章鲁魯葛伍韦韋申尤毕畢聂聶丛焦向柳邢路岳齐齊梅莫庄莊辛管祝左涂谷祁时耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項"
    "曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵閔解强強柴华華车車冉房边邊谌"
)
_CHINESE_TWO: Final = frozenset(("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "皇甫", "东方", "令狐"))
_JAPANESE: Final = frozenset(
    (
        "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 "
        "清水 山崎 池田 橋本 阿部 石川 森 中島 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 "
        "太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 原 柴田 酒井 工藤 横山 宮崎 宮本 "
        "内田 高木 安藤 島田 谷口 大野 高田 丸山 今井 河野 藤本 村田 武田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 桜井 "
        "木下 野口 松尾 野村 菊地 菊池 佐野 大西 杉本 新井 浜田 市川 古川 水野 小松 島崎 西田 飯田 渋谷 吉川 川崎 北村 安田 東 "
        "川口 平田 関 中田 久保田 服部 辻 川上 永井 本田 山下 松村 大島 岩田 土屋 荒木 早川 西川 西山 望月 大橋 星野 松岡 黒田"
    ).split()
)
_KOREAN: Final = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석"
    "선설마길연위표명기반라왕금옥육인맹제모탁국은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간상시갈"
)
_KOREAN_TWO: Final = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고")

_POST_BEFORE = re.compile(
    "(?:本[报報刊社网網台]|特[约約派]|[实實]习|見習|见习|首席|[资資]深|[体體]育|[财財][经經]|科技|专职|專職|駐\\S{1,5}|驻\\S{1,5}?)*"
    "(?:[记記]者|通[讯訊][员員]|撰[文稿]|作者|著者|筆者|執筆|评论员|評論員|ライター|글쓴이|글)[:：\\s]*"
)
_POST_BEHIND = re.compile(
    "\\s*(?:報道|报道|報導|撰文|撰稿|著|文|氏|さん|"
    "(?:(?:ロンドン|ワシントン|北京|[一-龥]{1,4}(?:支局|総局|部|局))?(?:特派員|記者|支局長|編集委員|論説委員|解説委員|"
    "副?編集長|主筆|客員論説委員|コラムニスト|ライター))|记者|評論員|评论员|"
    "(?:[가-힣]{0,4}(?:기자|특파원|논설위원|논설실장|위원|앵커|에디터|칼럼니스트|편집장|국장|교수|작가|변호사|평론가|리포터))|PD)\\s*$"
)
_OTHERS = re.compile(
    "(?:监?译|監?訳|翻[译訳譯]者?|编[辑輯]|編[輯集]|责编|校[对對]|摄影?|攝影?|撮影|写真|插?[图圖]|イラスト|来源|來源|出典|"
    "사진|그림|번역|편집|영상|촬영)\\s*$"
)
_HOUSE = re.compile(
    "(?:[报報网網社台局]|新[闻聞]|新聞社|新聞Web|日[报報刊]|[时時][报報]|[週周]刊|通[讯訊信]社?|[電电][视視]台?|テレビ|放送|"
    "編集部|编辑部|編輯部|取材班|デジタル|オンライン|ニュース|DIGITAL|Web|뉴스|신문|일보|방송|통신|미디어|닷컴|경제|타임즈|타임스|"
    "편집부|취재팀|뉴스팀|[팀])$"
)
_UNIT = re.compile("(?:[部局班室課]|支局|総局|부|팀|국)$")
_NAME = re.compile(
    f"[{_HAN}]{{2,4}}|[{_HAN}]{{1,4}}[{_KANA}{_HAN}]{{1,5}}|[{_KANA}]{{2,6}}[{_HAN}{_KANA}]{{1,5}}|"
    f"[{_KANA}ー]{{2,}}(?:[・·＝=\\s][{_KANA}ー]{{1,12}}){{1,4}}|[{_HAN}]{{1,6}}(?:[・·][{_HAN}]{{1,7}}){{1,3}}|"
    f"[{_HANGUL}]{{2,5}}"
)
_KATAKANA = re.compile("[\u30a0-\u30ff]{2,}(?:[・＝=\\s][\u30a0-\u30ff]{1,12}){1,4}")
_SPACED = re.compile(f"[{_HAN}{_KANA}]{{1,5}}\\s[{_HAN}{_KANA}]{{1,5}}")


@dataclass(frozen=True, slots=True)
class EastAsian:
    """What a piece of a byline names: people as (name, post or None), organisations, and whether as others."""

    people: tuple[tuple[str, str | None], ...] = ()
    organisations: tuple[str, ...] = ()
    others: bool = False


def is_east_asian(text: str) -> bool:
    """Whether there is Chinese, Japanese or Korean script in the text."""
    return _EAST_ASIAN.search(text) is not None


def has_surname(name: str) -> bool:
    """Whether the name opens with a frequent surname and has the length of a name with it.

    >>> has_surname("王小明"), has_surname("山田太郎"), has_surname("홍길동"), has_surname("社会部")
    (True, True, True, False)
    """
    if "\uac00" <= name[:1] <= "\ud7a3":
        return len(name) in (3, 4) and (name[0] in _KOREAN or name.startswith(_KOREAN_TWO))
    if len(name) in (2, 3) and name[0] in _CHINESE:
        return True
    if len(name) == 4 and name[:2] in _CHINESE_TWO:  # noqa: PLR2004 - surname of two and given name of two
        return True
    return 3 <= len(name) <= 6 and (name[:2] in _JAPANESE or name[:3] in _JAPANESE)  # noqa: PLR2004


def is_east_asian_name(text: str, *, strong: bool = False) -> bool:
    """Whether the text is one name; `strong` where it stands in an author's place, so that length is enough.

    >>> is_east_asian_name("大渡 美咲"), is_east_asian_name("ジョン・スミス"), is_east_asian_name("会員登録")
    (True, True, False)
    """
    if len(text) > 30 or _HOUSE.search(text) and not has_surname(text) or _UNIT.search(text):  # noqa: PLR2004
        return False
    if _SPACED.fullmatch(text):
        return True
    if not _NAME.fullmatch(text):
        return False
    return strong or _KATAKANA.fullmatch(text) is not None or has_surname(text)


def read_east_asian(text: str, *, language: str | None = None, strong: bool = False) -> EastAsian:
    """The people and houses that a piece of a byline without commas names.

    >>> read_east_asian("本报记者 王小明 李华", language="zh").people
    (('王小明', None), ('李华', None))
    >>> read_east_asian("서울 홍길동 특파원").people
    (('홍길동', '특파원'),)
    """
    text = text.strip("　 【】「」『』")
    if _OTHERS.search(text):
        return EastAsian(others=True)
    before = _POST_BEFORE.search(text[:40])
    houses: tuple[str, ...] = ()
    if before:
        house = text[: before.start()].strip()
        if house:
            houses = (house,)
        text, strong = text[before.end() :], True
    behind = _POST_BEHIND.search(text[-24:])
    post = None
    if behind:
        start = len(text) - len(text[-24:]) + behind.start()
        post = text[start:].strip()
        text, strong = text[:start].strip(), True
    names = _names(text.split(), language=language, strong=strong, posted=behind is not None)
    if names:
        return EastAsian(tuple((name, post) for name in names), houses)
    if _HOUSE.search(text) and len(text) <= 20:  # noqa: PLR2004 - the longest names of houses have about 15
        houses += (text,)
    return EastAsian(organisations=houses)


def _names(words: list[str], *, language: str | None, strong: bool, posted: bool) -> list[str]:
    """The names in the words between two separators."""
    if not words:
        return []
    if posted and "\uac00" <= words[-1][0] <= "\ud7a3":
        # The word before a Korean post is the name; what comes before it is a place or a desk.
        words = words[-1:]
    apart = [word for word in words if has_surname(word)]
    if len(words) > 1 and len(apart) == len(words) and language != "ja":
        return apart
    whole = " ".join(words)
    if is_east_asian_name(whole, strong=strong):
        return [whole]
    return apart if strong or language in ("zh", "ko") else apart[:1] if len(words) == 1 else []
