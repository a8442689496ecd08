"""Surnames of China, Japan and Korea. Data alone.

Sources: the lists of surnames by frequency that the Chinese, Korean and Taiwanese censuses publish, and the
common Japanese ones. They cover over nine in ten people in China and Korea, and about a third in Japan, where
surnames are many.
"""

from __future__ import annotations

from typing import Final

_CHINESE: Final = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁"
    "邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾鐘汪田任姜范範方石姚谭譚廖邹鄒"
    "熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭"
    "殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛焦向柳邢路岳齐齊梅莫庄莊辛管祝左涂"
    "谷祁时耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包"
    "司柏宁寧柯阮桂闵閔解强強柴华華车車冉房边邊谌"
)
_JAPANESE: Final = (
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 "
    "斎藤 斉藤 齋藤 清水 山崎 池田 橋本 阿部 石川 森 中島 前田 藤田 小川 後藤 岡田 長谷川 村上 近藤 石井 "
    "坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 "
    "石田 上田 森田 原 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 島田 谷口 大野 高田 丸山 今井 河野 "
    "藤本 村田 武田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 桜井 木下 野口 松尾 野村 菊地 菊池 "
    "佐野 大西 杉本 新井 浜田 市川 古川 水野 小松 島崎 西田 飯田 渋谷 吉川 川崎 北村 安田 東 川口 平田 関 "
    "中田 久保田 服部 辻 川上 永井 本田 山下 松村 大島 岩田 土屋 荒木 早川 西川 西山 望月 大橋 星野 松岡 "
    "黒田"
)
_KOREAN: Final = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공"
    "현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국은편용예경봉사부가복태목형피두감음빈"
    "동온호범좌팽승간상시갈"
)

CHINESE: Final = frozenset(_CHINESE)
"""Of one character, simplified and traditional."""

CHINESE_TWO: Final = frozenset(("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "皇甫", "东方", "令狐"))
"""Of two characters."""

JAPANESE: Final = frozenset(_JAPANESE.split())
KOREAN: Final = frozenset(_KOREAN)
"""Of one syllable."""

KOREAN_TWO: Final = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고")
"""Of two syllables."""
