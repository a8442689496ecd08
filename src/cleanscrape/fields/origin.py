"""Whence the article comes: language, site, publisher, licence, canonical address."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any, Final

from cleanscrape.address import address_parts, original
from cleanscrape.article import Source
from cleanscrape.fields.function_words import told_language
from cleanscrape.inline import address
from cleanscrape.linked import first, plain
from cleanscrape.reading import Found, Reading

_SCHEME: Final = re.compile(r"^(?:https?://)?(?:www\.)?(?=[\w-]+\.[\w.-]+/?$)")
_TAGLINE: Final = re.compile(r"(\s+[|–—-]\s+|:\s+)")
_TAG: Final = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?\b")


def read_language(reading: Reading) -> Found[str] | None:
    """The language of the article as a tag (``en``, ``pt-BR``): declared, unless the script says otherwise."""
    linked = reading.page.linked
    sample = _sample(reading)
    script = _script_language(sample)
    for witness, value in (
        ("profile", reading.language),
        ("json-ld", plain(linked.article.get("inLanguage"))),  # said of the article, not of the frame
        ("html", linked.html_lang),
        ("meta", first(linked.meta.get("og:locale"))),
        ("meta", first(linked.meta.get("content-language"))),
        ("meta", first(linked.meta.get("language"))),
    ):
        tag = language_tag(value)
        if tag and (script is None or tag.split("-")[0] in script):
            told = _told(sample, tag) if script is None and witness != "profile" else tag
            return Found(told or tag, source=Source(witness if told == tag else "text", value or ""))
    if script is None and (told := _told(sample, None)):
        return Found(told, source=Source("text", "the words of the body"))
    if script is not None and len(script) == 1:
        return Found(script[0], source=Source("script", "the letters of the body"))
    return None


def declared_language(reading: Reading) -> str | None:
    """The language that the page declares, where the words of its body tell of another one."""
    found = reading.found.get("language")
    return language_tag(found.source.evidence) if found is not None and found.source.by == "text" else None


def language_tag(value: str | None) -> str | None:
    """A language tag in its usual spelling, or None.

    >>> language_tag("en_us"), language_tag("DE"), language_tag("english")
    ('en-US', 'de', None)
    """
    match = _TAG.fullmatch((value or "").strip())
    if not match:
        return None
    parts = [match[1].lower()]
    if match[2]:
        parts.append(match[2].title())
    if match[3]:
        parts.append(match[3].upper())
    return "-".join(parts)


# The scripts that tell a language, or a few, by themselves; the languages written in each.
_SCRIPTS: Final = (
    ("\u0370", "\u03ff", ("el",)),
    ("\u0400", "\u052f", ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "tt")),
    ("\u0530", "\u058f", ("hy",)),
    ("\u0590", "\u05ff", ("he", "iw", "yi")),
    ("\u0600", "\u06ff", ("ar", "fa", "ur", "ps", "ckb", "ug", "sd", "pa", "ku", "az")),
    ("\u0900", "\u097f", ("hi", "mr", "ne", "sa", "bho", "kok")),
    ("\u0980", "\u09ff", ("bn", "as")),
    ("\u0a80", "\u0aff", ("gu",)),
    ("\u0b80", "\u0bff", ("ta",)),
    ("\u0c00", "\u0c7f", ("te",)),
    ("\u0c80", "\u0cff", ("kn",)),
    ("\u0d00", "\u0d7f", ("ml",)),
    ("\u0e00", "\u0e7f", ("th",)),
    ("\u10a0", "\u10ff", ("ka",)),
    ("\u3040", "\u30ff", ("ja",)),
    ("\uac00", "\ud7a3", ("ko",)),
    ("\u4e00", "\u9fff", ("zh", "ja", "yue")),
)
_SAMPLE: Final = 400  # letters of the body that are looked at
_KANA_TELLS: Final = 0.05  # Japanese has at least this share of kana among its ideographs


def _sample(reading: Reading) -> str:
    """The beginnings of the body's first pieces."""
    return "\n".join(reading.blocks.pieces[i].text[:200] for i in reading.body()[:8])


def _told(sample: str, tag: str | None) -> str | None:
    """The language tag, or the other language that the function words of the body tell of."""
    declared = tag.split("-")[0] if tag else None
    told = told_language(sample.lower().split(), declared)
    return tag if told == declared else told


