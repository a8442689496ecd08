"""The extractors that are measured: ours and its peers, each a function of a page's bytes and address.

Peers are loaded when they are asked for; one that is not installed is left out, and said so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Found = dict[str, Any]
Extract = Callable[[bytes, str | None], Found]


def ours() -> Extract:
    """cleanscrape without profiles: the generic way alone."""
    import cleanscrape

    extractor = cleanscrape.Extractor(profile=None)

    def extract(source: bytes, url: str | None) -> Found:
        try:
            article = extractor.extract(source, url)
        except cleanscrape.CleanscrapeError:
            return {}
        published = article.published
        return {
            "text": article.text,
            "title": article.headline,
            "authors": list(article.authors),
            "byline": article.byline.raw if article.byline is not None else None,
            "published": published.isoformat() if published is not None else None,
            "tags": article.tags,
            "lead_image": next((image.url for image in article.images if image.is_lead), None),
        }

    return extract


def _trafilatura(*, fast: bool) -> Extract:
    import trafilatura

    def extract(source: bytes, url: str | None) -> Found:
        text = trafilatura.extract(source, url=url, include_comments=False, fast=fast)
        return {"text": text}

    return extract


def trafilatura() -> Extract:
    """trafilatura with its defaults, without comments."""
    return _trafilatura(fast=False)


def trafilatura_fast() -> Extract:
    """trafilatura without its fallbacks."""
    return _trafilatura(fast=True)


def readability() -> Extract:
    """readability-lxml, its HTML as text."""
    from lxml import html
    from readability import Document

    def extract(source: bytes, url: str | None) -> Found:  # noqa: ARG001 - one signature for all
        document = Document(source.decode("utf-8", "replace"))
        fragment = html.fromstring(document.summary())
        texts = (
            "".join(map(str, node.itertext()))
            for node in fragment.iter("p", "h2", "h3", "h4", "li", "blockquote", "pre")
        )
        return {"text": "\n\n".join(" ".join(t.split()) for t in texts), "title": document.short_title()}

    return extract


def newspaper() -> Extract:
    """newspaper4k."""
    from newspaper import Article

    def extract(source: bytes, url: str | None) -> Found:
        article = Article(url or "https://example.org/", fetch_images=False)
        article.download(input_html=source.decode("utf-8", "replace"))
        article.parse()
        return {"text": article.text, "title": article.title}

    return extract


def goose() -> Extract:
    """goose3."""
    from goose3 import Goose

    reader = Goose({"enable_image_fetching": False})

    def extract(source: bytes, url: str | None) -> Found:  # noqa: ARG001 - one signature for all
        article = reader.extract(raw_html=source.decode("utf-8", "replace"))
        return {"text": article.cleaned_text, "title": article.title}

    return extract


def justext() -> Extract:
    """jusText with the stop words of all its languages."""
    import justext as library

    words = frozenset(word for name in library.get_stoplists() for word in library.get_stoplist(name))

    def extract(source: bytes, url: str | None) -> Found:  # noqa: ARG001 - one signature for all
        paragraphs = library.justext(source, words)
        return {"text": "\n\n".join(p.text for p in paragraphs if not p.is_boilerplate)}

    return extract


def boilerpy() -> Extract:
    """boilerpy3's article extractor."""
    from boilerpy3 import extractors

    extractor = extractors.ArticleExtractor(raise_on_failure=False)

    def extract(source: bytes, url: str | None) -> Found:  # noqa: ARG001 - one signature for all
        return {"text": extractor.get_content(source.decode("utf-8", "replace"))}

    return extract


def resiliparse() -> Extract:
    """resiliparse's main content as plain text."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def extract(source: bytes, url: str | None) -> Found:  # noqa: ARG001 - one signature for all
        tree = HTMLTree.parse_from_bytes(source, "utf-8")
        return {"text": extract_plain_text(tree, main_content=True, comments=False), "title": tree.title}

    return extract


EXTRACTORS: dict[str, Callable[[], Extract]] = {
    "cleanscrape": ours,
    "trafilatura": trafilatura,
    "trafilatura fast": trafilatura_fast,
    "readability-lxml": readability,
    "newspaper4k": newspaper,
    "goose3": goose,
    "jusText": justext,
    "boilerpy3": boilerpy,
    "resiliparse": resiliparse,
}
