"""An Article as linked data: JSON-LD in the vocabulary of schema.org."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from cleanscrape.article import Access, Article, Author, Image
from cleanscrape.render.address import web_address
from cleanscrape.render.inline import well_formed

Thing: TypeAlias = dict[str, object]

TYPES = {
    "article": "NewsArticle",
    "liveblog": "LiveBlogPosting",
    "gallery": "ImageGallery",
    "video": "VideoObject",
    "podcast": "PodcastEpisode",
    "audio": "AudioObject",
    "listing": "CollectionPage",
    "opinion": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "review": "ReviewNewsArticle",
}
"""The type of schema.org for each kind of article; any other kind is a NewsArticle."""

_FREE = {Access.FREE: True, Access.METERED: False, Access.PAYWALLED: False}
# Within a script element these would end it, open another, or, in old readers of scripts, end a line.
_IN_SCRIPT = "<>&\u2028\u2029"


def render_jsonld(article: Article, *, indent: int = 0) -> str:
    """The article as a JSON-LD object that can stand in ``<script type="application/ld+json">``.

    It has no member whose value is unknown, and no address but absolute ones of http and https.

    >>> print(render_jsonld(Article(headline="Gulls </script>")))
    {"@context":"https://schema.org","@type":"NewsArticle","headline":"Gulls \\u003c/script\\u003e"}
    """
    import json

    separators = (",", ": ") if indent > 0 else (",", ":")
    text = json.dumps(_thing(article), ensure_ascii=False, indent=indent or None, separators=separators)
    for character in _IN_SCRIPT:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return well_formed(text)


def _thing(article: Article) -> Thing:
    kind = TYPES.get(article.kind, "NewsArticle")
    is_article = kind.endswith(("Article", "Posting"))
    address = web_address(article.url) or web_address(article.canonical_url)
    return _known(
        {
            "@context": "https://schema.org",
            "@type": kind,
            "url": address,
            "mainEntityOfPage": _page(article),
            "headline": article.headline,
            # Only articles are known by their headline.
            "name": None if is_article else article.headline,
            "alternativeHeadline": article.dek,
            "description": article.description,
            **_makers(article),
            "datePublished": article.published and article.published.isoformat(),
            "dateModified": article.modified and article.modified.isoformat(),
            **_dateline(article, is_news=kind.endswith("NewsArticle")),
            "articleSection": article.section if is_article else None,
            "keywords": list(article.tags),
            "inLanguage": article.language,
            "isAccessibleForFree": _FREE.get(article.access),
            "license": article.license,
            "image": [_image(image) for image in article.images if web_address(image.url)],
            "articleBody" if is_article else "text": article.text,
        }
    )


def _known(members: Thing) -> Thing:
    """Without the members whose value is unknown or empty."""
    return {name: value for name, value in members.items() if value is not None and value not in ("", [], {})}


def _page(article: Article) -> Thing | None:
    address = web_address(article.canonical_url) or web_address(article.url)
    trail: list[Thing] = [
        {"@type": "ListItem", "position": i, "name": name} for i, name in enumerate(article.breadcrumbs, start=1)
    ]
    breadcrumb = {"@type": "BreadcrumbList", "itemListElement": trail} if trail else None
    page = _known({"@id": address, "breadcrumb": breadcrumb})
    return {"@type": "WebPage", **page} if page else None


def _makers(article: Article) -> Thing:
    """Who made it. Organisations of the byline are its authors where it names no person."""
    byline, dateline = article.byline, article.dateline
    people = [_person(author) for author in byline.authors] if byline else []
    organisations = byline.organisations if byline else ()
    agencies = dateline.agencies if dateline else ()
    reporter = dateline.reporter if dateline else None
    return {
        "author": people or _organisations(organisations),
        "contributor": {"@type": "Person", "name": reporter} if reporter and reporter not in article.authors else None,
        "sourceOrganization": _organisations((*organisations, *agencies)),
        "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
        "isPartOf": {"@type": "WebSite", "name": article.site} if article.site else None,
    }


def _person(author: Author) -> Thing:
    return _known({"@type": "Person", "name": author.name, "url": web_address(author.url), "jobTitle": author.role})


def _organisations(names: Iterable[str]) -> list[Thing]:
    return [{"@type": "Organization", "name": name} for name in dict.fromkeys(names)]


def _dateline(article: Article, *, is_news: bool) -> Thing:
    """Where it was filed; the dateline itself is a property of news articles alone."""
    if article.dateline is None:
        return {}
    place = article.dateline.location
    return {
        "dateline": article.dateline.raw if is_news else None,
        "locationCreated": {"@type": "Place", "name": place} if place else None,
    }


def _image(image: Image) -> Thing:
    return _known(
        {
            "@type": "ImageObject",
            "url": web_address(image.url),
            "description": image.alt,
            "caption": image.caption,
            "creditText": image.credit,
            "representativeOfPage": image.is_lead or None,
        }
    )
