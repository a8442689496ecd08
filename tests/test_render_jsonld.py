from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from cleanscrape.article import Access, Article, Author, Block, Byline, Dateline, Image, Timestamp
from cleanscrape.render.jsonld import render_jsonld


def thing(article: Article) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render_jsonld(article))
    return data


FULL = Article(
    url="https://example.org/a?ref=1",
    canonical_url="https://example.org/a",
    headline="Quay opens",
    dek="Boats run again.",
    description="A report.",
    byline=Byline(
        "By Nora Lind, Editor, and Nordpress",
        authors=(Author("Nora Lind", url="https://example.org/nora", role="Editor"),),
        organisations=("Nordpress",),
    ),
    dateline=Dateline(
        "OSTHAVEN (Nordpress/Sudpress)", location="OSTHAVEN", agencies=("Nordpress", "Sudpress"), reporter="Ole Bo"
    ),
    published=Timestamp(dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.timezone(dt.timedelta(hours=-3)))),
    modified=Timestamp(dt.date(2024, 5, 7)),
    body=(Block("paragraph", text="One."), Block("caption", text="No."), Block("paragraph", text="Two.")),
    images=(
        Image("https://example.org/1.jpg", alt="A boat", caption="Lead.", credit="N. L.", is_lead=True),
        Image("javascript:alert(1)"),
    ),
    section="Harbour",
    breadcrumbs=("News", "Harbour"),
    tags=("boats", "quays"),
    language="en-GB",
    site="The Osthaven Post",
    publisher="Osthaven Media",
    license="https://example.org/licence",
    access=Access.FREE,
)


def test_every_member() -> None:
    assert thing(FULL) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": "https://example.org/a?ref=1",
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": "https://example.org/a",
            "breadcrumb": {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "News"},
                    {"@type": "ListItem", "position": 2, "name": "Harbour"},
                ],
            },
        },
        "headline": "Quay opens",
        "alternativeHeadline": "Boats run again.",
        "description": "A report.",
        "author": [{"@type": "Person", "name": "Nora Lind", "url": "https://example.org/nora", "jobTitle": "Editor"}],
        "contributor": {"@type": "Person", "name": "Ole Bo"},
        "sourceOrganization": [
            {"@type": "Organization", "name": "Nordpress"},
            {"@type": "Organization", "name": "Sudpress"},
        ],
        "publisher": {"@type": "Organization", "name": "Osthaven Media"},
        "isPartOf": {"@type": "WebSite", "name": "The Osthaven Post"},
        "datePublished": "2024-05-06T07:08:09-03:00",
        "dateModified": "2024-05-07",
        "dateline": "OSTHAVEN (Nordpress/Sudpress)",
        "locationCreated": {"@type": "Place", "name": "OSTHAVEN"},
        "articleSection": "Harbour",
        "keywords": ["boats", "quays"],
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "license": "https://example.org/licence",
        "image": [
            {
                "@type": "ImageObject",
                "url": "https://example.org/1.jpg",
                "description": "A boat",
                "caption": "Lead.",
                "creditText": "N. L.",
                "representativeOfPage": True,
            }
        ],
        "articleBody": "One.\n\nTwo.",
    }


def test_what_is_unknown_is_not_there() -> None:
    assert render_jsonld(Article()) == '{"@context":"https://schema.org","@type":"NewsArticle"}'
    assert thing(Article(dateline=Dateline("OST"), byline=Byline("Staff"))) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "dateline": "OST",
    }


@pytest.mark.parametrize(
    ("kind", "type_", "members"),
    [
        ("article", "NewsArticle", {"articleBody", "articleSection", "dateline"}),
        ("unheard-of", "NewsArticle", {"articleBody", "articleSection", "dateline"}),
        ("opinion", "OpinionNewsArticle", {"articleBody", "articleSection", "dateline"}),
        ("liveblog", "LiveBlogPosting", {"articleBody", "articleSection"}),
        ("video", "VideoObject", {"text", "name"}),
        ("podcast", "PodcastEpisode", {"text", "name"}),
        ("gallery", "ImageGallery", {"text", "name"}),
        ("listing", "CollectionPage", {"text", "name"}),
    ],
)
def test_the_type_has_the_members_it_knows(kind: str, type_: str, members: set[str]) -> None:
    article = Article(
        kind=kind, headline="Quay", section="News", dateline=Dateline("OST"), body=(Block("paragraph", text="One."),)
    )
    data = thing(article)
    assert data["@type"] == type_
    assert set(data) == {"@context", "@type", "headline"} | members


@pytest.mark.parametrize(
    ("access", "free"),
    [(Access.FREE, True), (Access.METERED, False), (Access.PAYWALLED, False), (Access.UNKNOWN, None)],
)
def test_access(access: Access, free: bool | None) -> None:
    assert thing(Article(access=access)).get("isAccessibleForFree") is free


def test_an_organisation_is_the_author_where_no_person_is() -> None:
    nordpress = [{"@type": "Organization", "name": "Nordpress"}]
    data = thing(Article(byline=Byline("Nordpress", organisations=("Nordpress",))))
    assert data["author"] == data["sourceOrganization"] == nordpress


def test_a_reporter_who_signed_is_no_contributor_too() -> None:
    byline = Byline("Ole Bo", authors=(Author("Ole Bo"),))
    assert "contributor" not in thing(Article(byline=byline, dateline=Dateline("OST", reporter="Ole Bo")))


@pytest.mark.parametrize("text", ["</script><script>alert(1)", "<!--<script>", "a & b", "\u2028\u2029", "😀 א"])
def test_it_cannot_leave_its_script_element(text: str) -> None:
    written = render_jsonld(Article(headline=text))
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written)["headline"] == text


def test_addresses_are_web_addresses() -> None:
    byline = Byline("A B", authors=(Author("A B", url="javascript:alert(1)"),))
    data = thing(Article(url="file:///etc/passwd", byline=byline))
    assert set(data) == {"@context", "@type", "author"}
    assert data["author"] == [{"@type": "Person", "name": "A B"}]


def test_a_lone_surrogate_can_be_encoded() -> None:
    assert json.loads(render_jsonld(Article(headline="a\ud83d")).encode())["headline"] == "a\ufffd"


def test_indented() -> None:
    assert render_jsonld(Article(), indent=2) == '{\n  "@context": "https://schema.org",\n  "@type": "NewsArticle"\n}'
