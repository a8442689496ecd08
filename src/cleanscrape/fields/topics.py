"""Section, breadcrumbs and tags: what the article is about, as the page says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote, urlsplit

from cleanscrape.article import Source
from cleanscrape.block import Piece
from cleanscrape.fields.wording import words
from cleanscrape.hint import Hint
from cleanscrape.inline import href
from cleanscrape.label import Label
from cleanscrape.linked import texts
from cleanscrape.reading import Found, Reading

_MOST: Final = 40
_LONGEST: Final = 60  # characters; a longer tag is a headline
# More keywords than this are the site's, not the article's: news sites list all their sections there.
_MOST_KEYWORDS: Final = 25
_SPLIT: Final = re.compile(r"\s*[,;|،、]\s*")
_TAG_PATH: Final = re.compile(
    r"/(?:tags?|topics?|themen?|thema|sujets?|keywords?|etiquetas?|temas?|latest-news|people|person|places?|"
    r"organi[sz]ations?|onderwerp|emne|amne|tagi|tema|argomenti|schlagworte?|stichwort)/[^/]+",
    re.IGNORECASE,
)
_HOME: Final = frozenset(
    {"home", "startseite", "accueil", "inicio", "início", "главная", "homepage", "start", "hjem", "صفحہ اول"}
)


def read_tags(reading: Reading) -> Found[tuple[str, ...]] | None:
    """The article's topics: as printed below it, else as declared."""
    for witness, values in (
        ("profile", [p.text for p in reading.prints.get("tags", ())]),
        ("json-ld", _keywords(texts(reading.page.linked.article.get("keywords")))),
        ("meta", [v.strip() for v in reading.page.linked.meta.get("article:tag", ())]),
        ("print", _printed(reading)),  # a row of links to topics
        ("meta", _keywords(_named(reading, "news_keywords", "keywords", "parsely-tags", "sailthru.tags"))),
    ):
        kept = _kept(values)
        if kept:
            by = reading.prints["tags"][0].by if witness == "profile" else witness
            return Found(kept, source=Source(by, ", ".join(kept[:5])))
    return None


def _named(reading: Reading, *names: str) -> tuple[str, ...]:
    meta = reading.page.linked.meta
    return next((meta[name] for name in names if meta.get(name)), ())


def _keywords(values: Iterable[str]) -> list[str]:
    """Keywords that stand in one string apart by commas; none where there are too many to be topics."""
    found = [part for value in values for part in _SPLIT.split(value)]
    return found if len(found) <= _MOST_KEYWORDS else []


def _kept(values: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for value in values:
        text = " ".join(value.split()).lstrip("#").strip()
        if text and len(text) <= _LONGEST and len(seen) < _MOST:
            seen.setdefault(text.casefold(), text)
    return tuple(seen.values())


def _printed(reading: Reading) -> list[str]:
    """The texts of links to topic pages that stand in pieces labelled related, after the body has begun."""
    body = reading.body()
    start = body[0] if body else 0
    found: list[str] = []
    for piece in reading.blocks.pieces[start:]:
        given = reading.labels[piece.index]
        if given is None or given.label is not Label.RELATED or not piece.links:
            continue
        if piece.node.hints & (Hint.FOOTER | Hint.NAVIGATION):
            break
        if _are_tags(piece):
            found += [text for _, text in piece.links]
    return found


def _are_tags(piece: Piece) -> bool:
    hints = piece.node.tag.hints | (piece.node.parent.tag.hints if piece.node.parent is not None else 0)
    topical = sum(bool(_TAG_PATH.search(href(raw) or "")) for raw, _ in piece.links)
    short = all(len(text) <= _LONGEST and len(words(text)) <= 6 for _, text in piece.links)
    return short and (2 * topical > len(piece.links) or bool(hints & Hint.TAGS))


def read_breadcrumbs(reading: Reading) -> Found[tuple[str, ...]] | None:
    """The way to the article from the front page, the front page and the article left out."""
    headline = words(reading.value("headline") or "")
    for witness, names in (
        ("profile", [p.text for p in reading.prints.get("breadcrumbs", ())]),
        ("json-ld", reading.page.linked.breadcrumbs),
        ("print", _crumbs(reading)),
    ):
        kept = tuple(
            name
            for name in (" ".join(n.split()) for n in names)
            if name and name.casefold() not in _HOME and (not headline or words(name)[:4] != headline[:4])
        )
        if kept:
            by = reading.prints["breadcrumbs"][0].by if witness == "profile" else witness
            return Found(kept, source=Source(by, " > ".join(kept)))
    return None


def _crumbs(reading: Reading) -> list[str]:
    found: list[str] = []
    for piece in reading.blocks.pieces:
        if not piece.node.hints & Hint.BREADCRUMB:
            if found:
                break
            continue
        found += [text for _, text in piece.links]
    return found


def read_section(reading: Reading) -> Found[str] | None:
    """The section that the article stands in."""
    linked = reading.page.linked
    crumbs = reading.value("breadcrumbs") or ()
    for witness, value in (
        ("profile", next((p.text for p in reading.prints.get("section", ())), None)),
        ("json-ld", next(iter(texts(linked.article.get("articleSection"))), None)),
        ("meta", next(iter(linked.meta.get("article:section", ())), None)),
        ("breadcrumbs", crumbs[0] if crumbs else None),
        ("url", _of_path(reading.page.url)),
    ):
        if value and value.strip() and len(value) <= _LONGEST:
            return Found(" ".join(value.split()), source=Source(witness, value))
    return None


def _of_path(url: str | None) -> str | None:
    """The first step of the address, where it reads as a section's name."""
    steps = [unquote(step) for step in urlsplit(url or "").path.split("/") if step]
    if len(steps) < 2:
        return None
    step = next((s for s in steps[:-1] if len(s) > 2), "")
    if not re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+){0,2}", step) or step in _NO_SECTION:
        return None
    return step.replace("-", " ")


_NO_SECTION: Final = frozenset(
    "article articles news story stories post posts blog blogs content archive archives artikel nachrichten noticias "
    "index amp html page pages item cnt id".split()
)
