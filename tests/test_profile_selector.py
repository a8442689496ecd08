from __future__ import annotations

import pickle
from time import process_time
from typing import Any

import pytest
from lxml import etree

from cleanscrape.errors import BadProfile
from cleanscrape.profile import Elements, Selector, first_places, first_values

PAGE = """<html lang="en"><head><meta name="author" content="Ann Droe"><meta name="author" content=" "></head>
<body><ul id="menu" class="nav top"><li id="l1">Home</li><li id="l2" class="now">News</li>
<li id="l3">Sport</li></ul>
<div id="story" class="story main">
  <h1 id="head">A Goat in the Library</h1>
  <div id="text" class="text"><p id="p1">One <b id="b1">goat</b>.</p><p id="p2" class="x">Two.</p>
    <div id="inner" class="text"><p id="p3">Three.</p></div>tail of inner</div>
  <div id="w1" class="widget"><h3 id="h1">Read also</h3><a id="a1" class="box" href="/one">One</a></div>
  <div id="w2" class="widget big"><h3 id="h2">Latest</h3><p id="p4"><a id="a2" href="/two">Two</a></p></div>
</div>
<div id="foot" class="footer"><div id="f1"><strong id="s1">Site Links</strong><p id="p5">A - B</p></div></div>
<p id="twin">a</p><p id="twin">b</p>
</body></html>"""


def parsed(markup: str) -> Any:
    return etree.fromstring(markup, etree.HTMLParser(encoding="utf-8"))


ROOT = parsed(PAGE)


def ids(source: str) -> list[str]:
    return [element.get("id") or element.tag for element in Selector(source).select(ROOT)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("h1", ["head"]),
        ("#head", ["head"]),
        ("p#twin", ["twin", "twin"]),
        (".text", ["text", "inner"]),
        ("div.text", ["text", "inner"]),
        ("p.text", []),
        ("div.widget.big", ["w2"]),
        ("ul.nav > li", ["l1", "l2", "l3"]),
        ("div.story > p", []),
        ("div.text p", ["p1", "p2", "p3"]),
        ("div.text div.text p", ["p3"]),
        ("div.story > div.text > p", ["p1", "p2"]),
        ("h1 + div", ["text"]),
        ("h1 + div.widget", []),
        ("h1 ~ div.widget", ["w1", "w2"]),
        ("div.widget ~ *", ["w2"]),
        ("#l2 ~ li", ["l3"]),
        ("div.widget:has(> h3:contains('Read also'))", ["w1"]),
        ("div.widget:has(> h3:contains('read also'))", []),
        ("div:has(> a.box)", ["w1"]),
        ("div:has(p a)", ["story", "w2"]),
        ("div.story:has(div.text > p.x)", ["story"]),
        ("div:has(> h3 + p)", ["w2"]),
        ("div:has(> h3 ~ a, > strong)", ["w1", "f1"]),
        ("h3:has(+ p)", ["h2"]),
        ("h3:has(~ a)", ["h1"]),
        ("div:has(> div > p)", ["story", "text", "foot"]),
        ("div.footer div:has(> strong:contains('Site Links'))", ["f1"]),
        ("div:not(:has(p))", ["w1"]),
        ("p:not(.x)", ["p1", "p3", "p4", "p5", "twin", "twin"]),
        ("p:not(div p)", ["twin", "twin"]),
        ("p:not(.x):not(div p)", ["twin", "twin"]),
        (":is(h1, h3)", ["head", "h1", "h2"]),
        ("div:is(.widget, .footer)", ["w1", "w2", "foot"]),
        ("div:is(:has(> strong), .big)", ["w2", "f1"]),
        ("h3, h1", ["head", "h1", "h2"]),
        ("p.x, #p1, p.x", ["p1", "p2"]),
        ("li:first-child", ["l1"]),
        ("li:last-child", ["l3"]),
        ("li:nth-child(2)", ["l2"]),
        ("li:nth-last-child(3)", ["l1"]),
        ("p:nth-of-type(2)", ["p2", "twin"]),
        ("p:first-of-type", ["p1", "p3", "p4", "p5", "twin"]),
        ("p:last-of-type", ["p2", "p3", "p4", "p5", "twin"]),
        ("strong:only-of-type", ["s1"]),
        ("b:only-child", ["b1"]),
        ("div.text > *", ["p1", "p2", "inner", "p3"]),
        ("a[href='/two']", ["a2"]),
        ("a[href^='/']", ["a1", "a2"]),
        (":root", ["html"]),
        (":scope > body > p", ["twin", "twin"]),
        ("LI.now", ["l2"]),
        ("//h1", ["head"]),
        ("./body/p", ["twin", "twin"]),
        ("(//li)[last()]", ["l3"]),
        ("/html/body/ul/li[@class='now']", ["l2"]),
        ("//a/@href", ["a1", "a2"]),
        ("//h3/text()", ["h1", "h2"]),
        ("//div[@id='inner']/following-sibling::text()", ["text"]),
        ("a::attr(href)", ["a1", "a2"]),
    ],
)
def test_what_selectors_find(source: str, found: list[str]) -> None:
    assert ids(source) == found


