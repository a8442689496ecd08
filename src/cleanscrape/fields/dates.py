"""When the article was published and modified.

Witnesses in the order in which they are trusted; the first that gives a day is taken. A date of a teaser or a
comment is never the article's: printed dates count only beside the headline or the byline.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from cleanscrape.article import Source, Timestamp
from cleanscrape.block import Context, Piece
from cleanscrape.fields.beside import after_body, before_body
from cleanscrape.fields.moment import find_moments, read_iso
from cleanscrape.hint import Hint
from cleanscrape.linked import texts
from cleanscrape.reading import Found, Reading

_PUBLISHED_META: Final = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "og:published_time", "og:pubdate", "rnews:datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "published_time", "publication_date", "published-date",
    "article.published", "article_date_original", "dcterms.created", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dc.created", "cxenseparse:recs:publishtime", "originalpublicationdate", "date", "displaydate",
    "ptime", "cxenseparse:publishtime", "last-publish-date", "vr:published_time", "date_published", "timestamp",
)  # fmt: skip
_MODIFIED_META: Final = (
    "article:modified_time", "og:updated_time", "datemodified", "og:article:modified_time", "dcterms.modified",
    "article:modified", "lastmod", "last-modified", "modified", "revised", "article:updated_time",
)  # fmt: skip
_IN_URL: Final = re.compile(r"(?<!\d)(20[0-3]\d|199\d)[-/_.]?(0[1-9]|1[0-2])[-/_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_UPDATED: Final = re.compile(
    r"updated?|modified|aktualisiert|geändert|mis à jour|mise à jour|modifié|actualizado|modificado|atualizad|"
    r"aggiornat|bijgewerkt|gewijzigd|zaktualizowano|aktualizacja|обновлен|güncelle|تحديث|uppdatera|oppdatert|"
    r"opdateret|päivitetty|aktualizov|更新|수정|last edited",
    re.IGNORECASE,
)
_LONGEST: Final = 250  # a longer piece prints no date line


def read_published(reading: Reading) -> Found[Timestamp] | None:
    """When the article was published."""
    linked = reading.page.linked
    return (
        _of_profile(reading, "published")
        # What the page says of this article for machines, to the second and with its zone.
        or _declared(texts(linked.article.get("datePublished")), "json-ld", reading)
        or _declared(linked.microdata.get("datePublished", ()), "microdata", reading)
        or _of_meta(reading, _PUBLISHED_META)
        # The print beside the headline: often a day without a zone.
        or _of_times(reading, modified=False)
        or _of_print(reading, modified=False)
        # What is said of the whole page, and fields that some sites fill alone.
        or _of_page(reading, "datePublished")
        or _declared(texts(linked.article.get("dateCreated")), "json-ld", reading)
        or _declared(texts(linked.article.get("uploadDate")), "json-ld", reading)
        # A day in the address is the day of the first draft, mostly the same.
        or _of_url(reading)
        # One day alone, printed in an element that is named after it, away from other stories.
        or _of_one_day(reading)
    )


def read_modified(reading: Reading) -> Found[Timestamp] | None:
    """When it was last changed, where the page says so."""
    linked = reading.page.linked
    return (
        _of_profile(reading, "modified")
        or _declared(texts(linked.article.get("dateModified")), "json-ld", reading)
        or _declared(linked.microdata.get("dateModified", ()), "microdata", reading)
        or _of_meta(reading, _MODIFIED_META)
        or _of_times(reading, modified=True)
        or _of_print(reading, modified=True)
    )


def _of_profile(reading: Reading, name: str) -> Found[Timestamp] | None:
    for given in reading.prints.get(name, ()):
        value = read_iso(given.machine or "") or read_iso(given.text) or _moment(given.text, reading)
        if value is not None:
            raw = given.line or given.text or given.machine or ""
            return Found(Timestamp(_aware(value), raw=raw, source=given.by), source=Source(given.by, raw),
                         pieces=given.pieces)  # fmt: skip
    return None


def _of_page(reading: Reading, name: str) -> Found[Timestamp] | None:
    """What linked data says of the page itself, where it does not call it an article."""
    for item in reading.page.linked.items:
        if item.get("@type") in ("WebPage", "ItemPage", "WebPageElement"):
            return _declared(texts(item.get(name)), "json-ld WebPage", reading)
    return None


def _moment(text: str, reading: Reading) -> dt.datetime | dt.date | None:
    found = find_moments(text, language=_language(reading), timezone=reading.timezone, now=reading.now)
    if not found:
        return None
    exact = [m for m in found if isinstance(m.value, dt.datetime)]
    return (exact or found)[0].value


def _language(reading: Reading) -> str | None:
    return reading.language or reading.value("language")


def _aware(value: dt.datetime | dt.date) -> dt.datetime | dt.date:
    """A time whose zone is unknown is worth its day alone."""
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        return value.date()
    return value


def _declared(values: Iterable[Any], witness: str, reading: Reading) -> Found[Timestamp] | None:
    for text in values:
        value = read_iso(str(text)) or _moment(str(text)[:_LONGEST], reading)
        if value is not None:
            raw = str(text).strip()
            return Found(Timestamp(_aware(value), raw=raw, source=witness), source=Source(witness, raw))
    return None


def _of_meta(reading: Reading, names: Iterable[str]) -> Found[Timestamp] | None:
    meta = reading.page.linked.meta
    for name in names:
        found = _declared(meta[name], f"meta {name}", reading) if name in meta else None
        if found is not None:
            return found
    return None


def _of_times(reading: Reading, *, modified: bool) -> Found[Timestamp] | None:
    """The machine-readable ``<time datetime>`` beside the headline."""
    for piece in _beside(reading):
        raws = [raw for raw, _ in reading.blocks.tokens(piece) if raw.startswith("time ")]
        if piece.node.tag.name == "time":
            raws.append(piece.node.tag.raw)
        for raw in raws:
            match = re.search(r'\sdatetime="([^"]+)"', raw)
            value = read_iso(match[1]) if match else None
            if value is not None and _says_updated(raw, piece) == modified:
                return Found(Timestamp(_aware(value), raw=piece.text, source="time"),
                             source=Source("time", raw), pieces=_alone(piece))  # fmt: skip
    return None


def _says_updated(raw: str, piece: Piece) -> bool:
    """Whether a time is when the page was changed, by its own names or the word before it."""
    return bool(re.search(r"modif|updat", raw, re.IGNORECASE)) or (
        len(piece.text) < _LONGEST and bool(_UPDATED.search(piece.text)) and "publish" not in raw.lower()
        and piece.text.count(":") < 3
    )  # fmt: skip


def _of_print(reading: Reading, *, modified: bool) -> Found[Timestamp] | None:
    """A date printed beside the headline."""
    for piece in _beside(reading):
        if len(piece.text) > _LONGEST or not any(map(str.isdigit, piece.text)):
            continue
        found = find_moments(piece.text, language=_language(reading), timezone=reading.timezone, now=reading.now)
        for moment in found:
            before = piece.text[max(0, moment.start - 40) : moment.start]
            if bool(_UPDATED.search(before)) == modified and _is_dateline_of(piece, moment.end - moment.start):
                return Found(Timestamp(_aware(moment.value), raw=piece.text, source="print"),
                             source=Source("print", piece.text[:80]), pieces=_alone(piece))  # fmt: skip
    return None


def _is_dateline_of(piece: Piece, length: int) -> bool:
    """Whether a piece is there for its date: it is short, or its names say so."""
    hints = piece.node.tag.hints | piece.inline
    return bool(hints & (Hint.DATE | Hint.BYLINE)) or len(piece.text) < 80 + length


def _alone(piece: Piece) -> tuple[int, ...]:
    return (piece.index,) if len(piece.text) <= _LONGEST else ()


def _beside(reading: Reading) -> Iterator[Piece]:
    yield from before_body(reading)
    yield from after_body(reading)


def _of_one_day(reading: Reading) -> Found[Timestamp] | None:
    """The only day that date-named elements outside lists of stories print."""
    seen: dict[dt.date, Found[Timestamp]] = {}
    for piece in reading.blocks.pieces:
        own = piece.node.tag.hints | piece.inline
        if not own & Hint.DATE or len(piece.text) > _LONGEST or piece.outer is not None:
            continue
        if piece.node.hints & (_ELSEWHERE | Hint.TEASER) or piece.node.context & Context.NAV:
            continue
        if _UPDATED.search(piece.text):
            continue
        for moment in find_moments(piece.text, language=_language(reading), timezone=reading.timezone):
            value = _aware(moment.value)
            day = value.date() if isinstance(value, dt.datetime) else value
            stamp = Timestamp(value, raw=piece.text, source="print")
            seen.setdefault(day, Found(stamp, source=Source("print", piece.text[:80]), pieces=_alone(piece)))
        if len(seen) > 1:
            return None
    return next(iter(seen.values()), None)


_ELSEWHERE: Final = Hint.RELATED | Hint.RECENT | Hint.COMMENTS


def _of_url(reading: Reading) -> Found[Timestamp] | None:
    for url in (reading.page.url, reading.page.linked.canonical):
        match = _IN_URL.search(urlsplit(url or "").path)
        if match and (day := _day_of(match)):
            return Found(Timestamp(day, raw=match[0], source="url"), source=Source("url", match[0]))
    return None


def day_in_address(url: str | None) -> dt.date | None:
    """The day that stands in the path of an address."""
    match = _IN_URL.search(urlsplit(url or "").path)
    return match and _day_of(match)


def _day_of(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
