"""Pages that may be published: invented words, the same shape, no row of the real page's words."""

from __future__ import annotations

import json
import re
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleanscrape import Page, extract
from cleanscrape.errors import BadFixture
from cleanscrape.fields.east_asian_surnames import CHINESE
from cleanscrape.fields.given_name import is_given_name
from cleanscrape.fixture import disguise as room
from cleanscrape.fixture import disguised
from cleanscrape.fixture.rows import rows_kept, texts_of
from cleanscrape.profile import default_profiles

URL = "https://www.urdupoint.com/en/world/harbour-council-906868.html"
NEWS = """<!doctype html><html lang="en"><head><title>Ferry ban lifted in Velmora - The Example</title>
<meta property="og:url" content="https://example.org/2020/04/28/ferry-ban-lifted">
<meta property="article:published_time" content="2020-04-28T15:32:00+02:00">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Ferry ban lifted in Velmora", "datePublished": "2020-04-28T15:32:00+02:00", "isAccessibleForFree": true,
"wordCount": 12345, "author": {"@type": "Person", "name": "Ilsa Tamber", "url": "https://example.org/team/ilsa-tamber"},
"image": ["https://example.org/i/ferry-ban-100200.jpg"]}</script><style>p { color: red }</style></head>
<body class="single postid-906868 tag-velmora has-sidebar" onload="track()"><!-- a remark of the desk -->
<nav><a href="/">Home</a> <a href="/world/">World</a></nav>
<article id="post-906868"><h1 class="entry-title">Ferry ban lifted in Velmora</h1>
<p class="byline">By <a href="https://example.org/team/ilsa-tamber" data-ga-label="by">Ilsa Tamber</a></p>
<time datetime="2020-04-28T15:32:00+02:00">Tuesday, 28 April 2020, 15:32</time>
<div class="entry-content" style="margin:0"><p>VELMORA (Reuters) - The harbour council of Velmora lifted the ban on
ferries on Tuesday, and thousands of people went to the piers before the first boat had left.</p>
<p>Write to Ilsa.Tamber@example.org or call 020 555 8833. The council meets again on May 5, its speaker said
to the <b>Vel</b>mora Gazette, which first reported the lifting of the ban on all of its islands.</p></div>
<h2>Recent Stories</h2><ul><li><a href="/world/old-lighthouse-keeper-906875.html">Old lighthouse gets a new keeper</a>
</li><li><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org%2F">Share on Facebook</a></li>
</ul></article></body></html>"""
NEWS_URL = "https://example.org/2020/04/28/ferry-ban-lifted-in-velmora?utm_source=x"


@pytest.fixture(scope="module")
def news() -> str:
    return disguised(NEWS, NEWS_URL).text


def test_the_page_is_read_as_it_was(fixture_page: bytes) -> None:
    made = disguised(fixture_page, URL)
    assert not made.differences
    assert made.url is not None
    before, after = extract(fixture_page, URL), extract(made.text, made.url)
    assert [block.kind for block in before.body] == [block.kind for block in after.body]
    assert [each.kind for each in before.removed] == [each.kind for each in after.removed]
    assert before.headline != after.headline


def test_a_capture_is_read_as_it_was(fixture_capture: str) -> None:
    made = disguised(fixture_capture, URL, profile=default_profiles().find(URL))
    assert not made.is_markup
    assert {each.what for each in made.differences} <= {"body"}  # lines are joined by how their words begin


def test_the_same_page_gives_the_same(news: str) -> None:
    assert disguised(NEWS.encode(), NEWS_URL).text == news


def test_nothing_runs_and_nothing_watches(news: str) -> None:
    for gone in ("<style", "onload", "<!--", "style=", "data-ga", "utm_source", "remark"):
        assert gone not in news
    assert re.findall(r"<script[^>]*>", news) == ['<script type="application/ld+json">']


def test_names_words_and_links_are_invented(news: str) -> None:
    lower = news.lower()
    for word in "ilsa tamber velmora ferry ferries harbour council lighthouse keeper piers 555 8833 906868".split():
        assert word not in lower


def test_control_characters_do_not_stop_it() -> None:
    page = "<p title='The pier\x08 of Velmora'>The rope\x0b held&#8; until the tide</p><h1>The pier\x1f</h1>"
    found = disguised(page, "https://example.org/a").text
    assert "rope" not in found and "pier" not in found
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", found)


def test_a_word_with_a_mark_in_front_is_a_word() -> None:
    made = disguised(NEWS.replace('<a href="/world/">', '<a href="/world/" title="#velmora">'), NEWS_URL)
    assert "velmora" not in made.text.lower()


