"""Who wrote the article: its printed byline, and what the page declares.

Each witness has the share of measured pages where it names the right people; one of the other kind (print beside
declaration) that names one of the same people makes it more certain. Full names of people go before single names and
users' names, and people before organisations. The byline's `raw` is as printed, where it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from cleanscrape.address import address_parts, original
from cleanscrape.article import Author, Byline, Source
from cleanscrape.fields.author_page import is_author_page
from cleanscrape.fields.author_witness import AuthorWitness
from cleanscrape.fields.byline import read_byline
from cleanscrape.fields.declared_authors import declared_authors, late_authors
from cleanscrape.fields.given_name import is_given_name, opens_with_given_name
from cleanscrape.fields.house import houses, is_house_line
from cleanscrape.fields.printed_byline import printed_bylines
from cleanscrape.inline import address
from cleanscrape.linked import plain
from cleanscrape.reading import Found, Reading

# Where a plain byline and the declaration name different people, the print was right on all measured pages: a page's
# system declares who has put the text in.
_PLAIN: Final = 0.98
_MAY_ADD: Final = 0.9  # from which on a witness is believed that names more people than the best one
_UNKNOWN: Final = 0.7  # what names that open with no known given name cost a printed line
_SHORT_OF_NAME: Final = 2.0  # what a single name or a user's name costs a witness, in log odds
_MOST_PRINTED: Final = 4  # printed lines that are weighed
_SHORTEST_LABEL: Final = 3  # letters of a part of an address that is no country's or kind's


def read_authors(reading: Reading) -> Found[Byline] | None:
    """The byline: raw as printed where it is, authors and organisations."""
    sites = _site_names(reading)
    if reading.prints.get("byline"):
        given = _of_prints(reading, sites)
        if given is not None:
            return given
    declared = list(declared_authors(reading, sites))
    if not any(witness.names_people for witness in declared):
        declared += late_authors(reading, sites)
    printed = list(_read_on(printed_bylines(reading, sites), declared))
    best = _best(declared, printed) or _house(declared, printed, sites)
    if best is None:
        return None
    best = _completed(best, [*declared, *printed])
    print_ = _print_of(best, printed)
    raw = print_.raw if print_ is not None else best.raw or ", ".join(_names(best))
    if not best.authors:
        raw = _credit(raw, best.organisations)
    pieces = print_.pieces if print_ is not None else best.pieces
    authors = _with_addresses(best, print_, reading)
    byline = Byline(raw, authors=authors, organisations=best.organisations)
    return Found(byline, source=Source(best.by, raw[:80]), pieces=pieces)


def _read_on(printed: Iterable[AuthorWitness], declared: Sequence[AuthorWitness]) -> Iterator[AuthorWitness]:
    """The printed lines up to the first that names people, those whom the page declares: reading is what costs."""
    people = [witness for witness in declared if witness.names_people]
    for count, witness in enumerate(printed, 1):
        yield witness
        agrees = not people or any(witness.shares(other) for other in people)
        if (witness.names_people and agrees and not witness.is_system) or count >= _MOST_PRINTED:
            return


def _best(declared: Sequence[AuthorWitness], printed: Sequence[AuthorWitness]) -> AuthorWitness | None:
    """The witness that is believed: of those who name people the surest."""
    people = [(_weight(w, printed), w) for w in declared if w.authors]
    people += [(_weight(w, declared), w) for w in printed if w.authors]
    # A name beside the story goes before that of the account which has put it in.
    if any(w.is_beside and w.names_people and not w.is_system for _, w in people):
        accounts = [w for _, w in people if w.is_system]
        people = [pair for pair in people if not any(pair[1].shares(account) for account in accounts)] or people
    return max(people, key=lambda pair: pair[0])[1] if people else None


def _house(
    declared: Sequence[AuthorWitness], printed: Sequence[AuthorWitness], sites: Sequence[str]
) -> AuthorWitness | None:
    """The witness of an organisation: what is printed beside the headline, then a house that is not the site itself."""
    beside = [witness for witness in printed if witness.is_beside]
    others = [w for w in declared if not any(map(houses(tuple(sites)).is_of_site, w.organisations))]
    return next((w for w in (*beside, *others, *declared, *printed) if w.organisations), None)


def _weight(witness: AuthorWitness, others: Sequence[AuthorWitness]) -> float:
    """How sure a witness is, as log odds: by its kind, and by the surest of the other kind that agrees."""
    agreeing = max((witness.confirmed(other) * _odds(other.reliability) for other in others), default=0.0)
    weight = _odds(witness.reliability)
    if witness.raw and not agreeing:
        if not all(map(_is_known, witness.authors)):
            weight -= _UNKNOWN
        elif witness.is_plain:
            weight = _odds(_PLAIN)
    return weight + agreeing - (0.0 if witness.names_people else _SHORT_OF_NAME)


def _is_known(author: Author) -> bool:
    """Whether a full name opens with a known given name, or a single one is."""
    return opens_with_given_name(author.name) or is_given_name(author.name)


def _odds(share: float) -> float:
    return math.log(share / (1 - share))


def _completed(best: AuthorWitness, witnesses: Sequence[AuthorWitness]) -> AuthorWitness:
    """The best witness, or one that names all of its people and more: a page may declare one alone."""
    for witness in witnesses:
        if len(witness.authors) > len(best.authors) and all(witness.has(author) for author in best.authors):
            more = [author for author in witness.authors if not best.has(author)]
            if witness.reliability < _MAY_ADD and not _opens_list(best, witness):
                continue
            if not witness.raw or all(
                is_author_page(author.url or "") or opens_with_given_name(author.name) for author in more
            ):
                return witness
    return best


def _opens_list(best: AuthorWitness, witness: AuthorWitness) -> bool:
    """Whether the one whom the best witness names is the first of full names that a `meta` lists, as papers do.

    Microdata is no such list: it holds the authors of comments too.
    """
    is_list = witness.by.startswith("meta") and witness.names_people
    return is_list and len(best.authors) == 1 and best.has(witness.authors[0])


def _print_of(best: AuthorWitness, printed: Sequence[AuthorWitness]) -> AuthorWitness | None:
    """The printed line that names whom the best witness names."""
    if best.raw and best.is_beside:
        return best
    sharing = [witness for witness in printed if witness.shares(best)]
    return max(sharing, key=lambda witness: (witness.is_beside, witness.is_plain), default=None)


def _names(witness: AuthorWitness) -> list[str]:
    return [*(author.name for author in witness.authors), *witness.organisations]


def _credit(raw: str, organisations: Sequence[str]) -> str:
    """What a printed line says of organisations that sign alone: it stands for the names, without date and section.

    >>> _credit("Posted by Example Desk on Tuesday, August 29", ("Example Desk",))
    'Example Desk'
    """
    starts = [raw.find(name) for name in organisations]
    if min(starts, default=-1) < 0 or is_house_line(raw):
        return raw
    end = max(start + len(name) for start, name in zip(starts, organisations, strict=True))
    return raw[min(starts) : end]


def _with_addresses(best: AuthorWitness, printed: AuthorWitness | None, reading: Reading) -> tuple[Author, ...]:
    """The authors with absolute addresses, and posts: those of the print, where the witness gives none."""
    base = reading.base()
    found = []
    for author in best.authors:
        beside = printed.find(author) if printed is not None else None
        own = None if _is_front_page(author.url, base) else address(author.url, base)
        url = own or (beside.url if beside is not None else None)
        role = author.role or (beside.role if beside is not None else None)
        found.append(replace(author, url=url, role=role))
    return tuple(found)


def _is_front_page(url: str | None, base: str | None) -> bool:
    """Whether an address is that of the site itself, which some give where they have none of the author's."""
    parts = address_parts(url)
    return not (parts.path.strip("/") or parts.query) and parts.hostname == address_parts(base).hostname


