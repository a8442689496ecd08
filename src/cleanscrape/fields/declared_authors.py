"""The authors that a page declares to machines: JSON-LD, `meta`, microdata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from cleanscrape.fields.author_witness import AuthorWitness
from cleanscrape.fields.byline import read_author_names
from cleanscrape.reading import Reading

# Measured on 800 pages: the share of pages where each, naming people, names the right ones.
_JSON_LD: Final = 0.966
_META: Final[tuple[tuple[tuple[str, ...], float], ...]] = (
    (("article:author", "article:author_name", "og:article:author", "article:byline"), 0.96),
    (("parsely-author", "sailthru.author", "sailthru.byline_name", "cxenseparse:author", "byl"), 0.99),
    (("author",), 0.927),  # on some sites the site's name, which is no person
)
_CARD: Final = 0.936  # what a card says when the page is shared: "Written by"
_MICRODATA: Final = 0.887
_LATE: Final = 0.85
_LATE_META: Final = ("dc.creator", "dcterms.creator", "dcsext.author", "citation_author")
# Names of `meta` of many systems: "bt:author", "content_author", "articleAuthor", "mrf:authors"; not of apps and tools.
_ANY_META: Final = re.compile(r"(?:[\w.]*[:._\-])?(?:article)?[_\-]?authors?(?:[_.\-]?name)?\d?")
_NO_META: Final = re.compile(r"smartbanner|web_author|500px|pixels|its_|citation|twitter:")
_SAYS_WRITTEN: Final = frozenset((
    "written by", "author", "posted by", "by", "verfasst von", "geschrieben von", "écrit par", "escrito por",
    "scritto da", "autor", "auteur", "geschreven door", "作者", "skrevet av", "skriven av", "napisane przez",
    "автор", "yazan", "penulis", "napsal",
))  # fmt: skip


def declared_authors(reading: Reading, sites: Sequence[str]) -> Iterator[AuthorWitness]:
    """What the page declares, each witness that names anybody, the most exact first."""
    linked = reading.page.linked
    yield from _declared("json-ld", linked.article.get("author"), reading, sites, _JSON_LD)
    for names, reliability in _META:
        yield from _of_meta(reading, names, sites, reliability)
    for which in ("1", "2"):
        label = next(iter(linked.meta.get(f"twitter:label{which}", ())), "").strip().casefold().rstrip(":")
        if label in _SAYS_WRITTEN:
            yield from _of_meta(reading, (f"twitter:data{which}",), sites, _CARD)


def late_authors(reading: Reading, sites: Sequence[str]) -> Iterator[AuthorWitness]:
    """What is less often right, or costs more to read."""
    linked = reading.page.linked
    yield from _declared("microdata", linked.microdata.get("author"), reading, sites, _MICRODATA)
    known = {name for names, _ in _META for name in names}
    named = [key for key in linked.meta if key not in known and _ANY_META.fullmatch(key) and not _NO_META.search(key)]
    yield from _of_meta(reading, (*_LATE_META, *named), sites, _LATE)
    yield from _declared("json-ld", linked.article.get("creator"), reading, sites, _LATE)


def _of_meta(
    reading: Reading, names: Iterable[str], sites: Sequence[str], reliability: float
) -> Iterator[AuthorWitness]:
    for name in names:
        yield from _declared(f"meta {name}", reading.page.linked.meta.get(name), reading, sites, reliability)


def _declared(
    by: str, values: Any, reading: Reading, sites: Sequence[str], reliability: float
) -> Iterator[AuthorWitness]:
    if values is None:
        return
    listed = list(values) if isinstance(values, (list, tuple)) else [values]
    authors, organisations = read_author_names(listed, site_names=sites, language=reading.value("language"))
    if authors or organisations:
        yield AuthorWitness(by, authors, organisations, reliability=reliability)
