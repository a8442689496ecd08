"""How well the parts of a page are labelled, its datelines read, and articles told from other pages.

Measures of cleanscrape alone: no peer says what the parts of a page are.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

import cleanscrape
from benchmarks.corpus import cases, source_of

_LONG = 15  # letters from which a removed text inside a snippet counts as holding it


def _folded(text: object) -> str:
    return "".join(str(text or "").split()).casefold()


def _inside(snippet: str, text: str) -> bool:
    return snippet in text or (len(text) >= _LONG and text in snippet)


def regions(path: Path) -> dict[str, float]:
    """Snippets of pages with their kinds: share under the right kind, leaked into the body, lost; captions found."""
    counts: Counter[str] = Counter()
    extractor = cleanscrape.Extractor(profile=None)
    for line in path.open(encoding="utf-8"):
        page = json.loads(line)
        try:
            article = extractor.extract(source_of(path.parent / "corpora" / page["corpus"], page["page"]), page["url"])
        except cleanscrape.CleanscrapeError:
            article = cleanscrape.Article()
        _count_page(counts, page, article)
    return {
        "kind": counts["right"] / counts["all"],
        "kept_out": 1 - counts["leaked"] / counts["all"],
        "not_lost": 1 - counts["lost"] / counts["all"],
        **{name: counts[name] / max(1, counts[f"{name} all"]) for name in ("headline", "byline", "captions")},
    }


def _count_page(counts: Counter[str], page: dict[str, Any], article: cleanscrape.Article) -> None:
    body = _folded(article.text)
    removed = [(part.kind, _folded(part.text)) for part in article.removed]
    for region in page["regions"]:
        snippet = _folded(region["text"])
        kinds = [kind for kind, text in removed if text and _inside(snippet, text)]
        counts["all"] += 1
        counts["right"] += region["kind"] in kinds
        counts["leaked"] += snippet in body
        counts["lost"] += not kinds and snippet not in body
    found = {"headline": article.headline, "byline": article.byline.raw if article.byline else None}
    for name, value in found.items():
        if page.get(name):
            counts[f"{name} all"] += 1
            counts[name] += bool(value) and _inside(_folded(page[name]), _folded(value))
    captions = [_folded(block.text) for block in article.body if block.kind == "caption"]
    captions += [_folded(image.caption) for image in article.images if image.caption]
    for caption in page.get("captions") or ():
        counts["captions all"] += 1
        counts["captions"] += any(_inside(_folded(caption), text) for text in captions)


def datelines(path: Path) -> dict[str, float]:
    """Openings with and without a dateline: share read exactly, share of those without in which none was found."""
    counts: Counter[str] = Counter()
    for line in path.open(encoding="utf-8"):
        case = json.loads(line)
        published = dt.date.fromisoformat(case["published"]) if case["published"] else None
        found, rest = cleanscrape.parse_dateline(case["text"], published=published, language=case["language"])
        expected = case["expected"]
        if expected is None:
            counts["others"] += 1
            counts["none"] += found is None
            continue
        counts["datelines"] += 1
        counts["exact"] += found is not None and _is_exact(found, rest, expected)
    return {
        "exact": counts["exact"] / max(1, counts["datelines"]),
        "no_false": counts["none"] / max(1, counts["others"]),
    }


def _is_exact(found: cleanscrape.Dateline, rest: str, expected: dict[str, Any]) -> bool:
    return (
        (found.location or "") == (expected["location"] or "")
        and list(found.agencies) == expected["agencies"]
        and _is_day(found.date, expected["date"])
        and " ".join(rest.split()) == " ".join(expected["rest"].split())
    )


def _is_day(found: str | None, expected: str | None) -> bool:
    """Whether a day is the expected one; a year or month that is not printed may have been worked out."""
    if expected is None or found is None:
        return found == expected
    return found == expected or (expected[0] == "-" and found[-len(expected.lstrip("-")) :] == expected.lstrip("-"))


def kinds_of_page(corpora: Path) -> dict[str, float]:
    """Balanced accuracy of telling articles from other pages."""
    shares = []
    for corpus, is_article in (("wcxb-articles", True), ("not-articles", False)):
        right = count = 0
        for case in cases(corpora / corpus):
            try:
                kind = cleanscrape.extract(case.source, case.url, profile=None).kind
            except cleanscrape.CleanscrapeError:
                kind = "none"
            count += 1
            right += (kind in ("article", "liveblog")) == is_article
        shares.append(right / max(1, count))
    return {"balanced": sum(shares) / 2}