@pytest.mark.parametrize(
    ("source", "values"),
    [
        ("#p1", ["One goat."]),
        ("h3", ["Read also", "Latest"]),
        ("a::attr(href)", ["/one", "/two"]),
        ("meta[name=author]::attr(content)", ["Ann Droe"]),
        ("h1, a::attr(href)", ["A Goat in the Library", "/one", "/two"]),
        ("//a/@href", ["/one", "/two"]),
        ("//p[@id='p1']/text()", ["One", "."]),
        ("p::attr(href)", []),
    ],
)
def test_values(source: str, values: list[str]) -> None:
    assert Selector(source).values(ROOT) == values


def test_places_are_in_document_order_and_one_index_serves_all() -> None:
    page = Elements(ROOT)
    places = Selector("h3, h1, p.x").places(page)
    assert [page.all[place].get("id") for place in places] == ["head", "p2", "h1", "h2"]
    assert places == sorted(places)


def test_the_first_selector_that_finds_anything_is_used() -> None:
    page = Elements(ROOT)
    selectors = [Selector("h5"), Selector("h3"), Selector("h1")]
    assert first_places(selectors, page) == (Selector("h3"), Selector("h3").places(page))
    assert first_values(selectors, page) == (Selector("h3"), ["Read also", "Latest"])
    assert first_places(selectors[:1], page) is None
    assert first_values(selectors[:1], ROOT) is None


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("", "the selector is empty"),
        ("div[", "Expected ident or '*', got <EOF at 4>"),
        ("div:foo", "The pseudo-class :foo is unknown"),
        ("p:not(.a, .b)", "Expected ')', got <DELIM ',' at 8>"),
        ("p::text", "::text is not known: the one pseudo-element is ::attr(name)"),
        ("p::attr('x')", "::attr() takes one name, as in ::attr(content)"),
        ("tr:nth-child(2n)", ":nth-child() takes one number from 1, as in :nth-child(2)"),
        (".x:first-of-type", "*:first-of-type is not implemented"),
        ("svg|a", "'svg:a' has a prefix, and HTML has no namespaces: use *[name() = 'svg:a']"),
        ("//a[", "it is no XPath (Invalid expression)"),
        ("//a[document('x')]", "document() is not among the functions of XPath 1.0 that may be used here"),
        ("//a[re:test(., 'x')]", "re:test() is not among the functions of XPath 1.0 that may be used here"),
        ("//a[$x]", "variables are not known here: write the value"),
        ("//svg:a", "'svg:a' has a prefix, and HTML has no namespaces: use *[name() = 'svg:a']"),
        ("//a/namespace::*", "namespace nodes are not part of a page: select elements, attributes or text"),
        ("./body/id()", "it is no XPath (Invalid expression)"),
        ("./body + id()", "it cannot be evaluated (Invalid number of arguments)"),
        ("//a = 'x'", "it gives a bool: select elements, attributes or text"),
        ("a" * 2001, "the selector has 2,001 characters, the limit is 2,000"),
        (":not(" * 300, "Got nested :not()"),
    ],
)
def test_selectors_that_are_refused(source: str, problem: str) -> None:
    with pytest.raises(BadProfile) as caught:
        Selector(source, where="x.toml: layouts[0].body").check()
    assert str(caught.value) == f"x.toml: layouts[0].body = {source!r}: {problem}"


def test_what_fails_only_when_it_is_evaluated_is_a_bad_profile_too() -> None:
    selector = Selector("//h1[sum(1)]")
    with pytest.raises(BadProfile, match=r"it cannot be evaluated \(Invalid type\)"):
        selector.select(ROOT)


def test_where_it_stands_takes_no_part_in_equality() -> None:
    assert Selector("h1", where="a") == Selector("h1", where="b")
    assert pickle.loads(pickle.dumps(Selector("h1", where="a"))).where == "a"


def test_elements_outside_the_tree_that_was_given_are_not_found() -> None:
    inner = ROOT.get_element_by_id("text") if hasattr(ROOT, "get_element_by_id") else ROOT.find(".//*[@id='text']")
    assert [element.get("id") for element in Selector("//p").select(inner)] == ["p1", "p2", "p3"]


HOSTILE = [
    pytest.param("<div class='x'>" * 1500 + "<p>a</p>" * 20_000, id="deep"),
    pytest.param("<div class=w><h3>k</h3></div><p>a</p>" * 20_000, id="flat"),
    pytest.param(("<div class='w x'>" * 200 + "<p>a</p><a>b</a>" * 50 + "</div>" * 200) * 50, id="nested"),
    pytest.param("".join(f"<i class='x c{at}'></i>" for at in range(30_000)), id="classes"),
]


@pytest.mark.parametrize("markup", HOSTILE)
def test_the_time_grows_with_the_page_alone(markup: str) -> None:
    page = Elements(etree.fromstring(f"<html><body>{markup}", etree.HTMLParser(encoding="utf-8", huge_tree=True)))
    sources = [
        "div.x p", "div > p", "p ~ p", "p + p", "div:has(a)", "div.x:has(p b)", "p:nth-child(3)",
        "p:last-of-type", "div:has(~ b)", "p:not(div p)", ".x.c7",
    ]  # fmt: skip
    started = process_time()
    for source in sources:
        Selector(source).places(page)
    assert process_time() - started < 6  # a quadratic one takes minutes
