"""What a page is: an article, or a listing, a product, a forum, a manual, a shop window.

A linear score over what the page shows and declares, fitted by logistic regression on articles of a few hundred sites
and as many pages of other kinds (``python -m training.kind``); what a page is instead is told by its own declaration
or address.
"""

from __future__ import annotations

import re
from math import exp, log1p
from typing import Final

from cleanscrape.address import address_parts
from cleanscrape.article import Source
from cleanscrape.fields.east_asian_name import is_east_asian
from cleanscrape.fields.kind_weights import BIAS, WEIGHTS
from cleanscrape.linked import LinkedData
from cleanscrape.reading import Found, Reading

ARTICLE: Final = "article"
_LONG: Final = 120  # characters from which a piece counts as running text
_TEXT: Final = 400  # bytes of a body that is more than a few lines of a menu
# Under this chance the page is plainly no article: of 980 articles, each scored by folds of other sites, the lowest
# had .004; a tenth of that leaves room for sites unlike them. A page without any running text is none under even
# chances already.
PLAINLY_NOT: Final = 0.0005
_EVEN: Final = 0.5
_USUAL_SLUG: Final = 4.0  # words in the address of an article: what an unknown address counts as

_DECLARED_ARTICLES: Final = frozenset(
    "NewsArticle Article BlogPosting ReportageNewsArticle OpinionNewsArticle AnalysisNewsArticle LiveBlogPosting "
    "BackgroundNewsArticle ReviewNewsArticle Report TechArticle SocialMediaPosting".split()
)
_LIVE: Final = frozenset({"LiveBlogPosting"})
# What a page of another kind declares, and what its address shows; the first that speaks names it.
_OTHERS: Final = (
    ("product", frozenset({"Product", "Offer", "AggregateOffer", "ProductGroup"}),
     re.compile(r"/(?:products?|shop|store|dp|item|buy|cart)(?:/|\.)")),
    ("forum", frozenset({"DiscussionForumPosting", "QAPage"}),
     re.compile(r"//(?:forums?|community|discuss|boards?)\.|"
                r"/(?:forums?|threads?|viewtopic|showthread|questions|discussions?|community)(?:/|\.php)")),
    ("documentation", frozenset({"APIReference", "HowTo"}),
     re.compile(r"//(?:docs?|developers?|help|support|learn|kb|wiki)\.|/(?:docs?|documentation|reference|api|manual|help|support|wiki|kb)/")),
    ("listing", frozenset({"ItemList", "CollectionPage", "SearchResultsPage", "ProfilePage"}),
     re.compile(r"/(?:category|categories|tags?|topics?|archives?|search|listings?|authors?|section|page)(?:/|\?|$)|[?&](?:q|s|search|page)=")),
    ("service", frozenset({"LocalBusiness", "Service", "SoftwareApplication", "Organization"}),
     re.compile(r"/(?:services?|pricing|solutions|about|contact)(?:/|$)")),
)  # fmt: skip
_DAY_IN_PATH: Final = re.compile(r"/(?:19|20)\d\d[/-]\d")
_NUMBER: Final = re.compile(r"\d{4,}")
_EAST_ASIAN: Final = re.compile("[\u2e80-\u9fff]+")  # Korean sets its words apart
_SAMPLE: Final = 100  # characters of a piece that are looked at for its script
_OF_A_WORD: Final = 2  # ideographs of a word
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def features(reading: Reading) -> dict[str, float]:
    """What the score looks at, by name."""
    linked = reading.page.linked
    kinds = set(linked.types)
    og = next(iter(linked.meta.get("og:type", ())), "").casefold()
    url = reading.base() or ""
    out = _of_body(reading) | _of_url(url)
    published = reading.found.get("published")
    by = published.source.by if published is not None else ""
    byline = reading.value("byline")
    h1 = [piece.level for piece in reading.blocks.pieces].count(1)
    out |= {
        "og_article": float(og == "article"),
        "og_product": float("product" in og),
        "declares_article": float(bool(kinds & _DECLARED_ARTICLES)),
        "no_date": float(not by),
        "date_declared": float(by.startswith(("json-ld", "microdata", "meta"))),
        "date_printed": float(by in ("time", "print")),
        "authors": float(byline is not None and bool(byline.authors)),
        "one_h1": float(h1 == 1),
        "no_h1": float(h1 == 0),
    }
    for name, types, pattern in _OTHERS:
        out[f"declares_{name}"] = float(bool(kinds & types))
        out[f"address_{name}"] = float(bool(url) and pattern.search(url) is not None)
    return out


