"""What a page says of itself for machines."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cleanscrape.linked import LinkedData, plain, texts
from cleanscrape.node import address_key, flatten
from cleanscrape.page import Page

URL = "https://www.riverpost.example/town/bridge-reopens"
HEADLINE = "Old bridge over the Lorn reopens after repairs"


def tree(html: str) -> Any:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    return etree.fromstring(html.encode(), parser)


def linked(*nodes: object, html: str = "<p>x</p>", url: str | None = URL) -> LinkedData:
    return LinkedData([json.dumps(node) for node in nodes], tree(html), url)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a  b\n c\xa0", "a b c"),
        ("<p>One &amp; <b>tw</b>o</p><p>three</p>", "One & two three"),
        ("&lt;p&gt;R&amp;amp;D&lt;/p&gt;", "R&D"),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ({"@value": "x", "@language": "en"}, "x"),
        ({"@type": "Person", "name": ["", "Ada Ploom"]}, "Ada Ploom"),
        ({"@id": "https://a.example/#me"}, None),
        ([None, {}, "", "first", "second"], "first"),
        (12, "12"),
        (True, None),
        (10**30, None),
        ("&#" + "9" * 5000 + ";", "&#" + "9" * 5000 + ";"),
        (None, None),
        (" \n", None),
        ([[[[[["too deep"]]]]]], None),
    ],
)
def test_plain(value: object, text: str | None) -> None:
    assert plain(value) == text


def test_texts_has_one_for_each_member() -> None:
    assert texts(["a", {"name": "b"}, None, ["c", "d"]]) == ("a", "b", "c", "d")
    assert texts("a, b") == ("a, b",)
    assert texts(None) == ()


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ({"@type": "A"}, ["A"]),
        ([{"@type": "A"}, [{"@type": "B"}]], ["A", "B"]),
        ({"@context": "x", "@graph": [{"@type": "A"}, {"@type": "B"}]}, ["A", "B"]),
        ({"@context": "x", "@graph": {"@type": "A"}}, ["A"]),
        ({"@context": "x", "0": {"@type": "A"}, "1": {"@type": "B"}}, ["A", "B"]),
        ({"@type": "WebPage", "mainEntity": {"@type": "NewsArticle"}}, ["WebPage", "NewsArticle"]),
        ({"@type": "A", "author": {"@type": "Person"}}, ["A"]),
        (["text", 3, None], []),
    ],
)
def test_flatten(value: object, names: list[str]) -> None:
    assert [node["@type"] for node in flatten([value])] == names


def test_flatten_is_bounded() -> None:
    deep: object = {"@type": "A"}
    for _ in range(50):
        deep = [deep]
    assert flatten([deep]) == []
    assert len(flatten([[{"@type": "A"}] * 5000])) == 1000


def test_references_are_followed_one_level_and_without_cycles() -> None:
    author = {"@id": "#ada", "@type": "Person", "name": "Ada Ploom", "worksFor": {"@id": "#paper"}}
    paper = {"@id": "#paper", "@type": "Organization", "name": "River Post", "employee": {"@id": "#ada"}}
    story = {
        "@id": "#story",
        "@type": "Article",
        "author": [{"@id": "#ada"}, {"@id": "#none"}],
        "about": {"@id": "#story"},
    }
    first, second, third = linked({"@graph": [story, author, paper]}).items
    assert first["author"] == [author, {"@id": "#none"}]
    assert first["about"] == {"@id": "#story"}
    assert second["worksFor"] == paper
    assert third["employee"] == author


def test_a_node_inside_another_can_be_referred_to() -> None:
    site = {"@type": "WebSite", "publisher": {"@id": "#paper", "@type": "Organization", "name": "River Post"}}
    items = linked(site, {"@type": "Article", "publisher": {"@id": "#paper"}}).items
    assert plain(items[1]["publisher"]) == "River Post"


@pytest.mark.parametrize(
    ("declared", "types"),
    [
        ("http://schema.org/NewsArticle", ("NewsArticle",)),
        ("schema:NewsArticle", ("NewsArticle",)),
        (["Article", "NewsArticle"], ("Article", "NewsArticle")),
        ("", ()),
        ([3], ()),
    ],
)
def test_types(declared: object, types: tuple[str, ...]) -> None:
    assert linked({"@type": declared, "name": "x"}).types == types


@pytest.mark.parametrize(
    "kind",
    [
        "NewsArticle",
        "Article",
        "article",
        "ReportageNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "TechArticle",
        "AdvertiserContentArticle",
    ],
)
def test_an_article_of_any_kind(kind: str) -> None:
    assert linked({"@type": kind, "headline": HEADLINE}).article["headline"] == HEADLINE


def test_no_article() -> None:
    assert linked({"@type": "Organization", "name": "River Post"}).article == {}
    assert linked().article == {}


OTHER = {"@type": "NewsArticle", "headline": "Ferry fares rise again", "url": "https://riverpost.example/town/ferry"}


@pytest.mark.parametrize(
    "address",
    [
        {"url": URL},
        {"url": "http://riverpost.example/town/bridge-reopens/?utm_source=x#top"},
        {"mainEntityOfPage": URL + "/amp"},
        {"mainEntityOfPage": {"@type": "WebPage", "@id": URL}},
        {"@id": URL + "#article"},
    ],
)
def test_the_story_with_the_pages_address_is_its_own(address: dict[str, Any]) -> None:
    own = {"@type": "Article", "headline": "Shortened for sharing", **address}
    assert linked(OTHER, own).article["headline"] == "Shortened for sharing"


@pytest.mark.parametrize(
    "html",
    [
        f"<title>{HEADLINE} | River Post</title>",
        f'<meta property="og:title" content="{HEADLINE}">',
        f"<body><h1>River Post</h1><h1><span>{HEADLINE}</span></h1>",
    ],
)
def test_the_story_with_the_pages_headline_is_its_own(html: str) -> None:
    own = {"@type": "Article", "headline": HEADLINE.upper()}
    assert linked(OTHER, own, html=html).article["headline"] == HEADLINE.upper()


def test_the_canonical_address_is_the_pages_too() -> None:
    html = '<base href="/town/"><link rel="canonical" href="bridge-reopens">'
    page = linked(
        OTHER, {"@type": "Article", "headline": "x", "url": URL}, html=html, url="https://www.riverpost.example/p?1"
    )
    assert page.canonical == URL
    assert page.article["headline"] == "x"


def test_another_story_is_not_the_pages() -> None:
    assert linked(OTHER, html=f"<title>{HEADLINE}</title>").article == {}


def test_a_lone_story_is_the_pages_where_nothing_speaks_against_it() -> None:
    assert linked(OTHER, url=None).article == OTHER


def test_gaps_are_filled_and_disagreements_kept_first() -> None:
    first = {"@type": "NewsArticle", "headline": HEADLINE, "url": URL, "author": [], "section": "Town"}
    second = {"@type": "NewsArticle", "headline": "x", "url": URL, "author": "Ada Ploom", "section": "Traffic"}
    article = linked(first, second).article
    assert (article["headline"], article["author"], article["section"]) == (HEADLINE, "Ada Ploom", "Town")


def test_another_story_fills_no_gap() -> None:
    assert "author" not in linked({"@type": "Article", "url": URL}, OTHER | {"author": "Bo Tarn"}).article


@pytest.mark.parametrize("kind", ["Recipe", "VideoObject", "Review"])
def test_other_kinds_count_where_the_page_is_about_them(kind: str) -> None:
    node = {"@type": kind, "name": HEADLINE}
    assert linked(node, html=f"<h1>{HEADLINE}</h1>").article == node
    assert linked(node, html="<h1>Something else</h1>").article == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (URL, "//m.riverpost.example/town/bridge-reopens.html", True),
        (URL, "https://riverpost.example/town/ferry", False),
        ("https://a.example/index.php?id=1", "https://a.example/index.php?id=2", False),
        ("https://a.example/?p=1", "http://a.example/?p=1", True),
        ("https://A.example/x", "https://a.example/X", False),
    ],
)
def test_address_key(one: str, other: str, same: bool) -> None:
    assert (address_key(one) == address_key(other)) is same


@pytest.mark.parametrize("url", ["https://a.example/", "https://a.example/#/schema/1", "#article", "urn:x", ""])
def test_a_front_page_is_no_ones_address(url: str) -> None:
    assert address_key(url) == ""


@pytest.mark.parametrize(
    ("elements", "names"),
    [
        ([{"position": 2, "name": "Town"}, {"position": 1, "name": "Home"}], ("Home", "Town")),
        ([{"position": "1", "item": {"@id": "/", "name": "Home"}}, {"position": "2", "item": "/t"}], ("Home",)),
        ([{"name": "Home"}, {"name": "Town &amp; country"}], ("Home", "Town & country")),
        ({"position": 1, "name": "Home"}, ("Home",)),
        ([{"position": 10**400, "name": "Home"}, {"position": "9" * 5000, "name": "Town"}], ("Home", "Town")),
        (None, ()),
    ],
)
def test_breadcrumbs(elements: object, names: tuple[str, ...]) -> None:
    node = {"@type": "BreadcrumbList", "itemListElement": elements}
    assert linked(node).breadcrumbs == names
    assert linked({"@type": "WebPage", "breadcrumb": node}).breadcrumbs == names


HEAD = """<html lang=" de-AT "><head><title>
  Bridge &amp; tunnel </title>
