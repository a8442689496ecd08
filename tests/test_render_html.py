from __future__ import annotations

import datetime as dt

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleanscrape.article import Article, Block, Byline, Dateline, Image, Timestamp
from cleanscrape.render.address import web_address
from cleanscrape.render.html import render_html
from cleanscrape.render.inline import TAGS, pieces, safe_html, unescaped

STRUCTURE = set(
    "article header h1 h2 h3 h4 h5 h6 p ul ol li blockquote table thead tbody tr th td pre figure figcaption".split()
) | {"br", "img"}
ATTRIBUTES = {
    "a": {"href"},
    "article": {"lang", "dir"},
    "img": {"src", "alt"},
    "li": {"value"},
    "p": {"class"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "time": {"datetime"},
}


def cleaned(html: str) -> str:
    clean = nh3.clean(
        html, tags=TAGS | STRUCTURE, attributes=ATTRIBUTES, url_schemes={"http", "https"}, url_relative="deny"
    )
    return clean.replace("&nbsp;", "\u00a0")


def body(*blocks: Block) -> str:
    html = render_html(Article(body=blocks))
    return html.removeprefix("<article>").removesuffix("</article>").strip("\n")


def item(text: str, level: int = 1, ordinal: int | None = None) -> Block:
    return Block("list", text=text, level=level, ordinal=ordinal)


def joined(html: str) -> str:
    return html.replace("\n", "")


# What stands where


def test_the_header() -> None:
    article = Article(
        headline="Quay & <boats>",
        dek="Two words.",
        byline=Byline("By Nora Lind"),
        published=Timestamp(dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.UTC)),
        language="sv",
    )
    assert render_html(article).split("\n") == [
        '<article lang="sv">',
        "<header>",
        "<h1>Quay &amp; &lt;boats&gt;</h1>",
        '<p class="dek">Two words.</p>',
        '<p class="byline">By Nora Lind · <time datetime="2024-05-06T07:08:09+00:00">2024-05-06 07:08+00:00</time></p>',
        "</header>",
        "</article>",
    ]


def test_an_empty_article() -> None:
    assert render_html(Article()) == "<article>\n</article>"


def test_a_document() -> None:
    article = Article(
        url="https://example.org/a?b&c", headline="A < B", description='He said "no".', language="de",
        body=(Block("paragraph", text="One."),),
    )  # fmt: skip
    assert render_html(article, document=True).split("\n") == [
        "<!DOCTYPE html>",
        '<html lang="de">',
        "<head>",
        '<meta charset="utf-8">',
        "<title>A &lt; B</title>",
        '<meta name="description" content="He said &quot;no&quot;.">',
        '<link rel="canonical" href="https://example.org/a?b&amp;c">',
        "</head>",
        "<body>",
        '<article lang="de">',
        "<header>",
        "<h1>A &lt; B</h1>",
        "</header>",
        "<p>One.</p>",
        "</article>",
        "</body>",
        "</html>",
        "",
    ]


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        (None, ""),
        ("en", ' lang="en"'),
        ("ur", ' lang="ur" dir="rtl"'),
        ("he-IL", ' lang="he-IL" dir="rtl"'),
        ("ur-Latn", ' lang="ur-Latn"'),
        ("pa-Arab-PK", ' lang="pa-Arab-PK" dir="rtl"'),
        ('"><script>', ' lang="&quot;&gt;&lt;script&gt;"'),
    ],
)
def test_the_language(language: str | None, attributes: str) -> None:
    assert render_html(Article(language=language)) == f"<article{attributes}>\n</article>"


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (Block("paragraph", text="a & b"), "<p>a &amp; b</p>"),
        (Block("paragraph", text="a", html="<b>a</b>"), "<p><b>a</b></p>"),
        (Block("paragraph", text="", html="<b></b>"), ""),
        (Block("heading", text="a", level=4), "<h4>a</h4>"),
        (Block("heading", text="a", level=1), "<h2>a</h2>"),
        (Block("heading", text="a"), "<h2>a</h2>"),
        (Block("code", text="a <\n b", html="ignored"), "<pre><code>a &lt;\n b</code></pre>"),
        (Block("caption", text="a"), "<figure>\n<figcaption>a</figcaption>\n</figure>"),
        (Block("quote", text="a"), "<blockquote>\n<p>a</p>\n</blockquote>"),
        (Block("unheard-of", text="a"), "<p>a</p>"),
    ],
)
def test_a_block(block: Block, html: str) -> None:
    assert body(block) == html


def test_quotes_in_a_row_are_one() -> None:
    one, two = Block("quote", text="a"), Block("quote", text="b")
    assert body(one, two) == "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>"