def _of_body(reading: Reading) -> dict[str, float]:
    pieces = reading.blocks.pieces
    body = [pieces[i] for i in reading.body()]
    count = len(body) or 1
    count_words, is_long = _words, _is_long
    if any(is_east_asian(piece.text[:_SAMPLE]) for piece in body[:3]):
        count_words, is_long = _unspaced_words, _is_long_unspaced
    words = count_words([piece.text for piece in body])
    all_words = count_words([piece.text for piece in pieces]) or 1
    long_words = count_words([piece.text for piece in body if is_long(piece.text)])
    return {
        "words": log1p(words),
        "pieces": log1p(len(body)),
        "long_share": long_words / (words or 1),
        "share": words / all_words,
        "confidence": reading.confidence,
        "links": sum(piece.link_chars for piece in body) / (sum(len(piece.text) for piece in body) or 1),
        "headings": sum(piece.kind == "heading" for piece in body) / count,
        "spread": log1p((body[-1].index - body[0].index + 1) / count) if body else 0.0,
    }


def _words(texts: list[str]) -> int:
    return " ".join(texts).count(" ") + 1 if texts else 0


def _unspaced_words(texts: list[str]) -> int:
    """The words of texts in East Asian scripts, which mostly do not set them apart."""
    return _words(texts) + sum(map(_unspaced, texts)) // _OF_A_WORD


def _unspaced(text: str) -> int:
    """The characters of scripts without spaces in a text."""
    return len(text) - len(_EAST_ASIAN.sub("", text))


def _is_long(text: str) -> bool:
    """Whether a piece is running text."""
    return len(text) >= _LONG


def _is_long_unspaced(text: str) -> bool:
    """As `_is_long`: an ideograph says as much as three letters."""
    return len(text) + 2 * _unspaced(text) >= _LONG


def _of_url(url: str) -> dict[str, float]:
    path = address_parts(url).path
    steps = [step for step in path.split("/") if step]
    return {
        "front_page": float(bool(url) and not steps),
        "one_step": float(len(steps) == 1),
        "slug_words": float(min(8, len(_WORD.findall(steps[-1])))) if steps else 0.0 if url else _USUAL_SLUG,
        "number_in_path": float(bool(_NUMBER.search(path))),
        "day_in_path": float(bool(_DAY_IN_PATH.search(path))),
    }


def article_chance(reading: Reading) -> float:
    """The chance, 0 to 1, that the page is an article: weighed once, when all other fields have been read."""
    if reading.chance is None:
        score = BIAS + sum(WEIGHTS.get(name, 0.0) * value for name, value in features(reading).items())
        reading.chance = 1 / (1 + exp(-score))
    return reading.chance


def is_plainly_none(reading: Reading) -> bool:
    """Whether a page is so far from an article that none should be made of it."""
    if not reading.blocks.is_markup:
        return False
    chance = article_chance(reading)
    pieces = reading.blocks.pieces
    # Counted in bytes: an ideograph says as much as three letters.
    sizes = [len(pieces[i].text.encode()) for i in reading.body()]
    runs = max(sizes, default=0) >= _LONG or sum(sizes) >= _TEXT
    return chance < (PLAINLY_NOT if runs else _EVEN)


def read_kind(reading: Reading) -> Found[str]:
    """What the page is."""
    linked = reading.page.linked
    if set(linked.types) & _LIVE and linked.article.get("@type") in _LIVE:
        return Found("liveblog", source=Source("json-ld", "LiveBlogPosting"))
    chance = article_chance(reading) if reading.blocks.is_markup else 1.0
    evidence = f"chance {chance:.2f}"
    if chance >= _EVEN:
        return Found(ARTICLE, source=Source("rules.kind", evidence))
    return Found(_other(linked, reading.page.url or ""), source=Source("rules.kind", evidence))


def _other(linked: LinkedData, url: str) -> str:
    """What a page that is no article is."""
    kinds = set(linked.types)
    for name, _, pattern in _OTHERS:
        if pattern.search(url):
            return name
    for name, types, _ in _OTHERS:
        if kinds & types:
            return name
    return "listing"