<meta charset="utf-8"><meta name="Author" content=" Ada Ploom "><meta name="author" content="Bo Tarn">
<meta property="og:title twitter:title" content="Bridge"><meta name="page topic" content="Town">
<meta property="description" name="description" content="Short"><meta name="keywords" content="">
<meta http-equiv="Content-Language" content="de">
<link rel="stylesheet" href="/x.css"><link rel="Next" href="?page=2"><link rel="amphtml" href="https://a.example/amp">
<link rel="alternate license" href="//cc.example/by"><link rel="canonical" href=""><link rel="prev" href="http://[x">
</head><body><p><meta itemprop="datePublished" content="2021-03-04"></p></body></html>"""


def test_meta() -> None:
    assert dict(linked(html=HEAD).meta) == {
        "author": ("Ada Ploom", "Bo Tarn"),
        "og:title": ("Bridge",),
        "twitter:title": ("Bridge",),
        "page topic": ("Town",),
        "description": ("Short",),
        "content-language": ("de",),
        "datepublished": ("2021-03-04",),
    }


def test_links() -> None:
    page = linked(html=HEAD)
    assert dict(page.links) == {
        "next": (URL + "?page=2",),
        "amphtml": ("https://a.example/amp",),
        "alternate": ("https://cc.example/by",),
        "license": ("https://cc.example/by",),
        "prev": ("http://[x",),
    }
    assert page.canonical is None


def test_title_and_language() -> None:
    page = linked(html=HEAD)
    assert (page.title, page.html_lang) == ("Bridge & tunnel", "de-AT")
    assert (linked().title, linked().html_lang) == (None, None)


def test_a_page_without_a_tree_says_nothing() -> None:
    page = LinkedData((), None, URL)
    assert (page.items, page.article, page.types, page.breadcrumbs) == ((), {}, (), ())
    assert (dict(page.meta), page.title, page.canonical, dict(page.links)) == ({}, None, None, {})
    assert (page.html_lang, dict(page.microdata)) == (None, {})


MARKED = """<h1>Old bridge over the Lorn reopens after repairs</h1>
<div itemscope itemtype="https://schema.org/NewsArticle"><b itemprop="headline">Ferry fares rise again</b></div>
<article itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="name headline">Old bridge over the Lorn reopens after repairs</h1>
<span itemprop="author" itemscope itemtype="https://schema.org/Person">By
<a itemprop="name" href="/ada">Ada <i>Ploom</i></a></span>
<a itemprop="author" href="/bo">Bo Tarn</a>
<time itemprop="datePublished" datetime="2021-03-04T10:00Z">4 March</time>
<meta itemprop="dateModified" content="2021-03-05">
<img itemprop="image" src="/bridge.jpg"><a itemprop="url" href="/town">x</a><i itemprop="keywords">  </i>
<div itemprop="articleBody">Cars may cross.</div>
<div itemscope itemtype="https://schema.org/Comment"><p itemprop="text">Nice.</p></div>
</article><p itemprop="stray">x</p>"""


def test_microdata() -> None:
    assert dict(linked(html=MARKED).microdata) == {
        "name": (HEADLINE,),
        "headline": (HEADLINE,),
        "author": ("Ada Ploom", "Bo Tarn"),
        "datePublished": ("2021-03-04T10:00Z",),
        "dateModified": ("2021-03-05",),
        "image": ("/bridge.jpg",),
        "url": ("/town",),
        "articleBody": ("Cars may cross.",),
    }


def test_microdata_without_an_article() -> None:
    html = '<div itemscope itemtype="https://schema.org/Organization"><p itemprop="name">River Post</p></div>'
    assert dict(linked(html=html).microdata) == {}


def test_the_tree_stays_as_it_was() -> None:
    root = tree(MARKED + HEAD)
    before = etree.tostring(root)
    page = LinkedData(['{"@type": "Article", "name": "x"}'], root, URL)
    assert page.article and page.meta and page.microdata and page.links
    assert etree.tostring(root) == before


def hostile() -> dict[str, Any]:
    return {
        "meta": tree("<head>" + '<meta name="a" content="b">' * 20_000),
        "meta-names": tree(f'<meta property="{"x " * 50_000}" content="b">'),
        "links": tree("<head>" + '<link rel="next" href="?x">' * 20_000),
        "depth": tree('<div itemscope itemtype="x/Article" itemprop="a">' * 1500 + "x" * 10_000),
        "width": tree('<div itemscope itemtype="x/Article">' + '<p itemprop="name">x</p>' * 20_000),
        "headings": tree("<h1>" + "<b>x</b>" * 50_000),
    }


def test_hostile_trees_give_an_answer() -> None:
    for name, root in hostile().items():
        start = time.process_time()
        page = LinkedData((), root, URL)
        assert page.meta is not None and page.links is not None
        assert page.microdata is not None and page._own is not None
        assert time.process_time() - start < 5, name


def test_hostile_nodes_give_an_answer() -> None:
    many = [
        {"@id": f"#{i}", "@type": "Article", "headline": "x " * 50, "author": [{"@id": "#1"}] * 50} for i in range(2000)
    ]
    wide = {"@type": "Article", "headline": "<a " * 100_000, "name": "&amp;" * 100_000, "url": "//" + "/" * 100_000}
    page = linked(many, wide)
    assert len(page.items) == 1000
    assert page.article


KEYS = st.sampled_from(["@type", "@id", "@graph", "headline", "url", "author", "itemListElement", "position", "x"])
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["Article", "BreadcrumbList", URL, "#a", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_any_json_gives_an_answer(value: Any) -> None:
    page = linked(value)
    assert isinstance(page.article, dict)
    assert isinstance(page.breadcrumbs, tuple)
    assert isinstance(page.types, tuple)


@pytest.mark.parametrize("name", ["itemprop", "itemProp", "ITEMPROP"])
def test_microdata_in_any_usual_spelling(name: str) -> None:
    story = f'<div itemscope itemtype="https://schema.org/Article"><b {name}="datePublished">2021-03-04</b></div>'
    assert Page(f"<html><body>{story}</body></html>").linked.microdata == {"datePublished": ("2021-03-04",)}
    assert Page("<html><body><p>No data at all</p></body></html>").linked.microdata == {}


def test_microdata_of_many_siblings_is_linear() -> None:
    story = '<div itemscope itemtype="https://schema.org/Article">' + '<i itemprop="keywords">pier</i>' * 60_000
    page = Page(f"<html><body>{story}</div></body></html>")
    assert page.root is not None
    began = time.process_time()
    assert len(page.linked.microdata["keywords"]) == 60_000
    assert time.process_time() - began < 4  # half a second; ten where the elements are sorted by their siblings


def test_news_says_so_by_its_type() -> None:
    news = ("NewsArticle", "ReportageNewsArticle", ["Article", "NewsArticle"])
    assert [linked({"@type": kind, "headline": HEADLINE}).is_news for kind in (*news, "BlogPosting", "Article")] == [
        True, True, True, False, False,
    ]  # fmt: skip