def _site_names(reading: Reading) -> tuple[str, ...]:
    """The names of the site and its publisher. A site that bears a person's name is one whom he may write."""
    declared = plain(reading.page.linked.article.get("publisher"))
    names = [reading.value("site"), reading.value("publisher"), declared, _label(reading.base())]
    return tuple(dict.fromkeys(name for name in names if name and not opens_with_given_name(name)))


def _label(url: str | None) -> str | None:
    """The name in the site's address: "example" of "www.example.org"."""
    host = address_parts(original(url)).hostname or ""
    labels = [label for label in host.removeprefix("www.").split(".") if len(label) > _SHORTEST_LABEL]
    return labels[0] if labels else None


def _of_prints(reading: Reading, sites: Sequence[str]) -> Found[Byline] | None:
    """What a profile's selectors print."""
    prints = reading.prints["byline"]
    raw = ", ".join(dict.fromkeys(p.text for p in prints if p.text))
    base = reading.base()
    urls = {p.text: url for p in prints if (url := address(p.url, base))}
    byline = read_byline(raw, language=reading.language, site_names=sites, urls=urls)
    if byline is None:
        return None
    pieces = tuple(i for p in prints for i in p.pieces)
    return Found(byline, source=Source(prints[0].by, raw), pieces=pieces)