def test_what_an_address_hands_on_is_invented() -> None:
    frame = (
        '<iframe src="https://platform.twitter.com/b.html#id=x1&text=The%20ferry%20ban%20of%20Velmora"></iframe></nav>'
    )
    made = disguised(NEWS.replace("</nav>", frame), NEWS_URL)
    assert "&amp;text=" in made.text
    assert "ferry" not in made.text.lower()


def test_what_readers_go_by_stays(news: str) -> None:
    article = extract(news, "https://example.org/x")
    assert article.dateline is not None
    assert article.dateline.agencies == ("Reuters",)
    assert "Recent Stories" in news
    assert ">By <" in news
    assert 'class="entry-title"' in news
    assert "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org%2F" in news


def test_days_agree_and_keep_their_weekday() -> None:
    made = disguised(NEWS, NEWS_URL)
    article = extract(made.text, made.url)
    assert article.published is not None
    day = article.published.day
    assert day.year < 2020
    assert f"{day:%A}" == "Tuesday"
    assert f"Tuesday, {day.day} {day:%B} {day.year}, 15:32" in made.text
    assert f"/{day:%Y/%m/%d}/" in str(made.url)
    assert made.text.count(f"{day.isoformat()}T15:32:00+02:00") == 3


def test_linked_data_keeps_keys_and_types(news: str) -> None:
    script = re.search(r'<script type="application/ld\+json">(.*?)</script>', news, re.DOTALL)
    assert script is not None
    data = json.loads(script[1])
    assert list(data) == [
        "@context", "@type", "headline", "datePublished", "isAccessibleForFree", "wordCount", "author", "image",
    ]  # fmt: skip
    assert data["@type"] == "NewsArticle"
    assert data["isAccessibleForFree"] is True
    assert isinstance(data["wordCount"], int)
    assert data["wordCount"] != 12345
    headline = re.search(r"<h1[^>]*>(.*?)</h1>", news)
    assert headline is not None
    assert data["headline"] == headline[1]
    assert f">{data['author']['name']}</a>" in news
    assert data["author"]["url"].startswith("https://example.org/team/")


def test_one_word_is_always_the_same_word(news: str) -> None:
    title, headline = re.search(r"<title>(.*?) - ", news), re.search(r"<h1[^>]*>(.*?)</h1>", news)
    assert title is not None
    assert headline is not None
    assert title[1] == headline[1]
    town = headline[1].split()[-1]
    assert f"{town.upper()} (Reuters)" in news
    assert f"<b>{town[:3]}</b>{town[3:]}" in news
    assert f"tag-{town.lower()}" in news


def test_a_number_is_always_the_same_number(news: str) -> None:
    found = re.search(r'id="post-(\d+)"', news)
    assert found is not None
    assert f"postid-{found[1]}" in news


def test_a_page_is_refused_where_a_row_of_it_would_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_written", lambda page, *_: (page.utf8.decode(), page.url))
    with pytest.raises(BadFixture, match="nine words in a row"):
        disguised(NEWS, NEWS_URL)


