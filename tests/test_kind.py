from __future__ import annotations

import cleanscrape
from cleanscrape.fields.kind import features
from cleanscrape.fields.kind_weights import WEIGHTS
from cleanscrape.page import Page
from cleanscrape.way import read_generic

STORY = (
    "<p>The keeper of the pier said on day {} that the rope would hold until the spring tide, not a day longer, "
    "whatever the council had said of it in May.</p>"
)
ARTICLE = (
    "<html><head><title>The pier of Velmora holds</title></head><body><article><h1>The pier of Velmora holds</h1>"
    "<time datetime='2021-06-14'>14 June 2021</time>"
    + "".join(STORY.format(day) for day in range(8))
    + "</article></body></html>"
)
SHOP = (
    '<html><head><title>Rope, 12 m</title><script type=\'application/ld+json\'>{"@type": "Product", "name": "Rope"}'
    "</script><meta property='og:type' content='product'></head><body><h1>Rope, 12 m</h1>"
    + "".join(
        f"<div><a href='/p/{n}'>Rope number {n}</a><p>In stock: a rope of hemp, {n} metres long, tarred, with an eye "
        "at one end and a knot at the other, sold by the piece.</p></div>"
        for n in range(9)
    )
    + "</body></html>"
)


def test_every_feature_has_a_weight() -> None:
    reading = read_generic(Page(ARTICLE, "https://example.org/news/the-pier-of-velmora-holds"))
    assert set(features(reading)) == set(WEIGHTS)


def test_an_article_is_one() -> None:
    url = "https://example.org/2021/06/14/the-pier-of-velmora-holds-for-now"
    assert cleanscrape.extract(ARTICLE, url, profile=None).kind == "article"


def test_a_product_is_none() -> None:
    try:
        kind = cleanscrape.extract(SHOP, "https://example.org/shop/rope-12", profile=None).kind
    except cleanscrape.NotAnArticle as error:
        kind = error.kind
    assert kind == "product"


def test_characters_of_scripts_without_spaces_count_as_words() -> None:
    markup = ARTICLE.replace(STORY[3:-4].split("{}")[1], "，" + "码头的看守人说绳子会一直撑到春天的大潮，" * 4)
    found = features(read_generic(Page(markup, "https://example.org/news/1")))
    assert found["words"] > 5
    assert found["long_share"] > 0.9