@pytest.mark.parametrize(
    ("items", "html"),
    [
        ([item("a"), item("b")], "<ul><li>a</li><li>b</li></ul>"),
        ([item("a"), item("b", 2), item("c")], "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ([item("a"), item("b", 4), item("c", 2)], "<ul><li>a<ul><li>b</li></ul><ul><li>c</li></ul></li></ul>"),
        ([item("a", 2), item("b")], "<ul><li>a</li></ul><ul><li>b</li></ul>"),
        ([item("a", 1, 1), item("b", 1, 2)], "<ol><li>a</li><li>b</li></ol>"),
        ([item("a", 1, 3), item("b", 1, 4)], '<ol><li value="3">a</li><li>b</li></ol>'),
        ([item("a", 1, 1), item("b", 1, 1)], '<ol><li>a</li><li value="1">b</li></ol>'),
        ([item("a", 1, 1), item("b")], "<ol><li>a</li></ol><ul><li>b</li></ul>"),
        ([item("a"), item("b", 2, 1)], "<ul><li>a<ol><li>b</li></ol></li></ul>"),
        ([item("a", 0), item("b", 99)], "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    ],
)
def test_a_list(items: list[Block], html: str) -> None:
    assert joined(body(*items)) == html


def test_lists_apart_are_two() -> None:
    html = body(item("a"), Block("paragraph", text="b"), item("c"))
    assert joined(html) == "<ul><li>a</li></ul><p>b</p><ul><li>c</li></ul>"


@pytest.mark.parametrize(
    ("html", "table"),
    [
        (
            "<table><tr><th>a</th></tr><tr><td>b</td></tr></table>",
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        ),
        ("<tr><th>a<td>b<tr><td>c", "<table><tbody><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></tbody></table>"),
        ("<tr><td onclick=x colspan='2'>a", '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>'),
        ("<tr><td colspan=9999>a", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        ("<caption>a</caption><tr><td>b", "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>"),
        ("<tr><td><script>x</script>a", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
    ],
)
def test_a_table(html: str, table: str) -> None:
    assert joined(body(Block("table", text="?", html=html))) == table


def test_a_table_without_html() -> None:
    table = "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>&lt;c&gt;</td></tr></tbody></table>"
    assert joined(body(Block("table", text="a\tb\n<c>"))) == table


def test_images() -> None:
    article = Article(
        body=(Block("paragraph", text="One."), Block("caption", text="The quay.", html="The <i>quay</i>.")),
        images=(
            Image("https://example.org/1.jpg", alt='A "boat"', caption="Lead.", credit="N. L.", is_lead=True),
            Image("https://example.org/2.jpg", caption="The quay."),
            Image("javascript:alert(1)", alt="no"),
            Image("https://example.org/3.jpg"),
        ),
    )
    lead = (
        '<figure><img src="https://example.org/1.jpg" alt="A &quot;boat&quot;">'
        "<figcaption>Lead. <small>N. L.</small></figcaption></figure>"
    )
    quay = '<figure><img src="https://example.org/2.jpg" alt=""><figcaption>The <i>quay</i>.</figcaption></figure>'
    last = '<figure><img src="https://example.org/3.jpg" alt=""></figure>'
    assert joined(render_html(article)) == f"<article>{lead}<p>One.</p>{quay}{last}</article>"
    words = "<p>One.</p><figure><figcaption>The <i>quay</i>.</figcaption></figure>"
    assert joined(render_html(article, images=False)) == f"<article>{words}</article>"


def test_the_dateline_comes_back_on_demand() -> None:
    article = Article(dateline=Dateline("OST & CO"), body=(Block("paragraph", text="One.", html="<b>One.</b>"),))
    assert render_html(article) == "<article>\n<p><b>One.</b></p>\n</article>"
    assert render_html(article, dateline=True) == "<article>\n<p>OST &amp; CO — <b>One.</b></p>\n</article>"


# Safe to show


@pytest.mark.parametrize(
    ("html", "safe"),
    [
        ("<b>a <i>b</b> c</i>", "<b>a <i>b</i></b><i> c</i>"),
        ("a</b><i>b", "a<i>b</i>"),
        ("<b>a<b>b</b>c</b>", "<b>abc</b>"),
        ("<B CLASS=x onclick='y'>a</B>", "<b>a</b>"),
        ("a<br/>b<BR>", "a<br>b<br>"),
        ("<script>alert(1)</script><style>a{}</style>b", "b"),
        ("<script>alert(1)", ""),
        ("<svg><p>a</p></svg>", "a"),
        ("<!-- a -->", "&lt;!-- a --&gt;"),
        ("1 < 2 > 0 & 3", "1 &lt; 2 &gt; 0 &amp; 3"),
        ("&lt;b&gt; &amp;lt; &#60; &eacute;", "&lt;b&gt; &amp;lt; &lt; é"),
        ("<a href='https://example.org/?a=1&amp;b=2' onclick=x>a</a>",
         '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">a</a>'),
        ('<a href=" https://example.org/a\n b ">a</a>',
         '<a href="https://example.org/a%20b" rel="noopener noreferrer">a</a>'),
        ("<a href=https://example.org/>a</a>", '<a href="https://example.org/" rel="noopener noreferrer">a</a>'),
        ('<a href="javascript:alert(1)">a</a>', "a"),
        ('<a href="java&#10;script:alert(1)">a</a>', "a"),
        ('<a href="data:text/html,x">a</a>', "a"),
        ('<a href="//example.org/x">a</a> <a href="/x">b</a> <a>c</a>', "a b c"),
        ("<ruby>a<rp>(<rt>b<rp>)</ruby>c", "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>c"),
        ("a\x00b\ud800c", "ab\ufffdc"),
        ("&#" + "9" * 5000 + "; &#" + "0" * 5000 + "65;", "\ufffd A"),
    ],
)  # fmt: skip
def test_inline_html(html: str, safe: str) -> None:
    assert safe_html(pieces(html)) == safe
    assert cleaned(safe) == safe


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/", "https://example.org/"),
        ("HTTP://example.org/", "HTTP://example.org/"),
        ("https://example.org/é?a[]=1#x", "https://example.org/é?a[]=1#x"),
        ('https://example.org/"<>\\`|', "https://example.org/%22%3C%3E%5C%60%7C"),
        ("https:example.org", None),
        ("https:///example.org", None),
        ("ftp://example.org/", None),
        ("mailto:a@example.org", None),
        ("", None),
    ],
)
def test_web_address(url: str, address: str | None) -> None:
    assert web_address(url) == address


@pytest.mark.parametrize("text", ["a &amp b", "&copy;", "&#xD800;", "&#0;", "&#1114112;", "&notit;"])
def test_references_resolve_as_in_html(text: str) -> None:
    from html import unescape

    assert unescaped(text) == unescape(text)


FRAGMENTS = st.sampled_from(
    [
        *"ab<>&\"'/=! \n\t\r\x00\x0b\x7f\u00a0\u2028\ud800é😀אا",
        *(
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<q>",
            "</q>",
            "<code>",
            "</code>",
            "<sup>",
            "<ruby>",
            "<rt>",
            "<rp>",
            "</ruby>",
        ),
        *(
            "<a href='https://example.org/x'>",
            '<a href="javascript:alert(1)">',
            "<a href='/x'>",
            "</a>",
            "<b onclick='x'>",
        ),
        *("<a HREF = https://example.org/?a=1&b=2 onclick=x>", "<a href=\"https://example.org/'onload='x\">"),
        *("<script>", "</script>", "<style>", "<svg>", "<math>", "<textarea>", "<title>", "<noscript>", "<plaintext>"),
        *("<!--", "-->", "<![CDATA[", "<br/>", "<p>", "</p>", "</article>", "<li>", "</ul>", "<iframe>", "<select>"),
        *("<table>", "<tr>", "<td>", "<th colspan=2>", "</td>", "</table>", "<img src=x onerror=alert(1)>"),
        *(
            "&lt;",
            "&#60;",
            "&#x3c;script&#x3e;",
            "&amp;lt;",
            "&#0;",
            "&#99999999999;",
            "&nbsp;",
            "&copy",
            "java\tscript:",
        ),
    ]
)
HOSTILE = st.lists(FRAGMENTS, max_size=12).map("".join)
ADDRESSES = st.sampled_from(
    [
        "https://example.org/1.jpg",
        "javascript:alert(1)",
        "data:image/png;base64,x",
        '/x"',
        'https://example.org/"onerror="x',
    ]
)
IMAGES = st.builds(lambda url, alt, caption: Image(url, alt=alt, caption=caption), ADDRESSES, HOSTILE, HOSTILE)
BLOCKS = st.builds(
    lambda kind, text, html, level, ordinal: Block(kind, text=text, html=html, level=level, ordinal=ordinal),
    st.sampled_from(["paragraph", "heading", "list", "quote", "caption", "code", "table", "unheard-of"]),
    HOSTILE,
    HOSTILE,
    st.integers(-1, 12),
    st.none() | st.integers(-1, 12),
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(BLOCKS, max_size=4), st.lists(IMAGES, max_size=2), HOSTILE, HOSTILE)
def test_a_cleaner_finds_nothing_to_clean(blocks: list[Block], images: list[Image], one: str, two: str) -> None:
    article = Article(
        headline=one, dek=two, byline=Byline(one), dateline=Dateline(two), language=one,
        body=tuple(blocks), images=tuple(images),
    )  # fmt: skip
    html = render_html(article, dateline=True)
    assert cleaned(html) == html


@pytest.mark.parametrize(
    "unit", ["<b>", "<b>x</i><i>y</b>", "<a ", '<a "', "<a '\">", "&#", "&", "<", "<br>", "<td>", "<script>"]
)
@pytest.mark.parametrize("kind", ["paragraph", "table", "list"])
def test_hostile_input_is_rendered(unit: str, kind: str) -> None:
    text = unit * 10_000
    assert isinstance(body(Block(kind, text=text, html=text)), str)
