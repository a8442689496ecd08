"""Section, breadcrumbs and tags: what the article is about, as the page says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Final
from urllib.parse import unquote

from cleanscrape.address import address_parts, original
from cleanscrape.article import Source
from cleanscrape.block import Piece
from cleanscrape.fields.agency import is_domain
from cleanscrape.fields.east_asian_name import is_east_asian
from cleanscrape.fields.titles import is_site_name, site_names
from cleanscrape.fields.wording import held, likeness, words
from cleanscrape.hint import Hint
from cleanscrape.inline import href
from cleanscrape.label import Given, Label
from cleanscrape.linked import texts
from cleanscrape.reading import Found, Reading

_MOST: Final = 40
_LONGEST: Final = 60  # characters; a longer tag is a headline
# More keywords than this are the site's, not the article's: news sites list all their sections there.
_MOST_KEYWORDS: Final = 25
_BARE_COMMA: Final = re.compile(r",(?=\S)")
_QUOTES: Final = frozenset('"“”„«»')
# Keywords for machines have a key before them; these keys name topics ("Subject: Harbours", "topic/harbours").
_KEYED: Final = re.compile(r"([\w -]{2,20}?)\s?[:/]\s?(\S.*)")
_TOPIC_KEYS: Final = frozenset(
    "subject topic topics tag keyword section sections organization organisation person people place location".split()
) | {"nlp entity tokens"}
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")  # pictures of a font for icons
_SPLIT: Final = re.compile(r"\s*[,;|،、]\s*")
_TAG_PATH: Final = re.compile(
    r"/(?:tags?|topics?|themen?|thema|sujets?|keywords?|etiquetas?|temas?|latest-news|people|person|places?|"
    r"organi[sz]ations?|onderwerp|emne|amne|tagi|tema|argomenti|schlagworte?|stichwort)/[^/]+",
    re.IGNORECASE,
)
_NO_TAG: Final = re.compile(
    r"^(?:themen|topics?|tags?|keywords?|schlagworte?|schlagwörter|etiquetas|temas|stichworte|mehr|more|all|alle)\W*$|"
    r"^[\w -]*\bcategory:|^\w+[:=_]\w+[:=_]|[0-9a-f]{8}-[0-9a-f]{4}-|^[\W\d]*$|^[a-z]$|^https?:",
    re.IGNORECASE,
)
# What links beside an article do with it: a row with one of them is no row of topics.
_TOOLS: Final = frozenset(
    "print,share,tweet,tweeten,mailen,facebook,twitter,whatsapp,linkedin,e-mail,email,comment,comments,email a friend,"
    "print article,back,previous,next,to top,back to top,drucken,artikel drucken,"
    "teilen,kommentieren,zurück,zurück zur übersicht,weiter,zum anfang,nach oben,imprimer,partager,retour,suivant,"
    "imprimir,compartir,compartilhar,volver,voltar,siguiente,stampa,condividi,indietro,delen,terug,skriv ut,del,dela,"
    "udostępnij,drukuj,распечатать,поделиться,yazdır,paylaş,上一页,下一页,上一篇,下一篇,打印,打印本稿,关闭窗口,发表评论,分享,"
    "微信,微博,返回,列印,뒤로가기,인쇄하기,목록,공유,印刷,シェア,戻る".split(",")
)
_LONGEST_CODE: Final = 3  # letters of a step of the address that is a language's or a system's: "en", "eng", "cms"
_OF_PLACE: Final = re.compile(r"[a-z]{2}[-_][a-zA-Z]{2}")  # "en-us"
_LONGEST_SECTION: Final = 4  # words of a section's name
_FEW: Final = 3  # so many keywords may all be words of the headline; more are the headline cut to pieces
_ALIKE: Final = 0.5
_REL_TAG: Final = 'rel="tag"'
_MOST_CRUMBS: Final = 8  # steps of the way; what has more is a menu or all that stands beside the headline
_BELOW: Final = 12  # pieces below the body in which a row of tags begins
_SAME_ROW: Final = 3  # pieces between two of one row of tags
_HOME: Final = frozenset(
    {"home", "startseite", "accueil", "inicio", "início", "главная", "homepage", "start", "hjem", "صفحہ اول"}
)


def read_tags(reading: Reading) -> Found[tuple[str, ...]] | None:
    """The article's topics: as declared for it, else as printed beside it, else the page's keywords."""
    names = site_names(reading)
    headline = words(reading.value("headline") or "")
    for witness, values in _listed(reading):
        kept = _kept(values, names)
        if kept and not _is_cut_from(headline, kept):
            by = reading.prints["tags"][0].by if witness == "profile" else witness
            return Found(kept, source=Source(by, ", ".join(kept[:5])))
    return None


def _listed(reading: Reading) -> Iterator[tuple[str, list[str]]]:
    """What each witness lists, the most exact first; those behind the one that is believed are not read."""
    linked = reading.page.linked
    yield "profile", [p.text for p in reading.prints.get("tags", ())]
    yield "json-ld", _keywords(texts(linked.article.get("keywords")))
    yield "meta", [part for v in linked.meta.get("article:tag", ()) for part in _BARE_COMMA.split(v)]
    yield "print", _printed(reading)  # a row of links to topics
    yield "meta", _keywords(_named(reading, "news_keywords", "keywords", "parsely-tags", "sailthru.tags"))


def _is_cut_from(headline: list[str], tags: tuple[str, ...]) -> bool:
    """Whether the tags are no more than the words of the headline, one by one."""
    said = [words(tag) for tag in tags]
    return len(said) > _FEW and all(len(each) == 1 for each in said) and held([e[0] for e in said], headline) == 1


def _named(reading: Reading, *names: str) -> tuple[str, ...]:
    meta = reading.page.linked.meta
    return next((meta[name] for name in names if meta.get(name)), ())


def _keywords(values: Iterable[str]) -> list[str]:
    """Keywords that stand in one string apart by commas; none where there are too many to be topics."""
    found = [part for value in values for part in _SPLIT.split(unescape(value))]
    if len(found) == 1 and is_east_asian(found[0]):
        found = found[0].split()  # some set their keywords apart by spaces
    return found if len(found) <= _MOST_KEYWORDS else []


def _kept(values: Iterable[str], names: list[list[str]]) -> tuple[str, ...]:
    """Values as tags, each once: without headings of the row, machines' marks, the site's own name."""
    seen: dict[str, str] = {}
    for value in _without_keys(list(values)):
        text = " ".join(_PRIVATE.sub("", value).split()).lstrip("#").strip(" ,;")
        if text[:1] in _QUOTES and text[-1:] in _QUOTES:
            text = text[1:-1]
        is_tag = text and len(text) <= _LONGEST and len(seen) < _MOST and not _NO_TAG.search(text)
        if is_tag and not is_site_name(words(text), names):
            seen.setdefault(text.casefold(), text)
    return tuple(seen.values())


def _without_keys(values: list[str]) -> list[str]:
    """Values without the keys that most of them have; those whose key names no topic are left out."""
    keyed = [match for value in values if (match := _KEYED.fullmatch(value.strip()))]
    if 2 * len(keyed) <= len(values):
        return values
    return [match[2] for match in keyed if match[1].casefold() in _TOPIC_KEYS]


def _printed(reading: Reading) -> list[str]:
    """The texts of one row of links to topics that stands after the body has begun.

    Links that say so of themselves, links in what is labelled related, or the first links right below the body.
    """
    body = reading.body()
    start, end = (body[0], body[-1] + 1) if body else (0, 0)
    found: list[str] = []
    last = 0
    for piece in reading.blocks.pieces[start:]:
        if found and piece.index > last + _SAME_ROW:
            break  # a second row is another story's, or the site's
        given = reading.labels[piece.index]
        if given is None or not piece.links or given.label.is_body:
            continue
        says_so = all(_REL_TAG in raw for raw, _ in piece.links)
        if piece.node.hints & (Hint.FOOTER | Hint.NAVIGATION) and not says_so:
            break
        if any(text.strip().casefold() in _TOOLS for _, text in piece.links):
            continue
        if says_so or (given.label is Label.RELATED and _are_tags(piece)) or _is_below(piece, given, end):
            found += [text for _, text in piece.links]
            last = piece.index
    return found


def _is_below(piece: Piece, given: Given, end: int) -> bool:
    """Whether a piece is nothing but short links right below the body, with nothing else known of it."""
    return (
        end <= piece.index < end + _BELOW
        and given.label is Label.LINK_FARM
        and given.by == "rules.position"
        and (len(piece.links) > 1 or piece.kind == "list")
        and all(len(words(text)) <= _LONGEST_SECTION for _, text in piece.links)
    )


def _are_tags(piece: Piece) -> bool:
    hints = piece.node.tag.hints | (piece.node.parent.tag.hints if piece.node.parent is not None else 0)
    topical = sum(bool(_TAG_PATH.search(href(raw) or "")) for raw, _ in piece.links)
    short = all(len(text) <= _LONGEST and len(words(text)) <= 6 for _, text in piece.links)
    return short and (2 * topical > len(piece.links) or bool(hints & Hint.TAGS))


def read_breadcrumbs(reading: Reading) -> Found[tuple[str, ...]] | None:
    """The way to the article from the front page, the front page and the article left out."""
    headline = words(reading.value("headline") or "")
    title = words(reading.page.linked.title or "")
    names = site_names(reading)
    for witness, crumbs in _ways(reading):
        kept = [name for name in (" ".join(n.split()) for n in crumbs) if name and name.casefold() not in _HOME]
        if kept and is_site_name(words(kept[0]), names):
            del kept[0]
        if kept and _is_article(words(kept[-1]), headline, title):
            del kept[-1]
        if kept:
            by = reading.prints["breadcrumbs"][0].by if witness == "profile" else witness
            return Found(tuple(kept), source=Source(by, " > ".join(kept)))
    return None


def _ways(reading: Reading) -> Iterator[tuple[str, Sequence[str]]]:
    """What each witness says of the way; the page is looked through only where nothing declares it."""
    yield "profile", [p.text for p in reading.prints.get("breadcrumbs", ())]
    yield "json-ld", reading.page.linked.breadcrumbs
    yield "print", _crumbs(reading)


def _is_article(crumb: list[str], headline: list[str], title: list[str]) -> bool:
    """Whether the last step of the breadcrumbs is the article itself, maybe by its title for search engines."""
    if headline and crumb[:4] == headline[:4]:
        return True
    return len(crumb) > _LONGEST_SECTION and max(likeness(crumb, headline), likeness(crumb, title)) >= _ALIKE


def _crumbs(reading: Reading) -> list[str]:
    found: list[str] = []
    for piece in reading.blocks.pieces:
        if not piece.node.hints & Hint.BREADCRUMB:
            if found:
                break
            continue
        for _, text in piece.links:
            if text.strip().casefold() in _TOOLS:
                return found
            found.append(text)
    return found if len(found) <= _MOST_CRUMBS else []


def read_section(reading: Reading) -> Found[str] | None:
    """The section that the article stands in."""
    linked = reading.page.linked
    crumbs = reading.value("breadcrumbs") or ()
    for witness, value in (
        ("profile", next((p.text for p in reading.prints.get("section", ())), None)),
        ("json-ld", _first_of_list(next(iter(texts(linked.article.get("articleSection"))), ""))),
        ("meta", next(iter(linked.meta.get("article:section", ())), None)),
        ("breadcrumbs", next((crumb for crumb in crumbs if not crumb[0].isdigit()), None)),
        ("url", _of_path(reading.page.url)),
    ):
        section = " ".join((value or "").split()).strip(" ,;")
        if section and len(section) <= _LONGEST and not is_domain(section):
            return Found(section, source=Source(witness, value or ""))
    return None


def _first_of_list(sections: str) -> str:
    """The first of sections that stand apart by bare commas; one with a comma in its name has a space after it.

    >>> _first_of_list("Harbour,Local"), _first_of_list("Arts, Letters and Ships")
    ('Harbour', 'Arts, Letters and Ships')
    """
    return _BARE_COMMA.split(sections, maxsplit=1)[0]


def _of_path(url: str | None) -> str | None:
    """The first step of the address, where it reads as a section's name."""
    steps = [unquote(step) for step in address_parts(original(url)).path.split("/") if step]
    if len(steps) < 2:
        return None
    step = next((s for s in steps[:-1] if len(s) > _LONGEST_CODE and not _OF_PLACE.fullmatch(s)), "")
    if not re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+){0,2}", step) or step in _NO_SECTION:
        return None
    return step.replace("-", " ")


_NO_SECTION: Final = frozenset(
    "article articles news story stories post posts blog blogs content archive archives artikel nachrichten noticias "
    "index amp html page pages item cnt service services docs wiki public user users site sites home main default "
    "portal node category categories topic topics thema themen author authors detail details magazin magazine".split()
)