def _script_language(text: str) -> tuple[str, ...] | None:
    """The languages that the script of a text allows, or None for Latin letters and too little text."""
    sample = text[:_SAMPLE]
    if not sample or sample.isascii():
        return None
    counts: Counter[tuple[str, ...]] = Counter()
    for character in sample:
        if character > "\u036f":
            for low, high, languages in _SCRIPTS:
                if low <= character <= high:
                    counts[languages] += 1
                    break
    letters = sum(map(str.isalpha, sample))
    if not counts or 2 * counts.total() < letters:
        return None
    if counts[("ja",)] > _KANA_TELLS * counts.total():
        return ("ja",)
    return counts.most_common(1)[0][0]


def read_site(reading: Reading) -> Found[str] | None:
    """The site's own name."""
    linked = reading.page.linked
    for witness, value in (
        ("profile", reading.site),  # as readers know it; many pages declare the name of their system's account
        ("meta", first(linked.meta.get("og:site_name"))),
        ("meta", first(linked.meta.get("application-name"))),
        ("json-ld", _name_of_type(linked.items, "WebSite")),
        ("json-ld", plain(linked.article.get("publisher"))),
    ):
        if value and value.strip():
            name = _without_title(" ".join(value.split()), linked.meta.get("og:title"))
            host = address_parts(original(reading.base())).hostname or ""
            return Found(_without_tagline(name, host.removeprefix("www.")), source=Source(witness, value))
    return None


def _without_tagline(name: str, host: str) -> str:
    """A site's name without the words of praise behind it, where what stands before them is the name in its address;
    an address as the name of its host.

    >>> _without_tagline("Exámple Post - All the news", "example-post.org"), _without_tagline("http://a.org/", "a.org")
    ('Exámple Post', 'a.org')
    >>> _without_tagline("Rain - Sun", "example.org")
    'Rain - Sun'
    """
    bare = (_SCHEME.sub("", name) if "." in name else name).rstrip("/") or name
    sign = _TAGLINE.search(bare)
    if sign is None:
        return bare
    head = bare[: sign.start()]
    key = "".join(filter(str.isalnum, unicodedata.normalize("NFKD", head).casefold()))
    known = {"".join(filter(str.isalnum, part)) for part in (host, *host.split("."), host.rpartition(".")[0])}
    return head if key in known else bare


def _without_title(name: str, titles: tuple[str, ...] | None) -> str:
    """A site's name without the article's title and a bar before it, which some put there."""
    title = first(titles)
    return name[len(title) :].lstrip(" |–-") or name if title and name.startswith(title) else name


def _name_of_type(items: tuple[dict[str, Any], ...], kind: str) -> str | None:
    for item in items:
        types = item.get("@type")
        if types == kind or (isinstance(types, list) and kind in types):
            return plain(item.get("name"))
    return None


def read_publisher(reading: Reading) -> Found[str] | None:
    """The organisation that publishes the site."""
    linked = reading.page.linked
    for witness, value in (
        ("json-ld", plain(linked.article.get("publisher"))),
        ("json-ld", _name_of_type(linked.items, "NewsMediaOrganization")),
        ("meta", first(linked.meta.get("dc.publisher"))),
        ("meta", first(linked.meta.get("publisher"))),
    ):
        if value and value.strip() and not value.startswith(("http:", "https:")):
            return Found(" ".join(value.split()), source=Source(witness, value))
    return None


def read_license(reading: Reading) -> Found[str] | None:
    """The licence under which the article is offered: its address or its name."""
    linked = reading.page.linked
    for witness, value in (
        ("json-ld", plain(linked.article.get("license"))),
        ("link", next(iter(linked.links.get("license", ())), None)),
        ("meta", first(linked.meta.get("dc.rights"))),
    ):
        if value and value.strip():
            return Found(" ".join(value.split()), source=Source(witness, value))
    return None


def read_canonical(reading: Reading) -> Found[str] | None:
    """The address that the page declares as its own."""
    linked = reading.page.linked
    for witness, value in (("link", linked.canonical), ("meta", first(linked.meta.get("og:url")))):
        url = address(value, reading.page.url)
        if url:
            return Found(url, source=Source(witness, url))
    return None