TEXTS = (
    "The harbour council met on Monday and said that nothing would be changed before the summer",
    "Der Hafenrat tagte am Montag und erklärte, dass vor dem Sommer nichts geändert werde, sagte ein Sprecher",
    "Портовый совет собрался в понедельник и заявил, что до лета ничего не будет изменено",
    "قال مجلس الميناء يوم الاثنين إنه لن يتغير شيء قبل الصيف في المدينة القديمة على البحر",
    "بندرگاہ کی کونسل نے پیر کو کہا کہ موسم گرما سے پہلے کچھ نہیں بدلے گا اور جہاز چلتے رہیں گے",
    "बंदरगाह परिषद ने सोमवार को कहा कि गर्मियों से पहले कुछ भी नहीं बदलेगा और नावें चलती रहेंगी",
    "港口委员会星期一开会并表示在夏天之前不会有任何改变渡轮将继续运行到各个岛屿",
    "港湾評議会は月曜日に会合を開き夏までは何も変わらないと述べた",
    "สภาท่าเรือประชุมเมื่อวันจันทร์และกล่าวว่าจะไม่มีการเปลี่ยนแปลงก่อนฤดูร้อน",
    "항만 위원회는 월요일에 회의를 열고 여름 전에는 아무것도 바뀌지 않을 것이라고 말했다고 전했다",
    "Το συμβούλιο του λιμανιού συνεδρίασε τη Δευτέρα και είπε ότι τίποτα δεν θα αλλάξει πριν το καλοκαίρι",
    "מועצת הנמל התכנסה ביום שני ואמרה כי דבר לא ישתנה לפני הקיץ והספינות ימשיכו לשוט",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_script_is_disguised_in_its_own_letters(text: str) -> None:
    made = disguised(f"<html><body><h1>{text[:30]}</h1>" + f"<p>{text}.</p>" * 3, "https://example.org/a")
    found = re.findall(r"<p>(.*?)\.</p>", made.text)
    assert len(set(found)) == 1
    assert len(found[0]) == len(text)
    assert [c.isalpha() for c in found[0]] == [c.isalpha() for c in text]
    kept = sum(a == b for a, b in zip(found[0], text, strict=True) if a.isalpha())
    assert kept < 0.5 * sum(map(str.isalpha, text))
    scripts: dict[bool, int] = defaultdict(int)
    for a, b in zip(found[0], text, strict=True):
        scripts[ord(a) >> 8 == ord(b) >> 8 or (ord(a) > 0x3400 and ord(b) > 0x3400) or ord(a) < 0x250] += 1
    assert set(scripts) == {True}


WORD = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Mn", "Nd")), min_size=1, max_size=9)
LINE = st.lists(
    st.one_of(
        WORD, st.sampled_from("share on the by more recent stories reuters monday april 28 2020 home © &".split())
    ),
    min_size=1,
    max_size=30,
).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(st.lists(LINE, min_size=1, max_size=8), st.lists(LINE, min_size=1, max_size=3))
def test_no_nine_words_in_a_row_remain(lines: list[str], attributes: list[str]) -> None:
    from html import escape

    linked = json.dumps({"@type": "NewsArticle", "headline": lines[0], "articleBody": " ".join(lines)})
    page = "".join(
        (
            f"<html><head><title>{escape(lines[0])}</title><script type='application/ld+json'>",
            linked.replace("</", "<\\/"),
            "</script></head><body>",
            *(f"<p title='{escape(a)}' data-note='{escape(a)}'>{escape(a)}</p>" for a in attributes),
            *(f"<p>{escape(line)}</p>" for line in lines),
        )
    )
    made = disguised(page, "https://example.org/story")
    assert list(rows_kept(Page(page), Page(made.text))) == []


def test_the_check_for_rows_sees_text_attributes_and_linked_data() -> None:
    row = "one two three four five six seven eight nine"
    plain = Page(f"<html><body><p>{row}</p></body></html>")
    for other in (
        f"<html><body><p>one <b>two three</b></p><p>{row[14:]}</p></body></html>",
        f"<html><body><img alt='{row}'></body></html>",
        f'<html><head><script type=\'application/ld+json\'>{{"headline": "{row}"}}</script></head></html>',
        f"<html><body><a href='/x/{row.replace(' ', '-')}'>x</a></body></html>",
    ):
        assert list(rows_kept(plain, Page(other))) == [row]
    assert list(rows_kept(plain, Page("<html><body><p>one two three</p></body></html>"))) == []
    assert any("nine" in text for text in texts_of(Page(f"x\n{row}\n")))


def test_full_width_letters_are_invented() -> None:
    made = disguised("<h1>Ｓｏｃｃｅｒ</h1><p>" + "ｈａｒｂｏｕｒ ｗａｌｌ " * 20 + "</p>", "https://example.org/a")
    assert "ｈａｒｂｏｕｒ" not in made.text
    assert re.search(r"<h1>[\uff21-\uff3a][\uff41-\uff5a]{5}</h1>", made.text)


def test_references_to_ids_are_no_sentence() -> None:
    ids = " ".join(f"menu-item-{word}" for word in ("one", "two", "three", "four"))
    made = disguised(f'<p>A quiet morning at the pier.</p><button aria-labelledby="{ids}">Go</button>', None)
    assert f'aria-labelledby="{ids}"' in made.text


def test_words_that_say_what_a_date_is_stay() -> None:
    line = "<p>Publié le 07 mai 2031 à 13h59 - Mis à jour le 08 mai 2031 à 09h03</p>"
    made = disguised(f'<html lang="fr"><h1>Le vieux port rouvre</h1>{line}<p>Des pierres et du sable.</p>', None)
    assert "Mis à jour le" in made.text


def test_a_chinese_name_keeps_a_surname() -> None:
    made = disguised('<p class="name">谢若含</p>', "https://example.cn/a")
    name = re.search(r'name">(\w+)<', made.text)
    assert name is not None
    assert name[1][0] in CHINESE
    assert name[1] != "谢若含"


def test_a_given_name_is_followed_by_another() -> None:
    made = disguised("<p class='by'>Anna Velmoor | Clara Todrin</p>", "https://example.org/a")
    names = re.search(r"by.>(\w+) (\w+) \| (\w+) (\w+)<", made.text)
    assert names is not None
    assert is_given_name(names[1])
    assert is_given_name(names[3])
    assert (names[1], names[3]) != ("Anna", "Clara")
