"""The byline: who wrote the article, read from a printed line or from declared values.

What is read: people in the order of naming, their posts, and organisations. What is not known to name a
person is left away: unknown is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from cleanscrape.article import Author, Byline
from cleanscrape.fields.byline_parts import Gap, Lead, Part, parts
from cleanscrape.fields.byline_reader import Reader
from cleanscrape.fields.byline_text import LONGEST, SEAM
from cleanscrape.fields.byline_words import AUTHOR, MADE, NOT_IN_NAMES
from cleanscrape.fields.east_asian_name import ends_with_post, is_east_asian
from cleanscrape.fields.house import Houses, houses
from cleanscrape.fields.person_name import is_person_name, kind_of
from cleanscrape.fields.place import is_region

__all__ = ["is_person_name", "opens_as_byline", "read_author_names", "read_byline", "says_it_is_byline"]

_MOST_VALUES: Final = 500
"""Declared values that are read; papers of large collaborations declare more, and nobody needs them."""

_MOST_LINKS: Final = 40
"""Links of a byline that are looked at."""

_LONGEST_LINE: Final = 200
"""Characters of a line that may be a byline by its first words alone."""

_FIRST_PARTS: Final = 3
"""Parts of a line, such as a section and a date, within which a byline says that it is one."""

_NO_LINKS: Final[Mapping[str, str]] = MappingProxyType({})
_PARTICLES = "(?:van|von|de|der|den|di|da|del|la|le)"
_INVERTED = re.compile(
    rf"\s*((?:{_PARTICLES} ){{0,3}}[^\W\d_][^\W\d_'’\-]+),\s*"
    r"((?:[^\W\d_][^\W\d_'’\-]+(?:\s[^\W\d_]\.?){0,2}|(?:[^\W\d_]\.\s?){1,3})"
    rf"(?:\s{_PARTICLES}){{0,2}})\s*"
)


def read_byline(
    raw: str,
    *,
    language: str | None = None,
    site_names: Sequence[str] = (),
    urls: Mapping[str, str] = _NO_LINKS,
) -> Byline | None:
    """The people and organisations that a printed byline names; None where it names nobody.

    `language` is the page's base language (``de``); `site_names` are names of the site and its publisher,
    which are organisations, never persons; `urls` gives the addresses of the links in the byline by their
    text. Line breaks in `raw` part what stands on different lines. Reads the first `LONGEST` characters.

    >>> byline = read_byline("By Ana Roe, Science Editor, and Jon Doe | Reuters | 12 March 2021")
    >>> [(a.name, a.role) for a in byline.authors], byline.organisations
    ([('Ana Roe', 'Science Editor'), ('Jon Doe', None)], ('Reuters',))
    """
    links = {" ".join(text.split()): url for text, url in list(urls.items())[:_MOST_LINKS]}
    known = houses(tuple(site_names))
    reader = Reader(known, language=language, urls=links)
    reader.read(_upright(_with_links_apart(raw[:LONGEST], links), known))
    named = reader.named
    if not named.people and not named.organisations:
        return None
    raw = " ".join(raw.split())
    return Byline(raw, authors=tuple(named.people), organisations=tuple(named.organisations))


def opens_as_byline(text: str, *, language: str | None = None) -> bool:
    """Whether a line says itself that it is a byline, by a label or a word such as "by", and names somebody.

    >>> opens_as_byline("12 March 2021, by Ana Roe"), opens_as_byline("Ana Roe"), opens_as_byline("Photo: Ana Roe")
    (True, False, False)
    """
    return says_it_is_byline(text, language=language) and read_byline(text, language=language) is not None


def says_it_is_byline(text: str, *, language: str | None = None) -> bool:
    """As `opens_as_byline`, whether or not the line names somebody: for one that is read anyway."""
    if len(text) > _LONGEST_LINE:
        return False
    opening = None if is_east_asian(text) else _FIRST_PARTS  # there a label is plain wherever it stands
    return any(map(_announces, parts(text, language=language)[:opening]))


def _announces(part: Part) -> bool:
    """Whether the part is led to by a label of an author, or opens with one ("文", "Napsala Eva …", "某报记者").

    Behind a comma it is the post of the name before it: captions tell so of the people in a picture.
    """
    if part.lead is Lead.AUTHOR:
        return True
    if not part.words or part.gap is Gap.COMMA:
        return False
    return bool(part.kinds[0] & (AUTHOR | MADE)) or (len(part.words) > 1 and ends_with_post(part.words[0]))


def read_author_names(
    values: Sequence[str | Mapping[str, object]], *, site_names: Sequence[str] = (), language: str | None = None
) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """People and organisations that a page declares as authors.

    `values` are what JSON-LD's ``author``, ``<meta name=author>``, ``rel=author`` and the like hold: names,
    lists of names in one string, whole bylines, addresses (which name nobody), and nodes of linked data
    (``@type``, ``name``, ``url``, ``jobTitle``), nested or not. `site_names` and `language` as in `read_byline`.

    >>> read_author_names([{"@type": "Person", "name": "Ana Roe"}, "Example Newsroom"])
    ((Author(name='Ana Roe', url=None, role=None),), ('Example Newsroom',))
    """
    known = houses(tuple(site_names))
    reader = Reader(known, language=language, declared=True)
    for value in _declared(values):
        if isinstance(value, str):
            reader.read(_upright(value[:LONGEST], known))
        else:
            _read_node(reader, value, known)
    return tuple(reader.named.people), tuple(reader.named.organisations)


def _declared(values: Sequence[object]) -> Iterator[str | Mapping[str, object]]:
    """Strings and nodes in the order of the page, out of lists and nodes that hold them."""
    pending = list(values)[:_MOST_VALUES][::-1]
    for _ in range(_MOST_VALUES):
        if not pending:
            return
        value = pending.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            inner = next((value[k] for k in ("@list", "@set", "@graph", "author") if value.get(k)), None)
            if inner is None:
                yield value
            else:
                pending.append(inner)
        elif isinstance(value, Sequence):
            pending.extend(list(value)[:_MOST_VALUES][::-1])


def _read_node(reader: Reader, node: Mapping[str, object], known: Houses) -> None:
    """Read one node of linked data."""
    name, role = _name_of(node), node.get("jobTitle")
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    named = reader.named
    if "Person" not in kinds and any(isinstance(kind, str) and "Organization" in kind for kind in kinds):
        named.add_organisation(name)
        return
    before = len(named.people)
    reader.read(_upright(name[:LONGEST], known))
    if len(named.people) == before + 1:
        author = named.people[before]
        role = role if isinstance(role, str) and role.strip() else author.role
        named.people[before] = replace(author, url=_url_of(node), role=role)


def _name_of(node: Mapping[str, object]) -> str:
    """The name of a node of linked data; empty where it has none."""
    name = node.get("name") or node.get("byline")
    if isinstance(name, Mapping):
        name = name.get("@value")
    if isinstance(name, list):
        name = "; ".join(part for part in name if isinstance(part, str))
    if isinstance(name, str) and name.strip():
        return name
    both = (node.get("givenName"), node.get("familyName"))
    return " ".join(part for part in both if isinstance(part, str))


def _url_of(node: Mapping[str, object]) -> str | None:
    """The address of a node of linked data: of its page, else of one that is the same."""
    for key in ("url", "sameAs"):
        url = node.get(key)
        url = url[0] if isinstance(url, list) and url else url
        if isinstance(url, str) and url.startswith(("http://", "https://", "/")):
            return url
    return None


def _upright(value: str, known: Houses) -> str:
    """The value, with names that stand surname first ("Roe, Ana; Doe, Jon") turned round."""
    if "," not in value:
        return value
    found = [_INVERTED.fullmatch(piece) for piece in value.split(";")]
    turned = [f"{m[2].strip()} {m[1]}" for m in found if m and not _is_other(m, known)]
    return "; ".join(turned) if len(turned) == len(found) else value


def _is_other(match: re.Match[str], known: Houses) -> bool:
    """Whether one side of the comma is no part of a name."""
    if known.knows(match[1]) or known.knows(match[2]) or is_region(match[2].strip()):
        return True
    return any(kind_of(word) & NOT_IN_NAMES for word in (match[1].split()[-1], *match[2].split()))


def _with_links_apart(raw: str, links: Mapping[str, str]) -> str:
    """The byline, with separators around the names that are links: pages glue posts to them."""
    # A pattern of a name that no page had before is compiled anew, which costs more than all the rest.
    is_even = " ".join(raw.split()) == raw.strip()
    for text in sorted(links, key=len, reverse=True):
        if is_person_name(text):
            if is_even:
                raw = raw.replace(text, f"{SEAM}{text}{SEAM}")
                continue
            words = r"\s+".join(map(re.escape, text.split()))
            raw = re.sub(rf"({words})", rf"{SEAM}\1{SEAM}", raw)
    return raw
